/**
 * What Wederhoor needs of the world outside. Each port has an AWS adapter (`shared/aws`) and an embedded one
 * (`local/adapters`), and one contract test that both pass (`test/contracts`).
 */

/** A moment in UTC, ISO 8601 with milliseconds: `2026-01-05T09:00:00.000Z`. Sorts as text. */
export type Instant = string;

/** The primary key of an item. */
export interface Key {
  readonly pk: string;
  readonly sk: string;
}

/** What an attribute may hold: JSON without `undefined`. */
export type Value = string | number | boolean | null | readonly Value[] | { readonly [name: string]: Value };

/**
 * One item of the single table. `gsi1pk`/`gsi1sk` place it in the sparse index `gsi1`; an item without them is not in it.
 * At most 400 KB, as in DynamoDB.
 */
export interface Item extends Key {
  readonly gsi1pk?: string;
  readonly gsi1sk?: string;
  readonly [attribute: string]: Value | undefined;
}

/**
 * What must be true of the item at this key for the transaction to happen: it is not there, it is there, or
 * the named attributes hold exactly these values.
 */
export type Condition = "absent" | "present" | { readonly [attribute: string]: string | number | boolean };

export type Write =
  | { readonly put: Item; readonly when?: Condition }
  | { readonly delete: Key; readonly when?: Condition }
  /**
   * Adds whole numbers to attributes, 1 to 200 of them, without reading them first: two writers at once both count. What is not there yet
   * counts as zero, the item too; other attributes stay.
   */
  | { readonly add: Key; readonly numbers: Readonly<Record<string, number>>; readonly when?: Condition }
  | { readonly check: Key; readonly when: Condition };

/** A transaction has at most this many writes. */
export const mostWrites = 100;

export interface Query {
  /** The value of `pk`, or of `gsi1pk` when `index` is `gsi1`. */
  readonly partition: string;
  /** Leave out to read the table itself. Index reads may lag behind writes by a moment. */
  readonly index?: "gsi1";
  /** Only items whose sort key (`sk` or `gsi1sk`) begins with this. */
  readonly prefix?: string;
  /** Newest (highest sort key) first. */
  readonly descending?: boolean;
  /** Items in a page, 1 to 1000; default 100. */
  readonly limit?: number;
  /** Where the page before this one ended. Opaque. */
  readonly cursor?: string;
}

export interface Page {
  readonly items: readonly Item[];
  /** Present when there may be more. */
  readonly cursor?: string;
}

/** The single table, shaped like DynamoDB. */
export interface ItemStore {
  /** Strongly consistent. */
  get(key: Key): Promise<Item | undefined>;
  /** Sorted by sort key, as UTF-8 bytes. */
  query(query: Query): Promise<Page>;
  /**
   * All writes or none; 1 to 100 writes, one per key.
   * @throws {ConditionFailed} when a condition does not hold. Nothing was written.
   * @throws {StoreUnavailable} when the store did not take it, or did not say whether it did (write again: conditions tell).
   */
  transact(writes: readonly Write[]): Promise<void>;
}

/** A condition of a transaction did not hold; `failed` has the positions of those writes. */
export class ConditionFailed extends Error {
  override readonly name = "ConditionFailed";
  constructor(readonly failed: readonly number[]) {
    super(`The condition of write ${failed.join(", ")} does not hold.`);
  }
}

/** The store is out of reach or throttled after retries. The name is its retry policy: try again later. */
export class StoreUnavailable extends Error {
  override readonly name = "StoreUnavailable";
}

/** How somebody gets a file of the archive into their own hands. */
export interface Saving {
  /** What the browser calls it; any text, what a file name cannot hold is left out. */
  readonly name: string;
  /** How long the link works, 1 to 3600. */
  readonly seconds: number;
}

/** Raw mail and attachments. Keys are opaque ids, never names. */
export interface Archive {
  /** Stores durably before it resolves. Writing the same key again replaces. */
  put(key: string, bytes: Uint8Array): Promise<void>;
  get(key: string): Promise<Uint8Array | undefined>;
  /** What is not there is deleted already. After it resolves nobody reads it any more. */
  delete(key: string): Promise<void>;
  /**
   * An address (URL) at which whoever has it saves the object, until the time is over: as an attachment, never shown in the browser. Nothing
   * when there is no such object.
   */
  link(key: string, saving: Saving): Promise<string | undefined>;
}

/** A composed MIME message with its envelope. */
export interface Envelope {
  readonly from: string;
  /** Bare addresses, each checked before; one or more. */
  readonly to: readonly string[];
  readonly raw: Uint8Array;
  /**
   * What the provider repeats when it tells what became of the message. Names and values of letters, digits, `-` and `_`, 1 to 256 of them;
   * ids only, for they stand in logs.
   */
  readonly tags?: Readonly<Record<string, string>>;
}

/** What a message is called from now on. */
export interface Posted {
  /** The provider's own id. */
  readonly providerMessageId: string;
  /** The Message-ID that its reader sees, without angle brackets: providers may replace the one in the message. */
  readonly messageId: string;
}

/** The way out for mail. It never sends a message a second time by itself. */
export interface Post {
  /**
   * @throws {PostRefused} for good: this message will never be taken.
   * @throws {PostUnavailable} for now: it was certainly not taken; try again later.
   * @throws {PostUncertain} it may have been taken: the answer got lost.
   */
  send(envelope: Envelope): Promise<Posted>;
}

export class PostRefused extends Error {
  override readonly name = "PostRefused";
}

export class PostUnavailable extends Error {
  override readonly name = "PostUnavailable";
}

/** Nobody knows whether the message went. Sending it again at once may send it twice: wait whether the provider tells of it. */
export class PostUncertain extends Error {
  override readonly name = "PostUncertain";
}

/** The state machines. Inputs and outputs carry ids and outcome codes only: execution history cannot be erased. */
export interface Workflow {
  /** Starting the same `name` on the same machine again is harmless. */
  start(machine: string, name: string, input: Readonly<Record<string, string>>): Promise<void>;
  /** Resumes the state that waits with this token. `gone` = the token is dead or unknown, which is normal. */
  answer(token: string, output: Readonly<Record<string, string>>): Promise<"delivered" | "gone">;
  fail(token: string, error: string): Promise<"delivered" | "gone">;
}

export interface Clock {
  now(): Instant;
}

/** Randomness and keys. */
export interface Secrets {
  /** 256 random bits, base64url (43 characters): the secret of a link. */
  linkSecret(): string;
  /** A fresh random id of 20 characters `[0-9a-z]`, sortable by time of making. */
  id(): string;
  /**
   * What the cookie of the desk is signed with: at least 32 bytes, the same for every process of this installation.
   * @throws when it cannot be had now; nobody is let in then.
   */
  sessionKey(): Promise<Uint8Array>;
}
