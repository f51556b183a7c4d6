import type { Dossier } from "../dossier.ts";
import type { Procedure } from "../procedure.ts";
import { tooManyRespondents } from "../respondent-limit.ts";
import { somebodyIsLeft } from "../seats.ts";
import type { Text } from "../text.ts";
import { assessFields } from "./assess-fields.ts";
import { namesInCourse } from "./course-name.ts";
import { lineOf, peopleIn } from "./people-lines.ts";
import { latestAnswerOf, latestFact, latestOf } from "./prefill.ts";
import type { Answer, Problem, TaskKind } from "./task-kind.ts";

const parties = ["respondentStaff", "respondentOthers", "client"] as const;
const complaint = ["category", "severity", "claim", ...parties, "course", "talked", "tried"] as const;
const hold = ["hold", "holdReason"] as const;

/** First look at a complaint: complete the registration and choose the way (A12-A14, B6-B8, B11, B13, B15, B19). */
export const assess = {
  kind: "assess",
  phase: "intake",
  who: "intake",
  duties: ["A4", "A6", "A12", "A14", "A17", "A24", "B5", "B6", "B7", "B11", "B13", "B15", "B19", "B30"],
  whenExpired: "next-up",
  title: { nl: "Beoordeel de klacht", en: "Assess the complaint" },
  purpose: {
    nl: "Lees de klacht, vul de registratie aan en kies hoe het verder gaat.",
    en: "Read the complaint, complete the registration and choose what happens next.",
  },
  fields: assessFields,
  outcomes: [
    {
      id: "handle",
      label: { nl: "In behandeling nemen", en: "Take it up" },
      hint: { nl: "De klacht wordt onderzocht.", en: "The complaint will be looked into." },
      fields: [...complaint, ...hold],
    },
    {
      id: "solved",
      label: { nl: "Al opgelost", en: "Solved already" },
      hint: { nl: "U hebt het zelf met de klager opgelost.", en: "You solved it with the complainant yourself." },
      fields: ["category", "severity", "claim", ...parties, "course", "solution"],
    },
    {
      id: "talk-first",
      branch: "talkFirst",
      label: { nl: "Eerst samen praten", en: "Talk it over first" },
      hint: {
        nl: "De klager praat eerst met degene over wie het gaat. Doe dit niet als iemand zich niet veilig voelt.",
        en: "The complainant first talks with the person it is about. Not when somebody does not feel safe.",
      },
      fields: [...complaint, ...hold],
    },
    {
      id: "advice",
      branch: "advice",
      label: { nl: "Advies geven", en: "Give advice" },
      hint: {
        nl: "De klager wil nu geen klacht indienen, maar wel hulp.",
        en: "The complainant does not want to file a complaint now, but does want help.",
      },
      fields: [...complaint, ...hold],
    },
    {
      id: "consult",
      branch: "consult",
      label: { nl: "Eerst overleggen", en: "Consult somebody first" },
      hint: {
        nl: "U vraagt een collega om raad. Daarna beoordeelt u de klacht.",
        en: "You ask a colleague for advice. Then you assess the complaint.",
      },
      fields: ["question", "consultWhom", ...complaint],
    },
    {
      id: "not-a-complaint",
      label: { nl: "Dit is geen klacht", en: "This is not a complaint" },
      hint: {
        nl: "De afzender krijgt uitleg en het juiste adres.",
        en: "The sender gets an explanation and the right address.",
      },
      fields: ["reason", "rightDoor"],
    },
  ],
  prefill: (dossier: Dossier): Readonly<Record<string, string>> => ({
    ...reported(dossier),
    ...latestFact(dossier, "talked"),
    ...latestOf(dossier, "tried"),
    ...namedBefore(dossier),
    ...earlierAnswer(dossier),
  }),
  check: (answer: Answer, dossier: Dossier, procedure: Procedure): readonly Problem[] => [
    ...whoIsLeft(answer, dossier, procedure),
    ...tooManyRespondents(answer, dossier, procedure),
    ...whoCanTalk(answer, dossier),
    ...whyHeld(answer),
    ...namesInCourse(answer, dossier, procedure),
    ...whoDecides(answer, procedure),
  ],
} as const satisfies TaskKind;

