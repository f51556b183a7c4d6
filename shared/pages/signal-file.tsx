import type { Signal } from "../domain/matter.ts";
import type { Procedure } from "../domain/procedure.ts";
import type { Language } from "../domain/text.ts";
import { speaking } from "../letters/wording/say.ts";
import { signalInWords, signalPeriod, signalUsual } from "../letters/wording/signal-words.ts";
import type { BehindFile } from "./behind-file.ts";
import { Entry } from "./entry.tsx";
import { FilesSeen } from "./files-seen.tsx";
import { MeasuresShown } from "./measures-shown.tsx";
import { MonthsShown } from "./months-shown.tsx";

interface SignalFileProps {
  readonly signal: Signal;
  readonly behind: BehindFile;
  readonly procedure: Procedure;
  readonly language: Language;
}

/** The pattern in words, with its figures and the complaints behind it (B31, B36). */
export function SignalFile({ signal, behind, procedure, language }: SignalFileProps) {
  const say = speaking(language);
  const usual = signalUsual(signal, language);
  return (
    <>
      <h2 class="utrecht-heading-2" id="case-title">
        {say({ nl: "Het patroon", en: "The pattern" })}
      </h2>
      <article class="paper">
        <p>{signalInWords(signal, procedure, language)}</p>
        <dl class="utrecht-data-list facts">
          <Entry term={say({ nl: "Wanneer", en: "When" })}>{signalPeriod(signal, procedure, language)}</Entry>
          {usual !== undefined && <Entry term={say({ nl: "Gewoonlijk", en: "Usually" })}>{usual}</Entry>}
          {behind.cases.length > 0 && (
            <Entry term={say({ nl: "Klachten", en: "Complaints" })}>
              <FilesSeen files={behind.cases} />
            </Entry>
          )}
        </dl>
        <p class="quiet">
          {say({
            nl: "Het systeem telt en ziet een patroon. Wat het betekent, weet alleen een mens.",
            en: "The system counts and sees a pattern. What it means, only a person can tell.",
          })}
        </p>
      </article>
      {behind.months.length > 0 && <MonthsShown months={behind.months} language={language} />}
      <MeasuresShown
        title={say({ nl: "Maatregelen die hieruit kwamen", en: "Measures that came from it" })}
        measures={behind.measures}
        procedure={procedure}
        language={language}
      />
    </>
  );
}
