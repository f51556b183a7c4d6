import type { Dossier } from "../dossier.ts";
import { isStaff, type Party } from "../party.ts";
import type { Procedure } from "../procedure.ts";
import { tooManyRespondents } from "../respondent-limit.ts";
import { isSamePerson } from "../roles.ts";
import { mayReadFile, somebodyIsLeft } from "../seats.ts";
import { peopleIn } from "../tasks/answer.ts";
import type { Answer, Field, Problem } from "../tasks/task-kind.ts";
import type { ActionKind } from "./action-kind.ts";

const colleagues = {
  name: "respondentStaff",
  label: { nl: "Welke collega's?", en: "Which colleagues?" },
  // Everybody: who is named in the complaint only is no colleague who may act in it, and can be meant.
  control: { type: "several", from: "people" },
  keep: "private",
} as const satisfies Field;

function somebodyNamed(answer: Answer, dossier: Dossier, procedure: Procedure): readonly Problem[] {
  const { respondentStaff: staff, respondentOthers: others } = answer.private;
  if (staff === undefined && others === undefined) {
    return [{ field: "respondentStaff", message: { nl: "Noem iemand.", en: "Name somebody." } }];
  }
  const tooMany = tooManyRespondents(answer, dossier, procedure);
  if (tooMany.length > 0) return tooMany;
  const boxes = peopleIn(others ?? "").map(({ email }) => email?.toLowerCase());
  const named = procedure.people.filter(
    ({ id, email }) => staff?.split(",").includes(id) || boxes.includes(email.toLowerCase()),
  );
  const ids = named.map(({ id }) => id);
  if (ids.length === 0 || somebodyIsLeft(dossier, procedure, ids)) return [];
  return [
    {
      field: "respondentStaff",
      message: {
        nl: "Dan blijft er niemand over om de klacht te behandelen.",
        en: "Then nobody is left to handle the complaint.",
      },
    },
  ];
}

/** A colleague finds that the complaint is about somebody else too. */
export const nameRespondent = {
  action: "name-respondent",
  duties: ["A16", "B15", "B23"],
  isFor: ({ by }, dossier, procedure) =>
    isStaff(by) &&
    dossier.matter.kind === "complaint" &&
    dossier.status === "open" &&
    mayReadFile(by, dossier, procedure) &&
    [
      dossier.owner,
      ...(["intake", "director"] as const).map((one): Party => `role:${procedure.responsibilities[one]}`),
    ].some((one) => isSamePerson(by, one, procedure, dossier)),
  title: { nl: "Noem nog iemand over wie het gaat", en: "Name somebody else whom it is about" },
  purpose: {
    nl: "Wie u noemt, behandelt deze klacht niet en leest het dossier niet. Een ander neemt het dan over.",
    en: "Whoever you name does not handle this complaint and does not read the file. Somebody else takes over then.",
  },
  fields: [
    { ...colleagues, optional: true },
    {
      name: "respondentOthers",
      label: { nl: "Anderen", en: "Others" },
      hint: {
        nl: "Eén per regel: naam, mailadres. Zonder mailadres mag ook.",
        en: "One on each line: name, mail address. The address may be left out.",
      },
      control: { type: "people", atMost: 9 },
      optional: true,
      keep: "private",
    },
  ],
  outcomes: [{ id: "named", label: { nl: "Toevoegen", en: "Add" }, fields: ["respondentStaff", "respondentOthers"] }],
  check: somebodyNamed,
} as const satisfies ActionKind;

/** The complainant says that it is about somebody who handles complaints, so that this person does not read it first. */
export const aboutAHandler = {
  action: "about-a-handler",
  duties: ["A4", "A22"],
  isFor: ({ by }, dossier) => by === "complainant" && dossier.status === "open",
  title: {
    nl: "Gaat het over iemand die klachten behandelt?",
    en: "Is it about somebody who handles complaints?",
  },
  purpose: {
    nl: "Kies wie. Deze persoon beslist dan niet over uw klacht en leest het dossier niet. Een ander doet het. Wel hoort iedereen over wie een klacht gaat wat de klacht is.",
    en: "Choose who. This person then does not decide on your complaint or read the file. Somebody else does. But everybody whom a complaint is about hears what it says.",
  },
  fields: [{ ...colleagues, label: { nl: "Over wie gaat het?", en: "Who is it about?" } }],
  outcomes: [{ id: "named", label: { nl: "Doorgeven", en: "Tell us" }, fields: ["respondentStaff"] }],
  check: somebodyNamed,
} as const satisfies ActionKind;
