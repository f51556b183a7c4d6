import type { ComponentChildren } from "preact";
import { renderToString } from "preact-render-to-string";
import type { Procedure } from "../domain/procedure.ts";
import type { Language } from "../domain/text.ts";

interface Layout {
  readonly title: string;
  readonly language: Language;
  readonly procedure?: Procedure;
  readonly children: ComponentChildren;
}

/** A whole HTML document. */
export function page({ title, language, children }: Layout): string {
  const document = (
    <html lang={language}>
      <head>
        <title>{title}</title>
      </head>
      <body>{children}</body>
    </html>
  );
  return `<!doctype html>${renderToString(document)}`;
}
