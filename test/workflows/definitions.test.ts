import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { PostUnavailable, PostUncertain, StoreUnavailable } from "../../shared/ports.ts";
import { TryAgain } from "../../shared/store/cases.ts";
import { type Definition, statesOf, waysOut } from "../../workflows/asl.ts";
import { workflowFunctions } from "../../workflows/path.ts";
import { stepsThat } from "./expected-path.ts";
import { complaints, machines, sideTasks, statesThat } from "./machines.ts";

const validator = join(import.meta.dirname, "../../node_modules/asl-validator/dist/bin/asl-validator.js");

/** What the independent validator says; it changes what it is given, so it gets a copy in a file. */
function validate(...definitions: readonly Definition[]) {
  const folder = mkdtempSync(join(tmpdir(), "machines-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const files = definitions.map((definition, index) => {
    const file = join(folder, `${index}.json`);
    writeFileSync(file, JSON.stringify(definition));
    return file;
  });
  return spawnSync(process.execPath, [validator, ...files.flatMap((file) => ["--json-path", file])], {
    encoding: "utf8",
  });
}

describe("an independent validator of the states language", () => {
  test("accepts every machine", () => {
    const { status, stdout, stderr } = validate(...machines.map(({ definition }) => definition));
    expect(stdout + stderr).not.toMatch(/Error|✕/);
    expect(status).toBe(0);
  });

  test("refuses a machine with a way to nowhere", () => {
    const [machine] = machines;
    const { Begin: begin, ...rest } = machine?.definition.States ?? {};
    const { status } = validate({
      ...machine?.definition,
      StartAt: "Begin",
      States: { ...rest, Begin: { ...begin, Type: "Pass", Next: "Nowhere" } },
    });
    expect(status).toBe(1);
  });
});

test("importing and synthesising stays quick enough for every start of the embedded edition", () => {
  const script = `
    const { synthesise } = await import("./workflows/definitions.ts");
    const { procedures } = await import("./procedures/all.ts");
    synthesise(procedures);`;
  const started = performance.now();
  execFileSync(process.execPath, ["--import", "tsx", "--input-type=module", "--eval", script], {
    cwd: join(import.meta.dirname, "../.."),
  });
  expect(performance.now() - started).toBeLessThan(10_000);
});

describe.each(machines)("$name", ({ definition }) => {
  const states = statesOf(definition);
  const tasks = statesThat(definition, ({ Type }) => Type === "Task");
  const waits = statesThat(definition, ({ Resource }) => Resource?.endsWith(".waitForTaskToken") === true);

  test("waits for an answer with a timeout, caught, in every state that hands out a token", () => {
    expect(waits.length).toBeGreaterThan(0);
    for (const [, state] of waits) {
      expect(state["TimeoutSeconds"]).toMatch(/\$toMillis\(\$states\.input\.alarmAt\) - \$millis\(\)/);
      expect(state.Catch?.map(({ ErrorEquals }) => ErrorEquals)).toEqual([["States.Timeout"]]);
      expect(JSON.stringify(state["Retry"])).not.toMatch(/States\.(ALL|Timeout)/);
    }
  });

  const ours = [
    new StoreUnavailable("").name,
    new PostUnavailable("").name,
    new PostUncertain("").name,
    new TryAgain("").name,
  ];
  test("retries what passes for longer than a provider is down, and a bug only twice", () => {
    for (const [, state] of tasks) {
      expect(state["Retry"]).toEqual([
        expect.objectContaining({
          ErrorEquals: expect.arrayContaining(["Lambda.ServiceException", ...ours]),
          MaxAttempts: 200,
          MaxDelaySeconds: 900,
        }),
        { ErrorEquals: ["States.TaskFailed"], IntervalSeconds: 5, BackoffRate: 2, MaxAttempts: 2 },
      ]);
    }
  });

  test("tells functions ids and codes only, all as text", () => {
    const allowed = ["organisation", "caseId", "taskId", "token", "kind", "about", "round", "requestId", "letter"];
    for (const [, { Arguments }] of tasks) {
      expect(allowed).toEqual(expect.arrayContaining(Object.keys(Arguments?.Payload ?? {})));
      expect(Object.values(Arguments?.Payload ?? {}).every((value) => typeof value === "string")).toBe(true);
    }
  });

  test("names each request for what must happen once", () => {
    const once = tasks.filter(([, { Arguments }]) =>
      /-(ask|send-letters|conclude)$/.test(Arguments?.FunctionName ?? ""),
    );
    expect(once.length).toBeGreaterThan(0);
    for (const [, { Arguments }] of once) {
      expect(Arguments?.Payload?.["requestId"]).toMatch(
        /Execution\.Name & ':' & \$states\.context\.State\.EnteredTime/,
      );
    }
  });

  test("keeps nothing but ids, codes and dates between states", () => {
    const kept = states.flatMap(([, state]) =>
      [state, ...(state.Choices ?? []), ...(state.Catch ?? [])].flatMap((one) =>
        [one["Output"], one["Assign"]].flatMap((fields) =>
          typeof fields === "string"
            ? [...fields.matchAll(/'(\w+)':/g)].map(([, key]) => key)
            : Object.keys(fields ?? {}),
        ),
      ),
    );
    const allowed = [
      "about",
      "alarmAt",
      "caseId",
      "expired",
      "organisation",
      "outcome",
      "parties",
      "resumeAt",
      "status",
      "taskId",
    ];
    expect(allowed).toEqual(expect.arrayContaining(kept));
    expect(kept).toEqual(expect.arrayContaining(["taskId", "alarmAt", "outcome"]));
  });

  test("calls our functions, by invoking or with a token, starts itself anew, and does nothing else", () => {
    for (const [, state] of tasks) {
      expect(state.Resource).toMatch(/^arn:aws:states:::(lambda:invoke(\.waitForTaskToken)?|states:startExecution)$/);
    }
  });

  test("speaks JSONata throughout", () => {
    expect(definition["QueryLanguage"]).toBe("JSONata");
    expect(JSON.stringify(definition)).not.toMatch(
      /"[A-Za-z]+\.\$"|"(InputPath|OutputPath|ResultPath|Parameters|Variable)"/,
    );
    expect(JSON.stringify(definition)).not.toMatch(/\$eval|\?:|\?\?/);
  });

  test("is made of the kinds of state that both editions run", () => {
    const kinds = new Set(states.map(([, { Type }]) => Type));
    expect(["Task", "Pass", "Choice", "Wait", "Map", "Succeed", "Fail"]).toEqual(expect.arrayContaining([...kinds]));
  });

  test("ends within the year that an execution may live", () => {
    expect(definition["TimeoutSeconds"]).toBe(364 * 24 * 60 * 60);
  });

  test("leads every state to an end", () => {
    const inner = states.flatMap(([, { ItemProcessor }]) => ItemProcessor ?? []);
    for (const { StartAt, States } of [definition, ...inner]) {
      const reached = new Set([StartAt]);
      for (const name of reached) for (const { to } of waysOut(States[name] ?? { Type: "" })) reached.add(to);
      expect([...reached].toSorted()).toEqual(Object.keys(States).toSorted());
      const dangling = Object.values(States).filter(
        (state) => waysOut(state).length === 0 && !["Succeed", "Fail"].includes(state.Type) && state["End"] !== true,
      );
      expect(dangling).toEqual([]);
    }
  });

  test("fits into what a definition may be, with room to spare", () => {
    expect(JSON.stringify(definition).length).toBeLessThan(1_048_576 / 4);
  });
});

