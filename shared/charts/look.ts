/** The colours of `shared/pages/theme.css` as a chart has them: on paper too, where only light and dark tell apart. */
export const look = {
  ink: "#1f2a2e",
  quiet: "#556168",
  line: "#d9d2c4",
  accent: "#14595a",
  accentSoft: "#c3d8d4",
  danger: "#a1242b",
  sheet: "#ffffff",
  /** Without quotes, which the drawing would not survive. The PDF has its own font for all of these. */
  font: "Segoe UI, Roboto, Helvetica Neue, Arial, sans-serif",
} as const;

/** Oblique lines: what is not solid is seen to be different without colour. */
export const hatched = {
  symbol: "rect",
  color: look.danger,
  backgroundColor: "#ffffff",
  dashArrayX: [1, 0],
  dashArrayY: [2, 4],
  rotation: -Math.PI / 4,
} as const;
