import { procedures } from "../../procedures/all.ts";
import type { Procedure } from "../../shared/domain/procedure.ts";
import { type Definition, type State, statesOf } from "../../workflows/asl.ts";
import { synthesise } from "../../workflows/definitions.ts";
import { type MachineKind, machineKinds, machineNameOf } from "../../workflows/machine-arn.ts";

export interface Machine {
  readonly name: string;
  readonly kind: MachineKind;
  readonly procedure: Procedure;
  readonly definition: Definition;
}

function procedureOf(id: string): Procedure {
  const found = procedures.find((one) => one.id === id);
  if (found === undefined) throw new Error(`There is no procedure ${id}.`);
  return found;
}

/** An organisation that holds a session and judges, and has none of the rest: what the two houses have not. */
const school: Procedure = {
  ...procedureOf("sterker"),
  id: "school",
  branches: {
    handling: "judgment",
    reportForm: false,
    talkFirst: false,
    advice: false,
    consult: false,
    urgent: false,
    session: true,
    mediation: false,
    confirmSolution: false,
    addressing: false,
    independent: false,
    survey: false,
  },
};

const definitions = synthesise([...procedures, school]);

/** Every machine of every organisation, as it is deployed, and those of the school. */
export const machines: readonly Machine[] = [...procedures, school].flatMap((procedure) =>
  machineKinds.map((kind) => {
    const name = machineNameOf(kind, procedure);
    const definition = definitions[name];
    if (definition === undefined) throw new Error(`There is no machine ${name}.`);
    return { name, kind, procedure, definition };
  }),
);

export const complaints: readonly Machine[] = machines.filter(({ kind }) => kind === "complaint");
export const measures: readonly Machine[] = machines.filter(({ kind }) => kind === "measure");
export const reviews: readonly Machine[] = machines.filter(({ kind }) => kind === "review");
export const sideTasks: readonly Machine[] = machines.filter(({ kind }) => kind === "side-task");

export function machineNamed(name: string): Machine {
  const found = machines.find((one) => one.name === name);
  if (found === undefined) throw new Error(`There is no machine ${name}.`);
  return found;
}

/** Names and states that pass the test, those inside rounds too. */
export function statesThat(
  definition: Definition,
  test: (state: State, name: string) => boolean,
): readonly (readonly [string, State])[] {
  return statesOf(definition).filter(([name, state]) => test(state, name));
}
