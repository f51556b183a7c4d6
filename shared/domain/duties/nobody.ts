import type { Text } from "../text.ts";
import { everyEnd } from "./case-end.ts";
import { answers, type CaseSoFar } from "./case-so-far.ts";
import { notApplicable, type Shown, unlessEnded, waiting } from "./proof.ts";

const itIsAboutNobody: Text = { nl: "De klacht gaat niet over iemand.", en: "Nobody is complained about." };
const unknownYet: Text = {
  nl: "De beoordeling zegt over wie de klacht gaat.",
  en: "The assessment will tell who is complained about.",
};

/** For duties towards whom a complaint is about: nobody is known, or nobody is yet. */
export function nobodyIsComplainedAbout(the: CaseSoFar): Shown {
  const assessed = answers(the, "assess").some(({ answer }) => answer.outcome !== "consult");
  return unlessEnded(the, everyEnd, assessed ? notApplicable(itIsAboutNobody) : waiting(unknownYet));
}
