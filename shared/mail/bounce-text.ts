import { enhancedStatus, isForNow } from "./mail-status.ts";
import { bareAddress } from "./mailboxes.ts";
import type { ParsedMail } from "./parsed-mail.ts";
import type { DeliveryAction, RecipientReport } from "./recipient-report.ts";

const mostLines = 400;
const longestLine = 1_000;

/** Where the server's own words end and the mail begins that it returns. */
const RETURNED_FROM_HERE = [
  /^[-=_*\s]*(?:this is a copy of|below this line is a copy of|(?:un)?sent message|original message|returned message|header of the original|headers of the original|the headers? of|message headers? follow|oorspronkelijk(?:e)? bericht|het oorspronkelijke bericht|kopie van|hieronder staat)/iu,
  /^[ \t>|]{0,20}(?:return-path|received|message-id|mime-version)[ \t]{0,5}:/iu,
];

/** Phrases with which servers begin, in the two languages that our letters go to. A mail that is still on its way says so before it says anything else. */
const PHRASES: readonly (readonly [DeliveryAction, readonly RegExp[]])[] = [
  [
    "delayed",
    [
      /\bwarning message only\b/iu,
      /\bnot (?:yet )?been (?:able to be )?delivered (?:to .{1,80})?(?:yet|after more than)\b|\bnot yet been delivered\b/iu,
      /\bdelayed (?:mail|message|\d{1,4} hours?)\b|\bdelivery (?:is )?delayed\b|\bdelivery incomplete\b|\(delay\)/iu,
      /\bstill being retried\b|\bwill (?:be retried|retry for|keep trying|continue to (?:try|attempt))\b/iu,
      /\bnog niet (?:kunnen )?(?:worden )?(?:af)?(?:bezorgd|geleverd)\b|\bbezorging (?:is )?vertraagd\b|\bvertraagde? (?:bericht|mail|bezorging)\b/iu,
      /\bblij(?:ft|ven) (?:[\p{L}']{1,15} ){0,4}proberen\b/iu,
    ],
  ],
  [
    "failed",
    [
      /\b(?:could|can) ?not be (?:delivered|reached|sent)\b|\bcannot be delivered\b|\b(?:was|were|been)(?:n't| not) (?:able to )?(?:be )?deliver(?:ed)?\b/iu,
      /\bunable to deliver\b|\bnot delivered\b|\bundeliver(?:able|ed)\b|\bdelivery (?:has |to .{1,200}? )?fail(?:ed|ure)\b|\bfailed permanently\b/iu,
      /\bpermanent (?:fatal )?errors?\b|\bdid not reach\b|\breturn(?:ed|ing) (?:mail|message|to sender)\b|\bgiven up\b|\b(?:address|mailbox|user) (?:was )?not found\b/iu,
      /\bniet (?:kunnen )?(?:worden )?(?:af|be)?(?:bezorgd|geleverd)\b|\b(?:kon|kan|konden) (?:[\p{L}']{1,15} ){0,4}niet (?:worden )?(?:af|be)?(?:bezorgd|geleverd|bereikt|bereiken)\b/iu,
      /\bonbestelbaar\b|\bniet (?:heeft )?bereikt\b|\b(?:bezorging|aflevering|bezorgen) (?:is )?mislukt\b|\badres (?:is )?niet gevonden\b/iu,
    ],
  ],
  ["delivered", [/\bsuccessful(?:ly)? (?:mail )?deliver(?:y|ed)\b|\bsuccesvol (?:af)?(?:bezorgd|geleverd)\b/iu]],
];

/**
 * What a server tells in words, as Exim, qmail, Exchange and others do: whose address stands in a line of its own or in front of the reason, and
 * what happened. Ask this only of a mail that a server wrote.
 */
export function bouncedInText(mail: ParsedMail): readonly RecipientReport[] {
  const lines = ownLines(mail.text);
  const action = actionIn([mail.subject, ...lines].join("\n"));
  if (action === undefined) return [];
  const ours = new Set([...mail.to, ...(mail.from === undefined ? [] : [mail.from])].map(({ address }) => address));
  const told = (mail.headers.get("x-failed-recipients") ?? []).flatMap((value) => value.split(","));
  const found = addressed(lines);
  const failed = told.flatMap((value) => bareAddress(value) ?? []);
  const recipients = [...new Set([...failed, ...found.keys()])].filter((address) => !ours.has(address));
  return recipients.map((recipient) => {
    const reason = (found.get(recipient) ?? lines).join("\n");
    const status = enhancedStatus(reason);
    const permanent = action === "failed" && !isForNow(status, reason);
    return { recipient, action, permanent, ...(status !== undefined && { status }) };
  });
}

function ownLines(text: string): readonly string[] {
  const lines = text.split("\n", mostLines).map((line) => line.slice(0, longestLine));
  const end = lines.findIndex((line, at) => at > 0 && RETURNED_FROM_HERE.some((mark) => mark.test(line)));
  return end < 0 ? lines : lines.slice(0, end);
}

function actionIn(words: string): DeliveryAction | undefined {
  const oneLine = words.replace(/\s+/gu, " ");
  return PHRASES.find(([, phrases]) => phrases.some((phrase) => phrase.test(oneLine)))?.[0];
}

/** An address by itself, in brackets or quotes, or in front of what is said about it: `<a@b>:`, `a@b on 5-1-2026`, `a@b (expanded from …)`. */
const AT_THE_START =
  /^[\s>*•-]{0,20}(?:(?:to|aan|recipient|ontvanger|address|adres)\s*:\s*)?[<"'[(]?(?:mailto:)?([^\s<>"'[\]():;,]{1,64}@[^\s<>"'[\]():;,]{1,190}?)[>"'\])]{0,2}(?:\s*[:;(,…]|\.{3}|\s+(?:on|op)\s|\s*$)/iu;

/** Somewhere in a sentence, for servers that write one: "Your message to sanne@post.example couldn't be delivered". */
const IN_A_SENTENCE = /[^\s<>"'[\]():;,]{1,64}@[^\s<>"'[\]():;,]{1,190}/gu;

/** Each address with the lines that say why. */
function addressed(lines: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  let reason: string[] | undefined;
  for (const line of lines) {
    const address = bareAddress(AT_THE_START.exec(line)?.[1] ?? "");
    if (address !== undefined) {
      reason = found.get(address) ?? [];
      found.set(address, reason);
    }
    reason?.push(line);
  }
  if (found.size > 0) return found;
  const inSentences = lines.flatMap((line) => line.match(IN_A_SENTENCE) ?? []);
  const addresses = inSentences.flatMap((one) => bareAddress(one.replace(/[.!?…]+$/u, "")) ?? []);
  return new Map(addresses.slice(0, 50).map((address) => [address, [...lines]]));
}
