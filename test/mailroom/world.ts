import type { SentMessage } from "../../local/adapters/post.ts";
import type {
  CaseRow,
  ExecutionRow,
  IntakeRow,
  MachinePicture,
  MailroomDependencies,
  MailToSend,
} from "../../local/mailroom/dependencies.ts";
import { createMailroom } from "../../local/mailroom/mailroom.tsx";
import type { MailroomRequest, MailroomResponse } from "../../local/mailroom/request.ts";
import { procedures } from "../../procedures/all.ts";
import type { ComplaintEvent } from "../../shared/domain/events.ts";
import { type SealedEvent, seal } from "../../shared/domain/seal.ts";
import type { ExampleLetter } from "../../shared/letters/examples.ts";
import { composeMail } from "../../shared/mail/compose.ts";
import type { Instant } from "../../shared/ports.ts";

/** A Monday morning in winter, 10:00 in Amsterdam. */
export const mondayMorning: Instant = "2026-01-05T09:00:00.000Z";
export const nextMorning: Instant = "2026-01-06T08:00:00.000Z";

export const samira = "samira.haddad@post.example";
export const ingrid = "ingrid.bakker@learnworks.example";
export const complaints = "klachten@learnworks.example";

/** A small machine with a choice and a way back. */
export const picture: MachinePicture = {
  start: "Confirm receipt",
  nodes: [
    { id: "Confirm receipt", kind: "automatic", states: ["Confirm receipt"] },
    { id: "Assess", kind: "person", states: ["Assess", "Assess: await answer", "Assess: outcome"] },
    { id: "Establish what happened", kind: "person", states: ["Establish what happened"] },
    { id: "Write outcome", kind: "person", states: ["Write outcome"] },
    { id: "Close case", kind: "automatic", states: ["Close case"] },
    { id: "Case closed", kind: "end", states: ["Case closed"] },
  ],
  edges: [
    { from: "Confirm receipt", to: "Assess" },
    { from: "Assess", to: "Establish what happened", label: "handle" },
    { from: "Assess", to: "Write outcome", label: "solved" },
    { from: "Establish what happened", to: "Write outcome" },
    { from: "Write outcome", to: "Establish what happened", label: "rework" },
    { from: "Write outcome", to: "Close case", label: "done" },
    { from: "Close case", to: "Case closed" },
  ],
};

interface Letter {
  readonly id: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html?: string;
  readonly at?: Instant;
}

/** A letter as Wederhoor sends it. */
export async function letter({ id, to, subject, text, html, at = mondayMorning }: Letter): Promise<SentMessage> {
  const raw = await composeMail({
    from: { name: "Learnworks", address: complaints },
    to: { address: to },
    replyTo: "klachten+k7f3@learnworks.example",
    subject,
    text,
    html: html ?? `<!doctype html><html lang="nl"><head><title>x</title></head><body><p>${text}</p></body></html>`,
    date: at,
  });
  return { id, at, from: complaints, to: [to], raw };
}

export const receipt = () =>
  letter({
    id: "m1",
    to: samira,
    subject: "Wij hebben uw klacht ontvangen (LW-2026-0001)",
    text: "Beste Samira Haddad,\n\nUw klacht heeft nummer LW-2026-0001. Volg uw klacht op http://127.0.0.1:4000/s/abc123.",
    html: '<!doctype html><html lang="nl"><head><title>Ontvangst</title></head><body><p>Beste Samira Haddad,</p><p>Uw klacht heeft nummer LW-2026-0001.</p><p><a href="http://127.0.0.1:4000/s/abc123?lang=nl&amp;x=1">Volg uw klacht</a></p></body></html>',
  });

export const taskLetter = () =>
  letter({
    id: "m2",
    at: "2026-01-05T09:00:01.000Z",
    to: ingrid,
    subject: "Beoordeel de klacht LW-2026-0001",
    text: "Dag Ingrid,\n\nWil je deze klacht beoordelen? http://127.0.0.1:4000/t/secret",
  });

