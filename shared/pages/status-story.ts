import { wasTold } from "../domain/alarms.ts";
import type { Dossier } from "../domain/dossier.ts";
import type { Procedure } from "../domain/procedure.ts";
import type { Phase, TaskKindId } from "../domain/tasks/task-kind.ts";
import type { Text } from "../domain/text.ts";
import { answeredLately, isAdvice, isAdvised, onThePath, phaseNow } from "./case-now.ts";

/** The complainant has had an answer: the outcome, or where else to go. */
export function isAnswered(dossier: Dossier): boolean {
  return wasTold(dossier, "outcome") || isReferred(dossier);
}

/** The complainant knows that we do not see it as a complaint, and where else to go. */
export function isReferred(dossier: Dossier): boolean {
  return wasTold(dossier, "referral");
}

/** Where the complaint is, in one sentence, for the complainant. */
export function headline(dossier: Dossier): Text {
  if (dossier.withdrawn !== undefined) {
    return { nl: "U hebt uw klacht ingetrokken.", en: "You have withdrawn your complaint." };
  }
  if (isAdvice(dossier)) {
    return answeredLately(dossier, "advise") === undefined
      ? { nl: "Wij helpen u met uw vraag.", en: "We help you with your question." }
      : { nl: "U hebt ons advies.", en: "You have our advice." };
  }
  if (dossier.status === "closed") return { nl: "Uw zaak is gesloten.", en: "Your case is closed." };
  if (isReferred(dossier)) return { nl: "Wij hebben uw bericht beantwoord.", en: "We have answered your message." };
  if (wasTold(dossier, "outcome")) {
    return { nl: "U hebt de uitkomst van ons gekregen.", en: "You have had the outcome from us." };
  }
  return dossier.reopened !== undefined
    ? {
        nl: "Uw zaak is weer open. Wij kijken opnieuw naar uw klacht.",
        en: "Your case is open again. We take another look at your complaint.",
      }
    : { nl: "Wij zijn met uw klacht bezig.", en: "We are working on your complaint." };
}

const inPhase: { readonly [Now in Phase]: Text } = {
  intake: {
    nl: "Wij lezen uw klacht en kijken wat er nodig is.",
    en: "We read your complaint and look at what is needed.",
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
    nl: "Wij schrijven de uitkomst voor u op. U krijgt die van ons.",
    en: "We write down the outcome for you. We send it to you.",
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
const solving: Text = { nl: "Wij werken aan een oplossing.", en: "We work on a solution." };
const searching: Text = {
  nl: "Wij zoeken iemand van buiten die naar uw klacht kijkt. U en de ander mogen meekiezen.",
  en: "We look for somebody from outside to take a look at your complaint. You and the other help to choose.",
};

/** Where a task says more than its phase. None of it tells a finding before the outcome does. */
const withTask: { readonly [Kind in TaskKindId]?: Text } = {
  "talk-result": {
    nl: "U praat eerst met degene over wie het gaat. Vertel ons daarna hoe het ging.",
    en: "You first talk to the person it is about. Then tell us how it went.",
  },
  "decide-after-silence": {
    nl: "Wij kijken hoe het na het gesprek verder gaat.",
    en: "We look at what comes after the talk.",
  },
  advise: { nl: "Onze adviseur schrijft een advies voor u.", en: "Our adviser writes advice for you." },
  "choose-after-advice": {
    nl: "U hebt ons advies. U kiest hoe het verder gaat.",
    en: "You have our advice. You choose what happens next.",
  },
  "consent-to-talk": {
    nl: "Wij vragen u en de ander of u samen wilt praten.",
    en: "We ask you and the other whether you want to talk together.",
  },
  "three-way-talk": {
    nl: "Wij maken een afspraak voor een gesprek met u en de ander.",
    en: "We arrange a talk with you and the other.",
  },
  "separate-talks": {
    nl: "Wij praten met u en met de ander, ieder apart.",
    en: "We talk to you and to the other, each apart.",
  },
  "confirm-agreement": {
    nl: "Wij vragen u en de ander of dit zo goed is.",
    en: "We ask you and the other whether this is right.",
  },
  react: {
    nl: "Wij horen graag wat u van de uitkomst vindt.",
    en: "We would like to hear what you think of the outcome.",
  },
  "propose-independents": searching,
  "rank-independents": searching,
  "choose-independent": searching,
  "independent-advice": {
    nl: "Iemand van buiten kijkt naar uw klacht en geeft ons advies.",
    en: "Somebody from outside looks at your complaint and advises us.",
  },
  "final-outcome": {
    nl: "Wij hebben het advies van buiten. Nu schrijven wij de laatste uitkomst.",
    en: "We have the advice from outside. Now we write the final outcome.",
  },
};

/** What we do now, for the complainant. */
export function nextStep(dossier: Dossier, { branches }: Procedure): Text {
  if (dossier.status === "closed") return { nl: "Wij zijn klaar met uw zaak.", en: "We have finished your case." };
  if (dossier.withdrawn !== undefined) {
    return {
      nl: "Wij doen niets meer met uw klacht. Wij kijken nog wel wat wij ervan leren.",
      en: "We do nothing more with your complaint. We still look at what we can learn from it.",
    };
  }
  if (isAdvised(dossier) || isReferred(dossier)) return { nl: "Wij sluiten de zaak.", en: "We close the case." };
  const kind = onThePath(dossier);
  const told = kind === undefined ? undefined : withTask[kind];
  if (told !== undefined) return told;
  const phase = phaseNow(dossier);
  if (phase !== "handling" || answeredLately(dossier, "establish-facts", "established") === undefined) {
    return phase === "handling" ? solving : inPhase[phase];
  }
  return branches.handling === "judgment" ? judging : inPhase.handling;
}