const functionArn = (name: string) => `arn:aws:lambda:eu-west-1:000000000000:function:wederhoor-${name}`;
const calledBy = (definition: Definition) =>
  new Set(statesOf(definition).flatMap(([, { Arguments }]) => Arguments?.FunctionName ?? []));

describe.each(complaints)("$name", ({ name, definition, procedure }) => {
  const waits = statesThat(definition, ({ Resource }) => Resource?.endsWith(".waitForTaskToken") === true);
  const handOvers = statesThat(definition, ({ Resource }) => Resource?.endsWith(":startExecution") === true);

  test("has one wait for every task and every round", () => {
    const steps = [...stepsThat(procedure.id, "task"), ...stepsThat(procedure.id, "round")].map(({ step }) => step);
    expect(waits.map(([state]) => state).toSorted()).toEqual(steps.map((step) => `${step}: await answer`).toSorted());
  });

  test("tells the next execution the case and the step, and nothing else", () => {
    const steps = (["task", "round", "wait"] as const).flatMap((does) => stepsThat(procedure.id, does));
    expect(new Set(handOvers.map(([, { Arguments }]) => Arguments?.["Input"]))).toEqual(
      new Set(
        steps.map(({ step }) => ({ organisation: "{% $organisation %}", caseId: "{% $caseId %}", resumeAt: step })),
      ),
    );
  });

  test("starts itself and no other machine", () => {
    expect(new Set(handOvers.map(([, { Arguments }]) => Arguments?.["StateMachineArn"]))).toEqual(
      new Set([`arn:aws:states:eu-west-1:000000000000:stateMachine:${name}:live`]),
    );
  });

  test("calls every function that machines have", () => {
    expect(calledBy(definition)).toEqual(new Set(workflowFunctions.map(functionArn)));
  });

  test("hands nothing over while several people are asked side by side", () => {
    const inner = statesOf(definition).flatMap(([, { ItemProcessor }]) => ItemProcessor ?? []);
    expect(inner.length).toBe(stepsThat(procedure.id, "round").length);
    expect(JSON.stringify(inner)).not.toContain("startExecution");
  });
});

describe.each(sideTasks)("$name", ({ definition }) => {
  test("only asks, waits and rings, and starts nothing", () => {
    expect(calledBy(definition)).toEqual(new Set(["ask", "await-answer", "ring-alarms"].map(functionArn)));
    expect(JSON.stringify(definition)).not.toContain("startExecution");
  });
});
