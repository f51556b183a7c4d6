import { PDFDict, PDFName, type PDFRadioGroup } from "@cantoo/pdf-lib";

/**
 * Calls each button what it stands for. The library calls them 0, 1 and keeps the names in a list beside them, which not every program looks at.
 */
export function nameButtons({ acroField }: PDFRadioGroup, ids: readonly string[]): void {
  for (const [index, widget] of acroField.getWidgets().entries()) {
    const looks = widget.dict.lookup(PDFName.of("AP"), PDFDict);
    for (const state of looks.values()) {
      if (state instanceof PDFDict) rename(state, String(index), ids[index] ?? "");
    }
  }
  acroField.dict.delete(PDFName.of("Opt"));
}

function rename(states: PDFDict, from: string, to: string): void {
  const on = states.get(PDFName.of(from));
  if (on === undefined) return;
  states.delete(PDFName.of(from));
  states.set(PDFName.of(to), on);
}
