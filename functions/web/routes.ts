import type { Method } from "@middy/http-router";
import { homePage } from "../../shared/pages/home-page.tsx";
import { doAction, showAction } from "./action-link.ts";
import { attachedFile } from "./file-link.ts";
import { downloadForm, showBlock, showForm, showOrganisation, showSent, takeComplaint } from "./public.ts";
import type { Request } from "./request.ts";
import { htmlResponse, problemResponse, type Response, stylesheetResponse } from "./response.ts";
import { showStatus } from "./status-link.ts";
import { answerTask, showTask } from "./task-link.ts";
import type { WebDependencies } from "./web-dependencies.ts";

type Story = (request: Request, dependencies: WebDependencies) => Promise<Response> | Response;

interface Route {
  readonly methods: readonly Method[];
  readonly path: string;
  readonly story: Story;
}

/** Only what stands here can change anything, and only by POST. */
export const routes: readonly Route[] = [
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
  { methods: ["GET", "HEAD"], path: "/o/{organisation}", story: showOrganisation },
  { methods: ["GET", "HEAD"], path: "/o/{organisation}/embed", story: showBlock },
  { methods: ["GET", "HEAD"], path: "/o/{organisation}/form", story: downloadForm },
  ...looksAndDoes("/o/{organisation}/complain", showForm, takeComplaint),
  { methods: ["GET", "HEAD"], path: "/o/{organisation}/complain/sent", story: showSent },
  ...looksAndDoes("/t/{secret}", showTask, answerTask),
  ...looksAndDoes("/t/{secret}/do/{action}", showAction, doAction),
  { methods: ["GET", "HEAD"], path: "/t/{secret}/file/{mailId}/{position}", story: attachedFile },
  { methods: ["GET", "HEAD"], path: "/s/{secret}", story: showStatus },
  ...looksAndDoes("/s/{secret}/do/{action}", showAction, doAction),
  ...looksAndDoes("/s/{secret}/t/{taskId}", showTask, answerTask),
  ...looksAndDoes("/s/{secret}/t/{taskId}/do/{action}", showAction, doAction),
  { methods: ["GET", "HEAD"], path: "/s/{secret}/file/{mailId}/{position}", story: attachedFile },
];

/** A page with a form. */
function looksAndDoes(path: string, look: Story, does: Story): readonly Route[] {
  return [
    { methods: ["GET", "HEAD"], path, story: look },
    {
      methods: ["POST"],
      path,
      story: (request, dependencies) =>
        isForeign(request) ? problemResponse("cross-site", request.language) : does(request, dependencies),
    },
  ];
}

/**
 * Posted from another site. With `Referrer-Policy: no-referrer` browsers send `Origin: null`, so Fetch Metadata tells; what sends none is
 * no browser of today, and the secret of the link is what protects.
 */
function isForeign({ site }: Request): boolean {
  return site !== undefined && site !== "same-origin" && site !== "none";
}
