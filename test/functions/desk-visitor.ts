import { createHandler } from "../../functions/desk/handler.ts";
import { cookieName, newSession, sealed } from "../../functions/desk/session.ts";
import { lambdaContext } from "../../local/lambdas.ts";
import { deliverSignIn } from "../../shared/cases/deliver-sign-in.ts";
import { receiveMail } from "../../shared/cases/receive-mail.ts";
import type { Command } from "../../shared/domain/decide.ts";
import type { TaskKindId } from "../../shared/domain/tasks/task-kind.ts";
import { everyCase } from "../../shared/store/case-row.ts";
import { everyPending } from "../../shared/store/outbox.ts";
import { complaintMail, setup, storedMail, type World } from "../support/embedded-world.ts";
import { type Call, httpEvent, sameOrigin } from "./http-event.ts";

/** The desk function, and somebody with a browser that keeps its cookie. */
export class DeskVisitor {
  #cookies: readonly string[] = [];
  #email: string | undefined;

  private constructor(readonly world: World) {}

  static at(world = setup()): DeskVisitor {
    return new DeskVisitor(world);
  }

  /** Somebody else at the same desk, not signed in. */
  another(): DeskVisitor {
    return new DeskVisitor(this.world);
  }

  async visit(path: string, call: Call & { readonly cookies?: readonly string[] } = {}) {
    const handler = createHandler(() => this.world.dependencies);
    const event = { ...httpEvent(path, call), cookies: [...(call.cookies ?? this.#cookies)] };
    const response = await handler(event, lambdaContext("desk", "r"));
    const { statusCode, headers, body, cookies = [], isBase64Encoded = false } = response;
    const lower = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
    return { status: statusCode, headers: lower, body, cookies, isBase64Encoded };
  }

  post(path: string, form: NonNullable<Call["form"]>, headers: Record<string, string> = sameOrigin) {
    return this.visit(path, { method: "POST", form, headers });
  }

  /** Keeps what a response sets, as a browser does. */
  keep(cookie: string | undefined): void {
    this.#cookies = cookie === undefined ? [] : [cookie.split(";")[0] ?? ""];
  }

  /** With a cookie that the desk itself could have given. */
  async signedIn(email: string): Promise<this> {
    this.#email = email;
    const session = newSession(email, this.world.clock.now());
    this.#cookies = [`${cookieName(false)}=${sealed(session, await this.world.secrets.sessionKey())}`];
    return this;
  }

  /** A session ends while the clock is moved. */
  async signsInAgain(): Promise<void> {
    if (this.#email !== undefined) await this.signedIn(this.#email);
  }

  /** Asks for a link; the secrets of the links that wait to be mailed. */
  async asksLink(email: string): Promise<readonly string[]> {
    await this.post("/desk", { email });
    return this.secrets();
  }

  async secrets(): Promise<readonly string[]> {
    const { cases, clock, items } = this.world;
    const all = await Promise.all(
      cases.procedures.map(({ id }) => Array.fromAsync(everyPending(items, id, clock.now()))),
    );
    return all.flat().flatMap((one) => (one.what === "sign-in" ? [one.secret] : []));
  }

  /** Mails what waits to be mailed. */
  async mails(): Promise<readonly string[]> {
    const { cases, clock, items, dependencies, post } = this.world;
    for (const { id } of cases.procedures) {
      for await (const one of everyPending(items, id, clock.now())) {
        if (one.what === "sign-in") await deliverSignIn(one.organisation, one.signInId, dependencies);
      }
    }
    return post.sent.map(({ to }) => to.join());
  }

  /** A complaint at Learnworks that came in by mail. */
  async hasCase(raw = complaintMail()): Promise<string> {
    await receiveMail(await storedMail(this.world, { raw }), this.world.dependencies);
    const rows = await Array.fromAsync(everyCase(this.world.items, "learnworks"));
    return rows.at(-1)?.caseId ?? "";
  }

  /** What the state machine wants of a case. */
  async execute(caseId: string, command: Command): Promise<void> {
    const executed = await this.world.cases.execute("learnworks", caseId, command);
    if (!executed.ok) throw new Error(`Refused: ${JSON.stringify(executed.refusal)}`);
  }

  async opens(caseId: string, kind: TaskKindId, about?: string): Promise<string> {
    await this.execute(caseId, { type: "OpenTask", kind, about, requestId: `${kind}:${about}` });
    return (await this.dossier(caseId)).tasks.findLast((task) => task.kind === kind)?.taskId ?? "";
  }

  dossier(caseId: string) {
    return this.world.cases.load("learnworks", caseId);
  }
}
