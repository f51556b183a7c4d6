import type { Procedure } from "../domain/procedure.ts";
import type { Language, Text } from "../domain/text.ts";
import { speaking } from "../letters/wording/say.ts";
import type { Instant } from "../ports.ts";
import type { PromiseShown } from "./behind-file.ts";
import { Moment } from "./moment.tsx";
import { WordsOf } from "./words-of.tsx";

interface PromisesShownProps {
  readonly promises: readonly PromiseShown[];
  readonly procedure: Procedure;
  readonly language: Language;
  readonly now: Instant;
}

/** What we promised the complainant, by when, and whether we did it; nothing where we promised nothing. */
export function PromisesShown({ promises, procedure, language, now }: PromisesShownProps) {
  const say = speaking(language);
  if (promises.length === 0) return null;
  const day = (at: Instant) => <Moment at={at} language={language} procedure={procedure} dayOnly />;
  return (
    <>
      <h2 class="utrecht-heading-2">{say({ nl: "Dit beloofden wij u", en: "This is what we promised you" })}</h2>
      <ul class="plain">
        {promises.map((promise) => {
          const { text, promisedFor, dueAt, endedAt } = promise;
          return (
            <li class="paper">
              <WordsOf text={text} otherwise={say({ nl: "Deze tekst is gewist.", en: "This text has been erased." })} />
              <p>
                {say({ nl: "Voor", en: "By" })} {day(promisedFor)}.{" "}
                {dueAt !== promisedFor && (
                  <>
                    {say({ nl: "Dat is later geworden:", en: "It has become later:" })} {day(dueAt)}.{" "}
                  </>
                )}
                <strong>{say(howItStands(promise, now))}</strong>
                {promise.status === "kept" && endedAt !== undefined && <> {day(endedAt)}.</>}
              </p>
            </li>
          );
        })}
      </ul>
    </>
  );
}

function howItStands({ status, dueAt }: PromiseShown, now: Instant): Text {
  switch (status) {
    case "done":
    case "kept":
      return { nl: "Dat hebben wij gedaan:", en: "We have done it:" };
    case "dropped":
      return {
        nl: "Dit gaat toch niet door. Dat spijt ons. Vraag ons waarom.",
        en: "This will not happen after all. We are sorry. Ask us why.",
      };
    case "open":
      return dueAt <= now
        ? {
            nl: "Die dag is voorbij. Wij zijn te laat. Dat spijt ons. Bel ons gerust.",
            en: "That day has passed. We are late. We are sorry. Please call us.",
          }
        : { nl: "Wij zijn ermee bezig.", en: "We are working on it." };
  }
}
