import type { Dossier } from "../domain/dossier.ts";
import { frozenOverview } from "../domain/learning/overview-of-review.ts";
import type { Review } from "../domain/matter.ts";
import type { Procedure } from "../domain/procedure.ts";
import type { Language, Text } from "../domain/text.ts";
import { reviewPeriod } from "../letters/wording/review-words.ts";
import { speaking } from "../letters/wording/say.ts";
import type { Instant } from "../ports.ts";
import type { BehindFile } from "./behind-file.ts";
import { MeasuresShown } from "./measures-shown.tsx";
import { OverviewFolds } from "./overview-page.tsx";

const asTheyWere: Text = {
  nl: "De cijfers zijn die van de dag waarop de terugblik begon. Ze veranderen niet meer.",
  en: "The figures are those of the day on which the review began. They do not change any more.",
};
const withoutOwn: Text = {
  nl: "U bent betrokken bij een klacht. Daarom ziet u hier de cijfers van vandaag, zonder de klachten en maatregelen waar u bij betrokken bent.",
  en: "You are involved in a complaint. That is why you see the figures of today here, without the complaints and measures that you are involved in.",
};

interface ReviewFileProps {
  readonly review: Review;
  readonly dossier: Dossier;
  readonly behind: BehindFile;
  readonly procedure: Procedure;
  readonly language: Language;
  readonly now: Instant;
}

/** The overview of the period as it was when the review began, and the measures that are open now (A25-A28). */
export function ReviewFile({ review, dossier, behind, procedure, language, now }: ReviewFileProps) {
  const say = speaking(language);
  const overview = behind.ownFigures ?? frozenOverview(dossier);
  const texts = behind.measures.flatMap(({ number, text }) => (text === "" ? [] : [[number, text] as const]));
  const hrefs = new Map(behind.measures.map(({ caseId, href }) => [caseId, href]));
  return (
    <>
      <h2 class="utrecht-heading-2" id="case-title">
        {say({ nl: "De terugblik", en: "The review" })}
      </h2>
      <article class="paper">
        <p>
          {say({ nl: "Over", en: "About" })} {reviewPeriod(review, language)}.{" "}
          {say(behind.ownFigures === undefined ? asTheyWere : withoutOwn)}
        </p>
        {behind.overviewToday !== undefined && (
          <p class="not-printed">
            {say({ nl: "Met de cijfers van vandaag:", en: "With the figures of today:" })}{" "}
            <a class="utrecht-link utrecht-link--html-a" href={behind.overviewToday.page}>
              {say({ nl: "het overzicht van deze maanden", en: "the overview of these months" })}
            </a>{" "}
            {say({ nl: "of", en: "or" })}{" "}
            <a class="utrecht-link utrecht-link--html-a" href={behind.overviewToday.pdf}>
              {say({ nl: "hetzelfde als PDF", en: "the same as a PDF" })}
            </a>
          </p>
        )}
      </article>
      <MeasuresShown
        title={say({ nl: "Maatregelen die nog lopen", en: "Measures that are still open" })}
        measures={behind.measures.filter(({ status }) => status === "open")}
        procedure={procedure}
        language={language}
        now={now}
      />
      {overview !== undefined ? (
        <OverviewFolds
          overview={overview}
          words={{ measures: Object.fromEntries(texts) }}
          procedure={procedure}
          language={language}
          linkTo={(caseId) => hrefs.get(caseId)}
        />
      ) : (
        <p>{say({ nl: "De cijfers zijn er niet.", en: "The figures are not here." })}</p>
      )}
    </>
  );
}
