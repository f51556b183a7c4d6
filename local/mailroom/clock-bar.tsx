import { z } from "zod";
import type { Language } from "../../shared/domain/text.ts";
import { fromNow, fullMoment } from "./moment-words.ts";
import { say, type View } from "./view.ts";
import { words } from "./words.ts";

const steps = [
  ["P1D", words.plusDay],
  ["P1W", words.plusWeek],
  ["P1M", words.plusMonth],
] as const;

/** What time it is, when something will happen, and the buttons that move the time; on top of every page. */
export function ClockBar({ view }: { readonly view: View }) {
  const { now, nextAlarm, language } = view;
  const arrived = z.coerce.number().int().nonnegative().safeParse(view.query.get("arrived"));
  return (
    <section class="room-clock" aria-label={say(view, words.clock)}>
      <dl class="room-clock__times" data-live="clock">
        <div>
          <dt>{say(view, words.nowItIs)}</dt>
          <dd>
            <time datetime={now}>{fullMoment(now, language)}</time>
          </dd>
        </div>
        <div>
          <dt>{say(view, words.nextAlarm)}</dt>
          <dd>
            {nextAlarm === undefined ? (
              say(view, words.noAlarm)
            ) : (
              <>
                <time datetime={nextAlarm}>{fullMoment(nextAlarm, language)}</time>{" "}
                <span class="room-quiet">({fromNow(nextAlarm, now, language)})</span>
              </>
            )}
          </dd>
        </div>
      </dl>
      <form class="room-clock__moves" method="post" action="/mailroom/clock">
        <input type="hidden" name="back" value={view.here} />
        <button
          class="utrecht-button utrecht-button--primary-action"
          type="submit"
          name="to"
          value="next"
          disabled={nextAlarm === undefined}
        >
          {say(view, words.toNextAlarm)}
        </button>
        {steps.map(([duration, label]) => (
          <button
            key={duration}
            class="utrecht-button utrecht-button--secondary-action"
            type="submit"
            name="advance"
            value={duration}
          >
            {say(view, label)}
          </button>
        ))}
      </form>
      {view.relay !== undefined && (
        <p class="room-clock__leaving">
          <strong>{say(view, words.leaving)}</strong> {leavingWords(view.relay, language)}
        </p>
      )}
      {arrived.success && view.query.has("arrived") && (
        <p class="room-clock__news" role="status">
          {arrivedWords(arrived.data, language)}
        </p>
      )}
    </section>
  );
}

function leavingWords(relay: string, language: Language): string {
  return {
    nl: `Elke brief gaat ook via ${relay} naar de mensen zelf. Zet u de klok vooruit, dan krijgen zij alles wat in die tijd verstuurd wordt.`,
    en: `Every letter also goes to the people themselves, through ${relay}. Move the clock on, and they get all that is sent in that time.`,
  }[language];
}

function arrivedWords(letters: number, language: Language): string {
  const plural = new Intl.PluralRules(language).select(letters) === "one" ? "one" : "other";
  if (letters === 0) return say({ language }, words.movedQuietly);
  return {
    nl: `De klok is verzet. ${letters} ${plural === "one" ? "brief kwam" : "brieven kwamen"} erbij.`,
    en: `The clock was moved. ${letters} ${plural === "one" ? "letter" : "letters"} arrived.`,
  }[language];
}
