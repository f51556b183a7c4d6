import type { Dossier } from "../dossier.ts";
import { evolve } from "../evolve.ts";
import type { Procedure } from "../procedure.ts";
import { isSamePerson, roleById } from "../roles.ts";
import { respondentBehind } from "../seats.ts";
import { catalogue } from "../tasks/catalogue.ts";
import { responsibilities } from "../tasks/task-kind.ts";
import type { Text } from "../text.ts";
import { everyEnd } from "./case-end.ts";
import {
  answers,
  arrival,
  type CaseSoFar,
  dueOf,
  earliest,
  ending,
  type Happening,
  happenings,
  registration,
  respondents,
  told,
} from "./case-so-far.ts";
import { done, notApplicable, type Proof, unlessEnded, waiting, when, whenAll } from "./proof.ts";

const assessmentIsToCome: Text = {
  nl: "De klacht is nog niet beoordeeld.",
  en: "The complaint has not been assessed yet.",
};
const copiesAreToGo: Text = { nl: "Nog niet iedereen heeft de kopie.", en: "Not everybody has the copy yet." };
const copyIsHeld: Text = {
  nl: "De kopie wordt met een reden vastgehouden.",
  en: "The copy is held back for a reason.",
};
const noFreeOwner: Text = {
  nl: "Er was een moment zonder eigenaar, of met een eigenaar om wie het zelf gaat.",
  en: "There was a moment without an owner, or with an owner who is part of it.",
};
const ownerIsToHear: Text = { nl: "De eigenaar heeft nog geen bericht.", en: "The owner has not been told yet." };
const nobodyAskedYet: Text = { nl: "Er is nog niemand iets gevraagd.", en: "Nobody has been asked anything yet." };
const otherRole: Text = {
  nl: "Een stap lag bij een andere rol dan de procedure noemt.",
  en: "A step was with another role than the procedure names.",
};
const notSerious: Text = {
  nl: "De klacht is niet ernstig en er dreigt geen claim.",
  en: "The complaint is not serious and no claim threatens.",
};
const directionIsToCome: Text = {
  nl: "De directeur heeft nog niet gezegd hoe het verder gaat.",
  en: "The director has not said yet how to go on.",
};
const stepsAreMissing: Text = {
  nl: "Niet elk deel van de weg hoort bij een stap van de procedure.",
  en: "Not every part of the path belongs to a step of the procedure.",
};

/** Respondents and the colleagues whom the procedure names have the complaint before them (B15). */
export const copiesSent: Proof = (the) => {
  const inside = the.dossier.letters.filter(({ letter }) => letter === "copy-inside");
  const missing = the.procedure.copies.length > 0 && inside.length === 0 ? [undefined] : [];
  const copies = respondents(the).map((party) => told(the, "copy", party));
  const why = isHeldBack(the) && copies.includes(undefined) ? copyIsHeld : copiesAreToGo;
  const all = [...inside.map((letter) => arrival(the, letter)), ...missing, ...copies];
  const shown =
    all.length === 0 && answers(the, "assess", "handle").length > 0 ? done(registration(the)) : whenAll(all, why);
  return unlessEnded(the, everyEnd, shown);
};

/** At every moment exactly one person answered for it, and never one who is part of it (B16). */
export const ownerAssigned: Proof = (the) => {
  const [first] = happenings(the, "OwnerAssigned");
  const always = momentsOf(the).every((dossier) => hasFreeOwner(dossier, the));
  return first !== undefined && always ? done(first) : waiting(noFreeOwner);
};

/** Who owns the case now has been told of it, by a task, a copy or the letter that says so (B17). */
export const ownerGuarded: Proof = (the) => {
  const { dossier, procedure } = the;
  const since = happenings(the, "OwnerAssigned").at(-1)?.at ?? dossier.registeredAt;
  // What is written when it is over, such as that personal data go, guards nothing any more.
  const until = dossier.status === "closed" ? dossier.closedAt : undefined;
  const theirs = dossier.letters.filter(
    ({ to, queuedAt }) =>
      queuedAt >= since &&
      (until === undefined || queuedAt <= until) &&
      isSamePerson(to, dossier.owner, procedure, dossier),
  );
  const told = earliest(theirs.map((letter) => arrival(the, letter)));
  return unlessEnded(the, ["withdrawn", "not-a-complaint"], when(told, ownerIsToHear));
};

/** Each task of a colleague went to the role that the procedure names for it, or to one above when nobody did it (B3). */
export const rolesPerStep: Proof = (the) => {
  const given = happenings(the, "TaskOpened").filter(({ event }) => event.facts.role !== undefined);
  if (given.some((task) => !isOfItsRole(task, the.procedure))) return waiting(otherRole);
  return unlessEnded(the, ["withdrawn"], when(given[0], nobodyAskedYet));
};

/** The director said at once how to go on with a serious complaint, or one that may lead to a claim (B19). */
export const urgentWithDirector: Proof = (the) => {
  const last = answers(the, "assess").at(-1);
  if (last === undefined) return unlessEnded(the, ["withdrawn"], waiting(assessmentIsToCome));
  const { severity, claim } = last.answer.facts;
  if (severity !== "serious" && claim !== "yes") return notApplicable(notSerious);
  const directed = answers(the, "decide-urgently").map((task) => ending(the, task));
  return unlessEnded(
    the,
    ["withdrawn", "advice"],
    when(earliest(directed), directionIsToCome, dueOf(the, "decide-urgently")),
  );
};

/** Every page can say in which step of the procedure the case is (A3, B2). */
export const phasesShown: Proof = (the) =>
  the.procedure.steps.some(({ phases }) => phases.includes(the.dossier.phase))
    ? done(registration(the))
    : waiting(stepsAreMissing);

function isHeldBack(the: CaseSoFar): boolean {
  return answers(the, "assess").at(-1)?.answer.facts["hold"] === "yes" && answers(the, "release-copy").length === 0;
}

/** The case as it stood after each moment at which something happened. */
function momentsOf({ events }: CaseSoFar): readonly Dossier[] {
  let dossier: Dossier | undefined;
  return events.flatMap((one, index) => {
    dossier = evolve(dossier, one);
    return events[index + 1]?.at === one.at ? [] : [dossier];
  });
}

function hasFreeOwner(dossier: Dossier, { procedure }: CaseSoFar): boolean {
  const { owner, ownerRole, identified } = dossier;
  if (ownerRole === "" || respondentBehind(owner, dossier, procedure) !== undefined) return false;
  return !(identified && isSamePerson(owner, "complainant", procedure, dossier));
}

function isOfItsRole({ event }: Happening<"TaskOpened">, procedure: Procedure): boolean {
  const { kind, role, onBehalfOf } = event.facts;
  const responsibility = onBehalfOf === undefined ? catalogue[kind].who : "owner";
  const named = responsibilities.find((one) => one === responsibility);
  if (named === undefined) return true;
  const carrier = procedure.responsibilities[named];
  return role !== undefined && [carrier, ...rolesAbove(carrier, procedure)].includes(role);
}

function rolesAbove(role: string, procedure: Procedure): readonly string[] {
  const { above } = roleById(procedure, role);
  return above === undefined ? [] : [above, ...rolesAbove(above, procedure)];
}
