import { createHmac, timingSafeEqual } from "node:crypto";
import { z } from "zod";
import type { Clock, Saving } from "../../shared/ports.ts";

const permit = z.object({ key: z.string(), name: z.string(), until: z.iso.datetime() });

/** What a link lets somebody save, until when. */
export type SavePermit = z.infer<typeof permit>;

interface SaveLinksOptions {
  /** Begins every link, without a slash at its end. */
  readonly publicUrl: string;
  readonly clock: Clock;
  /** What links are signed with: at least 32 bytes. */
  readonly signingKey: () => Promise<Uint8Array>;
}

/** The way below which links to saved files lie. */
export const savePath = "/save/";

/** Links to files of the archive, `/save/<contents>.<signature>`, which nobody else can make or change and which end by the clock. */
export class SaveLinks {
  readonly #options: SaveLinksOptions;

  constructor(options: SaveLinksOptions) {
    this.#options = options;
  }

  async linkTo(key: string, { name, seconds }: Saving): Promise<string> {
    const until = new Date(Date.parse(this.#options.clock.now()) + seconds * 1000).toISOString();
    const given: SavePermit = { key, name: name.toWellFormed(), until };
    const contents = Buffer.from(JSON.stringify(given)).toString("base64url");
    const signature = (await this.#signatureOf(contents)).toString("base64url");
    return `${this.#options.publicUrl}${savePath}${contents}.${signature}`;
  }

  /** @returns what the path of a link permits; `undefined` for what was not made here, was changed or has ended. */
  async permitIn(path: string): Promise<SavePermit | undefined> {
    const [contents = "", mac = "", ...rest] = path.slice(savePath.length).split(".");
    const [given, expected] = [Buffer.from(mac, "base64url"), await this.#signatureOf(contents)];
    if (rest.length > 0 || given.length !== expected.length || !timingSafeEqual(given, expected)) return undefined;
    const found = permit.parse(JSON.parse(Buffer.from(contents, "base64url").toString()));
    return this.#options.clock.now() < found.until ? found : undefined;
  }

  /** Says what it signs, so that one use of the key says nothing about another. */
  async #signatureOf(contents: string): Promise<Buffer> {
    return createHmac("sha256", await this.#options.signingKey())
      .update(`save link:${contents}`)
      .digest();
  }
}
