import type { Dossier } from "../dossier.ts";
import { optionalParagraph } from "./common-fields.ts";
import { peopleIn } from "./people-lines.ts";
import { latestWords } from "./prefill.ts";
import type { Answer, Field, Problem, TaskKind } from "./task-kind.ts";

/** With two names there is no third to choose. */
const hasThree = (dossier: Dossier) => peopleIn(latestWords(dossier, "candidates") ?? "").length > 2;

const rank = { control: { type: "choice", from: "candidates" }, keep: "fact" } as const satisfies Partial<Field>;

/** Each side says whom it accepts, in order; the first whom both name is asked (B29). */
export const rankIndependents = {
  kind: "rank-independents",
  phase: "feedback",
  who: "party",
  branch: "independent",
  whenExpired: "silent",
  duties: ["B29"],
  title: { nl: "Kies wie er opnieuw mag kijken", en: "Choose who may take a fresh look" },
  purpose: {
    nl: "Iemand die er niets mee te maken heeft, kijkt opnieuw naar deze klacht. Die persoon leest het hele dossier. U en de andere kant moeten die persoon allebei accepteren. Kies alleen mensen die u vertrouwt.",
    en: "Somebody who has nothing to do with it takes a fresh look at this complaint. That person reads the whole file. You and the other side must both accept them. Only choose people whom you trust.",
  },
  fields: [
    { ...rank, name: "first", label: { nl: "Eerste keus", en: "First choice" } },
    { ...rank, name: "second", label: { nl: "Tweede keus", en: "Second choice" }, optional: true },
    { ...rank, name: "third", label: { nl: "Derde keus", en: "Third choice" }, optional: true, askedWhen: hasThree },
    optionalParagraph("whyNone", { nl: "Wilt u zeggen waarom?", en: "Would you like to say why?" }),
  ],
  outcomes: [
    { id: "ranked", label: { nl: "Ik kies", en: "I choose" }, fields: ["first", "second", "third"] },
    {
      id: "none-acceptable",
      label: { nl: "Ik vertrouw geen van deze mensen", en: "I do not trust any of these people" },
      hint: {
        nl: "Wij zoeken dan nieuwe namen. Lukt dat drie keer niet, dan kiest de directie.",
        en: "Then we look for new names. When that fails three times, the director chooses.",
      },
      fields: ["whyNone"],
    },
  ],
  check: ({ facts }: Answer): readonly Problem[] => {
    const chosen = [facts["first"], facts["second"], facts["third"]];
    return (["second", "third"] as const).flatMap((field, index) =>
      facts[field] !== undefined && chosen.slice(0, index + 1).includes(facts[field])
        ? [{ field, message: { nl: "Kies hier iemand anders.", en: "Choose somebody else here." } }]
        : [],
    );
  },
  forParty: {
    silence: {
      nl: "Dan nemen wij aan dat u iedereen op de lijst goed vindt. De andere kant kiest dan.",
      en: "Then we take it that everybody on the list is right for you. The other side then chooses.",
    },
    shows: ["candidates"],
  },
} as const satisfies TaskKind;
