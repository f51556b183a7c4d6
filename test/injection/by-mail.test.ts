import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { type Edition, startEdition } from "../../local/edition.ts";
import { Conversation } from "../smtp/conversation.ts";
import { startTags } from "../support/markup.ts";
import { buildOf, readRawMail } from "../support/raw-mail.ts";
import { complaintOf, harmless, hostileWords } from "./hostile-words.ts";

const letters = z.array(z.object({ id: z.string(), to: z.array(z.string()), links: z.array(z.string()) }));
const cases = z.array(z.object({ id: z.string() }));

/** All that came of one complaint: letters as they go out, and pages as a browser gets them. */
interface Shown {
  readonly letters: readonly { readonly to: readonly string[]; readonly build: unknown; readonly raw: string }[];
  readonly pages: readonly { readonly elements: readonly string[]; readonly html: string }[];
}

/** Sends each complaint to an edition of its own kind and looks at everything three weeks later. */
async function shownAfter(complaints: readonly string[]): Promise<readonly Shown[]> {
  const data = mkdtempSync(join(tmpdir(), "wederhoor-injection-"));
  const edition = await startEdition({ http: 0, smtp: 0, data });
  try {
    const shown: Shown[] = [];
    for (const [at, words] of complaints.entries()) shown.push(await shownOf(words, at, edition));
    return shown;
  } finally {
    await edition.stop();
    rmSync(data, { recursive: true, force: true });
  }
}

async function shownOf(words: string, at: number, { smtp, http }: Edition): Promise<Shown> {
  const url = `http://127.0.0.1:${http}`;
  const json = async <Schema extends z.ZodType>(path: string, schema: Schema): Promise<z.output<Schema>> =>
    schema.parse(await (await fetch(url + path, { headers: { accept: "application/json" } })).json());
  const before = (await json("/mailroom/messages", letters)).length;
  const talk = await Conversation.open(smtp);
  const from = `schrijver-${at}@deelnemer.example`;
  await talk.send(["EHLO x", `MAIL FROM:<${from}>`, "RCPT TO:<klachten@learnworks.example>", "DATA"]);
  expect(await talk.message(complaintOf(words, at))).toMatch(/^250 /u);
  talk.end();
  // Answers when all that was due has happened.
  const headers = { "content-type": "application/json", accept: "application/json" };
  await fetch(`${url}/mailroom/clock`, { method: "POST", headers, body: JSON.stringify({ advance: "PT1M" }) });

  const sent = (await json("/mailroom/messages", letters)).slice(before);
  const caseId = (await json("/mailroom/cases", cases)).at(-1)?.id ?? "";
  const links = sent.flatMap((letter) => letter.links).map((link) => new URL(link).pathname);
  const messages = sent.map(({ id }) => `/mailroom/messages/${id}`);
  const paths = [...links, ...messages, `/mailroom/cases/${caseId}`];
  return {
    letters: await Promise.all(
      sent.map(async ({ id, to }) => {
        const raw = await (await fetch(`${url}/mailroom/messages/${id}/raw`)).text();
        return { to, build: buildOf(readRawMail(raw)), raw };
      }),
    ),
    pages: await Promise.all(
      paths.map(async (path) => {
        const html = await (await fetch(url + path)).text();
        const elements = startTags(html).map(({ tag, attributes }) => [tag, ...Object.keys(attributes)].join(" "));
        return { elements: elements.toSorted(), html };
      }),
    ),
  };
}

let hostile: readonly Shown[] = [];
let tame: readonly Shown[] = [];

beforeAll(async () => {
  hostile = await shownAfter(hostileWords.map(([, words]) => words));
  tame = await shownAfter(hostileWords.map(([, words]) => harmless(words)));
}, 300_000);

afterAll(() => {
  hostile = [];
  tame = [];
});

describe.each(hostileWords.map(([title], at) => ({ title, at })))(
  "$title in subject, name, file name and words",
  ({ at }) => {
    test("add no field, receiver or part to any letter", () => {
      const [attacked, normal] = [hostile[at], tame[at]];

      expect(normal?.letters.length).toBeGreaterThanOrEqual(2);
      expect(attacked?.letters.map(({ to }) => to)).toEqual(normal?.letters.map(({ to }) => to));
      expect(attacked?.letters.map(({ build }) => build)).toEqual(normal?.letters.map(({ build }) => build));
    });

    test("add no element or attribute to any page", () => {
      const [attacked, normal] = [hostile[at], tame[at]];

      expect(normal?.pages.length).toBeGreaterThanOrEqual(3);
      expect(attacked?.pages.map(({ elements }) => elements)).toEqual(normal?.pages.map(({ elements }) => elements));
    });
  },
);
