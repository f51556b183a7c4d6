import { type Field, fieldBlocks } from "./header-block.ts";
import { enhancedStatus, isForNow } from "./mail-status.ts";
import { bareAddress } from "./mailboxes.ts";
import type { MailAttachment } from "./parsed-mail.ts";
import type { DeliveryAction, RecipientReport } from "./recipient-report.ts";

const STATUS_PARTS = new Set(["message/delivery-status", "message/global-delivery-status"]);

const ACTIONS: ReadonlySet<DeliveryAction> = new Set(["failed", "delayed", "delivered", "relayed", "expanded"]);

/** What the parts for machines say (RFC 3464, RFC 6533), also from servers that put empty lines where none belong, or none where they do. */
export function deliveryStatus(attachments: readonly MailAttachment[]): {
  readonly reports: readonly RecipientReport[];
  readonly messageIds: readonly string[];
} {
  const blocks = attachments
    .filter(({ contentType }) => STATUS_PARTS.has(contentType))
    .flatMap(({ bytes }) => fieldBlocks(bytes));
  return {
    reports: recipientGroups(blocks).flatMap((group) => report(group)),
    messageIds: blocks
      .flat()
      .filter(namesOriginal)
      .flatMap(({ value }) => messageId(value)),
  };
}

/** The id that the mail went out with, as we gave it to the server (RFC 3461 4.4), or as it tells by itself. */
function namesOriginal({ name }: Field): boolean {
  return name === "original-envelope-id" || name === "x-original-message-id" || name === "original-message-id";
}

function messageId(value: string): readonly string[] {
  const id = /^<?([^<>\s]{1,250}@[^<>\s@]{1,250})>?$/u.exec(value)?.[1];
  return id === undefined ? [] : [id];
}

type Group = ReadonlyMap<string, string>;

const OPENING = new Set(["original-recipient", "final-recipient"]);

/** The fields of each recipient. */
function recipientGroups(blocks: readonly (readonly Field[])[]): readonly Group[] {
  const groups: Map<string, string>[] = [];
  for (const block of blocks) {
    let isNewBlock = true;
    for (const { name, value } of block) {
      const group = groups.at(-1);
      const isComplete = group === undefined || group.has(name) || (isNewBlock && group.has("action"));
      if (OPENING.has(name) && isComplete) groups.push(new Map([[name, value]]));
      else if (group !== undefined && !group.has(name)) group.set(name, value);
      isNewBlock = false;
    }
  }
  return groups;
}

function report(group: Group): readonly RecipientReport[] {
  const diagnostic = group.get("diagnostic-code") ?? "";
  const status = statusOf(group.get("status") ?? "", diagnostic);
  const action = actionOf(group.get("action") ?? "", status);
  if (action === undefined) return [];
  const recipient = address(group.get("final-recipient"));
  const sentTo = address(group.get("original-recipient"));
  return [
    {
      ...(recipient !== undefined && { recipient }),
      ...(sentTo !== undefined && { sentTo }),
      action,
      permanent: action === "failed" && !isForNow(status, diagnostic),
      ...(status !== undefined && { status }),
    },
  ];
}

/** `rfc822;sanne@post.example`; some leave the type out, or add angle brackets or a remark. */
function address(value: string | undefined): string | undefined {
  const bare = value?.replace(/^[a-z0-9-]{1,30}\s*;/iu, "").replace(/\s*\([^()]*\)\s*$/u, "");
  return bare === undefined ? undefined : bareAddress(bare);
}

/** Many write 5.0.0 and say in the diagnostic what it really was. */
function statusOf(field: string, diagnostic: string): string | undefined {
  const told = enhancedStatus(field);
  const meant = enhancedStatus(diagnostic);
  const isVague = told?.endsWith(".0.0") === true && meant?.[0] === told[0];
  return told === undefined || isVague ? meant : told;
}

/** Without a word for it the status tells. */
function actionOf(field: string, status: string | undefined): DeliveryAction | undefined {
  const word = /^\s*([a-z]{1,20})/iu.exec(field)?.[1]?.toLowerCase();
  const known = [...ACTIONS].find((action) => action === word);
  if (known !== undefined) return known;
  if (status === undefined) return undefined;
  return status.startsWith("5") ? "failed" : status.startsWith("4") ? "delayed" : "delivered";
}
