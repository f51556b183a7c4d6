import { wasTold } from "../domain/alarms.ts";
import type { Dossier } from "../domain/dossier.ts";
import type { LetterKind } from "../domain/letter-kinds.ts";
import { hasGone } from "../domain/letter-status.ts";
import { isRespondent, type Party } from "../domain/party.ts";
import { latestAnswered } from "../domain/rounds.ts";
import type { Language, Text } from "../domain/text.ts";
import { whereTo, whyNot } from "../letters/referral.ts";
import { speaking } from "../letters/wording/say.ts";
import { latestWritten } from "../letters/wording/shown.ts";
import { WordsOf } from "./words-of.tsx";

interface AnswerSentProps {
  readonly to: Party;
  readonly dossier: Dossier;
  readonly language: Language;
}

const current: Text = { nl: "De uitkomst", en: "The outcome" };
/** The case was opened again since. */
const earlier: Text = { nl: "De eerdere uitkomst", en: "The earlier outcome" };

/** What we wrote to a party as the end of it: the outcome in the words meant for them, or our referral; once that letter has gone. */
export function AnswerSent({ to, dossier, language }: AnswerSentProps) {
  const say = speaking(language);
  const erased = say({ nl: "Deze tekst is gewist.", en: "This text has been erased." });
  const outcome = outcomeSentTo(to, dossier);
  if (outcome !== undefined) {
    return (
      <section class="paper" aria-labelledby="sent-title">
        <h2 class="utrecht-heading-2" id="sent-title">
          {say(outcome.isEarlier ? earlier : current)}
        </h2>
        <WordsOf text={outcome.text} otherwise={erased} />
      </section>
    );
  }
  if (to !== "complainant" || !wasTold(dossier, "referral")) return null;
  const words = latestAnswered(dossier, "assess", "not-a-complaint")?.answer.private ?? {};
  return (
    <section class="paper" aria-labelledby="sent-title">
      <h2 class="utrecht-heading-2" id="sent-title">
        {say({ nl: "Ons antwoord", en: "Our answer" })}
      </h2>
      <h3 class="utrecht-heading-3">{say(whyNot)}</h3>
      <WordsOf text={words["reason"] ?? ""} otherwise={erased} />
      <h3 class="utrecht-heading-3">{say(whereTo)}</h3>
      <WordsOf text={words["rightDoor"] ?? ""} otherwise={erased} />
    </section>
  );
}

/** The words of the outcome that this party has had; never a draft that was written since. */
function outcomeSentTo(
  to: Party,
  dossier: Dossier,
): { readonly text: string; readonly isEarlier: boolean } | undefined {
  const kind: LetterKind = isRespondent(to) ? "outcome-respondent" : "outcome";
  const letter = dossier.letters.findLast((one) => one.letter === kind && one.to === to && hasGone(one));
  if (letter === undefined) return undefined;
  const written = latestWritten(dossier, letter.queuedAt);
  const text = written?.answer.private[isRespondent(to) ? "respondentLetter" : "letter"] ?? "";
  return { text, isEarlier: dossier.reopened !== undefined && letter.queuedAt <= dossier.reopened.at };
}
