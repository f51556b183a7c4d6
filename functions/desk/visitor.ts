import { type Colleague, colleagueWith, seesAllCases, seesUnread } from "../../shared/domain/desk-rights.ts";
import type { Procedure } from "../../shared/domain/procedure.ts";
import type { Language } from "../../shared/domain/text.ts";
import { type DeskFrame, type DeskRoom, deskRooms } from "../../shared/pages/desk/desk-frame.ts";
import { address } from "../web/opened-link.ts";
import type { Request } from "../web/request.ts";
import { type Response, seeOther } from "../web/response.ts";
import type { DeskDependencies } from "./desk-dependencies.ts";
import { missing } from "./missing.ts";
import { cookieName, unsealed } from "./session.ts";

/** Somebody who is signed in, in the rooms of one organisation. */
export interface Visitor {
  readonly colleague: Colleague;
  readonly procedure: Procedure;
  readonly language: Language;
  /** Whether they see the lists of all cases. */
  readonly seesAll: boolean;
  /** Whether they see the mail that came in. */
  readonly readsMail: boolean;
  /** `/desk/<organisation>` */
  readonly root: string;
  readonly frame: (here?: DeskRoom) => DeskFrame;
}

/** An organisation that somebody works for. */
export interface Workplace {
  readonly procedure: Procedure;
  readonly colleague: Colleague;
}

/** Where the visitor works, as their cookie and the procedures of this moment tell; nowhere without a session. */
export async function workplacesOf(
  { cookies, secure }: Request,
  { cases, secrets }: DeskDependencies,
): Promise<readonly Workplace[]> {
  const cookie = cookies[cookieName(secure)];
  if (cookie === undefined || cookie === "") return [];
  const session = unsealed(cookie, await secrets.sessionKey(), cases.now());
  return session === undefined ? [] : workplaces(session.email, cases.procedures);
}

export function workplaces(email: string, procedures: readonly Procedure[]): readonly Workplace[] {
  return procedures.flatMap((procedure) => {
    const colleague = colleagueWith(email, procedure);
    return colleague === undefined ? [] : [{ procedure, colleague }];
  });
}

type Show = (visitor: Visitor, request: Request, dependencies: DeskDependencies) => Promise<Response> | Response;

/** A room of an organisation, for who is signed in there. Others are asked to sign in, whatever the address says. */
export function inOrganisation(show: Show) {
  return async (request: Request, dependencies: DeskDependencies): Promise<Response> => {
    const found = await workplacesOf(request, dependencies);
    if (found.length === 0) return seeOther(address("/desk", request));
    const own = found.find(({ procedure }) => procedure.id === request.parameters["organisation"]);
    if (own === undefined) return missing(request.language ?? "nl");
    return show(visitorAt(own, found, request), request, dependencies);
  };
}

/** The same for what only those see who see the lists of all cases. */
export function overAllCases(show: Show) {
  return inOrganisation((visitor, request, dependencies) =>
    visitor.seesAll ? show(visitor, request, dependencies) : missing(visitor.language, visitor),
  );
}

const paths: { readonly [Room in DeskRoom]: string } = {
  tasks: "",
  cases: "/cases",
  new: "/cases/new",
  mail: "/mail",
  register: "/register",
  learning: "/learning",
  overview: "/overview",
};

/** Whoever does not see all cases has their tasks, and can register a complaint (B14). */
const forEverybody: readonly DeskRoom[] = ["tasks", "new"];

function visitorAt({ procedure, colleague }: Workplace, all: readonly Workplace[], request: Request): Visitor {
  const { languages, language: own } = procedure.house;
  const language =
    [request.language, colleague.language].find((one) => one !== undefined && languages.includes(one)) ?? own;
  const root = `/desk/${procedure.id}`;
  const at = (path: string) => address(path, request);
  const seesAll = seesAllCases(colleague, procedure);
  const readsMail = seesUnread(colleague, procedure);
  const rooms = deskRooms.filter((room) => (room === "mail" ? readsMail : seesAll || forEverybody.includes(room)));
  const frame = (here?: DeskRoom): DeskFrame => ({
    rooms: rooms.map((room) => ({ room, href: at(`${root}${paths[room]}`) })),
    here,
    name: colleague.name,
    signOut: at("/desk/out"),
    elsewhere: all
      .filter((one) => one.procedure.id !== procedure.id)
      .map((one) => ({ name: one.procedure.house.name, href: at(`/desk/${one.procedure.id}`) })),
  });
  return { colleague, procedure, language, seesAll, readsMail, root, frame };
}
