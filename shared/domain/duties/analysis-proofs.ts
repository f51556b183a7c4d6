import { latestAnswered } from "../rounds.ts";
import type { Text } from "../text.ts";
import { everyEnd } from "./case-end.ts";
import {
  answers,
  asked,
  bothSides,
  dueOf,
  earliest,
  ending,
  heard,
  opening,
  respondents,
  tasksOf,
} from "./case-so-far.ts";
import { nobodyIsComplainedAbout } from "./nobody.ts";
import { notApplicable, type Proof, unlessEnded, when, whenAll } from "./proof.ts";

const sidesAreToBeHeard: Text = {
  nl: "Nog niet iedereen heeft zijn kant kunnen vertellen.",
  en: "Not everybody has been able to tell their side yet.",
};
const factsAreToCome: Text = {
  nl: "Wat er is gebeurd, staat nog niet vast.",
  en: "What happened has not been established yet.",
};
const nothingMoreNeeded: Text = {
  nl: "Er was geen verdere vraag aan de klager.",
  en: "There was no further question to the complainant.",
};
const questionIsToGo: Text = {
  nl: "De vraag aan de klager moet nog worden gesteld.",
  en: "The question has yet to be put to the complainant.",
};
const categoryIsToCome: Text = { nl: "De klacht heeft nog geen categorie.", en: "The complaint has no category yet." };
const causeIsToCome: Text = { nl: "De oorzaak staat nog niet vast.", en: "The cause has not been established yet." };

/** Each side told its account, declined or let its time pass, before anything was established or judged (A16). */
export const bothSidesHeard: Proof = (the) => {
  const conclusions = [...answers(the, "establish-facts", "established"), ...answers(the, "give-judgment")];
  const before = earliest(conclusions.map((task) => ending(the, task)))?.at;
  return unlessEnded(the, everyEnd, whenAll(heard(the, "statement", bothSides(the)), sidesAreToBeHeard, before));
};

/** Each respondent was asked, and what happened is set out (B23). */
export const respondentApproached: Proof = (the) => {
  if (respondents(the).length === 0) return nobodyIsComplainedAbout(the);
  const established = answers(the, "establish-facts", "established").map((task) => ending(the, task));
  return unlessEnded(
    the,
    everyEnd,
    whenAll(
      [...asked(the, "statement", respondents(the)), earliest(established)],
      factsAreToCome,
      dueOf(the, "establish-facts"),
    ),
  );
};

/** Where more was needed, the complainant was asked for it (B24). */
export const complainantAskedMore: Proof = (the) => {
  const wanted = answers(the, "establish-facts", "ask-more").at(-1);
  if (wanted === undefined) return notApplicable(nothingMoreNeeded);
  const since = tasksOf(the, "answer-question").filter(({ openedAt }) => openedAt >= wanted.answeredAt);
  return unlessEnded(the, ["withdrawn"], when(earliest(since.map((task) => opening(the, task))), questionIsToGo));
};

/** It has one of the house's categories (B30). */
export const categoryRecorded: Proof = (the) => {
  const named = [...answers(the, "assess"), ...answers(the, "establish-facts")].filter(
    ({ answer }) => answer.facts["category"] !== undefined,
  );
  return unlessEnded(
    the,
    ["withdrawn", "not-a-complaint"],
    when(earliest(named.map((task) => ending(the, task))), categoryIsToCome),
  );
};

/** Its cause is a field of its own, filled in by whoever established the facts or drew the lessons (B32). */
export const causeRecorded: Proof = (the) => {
  const named = [
    latestAnswered(the.dossier, "establish-facts", "established"),
    latestAnswered(the.dossier, "draw-lessons"),
  ].filter((task) => task?.answer.facts["cause"] !== undefined);
  const moments = named.map((task) => (task === undefined ? undefined : ending(the, task)));
  return unlessEnded(the, ["not-a-complaint", "advice"], when(earliest(moments), causeIsToCome));
};
