import { categoryLabel, causeLabel, channelLabel, outcomeLabel } from "../../domain/learning/overview-labels.ts";
import { countsOf } from "../../domain/learning/overview-months.ts";
import type { Procedure } from "../../domain/procedure.ts";
import type { RegisterRow } from "../../domain/register/register-row.ts";
import type { Language, Text } from "../../domain/text.ts";
import { speaking } from "../../letters/wording/say.ts";

export const kindNames: { readonly [Kind in RegisterRow["kind"]]: Text } = {
  complaint: { nl: "Klacht", en: "Complaint" },
  advice: { nl: "Vraag om advies", en: "Request for advice" },
  "not-a-complaint": { nl: "Geen klacht", en: "No complaint" },
  undecided: { nl: "Nog niet bekeken", en: "Not assessed yet" },
};

interface RegisterTotalsProps {
  readonly totals: Readonly<Record<string, number>>;
  readonly procedure: Procedure;
  readonly language: Language;
  /** The rows under it are fewer than these totals count. */
  readonly filtered: boolean;
}

/** What the complaints of the chosen months add up to; advice and what was no complaint stand apart. */
export function RegisterTotals({ totals, procedure, language, filtered }: RegisterTotalsProps) {
  const say = speaking(language);
  const count = (name: string) => totals[name] ?? 0;
  const figures: readonly (readonly [number, Text])[] = [
    [count("complaints") + count("undecided"), { nl: "klachten binnengekomen", en: "complaints came in" }],
    [count("undecided"), { nl: "daarvan nog niet bekeken", en: "of those not assessed yet" }],
    [count("complaints"), { nl: "geteld als klacht", en: "counted as a complaint" }],
    [count("open"), { nl: "daarvan in behandeling", en: "of those in progress" }],
    [count("closed"), { nl: "daarvan gesloten", en: "of those closed" }],
    [count("withdrawn"), { nl: "daarvan ingetrokken", en: "of those withdrawn" }],
    [count("advice"), { nl: "keer advies", en: "times advice" }],
    [count("not-a-complaint"), { nl: "geen klacht", en: "no complaint" }],
  ];
  const groups = [
    { title: { nl: "Per soort", en: "By kind" }, prefix: "category:", labelOf: categoryLabel(procedure) },
    { title: { nl: "Per oorzaak", en: "By cause" }, prefix: "cause:", labelOf: causeLabel(procedure) },
    { title: { nl: "Hoe binnengekomen", en: "How they came in" }, prefix: "channel:", labelOf: channelLabel },
    { title: { nl: "Per uitkomst", en: "By outcome" }, prefix: "outcome:", labelOf: outcomeLabel },
  ];
  return (
    <section aria-labelledby="totals-title">
      <h2 class="utrecht-heading-2 room-part" id="totals-title">
        {say({ nl: "Samen", en: "Together" })}
      </h2>
      {filtered && (
        <p>
          {say({
            nl: "Dit telt alles uit deze maanden. Uw keuze geldt alleen voor de rijen hieronder.",
            en: "This counts everything from these months. Your choice is for the rows below only.",
          })}
        </p>
      )}
      <ul class="figures">
        {figures.map(([number, words]) => (
          <li>
            <strong>{number}</strong> {say(words)}
          </li>
        ))}
      </ul>
      <details class="fold">
        <summary>{say({ nl: "Per soort, oorzaak, weg en uitkomst", en: "By kind, cause, way and outcome" })}</summary>
        <div class="fold__inside counted">
          {groups.map(({ title, prefix, labelOf }) => (
            <Group
              title={say(title)}
              counts={countsOf(totals, prefix)}
              nameOf={(code) => say(labelOf(code))}
              say={say}
            />
          ))}
        </div>
      </details>
    </section>
  );
}

interface GroupProps {
  readonly title: string;
  readonly counts: Readonly<Record<string, number>>;
  readonly nameOf: (code: string) => string;
  readonly say: (text: Text) => string;
}

function Group({ title, counts, nameOf, say }: GroupProps) {
  const known = Object.entries(counts).filter(([, count]) => count > 0);
  return (
    <table class="table">
      <caption>{title}</caption>
      <tbody>
        {known.length === 0 && (
          <tr>
            <th scope="row">{say({ nl: "Niets", en: "Nothing" })}</th>
            <td class="number">0</td>
          </tr>
        )}
        {known
          .toSorted(([, a], [, b]) => b - a)
          .map(([code, count]) => (
            <tr>
              <th scope="row">{nameOf(code)}</th>
              <td class="number">{count}</td>
            </tr>
          ))}
      </tbody>
    </table>
  );
}
