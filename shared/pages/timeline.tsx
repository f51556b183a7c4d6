import type { Procedure } from "../domain/procedure.ts";
import type { Language } from "../domain/text.ts";
import { speaking } from "../letters/wording/say.ts";
import type { Happening } from "./happenings.ts";
import { Moment } from "./moment.tsx";

interface TimelineProps {
  readonly happened: readonly Happening[];
  readonly procedure: Procedure;
  readonly language: Language;
}

/** What happened, a day and a sentence each. */
export function Timeline({ happened, procedure, language }: TimelineProps) {
  const say = speaking(language);
  return (
    <ol class="timeline timeline--days">
      {happened.map(({ at, what }) => (
        <li>
          <Moment at={at} language={language} procedure={procedure} dayOnly />
          <span>{say(what)}</span>
        </li>
      ))}
    </ol>
  );
}
