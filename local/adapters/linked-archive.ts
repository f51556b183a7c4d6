import { refuseBadKey } from "../../shared/aws/archive-key.ts";
import type { Archive, Saving } from "../../shared/ports.ts";
import type { SaveLinks } from "./save-links.ts";

/** What is kept, without a way for others to get it. */
export type Keeping = Omit<Archive, "link">;

/** An archive of this process with links to it, which the local server answers. */
export class LinkedArchive implements Archive {
  readonly #kept: Keeping;
  readonly #links: SaveLinks;

  constructor(kept: Keeping, links: SaveLinks) {
    this.#kept = kept;
    this.#links = links;
  }

  put(key: string, bytes: Uint8Array): Promise<void> {
    return this.#kept.put(key, bytes);
  }

  get(key: string): Promise<Uint8Array | undefined> {
    return this.#kept.get(key);
  }

  delete(key: string): Promise<void> {
    return this.#kept.delete(key);
  }

  async link(key: string, saving: Saving): Promise<string | undefined> {
    refuseBadKey(key);
    return (await this.#kept.get(key)) === undefined ? undefined : this.#links.linkTo(key, saving);
  }
}
