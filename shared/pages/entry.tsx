import type { ComponentChildren } from "preact";

/** One fact of a data list: what it is, and what it is here. */
export function Entry({ term, children }: { readonly term: string; readonly children: ComponentChildren }) {
  return (
    <div class="utrecht-data-list__item">
      <dt class="utrecht-data-list__item-key">{term}</dt>
      <dd class="utrecht-data-list__item-value utrecht-data-list__item-value--html-dd">{children}</dd>
    </div>
  );
}
