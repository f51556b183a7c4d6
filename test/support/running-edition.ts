import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createTransport, type SendMailOptions } from "nodemailer";
import { z } from "zod";

const message = z.object({
  id: z.string(),
  at: z.string(),
  from: z.string(),
  to: z.array(z.string()),
  subject: z.string(),
  text: z.string(),
  html: z.string(),
  headers: z.unknown(),
  links: z.array(z.string()),
});
export type Message = z.infer<typeof message>;

const shapes = {
  messages: z.array(message),
  clock: z.object({ now: z.string(), nextAlarm: z.string().nullish() }),
  executions: z.array(
    z.object({
      id: z.string(),
      machine: z.string(),
      caseId: z.string(),
      status: z.string(),
      states: z.array(z.string()),
    }),
  ),
  intake: z.array(
    z.object({ id: z.string(), from: z.string(), disposition: z.string(), caseId: z.string().nullish() }),
  ),
  cases: z.array(
    z.object({
      id: z.string(),
      number: z.string(),
      organisation: z.string(),
      status: z.string(),
      phase: z.string(),
      owner: z.string(),
      closedAt: z.string().nullish(),
    }),
  ),
  events: z.array(
    z.object({
      version: z.number(),
      at: z.string(),
      type: z.string(),
      facts: z.record(z.string(), z.unknown()),
    }),
  ),
};

/**
 * Wederhoor as somebody has it after `npm start`: a process of its own, reached over SMTP and HTTP only. Killing it leaves its data folder for
 * the next start.
 */
export class RunningEdition {
  readonly #data = mkdtempSync(join(tmpdir(), "wederhoor-"));
  readonly #environment: Readonly<Record<string, string>>;
  #process: ChildProcess | undefined;
  #output = "";
  http = "";
  #smtp = 0;

  /** @param environment more variables for the process. */
  constructor(environment: Readonly<Record<string, string>> = {}) {
    this.#environment = environment;
  }

  /** All that it printed since it started. */
  get output(): string {
    return this.#output;
  }

  async start(): Promise<this> {
    this.#output = "";
    const flags = [
      "--disable-warning=ExperimentalWarning",
      "--import",
      "tsx",
      "local/start.ts",
      "--http",
      "0",
      "--smtp",
      "0",
      "--data",
      this.#data,
    ];
    const child = spawn(process.execPath, flags, {
      cwd: join(import.meta.dirname, "../.."),
      env: { ...process.env, ...this.#environment },
      stdio: ["ignore", "pipe", "pipe"],
    });
    this.#process = child;
    child.stdout.on("data", (chunk) => {
      this.#output += String(chunk);
    });
    child.stderr.on("data", (chunk) => {
      this.#output += String(chunk);
    });
    const deadline = Date.now() + 40_000;
    while (!this.#output.includes("Ctrl+C")) {
      if (child.exitCode !== null || Date.now() > deadline)
        throw new Error(`Wederhoor did not start:\n${this.#output}`);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    this.http = /http:\/\/127\.0\.0\.1:\d+/.exec(this.#output)?.[0] ?? "";
    this.#smtp = Number(/127\.0\.0\.1 port (\d+)/.exec(this.#output)?.[1]);
    return this;
  }

  /** As a power cut does: no goodbye. */
  async kill(): Promise<void> {
    const child = this.#process;
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) return;
    child.kill("SIGKILL");
    await once(child, "exit");
  }

  async remove(): Promise<void> {
    await this.kill();
    rmSync(this.#data, { recursive: true, force: true });
  }

  async mail(mail: SendMailOptions): Promise<void> {
    const transport = createTransport({ host: "127.0.0.1", port: this.#smtp, ignoreTLS: true });
    try {
      await transport.sendMail(mail);
    } finally {
      transport.close();
    }
  }

  /** Those to one address, or all. */
  messages(to?: string): Promise<readonly Message[]> {
    return this.#json(`/mailroom/messages${to === undefined ? "" : `?to=${encodeURIComponent(to)}`}`, shapes.messages);
  }
  async source(id: string): Promise<string> {
    return (await fetch(`${this.http}/mailroom/messages/${id}/raw`)).text();
  }
  clock() {
    return this.#json("/mailroom/clock", shapes.clock);
  }
  advance(by: { advance: string } | { to: string }) {
    const body = JSON.stringify(by);
    return this.#json("/mailroom/clock", shapes.clock, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body,
    });
  }
  executions() {
    return this.#json("/mailroom/executions", shapes.executions);
  }
  intake() {
    return this.#json("/mailroom/intake", shapes.intake);
  }
  cases() {
    return this.#json("/mailroom/cases", shapes.cases);
  }
  events(caseId: string) {
    return this.#json(`/mailroom/cases/${caseId}`, shapes.events);
  }

  /** The newest message to somebody whose subject has these words; waits for it, as a person does. */
  async letter(to: string, about: string | RegExp): Promise<Message> {
    return this.eventually(`a letter to ${to} about ${about}`, async () =>
      (await this.messages(to)).findLast(({ subject }) =>
        typeof about === "string" ? subject.includes(about) : about.test(subject),
      ),
    );
  }

  /** Follows the link of a letter to its page. */
  async open(letter: Message): Promise<{ readonly url: string; readonly status: number; readonly html: string }> {
    const url = letter.links[0];
    if (url === undefined) throw new Error(`No link in: ${letter.subject}`);
    // After a restart the process has another port; the secret is what counts.
    const now = new URL(new URL(url).pathname, this.http).href;
    const response = await fetch(now);
    return { url: now, status: response.status, html: await response.text() };
  }

  /** Fills in the form behind a link, as a browser posts it. */
  async post(
    url: string,
    answer: Readonly<Record<string, string>>,
  ): Promise<{ readonly status: number; readonly html: string }> {
    const headers = { "content-type": "application/x-www-form-urlencoded", "sec-fetch-site": "same-origin" };
    const response = await fetch(url, { method: "POST", headers, body: new URLSearchParams(answer).toString() });
    return { status: response.status, html: await response.text() };
  }

  /** Opens the task of this letter and answers it. */
  async answer(letter: Message, answer: Readonly<Record<string, string>>): Promise<string> {
    const { url, status } = await this.open(letter);
    if (status !== 200) throw new Error(`The page of "${letter.subject}" answers ${status}.`);
    const posted = await this.post(url, answer);
    if (posted.status !== 200) {
      const wrong = [...posted.html.matchAll(/error-message"[^>]*>([^<]+)</g)].map(([, message]) => message);
      throw new Error(`The answer to "${letter.subject}" was not taken: ${posted.status}. ${wrong.join(" ")}`);
    }
    return url;
  }

  async eventually<Found>(what: string, look: () => Promise<Found | undefined | false>): Promise<Found> {
    const deadline = Date.now() + 20_000;
    for (;;) {
      const found = await look();
      if (found !== undefined && found !== false) return found;
      if (Date.now() > deadline) throw new Error(`There never was ${what}.\n${this.#output}`);
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
  }

  async #json<Schema extends z.ZodType>(
    path: string,
    schema: Schema,
    init: {
      readonly method?: string;
      readonly headers?: Readonly<Record<string, string>>;
      readonly body?: string;
    } = {},
  ): Promise<z.output<Schema>> {
    const response = await fetch(this.http + path, {
      ...init,
      headers: { accept: "application/json", ...init.headers },
    });
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
    return schema.parse(await response.json());
  }
}
