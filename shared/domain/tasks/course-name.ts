import type { Dossier } from "../dossier.ts";
import type { Procedure } from "../procedure.ts";
import { plain } from "../seats.ts";
import { peopleIn } from "./people-lines.ts";
import type { Answer, Problem } from "./task-kind.ts";

/** Words of a name that are in other names and in courses too. */
const shortestWord = 3;

/**
 * The name of the course stays in the register when everything else is erased: it must not tell who complains or whom it is about. Names of
 * theirs count word by word, as written; whole names of theirs and of colleagues count however they are written.
 */
export function namesInCourse(
  { facts, private: words }: Answer,
  dossier: Dossier,
  procedure: Procedure,
): readonly Problem[] {
  const course = facts["course"];
  if (course === undefined) return [];
  const staff = words["respondentStaff"]?.split(",") ?? [];
  const colleagues = procedure.people.map(({ name }) => name);
  const theirs = [
    dossier.complainant?.name,
    ...dossier.respondents.map(({ name }) => name),
    ...procedure.people.filter(({ id }) => staff.includes(id)).map(({ name }) => name),
    ...peopleIn(words["respondentOthers"] ?? "").map(({ name }) => name),
  ].filter((name) => name !== undefined);
  const found =
    [...theirs, ...colleagues].find((name) => holds(plain(course), plain(name))) ??
    wordsOf(course).find((word) => theirs.flatMap(nameWords).includes(word));
  if (found === undefined) return [];
  const message = {
    nl: `Haal de naam ${found} weg: de training blijft altijd in het register staan. Noem alleen de training.`,
    en: `Take out the name ${found}: the course stays in the register for ever. Give the course only.`,
  };
  return [{ field: "course", message }];
}

/** A whole name as words of its own; one word is no whole name. */
function holds(text: string, name: string): boolean {
  return name.includes(" ") && ` ${text} `.includes(` ${name} `);
}

/** What names begin with a capital for: "van" and "de" tell nobody apart. */
function nameWords(name: string): readonly string[] {
  return wordsOf(name).filter((word) => word.length >= shortestWord && /^\p{Lu}/u.test(word));
}

const wordsOf = (text: string): readonly string[] => text.match(/\p{L}+/gu) ?? [];
