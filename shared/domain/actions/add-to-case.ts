import { isRespondent, isStaff } from "../party.ts";
import { mayReadFile } from "../seats.ts";
import type { ActionKind } from "./action-kind.ts";

/** Words for the file, from either side or from a colleague (B24). Once a file has been erased nothing personal comes in again. */
export const addToCase = {
  action: "add-to-case",
  duties: ["A16", "B24"],
  isFor: ({ by }, dossier, procedure) =>
    dossier.erasure.erasedAt === undefined &&
    (by === "complainant" || isRespondent(by) || (isStaff(by) && mayReadFile(by, dossier, procedure))),
  title: { nl: "Voeg iets toe aan de zaak", en: "Add something to the case" },
  purpose: {
    nl: "Wat u schrijft, komt in het dossier. Wie de klacht behandelt, krijgt er bericht van. Wilt u een bestand sturen? Antwoord dan op een mail van ons.",
    en: "What you write goes into the file. Whoever handles the complaint is told. Do you want to send a file? Then reply to a mail from us.",
  },
  fields: [
    {
      name: "message",
      label: { nl: "Wat wilt u toevoegen?", en: "What do you want to add?" },
      control: { type: "paragraph" },
      keep: "private",
    },
  ],
  outcomes: [{ id: "added", label: { nl: "Toevoegen", en: "Add" }, fields: ["message"] }],
} as const satisfies ActionKind;
