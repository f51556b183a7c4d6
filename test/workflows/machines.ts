import { procedures } from "../../procedures/all.ts";
import type { Procedure } from "../../shared/domain/procedure.ts";
import type { Definition, State } from "../../workflows/asl.ts";
import { synthesise } from "../../workflows/definitions.ts";
import { machineNameOf } from "../../workflows/machine-arn.ts";

export interface Machine {
  readonly name: string;
  readonly procedure: Procedure;
  readonly definition: Definition;
}

const definitions = synthesise(procedures);

/** The machine of every organisation, as it is deployed. */
export const machines: readonly Machine[] = procedures.map((procedure) => {
  const name = machineNameOf(procedure);
  const definition = definitions[name];
  if (definition === undefined) throw new Error(`There is no machine ${name}.`);
  return { name, procedure, definition };
});

/** Names and states that pass the test. */
export function statesThat(
  definition: Definition,
  test: (state: State, name: string) => boolean,
): readonly (readonly [string, State])[] {
  return Object.entries(definition.States).filter(([name, state]) => test(state, name));
}
