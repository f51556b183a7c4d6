import { dueAt } from "../domain/clocks.ts";
import type { Dossier, Letter } from "../domain/dossier.ts";
import type { AttachedFile } from "../domain/events.ts";
import type { CaseClock, Procedure } from "../domain/procedure.ts";
import type { Language, Text } from "../domain/text.ts";
import { speaking } from "../letters/wording/say.ts";
import { whyClockEndsThen } from "../letters/wording/why.ts";
import { otherLanguage } from "./complainant-language.ts";
import { Earlier } from "./earlier-answers.tsx";
import { FileList } from "./file-list.tsx";
import { Moment } from "./moment.tsx";
import { WordsOf } from "./words-of.tsx";

interface CaseFileProps {
  readonly dossier: Dossier;
  readonly procedure: Procedure;
  readonly language: Language;
  readonly hrefOfFile: ((file: AttachedFile) => string) | undefined;
}

const channels: { readonly [Channel in Dossier["channel"]]: Text } = {
  email: { nl: "per e-mail", en: "by e-mail" },
  phone: { nl: "per telefoon", en: "by phone" },
  counter: { nl: "aan de balie", en: "in person" },
  letter: { nl: "per brief", en: "by letter" },
};

const writers: { readonly [From in Dossier["messages"][number]["from"]]: Text } = {
  complainant: { nl: "Bericht van de klager", en: "Message from the complainant" },
  staff: { nl: "Bericht van een collega", en: "Message from a colleague" },
  unknown: { nl: "Bericht van een onbekend adres", en: "Message from an unknown address" },
};

const clockNames: { readonly [Id in CaseClock["id"]]: Text } = {
  receipt: { nl: "Ontvangst bevestigen", en: "Confirm receipt" },
  response: { nl: "Eerste reactie", en: "First response" },
  decision: { nl: "Uitkomst", en: "Outcome" },
};

const toComplainant: { readonly [Kind in Letter["letter"]]?: Text } = {
  receipt: { nl: "Bevestiging van ontvangst", en: "Confirmation of receipt" },
  outcome: { nl: "Uitkomst", en: "Outcome" },
  referral: { nl: "Verwijzing", en: "Referral" },
};

const letterStatus: { readonly [Status in Letter["status"]]: Text } = {
  queued: { nl: "wordt verstuurd", en: "being sent" },
  sent: { nl: "verstuurd", en: "sent" },
  refused: { nl: "niet aangekomen: bel of schrijf de klager", en: "not delivered: call or write to the complainant" },
};

/** Everything about the case that whoever works on it needs. Never for the complainant or a respondent. */
export function CaseFile({ dossier, procedure, language, hrefOfFile }: CaseFileProps) {
  const say = speaking(language);
  const { complainant } = dossier;
  const other = otherLanguage(dossier, procedure, language);
  const erased = say({ nl: "Deze tekst is gewist.", en: "This text has been erased." });
  return (
    <section class="case" aria-labelledby="case-title">
      <h2 class="utrecht-heading-2" id="case-title">
        {say({ nl: "De klacht", en: "The complaint" })}
      </h2>
      <article class="paper">
        <p class="paper__from">
          <strong>
            <bdi>{complainant?.name || complainant?.email || say({ nl: "Gegevens gewist", en: "Details erased" })}</bdi>
          </strong>
          {complainant !== undefined && complainant.name !== "" && (
            <>
              <br />
              <bdi>{complainant.email}</bdi>
            </>
          )}
          <br />
          <span class="quiet">
            <Moment at={dossier.receivedAt} language={language} procedure={procedure} />,{" "}
            {say(channels[dossier.channel])}
          </span>
          {other !== undefined && (
            <>
              <br />
              <strong>{say(other.reads)}</strong>
            </>
          )}
        </p>
        {dossier.subject !== "" && (
          <h3 class="utrecht-heading-3">
            <bdi>{dossier.subject}</bdi>
          </h3>
        )}
        <WordsOf
          text={dossier.text}
          otherwise={complainant === undefined ? erased : say({ nl: "Zonder tekst.", en: "Without text." })}
        />
        <FileList files={dossier.attachments} language={language} hrefOf={hrefOfFile} />
      </article>

      {dossier.messages.map((message, index) => (
        <details class="fold" open={index === dossier.messages.length - 1}>
          <summary>
            {say(writers[message.from])}
            <span class="fold__when">
              <Moment at={message.at} language={language} procedure={procedure} dayOnly />
            </span>
          </summary>
          <div class="fold__inside">
            {message.subject !== "" && (
              <p>
                <strong>
                  <bdi>{message.subject}</bdi>
                </strong>
              </p>
            )}
            <WordsOf text={message.text} otherwise={erased} />
            <FileList files={message.attachments} language={language} hrefOf={hrefOfFile} />
          </div>
        </details>
      ))}

      <Earlier dossier={dossier} procedure={procedure} language={language} />

      <details class="fold">
        <summary>{say({ nl: "Termijnen van deze zaak", en: "Terms of this case" })}</summary>
        <div class="fold__inside">
          <dl class="utrecht-data-list facts">
            {procedure.clocks.map((clock) => (
              <div class="utrecht-data-list__item">
                <dt class="utrecht-data-list__item-key">{say(clockNames[clock.id])}</dt>
                <dd class="utrecht-data-list__item-value utrecht-data-list__item-value--html-dd">
                  <Moment
                    at={dueAt(clock.id, dossier.receivedAt, procedure)}
                    language={language}
                    procedure={procedure}
                  />
                  <br />
                  <span class="quiet">{whyClockEndsThen(clock, procedure, language)}</span>
                </dd>
              </div>
            ))}
          </dl>
        </div>
      </details>

      <LettersToComplainant dossier={dossier} procedure={procedure} language={language} />
    </section>
  );
}

function LettersToComplainant({ dossier, procedure, language }: Omit<CaseFileProps, "hrefOfFile">) {
  const say = speaking(language);
  const letters = dossier.letters.filter(({ to }) => to === "complainant");
  if (letters.length === 0) return null;
  return (
    <details class="fold" open={letters.some(({ status }) => status === "refused")}>
      <summary>{say({ nl: "Brieven aan de klager", en: "Letters to the complainant" })}</summary>
      <div class="fold__inside">
        <ul class="plain">
          {letters.map(({ letter, queuedAt, status }) => (
            <li>
              {say(toComplainant[letter] ?? { nl: letter, en: letter })},{" "}
              <Moment at={queuedAt} language={language} procedure={procedure} dayOnly />: {say(letterStatus[status])}
            </li>
          ))}
        </ul>
      </div>
    </details>
  );
}
