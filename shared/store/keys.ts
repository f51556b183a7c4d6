import { createHash } from "node:crypto";
import type { Instant, Key } from "../ports.ts";

/** Where each kind of item lives in the single table. Partitions begin with the kind and the organisation. */

export const casePartition = (organisation: string, caseId: string) => `CASE#${organisation}#${caseId}`;

/** An item of a case: `EVENT#000001`, `CASE`, `LETTER#letter-1`, `SIGNAL#start`, `TOKEN#assess-1`. */
export const caseKey = (organisation: string, caseId: string, sk: string): Key => ({
  pk: casePartition(organisation, caseId),
  sk,
});

export const eventSort = (version: number) => `EVENT#${String(version).padStart(6, "0")}`;

/** Links are found by the SHA-256 of their secret; the secret itself is in the letter only. */
export const linkKey = (secret: string): Key => ({ pk: `LINK#${sha256(secret)}`, sk: "LINK" });

export const mailKey = (organisation: string, mailId: string, sk = "MAIL"): Key => ({
  pk: `MAIL#${organisation}#${mailId}`,
  sk,
});

/** Claims on a text, each taken once: a delivery, a reply address, a message id in a thread, a case number, an act through a page. */
export const claimKey = (
  kind: "DELIVERY" | "CONTENT" | "REPLY" | "THREAD" | "NUMBER" | "ACT" | "HELD",
  organisation: string,
  text: string,
): Key => ({
  // Others' words are hashed, for a key is seen in more places than an item.
  pk: `${kind}#${organisation}#${kind === "THREAD" || kind === "HELD" ? sha256(text) : text}`,
  sk: kind,
});

/** How much mail an address sent us, and how often we answered it by ourselves, on a local day; a day stands together, to be forgotten. */
export const mailCountPartition = (organisation: string, day: string) => `MAILCOUNT#${organisation}#${day}`;
export const mailCountKey = (organisation: string, day: string, box: string): Key => ({
  pk: mailCountPartition(organisation, day),
  sk: `BOX#${sha256(box)}`,
});

/** Links to the desk are found by the SHA-256 of their secret too. */
export const signInKey = (secret: string): Key => signInKeyOf(sha256(secret));
export const signInKeyOf = (hash: string): Key => ({ pk: `SIGNIN#${hash}`, sk: "SIGNIN" });

/** The links to the desk that an address asked for. */
export const signInsKey = (email: string): Key => ({ pk: `SIGNINS#${sha256(email)}`, sk: "SIGNINS" });

/** A mail with a link to the desk that has to go out. */
export const signInMailKey = (organisation: string, signInId: string): Key => ({
  pk: `DESK#${organisation}#${signInId}`,
  sk: "SIGN-IN",
});

/** The morning mail of a colleague that has to go out. */
export const digestKey = (organisation: string, day: string, person: string): Key => ({
  pk: `DIGEST#${organisation}#${day}#${person}`,
  sk: "DIGEST",
});

/** A mail to the administrator that has to go out. */
export const troubleKey = (organisation: string, troubleId: string): Key => ({
  pk: `TROUBLE#${organisation}#${troubleId}`,
  sk: "TROUBLE",
});
/** Of what the administrator hears on this local day, by whose mail it is. */
export const troubleToldKey = (organisation: string, day: string, about: string): Key => ({
  pk: `TROUBLES#${organisation}#${day}`,
  sk: `TOLD#${about}`,
});

/** What the daily round remembers of an organisation: since when it runs, what it began, told and mailed already. */
export const roundPartition = (organisation: string) => `ROUND#${organisation}`;
export const roundKey = (organisation: string, sk: string): Key => ({ pk: roundPartition(organisation), sk });

/** Which pattern; what tells a person apart is hashed, for a key is seen in more places than an item. */
export const patternSort = ({ rule, dimension, key }: Readonly<Record<"rule" | "dimension" | "key", string>>) =>
  `PATTERN#${rule}#${dimension}#${sha256(key)}`;

/** Every version of the procedure of an organisation that was in force. */
export const procedurePartition = (organisation: string) => `PROCEDURE#${organisation}`;
export const procedureSort = "VERSION#";
export const procedureKey = (organisation: string, version: number): Key => ({
  pk: procedurePartition(organisation),
  sk: `${procedureSort}${String(version).padStart(6, "0")}`,
});

/** The last number of a year; files that are no complaints count by a letter of their own. */
export const counterKey = (organisation: string, year: number, letter?: string): Key => ({
  pk: `COUNTER#${organisation}#${letter === undefined ? "" : `${letter}#`}${year}`,
  sk: "COUNTER",
});

/** Lists in the sparse index, in order of time. */
export const listed = (list: "CASES" | "INTAKE" | "PENDING", organisation: string, at: Instant, id: string) => ({
  gsi1pk: listPartition(list, organisation),
  gsi1sk: `${at}#${id}`,
});
export const listPartition = (list: "CASES" | "INTAKE" | "PENDING", organisation: string) => `${list}#${organisation}`;

function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
