import { z } from "zod";
import type { Text } from "../text.ts";

/** Somebody as a `people` field names them. */
export interface NamedPerson {
  readonly name: string;
  readonly email?: string;
}

/** Characters of one line, and of one address (RFC 5321, section 4.5.3.1.3). */
const longestLine = 300;
const longestAddress = 254;

/** The people in a `people` field as it is kept; a line without an address is a name. */
export function peopleIn(text: string): readonly NamedPerson[] {
  return linesOf(text).map((line) => {
    const { name, email } = partsOf(line);
    return email !== undefined && isAddress(email) && name !== "" ? { name, email } : { name: line };
  });
}

/** One person as `Name, address`, or `Name` alone. */
export function lineOf({ name, email }: { readonly name: string; readonly email?: string | undefined }): string {
  return email === undefined ? name : `${name}, ${email}`;
}

/** What was typed, one person on each line, as it is kept; or what is wrong with which line. */
export function readPeople(
  typed: string,
  { atLeast = 1, atMost }: { readonly atLeast?: number; readonly atMost: number },
): { readonly value: string } | { readonly problem: Text } {
  const lines = linesOf(typed);
  for (const [index, line] of lines.entries()) {
    const problem = problemWith(line, index + 1);
    if (problem !== undefined) return { problem };
  }
  const kept = [...new Set(lines.map((line) => lineOf(partsOf(line))))];
  if (kept.length > atMost) return { problem: tooMany(atMost) };
  if (kept.length < atLeast) return { problem: tooFew(atLeast) };
  return { value: kept.join("\n") };
}

function linesOf(text: string): readonly string[] {
  return text
    .split("\n")
    .map((line) => line.replace(/\s+/g, " ").trim())
    .filter((line) => line !== "");
}

/** `Name <address>`, else `Name, address` by the last comma: a name may have a comma of its own. */
function partsOf(line: string): NamedPerson {
  const bracketed = /^(?<name>[^<>]*)<(?<email>[^<>]*)>$/.exec(line)?.groups;
  const separated = /^(?<name>.*),(?<email>[^,]*)$/.exec(line)?.groups;
  const { name, email } = bracketed ?? separated ?? { name: line };
  const known = name?.replace(/[\s,]+$/, "").trim() ?? "";
  return email === undefined ? { name: known } : { name: known, email: email.trim() };
}

function isAddress(email: string): boolean {
  return email.length <= longestAddress && z.email().safeParse(email).success;
}

function problemWith(line: string, at: number): Text | undefined {
  const { name, email } = partsOf(line);
  if (line.length > longestLine) {
    return { nl: `Regel ${at} is te lang.`, en: `Line ${at} is too long.` };
  }
  if (email !== undefined && !isAddress(email)) {
    return {
      nl: `Regel ${at}: “${email}” is geen mailadres. Schrijf naam, mailadres. Of alleen een naam.`,
      en: `Line ${at}: “${email}” is no mail address. Write name, mail address. Or a name only.`,
    };
  }
  if (name === "" || /[@<>]/.test(name)) {
    return {
      nl: `Regel ${at}: schrijf eerst de naam, dan een komma en dan het mailadres.`,
      en: `Line ${at}: write the name first, then a comma and then the mail address.`,
    };
  }
  return undefined;
}

function tooMany(atMost: number): Text {
  return atMost === 1
    ? { nl: "Noem één persoon.", en: "Name one person." }
    : { nl: `Noem hoogstens ${atMost} personen.`, en: `Name ${atMost} people at most.` };
}

function tooFew(atLeast: number): Text {
  return {
    nl: `Noem minstens ${atLeast} verschillende personen, elk op een eigen regel.`,
    en: `Name at least ${atLeast} different people, each on a line of their own.`,
  };
}
