import type { Machine, State } from "./definition.ts";
import { InvalidDefinition } from "./errors.ts";
import { checkExpressions } from "./expression-rules.ts";
import { parseTimestamp } from "./timestamp.ts";

/**
 * Checks what `parseDefinition` cannot see: that transitions lead somewhere, names are free, expressions can be read. The
 * rules are those of CreateStateMachine. Throws `InvalidDefinition`.
 */
export function checkDefinition(machine: Machine): void {
  checkMachine(machine, undefined, new Set(), new Set());
}

function checkMachine(
  machine: Machine,
  owner: string | undefined,
  outerVariables: ReadonlySet<string>,
  takenNames: Set<string>,
): void {
  if (!machine.States.has(machine.StartAt)) {
    throw new InvalidDefinition({ state: owner, field: "StartAt", reason: `no state is named '${machine.StartAt}'` });
  }
  const ownVariables = new Set<string>();
  for (const [name, state] of machine.States) {
    checkName(name, takenNames);
    checkFlow(machine, name, state);
    checkHandlers(name, state);
    checkExpressions(name, state);
    for (const variable of assignedBy(state)) {
      checkVariable(name, variable, outerVariables);
      ownVariables.add(variable);
    }
  }
  checkReachable(machine, owner);
  const visible = new Set([...outerVariables, ...ownVariables]);
  for (const [name, state] of machine.States) {
    if (state.Type === "Parallel") {
      for (const branch of state.Branches) checkMachine(branch, name, visible, takenNames);
    }
    if (state.Type === "Map") checkMachine(state.ItemProcessor, name, visible, takenNames);
  }
}

function checkName(name: string, takenNames: Set<string>): void {
  if (name.length < 1 || name.length > 80) {
    throw new InvalidDefinition({ state: name, reason: "a state name has 1 to 80 characters" });
  }
  if (takenNames.has(name)) {
    throw new InvalidDefinition({ state: name, reason: "another state of the machine has the same name" });
  }
  takenNames.add(name);
}

function checkFlow(machine: Machine, name: string, state: State): void {
  for (const [field, target] of transitionsOf(state)) {
    if (!machine.States.has(target)) {
      throw new InvalidDefinition({ state: name, field, reason: `no state is named '${target}' here` });
    }
  }
  if (state.Type !== "Choice" && state.Type !== "Succeed" && state.Type !== "Fail") {
    if ((state.Next === undefined) === (state.End !== true)) {
      throw new InvalidDefinition({ state: name, reason: "a state has either 'Next' or 'End': true" });
    }
  }
  if (state.Type === "Wait") checkWait(name, state);
  if (state.Type === "Task") checkTask(name, state);
}

function checkWait(name: string, state: Extract<State, { Type: "Wait" }>): void {
  if ((state.Seconds === undefined) === (state.Timestamp === undefined)) {
    throw new InvalidDefinition({ state: name, reason: "a Wait has exactly one of 'Seconds' and 'Timestamp'" });
  }
  const { Timestamp } = state;
  if (Timestamp !== undefined && !Timestamp.startsWith("{%") && parseTimestamp(Timestamp) === undefined) {
    throw new InvalidDefinition({
      state: name,
      field: "Timestamp",
      reason: "String does not match RFC3339 timestamp",
    });
  }
}

function checkHandlers(name: string, state: State): void {
  if (!("Retry" in state || "Catch" in state)) return;
  for (const field of ["Retry", "Catch"] as const) {
    const handlers = state[field] ?? [];
    for (const [index, handler] of handlers.entries()) {
      const isAlone = handler.ErrorEquals.length === 1;
      if (handler.ErrorEquals.includes("States.ALL") && !(isAlone && index === handlers.length - 1)) {
        throw new InvalidDefinition({
          state: name,
          field: `${field}/${index}/ErrorEquals`,
          reason: "States.ALL must appear alone and at end of list",
        });
      }
    }
  }
}

function checkTask(name: string, state: Extract<State, { Type: "Task" }>): void {
  const { TimeoutSeconds, HeartbeatSeconds } = state;
  if (typeof TimeoutSeconds !== "number" || typeof HeartbeatSeconds !== "number") return;
  if (HeartbeatSeconds >= TimeoutSeconds) {
    throw new InvalidDefinition({
      state: name,
      field: "HeartbeatSeconds",
      reason: "HeartbeatSeconds must be smaller than TimeoutSeconds",
    });
  }
}

function checkVariable(name: string, variable: string, outerVariables: ReadonlySet<string>): void {
  const field = `Assign/${variable}`;
  if (variable === "states") {
    throw new InvalidDefinition({ state: name, field, reason: "the variable name 'states' is reserved" });
  }
  if (!/^[\p{ID_Start}_][\p{ID_Continue}]{0,79}$/u.test(variable)) {
    throw new InvalidDefinition({ state: name, field, reason: `'${variable}' is no variable name` });
  }
  if (outerVariables.has(variable)) {
    throw new InvalidDefinition({
      state: name,
      field,
      reason: `The variable name '${variable}' was already defined in a parent scope`,
    });
  }
}

function checkReachable(machine: Machine, owner: string | undefined): void {
  const reached = new Set<string>();
  const ahead = [machine.StartAt];
  for (let name = ahead.pop(); name !== undefined; name = ahead.pop()) {
    if (reached.has(name)) continue;
    reached.add(name);
    const state = machine.States.get(name);
    if (state !== undefined) ahead.push(...transitionsOf(state).map(([, target]) => target));
  }
  for (const name of machine.States.keys()) {
    if (!reached.has(name)) throw new InvalidDefinition({ state: name, reason: `State "${name}" is not reachable` });
  }
  const ends = [...machine.States.values()].some(
    (state) => state.Type === "Succeed" || state.Type === "Fail" || ("End" in state && state.End === true),
  );
  if (!ends) throw new InvalidDefinition({ state: owner, field: "States", reason: "no state ends the machine" });
}

function transitionsOf(state: State): [field: string, target: string][] {
  const transitions: [string, string | undefined][] = [];
  if ("Next" in state) transitions.push(["Next", state.Next]);
  if (state.Type === "Choice") {
    transitions.push(["Default", state.Default]);
    for (const [index, rule] of state.Choices.entries()) transitions.push([`Choices/${index}/Next`, rule.Next]);
  }
  if ("Catch" in state) {
    for (const [index, catcher] of (state.Catch ?? []).entries()) {
      transitions.push([`Catch/${index}/Next`, catcher.Next]);
    }
  }
  return transitions.flatMap(([field, target]) => (target === undefined ? [] : [[field, target]]));
}

function assignedBy(state: State): string[] {
  const blocks = [
    "Assign" in state ? state.Assign : undefined,
    ...(state.Type === "Choice" ? state.Choices.map((rule) => rule.Assign) : []),
    ...("Catch" in state ? (state.Catch ?? []).map((catcher) => catcher.Assign) : []),
  ];
  return blocks.flatMap((block) => Object.keys(block ?? {}));
}
