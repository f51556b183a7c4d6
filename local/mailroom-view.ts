import { createTransport } from "nodemailer";
import { z } from "zod";
import { rawMailKey } from "../shared/cases/receive-mail.ts";
import { taskKindIds } from "../shared/domain/tasks/task-kind.ts";
import { exampleLetters } from "../shared/letters/examples.ts";
import { everyCase } from "../shared/store/case-row.ts";
import type { CaseStore } from "../shared/store/cases.ts";
import { everyIntake } from "../shared/store/intake-log.ts";
import type { Definition } from "../workflows/asl.ts";
import { pictureOf } from "../workflows/picture.ts";
import type { Core } from "./core.ts";
import type { Engine } from "./engine/engine.ts";
import {
  type CaseRow,
  dispositions,
  type IntakeRow,
  type MachinePicture,
  type MailroomDependencies,
} from "./mailroom/dependencies.ts";

interface Parts extends Pick<Core, "cases" | "archive" | "post" | "engine" | "definitions" | "time" | "clock"> {
  readonly smtpPort: number;
}

/** What the mailroom shows, taken from the running edition. */
export function mailroomView({
  cases,
  archive,
  post,
  engine,
  definitions,
  time,
  clock,
  smtpPort,
}: Parts): Omit<MailroomDependencies, "stylesheet"> {
  const pictures = new Map(Object.entries(definitions).map(([name, definition]) => [name, machinePicture(definition)]));
  return {
    procedures: cases.procedures,
    post,
    intake: { list: () => intakeRows(cases), raw: (id) => archive.get(rawMailKey(id)) },
    cases: {
      list: () => caseRows(cases),
      events: async (caseId) => {
        const row = (await caseRows(cases)).find(({ id }) => id === caseId);
        return row === undefined ? undefined : cases.events(row.organisation, caseId);
      },
    },
    executions: {
      list: async () =>
        engine.executions().map(({ executionArn, machine, status, states, startDate }) => {
          const { caseId = "", kind: task } =
            started.safeParse(engine.describeExecution(executionArn).input).data ?? {};
          const startedAt = new Date(startDate).toISOString();
          return { id: executionArn, machine, caseId, status, states, startedAt, task };
        }),
      visited: async (id) => visitedStates(engine, id),
      picture: (machine) => pictures.get(machine),
    },
    exampleLetters,
    clock: {
      now: () => clock.now(),
      nextAlarm: () => time.nextAlarm(),
      advanceTo: (moment) => time.advanceTo(moment),
    },
    compose: async ({ from, to, subject, text, inReplyTo }) => {
      const transport = createTransport({ host: "127.0.0.1", port: smtpPort, secure: false, ignoreTLS: true });
      try {
        const sender = { name: from.name ?? "", address: from.address };
        await transport.sendMail({
          from: sender,
          to,
          subject,
          text,
          ...(inReplyTo !== undefined && { inReplyTo, references: inReplyTo }),
        });
        return { status: "accepted" };
      } catch (error) {
        return { status: "refused", refusal: error instanceof Error ? error.message : "The server refused it." };
      } finally {
        transport.close();
      }
    },
  };
}

async function intakeRows(cases: CaseStore): Promise<readonly IntakeRow[]> {
  const rows: IntakeRow[] = [];
  for (const { id } of cases.procedures) {
    for await (const entry of everyIntake(cases.items, id)) {
      const disposition = dispositions.find((one) => one === entry.disposition);
      // What is being looked at this very moment has no disposition yet.
      if (disposition === undefined) continue;
      const { mailId, receivedAt, from, to, subject, bytes, caseId, reason, fileId } = entry;
      rows.push({
        id: mailId,
        receivedAt,
        from,
        to: to.join(", "),
        subject,
        bytes,
        disposition,
        caseId: caseId ?? undefined,
        reason: reason ?? undefined,
        fileId,
      });
    }
  }
  return rows.sort((a, b) => a.receivedAt.localeCompare(b.receivedAt));
}

async function caseRows(cases: CaseStore): Promise<readonly CaseRow[]> {
  const rows: CaseRow[] = [];
  for (const { id } of cases.procedures) {
    for await (const { caseId, closedAt, ...row } of everyCase(cases.items, id))
      rows.push({ ...row, id: caseId, closedAt: closedAt ?? undefined });
  }
  return rows.sort((a, b) => a.registeredAt.localeCompare(b.registeredAt));
}

/** What every execution about a case is started with; `kind` for a task beside the path. */
const started = z.object({ caseId: z.string(), kind: z.enum(taskKindIds).optional() });

const entered = z.object({ stateEnteredEventDetails: z.object({ name: z.string() }) });

function visitedStates(engine: Engine, id: string): readonly string[] {
  if (!engine.executions().some(({ executionArn }) => executionArn === id)) return [];
  return engine.history(id).flatMap((event) => entered.safeParse(event).data?.stateEnteredEventDetails.name ?? []);
}

function machinePicture(definition: Definition): MachinePicture {
  const { boxes, arrows, withdrawn } = pictureOf(definition);
  return {
    start: boxes[0]?.id ?? "",
    withdrawn,
    nodes: boxes.map(({ id, kind, states }) => ({ id, kind: kind === "begin" ? "automatic" : kind, states })),
    edges: arrows.map(({ from, to, labels }) => ({
      from,
      to,
      label: labels.length === 0 ? undefined : labels.join(", "),
    })),
  };
}
