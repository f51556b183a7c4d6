import { parseMail } from "../../shared/mail/parse.ts";
import type { ParsedMail } from "../../shared/mail/parsed-mail.ts";
import type { Instant } from "../../shared/ports.ts";
import type { SentMessage } from "../adapters/post.ts";
import { linksOf } from "./links.ts";

/** A message that Wederhoor sent, as `GET /mailroom/messages` gives it. */
export interface Letter {
  readonly id: string;
  readonly at: Instant;
  /** Bare address. */
  readonly from: string;
  /** Bare addresses, those of the envelope. */
  readonly to: readonly string[];
  readonly subject: string;
  readonly text: string;
  /** Empty when the message has no HTML part. */
  readonly html: string;
  /** Lower-case field names; values of a field that stands there more than once are joined by `, `. */
  readonly headers: Readonly<Record<string, string>>;
  readonly links: readonly string[];
}

/** Reads messages and remembers what it read: a sent message never changes, and lists are asked for every few seconds. */
export class LetterReader {
  readonly #read = new Map<string, Promise<Letter>>();
  readonly #names = new Map<string, Promise<string>>();
  readonly #remember = 2_000;

  letter(message: SentMessage): Promise<Letter> {
    const known = this.#read.get(message.id);
    if (known !== undefined) return known;
    if (this.#read.size >= this.#remember) this.#read.clear();
    const letter = parseMail(message.raw).then((mail) => asLetter(message, mail));
    this.#read.set(message.id, letter);
    return letter;
  }

  /** What the sender of a mail that came in calls themselves; empty when they do not say. */
  senderName(mailId: string, raw: () => Promise<Uint8Array | undefined>): Promise<string> {
    const known = this.#names.get(mailId);
    if (known !== undefined) return known;
    if (this.#names.size >= this.#remember) this.#names.clear();
    const name = raw()
      .then((bytes) => parseMail(bytes ?? new Uint8Array()))
      .then(({ from }) => from?.name ?? "");
    this.#names.set(mailId, name);
    return name;
  }

  letters(messages: readonly SentMessage[]): Promise<readonly Letter[]> {
    return Promise.all(messages.map((message) => this.letter(message)));
  }
}

function asLetter(message: SentMessage, mail: ParsedMail): Letter {
  const html = mail.html ?? "";
  return {
    id: message.id,
    at: message.at,
    from: mail.from?.address ?? message.from,
    to: message.to,
    subject: mail.subject,
    text: mail.text,
    html,
    headers: Object.fromEntries([...mail.headers].map(([name, values]) => [name, values.join(", ")])),
    links: linksOf(mail.text, html),
  };
}
