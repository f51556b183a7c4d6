/**
 * A course as it is compared and counted: small letters without accents, words joined by `-`, so that spelling and capitals do not make two
 * courses of one. At most 60 characters; `undefined` when nothing is left.
 */
export function courseKey(name: string): string | undefined {
  const words = name
    .normalize("NFD")
    .replace(/\p{Mark}/gu, "")
    .toLowerCase()
    .match(/[\p{Letter}\p{Number}]+/gu);
  return words?.join("-").slice(0, 60).replace(/-$/, "");
}
