import type { Dossier, Letter } from "../domain/dossier.ts";
import { cameBack } from "../domain/letter-status.ts";
import { isStaff } from "../domain/party.ts";
import type { Procedure } from "../domain/procedure.ts";
import type { Language } from "../domain/text.ts";
import { letterNames } from "../letters/wording/letter-names.ts";
import { hitchOf, standingOf } from "../letters/wording/letter-status-words.ts";
import { nameAndTitle } from "../letters/wording/people.ts";
import { speaking } from "../letters/wording/say.ts";
import { Moment } from "./moment.tsx";

interface LettersSentProps {
  readonly dossier: Dossier;
  readonly procedure: Procedure;
  readonly language: Language;
}

/** Every letter of the case, to whom, and what became of it since when; first those to people outside, who must be reached (B9, B27). */
export function LettersSent({ dossier, procedure, language }: LettersSentProps) {
  const say = speaking(language);
  const { letters } = dossier;
  if (letters.length === 0) return null;
  const outside = letters.filter(({ to }) => !isStaff(to));
  const inside = letters.filter(({ to }) => isStaff(to));
  const term = say({ nl: "Stand", en: "Status" });
  const failed = letters.filter(isTrouble).length;
  return (
    <details class="fold" open={outside.some(isTrouble)}>
      <summary>
        {say({ nl: "Brieven", en: "Letters" })}
        {failed > 0 && (
          <span class="fold__when">
            {say({ nl: `${failed} niet aangekomen of spam`, en: `${failed} not arrived or spam` })}
          </span>
        )}
      </summary>
      <div class="fold__inside">
        <table class="table table--cards letters">
          <thead>
            <tr>
              <th scope="col">{say({ nl: "Brief", en: "Letter" })}</th>
              <th scope="col">{term}</th>
            </tr>
          </thead>
          <tbody>
            {[...outside, ...inside].map((letter) => (
              <tr>
                <th scope="row">
                  <span class="named">{say(letterNames[letter.letter])}</span>
                  <br />
                  <span class="quiet">
                    {say({ nl: "aan", en: "to" })} {nameAndTitle(letter.to, dossier, procedure, language)}
                  </span>
                </th>
                <td data-term={term}>
                  <Status letter={letter} procedure={procedure} language={language} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}

/** Whether somebody has to know of it. */
function isTrouble(letter: Letter): boolean {
  return cameBack(letter) || letter.status === "complained";
}

function Status({ letter, procedure, language }: Omit<LettersSentProps, "dossier"> & { readonly letter: Letter }) {
  const say = speaking(language);
  const hitch = hitchOf(letter);
  const returned = letter.reports.find(({ what, permanent }) => what === "bounced" && permanent === true);
  return (
    <>
      <span class={isTrouble(letter) ? "late" : undefined}>{say(standingOf(letter))}</span>
      <br />
      <span class="quiet">
        <Moment at={letter.statusAt} language={language} procedure={procedure} />
      </span>
      {letter.status === "brought" && returned !== undefined && (
        <>
          <br />
          <span class="quiet">
            {say({ nl: "De mail kwam terug op", en: "The mail came back on" })}{" "}
            <Moment at={returned.at} language={language} procedure={procedure} />
          </span>
        </>
      )}
      {hitch !== undefined && (
        <>
          <br />
          <span>
            {say(hitch.what)} <Moment at={hitch.at} language={language} procedure={procedure} />
          </span>
        </>
      )}
    </>
  );
}
