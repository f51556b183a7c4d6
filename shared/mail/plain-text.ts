/** Characters that reorder, hide or split what a person sees in one line (Unicode UAX 9, UTS 36). */
const DECEIVING = /[\u061C\u200B\u200E\u200F\u2028-\u202E\u2060\u2066-\u206F\uFEFF\uFFF9-\uFFFB]/gu;

/** Every control character but tab and line feed. */
const CONTROL = /[^\P{Cc}\t\n]/gu;

/** One line: no control or direction-changing characters, single spaces, at most `max` UTF-16 units. */
export function oneLine(value: string, max: number): string {
  const bounded = value.slice(0, max * 4).toWellFormed();
  const line = bounded.replace(DECEIVING, "").replace(/\p{Cc}+/gu, " ");
  return cut(line.replace(/\s+/gu, " ").trim(), max);
}

/** Several lines: `\n` line ends, no control characters but tab, at most `max` UTF-16 units. */
export function manyLines(value: string, max: number): string {
  const lines = value
    .slice(0, max * 2)
    .toWellFormed()
    .replace(/\r\n?/gu, "\n");
  return cut(lines.replace(CONTROL, "").replace(/[\u202A-\u202E]/gu, ""), max);
}

/** Cuts without leaving half a character behind. */
function cut(value: string, max: number): string {
  if (value.length <= max) return value;
  const end = /[\uD800-\uDBFF]$/u.test(value.slice(0, max)) ? max - 1 : max;
  return value.slice(0, end);
}
