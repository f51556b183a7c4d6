import type { Language } from "../../domain/text.ts";
import { speaking } from "../../letters/wording/say.ts";
import { page } from "../layout.tsx";
import { OverviewReport } from "../overview-page.tsx";
import type { OverviewToTell } from "../overview-sections.ts";
import { titleOfOverview } from "../overview-words.ts";
import type { DeskFrame } from "./desk-frame.ts";
import { type PeriodChosen, PeriodForm } from "./period-form.tsx";

interface OverviewRoomPage extends OverviewToTell {
  readonly desk: DeskFrame;
  readonly period: PeriodChosen;
  readonly path: string;
  /** The same as a PDF, and what shows that it was all done, as a ZIP. */
  readonly pdf: string;
  readonly evidence: string;
  readonly linkTo: (caseId: string) => string | undefined;
  readonly inLanguage: (language: Language) => string;
  /** The pack was asked for, and is larger than can be sent at once. */
  readonly tooLarge?: boolean;
}

/** `/desk/<organisation>/overview`: the overview of a period (B33), with its PDF and its evidence. */
export function overviewRoomPage(view: OverviewRoomPage): string {
  const { overview, procedure, language, desk, period, path, evidence, tooLarge = false } = view;
  const say = speaking(language);
  return page({
    title: titleOfOverview(overview, language),
    language,
    procedure,
    desk,
    inLanguage: view.inLanguage,
    children: (
      <>
        {tooLarge && (
          <p class="notice" role="alert">
            {say({
              nl: "Dit is te veel om in één keer te bewaren. Kies minder maanden.",
              en: "This is too much to save at once. Choose fewer months.",
            })}
          </p>
        )}
        <PeriodForm {...period} language={language} action={path} />
        <OverviewReport {...view} />
        <section class="paper not-printed" aria-labelledby="evidence-title">
          <h2 class="utrecht-heading-3" id="evidence-title">
            {say({ nl: "Bewijs van deze maanden", en: "Evidence of these months" })}
          </h2>
          <p>
            {say({
              nl: "Eén ZIP-bestand met de regeling, het register zonder namen, de plichten, de maatregelen en de terugblikken. Een ander kan nagaan dat er niets aan is veranderd.",
              en: "One ZIP file with the procedure, the register without names, the duties, the measures and the reviews. Others can check that nothing in it was changed.",
            })}
          </p>
          <p>
            <a class="utrecht-link utrecht-link--html-a" href={evidence}>
              {say({ nl: "Bewaar het bewijs", en: "Save the evidence" })}
            </a>
          </p>
        </section>
      </>
    ),
  });
}
