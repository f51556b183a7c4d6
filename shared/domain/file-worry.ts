import type { AttachedFile } from "./events.ts";
import { fileFacts } from "./file-facts.ts";
import { type FileKind, fileKinds } from "./file-kind.ts";

/** Something about a file that whoever opens it should know first. */
export type FileWorry =
  /** This kind can do harm by being opened. */
  | { readonly why: "harmful"; readonly kind: FileKind }
  /** The name ends twice, `offerte.pdf.exe`, so that it passes for something else. */
  | { readonly why: "two-endings" }
  /** Signs in the name change the order in which it is read (UAX 9). */
  | { readonly why: "turned-name" }
  /** By its name it would be this. */
  | { readonly why: "named-otherwise"; readonly as: FileKind }
  /** The mail said that it would be this. */
  | { readonly why: "claimed-otherwise"; readonly as: FileKind };

const harmful: ReadonlySet<string> = new Set(["page", "macro", "script", "program", "shortcut", "archive"]);

/** Nothing sure can be told of these by their bytes, so what is not recognised may still be one. */
const hardToTell: ReadonlySet<string> = new Set(["media", "signature", "macro", "program", "archive", "shortcut"]);

/** What does not fit or can do harm; empty for nearly every file. Of an older event the kind is not known: then the name alone is looked at. */
export function worriesAbout({
  name,
  contentType,
  kind,
}: Pick<AttachedFile, "name" | "contentType" | "kind">): readonly FileWorry[] {
  const [named, before] = endingsOf(name).map(kindOfEnding);
  const dangerous = [kind, named].find((one) => one !== undefined && isHarmful(one));
  const deceives = named !== undefined && isHarmful(named) && fileFacts[named].family !== "archive";
  const worries: FileWorry[] = [];
  if (dangerous !== undefined) worries.push({ why: "harmful", kind: dangerous });
  if (deceives && before !== undefined && !isHarmful(before)) worries.push({ why: "two-endings" });
  if (turning.test(name)) worries.push({ why: "turned-name" });
  const claimed = kindOfType(contentType);
  if (kind === undefined || kind === "empty") return worries;
  if (named !== undefined && !fits(named, kind)) worries.push({ why: "named-otherwise", as: named });
  else if (claimed !== undefined && !fitsClaim(claimed, kind)) worries.push({ why: "claimed-otherwise", as: claimed });
  return worries;
}

const turning = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/u;

const isHarmful = (kind: FileKind): boolean => harmful.has(fileFacts[kind].family);

function fits(as: FileKind, kind: FileKind): boolean {
  const { family } = fileFacts[as];
  return kind === "unknown" ? hardToTell.has(family) : family === fileFacts[kind].family;
}

/** Mail programs call a table a spreadsheet, and a document of Office, which is packed, an archive. */
function fitsClaim(as: FileKind, kind: FileKind): boolean {
  if (as === "excel" && fileFacts[kind].family === "text") return true;
  if (as === "archive" && ["document", "macro"].includes(fileFacts[kind].family)) return true;
  return fits(as, kind);
}

/** The last ending first, in lower case, at most two. Windows does not see dots and spaces at the end of a name. */
export function endingsOf(name: string): readonly string[] {
  const parts = name
    .slice(-200)
    .replace(/[.\s]+$/u, "")
    .toLowerCase()
    .split(".")
    .slice(1);
  return parts
    .map((part) => part.trim())
    .reverse()
    .slice(0, 2);
}

const byEnding: ReadonlyMap<string, FileKind> = new Map(
  fileKinds.flatMap((kind) => fileFacts[kind].endings.map((ending) => [ending, kind] as const)),
);
const byType: ReadonlyMap<string, FileKind> = new Map(
  fileKinds.flatMap((kind) => fileFacts[kind].types.map((type) => [type, kind] as const)),
);

export const kindOfEnding = (ending: string): FileKind | undefined => byEnding.get(ending);
const kindOfType = (contentType: string): FileKind | undefined => byType.get(contentType);
