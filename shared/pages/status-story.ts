import type { Dossier, Task } from "../domain/dossier.ts";
import type { Procedure } from "../domain/procedure.ts";
import type { Phase } from "../domain/tasks/task-kind.ts";
import type { Text } from "../domain/text.ts";
import type { Instant } from "../ports.ts";

/** What the complainant may know of a case: that steps were taken, never what was said or found in them. */
export interface Happening {
  readonly at: Instant;
  readonly what: Text;
}

/** The complainant has had an answer: the outcome, or where else to go. */
export function isAnswered(dossier: Dossier): boolean {
  return isTold(dossier, "outcome") || isReferred(dossier);
}

/** The complainant knows that we do not see it as a complaint, and where else to go. */
export function isReferred(dossier: Dossier): boolean {
  return isTold(dossier, "referral");
}

/** Where the complaint is, in one sentence. */
export function headline(dossier: Dossier): Text {
  if (dossier.status === "closed") return { nl: "Uw zaak is gesloten.", en: "Your case is closed." };
  if (isReferred(dossier)) {
    return { nl: "Wij hebben uw bericht beantwoord.", en: "We have answered your message." };
  }
  return isTold(dossier, "outcome")
    ? { nl: "U hebt de uitkomst van ons gekregen.", en: "You have had the outcome from us." }
    : { nl: "Wij zijn met uw klacht bezig.", en: "We are working on your complaint." };
}

const next: { readonly [Now in Phase]: Text } = {
  intake: {
    nl: "Wij lezen uw klacht en kijken wat er nodig is.",
    en: "We read your complaint and see what is needed.",
  },
  analysis: {
    nl: "Wij zoeken uit wat er is gebeurd. Daarvoor praten wij met u en met degene over wie het gaat.",
    en: "We find out what happened. For that we talk to you and to the person it is about.",
  },
  handling: {
    nl: "Wij weten wat er is gebeurd. Nu werken wij aan een oplossing.",
    en: "We know what happened. Now we work on a solution.",
  },
  feedback: {
    nl: "Wij schrijven de uitkomst voor u op. U krijgt die per mail.",
    en: "We write down the outcome for you. You get it by mail.",
  },
  learning: {
    nl: "Wij kijken wat wij van uw klacht leren. Daarna sluiten wij de zaak.",
    en: "We look at what your complaint can teach us. Then we close the case.",
  },
};

const judging: Text = {
  nl: "Wij weten wat er is gebeurd. Nu geven wij ons oordeel.",
  en: "We know what happened. Now we give our judgment.",
};

/** What we do now. */
export function nextStep(dossier: Dossier, { branches }: Procedure): Text {
  if (dossier.status === "closed") {
    return { nl: "Wij zijn klaar met uw zaak.", en: "We have finished your case." };
  }
  if (isReferred(dossier)) return { nl: "Wij sluiten de zaak.", en: "We close the case." };
  const phase = isTold(dossier, "outcome") ? "learning" : dossier.phase;
  return phase === "handling" && branches.handling === "judgment" ? judging : next[phase];
}

/** What happened so far, oldest first. */
export function whatHappened(dossier: Dossier): readonly Happening[] {
  const happened: readonly Happening[] = [
    { at: dossier.receivedAt, what: { nl: "Uw klacht kwam bij ons binnen.", en: "Your complaint came in." } },
    // Of one and the same moment the step goes before the letter that tells of it.
    ...dossier.tasks.flatMap(stepTaken),
    ...dossier.letters.flatMap(({ letter, status, queuedAt }) => {
      if (status !== "sent") return [];
      switch (letter) {
        case "receipt":
          return [
            { at: queuedAt, what: { nl: "U kreeg een bevestiging van ons.", en: "You had a confirmation from us." } },
          ];
        case "outcome":
          return [{ at: queuedAt, what: { nl: "Wij stuurden u de uitkomst.", en: "We sent you the outcome." } }];
        case "referral":
          return [{ at: queuedAt, what: { nl: "Wij stuurden u ons antwoord.", en: "We sent you our answer." } }];
        default:
          return [];
      }
    }),
    ...dossier.messages
      .filter(({ from }) => from === "complainant")
      .map(({ at }) => ({ at, what: { nl: "U stuurde ons een bericht.", en: "You sent us a message." } })),
    ...(dossier.status === "closed"
      ? [{ at: dossier.closedAt, what: { nl: "Wij sloten de zaak.", en: "We closed the case." } }]
      : []),
  ];
  return happened.toSorted((a, b) => a.at.localeCompare(b.at));
}

function stepTaken(task: Task): readonly Happening[] {
  if (task.status !== "answered") return [];
  const at = task.answeredAt;
  switch (task.kind) {
    case "assess":
      return [{ at, what: { nl: "Wij lazen uw klacht.", en: "We read your complaint." } }];
    case "establish-facts":
      return [{ at, what: { nl: "Wij zochten uit wat er is gebeurd.", en: "We found out what happened." } }];
    case "give-judgment":
      return [{ at, what: { nl: "Wij namen een besluit.", en: "We made a decision." } }];
    case "solve":
      return [{ at, what: { nl: "Wij spraken een oplossing af.", en: "We agreed on a solution." } }];
    case "write-outcome":
      return [];
    case "draw-lessons":
      return [{ at, what: { nl: "Wij keken wat wij ervan leren.", en: "We looked at what to learn from it." } }];
  }
}

function isTold(dossier: Dossier, kind: "outcome" | "referral"): boolean {
  return dossier.letters.some(({ letter, status }) => letter === kind && status === "sent");
}
