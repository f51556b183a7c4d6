import { renderToString } from "preact-render-to-string";
import type { Procedure } from "../domain/procedure.ts";
import type { Language } from "../domain/text.ts";
import { speaking } from "../letters/wording/say.ts";
import { publicPath } from "./public-paths.ts";

export interface PublicBlock {
  readonly procedure: Procedure;
  readonly language: Language;
  /** Begins every link, without a slash at its end: the block stands on another site. */
  readonly origin: string;
}

/**
 * A piece of plain HTML for "about us" on a website and for an intranet (A10, A11): where and how to complain. Without classes, styles or
 * scripts, so that it looks like the page around it.
 */
export function publicBlock({ procedure, language, origin }: PublicBlock): string {
  const say = speaking(language);
  const { name, complaintsAddress, phone } = procedure.house;
  const link = (which: "" | "complain" | "form") => `${origin}${publicPath(procedure, which, language)}`;
  return renderToString(
    <section lang={language}>
      <h2>{say({ nl: `Een klacht over ${name}?`, en: `A complaint about ${name}?` })}</h2>
      <p>
        {say({
          nl: "Vertel het ons. Een paar woorden zijn genoeg. Wij horen beide kanten en u hoort altijd hoe het afloopt.",
          en: "Tell us. A few words are enough. We hear both sides, and you always hear how it ends.",
        })}
      </p>
      <ul>
        <li>
          {say({ nl: "Mail naar", en: "Mail to" })} <a href={`mailto:${complaintsAddress}`}>{complaintsAddress}</a>
        </li>
        <li>
          <a href={link("complain")}>{say({ nl: "Vul het formulier in", en: "Fill in the form" })}</a>
        </li>
        <li>
          <a href={link("form")} type="application/pdf">
            {say({ nl: "Haal het formulier op (PDF, om in te vullen)", en: "Download the form (PDF, to fill in)" })}
          </a>{" "}
          {say({ nl: "en mail het als bijlage", en: "and mail it as an attachment" })}
        </li>
        <li>
          {say({ nl: "Bel", en: "Call" })} <a href={`tel:${phone.replace(/[^+\d]/g, "")}`}>{phone}</a>
        </li>
      </ul>
      <p>
        <a href={link("")}>
          {say({
            nl: "Wat er met uw klacht gebeurt, en hoe lang dat duurt",
            en: "What happens with your complaint, and how long it takes",
          })}
        </a>
      </p>
    </section>,
    undefined,
  );
}
