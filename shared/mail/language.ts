export type Language = "nl" | "en";

/** Words that are common in one language and no words in the other. */
const WORDS: Readonly<Record<Language, ReadonlySet<string>>> = {
  nl: new Set(
    (
      "aan als bij daar dat de deze dit door een ben bent eens er geen gegaan geweest graag heb hebben heeft het hij hoe ik " +
      "ja jij jullie kan klacht maar meer met mij mijn mocht moet naar nee niet nog ook om omdat ons onze ook te toen " +
      "tot u uit uw van veel voor waar wat wel werd wie wij willen wordt zich zij zijn zo zonder beste geachte groet groeten"
    ).split(" "),
  ),
  en: new Set(
    (
      "a about and are as at because been but by can complaint could did do does for from has have he her his how i if " +
      "my no not our she should so than that the their them there these they this to us were what when which who why " +
      "will with would you your yours dear regards sincerely"
    ).split(" "),
  ),
};

/** Enough to know; the rest of a long mail adds nothing. */
const ENOUGH = 20_000;

/**
 * Dutch or English, by counting common words. `otherwise` when the text does not tell: too short, both, or another language.
 * Give it what the person wrote, not what they quoted.
 */
export function guessLanguage(text: string, otherwise: Language): Language {
  const words =
    text
      .slice(0, ENOUGH)
      .toLowerCase()
      .match(/\p{L}+/gu) ?? [];
  const dutch = words.filter((word) => WORDS.nl.has(word)).length;
  const english = words.filter((word) => WORDS.en.has(word)).length;
  const most = Math.max(dutch, english);
  if (most < 2 || Math.min(dutch, english) * 1.5 > most) return otherwise;
  return dutch > english ? "nl" : "en";
}
