import { filesOf } from "../../shared/domain/mails-of.ts";
import type { PageLinks } from "../../shared/pages/page-links.ts";
import { address, type OpenedLink } from "./opened-link.ts";
import type { Request } from "./request.ts";

/**
 * Where everything is that a page of this link leads to, in the language that the visitor chose. `originals` are the mails that may be saved
 * as they came in.
 */
export function pageLinks(
  { root, here, desk, dossier }: OpenedLink,
  request: Request,
  originals: ReadonlySet<string> = new Set(),
): PageLinks {
  const files = filesOf(dossier);
  const at = (path: string) => address(path, request);
  return {
    here: at(here),
    root: at(root),
    action: (action) => at(`${here}/do/${action}`),
    task: (taskId) => at(`${root}/t/${taskId}`),
    desk,
    file: ({ key }) => `${root}/file/${files.findIndex((one) => one.key === key) + 1}`,
    original: (mailId) => (mailId !== undefined && originals.has(mailId) ? `${root}/mail/${mailId}` : undefined),
  };
}
