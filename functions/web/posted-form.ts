import type { Form } from "../../shared/domain/tasks/task-kind.ts";
import type { Request } from "./request.ts";

/** What was posted for a form: of checkboxes all that were ticked, with a comma between; of everything else one value. */
export function postedFor({ fields }: Form, { form, lists }: Request): Readonly<Record<string, string>> {
  const ticked = fields
    .filter(({ control }) => control.type === "several")
    .flatMap(({ name }) => (lists[name] === undefined ? [] : [[name, lists[name].join(",")] as const]));
  return { ...form, ...Object.fromEntries(ticked) };
}
