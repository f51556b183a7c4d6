import type { Procedure } from "../procedure.ts";
import type { Text } from "../text.ts";

/** What the codes of a register are called: kept in an overview, so that it keeps its words when a list changes. */
export type LabelOf = (code: string) => Text;

export function categoryLabel({ categories }: Procedure): LabelOf {
  return (code) => categories.find(({ id }) => id === code)?.label ?? asWritten(code);
}

export function causeLabel({ causes }: Procedure): LabelOf {
  return (code) => causes.find(({ id }) => id === code)?.label ?? asWritten(code);
}

/** A course is kept as its words with hyphens between. */
export function courseLabel(code: string): Text {
  const words = code.replaceAll("-", " ");
  return asWritten(words.charAt(0).toUpperCase() + words.slice(1));
}

const channels: ReadonlyMap<string, Text> = new Map([
  ["email", { nl: "E-mail", en: "E-mail" }],
  ["web", { nl: "Formulier op de website", en: "Form on the website" }],
  ["phone", { nl: "Telefoon", en: "Phone" }],
  ["counter", { nl: "In een gesprek", en: "In person" }],
  ["letter", { nl: "Brief", en: "Letter" }],
]);

export function channelLabel(code: string): Text {
  return channels.get(code) ?? asWritten(code);
}

const findings: ReadonlyMap<string, Text> = new Map([
  ["founded", { nl: "Terecht", en: "Founded" }],
  ["partly-founded", { nl: "Voor een deel terecht", en: "Partly founded" }],
  ["unfounded", { nl: "Niet terecht", en: "Unfounded" }],
  ["cannot-be-established", { nl: "Niet vast te stellen", en: "Cannot be established" }],
]);

export function findingLabel(code: string): Text {
  return findings.get(code) ?? asWritten(code);
}

const endings: ReadonlyMap<string, Text> = new Map([
  ["withdrawn", { nl: "Ingetrokken", en: "Withdrawn" }],
  ["solved-at-first-contact", { nl: "Meteen opgelost", en: "Solved at first contact" }],
  ["referred", { nl: "Doorverwezen", en: "Referred" }],
  ["advice", { nl: "Advies", en: "Advice" }],
  ["solved-by-talking", { nl: "Opgelost door te praten", en: "Solved by talking" }],
]);

/** How a complaint ended: the finding, or how it ended without one (A24). */
export function outcomeLabel(code: string): Text {
  return endings.get(code) ?? findingLabel(code);
}

const respondents: ReadonlyMap<string, Text> = new Map([
  ["colleague", { nl: "Over een collega", en: "About a colleague" }],
  ["other", { nl: "Over iemand van buiten", en: "About somebody from outside" }],
]);

export function respondentLabel(code: string): Text {
  return respondents.get(code) ?? asWritten(code);
}

const delays: ReadonlyMap<string, Text> = new Map([
  ["waiting-complainant", { nl: "Wachten op de klager", en: "Waiting for the complainant" }],
  ["waiting-respondent", { nl: "Wachten op de ander", en: "Waiting for the other side" }],
  ["absence", { nl: "Ziekte of vakantie", en: "Illness or leave" }],
  ["complex", { nl: "Ingewikkelde zaak", en: "Complicated case" }],
  ["other", { nl: "Iets anders", en: "Something else" }],
]);

export function delayLabel(code: string): Text {
  return delays.get(code) ?? asWritten(code);
}

function asWritten(words: string): Text {
  return { nl: words, en: words };
}
