import { createHandler } from "../../functions/web/handler.ts";
import { lambdaContext } from "../../local/lambdas.ts";
import { receiveMail } from "../../shared/cases/receive-mail.ts";
import type { Command } from "../../shared/domain/decide.ts";
import type { LetterKind } from "../../shared/domain/letter-kinds.ts";
import type { Party } from "../../shared/domain/party.ts";
import type { TaskKindId } from "../../shared/domain/tasks/task-kind.ts";
import { everyCase } from "../../shared/store/case-row.ts";
import { everyPending, type PendingLetter } from "../../shared/store/outbox.ts";
import { complaintMail, setup, storedMail, type World } from "../support/embedded-world.ts";
import { type Call, httpEvent, sameOrigin } from "./http-event.ts";

/** A case behind the web function, and somebody who opens its links. Its letters stay in the outbox, where their secrets are. */
export class WebVisitor {
  private constructor(
    readonly world: World,
    readonly caseId: string,
    readonly mailId: string,
  ) {}

  /** A complaint at Learnworks that came in by mail. */
  static async withCase(raw = complaintMail()): Promise<WebVisitor> {
    const world = setup();
    const mail = await storedMail(world, { raw });
    await receiveMail(mail, world.dependencies);
    const [row] = await Array.fromAsync(everyCase(world.items, "learnworks"));
    return new WebVisitor(world, row?.caseId ?? "", mail.mailId);
  }

  async visit(path: string, call: Call = {}) {
    const handler = createHandler(() => ({ ...this.world.dependencies, stylesheet: "body{}" }));
    const { statusCode, headers: given, body } = await handler(httpEvent(path, call), lambdaContext("web", "r"));
    const lower = Object.fromEntries(Object.entries(given).map(([name, value]) => [name.toLowerCase(), value]));
    return { status: statusCode, headers: lower, body };
  }

  post(path: string, form: NonNullable<Call["form"]>, headers: Record<string, string> = sameOrigin) {
    return this.visit(path, { method: "POST", form, headers });
  }

  /** What the state machine wants of the case. */
  async execute(command: Command): Promise<void> {
    const executed = await this.world.cases.execute("learnworks", this.caseId, command);
    if (!executed.ok) throw new Error(`Refused: ${JSON.stringify(executed.refusal)}`);
  }

  async open(kind: TaskKindId, about?: string): Promise<string> {
    await this.execute({ type: "OpenTask", kind, about, requestId: `${kind}:${about}:${await this.version()}` });
    return (await this.dossier()).tasks.findLast((task) => task.kind === kind)?.taskId ?? "";
  }

  /** Opens a task and answers it in the name of who got it. */
  async perform(kind: TaskKindId, posted: Readonly<Record<string, string>>, about?: string): Promise<void> {
    const taskId = await this.open(kind, about);
    const task = (await this.dossier()).tasks.find((one) => one.taskId === taskId);
    await this.execute({ type: "AnswerTask", taskId, by: task?.assignee ?? "complainant", posted });
  }

  async letters(letter: Extract<Command, { type: "SendLetters" }>["letter"]): Promise<void> {
    await this.execute({ type: "SendLetters", letter, requestId: letter });
  }

  /** Marks the queued letters of this kind as sent, after their links were looked up. */
  async sent(letter: LetterKind): Promise<void> {
    for (const { letterId } of (await this.pending()).filter((one) => one.letter === letter)) {
      await this.execute({ type: "RecordLetterSent", letterId, providerMessageId: letterId });
    }
  }

  /** The link in the newest letter of this kind to this party: `/t/<secret>` or `/s/<secret>`. */
  async link(letter: LetterKind, to: Party): Promise<string> {
    const found = (await this.pending()).findLast((one) => one.letter === letter && one.to === to);
    if (found === undefined) throw new Error(`No ${letter} to ${to} waits to be sent.`);
    return `${found.taskId === undefined ? "/s" : "/t"}/${found.secret}`;
  }

  dossier() {
    return this.world.cases.load("learnworks", this.caseId);
  }

  async version(): Promise<number> {
    return (await this.dossier()).version;
  }

  /** The types of what happened, one for each time. */
  async happened(): Promise<readonly string[]> {
    return (await this.world.cases.events("learnworks", this.caseId)).map(({ event }) => event.type);
  }

  private async pending(): Promise<readonly PendingLetter[]> {
    const all = await Array.fromAsync(everyPending(this.world.items, "learnworks", "2099-01-01T00:00:00.000Z"));
    return all
      .filter((one) => one.what === "letter")
      .toSorted((a, b) => Number(a.letterId.slice(7)) - Number(b.letterId.slice(7)));
  }
}
