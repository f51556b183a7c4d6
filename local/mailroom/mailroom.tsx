import { moveClock, sendMail } from "./actions.tsx";
import type { MailroomDependencies } from "./dependencies.ts";
import { icon } from "./icon.ts";
import { showJson } from "./json-routes.ts";
import { letterDocument } from "./letter-document.ts";
import { LetterReader } from "./letters.ts";
import { exampleLetterOf } from "./letters-page.tsx";
import { showPage } from "./page-routes.tsx";
import { refreshScript } from "./refresh-script.ts";
import { type MailroomRequest, type MailroomResponse, wantsJson } from "./request.ts";
import { asset, json, letter, notHere, source } from "./responses.ts";
import { type Route, routeOf } from "./route.ts";

export type Mailroom = (request: MailroomRequest) => Promise<MailroomResponse | undefined>;

/**
 * The mailroom of the embedded edition: everybody's mail, the clock, the cases and where each execution is, as pages
 * and as JSON. Answers `undefined` to a path that is not under `/mailroom`, but for the icon of the whole site. Reading never changes anything.
 */
export function createMailroom(dependencies: MailroomDependencies): Mailroom {
  const reader = new LetterReader();
  return async (request) => {
    const route = routeOf(request);
    if (route === undefined) return undefined;
    switch (request.method) {
      case "GET":
        return show(route, request, dependencies, reader);
      case "HEAD":
        return { ...(await show(route, request, dependencies, reader)), body: "" };
      case "POST":
        if (!request.sameOrigin) return json({ error: "Only the mailroom's own pages and scripts can do this." }, 403);
        return act(route, request, dependencies, reader);
      default:
        return withMethods(json({ error: "Use GET, HEAD or POST." }, 405), "GET, HEAD, POST");
    }
  };
}

async function show(
  route: Route,
  request: MailroomRequest,
  dependencies: MailroomDependencies,
  reader: LetterReader,
): Promise<MailroomResponse> {
  switch (route.name) {
    case "stylesheet":
      return asset("text/css", dependencies.stylesheet);
    case "script":
      return asset("text/javascript", refreshScript);
    case "icon":
      return asset("image/svg+xml", icon);
    case "example-letter": {
      const example = exampleLetterOf(route.id, dependencies);
      return example === undefined ? notHere : letter(letterDocument(example.rendered));
    }
    case "message-source": {
      const message = dependencies.post.get(route.id);
      return message === undefined ? notHere : source(message.raw);
    }
    case "intake-source": {
      const raw = await dependencies.intake.raw(route.id);
      return raw === undefined ? notHere : source(raw);
    }
    case "message-letter": {
      const message = dependencies.post.get(route.id);
      return message === undefined ? notHere : letter(letterDocument(await reader.letter(message)));
    }
    default:
      return wantsJson(request.accept)
        ? showJson(route, request.query, dependencies, reader)
        : showPage(route, request, dependencies, reader);
  }
}

async function act(
  route: Route,
  request: MailroomRequest,
  dependencies: MailroomDependencies,
  reader: LetterReader,
): Promise<MailroomResponse> {
  switch (route.name) {
    case "clock":
      return moveClock(request, dependencies);
    case "compose":
      return sendMail(request, dependencies, reader);
    default:
      return withMethods(json({ error: "This can only be read." }, 405), "GET, HEAD");
  }
}

function withMethods(response: MailroomResponse, allow: string): MailroomResponse {
  return { ...response, headers: { ...response.headers, allow } };
}
