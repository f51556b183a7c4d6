import { SqliteItemStore } from "../../local/adapters/item-store.ts";
import { RandomSecrets } from "../../shared/aws/secrets.ts";
import { rawMailKey, receiveMail } from "../../shared/cases/receive-mail.ts";
import { CaseStore } from "../../shared/store/cases.ts";
import { type IntakeEntry, intakeEntry } from "../../shared/store/intake-log.ts";
import { mondayMorning, procedures } from "../support/case-under-test.ts";
import { unchecked } from "./corpus.ts";

/** The intake function over stores in memory: takes any bytes as a mail and tells what the intake log says of it. */
export function intake(): (raw: Uint8Array, envelopeFrom?: string) => Promise<IntakeEntry["disposition"] | "lost"> {
  const secrets = new RandomSecrets();
  const files = new Map<string, Uint8Array>();
  const archive = {
    get: async (key: string) => files.get(key),
    put: async (key: string, bytes: Uint8Array) => void files.set(key, bytes),
    delete: async (key: string) => void files.delete(key),
    link: async () => undefined,
  };
  const items = new SqliteItemStore(":memory:");
  const clock = { now: () => mondayMorning };
  const cases = new CaseStore({ items, procedures: Object.values(procedures), clock, secrets });
  const workflow = {
    start: async () => undefined,
    answer: async () => "delivered" as const,
    fail: async () => "gone" as const,
  };
  return async (raw, envelopeFrom = "iemand@elders.example") => {
    const mailId = secrets.id();
    files.set(rawMailKey(mailId), raw);
    const envelope = { from: envelopeFrom, recipients: ["klachten@learnworks.example"] };
    const stored = { mailId, envelope, receivedAt: mondayMorning, verdicts: unchecked };
    await receiveMail(stored, { cases, archive, workflow, secrets });
    const kept = files.get(rawMailKey(mailId)) === raw;
    // A long run is about mails, not about how many files a map can hold.
    files.clear();
    const entry = await intakeEntry(items, "learnworks", mailId);
    return !kept || entry === undefined || entry.disposition === "pending" ? "lost" : entry.disposition;
  };
}
