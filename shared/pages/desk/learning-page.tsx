import type { ComponentChildren } from "preact";
import type { Dossier } from "../../domain/dossier.ts";
import type { MeasureSeen, SignalSeen } from "../../domain/learning/overview-input.ts";
import type { Procedure } from "../../domain/procedure.ts";
import { catalogue } from "../../domain/tasks/catalogue.ts";
import type { TaskKindId } from "../../domain/tasks/task-kind.ts";
import type { Language, Text } from "../../domain/text.ts";
import { measureTypeInWords } from "../../letters/wording/measure-words.ts";
import { nameAndTitle } from "../../letters/wording/people.ts";
import { speaking } from "../../letters/wording/say.ts";
import type { Instant } from "../../ports.ts";
import { page } from "../layout.tsx";
import { Moment } from "../moment.tsx";
import type { DeskFrame } from "./desk-frame.ts";
import { fileTitle } from "./file-title.ts";

interface Seen<As> {
  readonly dossier: Dossier;
  readonly seen: As;
}

export interface LearningPage {
  readonly procedure: Procedure;
  readonly language: Language;
  readonly desk: DeskFrame;
  readonly now: Instant;
  /** Newest first. */
  readonly signals: readonly Seen<SignalSeen>[];
  /** Measures and promises that are under way; what is due first comes first. */
  readonly open: readonly Seen<MeasureSeen>[];
  readonly ended: readonly Seen<MeasureSeen>[];
  readonly reviews: readonly Dossier[];
  readonly hrefOf: (caseId: string) => string;
  readonly newMeasure: string;
}

/** `/desk/<organisation>/learning`: what complaints teach, what is done about it, and whether that helped (A28, B36, B37). */
export function learningPage(view: LearningPage): string {
  const { procedure, language, desk, newMeasure } = view;
  const say = speaking(language);
  const title = say({ nl: "Wat wij leren", en: "What we learn" });
  return page({
    title,
    language,
    procedure,
    desk,
    wide: true,
    children: (
      <>
        <div class="opening">
          <h1 class="utrecht-heading-1">{title}</h1>
          <p class="lead">
            {say({
              nl: "Patronen in klachten, wat wij eraan doen, en of dat hielp.",
              en: "Patterns in complaints, what we do about them, and whether that helped.",
            })}
          </p>
          <p>
            <a class="utrecht-button utrecht-button--primary-action" href={newMeasure}>
              {say({ nl: "Spreek een maatregel af", en: "Agree on a measure" })}
            </a>
          </p>
        </div>
        <Part
          id="open"
          title={say({ nl: "Maatregelen en beloften die lopen", en: "Measures and promises under way" })}
          none={say({ nl: "Er loopt nu niets.", en: "Nothing is under way now." })}
          count={view.open.length}
        >
          <Measures {...view} measures={view.open} areEnded={false} />
        </Part>
        <Part
          id="signals"
          title={say({ nl: "Patronen", en: "Patterns" })}
          none={say({ nl: "Er zijn geen patronen gezien.", en: "No patterns were seen." })}
          count={view.signals.length}
        >
          <Signals {...view} />
        </Part>
        <Part
          id="ended"
          title={say({ nl: "Maatregelen die klaar zijn", en: "Measures that are done" })}
          none={say({ nl: "Er is nog geen maatregel klaar.", en: "No measure is done yet." })}
          count={view.ended.length}
        >
          <Measures {...view} measures={view.ended} areEnded />
        </Part>
        <Part
          id="reviews"
          title={say({ nl: "Terugblikken", en: "Reviews" })}
          none={say({ nl: "Er is nog niet teruggeblikt.", en: "There has been no review yet." })}
          count={view.reviews.length}
        >
          <Reviews {...view} />
        </Part>
      </>
    ),
  });
}

interface PartProps {
  readonly id: string;
  readonly title: string;
  readonly none: string;
  readonly count: number;
  readonly children: ComponentChildren;
}

function Part({ id, title, none, count, children }: PartProps) {
  return (
    <section aria-labelledby={`${id}-title`}>
      <h2 class="utrecht-heading-2 room-part" id={`${id}-title`}>
        {title}
      </h2>
      {count === 0 ? <p>{none}</p> : children}
    </section>
  );
}

