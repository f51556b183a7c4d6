import type { Dossier } from "../domain/dossier.ts";
import type { Procedure } from "../domain/procedure.ts";
import { everyOptionOf } from "../domain/tasks/answer.ts";
import type { Field } from "../domain/tasks/task-kind.ts";
import type { Language } from "../domain/text.ts";
import { dateInWords } from "../letters/wording/moment.ts";
import { together } from "../letters/wording/people.ts";
import { speaking } from "../letters/wording/say.ts";
import { WordsOf } from "./words-of.tsx";

interface AnsweredFieldProps {
  readonly field: Field;
  readonly value: string;
  readonly dossier: Dossier;
  readonly procedure: Procedure;
  readonly language: Language;
}

/** What was filled in, in words. */
export function AnsweredField({ field, value, dossier, procedure, language }: AnsweredFieldProps) {
  const chosen = (id: string) => labelOf(id, field, dossier, procedure, language);
  switch (field.control.type) {
    case "choice":
      return <>{chosen(value)}</>;
    case "several":
      return <>{together(value.split(",").map(chosen), language)}</>;
    case "date":
      return <time dateTime={value}>{dateInWords(value, language)}</time>;
    case "line":
    case "paragraph":
    case "email":
    case "people":
      return <WordsOf text={value} otherwise="" />;
  }
}

/** Colleagues who may act when it was answered may be involved now: their names come from the procedure. */
function labelOf(id: string, field: Field, dossier: Dossier, procedure: Procedure, language: Language): string {
  const option = everyOptionOf(field, procedure, dossier).find((one) => one.id === id);
  if (option !== undefined) return speaking(language)(option.label);
  return procedure.people.find((person) => person.id === id)?.name ?? id;
}
