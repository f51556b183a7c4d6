import { isBareAddress } from "../../shared/mail/address.ts";
import { bareAddress } from "../../shared/mail/mailboxes.ts";
import { chooseWorkplacePage } from "../../shared/pages/desk/choose-workplace-page.tsx";
import { openLinkPage } from "../../shared/pages/desk/open-link-page.tsx";
import { signInPage } from "../../shared/pages/desk/sign-in-page.tsx";
import { requestSignIn, signInOf, useSignIn } from "../../shared/store/sign-ins.ts";
import { address } from "../web/opened-link.ts";
import type { Request } from "../web/request.ts";
import { htmlResponse, type Response, seeOther } from "../web/response.ts";
import type { DeskDependencies } from "./desk-dependencies.ts";
import { newSession, noSessionCookie, sealed, sessionCookie } from "./session.ts";
import { workplaces, workplacesOf } from "./visitor.ts";

/** The door: to the tasks for who is signed in, else the question for an address, or that a mail is on its way. */
export async function showDoor(request: Request, dependencies: DeskDependencies): Promise<Response> {
  const { language = "nl", query } = request;
  const [only, ...others] = await workplacesOf(request, dependencies);
  if (only === undefined)
    return htmlResponse(signInPage({ language, action: address("/desk", request), sent: query["sent"] === "1" }));
  const places = [only, ...others].map(({ procedure }) => ({
    name: procedure.house.name,
    href: address(`/desk/${procedure.id}`, request),
  }));
  return others.length === 0
    ? seeOther(address(`/desk/${only.procedure.id}`, request))
    : htmlResponse(chooseWorkplacePage({ language, places }));
}

/** Promises a link to a colleague; everybody gets the same answer. */
export async function askLink(request: Request, { cases, secrets }: DeskDependencies): Promise<Response> {
  const { language = "nl", form } = request;
  const email = bareAddress((form["email"] ?? "").trim().slice(0, 300))?.toLowerCase();
  if (email === undefined || !isBareAddress(email)) {
    const action = address("/desk", request);
    return htmlResponse(signInPage({ language, action, value: form["email"] ?? "", wrong: true }), 422);
  }
  const [place] = workplaces(email, cases.procedures);
  const to = place === undefined ? undefined : { organisation: place.procedure.id, person: place.colleague.id };
  const fresh = { secret: secrets.linkSecret(), signInId: secrets.id(), now: cases.now() };
  await requestSignIn({ email, to, language: request.language, ...fresh }, cases.items);
  return seeOther(address("/desk", request, { sent: "1" }));
}

/** A button. Looking signs nobody in and uses nothing up: mail scanners look too. */
export async function showLink(request: Request, { cases }: DeskDependencies): Promise<Response> {
  const { language = "nl", secret } = request;
  const works = (await signInOf(secret, cases.now(), cases.items)) !== undefined;
  const action = address(`/desk/in/${secret}`, request);
  return htmlResponse(openLinkPage({ language, works, action }), works ? 200 : 404);
}

/** Signs in, once. */
export async function useLink(request: Request, { cases, secrets }: DeskDependencies): Promise<Response> {
  const { language = "nl", secret, secure } = request;
  const key = await secrets.sessionKey();
  const now = cases.now();
  const email = await useSignIn(secret, now, cases.items);
  if (email === undefined) return htmlResponse(openLinkPage({ language, works: false, action: "" }), 404);
  return seeOther(address("/desk", request), sessionCookie(sealed(newSession(email, now), key), secure));
}

export function signOut(request: Request): Response {
  return seeOther(address("/desk", request), noSessionCookie(request.secure));
}
