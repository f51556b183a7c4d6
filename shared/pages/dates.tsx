import { isStopped, wasInTouch } from "../domain/alarms.ts";
import { dueAt, isPaused } from "../domain/clocks.ts";
import type { Dossier } from "../domain/dossier.ts";
import type { CaseClock, Procedure } from "../domain/procedure.ts";
import type { Language, Text } from "../domain/text.ts";
import { speaking } from "../letters/wording/say.ts";
import { whyWePromise } from "../letters/wording/why.ts";
import type { Instant } from "../ports.ts";
import { delaysSinceReopening, hasNoDate, isAdvice } from "./case-now.ts";
import { Moment } from "./moment.tsx";
import { WordsOf } from "./words-of.tsx";

interface DatesProps {
  readonly dossier: Dossier;
  readonly procedure: Procedure;
  readonly language: Language;
  readonly now: Instant;
}

type Promised = Exclude<CaseClock["id"], "receipt">;

/** The dates that the complainant can hold us to, each with why it is that date; honest when one has passed (B20-B22). */
export function Promises({ dossier, procedure, language, now, only }: DatesProps & { readonly only?: Promised }) {
  const say = speaking(language);
  if (isStopped("decision", dossier) || isAdvice(dossier)) return null;
  if (dossier.reopened !== undefined && hasNoDate(dossier)) {
    return (
      <p>
        {say({ nl: "De zaak is weer open sinds", en: "The case is open again since" })}{" "}
        <Moment at={dossier.reopened.at} language={language} procedure={procedure} dayOnly />.{" "}
        {say({
          nl: "Wij weten nog geen datum voor de nieuwe uitkomst. U hoort dat van ons.",
          en: "We do not know a date for the new outcome yet. You will hear it from us.",
        })}
      </p>
    );
  }
  const clocks = procedure.clocks.flatMap(({ id, ...clock }) =>
    id === "receipt" || (id === "response" && isHeard(dossier)) || (only !== undefined && id !== only)
      ? []
      : [{ ...clock, id }],
  );
  return (
    <dl class="utrecht-data-list due">
      {clocks.map((clock) => {
        const due = dueAt(clock.id, dossier, procedure);
        return (
          <div class="utrecht-data-list__item">
            <dt class="utrecht-data-list__item-key">{say(what[clock.id])}</dt>
            <dd class="utrecht-data-list__item-value utrecht-data-list__item-value--html-dd">
              <strong>
                <Moment at={due} language={language} procedure={procedure} />
              </strong>
              <br />
              <span class="quiet">
                {due > now ? whyWePromise(clock, dossier, procedure, language) : say(passed[clock.id])}
              </span>
            </dd>
          </div>
        );
      })}
    </dl>
  );
}

/** The first contact is behind us: it was recorded, or it belonged to the case before it was opened again. */
function isHeard(dossier: Dossier): boolean {
  return dossier.reopened !== undefined || wasInTouch(dossier);
}

/** Whether a promised day has gone by without what was promised. */
export function isLate(dossier: Dossier, procedure: Procedure, now: Instant): boolean {
  if (hasNoDate(dossier) || isAdvice(dossier)) return false;
  return (["response", "decision"] as const).some(
    (id) =>
      procedure.clocks.some((clock) => clock.id === id) &&
      dueAt(id, dossier, procedure) <= now &&
      !(id === "response" ? isHeard(dossier) : isStopped(id, dossier)),
  );
}

const what: { readonly [Id in Promised]: Text } = {
  response: { nl: "U hoort van ons voor", en: "You hear from us before" },
  decision: { nl: "U krijgt de uitkomst voor", en: "You get the outcome before" },
};

const passed: { readonly [Id in Promised]: Text } = {
  response: {
    nl: "Die dag is voorbij. Hebt u niets gehoord? Dat spijt ons. Bel ons dan gerust.",
    en: "That day has passed. Have you not heard from us? We are sorry. Please call us.",
  },
  decision: {
    nl: "Die dag is voorbij en u hebt de uitkomst nog niet. Dat spijt ons. Wij weten nog geen nieuwe datum. Bel ons gerust.",
    en: "That day has passed and you do not have the outcome yet. We are sorry. We do not know a new date yet. Please call us.",
  },
};

/** Until the outcome: every announced delay with both dates and its reason, and the times that the clock stood still with theirs (B22). */
export function Moved({ dossier, procedure, language, now }: DatesProps) {
  const say = speaking(language);
  const { reopened } = dossier;
  const delays = delaysSinceReopening(dossier);
  const pauses = dossier.pauses.filter(({ from }) => reopened === undefined || from > reopened.at);
  if (delays.length + pauses.length === 0 || isStopped("decision", dossier)) return null;
  const erased = say({ nl: "Deze tekst is gewist.", en: "This text has been erased." });
  const moment = (at: Instant) => <Moment at={at} language={language} procedure={procedure} />;
  return (
    <ul class="plain moved">
      {delays.map(({ from, to, reason }) => (
        <li>
          <strong>{say({ nl: "Het duurt langer.", en: "It takes longer." })}</strong>{" "}
          {say({ nl: "Eerst was het", en: "First it was" })} {moment(from)}. {say({ nl: "Nu is het", en: "Now it is" })}{" "}
          {moment(to)}.
          <Reason text={reason} otherwise={erased} language={language} />
        </li>
      ))}
      {pauses.map((pause, index) => (
        <li>
          <strong>
            {index === pauses.length - 1 && isPaused(dossier, now)
              ? say({ nl: "De klok staat nu stil.", en: "The clock stands still now." })
              : say({ nl: "De klok stond stil.", en: "The clock stood still." })}
          </strong>{" "}
          {say({ nl: "Van", en: "From" })} {moment(pause.from)} {say({ nl: "tot", en: "until" })} {moment(pause.until)}.
          <Reason text={pause.reason} otherwise={erased} language={language} />
        </li>
      ))}
    </ul>
  );
}

function Reason({
  text,
  otherwise,
  language,
}: {
  readonly text: string;
  readonly otherwise: string;
  readonly language: Language;
}) {
  return (
    <div class="moved__why">
      <span class="quiet">{speaking(language)({ nl: "De reden:", en: "The reason:" })}</span>
      <WordsOf text={text} otherwise={otherwise} />
    </div>
  );
}
