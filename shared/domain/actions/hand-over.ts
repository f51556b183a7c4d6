import { isStaff } from "../party.ts";
import { isSamePerson } from "../roles.ts";
import { mayReadFile } from "../seats.ts";
import type { Field } from "../tasks/task-kind.ts";
import type { ActionKind } from "./action-kind.ts";
import { reason } from "./reason.ts";

const handTo = {
  name: "handTo",
  label: { nl: "Aan wie?", en: "To whom?" },
  control: { type: "choice", from: "colleagues" },
  keep: "fact",
} as const satisfies Field;

/** Whoever has a task, or the owner of the case, gives the task to a colleague. */
export const handOverTask = {
  action: "hand-over-task",
  duties: ["B16", "B17"],
  isFor: ({ by, task }, dossier, procedure) =>
    task?.status === "open" && isStaff(task.assignee) && isStaff(by) && mayReadFile(by, dossier, procedure),
  title: { nl: "Geef deze taak aan een collega", en: "Give this task to a colleague" },
  purpose: {
    nl: "Uw collega krijgt een mail met een eigen link. De datum blijft dezelfde.",
    en: "Your colleague gets a mail with a link of their own. The date stays the same.",
  },
  fields: [handTo, reason],
  outcomes: [{ id: "handed-over", label: { nl: "Overdragen", en: "Hand over" }, fields: ["handTo", "reason"] }],
} as const satisfies ActionKind;

/** The owner, or the director, makes somebody else the owner of the whole case; there is exactly one at every moment (B16). */
export const handOverCase = {
  action: "hand-over-case",
  duties: ["B16"],
  isFor: ({ by }, dossier, procedure) =>
    dossier.status === "open" &&
    mayReadFile(by, dossier, procedure) &&
    (isSamePerson(by, dossier.owner, procedure, dossier) ||
      isSamePerson(by, `role:${procedure.responsibilities.director}`, procedure, dossier)),
  title: { nl: "Draag de hele zaak over", en: "Hand over the whole case" },
  purpose: {
    nl: "Uw collega wordt eigenaar van de zaak en krijgt ook de open taken van de eigenaar.",
    en: "Your colleague becomes the owner of the case and also gets the open tasks of the owner.",
  },
  fields: [handTo, reason],
  outcomes: [{ id: "handed-over", label: { nl: "Overdragen", en: "Hand over" }, fields: ["handTo", "reason"] }],
} as const satisfies ActionKind;
