import { originalDueAt } from "../domain/clocks.ts";
import { type Block, heading, prose, rows } from "./content.ts";
import { type LetterContext, queuedLetter, wordsFor } from "./letter-context.ts";
import { type Move, movesOf } from "./wording/moves.ts";

/** The change of date that a letter tells of, and those before it: what moved later is for a later letter. */
export function toldMoves(context: LetterContext): readonly Move[] {
  const until = queuedLetter(context)?.queuedAt;
  return movesOf(context.dossier, context.procedure).filter(({ at }) => until === undefined || at <= until);
}

/** How the date that this letter tells of came to change; a letter without any was made without having been queued. */
export function howItMoved(context: LetterContext): Move["how"] {
  return toldMoves(context).at(-1)?.how ?? "announced";
}

/** What the letter is called: a clock that runs again brings the outcome nearer. */
export function delaySubject(context: LetterContext): string {
  const { say } = wordsFor(context);
  return howItMoved(context) === "restarted"
    ? say({ nl: "De uitkomst komt eerder", en: "The outcome comes sooner" })
    : say({ nl: "De uitkomst komt later", en: "The outcome comes later" });
}

/** The old and the new date, with the reason; then every earlier move in the same way (B22). */
export function delayBlocks(context: LetterContext): readonly Block[] {
  const { say } = wordsFor(context);
  const [last, ...earlier] = toldMoves(context).toReversed();
  if (last === undefined) return [];
  const why =
    last.how === "restarted"
      ? { nl: "Waarom verandert de datum?", en: "Why does the date change?" }
      : { nl: "Waarom duurt het langer?", en: "Why does it take longer?" };
  return [
    datesOf(last, context),
    ...(last.reason === "" ? [] : [heading(say(why)), prose(last.reason)]),
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

function datesOf({ from, to }: Move, context: LetterContext): Block {
  const { say, moment } = wordsFor(context);
  return rows([
    { term: say({ nl: "Oude datum", en: "Old date" }), detail: moment(from) },
    { term: say({ nl: "Nieuwe datum", en: "New date" }), detail: moment(to) },
  ]);
}
