import type { ComponentChildren } from "preact";
import { renderToString } from "preact-render-to-string";
import { Mark } from "../../shared/pages/mark.tsx";
import { ClockBar } from "./clock-bar.tsx";
import { inOtherLanguage, link, type Section, say, type View } from "./view.ts";
import { words } from "./words.ts";

interface Frame {
  readonly view: View;
  readonly title: string;
  readonly section?: Section;
  /** Panes fill the window and scroll each by themselves; a sheet is one page that scrolls. */
  readonly shape: "panes" | "sheet";
  readonly children: ComponentChildren;
}

const sections = [
  ["post", "/mailroom"],
  ["cases", "/mailroom/cases"],
  ["executions", "/mailroom/executions"],
  ["intake", "/mailroom/intake"],
  ["letters", "/mailroom/letters"],
] as const satisfies readonly (readonly [Section, string])[];

/** A whole HTML document of the mailroom. */
export function document({ view, title, section, shape, children }: Frame): string {
  const other = inOtherLanguage(view);
  const html = (
    <html lang={view.language} class="utrecht-root wederhoor-theme">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{`${title} · Wederhoor`}</title>
        <link rel="stylesheet" href="/mailroom/style.css" />
        <link rel="icon" href="/mailroom/icon.svg" type="image/svg+xml" />
        <script src="/mailroom/refresh.js" defer />
      </head>
      <body class={`room room--${shape}`}>
        <a class="utrecht-skip-link utrecht-skip-link--visible-on-focus" href="#content">
          {say(view, words.toContent)}
        </a>
        <header class="room-head">
          <p class="room-brand">
            <Mark />
            <strong>Wederhoor</strong> <span>{say(view, words.mailroom)}</span>
          </p>
          <nav aria-label={say(view, words.sections)}>
            <ul class="room-tabs">
              {sections.map(([name, path]) => (
                <li key={name}>
                  <a href={link(view, path)} aria-current={section === name ? "page" : undefined}>
                    {say(view, words[name])}
                  </a>
                </li>
              ))}
            </ul>
          </nav>
          <a class="room-language" href={`/desk?lang=${view.language}`}>
            {say(view, words.toDesk)}
          </a>
          <a class="room-language" href={other.href} lang={other.language} hreflang={other.language}>
            {say(view, words.otherLanguage)}
          </a>
        </header>
        <ClockBar view={view} />
        <main id="content" class="room-main">
          {children}
        </main>
      </body>
    </html>
  );
  return `<!doctype html>${renderToString(html)}`;
}
