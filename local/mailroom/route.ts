import type { MailroomRequest } from "./request.ts";

type Plain = "post" | "messages" | "clock" | "compose" | "executions" | "intake" | "cases" | "stylesheet" | "script";
type OfOne = "message" | "message-source" | "message-letter" | "execution" | "intake-source" | "case";

/** What a path under `/mailroom` asks for. */
export type Route =
  | { readonly name: Plain }
  | { readonly name: OfOne; readonly id: string }
  | { readonly name: "nothing" };

const plain = new Map<string, Plain>([
  ["", "post"],
  ["messages", "messages"],
  ["clock", "clock"],
  ["compose", "compose"],
  ["executions", "executions"],
  ["intake", "intake"],
  ["cases", "cases"],
  ["style.css", "stylesheet"],
  ["refresh.js", "script"],
]);

const ofOne = new Map<string, OfOne>([
  ["messages/ID", "message"],
  ["messages/ID/raw", "message-source"],
  ["messages/ID/letter", "message-letter"],
  ["executions/ID", "execution"],
  ["intake/ID/raw", "intake-source"],
  ["cases/ID", "case"],
]);

/** `undefined` for a path that is not the mailroom's. */
export function routeOf({ path }: Pick<MailroomRequest, "path">): Route | undefined {
  const rest = /^\/mailroom(?:\/(.*))?$/su.exec(path);
  if (rest === null) return undefined;
  const within = (rest[1] ?? "").replace(/\/$/u, "");
  const name = plain.get(within);
  if (name !== undefined) return { name };
  const [list = "", written = "", ...more] = within.split("/");
  const nameOfOne = ofOne.get([list, "ID", ...more].join("/"));
  const id = decoded(written);
  return nameOfOne === undefined || id === undefined || id === "" ? { name: "nothing" } : { name: nameOfOne, id };
}

function decoded(segment: string): string | undefined {
  try {
    return decodeURIComponent(segment);
  } catch {
    return undefined;
  }
}
