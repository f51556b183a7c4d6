import { categoryLabel, causeLabel, courseLabel } from "../../domain/learning/overview-labels.ts";
import type { Signal } from "../../domain/matter.ts";
import type { Procedure } from "../../domain/procedure.ts";
import type { Language } from "../../domain/text.ts";
import { dayInWords } from "./moment.ts";
import { speaking } from "./say.ts";

/** The pattern in one or two sentences. Whom it is about is in it only while their name is kept. */
export function signalInWords(signal: Signal, procedure: Procedure, language: Language): string {
  const say = speaking(language);
  const { count } = signal;
  const about = aboutWhat(signal, procedure, language);
  switch (signal.rule) {
    case "repeated":
      return say({
        nl: `Er kwamen ${count} klachten ${about}.`,
        en: `There were ${count} complaints ${about}.`,
      });
    case "rise":
      return say({
        nl: `Er kwamen ineens meer klachten${about === "" ? "" : ` ${about}`}: ${count} in een maand.`,
        en: `Suddenly there were more complaints${about === "" ? "" : ` ${about}`}: ${count} in a month.`,
      });
    case "late":
      return say({
        nl: `Wij waren ${count} keer te laat met hetzelfde: ${about}`,
        en: `We were late ${count} times with the same thing: ${about}`,
      });
  }
}

/** What all complaints of the pattern have in common; with erased names only what kind of thing that is. */
function aboutWhat({ dimension, code = "", what }: Signal, procedure: Procedure, language: Language): string {
  const say = speaking(language);
  const named = what === undefined || what === "" ? "" : ` (${what})`;
  switch (dimension) {
    case "category": {
      const label = say(categoryLabel(procedure)(code));
      return say({ nl: `over “${label}”`, en: `about “${label}”` });
    }
    case "cause": {
      const label = say(causeLabel(procedure)(code));
      return say({ nl: `met dezelfde oorzaak: “${label}”`, en: `with the same cause: “${label}”` });
    }
    case "course": {
      const label = say(courseLabel(code));
      return say({ nl: `over dezelfde cursus: “${label}”`, en: `about the same course: “${label}”` });
    }
    case "client":
      return say({ nl: `bij dezelfde opdrachtgever${named}`, en: `from the same client${named}` });
    case "respondent":
      return say({ nl: `over dezelfde persoon${named}`, en: `about the same person${named}` });
    case "all":
      return "";
    case "duty": {
      const duty = procedure.duties.find(({ id }) => id === code);
      return duty === undefined ? `${code}.` : `“${say(duty.text)}” (${code}).`;
    }
  }
}

/** The days that the pattern spans. */
export function signalPeriod({ from, until }: Signal, procedure: Procedure, language: Language): string {
  const { timeZone } = procedure.calendar;
  const [first, last] = [dayInWords(from, language, timeZone), dayInWords(until, language, timeZone)];
  return speaking(language)({ nl: `${first} tot en met ${last}`, en: `${first} up to and including ${last}` });
}

/** How many there usually are, and from how many on it can hardly be chance; nothing where no history says so. */
export function signalUsual({ expected, limit }: Signal, language: Language): string | undefined {
  if (expected === undefined) return undefined;
  const mean = new Intl.NumberFormat(language === "nl" ? "nl-NL" : "en-GB", { maximumFractionDigits: 1 }).format(
    expected,
  );
  const usual = { nl: `Ongeveer ${mean} in een maand.`, en: `About ${mean} in a month.` };
  if (limit === undefined) return usual[language];
  return {
    nl: `${usual.nl} Vanaf ${limit} is toeval niet meer aannemelijk.`,
    en: `${usual.en} From ${limit} on, chance can hardly explain it.`,
  }[language];
}
