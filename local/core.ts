import type { Context } from "aws-lambda";
import { RandomSecrets } from "../shared/aws/secrets.ts";
import { rawMailKey } from "../shared/cases/receive-mail.ts";
import { refuseMail } from "../shared/cases/refuse-mail.ts";
import type { Procedure } from "../shared/domain/procedure.ts";
import type { Archive, Item, Secrets, Workflow } from "../shared/ports.ts";
import { CaseStore } from "../shared/store/cases.ts";
import type { Definition } from "../workflows/asl.ts";
import { synthesise } from "../workflows/definitions.ts";
import { FileArchive } from "./adapters/archive.ts";
import { VirtualClock } from "./adapters/clock.ts";
import { SqliteItemStore } from "./adapters/item-store.ts";
import { LinkedArchive } from "./adapters/linked-archive.ts";
import { MemoryArchive } from "./adapters/memory-archive.ts";
import { nextMorning, noRounds } from "./adapters/mornings.ts";
import { MailroomPost } from "./adapters/post.ts";
import { RelayPost } from "./adapters/relay-post.ts";
import { SaveLinks } from "./adapters/save-links.ts";
import { sessionKeyIn } from "./adapters/session-key.ts";
import { EngineWorkflow } from "./adapters/workflow.ts";
import { Engine } from "./engine/engine.ts";
import { type Lambda, lambdaContext, lambdas } from "./lambdas.ts";
import { overwriting } from "./overwriting.ts";
import type { MailServer } from "./relay/mail-server.ts";
import { releaseClaims } from "./release-claims.ts";
import { sesEvent } from "./ses-event.ts";
import type { IncomingMail, RefusedMail } from "./smtp/server.ts";
import { Time } from "./time.ts";
import { Work } from "./work.ts";

/** Where the core keeps what it knows: SQLite files and a folder, made when missing. */
export interface Places {
  readonly items: string;
  readonly engine: string;
  readonly post: string;
  readonly clock: string;
  readonly archive: string;
  readonly sessionKey: string;
}

export interface CoreOptions {
  readonly procedures: readonly Procedure[];
  /** Begins every link, without a slash at its end. */
  readonly publicUrl: string;
  /** `memory` forgets everything with the process. */
  readonly places: Places | "memory";
  /** What a clock that nobody moves says, epoch ms; the time of day when left out. */
  readonly realNow?: () => number;
  /** Whether every morning is looked at what there is to learn and to erase; default true. */
  readonly dailyRounds?: boolean;
  /** The mail server that takes the letters to people; without one they go to the mailroom only. */
  readonly relay?: MailServer | undefined;
}

/** Wederhoor without a door to the world: the definitions and the handlers that are deployed, on SQLite and a clock that can be moved. */
export interface Core {
  readonly cases: CaseStore;
  readonly archive: Archive;
  /** What the links to files of the archive permit. */
  readonly saveLinks: SaveLinks;
  /** Every letter that went out, also through a relay. */
  readonly post: MailroomPost;
  readonly engine: Engine;
  readonly workflow: Workflow;
  readonly secrets: Secrets;
  readonly clock: VirtualClock;
  readonly time: Time;
  /** What is under way; the clock stands still until it is done. */
  readonly work: Work;
  readonly definitions: Readonly<Record<string, Definition>>;
  /** What the function of this name is told about its invocation. */
  readonly context: (name: string) => Context;
  /** Stores a mail and makes of it what it is. */
  takeIn(mail: IncomingMail): Promise<void>;
  /** Notes that a mail was too big to take. */
  noteRefused(mail: RefusedMail): Promise<void>;
  /** Goes on with what an earlier process left unfinished. */
  resume(): Promise<void>;
  /** Finishes what is under way and lets go of the files. */
  close(): Promise<void>;
}

/** How long a report is kept waiting for letters that are being sent, ms: less than a mail server has patience. */
const reportsWaitMs = 2_000;

