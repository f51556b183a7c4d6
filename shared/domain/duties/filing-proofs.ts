import type { Happened } from "../dossier.ts";
import { catalogue } from "../tasks/catalogue.ts";
import type { Text } from "../text.ts";
import {
  answers,
  type CaseSoFar,
  dueOf,
  earliest,
  ending,
  happenings,
  opening,
  registration,
  tasksOf,
} from "./case-so-far.ts";
import { done, notApplicable, type Proof, unlessEnded, waiting, when } from "./proof.ts";

const nobodyPassedItOn: Text = { nl: "De klager schreef ons zelf.", en: "The complainant wrote to us themselves." };
const colleagueIsToTell: Text = {
  nl: "Een collega vult nog in van wie de klacht komt.",
  en: "A colleague has yet to tell whose complaint it is.",
};
const assessmentIsToCome: Text = {
  nl: "De klacht is nog niet beoordeeld.",
  en: "The complaint has not been assessed yet.",
};
const intakeIsToBeAsked: Text = {
  nl: "De beoordelaar heeft de klacht nog niet.",
  en: "Whoever assesses has not got the complaint yet.",
};
const somethingIsCompulsory: Text = {
  nl: "De zaak wacht op iemand die niets hoeft.",
  en: "The case waits for somebody who need not do anything.",
};
const noAdviceNeeded: Text = {
  nl: "Voor de beoordeling was geen raad nodig.",
  en: "No advice was needed to assess it.",
};
const adviceIsToCome: Text = { nl: "De gevraagde raad is er nog niet.", en: "The advice asked for is not there yet." };
const questionsAreToGo: Text = {
  nl: "De twee vragen zijn nog niet gesteld.",
  en: "The two questions have not been asked yet.",
};
const noFormByMail: Text = {
  nl: "Deze klacht kwam niet per mail. Wie hem opschreef, kon het vragen.",
  en: "This complaint did not come by e-mail. Whoever wrote it down could ask.",
};

/** It has a number and stands in the overview from the moment at which it came in (A1, A23, B10). */
export const registered: Proof = (the) => done(registration(the));

/** What came in was enough: the case goes on also when complainant and respondents answer nothing (A4). */
export const lowThreshold: Proof = (the) => {
  const theirs = the.dossier.tasks.filter(({ kind }) => ["complainant", "party"].includes(catalogue[kind].who));
  return theirs.every(({ kind }) => catalogue[kind].whenExpired === "silent")
    ? done(registration(the))
    : waiting(somethingIsCompulsory);
};

/** How it came in is known: by mail, form, phone, at the counter or by letter (B5). */
export const channelRecorded: Proof = (the) =>
  the.dossier.identified
    ? done(happenings(the, "ComplainantIdentified").at(-1) ?? registration(the))
    : waiting(colleagueIsToTell);

/** Whoever assesses for the organisation was asked to, by role and not by mailbox (A12). */
export const arrivedWithIntake: Proof = (the) =>
  unlessEnded(
    the,
    ["withdrawn"],
    when(earliest(tasksOf(the, "assess").map((task) => opening(the, task))), intakeIsToBeAsked),
  );

/** The one set of fields was filled in (B6, B11, B13). */
export const registrationCompleted: Proof = (the) => {
  const complete = answers(the, "assess").filter(({ answer }) => answer.facts["category"] !== undefined);
  return unlessEnded(
    the,
    ["withdrawn", "not-a-complaint"],
    when(earliest(complete.map((task) => ending(the, task))), assessmentIsToCome, dueOf(the, "assess")),
  );
};

/** A complaint that reached a colleague is in, with who complains (B14). */
export const passedOnByColleague: Proof = (the) => {
  if (the.dossier.passedOnBy === undefined) return notApplicable(nobodyPassedItOn);
  const [told] = happenings(the, "ComplainantIdentified");
  return unlessEnded(the, ["withdrawn"], when(told, colleagueIsToTell, dueOf(the, "complete-registration")));
};

/** Somebody looked at it and chose the way (B7). */
export const assessedByIntake: Proof = (the) => {
  const assessed = answers(the, "assess").map((task) => ending(the, task));
  return unlessEnded(the, ["withdrawn"], when(earliest(assessed), assessmentIsToCome, dueOf(the, "assess")));
};

/** The advice that was asked for the assessment is there (B8). */
export const consulted: Proof = (the) => {
  const assessed = answers(the, "assess");
  if (assessed.length === 0) return unlessEnded(the, ["withdrawn"], waiting(assessmentIsToCome));
  if (!assessed.some(({ answer }) => answer.outcome === "consult")) return notApplicable(noAdviceNeeded);
  const advised = answers(the, "consult").map((task) => ending(the, task));
  return unlessEnded(the, ["withdrawn"], when(earliest(advised), adviceIsToCome, dueOf(the, "consult")));
};

/** The complainant used the form, or got it with its two questions (A13). */
export const reportFormAsked: Proof = (the) => {
  const { channel, letters } = the.dossier;
  const form = earliest([formUsed(the), ...tasksOf(the, "report-form").map((task) => opening(the, task))]);
  const byPost = letters.some(({ to, by }) => to === "complainant" && by === "post");
  if (form === undefined && (channel !== "email" || byPost)) return notApplicable(noFormByMail);
  return unlessEnded(the, ["withdrawn"], when(form, questionsAreToGo));
};

/** Whether they talked and what was tried is known, or was at least asked of the complainant (A14). */
export const attemptsAsked: Proof = (the) => {
  const known = [...answers(the, "assess"), ...answers(the, "report-form")]
    .filter(({ answer }) => ["yes", "no"].includes(answer.facts["talked"] ?? ""))
    .map((task) => ending(the, task));
  const asked = [formUsed(the), ...tasksOf(the, "report-form").map((task) => opening(the, task))];
  return unlessEnded(the, ["withdrawn", "not-a-complaint"], when(earliest([...known, ...asked]), questionsAreToGo));
};

/** The web form asks both questions; a form that came with a mail had room for them. */
function formUsed(the: CaseSoFar): Happened | undefined {
  const { channel, report } = the.dossier;
  return channel === "web" || report !== undefined ? registration(the) : undefined;
}
