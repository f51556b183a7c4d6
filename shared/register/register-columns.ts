import { localDay } from "../domain/calendar.ts";
import {
  categoryLabel,
  causeLabel,
  channelLabel,
  delayLabel,
  findingLabel,
  outcomeLabel,
  respondentLabel,
} from "../domain/learning/overview-labels.ts";
import type { Duty, Procedure } from "../domain/procedure.ts";
import type { RegisterRow } from "../domain/register/register-row.ts";
import { assess } from "../domain/tasks/assess.ts";
import { assessFields } from "../domain/tasks/assess-fields.ts";
import { type Option, type Phase, phases } from "../domain/tasks/task-kind.ts";
import type { Text } from "../domain/text.ts";

/** A local date, `2026-06-30`. */
export interface Day {
  readonly day: string;
}

/** What stands in a cell; `undefined` leaves it empty. */
export type CellContent = Text | string | number | Day | undefined;

/** One column of the register as people download it. No column has names of people in it. */
export interface RegisterColumn {
  readonly title: Text;
  readonly content: (row: RegisterRow) => CellContent;
}

/** The columns of an organisation's register (A24, A30, B11); each duty that a case can show has one of its own. */
export function registerColumns(procedure: Procedure): readonly RegisterColumn[] {
  const dayOf = (moment: string | undefined) =>
    moment === undefined ? undefined : { day: localDay(moment, procedure.calendar.timeZone) };
  return [
    { title: { nl: "Nummer", en: "Number" }, content: ({ number }) => number },
    { title: { nl: "Soort", en: "Kind" }, content: ({ kind }) => kinds[kind] },
    { title: { nl: "Stand", en: "Status" }, content: ({ status }) => statuses[status] },
    { title: { nl: "Ontvangen op", en: "Filed on" }, content: ({ filedAt }) => dayOf(filedAt) },
    { title: { nl: "Hoe ontvangen", en: "Received by" }, content: ({ channel }) => channelLabel(channel) },
    { title: { nl: "Onderwerp", en: "Category" }, content: ({ category }) => told(category, categoryLabel(procedure)) },
    { title: { nl: "Oorzaak", en: "Cause" }, content: ({ cause }) => told(cause, causeLabel(procedure)) },
    { title: { nl: "Oordeel", en: "Finding" }, content: ({ finding }) => told(finding, findingLabel) },
    { title: { nl: "Ernst", en: "Severity" }, content: ({ severity }) => chosen("severity", severity) },
    { title: { nl: "Mogelijke claim", en: "Possible claim" }, content: ({ claim }) => chosen("claim", claim) },
    { title: { nl: "Hoe opgepakt", en: "How taken up" }, content: ({ takenUp }) => labelIn(assess.outcomes, takenUp) },
    { title: { nl: "Uitkomst", en: "Outcome" }, content: ({ outcome }) => told(outcome, outcomeLabel) },
    { title: { nl: "Training of cursus", en: "Course" }, content: ({ courseName }) => courseName },
    {
      title: { nl: "Over wie", en: "About whom" },
      content: ({ respondentKinds }) => listed(respondentKinds.map(respondentLabel)),
    },
    { title: { nl: "Afgerond op", en: "Closed on" }, content: ({ closedAt }) => dayOf(closedAt) },
    { title: { nl: "Ingetrokken", en: "Withdrawn" }, content: ({ withdrawn }) => yesOrNo(withdrawn) },
    { title: { nl: "Heropend", en: "Reopened" }, content: ({ reopened }) => yesOrNo(reopened) },
    ...phases.map((phase) => ({
      title: daysTitles[phase],
      content: ({ daysIn }: RegisterRow) => daysIn[phase],
    })),
    { title: { nl: "Waarom later", en: "Why later" }, content: ({ delayWhy }) => listed(delayWhy.map(delayLabel)) },
    {
      title: { nl: "Tevreden klager (1-5)", en: "Complainant satisfied (1-5)" },
      content: ({ satisfaction }) => satisfaction.complainant?.score,
    },
    {
      title: { nl: "Klager voelde zich gehoord (1-5)", en: "Complainant felt heard (1-5)" },
      content: ({ satisfaction }) => satisfaction.complainant?.heard,
    },
    {
      title: { nl: "Tevreden anderen (1-5)", en: "Others satisfied (1-5)" },
      content: ({ satisfaction }) =>
        satisfaction.respondents.flatMap(({ score }) => score ?? []).join(", ") || undefined,
    },
    { title: { nl: "Maatregelen", en: "Measures" }, content: ({ measures }) => measures },
    ...procedure.duties.filter(isShownByCase).map(({ id }) => ({
      title: { nl: `Plicht ${id}`, en: `Duty ${id}` },
      content: ({ duties }: RegisterRow) => dutyWords(duties?.[id]),
    })),
  ];
}

const isShownByCase = ({ proof }: Duty) => proof !== "organisation";

const kinds: { readonly [Kind in RegisterRow["kind"]]: Text } = {
  complaint: { nl: "Klacht", en: "Complaint" },
  advice: { nl: "Advies", en: "Advice" },
  "not-a-complaint": { nl: "Geen klacht", en: "No complaint" },
  undecided: { nl: "Nog niet beoordeeld", en: "Not assessed yet" },
};

const statuses: { readonly [Status in RegisterRow["status"]]: Text } = {
  open: { nl: "Open", en: "Open" },
  closed: { nl: "Afgerond", en: "Closed" },
};

const daysTitles: { readonly [One in Phase]: Text } = {
  intake: { nl: "Dagen ontvangen en beoordelen", en: "Days receiving and assessing" },
  analysis: { nl: "Dagen uitzoeken", en: "Days finding out" },
  handling: { nl: "Dagen oplossen of oordelen", en: "Days solving or judging" },
  feedback: { nl: "Dagen terugkoppelen", en: "Days reporting back" },
  learning: { nl: "Dagen leren", en: "Days learning" },
};

function dutyWords(status: NonNullable<RegisterRow["duties"]>[string] | undefined): Text | undefined {
  switch (status) {
    case undefined:
      return undefined;
    case "met":
      return { nl: "Gedaan", en: "Done" };
    case "late":
      return { nl: "Te laat of niet gedaan", en: "Late or not done" };
    case "open":
      return { nl: "Nog te doen", en: "Still to do" };
    case "not-applicable":
      return { nl: "Niet van toepassing", en: "Does not apply" };
  }
}

const told = (code: string | undefined, labelOf: (code: string) => Text) =>
  code === undefined ? undefined : labelOf(code);

/** What was chosen in a question of the assessment. */
function chosen(name: "severity" | "claim", code: string | undefined): Text | undefined {
  const { control } = assessFields.find((field) => field.name === name) ?? { control: undefined };
  return control?.type === "choice" && "options" in control ? labelIn(control.options, code) : undefined;
}

function labelIn(options: readonly Pick<Option, "id" | "label">[], code: string | undefined): Text | undefined {
  return options.find(({ id }) => id === code)?.label;
}

const yesOrNo = (isSo: boolean): Text => (isSo ? { nl: "Ja", en: "Yes" } : { nl: "Nee", en: "No" });

function listed(texts: readonly Text[]): Text | undefined {
  if (texts.length === 0) return undefined;
  return { nl: texts.map(({ nl }) => nl).join(", "), en: texts.map(({ en }) => en).join(", ") };
}
