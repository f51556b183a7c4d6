import { replay } from "../domain/evolve.ts";
import type { Procedure } from "../domain/procedure.ts";
import { personOf } from "../domain/roles.ts";
import { readBounce } from "../mail/bounce.ts";
import { boxKey } from "../mail/mailboxes.ts";
import type { MailEnvelope, ParsedMail } from "../mail/parsed-mail.ts";
import type { RecipientReport } from "../mail/recipient-report.ts";
import type { CaseStore } from "../store/cases.ts";
import { claimOn } from "../store/claims.ts";
import { claimKey } from "../store/keys.ts";

/** What a mail server tells of a letter of ours. */
export interface ReportedByMail {
  readonly caseId: string;
  readonly letterId: string;
  /** Where the letter went; missing when nobody knows any more. */
  readonly address?: string;
  readonly report: RecipientReport;
}

/**
 * What a mail tells of letters of this organisation; `undefined` when it is no bounce at all. Who sends it proves nothing, so it counts only with
 * the id of a letter, which nobody has but its reader and the servers on the way, and only for whom that letter went to. Anything else is a
 * bounce that says nothing to us. Writes nothing.
 */
export async function receiveBounce(
  mail: ParsedMail,
  envelope: Pick<MailEnvelope, "from">,
  procedure: Procedure,
  cases: CaseStore,
): Promise<readonly ReportedByMail[] | undefined> {
  const bounce = readBounce(mail, envelope);
  if (bounce === undefined) return undefined;
  for (const id of bounce.originalMessageIds) {
    const letter = await letterOf(id, procedure, cases);
    if (letter === undefined) continue;
    const addresses = await addressesOf(letter, procedure, cases);
    const [address] = addresses;
    const went = { ...letter, ...(address !== undefined && { address }) };
    return about(addresses, bounce.reports).map((report) => ({ ...went, report }));
  }
  return [];
}

type LetterOfCase = Pick<ReportedByMail, "caseId" | "letterId">;

/** The provider's id may be the whole Message-ID, or the part before the @. What somebody else wrote has an id too, but is no letter. */
async function letterOf(messageId: string, { id }: Procedure, cases: CaseStore): Promise<LetterOfCase | undefined> {
  for (const one of [messageId, messageId.slice(0, messageId.lastIndexOf("@"))]) {
    const { caseId, letterId } = (await claimOn(cases.items, claimKey("THREAD", id, one))) ?? {};
    if (caseId !== undefined && letterId !== undefined) return { caseId, letterId };
  }
  return undefined;
}

/** Where the letter went, and where its reader can be written to now: an address may have been put right since. None once erased. */
async function addressesOf(
  { caseId, letterId }: LetterOfCase,
  procedure: Procedure,
  cases: CaseStore,
): Promise<readonly string[]> {
  const events = await cases.events(procedure.id, caseId);
  const sent = events.find(({ event }) => event.type === "LetterSent" && event.facts.letterId === letterId)?.version;
  const versions = [...(sent === undefined ? [] : [events.filter(({ version }) => version <= sent)]), events];
  return versions.flatMap((known) => {
    const dossier = replay(known);
    const to = dossier.letters.find((one) => one.letterId === letterId)?.to;
    return (to === undefined ? undefined : personOf(to, procedure, dossier)?.email) ?? [];
  });
}

/**
 * The reports about the reader: those that name one of their addresses; else those that name nobody, or somebody in the same house, for within its
 * own house a server may know them by another address. Anybody else is somebody to whom the letter was passed on.
 */
function about(addresses: readonly string[], reports: readonly RecipientReport[]): readonly RecipientReport[] {
  const told = ({ recipient, sentTo }: RecipientReport) => [sentTo, recipient].filter((one) => one !== undefined);
  const some = (report: RecipientReport, fits: (one: string, other: string) => boolean) =>
    told(report).some((one) => addresses.some((other) => fits(one, other)));
  const exactly = reports.filter((report) => some(report, (one, other) => boxKey(one) === boxKey(other)));
  if (exactly.length > 0) return exactly;
  return reports.filter((one) => told(one).length === 0 || addresses.length === 0 || some(one, isOneHouse));
}

/** `s.dewit@mx.post.example` is one house with `sanne@post.example`. */
function isOneHouse(one: string, other: string): boolean {
  const [domain = "", known = ""] = [one, other].map((address) => address.replace(/^.*@/u, "").toLowerCase());
  return domain === known || domain.endsWith(`.${known}`);
}
