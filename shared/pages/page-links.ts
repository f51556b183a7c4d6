import type { ActionId } from "../domain/actions/action-kind.ts";
import type { AttachedFile } from "../domain/events.ts";
import type { DeskFrame } from "./desk/desk-frame.ts";

/** Where everything is that a page about a case leads to. */
export interface PageLinks {
  /** The page itself; its form is posted there. */
  readonly here: string;
  /** The page of the link: of the case, or of the task where the link is a task's. */
  readonly root: string;
  /** The form of something that one may do at any moment. */
  readonly action: (action: ActionId) => string;
  /** The page of a task, on the page of a case. */
  readonly task: (taskId: string) => string;
  /** The original of an attached file. */
  readonly file: (file: AttachedFile) => string;
  /** A mail as it came in; none for what was written on a page, or must not be handed over. */
  readonly original: (mailId: string | undefined) => string | undefined;
  /** Around the page, when the visitor is at the desk. */
  readonly desk?: DeskFrame | undefined;
}
