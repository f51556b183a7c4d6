import type { Dossier } from "../domain/dossier.ts";
import type { Procedure } from "../domain/procedure.ts";
import type { Language } from "../domain/text.ts";
import type { Instant } from "../ports.ts";
import { page } from "./layout.tsx";

/** What the complainant's page behind `/s/<secret>` is made of. */
export interface StatusPage {
  readonly dossier: Dossier;
  readonly procedure: Procedure;
  readonly language: Language;
  readonly now: Instant;
}

/** The whole HTML document: where the complaint is, what happened, what comes next and by when. No words of others. */
export function statusPage({ dossier, language, procedure }: StatusPage): string {
  return page({ title: dossier.number, language, procedure, children: null });
}
