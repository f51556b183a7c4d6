import { z } from "zod";

const way = z.looseObject({ Next: z.string() });

const state = z.looseObject({
  Type: z.string(),
  Resource: z.string().optional(),
  Arguments: z
    .looseObject({
      FunctionName: z.string().optional(),
      Payload: z.record(z.string(), z.unknown()).optional(),
    })
    .optional(),
  Next: z.string().optional(),
  Default: z.string().optional(),
  Choices: z.array(way.extend({ Condition: z.string() })).optional(),
  Catch: z.array(way.extend({ ErrorEquals: z.array(z.string()) })).optional(),
  /** What a Map does with each of its items. */
  get ItemProcessor() {
    return definitionSchema.optional();
  },
});
/** One state, with the fields that we look at named; all others are kept. */
export type State = z.infer<typeof state>;

/** A machine in the Amazon States Language (states-language.net/spec.html). */
export const definitionSchema = z.looseObject({ StartAt: z.string(), States: z.record(z.string(), state) });
export type Definition = z.infer<typeof definitionSchema>;

/** Every state by name, those inside a Map too; names are unique in a whole machine. */
export function statesOf({ States }: Definition): readonly (readonly [string, State])[] {
  return Object.entries(States).flatMap(([name, one]) => [
    [name, one] as const,
    ...(one.ItemProcessor === undefined ? [] : statesOf(one.ItemProcessor)),
  ]);
}

/** Everywhere that a state can lead to; `when` is the condition of a Choice. */
export function waysOut(from: State): readonly { readonly to: string; readonly when?: string }[] {
  return [
    ...(from.Choices ?? []).map(({ Next, Condition }) => ({ to: Next, when: Condition })),
    ...[from.Next, from.Default, ...(from.Catch ?? []).map(({ Next }) => Next)]
      .filter((to) => to !== undefined)
      .map((to) => ({ to })),
  ];
}
