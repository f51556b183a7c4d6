import { join } from "node:path";
import { build } from "esbuild";
import { procedures } from "../procedures/all.ts";
import { boxKey } from "../shared/mail/mailboxes.ts";
import { type Core, openCore } from "./core.ts";
import { openDataFolder } from "./data-folder.ts";
import { type HttpRequest, type HttpResponse, startHttp } from "./http-server.ts";
import { createMailroom } from "./mailroom/mailroom.tsx";
import { mailroomView } from "./mailroom-view.ts";
import type { MailServer } from "./relay/mail-server.ts";
import { saving } from "./saving.ts";
import { CannotStart, type Settings } from "./settings.ts";
import { type SmtpOptions, startSmtp } from "./smtp/server.ts";
import { embeddedWeb } from "./web.ts";

export interface Edition {
  readonly http: number;
  readonly smtp: number;
  stop(): Promise<void>;
}

/**
 * The whole of Wederhoor in this process: its core with a web server and a mail server before it. What an earlier process left
 * unfinished goes on. @throws {CannotStart}
 */
export async function startEdition(settings: Settings): Promise<Edition> {
  const folder = openDataFolder(settings.data);
  const ready = Promise.withResolvers<(request: HttpRequest) => Promise<HttpResponse>>();
  const http = await listening(
    "http",
    settings.http,
    startHttp(settings.http, (request) => ready.promise.then((answer) => answer(request))),
  );
  const core = openCore({
    procedures,
    publicUrl: `http://127.0.0.1:${http.port}`,
    places: folder,
    relay: settings.relay,
  });
  const resumed = Promise.withResolvers<void>();
  const smtp = await listening("smtp", settings.smtp, startSmtp(mailInto(core, settings.smtp, resumed.promise)));
  const answer = await pagesOf(core, smtp.port, settings.relay);

  await core.resume();
  core.time.start();
  resumed.resolve();
  ready.resolve(answer);

  return {
    http: http.port,
    smtp: smtp.port,
    async stop() {
      await Promise.all([http.close(), smtp.close(), core.time.stop()]);
      await core.close();
      folder.release();
    },
  };
}

/** Takes mail for the complaints addresses once the core has resumed. */
function mailInto(core: Core, port: number, resumed: Promise<void>): SmtpOptions {
  const complaintsBoxes = new Set(procedures.map(({ house }) => boxKey(house.complaintsAddress)));
  return {
    port,
    clock: core.clock,
    isOurs: (address) => complaintsBoxes.has(boxKey(address)),
    receive: (mail) => {
      // From the first byte on: the clock must not move while a mail is being stored.
      const received = resumed.then(() => core.takeIn(mail));
      core.work.track(received, () => undefined);
      return received;
    },
    refused: (mail) => resumed.then(() => core.noteRefused(mail)),
  };
}

/** The mailroom and the pages behind links. */
async function pagesOf(
  core: Core,
  smtpPort: number,
  relay: MailServer | undefined,
): Promise<(request: HttpRequest) => Promise<HttpResponse>> {
  const { cases, archive, workflow, secrets, work } = core;
  const stylesheet = await bundledCss("../shared/pages/style.css");
  const web = embeddedWeb({ cases, archive, workflow, secrets, stylesheet }, core.context);
  const save = saving(archive, core.saveLinks);
  const mailroom = createMailroom({
    ...mailroomView({ ...core, smtpPort }),
    relay: relay?.name,
    stylesheet: await bundledCss("mailroom/style.css"),
  });
  return async (request) => {
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
    const saved = await save(request);
    if (saved !== undefined) return saved;
    const answered = web(request);
    work.track(answered, () => undefined);
    return answered;
  };
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
