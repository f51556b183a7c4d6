import type { Dossier } from "../../domain/dossier.ts";
import type { MatterKind } from "../../domain/matter.ts";
import { isPromise } from "../../domain/tasks/report-measure.ts";
import type { Text } from "../../domain/text.ts";

/** What a file is to people: a promise is a measure that somebody waits for. */
export type FileKind = MatterKind | "promise";

/** A file as it is spoken of: `maatregel`, `de maatregel`, `deze maatregel`. */
export interface FileWords {
  readonly name: Text;
  readonly the: Text;
  readonly this: Text;
}

export function fileKindOf(dossier: Dossier): FileKind {
  return isPromise(dossier) ? "promise" : dossier.matter.kind;
}

/** What this file is called. */
export function fileWords(dossier: Dossier): FileWords {
  return words[fileKindOf(dossier)];
}

const words = {
  complaint: {
    name: { nl: "zaak", en: "case" },
    the: { nl: "de zaak", en: "the case" },
    this: { nl: "deze zaak", en: "this case" },
  },
  measure: {
    name: { nl: "maatregel", en: "measure" },
    the: { nl: "de maatregel", en: "the measure" },
    this: { nl: "deze maatregel", en: "this measure" },
  },
  promise: {
    name: { nl: "belofte", en: "promise" },
    the: { nl: "de belofte", en: "the promise" },
    this: { nl: "deze belofte", en: "this promise" },
  },
  signal: {
    name: { nl: "patroon", en: "pattern" },
    the: { nl: "het patroon", en: "the pattern" },
    this: { nl: "dit patroon", en: "this pattern" },
  },
  review: {
    name: { nl: "terugblik", en: "review" },
    the: { nl: "de terugblik", en: "the review" },
    this: { nl: "deze terugblik", en: "this review" },
  },
  mail: {
    name: { nl: "mail", en: "mail" },
    the: { nl: "de mail", en: "the mail" },
    this: { nl: "deze mail", en: "this mail" },
  },
} as const satisfies Readonly<Record<FileKind, FileWords>>;
