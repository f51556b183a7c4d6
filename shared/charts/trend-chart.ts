import { type Chart, draw } from "./chart.ts";
import { hatched, look } from "./look.ts";

export interface TrendPoint {
  readonly label: string;
  readonly count: number;
  readonly mean: number | undefined;
  readonly limit: number | undefined;
  readonly inPeriod: boolean;
  readonly rise: boolean;
}

export interface TrendWords {
  readonly complaints: string;
  readonly usual: string;
  readonly limit: string;
}

/** Complaints per month as columns; what is usual as a line, and the limit from which a month is a rise as a dashed line above it. */
export function trendChart(points: readonly TrendPoint[], words: TrendWords): Chart {
  const step = { type: "line", step: "middle", symbol: "none", z: 3 } as const;
  return draw(
    {
      grid: { left: 40, right: 16, top: 44, bottom: 44 },
      legend: {
        top: 0,
        left: 0,
        itemWidth: 28,
        textStyle: { color: look.ink, fontSize: 14 },
        selectedMode: false,
        // A line is shown as a line, without the point that a legend puts on it.
        data: [words.complaints, ...[words.usual, words.limit].map((name) => ({ name, itemStyle: { opacity: 0 } }))],
      },
      xAxis: {
        type: "category",
        data: points.map(({ label }) => label),
        axisTick: { show: false },
        axisLine: { lineStyle: { color: look.quiet } },
        axisLabel: { color: look.ink, fontSize: 13, interval: 0, lineHeight: 17 },
      },
      yAxis: countAxis,
      series: [
        {
          name: words.complaints,
          type: "bar",
          barMaxWidth: 40,
          barCategoryGap: "35%",
          itemStyle: { color: look.accent },
          label: {
            show: true,
            position: "top",
            distance: 3,
            padding: [1, 3],
            color: look.ink,
            backgroundColor: look.sheet,
            fontSize: 13,
            formatter: labelled(points),
          },
          data: points.map(({ count, inPeriod, rise }) => ({ value: count, itemStyle: column(inPeriod, rise) })),
        },
        {
          ...step,
          name: words.usual,
          lineStyle: { color: look.quiet, width: 1.5 },
          itemStyle: { color: look.quiet },
          data: points.map(({ mean }) => mean ?? null),
        },
        {
          ...step,
          name: words.limit,
          lineStyle: { color: look.danger, width: 2, type: [6, 4] },
          itemStyle: { color: look.danger },
          data: points.map(({ limit }) => limit ?? null),
        },
      ],
    },
    { width: 760, height: 328 },
  );
}

/** Whole numbers only: there is no half complaint. */
export const countAxis = {
  type: "value",
  minInterval: 1,
  axisLabel: { color: look.quiet, fontSize: 13 },
  splitLine: { lineStyle: { color: look.line } },
} as const;

function column(inPeriod: boolean, rise: boolean) {
  if (rise) return { color: look.sheet, borderColor: look.danger, borderWidth: 2, decal: hatched };
  return inPeriod ? { color: look.accent } : { color: look.accentSoft };
}

function labelled(points: readonly TrendPoint[]) {
  return ({ dataIndex }: { readonly dataIndex: number }): string => {
    const point = points[dataIndex];
    if (point === undefined || point.count === 0) return "";
    return point.rise ? `▲ ${point.count}` : `${point.count}`;
  };
}
