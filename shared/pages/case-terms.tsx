import { isStopped } from "../domain/alarms.ts";
import { dueAt } from "../domain/clocks.ts";
import type { Dossier } from "../domain/dossier.ts";
import type { CaseClock, Procedure } from "../domain/procedure.ts";
import type { Language, Text } from "../domain/text.ts";
import { nameAndTitle } from "../letters/wording/people.ts";
import { speaking } from "../letters/wording/say.ts";
import { whyClockEndsThen } from "../letters/wording/why.ts";
import { Entry } from "./entry.tsx";
import { Moment } from "./moment.tsx";
import { WordsOf } from "./words-of.tsx";

interface CaseTermsProps {
  readonly dossier: Dossier;
  readonly procedure: Procedure;
  readonly language: Language;
}

const clockNames: { readonly [Id in CaseClock["id"]]: Text } = {
  receipt: { nl: "Ontvangst bevestigen", en: "Confirm receipt" },
  response: { nl: "Eerste reactie", en: "First response" },
  decision: { nl: "Uitkomst", en: "Outcome" },
};

/** The clocks of the case with why each ends when it does, every delay with both dates and its reason, and every pause (B20-B22). */
export function CaseTerms({ dossier, procedure, language }: CaseTermsProps) {
  const say = speaking(language);
  const moment = (at: string) => <Moment at={at} language={language} procedure={procedure} />;
  const erased = say({ nl: "Deze tekst is gewist.", en: "This text has been erased." });
  const by = (who: Dossier["owner"]) => (
    <p class="quiet">
      {say({ nl: "Door", en: "By" })} {nameAndTitle(who, dossier, procedure, language)}
    </p>
  );
  return (
    <details class="fold" open={dossier.delays.length + dossier.pauses.length > 0}>
      <summary>{say({ nl: "Termijnen van deze zaak", en: "Terms of this case" })}</summary>
      <dl class="fold__inside utrecht-data-list facts">
        {procedure.clocks.map((clock) => (
          <Entry term={say(clockNames[clock.id])}>
            {moment(dueAt(clock.id, dossier, procedure))}
            {isStopped(clock.id, dossier) && (
              <span class="quiet"> ({say({ nl: "loopt niet meer", en: "no longer runs" })})</span>
            )}
            <br />
            <span class="quiet">{whyClockEndsThen(clock, dossier, procedure, language)}</span>
          </Entry>
        ))}
        {dossier.delays.map((delay) => (
          <Entry term={say({ nl: "Uitgesteld", en: "Delayed" })}>
            {say({ nl: "Van", en: "From" })} {moment(delay.from)} {say({ nl: "naar", en: "to" })} {moment(delay.to)}
            <WordsOf text={delay.reason} otherwise={erased} />
            {by(delay.by)}
          </Entry>
        ))}
        {dossier.pauses.map((pause) => (
          <Entry term={say({ nl: "Klok stilgezet", en: "Clock stopped" })}>
            {say({ nl: "Van", en: "From" })} {moment(pause.from)} {say({ nl: "tot", en: "until" })}{" "}
            {moment(pause.until)}
            <WordsOf text={pause.reason} otherwise={erased} />
            {by(pause.by)}
            {pause.restarted !== undefined && (
              <>
                <p>{say({ nl: "Eerder weer gestart, omdat:", en: "Started again earlier, because:" })}</p>
                <WordsOf text={pause.restarted.reason} otherwise={erased} />
                {by(pause.restarted.by)}
              </>
            )}
          </Entry>
        ))}
      </dl>
    </details>
  );
}
