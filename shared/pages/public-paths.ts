import type { Procedure } from "../domain/procedure.ts";
import type { Language } from "../domain/text.ts";

/** Where the pages of an organisation are that everybody may see; `""` is the first of them. */
export type PublicPage = "" | "complain" | "complain/sent" | "embed" | "form" | "form.txt";

/** The path of such a page in this language; what the house itself writes in goes without saying. */
export function publicPath({ id, house }: Procedure, which: PublicPage, language: Language): string {
  const path = which === "" ? `/o/${id}` : `/o/${id}/${which}`;
  return language === house.language ? path : `${path}?lang=${language}`;
}
