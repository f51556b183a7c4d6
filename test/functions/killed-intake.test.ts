import { expect, test } from "vitest";
import { sweep } from "../../functions/sweep/sweep.ts";
import { rawMailKey, receiveMail, type StoredMail } from "../../shared/cases/receive-mail.ts";
import { everyPending } from "../../shared/store/outbox.ts";
import { complaintMail, setup, type World } from "../support/embedded-world.ts";
import { complaintsOf, heldBy, intakeOf } from "../support/held-mail.ts";

class Killed extends Error {}

/** The steps at which a process can die: each call of a port, before it does anything and after it has. */
const ports = [
  ["items", ["transact", "get", "query"]],
  ["archive", ["put", "get"]],
  ["workflow", ["start"]],
  ["post", ["send"]],
] as const;

/** Lets the process die at a step: nothing that it calls after that does anything. @returns what brings up a new process. */
function dyingAt(
  world: World,
  step: number,
  after: boolean,
): { readonly revive: () => void; readonly died: () => boolean } {
  let [steps, dead] = [0, false];
  const revivals: (() => void)[] = [];
  for (const [port, names] of ports) {
    for (const name of names) {
      const target: object = world[port];
      const before: unknown = Reflect.get(target, name);
      if (typeof before !== "function") throw new Error(`${port} has no ${name}.`);
      Reflect.set(target, name, async (...given: readonly unknown[]) => {
        if (dead) throw new Killed();
        const isLast = steps === step;
        steps += 1;
        if (isLast && !after) {
          dead = true;
          throw new Killed();
        }
        const done: unknown = await Reflect.apply(before, target, given);
        if (isLast) {
          dead = true;
          throw new Killed();
        }
        return done;
      });
      revivals.push(() => Reflect.deleteProperty(target, name));
    }
  }
  return {
    revive: () => {
      for (const revive of revivals) revive();
    },
    died: () => dead,
  };
}

const withFile = `Content-Type: multipart/mixed; boundary=b

--b
Content-Type: text/plain; charset=utf-8

De trainer kwam te laat. Ik ben daar niet blij mee.
--b
Content-Type: application/pdf; name=bewijs.pdf
Content-Disposition: attachment; filename=bewijs.pdf
Content-Transfer-Encoding: base64

JVBERi0xLjQK
--b--
`;
const head =
  "From: Sanne de Wit <sanne.dewit@zorggroep.example>\nSubject: Klacht\nMessage-ID: <one@zorggroep.example>\n";

interface Kind {
  readonly raw: string;
  readonly becomes: "case" | "reply" | "doubtful" | "automatic";
  /** Whether it goes to two organisations. */
  readonly toBoth?: true;
  /** What came in before it, undisturbed. */
  readonly before?: string;
}

const reply = complaintMail({
  id: "two@zorggroep.example",
  extra: "In-Reply-To: <one@zorggroep.example>\n",
  text: "Nog iets.",
});

const kinds: readonly (readonly [string, Kind])[] = [
  ["a complaint", { raw: complaintMail(), becomes: "case" }],
  ["a complaint with a file", { raw: `${head}${withFile}`, becomes: "case" }],
  ["a complaint to two organisations", { raw: complaintMail(), becomes: "case", toBoth: true }],
  ["a complaint with a file to two organisations", { raw: `${head}${withFile}`, becomes: "case", toBoth: true }],
  ["a reply in a case", { raw: reply, becomes: "reply", before: complaintMail() }],
  ["a mail without a sender", { raw: "Subject: Hallo\n\nDe training was slecht.\n", becomes: "doubtful" }],
  ["an out-of-office", { raw: complaintMail({ extra: "Auto-Submitted: auto-replied\n" }), becomes: "automatic" }],
];

/** Stored under an id, as whoever delivers it does. */
async function deliver(world: World, raw: string, mailId: string, toBoth = false): Promise<StoredMail> {
  await world.archive.put(rawMailKey(mailId), Buffer.from(raw.replaceAll("\n", "\r\n")));
  const recipients = ["klachten@learnworks.example", ...(toBoth ? ["klachten@sterker.example"] : [])];
  const unchecked = { spam: "UNKNOWN", virus: "UNKNOWN", spf: "UNKNOWN", dkim: "UNKNOWN", dmarc: "UNKNOWN" } as const;
  return {
    mailId,
    envelope: { from: "sanne.dewit@zorggroep.example", recipients },
    receivedAt: world.clock.now(),
    verdicts: unchecked,
  };
}

/** A delivery dies at a step; the mail is delivered again by whoever heard no yes, and the sweeper comes by. */
async function killedOnce({ raw, toBoth, before }: Kind, step: number, after: boolean) {
  const world = setup();
  if (before !== undefined) await receiveMail(await deliver(world, before, "before"), world.dependencies);
  const dying = dyingAt(world, step, after);
  const take = async (mailId: string) => receiveMail(await deliver(world, raw, mailId, toBoth), world.dependencies);
  await take("first").catch((error: unknown) => {
    if (!(error instanceof Killed)) throw error;
  });
  const died = dying.died();
  dying.revive();
  await take("second");
  await sweep({}, world.dependencies);
  return { world, died };
}

test.each(kinds)(
  "%s survives the death of the process at every step of its intake",
  async (_title, kind) => {
    const { becomes, before } = kind;
    let kills = 0;
    for (const after of [false, true]) {
      for (let step = 0; ; step += 1) {
        const { world, died } = await killedOnce(kind, step, after);
        if (!died) break;
        kills += 1;
        const ends = (await intakeOf(world)).map(({ disposition }) => disposition).slice(before === undefined ? 0 : 1);
        const wanted =
          becomes === "automatic"
            ? /^automatic(,automatic)?$/
            : new RegExp(`^(${becomes}|duplicate)(,(${becomes}|duplicate))?$`);
        expect(ends.join(",")).toMatch(wanted);
        expect(ends.filter((end) => end === becomes)).toHaveLength(becomes === "automatic" ? ends.length : 1);
        const complaints = await complaintsOf(world);
        expect(complaints).toHaveLength(becomes === "case" || becomes === "reply" ? 1 : 0);
        expect(complaints.flatMap(({ messages }) => messages)).toHaveLength(becomes === "reply" ? 1 : 0);
        expect(complaints.every(({ text, complainant }) => text !== "" && complainant?.email !== undefined)).toBe(true);
        for (const { key, bytes } of complaints.flatMap(({ attachments }) => attachments))
          expect((await world.archive.get(key))?.length).toBe(bytes);
        expect(await heldBy(world)).toHaveLength(becomes === "doubtful" ? 1 : 0);
        const started = new Set(world.workflow.started.map(({ name }) => name));
        expect(started.size).toBe(becomes === "automatic" ? 0 : kind.toBoth === true ? 2 : 1);
        expect(await Array.fromAsync(everyPending(world.items, "learnworks", "2027-01-01T00:00:00.000Z"))).toEqual([]);
      }
    }
    // Each way has this many steps at least: reading, noting, deciding, storing, starting.
    expect(kills).toBeGreaterThan(becomes === "case" ? 25 : 10);
  },
  120_000,
);
