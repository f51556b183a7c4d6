import { localDay } from "../../shared/domain/calendar.ts";
import type { TaskKindId } from "../../shared/domain/tasks/task-kind.ts";
import type { Instant } from "../../shared/ports.ts";

type Posted = Readonly<Record<string, string>>;

const letters = {
  letter: "Wij vinden uw klacht terecht.",
  respondentLetter: "De klacht is terecht.",
  clientLetter: "De klacht over de training is klaar.",
  teamLetter: "Wij bevestigen afspraken voortaan schriftelijk.",
};

/** What leads each kind of task one step further on the long way through a procedure; `at` is the moment of answering. */
export function exampleAnswer(kind: TaskKindId, at: Instant): Posted {
  const today = localDay(at, "Europe/Amsterdam");
  switch (kind) {
    case "complete-registration":
      return {
        outcome: "passed-on",
        channel: "phone",
        complainantName: "Sanne de Wit",
        complainantEmail: "sanne.dewit@zorggroep.example",
        complainantLanguage: "nl",
        complaint: "De trainer kwam te laat.",
      };
    case "assess":
      return { outcome: "handle", category: "other", severity: "serious", claim: "no", talked: "no", hold: "no" };
    case "report-form":
      return { talked: "yes", tried: "Ik heb het gezegd." };
    case "consult":
      return { consultAdvice: "Neem de klacht in behandeling." };
    case "talk-result":
      return { outcome: "not-solved" };
    case "decide-after-silence":
      return { outcome: "handle" };
    case "advise":
      return { advice: "Praat eerst met uw leidinggevende." };
    case "choose-after-advice":
      return { outcome: "official" };
    case "decide-urgently":
      return { direction: "Vandaag nog bellen." };
    case "first-response":
      return { contactChannel: "phone", contactDate: today, contactSummary: "Uitgelegd wat er gebeurt." };
    case "release-copy":
      return { outcome: "released" };
    case "statement":
      return { outcome: "account", account: "Zo ging het volgens mij." };
    case "reply-to-account":
      return { outcome: "replied", reply: "Dat zie ik anders." };
    case "answer-question":
      return { questionAnswer: "Het was op de tweede dag." };
    case "hold-session":
      return { outcome: "held", sessionDate: today, sessionMinutes: "Beide kanten vertelden hun verhaal." };
    case "establish-facts":
      return {
        outcome: "established",
        whatHappened: "De trainer kwam een uur te laat.",
        finding: "founded",
        category: "other",
        cause: "none",
      };
    case "consent-to-talk":
      return { outcome: "yes" };
    case "three-way-talk":
      return { outcome: "agreement", talkDate: today, minutes: "Iedereen was er.", agreement: "Een nieuwe training." };
    case "confirm-agreement":
      return { outcome: "confirmed" };
    case "separate-talks":
      return { talkDates: "maandag en dinsdag", minutes: "Ieder vertelde zijn kant." };
    case "give-judgment":
      return { judgment: "De klacht is terecht.", consequence: "Er komt een nieuwe training." };
    case "solve":
      return { solution: "De deelnemer krijgt een nieuwe training." };
    case "address-respondent":
      return { addressedOn: today, addressedNote: "Besproken.", condition: "Op tijd komen.", measureType: "none" };
    case "write-outcome":
    case "final-outcome":
      return letters;
    case "approve-outcome":
      return { outcome: "approved" };
    case "react":
      return { outcome: "not-satisfied", dissatisfaction: "Er is niets veranderd." };
    case "propose-independents":
      return {
        candidates: "Noor Visser, noor.visser@onafhankelijk.example\nAnton Kok, anton.kok@onafhankelijk.example",
      };
    case "rank-independents":
      return { outcome: "ranked", first: "1", second: "2" };
    case "choose-independent":
      return { chosenIndependent: "Noor Visser, noor.visser@onafhankelijk.example" };
    case "independent-advice":
      return { outcome: "advised", independentAdvice: "Maak het af." };
    case "draw-lessons":
      return { cause: "none", lesson: "Wij bevestigen afspraken voortaan schriftelijk." };
    case "satisfaction":
      return { score: "1" };
    case "follow-up":
      return { outcome: "done", followUp: "Gebeld en uitgelegd." };
    case "report-measure":
      return { outcome: "done", evidence: "De uitnodiging noemt nu wat iemand moet kunnen.", doneOn: today };
    case "judge-effect":
      return { outcome: "helped", effectNote: "Er waren geen klachten meer over." };
    case "look-into-signal":
      return { outcome: "nothing", finding: "Het waren heel verschillende dingen." };
    case "look-at-mail":
      return { outcome: "not-for-us", notForUs: "advertising" };
    case "check-overview":
      return { checkNote: "In maart was de training dicht." };
    case "analyse-overview":
      return { analysis: "De meeste klachten gaan over afspraken." };
    case "go-through-measures":
      return {};
    case "evaluate-procedure":
      return { works: "De termijnen zijn haalbaar." };
    case "acknowledge-review":
      return {};
    case "announce-delay":
      return { outcome: "delay", newDate: "2046-12-28", delayWhy: "other", delayReason: "Wij wachten op een gesprek." };
    case "send-by-post":
      return { sentHow: "post", sentOn: today };
  }
}
