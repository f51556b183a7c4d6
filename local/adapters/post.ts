import type { DatabaseSync } from "node:sqlite";
import { z } from "zod";
import { refuseBadEnvelope } from "../../shared/aws/envelope-rules.ts";
import {
  type Clock,
  type Envelope,
  type Instant,
  type Post,
  type Posted,
  PostUnavailable,
  type Secrets,
} from "../../shared/ports.ts";
import { inTransaction, isPassingFault, openDatabase } from "./database.ts";
import { stamped } from "./message-stamp.ts";

const schema = `
  CREATE TABLE IF NOT EXISTS messages (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    at TEXT NOT NULL,
    sender TEXT NOT NULL,
    raw BLOB NOT NULL
  ) STRICT;
  CREATE TABLE IF NOT EXISTS recipients (
    message INTEGER NOT NULL REFERENCES messages (number),
    position INTEGER NOT NULL,
    address TEXT NOT NULL,
    mailbox TEXT NOT NULL,
    PRIMARY KEY (message, position)
  ) STRICT;
  CREATE INDEX IF NOT EXISTS mailboxes ON recipients (mailbox, message);
`;

/** One message that was sent: its envelope and the MIME source as it went out. */
export interface SentMessage {
  /** The provider's message id. */
  readonly id: string;
  readonly at: Instant;
  readonly from: string;
  readonly to: readonly string[];
  readonly raw: Uint8Array;
}

const rowSchema = z.object({
  id: z.string(),
  at: z.string(),
  sender: z.string(),
  recipients: z.string().transform((text) => z.array(z.string()).parse(JSON.parse(text))),
  raw: z.instanceof(Uint8Array),
});

const select = `
  SELECT id, at, sender, raw,
    (SELECT json_group_array(address ORDER BY position) FROM recipients WHERE message = number) AS recipients
  FROM messages
`;

/** Sends no mail: keeps every message in its own SQLite file, where the mailroom reads it. */
export class MailroomPost implements Post {
  readonly #database: DatabaseSync;
  readonly #clock: Clock;
  readonly #secrets: Pick<Secrets, "id">;

  constructor(options: { readonly file: string; readonly clock: Clock; readonly secrets: Pick<Secrets, "id"> }) {
    this.#database = openDatabase(options.file, schema);
    this.#clock = options.clock;
    this.#secrets = options.secrets;
  }

  async send(envelope: Envelope): Promise<Posted> {
    refuseBadEnvelope(envelope);
    const id = this.#secrets.id();
    const at = this.#clock.now();
    const messageId = `${id}@mailroom.example`;
    const raw = stamped(envelope.raw, { messageId: `<${messageId}>`, date: new Date(at) });
    this.#keep({ id, at, from: envelope.from, to: envelope.to, raw });
    return { providerMessageId: id, messageId };
  }

  /** Keeps a message as it went out some other way. @throws {PostUnavailable} */
  keep({ from, to, raw }: Envelope): void {
    this.#keep({ id: this.#secrets.id(), at: this.#clock.now(), from, to, raw });
  }

  /** Messages to this address, in whatever case it is written, or all; newest last. */
  list(to?: string): readonly SentMessage[] {
    const rows =
      to === undefined
        ? this.#database.prepare(`${select} ORDER BY number`).all()
        : this.#database
            .prepare(`${select} WHERE number IN (SELECT message FROM recipients WHERE mailbox = ?) ORDER BY number`)
            .all(to.toLowerCase());
    return rows.map(sentMessage);
  }

  get(id: string): SentMessage | undefined {
    const row = this.#database.prepare(`${select} WHERE id = ?`).get(id);
    return row === undefined ? undefined : sentMessage(row);
  }

  close(): void {
    this.#database.close();
  }

  #keep(message: SentMessage): void {
    try {
      inTransaction(this.#database, () => this.#insert(message));
    } catch (error) {
      if (isPassingFault(error)) throw new PostUnavailable("SQLite could not do it now.", { cause: error });
      throw error;
    }
  }

  #insert({ id, at, from, to, raw }: SentMessage): void {
    const { lastInsertRowid } = this.#database
      .prepare("INSERT INTO messages (id, at, sender, raw) VALUES (?, ?, ?, ?)")
      .run(id, at, from, raw);
    const insert = this.#database.prepare("INSERT INTO recipients VALUES (?, ?, ?, ?)");
    for (const [position, address] of to.entries())
      insert.run(lastInsertRowid, position, address, address.toLowerCase());
  }
}

function sentMessage(row: unknown): SentMessage {
  const { id, at, sender, recipients, raw } = rowSchema.parse(row);
  return { id, at, from: sender, to: recipients, raw };
}
