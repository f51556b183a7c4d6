import type { Procedure } from "../../domain/procedure.ts";
import type { Language, Text } from "../../domain/text.ts";
import { speaking } from "../../letters/wording/say.ts";
import type { Instant } from "../../ports.ts";
import { Moment } from "../moment.tsx";

/** One look at a case. */
export interface Look {
  readonly at: Instant;
  /** The colleague's id in the procedure. */
  readonly person: string;
  readonly what: "case" | "task" | "file" | "mail" | "registered" | "person";
}

interface WhoLookedProps {
  readonly looked: readonly Look[];
  readonly procedure: Procedure;
  readonly language: Language;
}

const words: { readonly [What in Look["what"]]: Text } = {
  case: { nl: "opende de zaak", en: "opened the case" },
  task: { nl: "opende een taak", en: "opened a task" },
  file: { nl: "opende een bestand", en: "opened a file" },
  mail: { nl: "bewaarde een mail zoals die binnenkwam", en: "saved a mail as it came in" },
  person: { nl: "nam de zaak op in een inzage", en: "took the case into an access request" },
  registered: { nl: "legde de klacht vast", en: "registered the complaint" },
};

/** Who opened the case at the desk and when, so that nobody reads along unseen. */
export function WhoLooked({ looked, procedure, language }: WhoLookedProps) {
  const say = speaking(language);
  const nameOf = (person: string) => procedure.people.find(({ id }) => id === person)?.name ?? person;
  if (looked.length === 0) return <p>{say({ nl: "Nog niemand.", en: "Nobody yet." })}</p>;
  return (
    <details class="fold">
      <summary>{say({ nl: "De laatste keren", en: "The last times" })}</summary>
      <ol class="fold__inside timeline timeline--days" reversed>
        {looked.map(({ at, person, what }) => (
          <li>
            <Moment at={at} language={language} procedure={procedure} />
            <span>
              {nameOf(person)} {say(words[what])}
            </span>
          </li>
        ))}
      </ol>
    </details>
  );
}
