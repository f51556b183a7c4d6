import type { RegisterRow } from "../domain/register/register-row.ts";

/** The register as a program reads it: the rows as they are kept, with codes instead of words (A30). */
export function registerJson(rows: readonly RegisterRow[]): string {
  return `${JSON.stringify({ rows }, undefined, 2)}\n`;
}
