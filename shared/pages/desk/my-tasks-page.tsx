import type { Procedure } from "../../domain/procedure.ts";
import type { Language, Text } from "../../domain/text.ts";
import { speaking } from "../../letters/wording/say.ts";
import type { Instant } from "../../ports.ts";
import { page } from "../layout.tsx";
import { Moment } from "../moment.tsx";
import type { DeskFrame } from "./desk-frame.ts";

/** A task that waits. */
export interface WaitingTask {
  readonly title: Text;
  /** What the file is about, and its number. */
  readonly about: string;
  readonly number: string;
  readonly href: string;
  readonly dueAt: Instant;
}

interface MyTasksPage {
  readonly procedure: Procedure;
  readonly language: Language;
  readonly desk: DeskFrame;
  readonly now: Instant;
  /** Soonest first. */
  readonly own: readonly WaitingTask[];
  /** Those of the colleagues whose deputy the visitor is. */
  readonly asDeputy: readonly WaitingTask[];
}

/** `/desk/<organisation>`: what waits for the visitor, and by when. */
export function myTasksPage(view: MyTasksPage): string {
  const { procedure, language, desk, own, asDeputy } = view;
  const say = speaking(language);
  const title = say({ nl: "Mijn taken", en: "My tasks" });
  return page({
    title,
    language,
    procedure,
    desk,
    children: (
      <>
        <div class="opening">
          <h1 class="utrecht-heading-1">{title}</h1>
          <p class="lead">{say(howMany(view))}</p>
        </div>
        {own.length > 0 && <Tasks {...view} tasks={own} Heading="h2" />}
        {asDeputy.length > 0 && (
          <>
            <h2 class="utrecht-heading-2">{say({ nl: "Van wie u vervangt", en: "Of those you stand in for" })}</h2>
            <p>
              {say({
                nl: "Deze taken liggen bij een collega. Doe ze alleen als dat zo is afgesproken.",
                en: "These tasks are with a colleague. Do them only if you have agreed so.",
              })}
            </p>
            <Tasks {...view} tasks={asDeputy} Heading="h3" />
          </>
        )}
      </>
    ),
  });
}

function howMany({ own, now }: MyTasksPage): Text {
  const late = own.filter(({ dueAt }) => dueAt <= now).length;
  if (own.length === 0) {
    return {
      nl: "Er wacht nu niets op u. Komt er iets? Dan krijgt u een mail.",
      en: "Nothing waits for you now. If something comes, you get a mail.",
    };
  }
  const tasks =
    own.length === 1 ? { nl: "één taak", en: "one task" } : { nl: `${own.length} taken`, en: `${own.length} tasks` };
  if (late === 0) return { nl: `U hebt ${tasks.nl}. Niets is te laat.`, en: `You have ${tasks.en}. Nothing is late.` };
  return {
    nl: `U hebt ${tasks.nl}. ${late === 1 ? "Eén daarvan is" : `${late} daarvan zijn`} te laat.`,
    en: `You have ${tasks.en}. ${late === 1 ? "One of them is" : `${late} of them are`} late.`,
  };
}

interface TasksProps extends MyTasksPage {
  readonly tasks: readonly WaitingTask[];
  /** One below that of the part that they stand in. */
  readonly Heading: "h2" | "h3";
}

function Tasks({ tasks, Heading, procedure, language, now }: TasksProps) {
  const say = speaking(language);
  return (
    <ul class="plain">
      {tasks.map(({ title, about, number, href, dueAt }) => (
        <li class="paper">
          <Heading class="utrecht-heading-3">
            <a class="utrecht-link utrecht-link--html-a" href={href}>
              {say(title)}
            </a>
          </Heading>
          <p>
            <bdi>{about}</bdi>
          </p>
          <p class="quiet">
            {number} · {say({ nl: "voor", en: "before" })}{" "}
            <Moment at={dueAt} language={language} procedure={procedure} />
            {dueAt <= now && (
              <>
                {" "}
                <strong class="late">{say({ nl: "Te laat", en: "Late" })}</strong>
              </>
            )}
          </p>
        </li>
      ))}
    </ul>
  );
}
