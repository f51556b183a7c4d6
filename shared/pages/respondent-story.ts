import type { Dossier } from "../domain/dossier.ts";
import type { LetterKind } from "../domain/letter-kinds.ts";
import { hasGone } from "../domain/letter-status.ts";
import type { Party } from "../domain/party.ts";
import type { Procedure } from "../domain/procedure.ts";
import type { Phase, TaskKindId } from "../domain/tasks/task-kind.ts";
import type { Text } from "../domain/text.ts";
import { answeredLately, onThePath, phaseNow } from "./case-now.ts";

/** Where the complaint is, in one sentence, for a respondent. */
export function headlineForRespondent(who: Party, dossier: Dossier): Text {
  if (dossier.withdrawn !== undefined) return { nl: "De klacht is ingetrokken.", en: "The complaint was withdrawn." };
  if (dossier.status === "closed") return { nl: "De zaak is gesloten.", en: "The case is closed." };
  if (hasHad(who, "outcome-respondent", dossier)) {
    return { nl: "U hebt de uitkomst van ons gekregen.", en: "You have had the outcome from us." };
  }
  if (dossier.reopened !== undefined) {
    return {
      nl: "De zaak is weer open. Wij kijken opnieuw naar de klacht. Wij kiezen geen kant.",
      en: "The case is open again. We take another look at the complaint. We do not take sides.",
    };
  }
  return answeredLately(dossier, "establish-facts", "established") === undefined
    ? {
        nl: "Er is nog niets besloten. Wij kiezen geen kant.",
        en: "Nothing has been decided yet. We do not take sides.",
      }
    : { nl: "Wij zijn met de klacht bezig.", en: "We are working on the complaint." };
}

const inPhase: { readonly [Now in Phase]: Text } = {
  intake: {
    nl: "Wij kijken wat er nodig is. U hoort van ons als wij u iets vragen.",
    en: "We look at what is needed. You hear from us when we ask you something.",
  },
  analysis: {
    nl: "Wij zoeken uit wat er is gebeurd. Daarvoor horen wij beide kanten.",
    en: "We find out what happened. For that we hear both sides.",
  },
  handling: {
    nl: "Wij hebben uitgezocht wat er is gebeurd. Nu kijken wij wat er nodig is.",
    en: "We have found out what happened. Now we look at what is needed.",
  },
  feedback: {
    nl: "Wij schrijven de uitkomst op. U krijgt daarover een eigen brief.",
    en: "We write down the outcome. You get a letter of your own about it.",
  },
  learning: {
    nl: "Wij kijken wat wij hiervan leren. Daarna sluiten wij de zaak.",
    en: "We look at what we can learn from this. Then we close the case.",
  },
};

const weighing: Text = { nl: "Wij kijken wat er nodig is.", en: "We look at what is needed." };

/** Where a task says more than its phase: what is asked of them, or of the complainant about a talk that they had part in. */
const withTask: { readonly [Kind in TaskKindId]?: Text } = {
  "talk-result": {
    nl: "De klager praat eerst met u. Daarna horen wij graag hoe het ging.",
    en: "The complainant first talks to you. Then we would like to hear how it went.",
  },
  "decide-after-silence": {
    nl: "Wij kijken hoe het na het gesprek verder gaat.",
    en: "We look at what comes after the talk.",
  },
};

const rightAgreement: Text = {
  nl: "Wij vragen u of deze afspraak klopt.",
  en: "We ask you whether this agreement is right.",
};
const rightSolution: Text = {
  nl: "Wij vragen u of deze oplossing goed is.",
  en: "We ask you whether this solution is right.",
};

/** What we do now, for a respondent. */
export function nextForRespondent(who: Party, dossier: Dossier, { branches }: Procedure): Text {
  if (dossier.status === "closed") return { nl: "Wij zijn klaar met de zaak.", en: "We have finished the case." };
  if (dossier.withdrawn !== undefined) {
    return {
      nl: "Wij doen niets meer met deze klacht. U hoeft niets te doen.",
      en: "We do nothing more with this complaint. You do not need to do a thing.",
    };
  }
  const phase = phaseNow(dossier);
  const kind = onThePath(dossier);
  if (phase === "feedback" && hasHad(who, "outcome-respondent", dossier)) {
    if (kind === "final-outcome") {
      return {
        nl: "Wij hebben het advies van buiten. Nu schrijven wij de laatste uitkomst.",
        en: "We have the advice from outside. Now we write the final outcome.",
      };
    }
    return kind === "react"
      ? {
          nl: "De klager kan op de uitkomst reageren. U hoort het als dat iets verandert.",
          en: "The complainant can react to the outcome. You hear it when that changes something.",
        }
      : {
          nl: "Iemand van buiten kijkt er nog eens naar. U hoort van ons wat dat oplevert.",
          en: "Somebody from outside takes another look. You hear from us what comes of it.",
        };
  }
  if (kind === "confirm-agreement") {
    return answeredLately(dossier, "solve") === undefined ? rightAgreement : rightSolution;
  }
  const told = kind === undefined ? undefined : withTask[kind];
  if (told !== undefined) return told;
  if (phase === "handling" && answeredLately(dossier, "establish-facts", "established") === undefined) return weighing;
  return phase === "handling" && branches.mediation && dossier.tasks.some(isTalk)
    ? {
        nl: "Wij praten met u en met de klager. Samen als u dat allebei wilt, anders apart.",
        en: "We talk to you and to the complainant. Together if you both want that, else apart.",
      }
    : inPhase[phase];
}

/** What a respondent may count on; the same as the letter about the complaint says. */
export function rightsOf(who: Party, { respondents }: Dossier): readonly Text[] {
  const colleague = respondents.find(({ party }) => party === who)?.person !== undefined;
  return [
    {
      nl: "U mag uw kant vertellen. Wij horen u voor wij iets besluiten.",
      en: "You may tell your side. We hear you before we decide a thing.",
    },
    {
      nl: "U mag iemand meenemen naar een gesprek.",
      en: "You may bring somebody to a talk.",
    },
    {
      nl: "U krijgt de uitkomst van ons te lezen, met de redenen.",
      en: "You get to read the outcome from us, with the reasons.",
    },
    {
      nl: "Wie deze klacht behandelt, is er zelf niet bij betrokken.",
      en: "Whoever handles this complaint has no part in it.",
    },
    ...(colleague
      ? [
          {
            nl: "U doet zelf niets aan deze klacht en leest het dossier niet. Dat geldt voor elke collega over wie een klacht gaat.",
            en: "You do no work on this complaint and do not read its file. That holds for any colleague whom a complaint is about.",
          },
        ]
      : []),
  ];
}

function isTalk({ kind, status }: Dossier["tasks"][number]): boolean {
  return status === "open" && (kind === "three-way-talk" || kind === "separate-talks" || kind === "consent-to-talk");
}

function hasHad(who: Party, wanted: LetterKind, { letters, reopened }: Dossier): boolean {
  return letters.some(
    (one) =>
      one.letter === wanted && one.to === who && hasGone(one) && (reopened === undefined || one.queuedAt > reopened.at),
  );
}
