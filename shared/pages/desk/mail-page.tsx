import type { Procedure } from "../../domain/procedure.ts";
import type { Language, Text } from "../../domain/text.ts";
import { type Became, becameInWords, reasonInWords } from "../../letters/wording/mail-words.ts";
import { speaking } from "../../letters/wording/say.ts";
import type { Instant } from "../../ports.ts";
import { page } from "../layout.tsx";
import { Moment } from "../moment.tsx";
import type { DeskFrame } from "./desk-frame.ts";
import { Select } from "./select.tsx";

/** A mail in the log. */
export interface MailSeen {
  readonly receivedAt: Instant;
  /** Empty when it names nobody. */
  readonly from: string;
  readonly subject: string;
  readonly became: Became;
  /** Why, as a code. */
  readonly reason: string | null;
  /** The case that it is in, or the file in which it waits, when the visitor may open it. */
  readonly file: string | undefined;
  /** Where to post that somebody should look at it after all. */
  readonly lookAgain: string | undefined;
}

interface MailPage {
  readonly procedure: Procedure;
  readonly language: Language;
  readonly desk: DeskFrame;
  readonly path: string;
  readonly show: Became | "all";
  /** Newest first. */
  readonly mails: readonly MailSeen[];
  readonly next: string | undefined;
  readonly first: string | undefined;
  readonly inLanguage: (language: Language) => string;
}

const everything: Text = { nl: "Alle mail", en: "All mail" };

/** `/desk/<organisation>/mail`: every mail that came in, and what became of it. */
export function mailPage(view: MailPage): string {
  const { procedure, language, desk, path, show, mails, next, first } = view;
  const say = speaking(language);
  const title = say({ nl: "Mail die binnenkwam", en: "Mail that came in" });
  const kinds = Object.entries(becameInWords).map(([id, label]) => ({ id, label: capital(say(label)) }));
  return page({
    title,
    language,
    procedure,
    desk,
    wide: true,
    inLanguage: view.inLanguage,
    children: (
      <>
        <div class="opening">
          <h1 class="utrecht-heading-1">{title}</h1>
          <p class="lead">
            {say({
              nl: "Elke mail op het klachtenadres staat hier, ook reclame en automatische berichten. Zo raakt er niets kwijt.",
              en: "Every mail to the complaints address is here, also advertising and automatic mail. So nothing is lost.",
            })}
          </p>
        </div>
        <form class="filters" method="get" action={path}>
          <input type="hidden" name="lang" value={language} />
          <Select
            name="show"
            label={say({ nl: "Wat werd het?", en: "What became of it?" })}
            value={show}
            options={[{ id: "all", label: say(everything) }, ...kinds]}
          />
          <button class="utrecht-button utrecht-button--primary-action utrecht-button--html-button" type="submit">
            {say({ nl: "Tonen", en: "Show" })}
          </button>
        </form>
        {mails.length === 0 ? (
          <p role="status">{say({ nl: "Er is geen mail om te laten zien.", en: "There is no mail to show." })}</p>
        ) : (
          <Mails {...view} />
        )}
        {(next !== undefined || first !== undefined) && (
          <nav class="pager" aria-label={say({ nl: "Bladeren", en: "Pages" })}>
            {first !== undefined && (
              <a class="utrecht-link utrecht-link--html-a" href={first}>
                {say({ nl: "Naar het begin", en: "To the start" })}
              </a>
            )}
            {next !== undefined && (
              <a class="utrecht-link utrecht-link--html-a" href={next} rel="next">
                {say({ nl: "Eerdere mail", en: "Earlier mail" })}
              </a>
            )}
          </nav>
        )}
      </>
    ),
  });
}

function Mails({ mails, procedure, language }: MailPage) {
  const say = speaking(language);
  const terms = {
    subject: say({ nl: "Onderwerp", en: "Subject" }),
    from: say({ nl: "Van", en: "From" }),
    came: say({ nl: "Kwam op", en: "Came on" }),
    became: say({ nl: "Wat werd het?", en: "What became of it?" }),
  };
  return (
    <div class="table-holder">
      <table class="table table--cards">
        <caption>
          {mails.length === 1
            ? say({ nl: "Eén mail", en: "One mail" })
            : say({ nl: `${mails.length} mails op deze pagina`, en: `${mails.length} mails on this page` })}
        </caption>
        <thead>
          <tr>
            {Object.values(terms).map((term) => (
              <th scope="col">{term}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {mails.map(({ subject, from, receivedAt, file, became, reason, lookAgain }) => (
            <tr>
              <th scope="row">
                {file === undefined ? (
                  <Subject subject={subject} language={language} />
                ) : (
                  <a class="utrecht-link utrecht-link--html-a" href={file}>
                    <Subject subject={subject} language={language} />
                  </a>
                )}
              </th>
              <td data-term={terms.from}>
                <bdi>{from === "" ? say({ nl: "onbekend", en: "unknown" }) : from}</bdi>
              </td>
              <td data-term={terms.came}>
                <Moment at={receivedAt} language={language} procedure={procedure} />
              </td>
              <td data-term={terms.became}>
                {capital(say(becameInWords[became]))}
                <Why reason={reason} language={language} />
                {lookAgain !== undefined && (
                  <form method="post" action={lookAgain}>
                    <button
                      class="utrecht-button utrecht-button--secondary-action utrecht-button--html-button"
                      type="submit"
                    >
                      {say({ nl: "Laat er toch iemand naar kijken", en: "Have somebody look at it after all" })}
                      <span class="hidden-visually">: {subject}</span>
                    </button>
                  </form>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Subject({ subject, language }: { readonly subject: string; readonly language: Language }) {
  return <bdi>{subject === "" ? speaking(language)({ nl: "Zonder onderwerp", en: "No subject" }) : subject}</bdi>;
}

function Why({ reason, language }: { readonly reason: string | null; readonly language: Language }) {
  const found = reasonInWords(reason);
  if (found === undefined) return null;
  return (
    <>
      <br />
      <span class="quiet">{speaking(language)(found)}</span>
    </>
  );
}

const capital = (words: string) => `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