function Measures({
  measures,
  areEnded,
  procedure,
  language,
  now,
  hrefOf,
}: LearningPage & { readonly measures: readonly Seen<MeasureSeen>[]; readonly areEnded: boolean }) {
  const say = speaking(language);
  const terms = {
    what: say({ nl: "Maatregel", en: "Measure" }),
    type: say({ nl: "Soort", en: "Kind" }),
    owner: say({ nl: "Wie", en: "Who" }),
    when: areEnded ? say({ nl: "Klaar op", en: "Done on" }) : say({ nl: "Voor", en: "Before" }),
    stands: areEnded ? say({ nl: "Hielp het?", en: "Did it help?" }) : say({ nl: "Stand", en: "Standing" }),
  };
  return (
    <Table caption={terms.what} terms={Object.values(terms)}>
      {measures.map(({ dossier, seen }) => (
        <tr>
          <File dossier={dossier} procedure={procedure} language={language} hrefOf={hrefOf} />
          <td data-term={terms.type}>{say(measureTypeInWords(seen.measureType))}</td>
          <td data-term={terms.owner}>{nameAndTitle(seen.owner, dossier, procedure, language)}</td>
          <td data-term={terms.when}>
            <Moment at={seen.endedAt ?? seen.dueAt} language={language} procedure={procedure} dayOnly />
          </td>
          <td data-term={terms.stands}>
            {seen.status === "open" && seen.dueAt <= now ? (
              <strong class="late">{say({ nl: "Te laat", en: "Late" })}</strong>
            ) : (
              say(standing(seen))
            )}
          </td>
        </tr>
      ))}
    </Table>
  );
}

function standing({ status, judgments, measureType }: MeasureSeen): Text {
  const last = judgments.at(-1);
  if (last !== undefined) return outcome("judge-effect", last);
  switch (status) {
    case "open":
      return { nl: "Op tijd", en: "On time" };
    case "kept":
    case "dropped":
      return outcome("report-measure", status);
    case "done":
      return measureType === "promise"
        ? outcome("report-measure", status)
        : { nl: "Dat vragen wij later.", en: "We ask that later." };
  }
}

/** What an answer to a task is called on its form. */
function outcome(kind: TaskKindId, id: string): Text {
  return catalogue[kind].outcomes.find((one) => one.id === id)?.label ?? { nl: id, en: id };
}

function Signals({ signals, procedure, language, hrefOf }: LearningPage) {
  const say = speaking(language);
  const terms = {
    what: say({ nl: "Patroon", en: "Pattern" }),
    when: say({ nl: "Gezien op", en: "Seen on" }),
    count: say({ nl: "Klachten", en: "Complaints" }),
    stands: say({ nl: "Wat deden wij?", en: "What did we do?" }),
  };
  return (
    <Table caption={terms.what} terms={Object.values(terms)}>
      {signals.map(({ dossier, seen }) => (
        <tr>
          <File dossier={dossier} procedure={procedure} language={language} hrefOf={hrefOf} />
          <td data-term={terms.when}>
            <Moment at={seen.raisedAt} language={language} procedure={procedure} dayOnly />
          </td>
          <td data-term={terms.count}>{seen.count}</td>
          <td data-term={terms.stands}>
            {say(
              seen.answer === undefined
                ? { nl: "Dat wordt nog bekeken.", en: "That is still being looked into." }
                : outcome("look-into-signal", seen.answer),
            )}
          </td>
        </tr>
      ))}
    </Table>
  );
}

function Reviews({ reviews, procedure, language, hrefOf }: LearningPage) {
  const say = speaking(language);
  const terms = {
    what: say({ nl: "Terugblik", en: "Review" }),
    when: say({ nl: "Begonnen op", en: "Begun on" }),
    stands: say({ nl: "Stand", en: "Standing" }),
  };
  return (
    <Table caption={terms.what} terms={Object.values(terms)}>
      {reviews.map((dossier) => {
        const turn = dossier.tasks.find(({ status }) => status === "open");
        return (
          <tr>
            <File dossier={dossier} procedure={procedure} language={language} hrefOf={hrefOf} />
            <td data-term={terms.when}>
              <Moment at={dossier.registeredAt} language={language} procedure={procedure} dayOnly />
            </td>
            <td data-term={terms.stands}>
              {dossier.status === "closed"
                ? say({ nl: "Klaar", en: "Done" })
                : turn === undefined
                  ? say({ nl: "Loopt", en: "Under way" })
                  : `${say(catalogue[turn.kind].title)}: ${nameAndTitle(turn.assignee, dossier, procedure, language)}`}
            </td>
          </tr>
        );
      })}
    </Table>
  );
}

interface TableProps {
  readonly caption: string;
  readonly terms: readonly string[];
  readonly children: ComponentChildren;
}

function Table({ caption, terms, children }: TableProps) {
  return (
    <div class="table-holder">
      <table class="table table--cards">
        <caption class="hidden-visually">{caption}</caption>
        <thead>
          <tr>
            {terms.map((term) => (
              <th scope="col">{term}</th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </div>
  );
}

interface FileProps extends Pick<LearningPage, "procedure" | "language" | "hrefOf"> {
  readonly dossier: Dossier;
}

/** The file by what it is about and its number. */
function File({ dossier, procedure, language, hrefOf }: FileProps) {
  return (
    <th scope="row">
      <a class="utrecht-link utrecht-link--html-a" href={hrefOf(dossier.caseId)}>
        <bdi>{fileTitle(dossier, procedure, language)}</bdi>
      </a>
      <br />
      <span class="quiet">{dossier.number}</span>
    </th>
  );
}
