/** Marks an expression; the braces must be the very first and last characters, or the text is taken literally. */
export function jsonata(expression: string): string {
  return `{% ${expression} %}`;
}

/** Which case this is. Both are variables, so that they also reach branches that run side by side. */
export const theCase = { organisation: jsonata("$organisation"), caseId: jsonata("$caseId") } as const;

/** The same over retries of one entry into a state, new at each entry: asking twice opens one task, and writes one letter. */
export const thisEntry = "$states.context.Execution.Name & ':' & $states.context.State.EnteredTime";

/** How long this execution had run when the state was entered, in milliseconds. */
export const age = "$toMillis($states.context.State.EnteredTime) - $toMillis($states.context.Execution.StartTime)";

/** Whether the last state left with this: `said("outcome", "handle")`. */
export function said(field: "outcome" | "status", value: string): string {
  return `$states.input.${field} = '${value}'`;
}
