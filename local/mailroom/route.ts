import type { MailroomRequest } from "./request.ts";

type Plain =
  | "post"
  | "messages"
  | "clock"
  | "compose"
  | "executions"
  | "intake"
  | "cases"
  | "letters"
  | "stylesheet"
  | "script"
  | "icon";
type OfOne =
  | "message"
  | "message-source"
  | "message-letter"
  | "execution"
  | "intake-source"
  | "case"
  | "duties"
  | "example-letter";

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
  ["letters", "letters"],
  ["style.css", "stylesheet"],
  ["refresh.js", "script"],
  ["icon.svg", "icon"],
]);

const ofOne = new Map<string, OfOne>([
  ["messages/ID", "message"],
  ["messages/ID/raw", "message-source"],
  ["messages/ID/letter", "message-letter"],
  ["executions/ID", "execution"],
  ["intake/ID/raw", "intake-source"],
  ["cases/ID", "case"],
  ["cases/ID/duties", "duties"],
  ["letters/ID", "example-letter"],
]);

/** `undefined` for a path that is not the mailroom's. */
export function routeOf({ path }: Pick<MailroomRequest, "path">): Route | undefined {
  // Where browsers look for the icon of what is not a page: the source of a mail, a list for scripts.
  if (path === "/favicon.ico") return { name: "icon" };
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
