import { say, type View } from "./view.ts";
import { executionStatusWords } from "./words.ts";

/** How an execution is doing, in words; the name AWS has for it is there for whoever points at it. */
export function StatusTag({ view, status }: { readonly view: Pick<View, "language">; readonly status: string }) {
  const known = executionStatusWords.get(status);
  return (
    <span class={`room-tag room-tag--${status.toLowerCase()}`} title={status}>
      {known === undefined ? status : say(view, known)}
    </span>
  );
}
