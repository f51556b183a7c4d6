import type { Language, Text } from "../../domain/text.ts";

/** Chooses the words of one language: `const say = speaking("nl")`, then `say({ nl: "Ja", en: "Yes" })`. */
export function speaking(language: Language): (text: Text) => string {
  return (text) => text[language];
}
