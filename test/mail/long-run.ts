import { generatedMails } from "./generated.ts";
import { desk, type Ended } from "./intake.ts";
import { throughTheRoom } from "./promises.ts";

export interface Tally {
  readonly ended: Map<Ended | "crashed", number>;
  /** ms per mail through the intake function. */
  readonly ms: number[];
  /** How many mails of machines there were; none may be answered. */
  machines: number;
  answered: number;
  /** What went wrong, with the mail in base64; empty when all is well. */
  readonly wrong: string[];
}

/** How many mails go to one desk, so that memory shows what a mail takes and not what a full database does. */
const perDesk = 500;

/** At least `mails` generated mails through the intake function, every fifth to two organisations; says what became of them. */
export async function longRun(mails: number, seed: number): Promise<Tally> {
  const tally: Tally = { ended: new Map(), ms: [], machines: 0, answered: 0, wrong: [] };
  let take = desk();
  let at = 0;
  for (const { kind, raw, envelopeFrom, isMachine } of generatedMails(mails, seed)) {
    at += 1;
    if (at % perDesk === 0) take = desk();
    const wrong: string[] = [];
    try {
      const started = performance.now();
      const { ended, isAnswered } = await take(
        raw,
        envelopeFrom,
        at % 5 === 0 ? ["learnworks", "sterker"] : ["learnworks"],
      );
      tally.ms.push(performance.now() - started);
      for (const end of ended) tally.ended.set(end, (tally.ended.get(end) ?? 0) + 1);
      if (ended.includes("lost")) wrong.push("lost");
      if (isMachine) tally.machines += 1;
      if (isMachine && isAnswered) {
        tally.answered += 1;
        wrong.push("a machine is answered");
      }
      wrong.push(...(await throughTheRoom(raw)).broken);
    } catch (error) {
      tally.ended.set("crashed", (tally.ended.get("crashed") ?? 0) + 1);
      wrong.push(String(error));
    }
    if (wrong.length > 0)
      tally.wrong.push(`${kind}: ${wrong.join(", ")}\n${Buffer.from(raw).toString("base64").slice(0, 4_000)}`);
  }
  return tally;
}
