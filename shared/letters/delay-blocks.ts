import { originalDueAt } from "../domain/clocks.ts";
import type { Delay } from "../domain/dossier.ts";
import { type Block, heading, prose, rows } from "./content.ts";
import { type LetterContext, queuedLetter, wordsFor } from "./letter-context.ts";

/** The delay that a letter tells of, and those before it: what was announced later is for a later letter. */
export function toldDelays(context: LetterContext): readonly Delay[] {
  const until = queuedLetter(context)?.queuedAt;
  return context.dossier.delays.filter(({ at }) => until === undefined || at <= until);
}

/** The old and the new date, with the reason; then every earlier delay in the same way (B22). */
export function delayBlocks(context: LetterContext): readonly Block[] {
  const { say } = wordsFor(context);
  const [last, ...earlier] = toldDelays(context).toReversed();
  if (last === undefined) return [];
  return [
    datesOf(last, context),
    ...(last.reason === ""
      ? []
      : [heading(say({ nl: "Waarom duurt het langer?", en: "Why does it take longer?" })), prose(last.reason)]),
    ...(earlier.length === 0
      ? []
      : [
          heading(say({ nl: "Wat wij al eerder lieten weten", en: "What we told you before" })),
          ...earlier.flatMap((one): readonly Block[] => [
            datesOf(one, context),
            ...(one.reason === "" ? [] : [prose(one.reason)]),
          ]),
        ]),
  ];
}

/** The date that has passed without an outcome: the one that the alarm behind the letter is about. */
export function passedDate(context: LetterContext): string {
  const { dossier, procedure } = context;
  const alarmId = queuedLetter(context)?.alarmId ?? "";
  return alarmId.split("@", 2)[1] ?? originalDueAt("decision", dossier.receivedAt, procedure);
}

function datesOf({ from, to }: Delay, context: LetterContext): Block {
  const { say, moment } = wordsFor(context);
  return rows([
    { term: say({ nl: "Oude datum", en: "Old date" }), detail: moment(from) },
    { term: say({ nl: "Nieuwe datum", en: "New date" }), detail: moment(to) },
  ]);
}
