import { imageSource } from "../charts/chart.ts";
import { trendChart } from "../charts/trend-chart.ts";
import type { ControlPoint } from "../domain/learning/control-chart.ts";
import type { Language } from "../domain/text.ts";
import { speaking } from "../letters/wording/say.ts";

interface MonthsShownProps {
  readonly months: readonly ControlPoint[];
  readonly language: Language;
}

/** Complaints of one kind per month: a picture, and the same in a table. */
export function MonthsShown({ months, language }: MonthsShownProps) {
  const say = speaking(language);
  const number = new Intl.NumberFormat(language === "nl" ? "nl-NL" : "en-GB", { maximumFractionDigits: 1 });
  const last = months.length - 1;
  const points = months.map(({ month, count, usual, rise }, index) => ({
    label: inWords(month, "short", language).replace(" ", "\n"),
    count,
    mean: usual?.mean,
    limit: usual?.limit,
    inPeriod: index === last,
    rise,
  }));
  const chart = trendChart(points, {
    complaints: say({ nl: "Klachten", en: "Complaints" }),
    usual: say({ nl: "Gewoonlijk", en: "Usual" }),
    limit: say({ nl: "Vanaf hier opvallend", en: "Striking from here" }),
  });
  const title = say({ nl: "Deze klachten per maand", en: "These complaints per month" });
  return (
    <section aria-labelledby="months-title">
      <h3 class="utrecht-heading-3" id="months-title">
        {title}
      </h3>
      <div class="report__figure">
        <img
          src={imageSource(chart)}
          alt={say({ nl: "Grafiek. De tabel hieronder zegt hetzelfde.", en: "Chart. The table below says the same." })}
          width={chart.width}
          height={chart.height}
        />
      </div>
      <details class="fold">
        <summary>{say({ nl: "Dezelfde cijfers in een tabel", en: "The same figures in a table" })}</summary>
        <div class="fold__inside">
          <table class="counts">
            <thead>
              <tr>
                <th scope="col">{say({ nl: "Maand", en: "Month" })}</th>
                <th scope="col">{say({ nl: "Klachten", en: "Complaints" })}</th>
                <th scope="col">{say({ nl: "Gewoonlijk", en: "Usual" })}</th>
                <th scope="col">{say({ nl: "Opvallend vanaf", en: "Striking from" })}</th>
              </tr>
            </thead>
            <tbody>
              {months.map(({ month, count, usual }) => (
                <tr>
                  <th scope="row">{inWords(month, "long", language)}</th>
                  <td>{count}</td>
                  <td>{usual === undefined ? "–" : number.format(usual.mean)}</td>
                  <td>{usual === undefined ? "–" : usual.limit}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </details>
    </section>
  );
}

/** `juni 2026` or `jun 2026`. */
function inWords(month: string, length: "long" | "short", language: Language): string {
  return new Intl.DateTimeFormat(language === "nl" ? "nl-NL" : "en-GB", {
    month: length,
    year: "numeric",
    timeZone: "UTC",
  }).format(new Date(`${month}-15T12:00:00Z`));
}
