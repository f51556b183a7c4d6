import { parseMail } from "../../shared/mail/parse.ts";
import type { MailroomDependencies } from "./dependencies.ts";
import { type Draft, emptyDraft } from "./draft.ts";
import { exampleComplaints } from "./examples.ts";
import type { LetterReader } from "./letters.ts";
import { entriesOf, type MailEntry, mailboxOf } from "./mailboxes.ts";
import type { OpenMessage } from "./reading-pane.tsx";

/** Letters and mails together, newest first. */
export async function allMail(
  { post, intake }: Pick<MailroomDependencies, "post" | "intake">,
  reader: LetterReader,
): Promise<readonly MailEntry[]> {
  const mails = (await intake.list()).map(async (row) => ({
    ...row,
    fromName: await reader.senderName(row.id, () => intake.raw(row.id)),
  }));
  return entriesOf(await reader.letters(post.list()), await Promise.all(mails));
}

export interface AnswerableMessage extends OpenMessage {
  /** With angle brackets; empty when it has none. */
  readonly messageId: string;
  readonly replyTo: string;
}

/** The message that a page's address names; a mail that came in is only ever shown as text. */
export async function openMessage(
  key: string,
  { post, intake }: Pick<MailroomDependencies, "post" | "intake">,
  reader: LetterReader,
): Promise<AnswerableMessage | undefined> {
  const [, kind, id = ""] = /^(letter|mail)-(.+)$/su.exec(key) ?? [];
  if (kind === "letter") {
    const message = post.get(id);
    if (message === undefined) return undefined;
    const letter = await reader.letter(message);
    const where = `/mailroom/messages/${encodeURIComponent(id)}`;
    const { at, from, subject, text, headers } = letter;
    return {
      ...{ key, at, from, subject, text, attachments: [] },
      to: letter.to.join(", "),
      source: `${where}/raw`,
      ...(letter.html !== "" && { frame: `${where}/letter` }),
      messageId: headers["message-id"] ?? "",
      replyTo: bareAddress(headers["reply-to"]) ?? from,
    };
  }
  const row = kind === "mail" ? (await intake.list()).find((one) => one.id === id) : undefined;
  if (row === undefined) return undefined;
  const mail = await parseMail((await intake.raw(id)) ?? new Uint8Array());
  const { from, to, subject, caseId } = row;
  return {
    ...{ key, at: row.receivedAt, to, subject, caseId, text: mail.text },
    attachments: mail.attachments.map(({ fileName, bytes }) => ({ fileName, bytes: bytes.length })),
    from: mail.from?.name === undefined ? from : `${mail.from.name} <${from}>`,
    source: `/mailroom/intake/${encodeURIComponent(id)}/raw`,
    messageId: mail.messageId === undefined ? "" : `<${mail.messageId}>`,
    replyTo: from,
  };
}

/** What the compose form begins with: an example, an answer to a message, or nothing. */
export async function draftFor(
  query: URLSearchParams,
  dependencies: MailroomDependencies,
  reader: LetterReader,
): Promise<Draft> {
  const example = exampleComplaints.find(({ id }) => id === query.get("example"));
  if (example !== undefined) {
    const house = dependencies.procedures.find(({ id }) => id === example.organisation)?.house;
    const { name, address, subject, text } = example;
    return { ...emptyDraft, fromName: name, fromAddress: address, to: house?.complaintsAddress ?? "", subject, text };
  }
  const box = query.get("box") ?? "";
  const message = await openMessage(query.get("reply") ?? "", dependencies, reader);
  if (message === undefined) return { ...emptyDraft, fromAddress: box };
  // Somebody answers what is in their own mailbox; a person reading all mail answers for whoever got it.
  const outside = !dependencies.procedures.some(
    ({ house }) => mailboxOf(message.to, dependencies.procedures) === house.complaintsAddress,
  );
  return {
    ...emptyDraft,
    fromAddress: outside ? message.to : box,
    to: message.replyTo,
    subject: /^(re|antw):/iu.test(message.subject) ? message.subject : `Re: ${message.subject}`,
    inReplyTo: message.messageId,
    text: `\n\n${message.text
      .split("\n")
      .map((line) => `> ${line}`)
      .join("\n")}`,
  };
}

function bareAddress(field: string | undefined): string | undefined {
  return /<([^<>\s]+)>/u.exec(field ?? "")?.[1] ?? /\S+@\S+/u.exec(field ?? "")?.[0];
}
