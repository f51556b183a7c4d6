import { dueAt } from "../../domain/clocks.ts";
import type { Dossier } from "../../domain/dossier.ts";
import type { Procedure } from "../../domain/procedure.ts";
import type { Language, Text } from "../../domain/text.ts";
import { nameAndTitle } from "../../letters/wording/people.ts";
import { speaking } from "../../letters/wording/say.ts";
import type { Instant } from "../../ports.ts";
import { page } from "../layout.tsx";
import { Moment } from "../moment.tsx";
import { type CaseFilters, CasesFilter } from "./cases-filter.tsx";
import type { DeskFrame } from "./desk-frame.ts";
import { fileTitle } from "./file-title.ts";

export interface CasesPage {
  readonly procedure: Procedure;
  readonly language: Language;
  readonly desk: DeskFrame;
  readonly now: Instant;
  readonly filters: CaseFilters;
  readonly found: readonly Dossier[];
  /** There is more than can be shown: look for less. */
  readonly tooMany: boolean;
  readonly hrefOf: (caseId: string) => string;
  /** The path of this page, where the filters are sent. */
  readonly path: string;
  /** The next page, when there is one, and the first, when this is not it. */
  readonly next?: string | undefined;
  readonly first?: string | undefined;
  /** Where somebody's access request is answered. */
  readonly person: string;
  readonly inLanguage: (language: Language) => string;
}

/** `/desk/<organisation>/cases`: the complaints overview (B10). */
export function casesPage(view: CasesPage): string {
  const { procedure, language, desk, found, tooMany, next, first } = view;
  const say = speaking(language);
  const title = say({ nl: "Klachten", en: "Complaints" });
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
        </div>
        <CasesFilter {...view.filters} procedure={procedure} language={language} action={view.path} />
        {tooMany && (
          <p class="notice">
            {say({
              nl: "Er zijn er meer dan hier passen. Zoek met meer woorden.",
              en: "There are more than fit here. Search with more words.",
            })}
          </p>
        )}
        {found.length === 0 ? <p role="status">{say(nothing(view.filters))}</p> : <Cases {...view} />}
        {(next !== undefined || first !== undefined) && (
          <nav class="pager" aria-label={say({ nl: "Bladeren", en: "Pages" })}>
            {first !== undefined && (
              <a class="utrecht-link utrecht-link--html-a" href={first}>
                {say({ nl: "Naar het begin", en: "To the start" })}
              </a>
            )}
            {next !== undefined && (
              <a class="utrecht-link utrecht-link--html-a" href={next} rel="next">
                {say({ nl: "Volgende klachten", en: "Next complaints" })}
              </a>
            )}
          </nav>
        )}
        <p class="not-printed">
          {say({ nl: "Vraagt iemand wat wij van hem of haar weten?", en: "Does somebody ask what we know of them?" })}{" "}
          <a class="utrecht-link utrecht-link--html-a" href={view.person}>
            {say({ nl: "Maak een bestand met alles wat wij hebben", en: "Make a file of all that we have" })}
          </a>
        </p>
      </>
    ),
  });
}

function nothing({ q, show }: CaseFilters): Text {
  if (q !== "") {
    return {
      nl: "Niets gevonden. Zoek op een nummer, een naam, een mailadres of een woord uit het onderwerp, met ten minste drie letters.",
      en: "Nothing found. Search by a number, a name, a mail address or a word of the subject, of at least three letters.",
    };
  }
  if (show === "late") return { nl: "Er is geen klacht te laat.", en: "No complaint is late." };
  return { nl: "Er zijn geen klachten om te laten zien.", en: "There are no complaints to show." };
}

function Cases({ found, procedure, language, now, hrefOf }: CasesPage) {
  const say = speaking(language);
  const terms = {
    case: say({ nl: "Klacht", en: "Complaint" }),
    who: say({ nl: "Klager", en: "Complainant" }),
    owner: say({ nl: "Eigenaar", en: "Owner" }),
    came: say({ nl: "Binnen op", en: "Came in" }),
    stands: say({ nl: "Uitkomst voor", en: "Outcome before" }),
  };
  return (
    <div class="table-holder">
      <table class="table table--cards">
        <caption>
          {found.length === 1
            ? say({ nl: "Eén klacht", en: "One complaint" })
            : say({ nl: `${found.length} klachten op deze pagina`, en: `${found.length} complaints on this page` })}
        </caption>
        <thead>
          <tr>
            {Object.values(terms).map((term) => (
              <th scope="col">{term}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {found.map((dossier) => (
            <tr>
              <th scope="row">
                <a class="utrecht-link utrecht-link--html-a" href={hrefOf(dossier.caseId)}>
                  <bdi>{fileTitle(dossier, procedure, language)}</bdi>
                </a>
                <br />
                <span class="quiet">{dossier.number}</span>
              </th>
              <td data-term={terms.who}>
                <bdi>{nameOf(dossier, language)}</bdi>
              </td>
              <td data-term={terms.owner}>{nameAndTitle(dossier.owner, dossier, procedure, language)}</td>
              <td data-term={terms.came}>
                <Moment at={dossier.receivedAt} language={language} procedure={procedure} dayOnly />
              </td>
              <td data-term={terms.stands}>
                <Standing dossier={dossier} procedure={procedure} language={language} now={now} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function nameOf({ complainant, identified }: Dossier, language: Language): string {
  const say = speaking(language);
  if (complainant === undefined) return say({ nl: "Gewist", en: "Erased" });
  if (!identified) return say({ nl: "Nog niet bekend", en: "Not known yet" });
  return complainant.name === "" ? (complainant.email ?? complainant.phone ?? "–") : complainant.name;
}

interface StandingProps {
  readonly dossier: Dossier;
  readonly procedure: Procedure;
  readonly language: Language;
  readonly now: Instant;
}

function Standing({ dossier, procedure, language, now }: StandingProps) {
  const say = speaking(language);
  if (dossier.status === "closed") {
    return (
      <>
        {say({ nl: "Gesloten op", en: "Closed on" })}{" "}
        <Moment at={dossier.closedAt} language={language} procedure={procedure} dayOnly />
      </>
    );
  }
  const due = dueAt("decision", dossier, procedure);
  return (
    <>
      <Moment at={due} language={language} procedure={procedure} dayOnly />
      {due <= now && (
        <>
          {" "}
          <strong class="late">{say({ nl: "Te laat", en: "Late" })}</strong>
        </>
      )}
    </>
  );
}
