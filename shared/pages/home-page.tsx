import type { Procedure } from "../domain/procedure.ts";
import type { Language } from "../domain/text.ts";
import { page } from "./layout.tsx";

export interface HomePage {
  readonly procedures: readonly Procedure[];
  readonly language: Language;
}

/** `/`: for each organisation where and how to complain, and what happens after (A1, A4, A9). The whole HTML document. */
export function homePage({ language }: HomePage): string {
  return page({ title: "Wederhoor", language, children: null });
}