/** Opens the core; nothing runs before `resume` or `takeIn`. */
export function openCore({ procedures, publicUrl, places, realNow, dailyRounds = true, relay }: CoreOptions): Core {
  const file = (name: Exclude<keyof Places, "archive" | "sessionKey">) =>
    places === "memory" ? ":memory:" : places[name];
  const readKey = places === "memory" ? undefined : () => sessionKeyIn(places.sessionKey);
  const secrets = new RandomSecrets(Date.now, readKey);
  const clock = new VirtualClock({ file: file("clock"), ...(realNow !== undefined && { realNow }) });
  const items = new SqliteItemStore(file("items"));
  const saveLinks = new SaveLinks({ publicUrl, clock, signingKey: () => secrets.sessionKey() });
  const kept = places === "memory" ? new MemoryArchive() : new FileArchive(places.archive);
  const archive = new LinkedArchive(kept, saveLinks);
  const post = new MailroomPost({ file: file("post"), clock, secrets });
  const wayOut =
    relay === undefined
      ? post
      : new RelayPost({ server: relay, mailroom: post, secrets, realNow: realNow ?? Date.now });
  const cases = new CaseStore({ items, procedures, clock, secrets });
  const work = new Work();
  const context = (name: string): Context => lambdaContext(name, secrets.id());

  const engine = new Engine({
    file: file("engine"),
    clock: { now: () => clock.epochMs() },
    invoke: (name, payload) => functionNamed(name)(payload, context(name)),
  });
  const definitions = synthesise(procedures);
  for (const [name, definition] of Object.entries(definitions)) engine.deploy(name, definition);
  const workflow = new EngineWorkflow(engine);

  const sending = new Work();
  const counted =
    (lambda: Lambda): Lambda =>
    (event, told) => {
      const running = lambda(event, told);
      sending.track(running, () => undefined);
      return running;
    };
  const all = lambdas({ cases, archive, post: wayOut, workflow, secrets, publicUrl, graceMs: 0 });
  const functions = { ...all, "send-letters": counted(all["send-letters"]), sweep: counted(all.sweep) };
  const functionNamed = (name: string): Lambda => {
    const found = Object.entries(functions).find(([one]) => name === `wederhoor-${one}`)?.[1];
    if (found === undefined) throw new Error(`There is no function ${name}.`);
    return found;
  };
  const run = (name: keyof typeof functions, event: unknown) => functions[name](event, context(name));
  playStream(items, (name, event) => work.track(run(name, event), logged(name)));

  const sweep = () => run("sweep", {}).then(() => undefined, logged("sweep"));
  const overwrite = overwriting(items);
  const round = () =>
    run("daily-round", {})
      .then(() => undefined, logged("daily-round"))
      .then(overwrite);
  const rounds = dailyRounds ? { next: (after: number) => nextMorning(after, procedures), run: round } : noRounds;
  const time = new Time({ engine, clock, work, sweep, rounds });

  return {
    ...{ cases, archive, saveLinks, post, engine, workflow, secrets, clock, time, work, definitions, context },
    async takeIn(mail) {
      // A server may report of a letter before it is noted that the letter went.
      if (mail.envelopeFrom === "") await sending.passed(reportsWaitMs);
      const mailId = secrets.id();
      await archive.put(rawMailKey(mailId), mail.raw);
      await run("receive-mail", sesEvent(mailId, mail));
    },
    async noteRefused({ envelopeFrom: from, recipients, beginning, bytes, receivedAt }) {
      const mailId = secrets.id();
      await archive.put(rawMailKey(mailId), beginning);
      await refuseMail({ mailId, receivedAt, bytes, envelope: { from, recipients } }, { cases, archive, secrets });
    },
    async resume() {
      await releaseClaims(cases);
      engine.resume();
      // The morning may have passed while nothing ran; what was done already is not done again.
      if (dailyRounds) await round();
      await sweep();
    },
    async close() {
      await time.stop();
      await work.idle();
      for (const one of [engine, items, post, clock]) one.close();
    },
  };
}

/** Plays the table's stream, filtered as `infra` filters it: what a transaction put in the outbox is done at once. */
function playStream(
  items: SqliteItemStore,
  invoke: (name: "send-letters" | "start-side-task" | "receive-mail", event: unknown) => void,
) {
  const streams = [
    { to: "send-letters", passes: isFreshLetter },
    { to: "start-side-task", passes: isToStart },
    { to: "receive-mail", passes: isSettled },
  ] as const;
  items.onCommitted((put) => {
    for (const { to, passes } of streams) {
      const Records = put.filter(passes).map(streamRecord);
      if (Records.length > 0) invoke(to, { Records });
    }
  });
}

/** Just queued, not taken by anybody. */
function isFreshLetter(item: Item): boolean {
  return ["letter", "sign-in", "digest", "trouble"].some((kind) => kind === item["kind"]) && item["attempts"] === 0;
}

function isToStart(item: Item): boolean {
  return item["kind"] === "side-task" || item["kind"] === "start";
}

function isSettled(item: Item): boolean {
  return item["kind"] === "settling";
}

const streamRecord = ({ pk, sk }: Item) => ({
  eventName: "INSERT",
  dynamodb: { Keys: { pk: { S: pk }, sk: { S: sk } } },
});

function logged(what: string): (error: unknown) => void {
  return (error) =>
    console.error(`${what}: ${error instanceof Error ? error.name : "failed"}; it is tried again later.`);
}
