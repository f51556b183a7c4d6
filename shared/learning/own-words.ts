import type { AnsweredTask, Dossier, Task } from "../domain/dossier.ts";
import type { Party } from "../domain/party.ts";
import { isRespondent } from "../domain/party.ts";
import type { Procedure } from "../domain/procedure.ts";
import { everyOptionOf, fieldsOf } from "../domain/tasks/answer.ts";
import { formOf } from "../domain/tasks/catalogue.ts";
import type { Field, TaskKindId } from "../domain/tasks/task-kind.ts";
import type { Language, Text } from "../domain/text.ts";
import { dateInWords } from "../letters/wording/moment.ts";
import { speaking } from "../letters/wording/say.ts";
import type { Instant } from "../ports.ts";

/** One thing that was said or written down, with its parts under a heading of their own. */
export interface Said {
  readonly at: Instant;
  readonly what: string;
  readonly parts: readonly { readonly label: string; readonly text: string }[];
  /** The names of the files that came with it. */
  readonly files: readonly string[];
}

/** What a party told us: the complaint, answers and messages. Never what another told. */
export function saidBy(who: Party, dossier: Dossier, procedure: Procedure, language: Language): readonly Said[] {
  const answers = dossier.tasks
    .filter((task): task is AnsweredTask => task.status === "answered" && isTheirs(task, who))
    .map((task) => answered(task, dossier, procedure, language));
  const messages = dossier.messages.filter(({ by }) => by === who).map((one) => message(one, language));
  return inOrder([...complaintOf(who, dossier, language), ...answers, ...messages]);
}

/** A message from an address, whoever it is in the case. */
export function message({ at, subject, text, attachments }: Dossier["messages"][number], language: Language): Said {
  const parts = [
    { label: labels.subject[language], text: subject },
    { label: labels.text[language], text },
  ];
  return {
    at,
    what: labels.message[language],
    parts: parts.filter((one) => one.text !== ""),
    files: names(attachments),
  };
}

/** What a colleague wrote down of what was said to or with a party themselves. */
export function recordedOf(who: Party, dossier: Dossier, procedure: Procedure, language: Language): readonly Said[] {
  return (
    dossier.tasks
      .filter((task): task is AnsweredTask => task.status === "answered" && wasPresent(task, who))
      // The title of the task is an instruction to the colleague.
      .map((task) => ({ ...answered(task, dossier, procedure, language), what: labels.talk[language] }))
  );
}

/** Talks at which the complainant was; those with both sides in `withBoth`. */
const withComplainant: readonly TaskKindId[] = ["first-response", "follow-up"];
const withBoth: readonly TaskKindId[] = ["hold-session", "three-way-talk"];
const held = ["held", "agreement", "no-agreement"];

function wasPresent({ kind, about, answer }: AnsweredTask, who: Party): boolean {
  if (kind === "address-respondent") return about === who;
  if (withBoth.includes(kind)) return (who === "complainant" || isRespondent(who)) && held.includes(answer.outcome);
  return who === "complainant" && withComplainant.includes(kind);
}

/** They answered it, or a colleague wrote down their answer. */
function isTheirs({ by, onBehalfOf }: Task & { readonly by: Party }, who: Party): boolean {
  return onBehalfOf === undefined ? by === who : onBehalfOf === who;
}

function complaintOf(who: Party, dossier: Dossier, language: Language): readonly Said[] {
  if (who !== "complainant" || dossier.matter.kind !== "complaint") return [];
  const { receivedAt: at, subject, text, attachments, report } = dossier;
  const parts = [
    { label: labels.subject[language], text: subject },
    { label: labels.text[language], text },
    { label: labels.course[language], text: report?.course ?? "" },
    { label: labels.tried[language], text: report?.tried ?? "" },
  ];
  const told = parts.filter((one) => one.text !== "");
  return [{ at, what: labels.complaint[language], parts: told, files: names(attachments) }];
}

function answered(task: AnsweredTask, dossier: Dossier, procedure: Procedure, language: Language): Said {
  const say = speaking(language);
  const form = formOf(task);
  const { facts, private: words, outcome } = task.answer;
  const ending = form.outcomes.length > 1 ? form.outcomes.find(({ id }) => id === outcome) : undefined;
  const parts = fieldsOf(form, outcome, procedure, dossier).flatMap((field) => {
    const value = facts[field.name] ?? words[field.name];
    return value === undefined
      ? []
      : [{ label: say(field.label), text: inWords(field, value, dossier, procedure, language) }];
  });
  const chosen = ending === undefined ? [] : [{ label: labels.answer[language], text: say(ending.label) }];
  return { at: task.answeredAt, what: say(form.title), parts: [...chosen, ...parts], files: [] };
}

function inWords(field: Field, value: string, dossier: Dossier, procedure: Procedure, language: Language): string {
  if (field.control.type === "date") return dateInWords(value, language);
  if (field.control.type !== "choice") return value;
  const option = everyOptionOf(field, procedure, dossier).find(({ id }) => id === value);
  return option === undefined ? value : option.label[language];
}

const names = (files: Dossier["attachments"]) => files.map(({ name }) => name);
const inOrder = (all: readonly Said[]) => all.toSorted((one, other) => one.at.localeCompare(other.at));

const labels = {
  complaint: { nl: "Uw klacht", en: "Your complaint" },
  talk: { nl: "Gesprek met u", en: "Talk with you" },
  message: { nl: "Uw bericht", en: "Your message" },
  subject: { nl: "Onderwerp", en: "Subject" },
  text: { nl: "Tekst", en: "Text" },
  course: { nl: "Training", en: "Course" },
  tried: { nl: "Wat u al probeerde", en: "What you already tried" },
  answer: { nl: "Antwoord", en: "Answer" },
} as const satisfies Readonly<Record<string, Text>>;
