import type { LetterKind } from "../../shared/domain/letter-kinds.ts";
import type { Party } from "../../shared/domain/party.ts";
import type { Procedure } from "../../shared/domain/procedure.ts";
import { type Language, languages } from "../../shared/domain/text.ts";
import { type ExampleToRender, examplesToRender } from "../../shared/letters/examples.ts";
import { type LetterToRender, renderLetter } from "../../shared/letters/render.ts";
import { type CaseUnderTest, mondayMorning, procedures } from "../support/case-under-test.ts";

export const links = {
  task: "https://wederhoor.example/t/NeWFaTt4cJ6sUrVqR1cWZ0m5b3Jr",
  status: "https://wederhoor.example/s/hZ2kPq9XwE7yLd3NvB8sTg5aMf1c",
};

/** Learnworks with every branch there is, and every term that comes with it. */
const everything: Procedure = {
  ...procedures.learnworks,
  branches: {
    handling: "solution",
    reportForm: true,
    talkFirst: true,
    advice: true,
    consult: true,
    urgent: true,
    session: true,
    mediation: true,
    confirmSolution: true,
    addressing: true,
    independent: true,
    survey: true,
  },
  tasks: {
    ...procedures.sterker.tasks,
    ...procedures.learnworks.tasks,
    "hold-session": { within: { amount: 10, unit: "working-days" }, duty: "house", basis: "house-default" },
  },
};

export const houses = { ...procedures, everything };

export interface LetterCase extends ExampleToRender {
  readonly title: string;
  readonly language: Language;
}

/** One letter of each kind, task and reader, of each organisation and in each language. */
export const everyLetter: readonly LetterCase[] = Object.entries(houses).flatMap(([name, procedure]) =>
  languages.flatMap((language) =>
    examplesToRender(procedure, language).map((example, index) => ({
      ...example,
      language,
      title: `${index + 1}. ${example.kind}${example.task === undefined ? "" : ` (${example.task})`} to ${example.to} at ${name} in ${language}${example.onPaper ? " on paper" : ""}`,
    })),
  ),
);

/** The newest letter of this kind to this party in a case, as it would be mailed now. */
export function mailed(
  one: CaseUnderTest,
  letter: LetterKind,
  to: Party,
  { now = mondayMorning, ...given }: Partial<LetterToRender> = {},
) {
  const queued = one.dossier.letters.findLast((known) => known.letter === letter && known.to === to);
  if (queued === undefined) throw new Error(`No ${letter} was queued for ${to}.`);
  const { letterId, taskId } = queued;
  const { dossier, procedure } = one;
  const own = taskId === undefined ? { status: links.status } : { task: links.task };
  return renderLetter({ letter, to, dossier, procedure, taskId, letterId, links: own, now, ...given });
}
