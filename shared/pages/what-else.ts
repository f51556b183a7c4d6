import type { Dossier } from "../domain/dossier.ts";
import type { Procedure } from "../domain/procedure.ts";
import type { TaskKindId } from "../domain/tasks/task-kind.ts";
import type { Text } from "../domain/text.ts";
import type { Instant } from "../ports.ts";
import { answeredLately, isAdvice, onThePath } from "./case-now.ts";
import { isLate } from "./dates.tsx";
import { isAnswered, isReferred } from "./status-story.ts";

/** Somebody from outside is being found, or looks at the complaint. */
const outside: readonly TaskKindId[] = [
  "propose-independents",
  "rank-independents",
  "choose-independent",
  "independent-advice",
  "final-outcome",
];

/** What the complainant can still do, or need not do, besides answering what is asked of them now. */
export function whatElse(dossier: Dossier, procedure: Procedure, now: Instant, asked: boolean): Text {
  if (dossier.withdrawn !== undefined) {
    return {
      nl: "U hoeft niets meer te doen. Intrekken kunt u niet terugdraaien. U mag altijd een nieuwe klacht indienen.",
      en: "You do not need to do a thing any more. A withdrawal cannot be undone. You may always file a new complaint.",
    };
  }
  if (isReferred(dossier)) {
    return {
      nl: "Bent u het niet met ons eens? Laat het ons weten. Dan kijken wij er nog eens naar.",
      en: "Do you not agree with us? Let us know. Then we will look at it again.",
    };
  }
  if (isAdvice(dossier)) {
    return asked
      ? { nl: "U kiest zelf hoe het verder gaat.", en: "You choose yourself what happens next." }
      : {
          nl: "U hoeft nu niets te doen. Wilt u toch een klacht indienen? Laat het ons weten.",
          en: "You do not need to do a thing now. Do you want to file a complaint after all? Let us know.",
        };
  }
  if (answeredLately(dossier, "final-outcome") !== undefined) {
    return isAnswered(dossier)
      ? {
          nl: "Dit is onze laatste uitkomst. Daarna sluiten wij uw zaak. U hoeft niets meer te doen.",
          en: "This is our final outcome. After that we close your case. You do not need to do a thing any more.",
        }
      : goOn;
  }
  const kind = onThePath(dossier);
  if (dossier.status === "open" && kind !== undefined && outside.includes(kind)) return asked ? goOn : nothingToDo;
  if (dossier.status === "closed" || isAnswered(dossier)) return procedure.house.afterwards;
  return asked || isLate(dossier, procedure, now) ? goOn : nothingToDo;
}

const goOn: Text = { nl: "Wij gaan door met uw klacht.", en: "We go on with your complaint." };
const nothingToDo: Text = {
  nl: "U hoeft niets te doen. Wij gaan door met uw klacht.",
  en: "You do not need to do a thing. We go on with your complaint.",
};
