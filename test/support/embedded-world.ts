import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { FileArchive } from "../../local/adapters/archive.ts";
import { SqliteItemStore } from "../../local/adapters/item-store.ts";
import { LinkedArchive } from "../../local/adapters/linked-archive.ts";
import { SaveLinks } from "../../local/adapters/save-links.ts";
import { RandomSecrets } from "../../shared/aws/secrets.ts";
import { rawMailKey, type StoredMail } from "../../shared/cases/receive-mail.ts";
import type { Envelope, Instant, Item, Post, Workflow } from "../../shared/ports.ts";
import { CaseStore } from "../../shared/store/cases.ts";
import { mondayMorning, procedures } from "./case-under-test.ts";

/** Remembers what was sent; `failing` makes it refuse for now. */
class PostDouble implements Post {
  readonly sent: Envelope[] = [];
  failing: Error | undefined;
  async send(envelope: Envelope) {
    if (this.failing !== undefined) throw this.failing;
    this.sent.push(envelope);
    const providerMessageId = `message-${this.sent.length}`;
    return { providerMessageId, messageId: `${providerMessageId}@post.example` };
  }
}

/** Remembers what the state machines were told; `failing` makes it unreachable. */
class WorkflowDouble implements Workflow {
  readonly started: { machine: string; name: string; input: unknown }[] = [];
  readonly answered: { token: string; output: unknown }[] = [];
  /** Tokens that are dead. */
  readonly gone = new Set<string>();
  failing: Error | undefined;
  async start(machine: string, name: string, input: Readonly<Record<string, string>>) {
    if (this.failing !== undefined) throw this.failing;
    if (!this.started.some((one) => one.name === name)) this.started.push({ machine, name, input });
  }
  async answer(token: string, output: Readonly<Record<string, string>>) {
    if (this.failing !== undefined) throw this.failing;
    if (this.gone.has(token)) return "gone" as const;
    this.answered.push({ token, output });
    return "delivered" as const;
  }
  async fail() {
    return "gone" as const;
  }
}

/** The stories' world: a real store and archive, doubles for the world outside, a clock that stands still. */
export function setup() {
  const secrets = new RandomSecrets();
  const clock = {
    at: mondayMorning,
    now(): Instant {
      return this.at;
    },
  };
  const items = new SqliteItemStore(":memory:");
  const publicUrl = "https://wederhoor.example";
  const saveLinks = new SaveLinks({ publicUrl, clock, signingKey: () => secrets.sessionKey() });
  const archive = new LinkedArchive(new FileArchive(mkdtempSync(join(tmpdir(), "wederhoor-archive-"))), saveLinks);
  const post = new PostDouble();
  const workflow = new WorkflowDouble();
  const cases = new CaseStore({ items, procedures: Object.values(procedures), clock, secrets });
  const put: Item[] = [];
  items.onCommitted((committed) => put.push(...committed));
  const dependencies = { cases, archive, post, workflow, secrets, publicUrl, graceMs: 0 };
  return { dependencies, cases, items, archive, saveLinks, post, workflow, clock, secrets, put };
}

export type World = ReturnType<typeof setup>;

const passed = { spam: "PASS", virus: "PASS", spf: "PASS", dkim: "PASS", dmarc: "PASS" } as const;

/** Puts a mail in the archive, as the receipt rule does before anybody looks at it. */
export async function storedMail(
  world: World,
  mail: { raw: string; to?: string; from?: string; verdicts?: Partial<StoredMail["verdicts"]> },
): Promise<StoredMail> {
  const mailId = world.secrets.id();
  await world.archive.put(rawMailKey(mailId), Buffer.from(mail.raw.replaceAll("\n", "\r\n")));
  return {
    mailId,
    envelope: {
      from: mail.from ?? "sanne.dewit@zorggroep.example",
      recipients: [mail.to ?? "klachten@learnworks.example"],
    },
    receivedAt: world.clock.now(),
    verdicts: { ...passed, ...mail.verdicts },
  };
}

export const complaintMail = (
  overrides: { from?: string; subject?: string; id?: string; extra?: string; text?: string } = {},
) => `From: ${overrides.from ?? "Sanne de Wit <sanne.dewit@zorggroep.example>"}
To: klachten@learnworks.example
Subject: ${overrides.subject ?? "Klacht over de training"}
Message-ID: <${overrides.id ?? "one@zorggroep.example"}>
${overrides.extra ?? ""}Content-Type: text/plain; charset=utf-8

${overrides.text ?? `De trainer kwam te laat. Ik ben daar niet blij mee.${overrides.id === undefined ? "" : ` (${overrides.id})`}`}
`;
