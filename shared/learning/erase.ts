import { complaintsBehind, erasureState } from "../domain/erasure.ts";
import { replay } from "../domain/evolve.ts";
import { measuresOf, signalsOf } from "../domain/register/listings-of.ts";
import type { SealedEvent } from "../domain/seal.ts";
import type { Write } from "../ports.ts";
import { type CaseStore, TryAgain } from "../store/cases.ts";
import { casePartition } from "../store/keys.ts";
import { linksInto } from "../store/links.ts";
import { everyItem } from "../store/pages.ts";
import { eraseEvent } from "../store/sealed-events.ts";
import { closedFor, filesIn, waitsForComplaint } from "./closed-files.ts";
import { eachFile } from "./each-file.ts";
import { type EraseMailDependencies, eraseLooseMail, eraseMailOf } from "./erase-mail.ts";

/** How often a file is gone through anew because something came in meanwhile. */
const attempts = 8;

/** Writes in one transaction; a batch, because many events do not fit in one. */
const batch = 25;

/** Who looked at a case, and mails that came twice. */
const besidePrefixes = ["VIEW#", "COPY#"];

/**
 * Erases the personal data of every file whose time has come: words and names of all its events, links, who looked at it, its mail and what
 * was attached. Facts stay, the totals stay, and the chain of hashes still verifies. Closed measures and signals go with the last complaint
 * behind them. Broken off at any write, the next round finishes it: only the last write says that it is done.
 * @throws {RoundIncomplete} when some could not be erased; the others were.
 */
export async function eraseDue(organisation: string, dependencies: EraseMailDependencies): Promise<void> {
  const { cases } = dependencies;
  const procedure = cases.procedure(organisation);
  const { after } = procedure.learning.retention;
  try {
    await eachFile(closedFor(after, cases.now(), organisation, cases), async (caseId) => {
      const dossier = await cases.load(organisation, caseId);
      if (erasureState(dossier, procedure, cases.now()).kind !== "due") return;
      if (await waitsForComplaint(dossier, cases)) return;
      if (dossier.matter.kind === "complaint") await eraseWhatCameOf(organisation, caseId, dependencies);
      await eraseFile(organisation, caseId, dependencies);
    });
  } finally {
    await eraseLooseMail(organisation, dependencies);
  }
}

/** Words about a complaint stand in measures and signals too. One that is still open keeps them until its own time comes. */
async function eraseWhatCameOf(
  organisation: string,
  complaintId: string,
  dependencies: EraseMailDependencies,
): Promise<void> {
  const { cases } = dependencies;
  const procedure = cases.procedure(organisation);
  for await (const caseId of filesIn([measuresOf(complaintId), signalsOf(complaintId)], organisation, cases)) {
    const dossier = await cases.load(organisation, caseId);
    const complaints = complaintsBehind(dossier);
    const state = erasureState(dossier, procedure, cases.now()).kind;
    if (state === "kept" || state === "held" || state === "erased") continue;
    if (
      await areErased(
        complaints.filter((one) => one !== complaintId),
        organisation,
        cases,
      )
    )
      await eraseFile(organisation, dossier.caseId, dependencies);
  }
}

async function areErased(complaints: readonly string[], organisation: string, cases: CaseStore): Promise<boolean> {
  for (const caseId of complaints) {
    if ((await cases.load(organisation, caseId)).erasure.erasedAt === undefined) return false;
  }
  return true;
}

/** What tells of more to erase goes before what it tells of, and the event that says it is done comes last. */
async function eraseFile(organisation: string, caseId: string, dependencies: EraseMailDependencies): Promise<void> {
  const { cases } = dependencies;
  for (let attempt = 1; attempt <= attempts; attempt += 1) {
    const events = await cases.events(organisation, caseId);
    const dossier = replay(events);
    await eraseMailOf(dossier, events.flatMap(mailsIn), dependencies);
    await eraseBeside(organisation, caseId, cases);
    const words = events.filter(({ event }) => event.private !== null);
    await inBatches(
      words.map((one) => eraseEvent(organisation, caseId, one)),
      cases,
    );
    const version = dossier.version;
    const { ok, dossier: now } = await cases.execute(organisation, caseId, { type: "RecordErasure", version });
    // Held or opened again meanwhile: what is gone is gone, the rest is theirs to decide.
    if (ok || now.version === version) return;
  }
  throw new TryAgain(`File ${caseId} kept changing.`);
}

function mailsIn({ event }: SealedEvent): readonly string[] {
  switch (event.type) {
    case "ComplaintRegistered":
    case "MessageFiled":
    case "MailHeld":
    case "MailJoined":
      return event.facts.mailId === undefined ? [] : [event.facts.mailId];
    default:
      return [];
  }
}

async function eraseBeside(organisation: string, caseId: string, cases: CaseStore): Promise<void> {
  const keys = [...(await linksInto(cases.items, organisation, caseId))];
  const partition = casePartition(organisation, caseId);
  for (const prefix of besidePrefixes) {
    for await (const { pk, sk } of everyItem(cases.items, { partition, prefix })) keys.push({ pk, sk });
  }
  await inBatches(
    keys.map((key) => ({ delete: key })),
    cases,
  );
}

async function inBatches(writes: readonly Write[], { items }: CaseStore): Promise<void> {
  for (let at = 0; at < writes.length; at += batch) await items.transact(writes.slice(at, at + batch));
}
