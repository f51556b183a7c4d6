import type { Dossier } from "../domain/dossier.ts";
import { measureSeen } from "../domain/learning/measure-seen.ts";
import type { MeasureSeen } from "../domain/learning/overview-input.ts";
import type { Measure } from "../domain/matter.ts";
import type { Procedure } from "../domain/procedure.ts";
import type { Language, Text } from "../domain/text.ts";
import { capital } from "../letters/wording/capital.ts";
import { fileKindOf, fileWords } from "../letters/wording/file-words.ts";
import { measureSources, measureTypeInWords } from "../letters/wording/measure-words.ts";
import { nameAndTitle } from "../letters/wording/people.ts";
import { speaking } from "../letters/wording/say.ts";
import type { BehindFile } from "./behind-file.ts";
import { EffectShown } from "./effect-shown.tsx";
import { Entry } from "./entry.tsx";
import { FileNumber, FilesSeen } from "./files-seen.tsx";
import { Moment } from "./moment.tsx";
import { WordsOf } from "./words-of.tsx";

interface MeasureFileProps {
  readonly measure: Measure;
  readonly dossier: Dossier;
  readonly behind: BehindFile;
  readonly procedure: Procedure;
  readonly language: Language;
}

/** How a measure stands, in a few words. */
export const measureStatuses: { readonly [Status in MeasureSeen["status"]]: Text } = {
  open: { nl: "Nog te doen", en: "Still to do" },
  done: { nl: "Uitgevoerd", en: "Carried out" },
  kept: { nl: "Nagekomen", en: "Kept" },
  dropped: { nl: "Gaat niet door", en: "Not going ahead" },
};

/** What was agreed or promised, who does it by when, where it came from, and what came of it (A28, B38). */
export function MeasureFile({ measure, dossier, behind, procedure, language }: MeasureFileProps) {
  const say = speaking(language);
  const seen = measureSeen(dossier, procedure);
  const isPromise = fileKindOf(dossier) === "promise";
  const erased = say({ nl: "Deze tekst is gewist.", en: "This text has been erased." });
  const moment = (at: string) => <Moment at={at} language={language} procedure={procedure} dayOnly />;
  return (
    <>
      <h2 class="utrecht-heading-2" id="case-title">
        {capital(say(fileWords(dossier).the))}
      </h2>
      <article class="paper">
        <WordsOf text={measure.text} otherwise={erased} />
        {measure.why !== undefined && (
          <>
            <h3 class="utrecht-heading-3">{say({ nl: "Waarom", en: "Why" })}</h3>
            <WordsOf text={measure.why} otherwise={erased} />
          </>
        )}
        <dl class="utrecht-data-list facts">
          {!isPromise && (
            <Entry term={say({ nl: "Soort", en: "Kind" })}>{say(measureTypeInWords(measure.measureType))}</Entry>
          )}
          <Entry term={say({ nl: "Wie doet het", en: "Who does it" })}>
            {nameAndTitle(seen?.owner ?? measure.owner, dossier, procedure, language)}
          </Entry>
          <Entry term={say({ nl: "Klaar op", en: "Done by" })}>
            {moment(seen?.dueAt ?? measure.dueAt)}
            {seen !== undefined && seen.dueAt !== measure.dueAt && (
              <span class="quiet">
                {" "}
                ({say({ nl: "eerst", en: "first" })} {moment(measure.dueAt)})
              </span>
            )}
          </Entry>
          {seen !== undefined && (
            <Entry term={say({ nl: "Hoe het staat", en: "How it stands" })}>
              {say(measureStatuses[seen.status])}
              {seen.endedAt !== undefined && <>, {moment(seen.endedAt)}</>}
            </Entry>
          )}
          <Entry
            term={
              isPromise
                ? say({ nl: "Beloofd door", en: "Promised by" })
                : say({ nl: "Afgesproken door", en: "Agreed on by" })
            }
          >
            {nameAndTitle(measure.agreedBy, dossier, procedure, language)}
          </Entry>
          <ComesFrom measure={measure} behind={behind} language={language} />
        </dl>
      </article>
      {behind.effect !== undefined && <EffectShown effect={behind.effect} procedure={procedure} language={language} />}
    </>
  );
}

/** The file that it came from, and the complaints behind it. */
function ComesFrom({ measure, behind, language }: Pick<MeasureFileProps, "measure" | "behind" | "language">) {
  const say = speaking(language);
  const { source } = behind;
  const others = behind.cases.filter(({ caseId }) => caseId !== source?.caseId);
  return (
    <>
      <Entry term={say({ nl: "Komt uit", en: "Comes from" })}>
        {say(measureSources[measure.source])}
        {source !== undefined && (
          <>
            : <FileNumber file={source} />
          </>
        )}
      </Entry>
      {others.length > 0 && (
        <Entry term={say({ nl: "Klachten erachter", en: "Complaints behind it" })}>
          <FilesSeen files={others} />
        </Entry>
      )}
    </>
  );
}
