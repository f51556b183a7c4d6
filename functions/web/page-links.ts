import type { PageLinks } from "../../shared/pages/page-links.ts";
import { address, type OpenedLink } from "./opened-link.ts";
import type { Request } from "./request.ts";

/** Where everything is that a page of this link leads to, in the language that the visitor chose. */
export function pageLinks({ root, here, desk }: OpenedLink, request: Request): PageLinks {
  const at = (path: string) => address(path, request);
  return {
    here: at(here),
    root: at(root),
    action: (action) => at(`${here}/do/${action}`),
    task: (taskId) => at(`${root}/t/${taskId}`),
    desk,
    file: ({ key }) => `${root}/file/${key.slice(key.indexOf("/") + 1)}`,
  };
}