/** Those whom the complaint is about, also when they were named by somebody else than the intake officer. */
function namedBefore({ respondents, client }: Dossier): Readonly<Record<string, string>> {
  const staff = respondents.flatMap(({ person }) => person ?? []);
  const others = respondents.filter(({ person, name }) => person === undefined && name !== "");
  return {
    ...(staff.length > 0 && { respondentStaff: staff.join(",") }),
    ...(others.length > 0 && { respondentOthers: others.map(lineOf).join("\n") }),
    ...(client !== undefined && client.name !== "" && { client: lineOf(client) }),
  };
}

/** What the intake officer chose before somebody was consulted; people come from the case itself. */
function earlierAnswer(dossier: Dossier): Readonly<Record<string, string>> {
  const before = Object.entries(latestAnswerOf(dossier, "assess"));
  return Object.fromEntries(before.filter(([name]) => !parties.some((one) => one === name) && name !== "question"));
}

/** Somebody must be able to handle the complaint who is not what it is about. */
function whoIsLeft({ private: words }: Answer, dossier: Dossier, procedure: Procedure): readonly Problem[] {
  const boxes = peopleIn(words["respondentOthers"] ?? "").map(({ email }) => email?.toLowerCase());
  const named = procedure.people
    .filter(({ id, email }) => words["respondentStaff"]?.split(",").includes(id) || boxes.includes(email.toLowerCase()))
    .map(({ id }) => id);
  if (named.length === 0 || somebodyIsLeft(dossier, procedure, named)) return [];
  return [
    {
      field: "respondentStaff",
      message: {
        nl: "Zo blijft er niemand over om de klacht te behandelen. Noem alleen wie er echt bij betrokken is.",
        en: "This leaves nobody to handle the complaint. Name only those whom it is really about.",
      },
    },
  ];
}

function whoCanTalk({ outcome, private: words }: Answer, { respondents }: Dossier): readonly Problem[] {
  const known = words["respondentStaff"] ?? words["respondentOthers"];
  if (outcome !== "talk-first" || known !== undefined || respondents.length > 0) return [];
  return [
    {
      field: "respondentStaff",
      message: {
        nl: "Met wie praat de klager? Noem minstens één persoon over wie het gaat.",
        en: "Whom does the complainant talk with? Name at least one person it is about.",
      },
    },
  ];
}

function whyHeld({ outcome, facts, private: words }: Answer): readonly Problem[] {
  if (facts["hold"] !== "yes") return [];
  if (outcome === "talk-first") {
    const message: Text = {
      nl: "Wie eerst samen praat, weet van de klacht. Kies “Nee”, of neem de klacht in behandeling.",
      en: "Whoever talks it over first knows of the complaint. Choose “No”, or take the complaint up.",
    };
    return [{ field: "hold", message }];
  }
  if (words["holdReason"] !== undefined) return [];
  return [
    {
      field: "holdReason",
      message: { nl: "Schrijf op waarom de kopie moet wachten.", en: "Write why the copy has to wait." },
    },
  ];
}

/** What the complainant filled in on the report form. */
function reported({ report = {} }: Dossier): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(report).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}

/** A serious complaint is never settled without the director (B19). */
function whoDecides({ outcome, facts }: Answer, { branches }: Procedure): readonly Problem[] {
  const serious = facts["severity"] === "serious" || facts["claim"] === "yes";
  if (outcome !== "solved" || !branches.urgent || !serious) return [];
  return [
    {
      field: "outcome",
      message: {
        nl: "Deze klacht is ernstig of kan tot een claim leiden. Kies “In behandeling nemen”: dan beslist de directeur mee.",
        en: "This complaint is serious or may lead to a claim. Choose “Take it up”: then the director decides with you.",
      },
    },
  ];
}
