import type { ComponentChildren } from "preact";
import { renderToString } from "preact-render-to-string";
import type { Procedure } from "../domain/procedure.ts";
import { type Language, languages } from "../domain/text.ts";
import { speaking } from "../letters/wording/say.ts";
import type { DeskFrame } from "./desk/desk-frame.ts";
import { DeskNav } from "./desk/desk-nav.tsx";
import { Mark } from "./mark.tsx";
import { PhoneLink } from "./phone-link.tsx";

interface Layout {
  readonly title: string;
  readonly language: Language;
  /** Whose page it is; without it the page belongs to the whole installation. */
  readonly procedure?: Procedure | undefined;
  /** Two columns of content need more room than lines of text. */
  readonly wide?: boolean;
  /** Search engines may lead people here; every other page is for who has its link. */
  readonly findable?: boolean;
  /** Around the page, when the visitor is at the desk. */
  readonly desk?: DeskFrame | undefined;
  /** The address of this very page in another language, where it is more than its path. */
  readonly inLanguage?: (language: Language) => string;
  readonly children: ComponentChildren;
}

const ownName: { readonly [Own in Language]: string } = { nl: "Nederlands", en: "English" };

/** A whole HTML document. Nothing in it comes from elsewhere, and nothing needs scripts. */
export function page(layout: Layout): string {
  const { title, language, procedure, wide = false, findable = false, desk, children } = layout;
  const inLanguage = layout.inLanguage ?? ((one: Language) => `?lang=${one}`);
  const say = speaking(language);
  const offered = procedure?.house.languages ?? languages;
  const name = procedure?.house.name ?? "Wederhoor";
  const document = (
    <html lang={language} class="utrecht-root wederhoor-theme">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        {!findable && <meta name="robots" content="noindex, nofollow" />}
        <meta name="color-scheme" content="light dark" />
        <title>{`${title} · ${name}`}</title>
        <link rel="stylesheet" href="/assets/style.css" />
      </head>
      <body class="utrecht-document utrecht-document--surface utrecht-page-layout">
        <a class="utrecht-skip-link utrecht-skip-link--visible-on-focus" href="#main">
          {say({ nl: "Naar de inhoud", en: "Skip to content" })}
        </a>
        <header class="utrecht-page-header">
          <div class="utrecht-page-header__content bar">
            <p class="wordmark">
              <Mark />
              <span>{name}</span>
            </p>
            {offered.length > 1 && (
              <nav
                class="utrecht-alternate-lang-nav languages"
                aria-label={say({ nl: "Taal van deze pagina", en: "Language of this page" })}
              >
                <ul>
                  {offered.map((one) => (
                    <li>
                      <a
                        class="utrecht-link utrecht-link--html-a"
                        href={inLanguage(one)}
                        lang={one}
                        hreflang={one}
                        {...(one === language && { "aria-current": "true" })}
                      >
                        {ownName[one]}
                      </a>
                    </li>
                  ))}
                </ul>
              </nav>
            )}
          </div>
          {desk !== undefined && <DeskNav desk={desk} language={language} />}
        </header>
        <div class="utrecht-page-body">
          <main id="main" tabIndex={-1} class={`utrecht-page-body__content${wide ? " wide" : ""}`}>
            {children}
          </main>
        </div>
        <footer class="utrecht-page-footer">
          <div class="utrecht-page-footer__content bar">{footer(procedure, language)}</div>
        </footer>
      </body>
    </html>
  );
  return `<!doctype html>${renderToString(document)}`;
}

function footer(procedure: Procedure | undefined, language: Language): ComponentChildren {
  const say = speaking(language);
  if (procedure === undefined) {
    return <p>{say({ nl: "Wederhoor hoort beide kanten.", en: "Wederhoor hears both sides." })}</p>;
  }
  const { name, complaintsAddress } = procedure.house;
  return (
    <p>
      <strong>{name}</strong>
      <br />
      {say({ nl: "Vragen? Bel", en: "Questions? Call" })} <PhoneLink procedure={procedure} />{" "}
      {say({ nl: "of mail", en: "or mail" })}{" "}
      <a class="utrecht-link utrecht-link--html-a" href={`mailto:${complaintsAddress}`}>
        {complaintsAddress}
      </a>
    </p>
  );
}
