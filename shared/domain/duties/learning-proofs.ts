import { measureFieldNames, measuresAtOnce } from "../tasks/measure-fields.ts";
import type { Text } from "../text.ts";
import { withoutOutcome } from "./case-end.ts";
import { answers, dueOf, earliest, ending, happenings, opening, tasksOf } from "./case-so-far.ts";
import { done, notApplicable, type Proof, unlessEnded, waiting, when } from "./proof.ts";

const lessonIsToCome: Text = { nl: "Er is nog geen les getrokken.", en: "No lesson has been drawn yet." };
const noMeasure: Text = {
  nl: "Uit deze klacht volgde geen verbetering.",
  en: "No improvement followed from this complaint.",
};
const surveyIsToCome: Text = {
  nl: "Na het sluiten vragen we hoe tevreden de klager is.",
  en: "After closing we ask how satisfied the complainant is.",
};

/** Somebody wrote down what there is to learn (B1). */
export const lessonDrawn: Proof = (the) => {
  const drawn = answers(the, "draw-lessons").map((task) => ending(the, task));
  return unlessEnded(
    the,
    ["not-a-complaint", "advice"],
    when(earliest(drawn), lessonIsToCome, dueOf(the, "draw-lessons")),
  );
};

const ownerFields = Array.from({ length: measuresAtOnce }, (_, index) => measureFieldNames(index + 1)[2]);

/** An improvement that followed has somebody who takes care of it, and a date (A28, B37). */
export const measureOwned: Proof = (the) => {
  const drawn = answers(the, "draw-lessons");
  // By the facts alone, so that it stays shown once the words are erased.
  const owned = drawn.filter(({ answer }) => ownerFields.some((name) => answer.facts[name] !== undefined));
  const last = owned.at(-1);
  const by = last === undefined ? undefined : ending(the, last);
  if (by !== undefined) return done(by);
  return unlessEnded(
    the,
    ["not-a-complaint", "advice"],
    drawn.length > 0 ? notApplicable(noMeasure) : waiting(lessonIsToCome),
  );
};

/** Some time after closing the complainant was asked how it was (B35). */
export const satisfactionAsked: Proof = (the) => {
  const since = happenings(the, "CaseReopened").at(-1)?.at ?? "";
  const asked = tasksOf(the, "satisfaction").filter(({ openedAt }) => openedAt > since);
  const shown = when(earliest(asked.map((task) => opening(the, task))), surveyIsToCome);
  return unlessEnded(the, withoutOutcome, shown.is === "waiting" ? { ...shown, afterClosing: true } : shown);
};
