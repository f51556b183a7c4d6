import { BarChart, CustomChart, LineChart } from "echarts/charts";
import { AriaComponent, GridComponent, LegendComponent } from "echarts/components";
import { type EChartsCoreOption, init, use } from "echarts/core";
import { SVGRenderer } from "echarts/renderers";
import { look } from "./look.ts";

use([BarChart, LineChart, CustomChart, GridComponent, LegendComponent, AriaComponent, SVGRenderer]);

/** A drawing of lines and text, in pixels; sharp at any size. */
export interface Chart {
  readonly svg: string;
  readonly width: number;
  readonly height: number;
}

export interface ChartSize {
  readonly width: number;
  readonly height: number;
}

/** Draws without a browser. Nothing in the drawing moves, and nothing in it comes from elsewhere. */
export function draw(option: EChartsCoreOption, { width, height }: ChartSize): Chart {
  const chart = init(null, null, { renderer: "svg", ssr: true, width, height });
  try {
    chart.setOption({
      animation: false,
      backgroundColor: look.sheet,
      textStyle: { fontFamily: look.font, color: look.ink, fontSize: 14 },
      ...option,
    });
    return { svg: chart.renderToSVGString(), width, height };
  } finally {
    chart.dispose();
  }
}

/** As the address of an image: pages may show no drawing with styles inside, but they may show a picture. */
export function imageSource({ svg }: Chart): string {
  return `data:image/svg+xml;base64,${Buffer.from(svg).toString("base64")}`;
}
