import { z } from "zod";
import { contentFingerprint } from "../mail/fingerprint.ts";
import type { ParsedMail } from "../mail/parsed-mail.ts";
import type { Write } from "../ports.ts";
import type { CaseStore } from "../store/cases.ts";
import { claimKey } from "../store/keys.ts";
import type { Arrived } from "./arrived-mail.ts";

/** Somebody who presses send twice, or whose program sends the same words with another id. */
const withinMs = 60 * 60 * 1000;

const said = z.object({ caseId: z.string(), at: z.iso.datetime() });

interface WordsAgain {
  /** The case in which the same person said the same within the hour. */
  readonly saidIn?: string;
  /** Remembers in which case they were said. */
  readonly claim: (caseId: string) => Write;
}

/** Whether the same person sent the same words, with the same files, less than an hour ago. */
export async function wordsAgain(
  mail: ParsedMail,
  { procedure, stored }: Arrived,
  { items }: CaseStore,
): Promise<WordsAgain> {
  const key = claimKey("CONTENT", procedure.id, contentFingerprint(mail));
  const item = await items.get(key);
  const found = item === undefined ? undefined : said.parse(item);
  const { receivedAt: at } = stored;
  const isRecent = found !== undefined && Math.abs(Date.parse(at) - Date.parse(found.at)) <= withinMs;
  return {
    // A form that is posted twice is known by its own ticket.
    ...(isRecent && stored.form === undefined && { saidIn: found.caseId }),
    claim: (caseId) => ({
      put: { ...key, caseId, at },
      when: found === undefined ? "absent" : { caseId: found.caseId, at: found.at },
    }),
  };
}
