import type { Dossier, Letter, Task } from "../domain/dossier.ts";
import { hasGone } from "../domain/letter-status.ts";
import { isStaff } from "../domain/party.ts";
import type { Procedure } from "../domain/procedure.ts";
import type { Language, Text } from "../domain/text.ts";
import { capital } from "../letters/wording/capital.ts";
import { type FileKind, fileKindOf, fileWords } from "../letters/wording/file-words.ts";
import { letterNames } from "../letters/wording/letter-names.ts";
import { nameAndTitle, titleOf } from "../letters/wording/people.ts";
import { taskName } from "../letters/wording/task-name.ts";
import type { Happening } from "./happenings.ts";

/** Everything that happened in a case, for a colleague, oldest first: tasks, letters to people outside, messages, moved dates. */
export function happenedInCase(dossier: Dossier, procedure: Procedure, language: Language): readonly Happening[] {
  const name = (who: Task["assignee"]) => nameAndTitle(who, dossier, procedure, language);
  const { withdrawn, reopened } = dossier;
  const { the } = fileWords(dossier);
  const happened: readonly Happening[] = [
    { at: dossier.receivedAt, what: beginning[fileKindOf(dossier)] },
    ...dossier.tasks.flatMap((task) => taskStory(task, dossier, name)),
    ...dossier.letters.flatMap((letter) => letterStory(letter, name)),
    ...dossier.messages.map(({ at, by, address }) => {
      const from = by === undefined ? address : name(by);
      return { at, what: { nl: `Bericht van ${from}.`, en: `Message from ${from}.` } };
    }),
    ...dossier.delays.map(({ at, by }) => ({
      at,
      what: { nl: `${name(by)} stelde de uitkomst uit.`, en: `${name(by)} delayed the outcome.` },
    })),
    ...dossier.pauses.flatMap(({ from, by, restarted }) => [
      { at: from, what: { nl: `${name(by)} zette de klok stil.`, en: `${name(by)} stopped the clock.` } },
      ...(restarted === undefined
        ? []
        : [
            {
              at: restarted.at,
              what: {
                nl: `${name(restarted.by)} liet de klok weer lopen.`,
                en: `${name(restarted.by)} restarted the clock.`,
              },
            },
          ]),
    ]),
    ...(withdrawn === undefined
      ? []
      : [
          {
            at: withdrawn.at,
            what: withReason({ nl: "De klager trok de klacht in", en: "The complainant withdrew" }, withdrawn.reason),
          },
        ]),
    ...(reopened === undefined
      ? []
      : [
          {
            at: reopened.closedAt,
            what: { nl: "De zaak is gesloten.", en: "The case was closed." },
          },
          {
            at: reopened.at,
            what: withReason(
              { nl: `${name(reopened.by)} opende de zaak weer`, en: `${name(reopened.by)} opened the case again` },
              reopened.reason,
            ),
          },
        ]),
    ...dossier.toldMeasures.map(({ at, measureNumber }) => ({
      at,
      what: {
        nl: `De klager kan lezen wat wij deden (${measureNumber}).`,
        en: `The complainant can read what we did (${measureNumber}).`,
      },
    })),
    ...erasing(dossier, procedure, language),
    ...(dossier.status === "closed"
      ? [
          {
            at: dossier.closedAt,
            what: { nl: `${capital(the.nl)} is gesloten.`, en: `${capital(the.en)} was closed.` },
          },
        ]
      : []),
  ];
  return happened.toSorted((a, b) => a.at.localeCompare(b.at));
}

function withReason({ nl, en }: Text, reason: string): Text {
  return reason === "" ? { nl: `${nl}.`, en: `${en}.` } : { nl: `${nl}: ${reason}`, en: `${en}: ${reason}` };
}

const beginning: { readonly [Kind in FileKind]: Text } = {
  complaint: { nl: "De klacht kwam binnen.", en: "The complaint came in." },
  measure: { nl: "De maatregel is afgesproken.", en: "The measure was agreed on." },
  promise: { nl: "Wij deden deze belofte.", en: "We made this promise." },
  signal: { nl: "Het systeem zag het patroon.", en: "The system saw the pattern." },
  review: { nl: "De terugblik begon.", en: "The review began." },
  mail: { nl: "De mail kwam binnen.", en: "The mail came in." },
};

/** Personal data that are held or gone; what was announced and held before may be lifted again, and is history then. */
function erasing({ erasure }: Dossier, procedure: Procedure, language: Language): readonly Happening[] {
  const { held, erasedAt } = erasure;
  const who = held === undefined ? "" : capital(titleOf(held.by, procedure, language));
  return [
    ...(held === undefined
      ? []
      : [
          {
            at: held.at,
            what: withReason({ nl: `${who} hield het wissen tegen`, en: `${who} held the erasing` }, held.reason),
          },
        ]),
    ...(erasedAt === undefined
      ? []
      : [{ at: erasedAt, what: { nl: "Wij wisten de persoonsgegevens.", en: "We erased the personal data." } }]),
  ];
}

/** Letters to people outside: when they went, and whether they came back. */
function letterStory(letter: Letter, name: (who: Task["assignee"]) => string): readonly Happening[] {
  const { to, doneAt, status, statusAt } = letter;
  const title = letterNames[letter.letter];
  if (isStaff(to)) return [];
  if (status === "bounced") {
    const what = {
      nl: `Brief aan ${name(to)} kwam terug: ${title.nl}.`,
      en: `Letter to ${name(to)} came back: ${title.en}.`,
    };
    return [{ at: statusAt, what }];
  }
  if (!hasGone(letter) || doneAt === undefined) return [];
  return [
    { at: doneAt, what: { nl: `Brief aan ${name(to)}: ${title.nl}.`, en: `Letter to ${name(to)}: ${title.en}.` } },
  ];
}

function taskStory(task: Task, dossier: Dossier, name: (who: Task["assignee"]) => string): readonly Happening[] {
  const title = taskName(task, dossier);
  switch (task.status) {
    case "open":
      return [];
    case "answered":
      return [
        {
          at: task.answeredAt,
          what: { nl: `${name(task.by)}: “${title.nl}”.`, en: `${name(task.by)}: “${title.en}”.` },
        },
      ];
    case "expired":
      return [
        {
          at: task.expiredAt,
          what: {
            nl: `Geen antwoord van ${name(task.assignee)}: “${title.nl}”.`,
            en: `No answer from ${name(task.assignee)}: “${title.en}”.`,
          },
        },
      ];
    case "cancelled":
      return [
        {
          at: task.cancelledAt,
          what: { nl: `Niet meer nodig: “${title.nl}”.`, en: `No longer needed: “${title.en}”.` },
        },
      ];
  }
}
