import type { Method } from "@middy/http-router";
import { homePage } from "../../shared/pages/home-page.tsx";
import type { Request } from "./request.ts";
import { htmlResponse, problemResponse, type Response, stylesheetResponse } from "./response.ts";
import { showStatus } from "./status-link.ts";
import { answerTask, attachedFile, showTask, type WebDependencies } from "./task-link.ts";

type Story = (request: Request, dependencies: WebDependencies) => Promise<Response> | Response;

/** Only what stands here can change anything, and only by POST. */
export const routes: readonly { readonly methods: readonly Method[]; readonly path: string; readonly story: Story }[] =
  [
    {
      methods: ["GET", "HEAD"],
      path: "/",
      story: ({ language = "nl" }, { cases }) => htmlResponse(homePage({ procedures: cases.procedures, language })),
    },
    {
      methods: ["GET", "HEAD"],
      path: "/assets/style.css",
      story: (_request, { stylesheet }) => stylesheetResponse(stylesheet),
    },
    { methods: ["GET", "HEAD"], path: "/t/{secret}", story: showTask },
    {
      methods: ["POST"],
      path: "/t/{secret}",
      story: (request, dependencies) =>
        isForeign(request) ? problemResponse("cross-site", request.language) : answerTask(request, dependencies),
    },
    { methods: ["GET", "HEAD"], path: "/t/{secret}/{mailId}/{position}", story: attachedFile },
    { methods: ["GET", "HEAD"], path: "/s/{secret}", story: showStatus },
  ];

/**
 * Posted from another site. With `Referrer-Policy: no-referrer` browsers send `Origin: null`, so Fetch Metadata tells; what sends none is
 * no browser of today, and the secret of the link is what protects.
 */
function isForeign({ site }: Request): boolean {
  return site !== undefined && site !== "same-origin" && site !== "none";
}
