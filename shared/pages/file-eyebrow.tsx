import type { Dossier } from "../domain/dossier.ts";
import type { Language } from "../domain/text.ts";
import { capital } from "../letters/wording/capital.ts";
import { fileWords } from "../letters/wording/file-words.ts";

/** Above the title of a page: which file it is about, `Maatregel LW-M-2026-0001`. */
export function FileEyebrow({
  dossier,
  language,
  after,
}: {
  readonly dossier: Dossier;
  readonly language: Language;
  readonly after?: string | undefined;
}) {
  return (
    <p class="eyebrow">
      {capital(fileWords(dossier).name[language])} {dossier.number}
      {after !== undefined && <> · {after}</>}
    </p>
  );
}
