/** Marks an expression; the braces must be the very first and last characters, or the text is taken literally. */
export function jsonata(expression: string): string {
  return `{% ${expression} %}`;
}

/** Which case this is. Both are variables, so that they also reach branches that run side by side. */
export const theCase = { organisation: jsonata("$organisation"), caseId: jsonata("$caseId") } as const;