/** A mail as it came in over SMTP. */
export function mime(lines: readonly string[]): Uint8Array {
  return new TextEncoder().encode(lines.join("\r\n"));
}

export const complaintSource = mime([
  "From: Samira Haddad <samira.haddad@post.example>",
  "To: klachten@learnworks.example",
  "Subject: Trainer te laat",
  "Message-ID: <first@post.example>",
  "Content-Type: text/plain; charset=utf-8",
  "",
  "Goedemiddag, de trainer kwam twee keer te laat.",
]);

export const complaintRow: IntakeRow = {
  id: "i1",
  receivedAt: mondayMorning,
  from: samira,
  to: complaints,
  subject: "Trainer te laat",
  bytes: complaintSource.length,
  disposition: "case",
  caseId: "c1",
};

export const caseRow: CaseRow = {
  id: "c1",
  number: "LW-2026-0001",
  organisation: "learnworks",
  status: "open",
  phase: "intake",
  owner: "role:project-manager",
  registeredAt: mondayMorning,
};

export const executionRow: ExecutionRow = {
  id: "arn:aws:states:eu-west-1:000000000000:execution:complaint-learnworks:c1",
  machine: "complaint-learnworks",
  caseId: "c1",
  status: "RUNNING",
  states: ["Assess: await answer"],
  startedAt: mondayMorning,
};

/** A task beside the path of the same case. */
export const sideTaskRow: ExecutionRow = {
  id: "arn:aws:states:eu-west-1:000000000000:execution:side-task-learnworks:c1-side-1",
  machine: "side-task-learnworks",
  caseId: "c1",
  status: "RUNNING",
  states: ["Side task: await answer"],
  startedAt: mondayMorning,
  task: "first-response",
};

/** What every procedure's letters look like here. */
export const exampleLetters = (organisation: string, language: string): readonly ExampleLetter[] => [
  {
    kind: "receipt",
    to: "complainant",
    onPaper: false,
    rendered: {
      language: "nl",
      subject: `Receipt of ${organisation} in ${language}`,
      text: "Beste Samira,\n\nWij hebben uw klacht.",
      html: "<html><head></head><body><p>Beste Samira,</p></body></html>",
    },
  },
  {
    kind: "question",
    to: "respondent:1",
    task: "statement",
    onPaper: true,
    rendered: {
      language: "nl",
      subject: "Question",
      text: "Dag Bram,",
      html: "<html><head></head><body><p>Dag Bram,</p></body></html>",
    },
  },
];

const happened: readonly ComplaintEvent[] = [
  {
    type: "ComplaintRegistered",
    facts: {
      organisation: "learnworks",
      caseId: "c1",
      number: "LW-2026-0001",
      procedureVersion: 1,
      channel: "email",
      receivedAt: mondayMorning,
      language: "nl",
      replyKey: "k7f3",
    },
    private: {
      complainant: { name: "Samira Haddad", email: samira },
      subject: "Trainer te laat",
      text: "Goedemiddag, de trainer kwam twee keer te laat.",
      attachments: [{ name: "rooster.pdf", contentType: "application/pdf", bytes: 1200, key: "a1" }],
    },
  },
  { type: "OwnerAssigned", facts: { owner: "role:project-manager", role: "project-manager" }, private: {} },
  {
    type: "AlarmRang",
    facts: { alarmId: "a", taskId: "assess-1", dueAt: nextMorning, reason: "half-time", told: ["role:office-manager"] },
    private: {},
  },
  { type: "MessageFiled", facts: { mailId: "i2", from: "complainant" }, private: null },
];

export function sealed(events: readonly ComplaintEvent[] = happened): readonly SealedEvent[] {
  return seal(events, undefined, mondayMorning, () => "salt");
}

