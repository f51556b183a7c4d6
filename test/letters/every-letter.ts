import type { Dossier } from "../../shared/domain/dossier.ts";
import type { LetterKind } from "../../shared/domain/letter-kinds.ts";
import type { Party } from "../../shared/domain/party.ts";
import type { Procedure } from "../../shared/domain/procedure.ts";
import { type Language, languages } from "../../shared/domain/text.ts";
import type { LetterToRender } from "../../shared/letters/render.ts";
import { CaseToRead } from "../support/case-to-read.ts";
import { procedures } from "../support/case-under-test.ts";

export const links = {
  task: "https://wederhoor.example/t/NeWFaTt4cJ6sUrVqR1cWZ0m5b3Jr",
  status: "https://wederhoor.example/s/hZ2kPq9XwE7yLd3NvB8sTg5aMf1c",
};

export interface LetterCase {
  readonly title: string;
  readonly language: Language;
  readonly wanted: LetterToRender;
}

const refused = { outcome: "not-a-complaint", reason: "Dit is een vraag.", rightDoor: "de administratie" };

/** What a case looks like when a letter of this kind goes out, and to whom it can go. */
function occasion(letter: LetterKind, procedure: Procedure, language: Language) {
  const assignee: Party = `role:${procedure.responsibilities.intake}`;
  const deputy: Party = `deputy:${procedure.responsibilities.intake}`;
  const owner: Party = `role:${procedure.responsibilities.owner}`;
  const director: Party = `role:${procedure.responsibilities.director}`;
  const fresh = () => new CaseToRead(procedure, { language }).upTo("assess");
  const found = (one: CaseToRead, ...to: readonly Party[]): { dossier: Dossier; to: readonly Party[] } => ({
    dossier: one.dossier,
    to,
  });
  switch (letter) {
    case "receipt":
      return found(fresh(), "complainant");
    case "task":
    case "reminder":
      return found(fresh(), assignee);
    case "overdue":
      return found(fresh(), assignee, deputy);
    case "escalation":
      return found(fresh(), assignee, director);
    case "taken-over":
      return found(fresh().at("2026-01-19T08:00:00.000Z").do({ type: "RingAlarms", taskId: "assess-1" }), assignee);
    case "case-warning":
      return found(fresh(), owner, director);
    case "outcome":
      return found(new CaseToRead(procedure, { language }).upTo("draw-lessons"), "complainant");
    case "referral":
      return found(fresh().answer(refused), "complainant");
    case "undeliverable":
      return found(fresh().answer(refused).refuse("referral"), owner);
    case "message-filed":
      return found(fresh().write("complainant", "Ik vergat nog iets te zeggen."), owner);
  }
}

/** One letter of this kind for each of its readers, of each organisation, in each language. */
export function every(letter: LetterKind): readonly LetterCase[] {
  return Object.values(procedures).flatMap((house) =>
    languages.flatMap((language) => {
      const procedure: Procedure = { ...house, house: { ...house.house, language } };
      const { dossier, to } = occasion(letter, procedure, language);
      return to.map((reader) => ({
        title: `${letter} to ${reader} of ${house.id} in ${language}`,
        language,
        wanted: {
          letter,
          to: reader,
          dossier,
          procedure,
          taskId: "assess-1",
          links: reader === "complainant" ? { status: links.status } : { task: links.task },
          now: "2026-01-05T10:00:00.000Z",
        },
      }));
    }),
  );
}

/** A letter of this kind at Learnworks, in Dutch. */
export function letterOf(letter: LetterKind, receivedAt = "2026-01-05T09:00:00.000Z") {
  const forComplainant = ["receipt", "outcome", "referral"].includes(letter);
  const to: Party = forComplainant ? "complainant" : "role:office-manager";
  return {
    letter,
    to,
    dossier: new CaseToRead(procedures.learnworks, { receivedAt }).upTo("assess").dossier,
    procedure: procedures.learnworks,
    taskId: "assess-1",
    links,
    now: "2026-01-05T10:00:00.000Z",
  };
}
