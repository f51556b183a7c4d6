import { z } from "zod";

/** Somebody who was named in a field: one line of it. */
export interface NamedPerson {
  readonly name: string;
  readonly email?: string;
}

const address = z.email();

/** What one line names: `Name, a@b.example`, `Name <a@b.example>` or `Name`; `undefined` when name or address is unclear. */
function personIn(line: string): NamedPerson | undefined {
  const email = /[^\s,;<>]*@[^\s,;<>]*/u.exec(line)?.[0];
  const name = (email === undefined ? line : line.replace(email, " ")).replace(/[\s,;<>]+/gu, " ").trim();
  if (name === "" || name.includes("@")) return undefined;
  if (email === undefined) return { name };
  return address.safeParse(email).success ? { name, email } : undefined;
}

const linesOf = (text: string) =>
  text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");

/** Every line that names somebody, as it is kept: `Name, a@b.example`; and the lines that do not. */
export function readPeople(text: string): {
  readonly people: readonly NamedPerson[];
  readonly unclear: readonly string[];
} {
  const read = linesOf(text).map((line) => ({ line, person: personIn(line) }));
  return {
    people: read.flatMap(({ person }) => person ?? []),
    unclear: read.flatMap(({ line, person }) => (person === undefined ? [line] : [])),
  };
}

/** Reads back what a `people` field kept. */
export function peopleIn(text: string): readonly NamedPerson[] {
  return readPeople(text).people;
}

/** How a `people` field keeps them: one per line. */
export function keptPeople(people: readonly NamedPerson[]): string {
  return people.map(({ name, email }) => (email === undefined ? name : `${name}, ${email}`)).join("\n");
}
