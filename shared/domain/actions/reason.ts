import type { Field } from "../tasks/task-kind.ts";

/** Why something is done: whoever reads the case later must be able to see it. */
export const reason = {
  name: "reason",
  label: { nl: "Waarom?", en: "Why?" },
  control: { type: "paragraph" },
  keep: "private",
} as const satisfies Field;
