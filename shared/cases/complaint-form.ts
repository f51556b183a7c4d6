import type { Complainant, FiledForm, Report } from "../domain/events.ts";
import type { Procedure } from "../domain/procedure.ts";
import type { Problem } from "../domain/tasks/task-kind.ts";
import type { Language, Text } from "../domain/text.ts";
import { isBareAddress } from "../mail/address.ts";
import { guessLanguage } from "../mail/language.ts";
import { bareAddress, boxKey } from "../mail/mailboxes.ts";
import { manyLines, oneLine } from "../mail/plain-text.ts";

/** The most characters that each field takes. What is longer is refused, never cut: the visitor must know. */
export const longest = {
  words: 20_000,
  name: 120,
  email: 254,
  phone: 40,
  address: 500,
  course: 200,
  tried: 5_000,
} as const;
type FieldName = keyof typeof longest;

/** What somebody wants to complain about, and what goes with it. */
export interface WrittenComplaint {
  /** In their own words. */
  readonly words: string;
  readonly form: FiledForm;
  /** Tells this form from every other one that was handed out, so that sending it twice is one complaint. */
  readonly ticket: string;
}

type Read =
  | { readonly ok: true; readonly complaint: WrittenComplaint }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/**
 * What was posted, or what is wrong with it. Words and one way to answer are all that is needed (A4). What a robot filled in is always
 * taken, so that it learns nothing.
 */
export function readComplaint(
  posted: Readonly<Record<string, string>>,
  procedures: readonly Procedure[],
  procedure: Procedure,
  language: Language,
): Read {
  const line = (name: FieldName) => oneLine(posted[name] ?? "", longest[name]);
  const lines = (name: FieldName) => manyLines(posted[name] ?? "", longest[name]).trim();
  const robot = (posted["topic"] ?? "") !== "";
  const problems = robot ? [] : problemsOf(posted, procedures);
  if (problems.length > 0) return { ok: false, problems };

  const words = lines("words");
  const email = bareAddress(posted["email"] ?? "");
  const [phone, address] = [line("phone"), lines("address")];
  const complainant: Complainant = {
    name: line("name"),
    ...(email !== undefined && isBareAddress(email) && { email }),
    ...(phone !== "" && { phone }),
    ...(address !== "" && { address }),
  };
  const [course, talked, tried] = [line("course"), posted["talked"], lines("tried")];
  const report: Report = {
    ...(course !== "" && { course }),
    ...((talked === "yes" || talked === "no") && { talked }),
    ...(tried !== "" && { tried }),
  };
  const guessed = guessLanguage(words, language);
  const theirs = procedure.house.languages.includes(guessed) ? guessed : language;
  return {
    ok: true,
    complaint: {
      words,
      ticket: oneLine(posted["ticket"] ?? "", 40),
      form: { channel: "web", language: theirs, complainant, report, robot },
    },
  };
}

function problemsOf(posted: Readonly<Record<string, string>>, procedures: readonly Procedure[]): readonly Problem[] {
  const given = (name: FieldName) => (posted[name] ?? "").trim();
  const tooLong = Object.entries(longest).flatMap(([field, most]) => {
    const length = (posted[field] ?? "").trim().replaceAll("\r\n", "\n").length;
    return length > most ? [{ field, message: shorter(most) }] : [];
  });
  const reachable = given("email") !== "" || given("phone") !== "" || given("address") !== "";
  return [
    ...(given("words") === "" ? [{ field: "words", message: noWords }] : []),
    ...(reachable ? [] : [{ field: "email", message: noAnswerPossible }]),
    ...addressProblem(given("email"), procedures),
    ...(given("phone") !== "" && !/\d.*\d.*\d/s.test(given("phone")) ? [{ field: "phone", message: noNumber }] : []),
    ...tooLong,
  ];
}

function addressProblem(email: string, procedures: readonly Procedure[]): readonly Problem[] {
  if (email === "" || email.length > longest.email) return [];
  const address = bareAddress(email);
  if (address === undefined || !isBareAddress(address) || !/\.[^.]+$/.test(address)) {
    return [{ field: "email", message: noAddress }];
  }
  const own = procedures.some(({ house }) => boxKey(house.complaintsAddress) === boxKey(address));
  return own ? [{ field: "email", message: ourAddress }] : [];
}

const noWords: Text = {
  nl: "Vertel wat er is gebeurd. Een paar woorden zijn genoeg.",
  en: "Tell us what happened. A few words are enough.",
};
const noAnswerPossible: Text = {
  nl: "Vul uw e-mailadres in, of uw telefoon of adres. Anders kunnen wij u niet antwoorden.",
  en: "Fill in your e-mail address, or your phone or address. If not, we have no way to answer you.",
};
const noAddress: Text = {
  nl: "Dit is geen e-mailadres. Kijk of er een @ en een punt in staan, en geen spatie.",
  en: "This is not an e-mail address. See that it has an @ and a dot, and no space.",
};
const ourAddress: Text = {
  nl: "Dit is ons eigen adres. Vul uw eigen e-mailadres in.",
  en: "This is our own address. Fill in your own e-mail address.",
};
const noNumber: Text = {
  nl: "Dit is geen telefoonnummer. Vul de cijfers in.",
  en: "This is not a phone number. Fill in the digits.",
};
const shorter = (most: number): Text => ({
  nl: `Dit is te lang. Maak er ten hoogste ${most} tekens van.`,
  en: `This is too long. Make it ${most} characters at most.`,
});
