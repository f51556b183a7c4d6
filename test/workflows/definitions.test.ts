import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { taskKindsOf } from "../../shared/domain/procedure.ts";
import { catalogue } from "../../shared/domain/tasks/catalogue.ts";
import { taskKindIds } from "../../shared/domain/tasks/task-kind.ts";
import { PostUnavailable, StoreUnavailable } from "../../shared/ports.ts";
import { TryAgain } from "../../shared/store/cases.ts";
import { type Definition, waysOut } from "../../workflows/asl.ts";
import { machineNameOf } from "../../workflows/machine-arn.ts";
import { workflowFunctions } from "../../workflows/path.ts";
import { machines, statesThat } from "./machines.ts";

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

describe.each(machines)("$name", ({ definition, procedure }) => {
  const tasks = statesThat(definition, ({ Type }) => Type === "Task");
  const waits = statesThat(definition, ({ Resource }) => Resource?.endsWith(".waitForTaskToken") === true);

  test("asks for every kind of task that its procedure has, and no other", () => {
    const asked = tasks.flatMap(([, { Arguments }]) => Arguments?.Payload?.["kind"] ?? []);
    expect(asked.toSorted()).toEqual([...taskKindsOf(procedure)].toSorted());
  });

  test.each(
    tasks.flatMap(([name, { Arguments }]) => {
      const kind = taskKindIds.find((id) => id === Arguments?.Payload?.["kind"]);
      return kind === undefined ? [] : [{ name, kind }];
    }),
  )("$name has a branch for every outcome, and for expiry", ({ name, kind }) => {
    const [, choice] = statesThat(definition, (_, id) => id === `${name}: outcome`)[0] ?? [];
    const branches = (choice?.Choices ?? []).map(({ Condition }) => /outcome = '([^']+)'/.exec(Condition)?.[1]);
    expect(branches.toSorted()).toEqual([...catalogue[kind].outcomes.map(({ id }) => id), "expired"].toSorted());
    expect(definition.States[choice?.Default ?? ""]).toMatchObject({ Type: "Fail", Error: "UnknownOutcome" });
  });

  test("waits for an answer with a timeout, caught, in every state that hands out a token", () => {
    expect(waits).toHaveLength(taskKindsOf(procedure).length);
    for (const [, state] of waits) {
      expect(state["TimeoutSeconds"]).toMatch(/\$toMillis\(\$states\.input\.alarmAt\) - \$millis\(\)/);
      expect(state.Catch?.map(({ ErrorEquals }) => ErrorEquals)).toEqual([["States.Timeout"]]);
      expect(JSON.stringify(state["Retry"])).not.toMatch(/States\.(ALL|Timeout)/);
    }
  });

  const ours = [new StoreUnavailable("").name, new PostUnavailable("").name, new TryAgain("").name];
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
    const allowed = ["organisation", "caseId", "taskId", "token", "kind", "requestId", "letter"];
    for (const [, { Arguments }] of tasks) {
      expect(allowed).toEqual(expect.arrayContaining(Object.keys(Arguments?.Payload ?? {})));
      expect(Object.values(Arguments?.Payload ?? {}).every((value) => typeof value === "string")).toBe(true);
    }
  });

  test("tells the next execution the case and the step, and nothing else", () => {
    const inputs = tasks.flatMap(([, { Arguments }]) => Arguments?.["Input"] ?? []);
    expect(new Set(inputs)).toEqual(
      new Set(
        waits.map(([name]) => ({
          organisation: "{% $organisation %}",
          caseId: "{% $caseId %}",
          resumeAt: name.replace(": await answer", ""),
        })),
      ),
    );
  });

  test("keeps nothing but ids, codes and dates between states", () => {
    const kept = Object.values(definition.States).flatMap((state) =>
      [state, ...(state.Choices ?? []), ...(state.Catch ?? [])].flatMap((one) =>
        [one["Output"], one["Assign"]].flatMap((fields) => Object.keys(fields ?? {})),
      ),
    );
    expect([...new Set(kept)].toSorted()).toEqual([
      "alarmAt",
      "caseId",
      "organisation",
      "outcome",
      "resumeAt",
      "status",
      "taskId",
    ]);
  });

  test("calls our functions, by invoking or with a token, starts itself anew, and does nothing else", () => {
    for (const [, state] of tasks) {
      expect(state.Resource).toMatch(/^arn:aws:states:::(lambda:invoke(\.waitForTaskToken)?|states:startExecution)$/);
    }
    const started = tasks.flatMap(([, { Arguments }]) => Arguments?.["StateMachineArn"] ?? []);
    expect(new Set(started)).toEqual(
      new Set([`arn:aws:states:eu-west-1:000000000000:stateMachine:${machineNameOf(procedure)}:live`]),
    );
    const called = new Set(tasks.flatMap(([, { Arguments }]) => Arguments?.FunctionName ?? []));
    expect([...called].toSorted()).toEqual(
      workflowFunctions.map((name) => `arn:aws:lambda:eu-west-1:000000000000:function:wederhoor-${name}`).toSorted(),
    );
  });

  test("speaks JSONata throughout", () => {
    expect(definition["QueryLanguage"]).toBe("JSONata");
    expect(JSON.stringify(definition)).not.toMatch(
      /"[A-Za-z]+\.\$"|"(InputPath|OutputPath|ResultPath|Parameters|Variable)"/,
    );
    expect(JSON.stringify(definition)).not.toMatch(/\$eval|\?:|\?\?/);
  });

  test("is made of the kinds of state that both editions run", () => {
    const kinds = new Set(Object.values(definition.States).map(({ Type }) => Type));
    expect(["Task", "Pass", "Choice", "Wait", "Parallel", "Map", "Succeed", "Fail"]).toEqual(
      expect.arrayContaining([...kinds]),
    );
  });

  test("ends within the year that an execution may live", () => {
    expect(definition["TimeoutSeconds"]).toBe(364 * 24 * 60 * 60);
  });

  test("leads every state to an end", () => {
    const reached = new Set([definition.StartAt]);
    for (const name of reached) for (const { to } of waysOut(definition.States[name] ?? { Type: "" })) reached.add(to);
    expect([...reached].toSorted()).toEqual(Object.keys(definition.States).toSorted());
    const dangling = statesThat(
      definition,
      (state) => waysOut(state).length === 0 && !["Succeed", "Fail"].includes(state.Type),
    );
    expect(dangling).toEqual([]);
  });
});
