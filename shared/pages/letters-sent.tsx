import type { Dossier, Letter } from "../domain/dossier.ts";
import { isStaff } from "../domain/party.ts";
import type { Procedure } from "../domain/procedure.ts";
import type { Language, Text } from "../domain/text.ts";
import { letterNames } from "../letters/wording/letter-names.ts";
import { nameAndTitle } from "../letters/wording/people.ts";
import { speaking } from "../letters/wording/say.ts";
import { Moment } from "./moment.tsx";

interface LettersSentProps {
  readonly dossier: Dossier;
  readonly procedure: Procedure;
  readonly language: Language;
}

type Way = Letter["status"] | "to-bring" | "brought";

const ways: { readonly [One in Way]: Text } = {
  queued: { nl: "wordt verstuurd", en: "being sent" },
  sent: { nl: "verstuurd", en: "sent" },
  refused: { nl: "niet aangekomen", en: "not delivered" },
  delivered: { nl: "gebracht", en: "brought over" },
  "to-bring": { nl: "gaat per post of telefoon", en: "goes by post or phone" },
  brought: { nl: "per post, telefoon of persoonlijk gebracht", en: "brought by post, by phone or in person" },
};

/** Every letter of the case, to whom, when, and whether it arrived; first those to people outside, who must be reached (B9, B27). */
export function LettersSent({ dossier, procedure, language }: LettersSentProps) {
  const say = speaking(language);
  const { letters } = dossier;
  if (letters.length === 0) return null;
  const outside = letters.filter(({ to }) => !isStaff(to));
  const inside = letters.filter(({ to }) => isStaff(to));
  return (
    <details class="fold" open={outside.some(({ status }) => status === "refused")}>
      <summary>{say({ nl: "Brieven", en: "Letters" })}</summary>
      <div class="fold__inside">
        {[outside, inside].flatMap((some) =>
          some.length === 0
            ? []
            : [
                <ul class="plain letters">
                  {some.map((letter) => (
                    <li>
                      <strong class="named">{say(letterNames[letter.letter])}</strong> {say({ nl: "aan", en: "to" })}{" "}
                      {nameAndTitle(letter.to, dossier, procedure, language)}
                      <br />
                      <span class="quiet">
                        <Moment at={letter.doneAt ?? letter.queuedAt} language={language} procedure={procedure} />:{" "}
                        {say(ways[wayOf(letter)])}
                      </span>
                    </li>
                  ))}
                </ul>,
              ],
        )}
      </div>
    </details>
  );
}

function wayOf({ status, by }: Letter): Way {
  if (status === "delivered") return "brought";
  return status === "queued" && by === "post" ? "to-bring" : status;
}
