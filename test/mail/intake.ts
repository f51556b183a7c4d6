import { SqliteItemStore } from "../../local/adapters/item-store.ts";
import { RandomSecrets } from "../../shared/aws/secrets.ts";
import { rawMailKey, receiveMail } from "../../shared/cases/receive-mail.ts";
import type { Item } from "../../shared/ports.ts";
import { CaseStore } from "../../shared/store/cases.ts";
import { type IntakeEntry, intakeEntry } from "../../shared/store/intake-log.ts";
import { mondayMorning, procedures } from "../support/case-under-test.ts";
import { unchecked } from "./corpus.ts";

export type Ended = IntakeEntry["disposition"] | "lost";

/** What became of one mail. */
export interface MailTaken {
  /** What the log of each organisation says that it was sent to, in their order. */
  readonly ended: readonly Ended[];
  /** Something was begun that writes to its sender: the course of a case, or a letter. */
  readonly isAnswered: boolean;
}

const houses = { learnworks: "klachten@learnworks.example", sterker: "klachten@sterker.example" } as const;
type House = keyof typeof houses;

/** The intake function over stores in memory; two hours go by before each mail, so that nobody writes too much in a day. */
export function desk(): (raw: Uint8Array, envelopeFrom: string, to?: readonly House[]) => Promise<MailTaken> {
  const secrets = new RandomSecrets();
  const files = new Map<string, Uint8Array>();
  const archive = {
    get: async (key: string) => files.get(key),
    put: async (key: string, bytes: Uint8Array) => void files.set(key, bytes),
    delete: async (key: string) => void files.delete(key),
    link: async () => undefined,
  };
  const items = new SqliteItemStore(":memory:");
  let now = Date.parse(mondayMorning);
  const clock = { now: () => new Date(now).toISOString() };
  const cases = new CaseStore({ items, procedures: Object.values(procedures), clock, secrets });
  let isAnswered = false;
  items.onCommitted((put: readonly Item[]) => {
    if (put.some(({ kind }) => kind === "letter")) isAnswered = true;
  });
  const workflow = {
    start: async () => {
      isAnswered = true;
    },
    answer: async () => "delivered" as const,
    fail: async () => "gone" as const,
  };
  return async (raw, envelopeFrom, to = ["learnworks"]) => {
    now += 2 * 3_600_000;
    isAnswered = false;
    const mailId = secrets.id();
    const before = Buffer.from(raw);
    files.set(rawMailKey(mailId), raw);
    const envelope = { from: envelopeFrom, recipients: to.map((house) => houses[house]) };
    const stored = { mailId, envelope, receivedAt: clock.now(), verdicts: unchecked };
    await receiveMail(stored, { cases, archive, workflow, secrets });
    const kept = files.get(rawMailKey(mailId));
    const isKept = kept !== undefined && before.equals(kept);
    // A long run is about mails, not about how many files a map can hold.
    files.clear();
    const entries = await Promise.all(to.map((house) => intakeEntry(items, house, mailId)));
    const ended = entries.map(
      (entry): Ended =>
        !isKept || entry === undefined || entry.disposition === "pending" ? "lost" : entry.disposition,
    );
    return { ended, isAnswered };
  };
}

/** The same for one organisation, and only how it ended. */
export function intake(): (raw: Uint8Array, envelopeFrom?: string) => Promise<Ended> {
  const take = desk();
  return async (raw, envelopeFrom = "iemand@elders.example") => (await take(raw, envelopeFrom)).ended[0] ?? "lost";
}
