import type { AnsweredTask } from "../dossier.ts";
import { isSamePerson } from "../roles.ts";
import { latestAnswered } from "../rounds.ts";
import type { Text } from "../text.ts";
import { withoutOutcome } from "./case-end.ts";
import { answers, arrival, type CaseSoFar, ending, happenings, latest, lettersTo, told } from "./case-so-far.ts";
import { done, notApplicable, type Proof, unlessEnded, waiting, when, whenAll } from "./proof.ts";

const outcomeIsToBeWritten: Text = {
  nl: "De uitkomst is nog niet geschreven, goedgekeurd en verstuurd.",
  en: "The outcome has not been written, approved and sent yet.",
};
const othersAreToHear: Text = {
  nl: "Nog niet iedereen heeft de uitkomst gehoord.",
  en: "Not everybody has heard the outcome yet.",
};
const satisfiedSoFar: Text = {
  nl: "De klager heeft geen bezwaar gemaakt tegen de uitkomst.",
  en: "The complainant has not objected to the outcome.",
};
const independentIsToAdvise: Text = {
  nl: "De onafhankelijke persoon heeft nog geen advies gegeven.",
  en: "The independent person has not given advice yet.",
};
const caseIsOpen: Text = { nl: "De zaak is nog niet gesloten.", en: "The case has not been closed yet." };

/** One wrote the outcome, the owner approved it, and then it went out in writing (B27). */
export const outcomeWrittenAndApproved: Proof = (the) => {
  const written = answers(the, "write-outcome").at(-1);
  const approved = written === undefined ? undefined : approval(written, the);
  const letters = lettersTo(the, "outcome", "complainant").map((letter) => arrival(the, letter));
  const sent = letters.find((one) => one !== undefined && approved !== undefined && one.version > approved.version);
  return unlessEnded(the, withoutOutcome, when(sent, outcomeIsToBeWritten));
};

/** When the owner approved what was written last; at once when the owner wrote it. */
function approval(written: AnsweredTask, the: CaseSoFar) {
  const { dossier, procedure } = the;
  if (isSamePerson(written.by, dossier.owner, procedure, dossier)) return ending(the, written);
  const approved = answers(the, "approve-outcome", "approved").find(
    ({ answeredAt, by }) => answeredAt >= written.answeredAt && !isSamePerson(by, written.by, procedure, dossier),
  );
  return approved === undefined ? undefined : ending(the, approved);
}

/** Everybody who knows of the complaint has an outcome of their own: complainant, respondents, client and colleagues (B28). */
export const outcomeTold: Proof = (the) => {
  const { dossier } = the;
  const knowing = dossier.respondents
    .map(({ party }) => party)
    .filter((party) => dossier.letters.some(({ to, letter }) => to === party && letter !== "outcome-respondent"));
  const inside = dossier.letters.filter(({ letter }) => letter === "outcome-inside").map((one) => arrival(the, one));
  const all = [
    told(the, "outcome", "complainant"),
    ...knowing.map((party) => told(the, "outcome-respondent", party)),
    ...(dossier.client === undefined ? [] : [told(the, "outcome-client", "client")]),
    ...inside,
  ];
  return unlessEnded(the, withoutOutcome, whenAll(all, othersAreToHear));
};

/** Somebody whom both sides accept, or whom the director chose in the end, gave advice (B29). */
export const independentPerson: Proof = (the) => {
  const objected = latestAnswered(the.dossier, "react", "not-satisfied");
  if (objected === undefined) return notApplicable(satisfiedSoFar);
  const advised = answers(the, "independent-advice", "advised").filter(
    ({ answeredAt }) => answeredAt >= objected.answeredAt,
  );
  const found = happenings(the, "IndependentFound").length > 0;
  const last = latest(advised.map((task) => ending(the, task)));
  return unlessEnded(the, ["withdrawn"], found && last !== undefined ? done(last) : waiting(independentIsToAdvise));
};

/**
 * It ended, with everything that has to be on record for that: a reason (A17) and when it was filed, on what ground, how it was taken up and what
 * came of it (A24). From then on this list says of each duty whether it was carried out (B12).
 */
export const closedOnRecord: Proof = (the) =>
  the.dossier.status === "closed" ? when(happenings(the, "CaseClosed").at(-1), caseIsOpen) : waiting(caseIsOpen);
