/** What stands in a PDF (ISO 32000-1, 7.3), as far as a form is read: booleans and `null` are `other`. Bytes are characters up to U+00FF. */
export type PdfValue =
  | { readonly type: "number"; readonly number: number }
  | { readonly type: "name"; readonly name: string }
  | { readonly type: "string"; readonly bytes: string }
  | { readonly type: "array"; readonly items: readonly PdfValue[] }
  | { readonly type: "dictionary"; readonly entries: PdfEntries }
  /** `bytes` as they stand in the file: encoded by the filters that its entries name. */
  | { readonly type: "stream"; readonly entries: PdfEntries; readonly bytes: string }
  | { readonly type: "reference"; readonly to: number }
  | { readonly type: "other" };

/** By name without its slash. */
export type PdfEntries = ReadonlyMap<string, PdfValue>;

export const numberIn = (entries: PdfEntries, name: string): number | undefined => {
  const value = entries.get(name);
  return value?.type === "number" ? value.number : undefined;
};

export const nameIn = (entries: PdfEntries, name: string): string | undefined => {
  const value = entries.get(name);
  return value?.type === "name" ? value.name : undefined;
};
