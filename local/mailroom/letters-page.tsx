import type { Procedure } from "../../shared/domain/procedure.ts";
import { catalogue } from "../../shared/domain/tasks/catalogue.ts";
import { type Language, language as languageSchema, type Text } from "../../shared/domain/text.ts";
import type { ExampleLetter } from "../../shared/letters/examples.ts";
import { letterNames } from "../../shared/letters/wording/letter-names.ts";
import type { MailroomDependencies } from "./dependencies.ts";
import { document } from "./frame.tsx";
import { partyWords } from "./party-words.ts";
import { link, say, type View } from "./view.ts";
import { words } from "./words.ts";

/** A procedure and a language that its house writes. */
export interface Choice {
  readonly procedure: Procedure;
  readonly language: Language;
}

/** What was asked for, else in the reader's own language, or the nearest that there is; `undefined` without any procedure. */
export function choiceOf(
  query: URLSearchParams,
  procedures: readonly Procedure[],
  reader?: Language,
): Choice | undefined {
  const procedure = procedures.find(({ id }) => id === query.get("procedure")) ?? procedures[0];
  if (procedure === undefined) return undefined;
  const { languages, language } = procedure.house;
  const wanted = languageSchema.safeParse(query.get("language")).data ?? reader;
  return { procedure, language: wanted !== undefined && languages.includes(wanted) ? wanted : language };
}

/** What `/mailroom/letters/ID` names: `learnworks.nl.3` is the third letter. `undefined` when there is none. */
export function exampleLetterOf(
  id: string,
  { procedures, exampleLetters }: Pick<MailroomDependencies, "procedures" | "exampleLetters">,
): ExampleLetter | undefined {
  const [organisation, language, position] = id.split(".", 3);
  const procedure = procedures.find((one) => one.id === organisation);
  const known = languageSchema.safeParse(language);
  if (procedure === undefined || !known.success || !procedure.house.languages.includes(known.data)) return undefined;
  return exampleLetters(procedure, known.data)[Number(position) - 1];
}

interface Props {
  readonly view: View;
  readonly procedures: readonly Procedure[];
  readonly choice: Choice;
  readonly letters: readonly ExampleLetter[];
}

/** Every letter of a procedure on one page, for whoever wants to read them all before people get them. */
export function lettersPage({ view, procedures, choice, letters }: Props): string {
  const { procedure, language } = choice;
  const numbered = letters.map((letter, index) => ({ letter, number: index + 1 }));
  return document({
    view,
    title: say(view, words.letters),
    section: "letters",
    shape: "sheet",
    children: (
      <div class="room-letters">
        <h1 class="utrecht-heading-2">{say(view, words.letters)}</h1>
        <p class="room-paragraph">{say(view, words.lettersHint)}</p>
        <nav class="room-letters__choice" aria-label={say(view, words.lettersOf)}>
          <ul>
            {procedures.flatMap((one) =>
              one.house.languages.map((other) => (
                <li key={`${one.id} ${other}`}>
                  <a
                    href={link(view, "/mailroom/letters", { procedure: one.id, language: other })}
                    aria-current={one.id === procedure.id && other === language ? "true" : undefined}
                  >
                    {one.house.name}, {say(view, languageWords[other])}
                  </a>
                </li>
              )),
            )}
          </ul>
        </nav>
        <div class="room-letters__sheet">
          <nav class="room-letters__contents" aria-labelledby="contents">
            <h2 class="room-subtitle" id="contents">
              {letters.length} {say(view, words.lettersCount)}
            </h2>
            <ol>
              {numbered.map(({ letter, number }) => (
                <li key={number}>
                  <a class="utrecht-link" href={`#letter-${number}`} lang={language}>
                    {letter.rendered.subject.replace(/^\[[^\]]*\] /u, "")}
                  </a>{" "}
                  <span class="room-quiet">{readerWords(letter, procedure, view)}</span>
                </li>
              ))}
            </ol>
          </nav>
          <div class="room-letters__all">
            {numbered.map(({ letter, number }) => (
              <Letter key={number} view={view} choice={choice} letter={letter} number={number} />
            ))}
          </div>
        </div>
      </div>
    ),
  });
}

interface LetterProps {
  readonly view: View;
  readonly choice: Choice;
  readonly letter: ExampleLetter;
  readonly number: number;
}

function Letter({ view, choice: { procedure, language }, letter, number }: LetterProps) {
  const { kind, rendered } = letter;
  return (
    <article class="room-letter" id={`letter-${number}`} aria-labelledby={`subject-${number}`}>
      <h2 class="utrecht-heading-3" id={`subject-${number}`} lang={language}>
        {rendered.subject}
      </h2>
      <p class="room-letter__about">
        <span>{aboutWords(letter, procedure, view)}</span> <code>{kind}</code>{" "}
        <a
          class="utrecht-link"
          href={`/mailroom/letters/${procedure.id}.${language}.${number}`}
          aria-label={`${say(view, words.asSeen)}: ${rendered.subject}`}
        >
          {say(view, words.asSeen)}
        </a>
      </p>
      <p class="room-letter__text" lang={language}>
        {rendered.text}
      </p>
    </article>
  );
}

/** "question: Tell your side of the story → complainant, on paper" */
function aboutWords(letter: ExampleLetter, procedure: Procedure, view: View): string {
  const { kind, task } = letter;
  const what = task === undefined ? "" : `: ${say(view, catalogue[task].title)}`;
  return `${say(view, letterNames[kind])}${what} → ${readerWords(letter, procedure, view)}`;
}

function readerWords({ to, onPaper }: ExampleLetter, procedure: Procedure, view: View): string {
  const who = partyWords(to, procedure, view.language);
  return onPaper ? `${who}, ${say(view, words.onPaper)}` : who;
}

const languageWords = {
  nl: { nl: "Nederlands", en: "Dutch" },
  en: { nl: "Engels", en: "English" },
} as const satisfies Record<Language, Text>;