export interface World {
  now: Instant;
  nextAlarm: Instant | undefined;
  messages: SentMessage[];
  rows: IntakeRow[];
  sources: Map<string, Uint8Array>;
  cases: CaseRow[];
  events: Map<string, readonly SealedEvent[]>;
  executions: ExecutionRow[];
  visited: readonly string[];
  pictures: Map<string, MachinePicture>;
  refusal: string | undefined;
  stylesheet: string;
  /** The mail server through which letters leave. */
  relay?: string;
  /** What happens while the clock moves. */
  onMove: () => void;
}

export const emptyWorld = (): World => ({
  now: mondayMorning,
  nextAlarm: undefined,
  messages: [],
  rows: [],
  sources: new Map(),
  cases: [],
  events: new Map(),
  executions: [],
  visited: [],
  pictures: new Map(),
  refusal: undefined,
  stylesheet: "body{}",
  onMove: () => undefined,
});

export const busyWorld = async (): Promise<World> => ({
  ...emptyWorld(),
  nextAlarm: nextMorning,
  messages: [await receipt(), await taskLetter()],
  rows: [complaintRow],
  sources: new Map([["i1", complaintSource]]),
  cases: [caseRow],
  events: new Map([["c1", sealed()]]),
  executions: [executionRow],
  visited: ["Confirm receipt", "Assess", "Assess: await answer"],
  pictures: new Map([["complaint-learnworks", picture]]),
});

/** The mailroom on a world of doubles; `did` has what was asked to change the world, in order. */
export function setup(world: World) {
  const did: ({ readonly moved: Instant } | { readonly composed: MailToSend })[] = [];
  const dependencies: MailroomDependencies = {
    stylesheet: world.stylesheet,
    procedures,
    relay: world.relay,
    post: {
      list: (to) => world.messages.filter((one) => to === undefined || one.to.some((a) => a === to.toLowerCase())),
      get: (id) => world.messages.find((one) => one.id === id),
    },
    intake: { list: async () => world.rows, raw: async (id) => world.sources.get(id) },
    cases: { list: async () => world.cases, events: async (id) => world.events.get(id) },
    executions: {
      list: async () => world.executions,
      visited: async () => world.visited,
      picture: (machine) => world.pictures.get(machine),
    },
    exampleLetters: ({ id }, language) => exampleLetters(id, language),
    clock: {
      now: () => world.now,
      nextAlarm: async () => world.nextAlarm,
      advanceTo: async (moment) => {
        did.push({ moved: moment });
        world.now = moment;
        world.onMove();
      },
    },
    compose: async (mail) => {
      did.push({ composed: mail });
      return world.refusal === undefined ? { status: "accepted" } : { status: "refused", refusal: world.refusal };
    },
  };
  const mailroom = createMailroom(dependencies);
  const ask = async (url: string, overrides: Partial<MailroomRequest> = {}): Promise<MailroomResponse> => {
    const { pathname, searchParams } = new URL(url, "http://127.0.0.1:4000");
    const answer = await mailroom({
      method: "GET",
      path: pathname,
      query: searchParams,
      accept: "text/html",
      contentType: "",
      body: new Uint8Array(),
      sameOrigin: true,
      ...overrides,
    });
    if (answer === undefined) throw new Error(`${url} is not the mailroom's.`);
    return answer;
  };
  return {
    mailroom,
    world,
    did,
    ask,
    json: async (url: string): Promise<unknown> => JSON.parse(textOf(await ask(url, { accept: "application/json" }))),
    postJson: (url: string, value: unknown, overrides: Partial<MailroomRequest> = {}) =>
      ask(url, {
        method: "POST",
        accept: "application/json",
        contentType: "application/json",
        body: new TextEncoder().encode(JSON.stringify(value)),
        ...overrides,
      }),
    postForm: (url: string, fields: Readonly<Record<string, string>>, overrides: Partial<MailroomRequest> = {}) =>
      ask(url, {
        method: "POST",
        contentType: "application/x-www-form-urlencoded",
        body: new TextEncoder().encode(new URLSearchParams(fields).toString()),
        ...overrides,
      }),
  };
}

export function textOf({ body }: MailroomResponse): string {
  return typeof body === "string" ? body : new TextDecoder().decode(body);
}
