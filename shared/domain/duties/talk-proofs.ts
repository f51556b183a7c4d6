import type { Happened } from "../dossier.ts";
import type { Text } from "../text.ts";
import { everyEnd } from "./case-end.ts";
import {
  answers,
  asked,
  bothSides,
  type CaseSoFar,
  dueOf,
  earliest,
  ending,
  latest,
  registration,
  respondents,
  told,
} from "./case-so-far.ts";
import { nobodyIsComplainedAbout } from "./nobody.ts";
import { notApplicable, type Proof, unlessEnded, waiting, when, whenAll } from "./proof.ts";

const talkIsToBeOffered: Text = {
  nl: "De klager is nog niet gevraagd om het eerst te bespreken.",
  en: "The complainant has not been invited to talk it over yet.",
};
const takenUpAtOnce: Text = {
  nl: "Bij de beoordeling bleek dat een onderzoek beter paste.",
  en: "The assessment showed that looking into it suited better.",
};
const theyTalkedAlready: Text = {
  nl: "Zij hadden er al met elkaar over gepraat.",
  en: "They had talked about it with each other already.",
};
const invitationsAreToGo: Text = {
  nl: "Nog niet beiden zijn uitgenodigd voor een gesprek.",
  en: "Not both of them have been invited to talk yet.",
};
const respondentIsToBeAsked: Text = {
  nl: "De beklaagde is nog niet gevraagd om mee te denken.",
  en: "The respondent has not been asked to take part yet.",
};
const solutionIsToBeTried: Text = {
  nl: "Er is nog niet geprobeerd om het onderling op te lossen.",
  en: "Solving it among each other has not been tried yet.",
};
const nobodyAskedForAdvice: Text = {
  nl: "De klager vroeg niet om advies.",
  en: "The complainant did not ask for advice.",
};
const adviceIsToCome: Text = { nl: "Het advies is er nog niet.", en: "The advice is not there yet." };

/** The complainant could talk it over first, or had done so (A5). */
export const talkFirst: Proof = (the) => {
  if (respondents(the).length === 0) return nobodyIsComplainedAbout(the);
  const offered = earliest([told(the, "talk-invitation", "complainant"), talkedAlready(the)]);
  if (offered === undefined && answers(the, "assess", "handle").length > 0) return notApplicable(takenUpAtOnce);
  return unlessEnded(the, everyEnd, when(offered, talkIsToBeOffered));
};

/** Where they had not talked, both were invited to: by themselves, or together with the owner (A15). */
export const talkAsked: Proof = (the) => {
  if (respondents(the).length === 0) return nobodyIsComplainedAbout(the);
  const invited = latestOfAll([
    told(the, "talk-invitation", "complainant"),
    ...respondents(the).map((party) => told(the, "talk-invitation-respondent", party)),
  ]);
  const shown = when(earliest([invited, askedTogether(the)]), invitationsAreToGo);
  if (shown.is === "waiting" && talkedAlready(the) !== undefined) return notApplicable(theyTalkedAlready);
  return unlessEnded(the, everyEnd, shown);
};

/** Every respondent was asked to take part: to talk, to tell their side or to agree (A7). */
export const respondentInvolved: Proof = (the) => {
  if (respondents(the).length === 0) return nobodyIsComplainedAbout(the);
  const first = respondents(the).map((party) =>
    earliest([
      told(the, "talk-invitation-respondent", party),
      ...(["statement", "consent-to-talk", "confirm-agreement"] as const).flatMap((kind) => asked(the, kind, [party])),
    ]),
  );
  return unlessEnded(the, everyEnd, whenAll(first, respondentIsToBeAsked));
};

/** It was solved among each other, or that was tried (A6). */
export const solvedInformally: Proof = (the) => {
  const solved = [
    ...answers(the, "assess", "solved"),
    ...answers(the, "talk-result", "solved"),
    ...answers(the, "decide-after-silence", "solved"),
    ...answers(the, "choose-after-advice", "settled"),
    ...answers(the, "separate-talks"),
    ...answers(the, "solve"),
  ].map((task) => ending(the, task));
  const tried = [...solved, told(the, "talk-invitation", "complainant"), askedTogether(the)];
  return unlessEnded(the, ["withdrawn", "not-a-complaint", "advice"], when(earliest(tried), solutionIsToBeTried));
};

/** Whoever preferred advice to a complaint got it (A8). */
export const adviceGiven: Proof = (the) => {
  const wanted = (["assess", "talk-result", "decide-after-silence"] as const).some(
    (kind) => answers(the, kind, "advice").length > 0,
  );
  if (!wanted) return notApplicable(nobodyAskedForAdvice);
  const advised = answers(the, "advise").map((task) => ending(the, task));
  return unlessEnded(the, ["withdrawn"], when(earliest(advised), adviceIsToCome, dueOf(the, "advise")));
};

/** Complainant and respondents look for a solution with us: together, or by agreeing to one (A18). */
export const solutionSoughtTogether: Proof = (the) => {
  if (respondents(the).length === 0) return nobodyIsComplainedAbout(the);
  const agreement = latestOfAll(asked(the, "confirm-agreement", bothSides(the)));
  const sought = earliest([askedTogether(the), agreement]);
  return unlessEnded(
    the,
    ["withdrawn", "not-a-complaint", "solved-at-once", "advice"],
    sought === undefined ? waiting(solutionIsToBeTried) : when(sought, solutionIsToBeTried),
  );
};

/** Both sides were asked for a talk with the owner. */
function askedTogether(the: CaseSoFar): Happened | undefined {
  return latestOfAll(asked(the, "consent-to-talk", bothSides(the)));
}

function talkedAlready(the: CaseSoFar): Happened | undefined {
  if (the.dossier.report?.talked === "yes") return registration(the);
  const told = [...answers(the, "assess"), ...answers(the, "report-form")];
  return earliest(told.filter(({ answer }) => answer.facts["talked"] === "yes").map((task) => ending(the, task)));
}

function latestOfAll(moments: readonly (Happened | undefined)[]): Happened | undefined {
  return moments.includes(undefined) ? undefined : latest(moments);
}
