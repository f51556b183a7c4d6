import type { Method } from "@middy/http-router";
import type { Request } from "./request.ts";
import { problemResponse, type Response } from "./response.ts";

export type Story<Dependencies> = (request: Request, dependencies: Dependencies) => Promise<Response> | Response;

/** What answers at a path; `{name}` in it is a parameter. */
export interface Route<Dependencies> {
  readonly methods: readonly Method[];
  readonly path: string;
  readonly story: Story<Dependencies>;
}

/** A page that changes nothing. */
export const looks = <Dependencies>(path: string, story: Story<Dependencies>): Route<Dependencies> => ({
  methods: ["GET", "HEAD"],
  path,
  story,
});

/** A file to save. Who asks with HEAD hears whether it is there, and nothing is handed over or written down. */
export const saves = <Dependencies>(
  path: string,
  handOver: Story<Dependencies>,
  tell: Story<Dependencies>,
): readonly Route<Dependencies>[] => [
  { methods: ["GET"], path, story: handOver },
  { methods: ["HEAD"], path, story: tell },
];

/** What is posted from one of our own pages. */
export const does = <Dependencies>(path: string, story: Story<Dependencies>): Route<Dependencies> => ({
  methods: ["POST"],
  path,
  story: (request, dependencies) =>
    isForeign(request) ? problemResponse("cross-site", request.language) : story(request, dependencies),
});

/** A page with a form. */
export const looksAndDoes = <Dependencies>(
  path: string,
  look: Story<Dependencies>,
  act: Story<Dependencies>,
): readonly Route<Dependencies>[] => [looks(path, look), does(path, act)];

/**
 * Posted from another site. With `Referrer-Policy: no-referrer` browsers send `Origin: null`, so Fetch Metadata tells; of what sends none
 * (no browser of today) the origin counts where it is told, and the secret of the link, or that of the cookie, is what protects.
 */
function isForeign({ site, origin, postedFrom }: Request): boolean {
  if (site !== undefined) return site !== "same-origin" && site !== "none";
  return postedFrom !== undefined && postedFrom !== "null" && postedFrom !== origin;
}
