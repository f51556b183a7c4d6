import type { Procedure } from "../domain/procedure.ts";
import { roleById } from "../domain/roles.ts";
import type { Language, Text } from "../domain/text.ts";
import { periodInWords } from "../letters/wording/period.ts";
import { speaking } from "../letters/wording/say.ts";

interface PublicLearningProps {
  readonly procedure: Procedure;
  readonly language: Language;
}

/** What we do with complaints to do better, and how long we keep what people told us (A25-A30, B32, B36). */
export function PublicLearning({ procedure, language }: PublicLearningProps) {
  const say = speaking(language);
  return (
    <>
      <h2 class="utrecht-heading-2">
        {say({ nl: "Wat leren wij van klachten?", en: "What do we learn from complaints?" })}
      </h2>
      <ul class="rights">
        {lessons(procedure).map((lesson) => (
          <li>{say(lesson)}</li>
        ))}
      </ul>
      <h2 class="utrecht-heading-2">
        {say({ nl: "Hoe lang bewaren wij uw gegevens?", en: "How long do we keep your details?" })}
      </h2>
      <p>{say(kept(procedure))}</p>
    </>
  );
}

function lessons(procedure: Procedure): readonly Text[] {
  const { branches } = procedure;
  return [
    {
      nl: "Bij elke klacht zoeken wij de oorzaak. Zo voorkomen wij dat het weer gebeurt.",
      en: "With each complaint we look for the cause. That way we keep it from happening again.",
    },
    {
      nl: "Gaan wij iets anders doen? Dan spreken wij af wie dat doet, en voor welke dag. Later kijken wij of het hielp.",
      en: "Do we change something? Then we agree who does that, and by what day. Later we look whether it helped.",
    },
    {
      nl: "Zien wij vaak hetzelfde? Dan zoeken wij uit hoe dat komt.",
      en: "Do we often see the same thing? Then we find out why.",
    },
    ...lookingBack(procedure),
    ...(branches.survey
      ? [
          {
            nl: "Wilt u weten wat wij met uw klacht deden? Dat kunt u na afloop zeggen. Dan schrijven wij u erover.",
            en: "Do you want to know what we did with your complaint? You can say so afterwards. Then we write to you about it.",
          },
        ]
      : []),
  ];
}

/** The looks back that this house has, and who decides on what they bring (A25-A27, A29). */
function lookingBack(procedure: Procedure): readonly Text[] {
  const { reviews } = procedure.learning;
  if (reviews.length === 0) return [];
  const improver = roleById(procedure, procedure.responsibilities.improver).title;
  const yearly = reviews.includes("yearly");
  const often: Text = !reviews.includes("quarterly")
    ? { nl: "Elk jaar", en: "Each year" }
    : yearly
      ? { nl: "Elke drie maanden, en elk jaar,", en: "Every three months, and every year," }
      : { nl: "Elke drie maanden", en: "Every three months" };
  return [
    {
      nl: `${often.nl} maken wij een overzicht van alle klachten. Daar staan geen namen in. De ${improver.nl} besluit wat er beter moet.`,
      en: `${often.en} we make an overview of all complaints. It has no names in it. The ${improver.en} decides what must be better.`,
    },
    ...(yearly
      ? [
          {
            nl: "Elk jaar kijken wij ook of onze klachtenregeling zelf goed werkt.",
            en: "Each year we also look whether our complaints procedure itself works well.",
          },
        ]
      : []),
  ];
}

function kept({ learning }: Procedure): Text {
  const { after } = learning.retention;
  return {
    nl: `Is uw zaak dicht? Dan bewaren wij uw naam en wat u schreef nog ${periodInWords(after, "nl")}. Daarna wissen wij dat. Alleen als het echt moet, zoals voor een rechtszaak, bewaren wij het langer. Wij tellen de klacht wel mee, zonder namen.`,
    en: `Is your case closed? Then we keep your name and what you wrote for ${periodInWords(after, "en")}. After that we erase it. Only if we really must, as for a court case, do we keep it longer. We still count the complaint, without names.`,
  };
}
