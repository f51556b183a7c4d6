import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { z } from "zod";
import { callOf, only, parkAt } from "./setup.ts";

const printed = z.object({
  status: z.string(),
  output: z.unknown().optional(),
  error: z.string().optional(),
  cause: z.string().optional(),
  events: z.array(z.looseObject({ id: z.number(), type: z.string(), timestamp: z.string() })),
});

/** Writes the files into a folder and runs the command there. */
async function asl(files: Readonly<Record<string, string>>, ...words: string[]) {
  const folder = mkdtempSync(join(tmpdir(), "asl-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  const tsx = import.meta.resolve("tsx");
  const command = new URL("../../local/asl.ts", import.meta.url).pathname;
  const child = spawn(process.execPath, ["--disable-warning=ExperimentalWarning", "--import", tsx, command, ...words], {
    cwd: folder,
  });
  let stdout = "";
  let stderr = "";
  child.stdout.on("data", (chunk) => {
    stdout += String(chunk);
  });
  child.stderr.on("data", (chunk) => {
    stderr += String(chunk);
  });
  const code = await new Promise<number | null>((resolve) => child.on("close", resolve));
  return { code, stdout, stderr };
}

const machine = (definition: object) => JSON.stringify({ QueryLanguage: "JSONata", ...definition });

test("runs a definition of many days at once and prints one object", async () => {
  const { code, stdout, stderr } = await asl(
    {
      "d.json": machine({
        StartAt: "Wait",
        States: {
          Wait: { Type: "Wait", Seconds: 864_000, Next: "Ask" },
          Ask: parkAt("ask", { TimeoutSeconds: 3600, Next: "Measure" }),
          Measure: {
            Type: "Task",
            Resource: "arn:aws:states:::states:startExecution.sync:2",
            Arguments: { StateMachineArn: "measure", Input: "{% $states.input %}" },
            Output: "{% $states.result.Output %}",
            End: true,
          },
        },
      }),
      "measure.json": machine(only(callOf("double"))),
      "f.mjs": `
        export const ask = async ({ token }, context) => {
          console.log("asked at", new Date(context.now()).toISOString());
          setTimeout(() => context.sendTaskSuccess(token, { n: 21 }), 20);
        };
        export default { double: async ({ n }) => 2 * n };`,
    },
    ...["--definition", "d.json", "--functions", "f.mjs", "--machine", "measure=measure.json"],
    ...["--now", "2026-01-05T09:00:00Z", "--input", '{"case":7}'],
  );
  expect({ code, stderr }).toEqual({ code: 0, stderr: "asked at 2026-01-15T09:00:00.000Z\n" });
  const { events, ...result } = printed.parse(JSON.parse(stdout));
  expect(result).toEqual({ status: "SUCCEEDED", output: 42 });
  expect(events[0]).toMatchObject({
    type: "ExecutionStarted",
    timestamp: "2026-01-05T09:00:00.000Z",
    executionStartedEventDetails: { input: '{"case":7}' },
  });
  expect(events.at(-1)?.timestamp).toBe("2026-01-15T09:00:00.000Z");
});

test("goes from one due time to the next when nothing happens in between", async () => {
  const wait = (next: object) => ({ Type: "Wait", Seconds: 86_400, ...next });
  const { code, stdout } = await asl(
    {
      "d.json": machine({
        StartAt: "One",
        States: {
          One: wait({ Next: "Two" }),
          Two: wait({ Next: "Try" }),
          Try: callOf("fail", {
            Next: "Three",
            Retry: [{ ErrorEquals: ["Down"] }],
            Catch: [{ ErrorEquals: ["Down"], Next: "Three" }],
          }),
          Three: wait({ Output: "there", End: true }),
        },
      }),
      "f.mjs": "export const fail = () => { throw Object.assign(new Error('x'), { name: 'Down' }); };",
    },
    ...["--definition", "d.json", "--functions", "f.mjs", "--now", "2026-01-05T09:00:00Z"],
  );
  expect(code).toBe(0);
  const { events, ...result } = printed.parse(JSON.parse(stdout));
  expect(result).toEqual({ status: "SUCCEEDED", output: "there" });
  expect(events.at(-1)?.timestamp).toBe("2026-01-08T09:00:07.000Z");
});

test("does not wait for a file of functions that keeps the process alive", async () => {
  const { code, stdout } = await asl(
    {
      "d.json": machine({
        StartAt: "Wait",
        States: { Wait: { Type: "Wait", Seconds: 864_000, Next: "Ask" }, Ask: callOf("ask", { End: true }) },
      }),
      "f.mjs": "setInterval(() => undefined, 1000); export const ask = () => 42;",
    },
    ...["--definition", "d.json", "--functions", "f.mjs"],
  );
  expect(code).toBe(0);
  expect(printed.parse(JSON.parse(stdout))).toMatchObject({ status: "SUCCEEDED", output: 42 });
});

test("lets a function that never returns meet its timeout", async () => {
  const { code, stdout } = await asl(
    {
      "d.json": machine(only(callOf("hang", { TimeoutSeconds: 86_400 }))),
      "f.mjs": "export const functions = { hang: () => new Promise(() => undefined) };",
    },
    ...["--definition", "d.json", "--functions", "f.mjs"],
  );
  expect(code).toBe(0);
  const { events, ...result } = printed.parse(JSON.parse(stdout));
  expect(result).toEqual({ status: "FAILED", error: "States.Timeout" });
  expect(events.map((event) => event.type).slice(-2)).toEqual(["TaskTimedOut", "ExecutionFailed"]);
});

test("names a function that the file does not have", async () => {
  const { code, stdout } = await asl({ "d.json": machine(only(callOf("nobody"))) }, "--definition", "d.json");
  expect(code).toBe(0);
  expect(printed.parse(JSON.parse(stdout))).toMatchObject({ error: "Lambda.ResourceNotFoundException" });
});

test("says so when an execution waits for an answer that nobody gives", async () => {
  const { code, stdout, stderr } = await asl(
    { "d.json": machine(only(parkAt("ask"))), "f.mjs": "export const ask = () => null;" },
    ...["--definition", "d.json", "--functions", "f.mjs"],
  );
  expect(code).toBe(1);
  expect(printed.parse(JSON.parse(stdout)).status).toBe("RUNNING");
  expect(stderr).toBe("asl: the execution waits in Only for an answer that nobody gives and no timeout ends\n");
});

test.each([
  { title: "no definition", words: [], says: "--definition is missing" },
  { title: "a flag that there is not", words: ["--defintion", "d.json"], says: "Unknown option '--defintion'" },
  { title: "a file that is not there", words: ["--definition", "nowhere.json"], says: "cannot read 'nowhere.json'" },
  { title: "a definition that is not JSON", words: ["--definition", "f.mjs"], says: "is not JSON" },
  {
    title: "an input that is not JSON",
    words: ["--definition", "d.json", "--input", "{"],
    says: "--input is not JSON",
  },
  {
    title: "functions that cannot be loaded",
    words: ["--definition", "d.json", "--functions", "none.mjs"],
    says: "cannot load 'none.mjs'",
  },
  {
    title: "a time that is none",
    words: ["--definition", "d.json", "--now", "monday"],
    says: "--now takes a time such as",
  },
  {
    title: "a machine without a name",
    words: ["--definition", "d.json", "--machine", "d.json"],
    says: "--machine takes NAME=FILE",
  },
  { title: "an invalid definition", words: ["--definition", "bad.json"], says: "state 'Only', field 'Resource'" },
])("ends with code 2 and one sentence on $title", async ({ words, says }) => {
  const files = {
    "d.json": machine(only({ Type: "Pass" })),
    "bad.json": machine(only({ Type: "Task" })),
    "f.mjs": "export default {};",
  };
  const { code, stdout, stderr } = await asl(files, ...words);
  expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
  expect(stderr).toContain(says);
  expect(stderr.trimEnd().split("\n")).toHaveLength(1);
});
