import type { Dossier } from "../dossier.ts";
import type { Procedure } from "../procedure.ts";
import { isInvolved } from "../seats.ts";
import { peopleIn } from "./people-field.ts";
import type { Field, Form, Option, OptionSource, Outcome } from "./task-kind.ts";

/** The options of a choice: its own, or the list of the procedure or the case that it names. */
export function optionsOf({ control }: Field, procedure: Procedure, dossier: Dossier): readonly Option[] {
  if (control.type !== "choice" && control.type !== "several") return [];
  return "options" in control ? control.options : listed(control.from, procedure, dossier);
}

function listed(from: OptionSource, procedure: Procedure, dossier: Dossier): readonly Option[] {
  const both = (name: string) => ({ nl: name, en: name });
  switch (from) {
    case "categories":
    case "causes":
      return procedure[from];
    case "roles":
      return procedure.roles.map(({ id, title }) => ({ id, label: title }));
    case "consultable":
      return procedure.roles
        .filter(({ id }) => procedure.consultable.includes(id))
        .map(({ id, title }) => ({ id, label: title }));
    case "people":
      return procedure.people.map(({ id, name }) => ({ id, label: both(name) }));
    case "colleagues":
      return procedure.people
        .filter(({ id }) => !isInvolved(id, dossier, procedure))
        .map(({ id, name }) => ({ id, label: both(name) }));
    case "respondents":
      return dossier.respondents.map((one) => ({ id: one.party, label: both(one.name) }));
    case "candidates": {
      const proposed = dossier.tasks.findLast(
        ({ kind, answer }) => kind === "propose-independents" && answer !== undefined,
      );
      return peopleIn(proposed?.answer?.private["candidates"] ?? "").map(({ name }, index) => ({
        id: String(index + 1),
        label: both(name),
      }));
    }
  }
}

/** The ways in which a form can end in this case. */
export function outcomesOf({ outcomes }: Form, procedure: Procedure, dossier: Dossier): readonly Outcome[] {
  return outcomes.filter(
    ({ branch, offeredWhen }) =>
      (branch === undefined || procedure.branches[branch]) && offeredWhen?.(dossier, procedure) !== false,
  );
}

/** The fields that belong to an outcome in this case, in the order in which they are asked. */
export function fieldsOf(form: Form, outcomeId: string, procedure: Procedure, dossier: Dossier): readonly Field[] {
  const wanted = form.outcomes.find(({ id }) => id === outcomeId)?.fields ?? [];
  return wanted.flatMap((name) =>
    form.fields.filter((field) => field.name === name && field.askedWhen?.(dossier, procedure) !== false),
  );
}
