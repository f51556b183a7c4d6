import type { Dossier } from "../domain/dossier.ts";
import type { Language } from "../domain/text.ts";
import { speaking } from "../letters/wording/say.ts";
import { WordsOf } from "./words-of.tsx";

interface WeDidProps {
  readonly dossier: Dossier;
  readonly language: Language;
}

/** What the complainant was told that we did with the complaint; nothing before that. */
export function WeDid({ dossier, language }: WeDidProps) {
  const say = speaking(language);
  const told = dossier.toldMeasures.filter(({ text }) => text !== "");
  if (told.length === 0) return null;
  return (
    <>
      <h2 class="utrecht-heading-2">
        {say({ nl: "Dit deden wij met uw klacht", en: "What we did with your complaint" })}
      </h2>
      {told.map(({ text }) => (
        <WordsOf text={text} otherwise="" />
      ))}
    </>
  );
}
