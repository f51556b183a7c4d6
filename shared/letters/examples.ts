import type { EventOf } from "../domain/events.ts";
import { replay } from "../domain/evolve.ts";
import { type LetterKind, letterKinds } from "../domain/letter-kinds.ts";
import { isStaff, type Party } from "../domain/party.ts";
import type { Procedure } from "../domain/procedure.ts";
import { isSamePerson } from "../domain/roles.ts";
import { type TaskKindId, taskKindIds } from "../domain/tasks/task-kind.ts";
import type { Language } from "../domain/text.ts";
import { aboutNow } from "./about-now.ts";
import type { ExampleCase } from "./examples/example-case.ts";
import { stories } from "./examples/stories.ts";
import { type LetterToRender, printableLetter, type RenderedLetter, renderLetter } from "./render.ts";
import { fileKindOf } from "./wording/file-words.ts";
import { movesOf } from "./wording/moves.ts";

/** One letter as somebody made up would get it. */
export interface ExampleLetter {
  readonly kind: LetterKind;
  readonly to: Party;
  /** What is asked, in a letter that asks or tells of a task. */
  readonly task?: TaskKindId;
  /** Printed, for who has no mail address. */
  readonly onPaper: boolean;
  readonly rendered: RenderedLetter;
}

/** What a letter is made from, for whoever wants to look closer than its words. */
export interface ExampleToRender extends Omit<ExampleLetter, "rendered"> {
  readonly wanted: LetterToRender;
}

const links = {
  task: "https://wederhoor.example/t/NeWFaTt4cJ6sUrVqR1cWZ0m5b3Jr",
  status: "https://wederhoor.example/s/hZ2kPq9XwE7yLd3NvB8sTg5aMf1c",
};

/** Every letter that this procedure can send, filled in for made-up people, in the order of the list of kinds. */
export function exampleLetters(procedure: Procedure, language: Language): readonly ExampleLetter[] {
  return examplesToRender(procedure, language).map(({ wanted, ...example }) => ({
    ...example,
    rendered: example.onPaper ? printableLetter({ ...wanted, letterId: wanted.letterId ?? "" }) : renderLetter(wanted),
  }));
}

/** The same before they are made: of each kind, task and reader one. */
export function examplesToRender(procedure: Procedure, language: Language): readonly ExampleToRender[] {
  const house = procedure.house.languages.includes(language) ? { ...procedure.house, language } : procedure.house;
  const read: Procedure = {
    ...procedure,
    house,
    people: procedure.people.map(({ language: _own, ...person }) => person),
  };
  const byName = new Map<string, ExampleToRender>();
  for (const one of stories(read, language).flatMap(lettersOf)) {
    const name = nameOf(one);
    if (!byName.has(name)) byName.set(name, one);
  }
  const order = ({ kind, task }: ExampleToRender) =>
    letterKinds.indexOf(kind) * taskKindIds.length + (task === undefined ? 0 : taskKindIds.indexOf(task));
  return [...byName.values()].toSorted((a, b) => order(a) - order(b));
}

/** Each letter with the case as it knows it: who asks now, the others as it was when they were queued. */
function lettersOf(one: ExampleCase): readonly ExampleToRender[] {
  return one.happened.flatMap(({ version, at, event }) => {
    if (event.type !== "LetterQueued") return [];
    const { letterId, letter, to, taskId, by } = event.facts;
    const last = aboutNow.has(letter) ? at : undefined;
    const dossier = replay(one.happened.filter((other) => other.version <= version || other.at === last));
    const task = dossier.tasks.find((asked) => asked.taskId === taskId)?.kind;
    return [
      {
        kind: letter,
        to,
        ...(task !== undefined && { task }),
        onPaper: by === "post",
        wanted: {
          letter,
          to,
          dossier,
          procedure: one.procedure,
          taskId,
          letterId,
          links: linkOf(event.facts),
          now: at,
        },
      },
    ];
  });
}

function linkOf({ taskId, by }: EventOf<"LetterQueued">["facts"]): LetterToRender["links"] {
  if (by === "post") return {};
  return taskId === undefined ? { status: links.status } : { task: links.task };
}

/** What tells examples apart: two letters of one name would say the same. */
function nameOf({ kind, to, task, onPaper, wanted }: ExampleToRender): string {
  const { letterId, taskId, procedure, dossier } = wanted;
  const { tasks, letters } = dossier;
  const asked = tasks.find((one) => one.taskId === taskId);
  const file = fileKindOf(dossier);
  const reader = isStaff(to) ? "colleague" : to;
  switch (kind) {
    case "task":
      return [kind, file, task, asked?.because, asked?.onBehalfOf !== undefined].join("|");
    case "reminder":
    case "overdue":
    case "escalation":
      return [kind, file, asked !== undefined && isSamePerson(to, asked.assignee, procedure, dossier)].join("|");
    case "taken-over":
      return [kind, file].join("|");
    case "confirm-answer": {
      const { mailId } = letters.find((one) => one.letterId === letterId) ?? {};
      const mail = dossier.messages.find((one) => one.mailId === mailId);
      return [kind, file, asked?.status, (mail?.answer ?? "") === ""].join("|");
    }
    case "case-warning":
      return letters.find((one) => one.letterId === letterId)?.alarmId ?? kind;
    default:
      return [
        kind,
        file,
        reader,
        task,
        onPaper,
        kind.startsWith("outcome") && tasks.some((one) => one.kind === "final-outcome"),
        kind.startsWith("delay") && dossier.delays.length > 1,
        kind.startsWith("delay") && movesOf(dossier, procedure).at(-1)?.how,
      ].join("|");
  }
}
