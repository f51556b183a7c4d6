import type { Field } from "../domain/tasks/task-kind.ts";
import type { Text } from "../domain/text.ts";
import type { Asked } from "./field-asked.tsx";

/** Fields that are shown together; with a title folded away, until somebody wants them. */
export interface FieldGroup {
  readonly title?: Text;
  readonly fields: readonly Field[];
}

/** A second and further measure or proposal that may be left out whole is folded away, so that a form is no longer than most need. */
export function foldedAway(fields: readonly Field[]): readonly FieldGroup[] {
  const groups: { title?: Text; fields: Field[] }[] = [];
  for (const field of fields) {
    const title = titleOf(field);
    const last = groups.at(-1);
    if (last !== undefined && last.title?.nl === title?.nl) last.fields.push(field);
    else groups.push({ ...(title !== undefined && { title }), fields: [field] });
  }
  return groups;
}

/** What is filled in, or has a problem, is never hidden. */
export function isOpen({ fields }: FieldGroup, { values, problems }: Asked): boolean {
  return fields.some(({ name }) => (values[name] ?? "") !== "" || problems.some((problem) => problem.field === name));
}

function titleOf({ name, optional, askedWhen }: Field): Text | undefined {
  const [, what, n] = /^(measure|proposal)[A-Za-z]*([2-9])$/.exec(name) ?? [];
  if (what === undefined || optional !== true || askedWhen !== undefined) return undefined;
  return what === "measure"
    ? { nl: `Maatregel ${n}`, en: `Measure ${n}` }
    : { nl: `Voorstel ${n}`, en: `Proposal ${n}` };
}
