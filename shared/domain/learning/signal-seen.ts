import type { Dossier } from "../dossier.ts";
import type { SignalSeen } from "./overview-input.ts";

const answers = ["measures", "watch", "nothing"] as const;

/** A signal as its file tells it, without whom it is about (B36). `undefined` for another file. */
export function signalSeen(dossier: Dossier): SignalSeen | undefined {
  const { matter, caseId, number, registeredAt: raisedAt, tasks } = dossier;
  if (matter.kind !== "signal") return undefined;
  const { rule, dimension, code, count } = matter.signal;
  const looked = tasks.findLast(({ kind, status }) => kind === "look-into-signal" && status === "answered");
  const answer = looked?.status === "answered" ? answers.find((one) => one === looked.answer.outcome) : undefined;
  return { caseId, number, rule, dimension, ...(code && { code }), raisedAt, count, ...(answer && { answer }) };
}
