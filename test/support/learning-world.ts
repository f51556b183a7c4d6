import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { FileArchive } from "../../local/adapters/archive.ts";
import { SqliteItemStore } from "../../local/adapters/item-store.ts";
import { RandomSecrets } from "../../shared/aws/secrets.ts";
import { rawMailKey, type StoredMail } from "../../shared/cases/receive-mail.ts";
import type { Archive, Instant, Item, ItemStore, Write } from "../../shared/ports.ts";
import { CaseStore } from "../../shared/store/cases.ts";
import { mondayMorning, procedures } from "./case-under-test.ts";

/** The power is gone: nothing works any more from the write on at which it went. */
export class PowerCut extends Error {
  override readonly name = "PowerCut";
}

/** A store and archive in files, that can be copied, read as raw text, and cut off at any write. */
export class LearningWorld {
  readonly folder: string;
  readonly items: ItemStore;
  readonly archive: Archive;
  readonly cases: CaseStore;
  readonly secrets = new RandomSecrets();
  readonly clock = {
    at: mondayMorning,
    now(): Instant {
      return this.at;
    },
  };
  readonly sent: string[] = [];
  /** Writes so far, to table and archive. */
  writes = 0;
  /** At which write the power goes. */
  cutAt = Number.POSITIVE_INFINITY;
  readonly #store: SqliteItemStore;

  constructor(folder = mkdtempSync(join(tmpdir(), "wederhoor-learning-"))) {
    this.folder = folder;
    this.#store = new SqliteItemStore(join(folder, "items.sqlite"));
    const files = new FileArchive(join(folder, "archive"));
    const store = this.#store;
    const spend = () => this.#spend();
    this.items = {
      get: (key) => store.get(key),
      query: (query) => store.query(query),
      async transact(writes: readonly Write[]) {
        spend();
        await store.transact(writes);
      },
    };
    this.archive = {
      get: (key) => files.get(key),
      async put(key, bytes) {
        spend();
        await files.put(key, bytes);
      },
      async delete(key) {
        spend();
        await files.delete(key);
      },
      async link() {
        throw new Error("Nobody saves a file here.");
      },
    };
    const { items, clock, secrets } = this;
    this.cases = new CaseStore({ items, procedures: Object.values(procedures), clock, secrets });
  }

  get dependencies() {
    const { cases, archive, secrets, sent } = this;
    const post = {
      async send({ to }: { readonly to: readonly string[] }) {
        sent.push(...to);
        return { providerMessageId: `mail-${sent.length}`, messageId: `mail-${sent.length}@post.example` };
      },
    };
    const workflow = {
      async start() {},
      async answer() {
        return "gone" as const;
      },
      async fail() {
        return "gone" as const;
      },
    };
    return { cases, archive, secrets, post, workflow, publicUrl: "https://wederhoor.example" };
  }

  /** Puts a mail in the archive, as it is before anybody looks at it. */
  async stored(raw: string, organisation: string): Promise<StoredMail> {
    const mailId = this.secrets.id();
    await this.archive.put(rawMailKey(mailId), Buffer.from(raw.replaceAll("\n", "\r\n")));
    const verdicts = { spam: "PASS", virus: "PASS", spf: "PASS", dkim: "PASS", dmarc: "PASS" } as const;
    const from = /^From:.*?([^\s<]+@[^\s>]+)/m.exec(raw)?.[1] ?? "";
    const envelope = { from, recipients: [`klachten@${organisation}.example`] };
    return { mailId, envelope, receivedAt: this.clock.at, verdicts };
  }

  /** Every item as it is in the table. */
  raw(): readonly Item[] {
    const database = new DatabaseSync(join(this.folder, "items.sqlite"), { readOnly: true });
    try {
      return database
        .prepare("SELECT body FROM items ORDER BY pk, sk")
        .all()
        .map((row) => JSON.parse(String(row["body"])));
    } finally {
      database.close();
    }
  }

  /** Everything that is in the archive, as text. */
  archived(): readonly { readonly name: string; readonly text: string }[] {
    return readdirSync(join(this.folder, "archive"), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => ({
        name: entry.name,
        text: readFileSync(join(entry.parentPath, entry.name), "latin1"),
      }));
  }

  /** The bytes of the table's own files, with what SQLite left lying about. */
  bytesOnDisk(): string {
    const database = new DatabaseSync(join(this.folder, "items.sqlite"));
    // As the embedded edition does after each round that erased something.
    database.exec("VACUUM; PRAGMA wal_checkpoint(TRUNCATE)");
    database.close();
    const files = readdirSync(this.folder).filter((name) => name.startsWith("items.sqlite"));
    return files.map((name) => readFileSync(join(this.folder, name), "latin1")).join("");
  }

  /** The same once more, as it is now. */
  copy(): LearningWorld {
    const folder = mkdtempSync(join(tmpdir(), "wederhoor-learning-"));
    this.bytesOnDisk();
    cpSync(this.folder, folder, { recursive: true });
    const copied = new LearningWorld(folder);
    copied.clock.at = this.clock.at;
    return copied;
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }

  #spend(): void {
    this.writes += 1;
    if (this.writes >= this.cutAt) throw new PowerCut(`The power went at write ${this.writes}.`);
  }
}
