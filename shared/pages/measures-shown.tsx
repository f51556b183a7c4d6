import type { Procedure } from "../domain/procedure.ts";
import type { Language } from "../domain/text.ts";
import { measureTypeInWords } from "../letters/wording/measure-words.ts";
import { titleOf } from "../letters/wording/people.ts";
import { speaking } from "../letters/wording/say.ts";
import type { Instant } from "../ports.ts";
import type { MeasureShown } from "./behind-file.ts";
import { FileNumber } from "./files-seen.tsx";
import { measureStatuses } from "./measure-file.tsx";
import { Moment } from "./moment.tsx";

interface MeasuresShownProps {
  readonly title: string;
  readonly measures: readonly MeasureShown[];
  readonly procedure: Procedure;
  readonly language: Language;
  /** With it, what is late says so. */
  readonly now?: Instant;
}

/** Measures, each with what it is, whose it is, by when and how it stands; nothing where there are none. */
export function MeasuresShown({ title, measures, procedure, language, now }: MeasuresShownProps) {
  const say = speaking(language);
  if (measures.length === 0) return null;
  return (
    <section aria-labelledby="measures-title">
      <h3 class="utrecht-heading-3" id="measures-title">
        {title}
      </h3>
      <ul class="plain">
        {measures.map((measure) => (
          <li>
            <FileNumber file={measure} />
            <br />
            <bdi>{measure.text === "" ? typeOf(measure, language) : measure.text}</bdi>
            <br />
            <span class="quiet">
              {ownerOf(measure, procedure, language)}, {say({ nl: "voor", en: "before" })}{" "}
              <Moment at={measure.dueAt} language={language} procedure={procedure} dayOnly />:{" "}
              {say(measureStatuses[measure.status]).toLowerCase()}
              {measure.status === "open" && now !== undefined && measure.dueAt <= now && (
                <>
                  {" "}
                  <strong class="late">{say({ nl: "Te laat", en: "Late" })}</strong>
                </>
              )}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function typeOf({ measureType }: MeasureShown, language: Language): string {
  return measureTypeInWords(measureType)[language];
}

function ownerOf({ owner }: MeasureShown, procedure: Procedure, language: Language): string {
  return procedure.people.find(({ id }) => owner === `person:${id}`)?.name ?? titleOf(owner, procedure, language);
}
