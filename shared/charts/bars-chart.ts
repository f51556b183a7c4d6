import { type Chart, draw } from "./chart.ts";
import { hatched, look } from "./look.ts";

export interface Bar {
  readonly label: string;
  readonly value: number;
  /** What stands at its end. */
  readonly shown: string;
  /** Merged or unknown groups: lighter than what has a name. */
  readonly light?: boolean;
}

const barHeight = 34;

/** Horizontal bars with the words beside them and the number at their end. */
export function barsChart(bars: readonly Bar[]): Chart {
  return draw(
    {
      grid: { left: 0, right: 64, top: 4, bottom: 4, outerBoundsMode: "same", outerBoundsContain: "axisLabel" },
      xAxis: { type: "value", show: false, min: 0 },
      yAxis: labelsAxis(bars.map(({ label }) => label)),
      series: [
        {
          type: "bar",
          barWidth: 20,
          label: { show: true, position: "right", color: look.ink, fontSize: 14, formatter: numberOf(bars) },
          data: bars.map(({ value, light }) => ({
            value,
            itemStyle: { color: light === true ? look.accentSoft : look.accent },
          })),
        },
      ],
    },
    { width: 760, height: bars.length * barHeight + 8 },
  );
}

export interface Share {
  readonly label: string;
  readonly whole: number;
  readonly part: number;
  readonly shown: string;
}

/** Each bar is a whole of which a part is solid and the rest hatched: what was in time, and what was late. */
export function sharesChart(shares: readonly Share[], words: { readonly part: string; readonly rest: string }): Chart {
  const stacked = { type: "bar", stack: "whole", barWidth: 20 } as const;
  return draw(
    {
      grid: { left: 0, right: 72, top: 40, bottom: 4, outerBoundsMode: "same", outerBoundsContain: "axisLabel" },
      legend: { top: 0, left: 0, itemWidth: 28, textStyle: { color: look.ink, fontSize: 14 }, selectedMode: false },
      xAxis: { type: "value", show: false, min: 0, max: 1 },
      yAxis: labelsAxis(shares.map(({ label }) => label)),
      series: [
        {
          ...stacked,
          name: words.part,
          itemStyle: { color: look.accent, borderColor: look.accent, borderWidth: 1 },
          data: shares.map(({ part, whole }) => part / whole),
        },
        {
          ...stacked,
          name: words.rest,
          itemStyle: { color: look.sheet, borderColor: look.danger, borderWidth: 1, decal: hatched },
          label: { show: true, position: "right", color: look.ink, fontSize: 14, formatter: numberOf(shares) },
          // Nothing late has no edge either.
          data: shares.map(({ part, whole }) => ({
            value: 1 - part / whole,
            ...(part === whole && { itemStyle: { borderWidth: 0, decal: { symbol: "none" } } }),
          })),
        },
      ],
    },
    { width: 760, height: shares.length * barHeight + 44 },
  );
}

function labelsAxis(labels: readonly string[]) {
  return {
    type: "category",
    inverse: true,
    data: [...labels],
    axisTick: { show: false },
    axisLine: { lineStyle: { color: look.quiet } },
    axisLabel: { color: look.ink, fontSize: 14, width: 270, overflow: "break", lineHeight: 16, interval: 0 },
  } as const;
}

function numberOf(rows: readonly { readonly shown: string }[]) {
  return ({ dataIndex }: { readonly dataIndex: number }): string => rows[dataIndex]?.shown ?? "";
}
