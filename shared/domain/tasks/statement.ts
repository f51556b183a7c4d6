import { optionalParagraph, paragraphField } from "./common-fields.ts";
import type { TaskKind } from "./task-kind.ts";

/** Each side tells its own story before anything is decided (A16, B23, B24). */
export const statement = {
  kind: "statement",
  phase: "analysis",
  who: "party",
  whenExpired: "silent",
  duties: ["A16", "B23", "B24"],
  title: { nl: "Vertel uw kant van het verhaal", en: "Tell your side of the story" },
  purpose: {
    nl: "Wij horen iedereen voordat wij iets vinden. Wat is er volgens u gebeurd? Schreef u ons al? Dan mag u dat hier aanvullen.",
    en: "We hear everybody before we form an opinion. What happened in your view? Had you written to us already? Then you may add to it here.",
  },
  fields: [
    paragraphField(
      "account",
      { nl: "Wat is er volgens u gebeurd?", en: "What happened in your view?" },
      {
        nl: "Wie de klacht behandelt leest dit. De andere kant kan het ook te lezen krijgen.",
        en: "Whoever handles the complaint reads this. The other side may get to read it too.",
      },
    ),
    optionalParagraph(
      "wantsMore",
      { nl: "Wilt u verder nog iets?", en: "Is there anything else you want?" },
      {
        nl: "Bijvoorbeeld een gesprek, of antwoord geven op wat de ander vertelt.",
        en: "For example a talk, or to answer what the other side tells.",
      },
    ),
    optionalParagraph("declineReason", { nl: "Wilt u zeggen waarom?", en: "Would you like to say why?" }),
  ],
  outcomes: [
    { id: "account", label: { nl: "Ik vertel mijn kant", en: "I tell my side" }, fields: ["account", "wantsMore"] },
    {
      id: "declined",
      label: { nl: "Ik wil hier niets over zeggen", en: "I do not want to say anything about it" },
      hint: {
        nl: "Dat mag. Wij gaan dan verder zonder uw verhaal.",
        en: "That is allowed. We then go on without your story.",
      },
      fields: ["declineReason"],
    },
  ],
  forParty: {
    silence: {
      nl: "Dan gaan wij na die dag verder zonder uw verhaal. Dat staat dan zo in het dossier.",
      en: "Then we go on after that day without your story. The file will say so.",
    },
    shows: ["complaint"],
  },
} as const satisfies TaskKind;
