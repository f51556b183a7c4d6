import { join } from "node:path";
import type { Context } from "aws-lambda";
import { build } from "esbuild";
import { procedures } from "../procedures/all.ts";
import { RandomSecrets } from "../shared/aws/secrets.ts";
import { rawMailKey } from "../shared/cases/receive-mail.ts";
import { boxKey } from "../shared/mail/mailboxes.ts";
import type { Item } from "../shared/ports.ts";
import { CaseStore } from "../shared/store/cases.ts";
import { synthesise } from "../workflows/definitions.ts";
import { FileArchive } from "./adapters/archive.ts";
import { VirtualClock } from "./adapters/clock.ts";
import { SqliteItemStore } from "./adapters/item-store.ts";
import { MailroomPost } from "./adapters/post.ts";
import { EngineWorkflow } from "./adapters/workflow.ts";
import { openDataFolder } from "./data-folder.ts";
import { Engine } from "./engine/engine.ts";
import { type HttpRequest, type HttpResponse, startHttp } from "./http-server.ts";
import { type Lambda, lambdaContext, lambdas } from "./lambdas.ts";
import { createMailroom } from "./mailroom/mailroom.tsx";
import { mailroomView } from "./mailroom-view.ts";
import { releaseClaims } from "./release-claims.ts";
import { sesEvent } from "./ses-event.ts";
import { CannotStart, type Settings } from "./settings.ts";
import { type IncomingMail, startSmtp } from "./smtp/server.ts";
import { Time } from "./time.ts";
import { embeddedWeb } from "./web.ts";
import { Work } from "./work.ts";

export interface Edition {
  readonly http: number;
  readonly smtp: number;
  stop(): Promise<void>;
}

/**
 * The whole of Wederhoor in this process: the definitions and the handlers that are deployed to AWS, on SQLite, files, SMTP and a clock that can
 * be moved. What an earlier process left unfinished goes on. @throws {CannotStart}
 */
export async function startEdition(settings: Settings): Promise<Edition> {
  const folder = openDataFolder(settings.data);
  const secrets = new RandomSecrets();
  const clock = new VirtualClock({ file: folder.clock });
  const items = new SqliteItemStore(folder.items);
  const archive = new FileArchive(folder.archive);
  const post = new MailroomPost({ file: folder.post, clock, secrets });
  const cases = new CaseStore({ items, procedures, clock, secrets });
  const work = new Work();
  const context = (name: string): Context => lambdaContext(name, secrets.id());

  const engine = new Engine({
    file: folder.engine,
    clock: { now: () => clock.epochMs() },
    invoke: (name, payload) => functionNamed(name)(payload, context(name)),
  });
  const definitions = synthesise(procedures);
  for (const [name, definition] of Object.entries(definitions)) engine.deploy(name, definition);

  const ready = Promise.withResolvers<void>();
  const http = await listening(
    "http",
    settings.http,
    startHttp(settings.http, (request) => ready.promise.then(() => answer(request))),
  );
  const publicUrl = `http://127.0.0.1:${http.port}`;
  const workflow = new EngineWorkflow(engine);
  const functions = lambdas({ cases, archive, post, workflow, secrets, publicUrl, graceMs: 0 });
  const functionNamed = (name: string): Lambda => {
    const found = Object.entries(functions).find(([one]) => name === `wederhoor-${one}`)?.[1];
    if (found === undefined) throw new Error(`There is no function ${name}.`);
    return found;
  };
  const run = (name: keyof typeof functions, event: unknown) => functions[name](event, context(name));

  // Plays the table's stream: what a transaction put in the outbox goes out at once.
  items.onCommitted((put) => {
    const records = put.filter(isFreshLetter).map(streamRecord);
    if (records.length > 0) work.track(run("send-letters", { Records: records }), logged("send-letters"));
  });

  const sweep = () => run("sweep", {}).then(() => undefined, logged("sweep"));
  const time = new Time({ engine, clock, work, sweep });

  const takeIn = async (mail: IncomingMail): Promise<void> => {
    const mailId = secrets.id();
    await archive.put(rawMailKey(mailId), mail.raw);
    await run("receive-mail", sesEvent(mailId, mail));
  };

  const complaintsBoxes = new Set(procedures.map(({ house }) => boxKey(house.complaintsAddress)));
  const smtp = await listening(
    "smtp",
    settings.smtp,
    startSmtp({
      port: settings.smtp,
      clock,
      isOurs: (address) => complaintsBoxes.has(boxKey(address)),
      receive: (mail) => {
        // From the first byte on: the clock must not move while a mail is being stored.
        const received = ready.promise.then(() => takeIn(mail));
        work.track(received, () => undefined);
        return received;
      },
    }),
  );

  const web = embeddedWeb({ cases, archive, workflow, stylesheet: await bundledCss("../shared/pages/style.css") }, () =>
    context("web"),
  );
  const view = mailroomView({ cases, archive, post, engine, definitions, time, clock, smtpPort: smtp.port });
  const mailroom = createMailroom({ ...view, stylesheet: await bundledCss("mailroom/style.css") });

  async function answer(request: HttpRequest): Promise<HttpResponse> {
    const { method, url, headers, body } = request;
    const site = headers["sec-fetch-site"];
    const inMailroom = await mailroom({
      method,
      path: url.pathname,
      query: url.searchParams,
      accept: headers["accept"] ?? "",
      contentType: headers["content-type"] ?? "",
      body,
      sameOrigin: site === undefined || site === "same-origin" || site === "none",
    });
    if (inMailroom !== undefined) return inMailroom;
    const answered = web(request);
    work.track(answered, () => undefined);
    return answered;
  }

  await releaseClaims(cases);
  engine.resume();
  await sweep();
  time.start();
  ready.resolve();

  return {
    http: http.port,
    smtp: smtp.port,
    async stop() {
      await Promise.all([http.close(), smtp.close(), time.stop()]);
      await work.idle();
      engine.close();
      items.close();
      post.close();
      clock.close();
      folder.release();
    },
  };
}

/** An outbox item as `infra` lets it through to send-letters: just queued, not taken by anybody. */
function isFreshLetter(item: Item): boolean {
  return (item["kind"] === "letter" || item["kind"] === "notice") && item["attempts"] === 0;
}

const streamRecord = ({ pk, sk }: Item) => ({
  eventName: "INSERT",
  dynamodb: { Keys: { pk: { S: pk }, sk: { S: sk } } },
});

function logged(what: string): (error: unknown) => void {
  return (error) =>
    console.error(`${what}: ${error instanceof Error ? error.name : "failed"}; it is tried again later.`);
}

async function bundledCss(file: string): Promise<string> {
  const entry = join(import.meta.dirname, file);
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    minify: true,
    write: false,
    logLevel: "error",
  });
  return outputFiles.map(({ text }) => text).join("");
}

/** @throws {CannotStart} when the port is taken or not allowed. */
async function listening<Server>(flag: "http" | "smtp", port: number, starting: Promise<Server>): Promise<Server> {
  try {
    return await starting;
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : undefined;
    if (code === "EADDRINUSE")
      throw new CannotStart(
        `Port ${port} is taken: stop what uses it, or choose another with --${flag} (0 picks a free one).`,
      );
    if (code === "EACCES")
      throw new CannotStart(`Port ${port} is not allowed for you: choose one above 1023 with --${flag}.`);
    throw error;
  }
}
