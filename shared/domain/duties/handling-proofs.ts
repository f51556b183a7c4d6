import { isFounded, latestAnswered } from "../rounds.ts";
import type { Text } from "../text.ts";
import { everyEnd } from "./case-end.ts";
import {
  answers,
  asked,
  bothSides,
  type CaseSoFar,
  earliest,
  ending,
  heard,
  latest,
  respondents,
  told,
} from "./case-so-far.ts";
import { nobodyIsComplainedAbout } from "./nobody.ts";
import { done, notApplicable, type Proof, type Shown, unlessEnded, waiting, when, whenAll } from "./proof.ts";

const consentIsToBeAsked: Text = {
  nl: "Nog niet iedereen heeft gezegd of een gesprek samen kan.",
  en: "Not everybody has said whether a talk together is possible.",
};
const talkIsToBeHeld: Text = { nl: "Het gesprek samen moet nog komen.", en: "The talk together is still to come." };
const notBothWilling: Text = {
  nl: "Niet iedereen wilde samen praten.",
  en: "Not everybody wanted to talk together.",
};
const talkCouldNotBe: Text = {
  nl: "Het gesprek samen ging niet door.",
  en: "The talk together could not be held.",
};
const theyTalkedTogether: Text = { nl: "Zij praatten samen.", en: "They talked together." };
const separateTalksAreToCome: Text = {
  nl: "De gesprekken apart moeten nog komen.",
  en: "The separate talks are still to come.",
};
const theyAgreed: Text = {
  nl: "Zij werden het samen eens. Er was geen oordeel nodig.",
  en: "They agreed. No judgment was needed.",
};
const judgmentIsToCome: Text = {
  nl: "Nog niet iedereen heeft het oordeel.",
  en: "Not everybody has the judgment yet.",
};
const solutionIsToCome: Text = {
  nl: "Nog niet iedereen heeft gezegd of de oplossing goed is.",
  en: "Not everybody has said whether the solution is right.",
};
const notFounded: Text = { nl: "De klacht is niet terecht.", en: "The complaint is not founded." };
const factsAreToCome: Text = {
  nl: "Nog niet bekend is of de klacht terecht is.",
  en: "Whether the complaint is founded is not known yet.",
};
const addressingIsToCome: Text = {
  nl: "Nog niet alle betrokkenen zijn erop aangesproken.",
  en: "Not everybody involved has been addressed on it yet.",
};
const noMeasureNeeded: Text = {
  nl: "Voor de betrokkene was geen maatregel nodig.",
  en: "No measure was needed for the person involved.",
};

/** Each was asked for a talk together, and said so or let it pass (A19). */
export const threeWayTalkExamined: Proof = (the) =>
  respondents(the).length === 0
    ? nobodyIsComplainedAbout(the)
    : unlessEnded(the, everyEnd, whenAll(heard(the, "consent-to-talk", bothSides(the)), consentIsToBeAsked));

/** Where all were willing they talked, and confirmed what they agreed (A20). */
export const threeWayTalkHeld: Proof = (the) => {
  if (respondents(the).length === 0) return nobodyIsComplainedAbout(the);
  const held = answers(the, "three-way-talk", "agreement", "no-agreement").at(-1);
  if (held !== undefined) {
    const confirmed = held.answer.outcome === "agreement" ? heard(the, "confirm-agreement", bothSides(the)) : [];
    return unlessEnded(the, everyEnd, whenAll([ending(the, held), ...confirmed], talkIsToBeHeld));
  }
  if (answers(the, "three-way-talk", "not-held").length > 0) return notApplicable(talkCouldNotBe);
  if (isUnwilling(the)) return notApplicable(notBothWilling);
  return unlessEnded(the, everyEnd, waiting(talkIsToBeHeld));
};

/** Where they did not talk together, the owner talked with each apart (A21). */
export const separateTalksHeld: Proof = (the) => {
  if (respondents(the).length === 0) return nobodyIsComplainedAbout(the);
  const held = answers(the, "separate-talks").map((task) => ending(the, task));
  const together = answers(the, "three-way-talk", "agreement", "no-agreement");
  if (together.length > 0) return notApplicable(theyTalkedTogether);
  return unlessEnded(the, everyEnd, when(earliest(held), separateTalksAreToCome));
};

/** Where they did not agree there is a judgment, and both sides have it in writing (A22). */
export const judgmentGiven: Proof = (the) => {
  const judged = answers(the, "give-judgment").at(-1);
  if (judged === undefined) return withoutJudgment(the);
  const letters = [
    told(the, "outcome", "complainant"),
    ...respondents(the).map((party) => told(the, "outcome-respondent", party)),
  ];
  return unlessEnded(the, everyEnd, whenAll([ending(the, judged), ...letters], judgmentIsToCome));
};

function withoutJudgment(the: CaseSoFar): Shown {
  const agreed = answers(the, "three-way-talk", "agreement").length > 0;
  const disputed = answers(the, "confirm-agreement", "disputed").length > 0;
  const shown = agreed && !disputed ? notApplicable(theyAgreed) : waiting(judgmentIsToCome);
  return unlessEnded(the, everyEnd, shown);
}

/** Each side said whether the solution satisfies, or let its time pass (B18). */
export const solutionPutToBoth: Proof = (the) =>
  unlessEnded(the, everyEnd, whenAll(heard(the, "confirm-agreement", bothSides(the)), solutionIsToCome));

/** Each respondent of a founded complaint was spoken to about it, and a condition was set (B25, B26). */
export const respondentAddressed: Proof = (the) =>
  whereFounded(the, () => {
    const lastDue = asked(the, "address-respondent", respondents(the));
    const dueAt = lastDue.includes(undefined) ? undefined : lastDueAt(the);
    return whenAll(addressed(the), addressingIsToCome, dueAt);
  });

/** Somebody who fell short got a measure at once (B38). */
export const measuresForRespondent: Proof = (the) =>
  whereFounded(the, () => {
    if (addressed(the).includes(undefined)) return waiting(addressingIsToCome, lastDueAt(the));
    const taken = answers(the, "address-respondent").filter(
      ({ answer }) => (answer.facts["measureType"] ?? "none") !== "none",
    );
    const last = latest(taken.map((task) => ending(the, task)));
    return last === undefined ? notApplicable(noMeasureNeeded) : done(last, lastDueAt(the));
  });

function whereFounded(the: CaseSoFar, shown: () => Shown): Shown {
  if (respondents(the).length === 0) return nobodyIsComplainedAbout(the);
  if (latestAnswered(the.dossier, "establish-facts", "established") === undefined) {
    return unlessEnded(the, everyEnd, waiting(factsAreToCome));
  }
  return isFounded(the.dossier) ? unlessEnded(the, everyEnd, shown()) : notApplicable(notFounded);
}

function addressed(the: CaseSoFar) {
  return respondents(the).map((party) => {
    const [theirs] = answers(the, "address-respondent").filter(({ about }) => about === party);
    return theirs === undefined ? undefined : ending(the, theirs);
  });
}

function lastDueAt({ dossier }: CaseSoFar) {
  return dossier.tasks
    .filter(({ kind }) => kind === "address-respondent")
    .map(({ dueAt }) => dueAt)
    .sort()
    .at(-1);
}

function isUnwilling(the: CaseSoFar): boolean {
  return (
    !heard(the, "consent-to-talk", bothSides(the)).includes(undefined) &&
    answers(the, "consent-to-talk", "yes").length < bothSides(the).length
  );
}
