import { type Language, language as languageSchema, type Text } from "../../shared/domain/text.ts";
import type { Instant } from "../../shared/ports.ts";
import type { MailroomDependencies } from "./dependencies.ts";
import type { MailroomRequest } from "./request.ts";

export type Section = "post" | "cases" | "executions" | "intake" | "letters";

/** What every page of the mailroom needs to know about the request. */
export interface View {
  readonly language: Language;
  /** Path and query of this page, without what is said only once. */
  readonly here: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly now: Instant;
  readonly nextAlarm: Instant | undefined;
  /** The mail server through which letters leave for real. */
  readonly relay: string | undefined;
}

/** Query fields that tell what just happened; they are not part of where somebody is. */
const passing = ["arrived", "sent"];

export async function viewOf(
  { path, query }: Pick<MailroomRequest, "path" | "query">,
  { clock, relay }: Pick<MailroomDependencies, "clock" | "relay">,
): Promise<View> {
  const lasting = new URLSearchParams([...query].filter(([name]) => !passing.includes(name)));
  return {
    language: languageSchema.catch("nl").parse(query.get("lang")),
    here: address(path, lasting),
    path,
    query,
    now: clock.now(),
    nextAlarm: await clock.nextAlarm(),
    relay,
  };
}

/** An address in the mailroom in the language of this page: nothing else remembers it. */
export function link(
  view: Pick<View, "language">,
  path: string,
  fields: Readonly<Record<string, string>> = {},
): string {
  const query = new URLSearchParams(fields);
  if (view.language !== "nl") query.set("lang", view.language);
  return address(path, query);
}

/** This page in the other language. */
export function inOtherLanguage(view: View): { readonly language: Language; readonly href: string } {
  const language = view.language === "nl" ? "en" : "nl";
  const { pathname, searchParams } = new URL(view.here, "http://mailroom.example");
  searchParams.set("lang", language);
  return { language, href: address(pathname, searchParams) };
}

export function say(view: Pick<View, "language">, text: Text): string {
  return text[view.language];
}

/** Where a form asks to return to, when that is a page of the mailroom and nowhere else. */
export function safeReturn(wanted: string | undefined): string {
  const home = "/mailroom";
  const base = "http://mailroom.example";
  if (wanted === undefined || !URL.canParse(wanted, base)) return home;
  // Only path and query are kept, so that whatever host it names, it stays here.
  const { pathname, search } = new URL(wanted, base);
  return /^\/mailroom(\/|$)/u.test(pathname) ? `${pathname}${search}` : home;
}

export function withField(here: string, name: string, value: string): string {
  const { pathname, searchParams } = new URL(here, "http://mailroom.example");
  searchParams.set(name, value);
  return address(pathname, searchParams);
}

function address(path: string, query: URLSearchParams): string {
  const text = query.toString();
  return text === "" ? path : `${path}?${text}`;
}
