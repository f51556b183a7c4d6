import type { Instant } from "../ports.ts";
import type { Dossier } from "./dossier.ts";
import type { ComplaintEvent, EventOf } from "./events.ts";
import { ImpossibleHistory } from "./impossible-history.ts";
import type { Matter } from "./matter.ts";

/** The file that its first event makes. @throws {ImpossibleHistory} for an event with which no file begins. */
export function begun(event: ComplaintEvent, version: number, at: Instant): Dossier {
  switch (event.type) {
    case "ComplaintRegistered":
      return registered(event, version, at);
    case "MeasureAgreed": {
      const { text = "", why, shielded = [] } = event.private ?? {};
      const measure = { ...event.facts, text, ...(why !== undefined && { why }), shielded };
      return fileAbout({ kind: "measure", measure }, event.facts, version, at);
    }
    case "SignalRaised": {
      const { what, shielded = [] } = event.private ?? {};
      const signal = { ...event.facts, ...(what !== undefined && { what }), shielded };
      return fileAbout({ kind: "signal", signal }, event.facts, version, at);
    }
    case "ReviewStarted": {
      const review = { ...event.facts, shielded: event.private?.shielded ?? [] };
      return fileAbout({ kind: "review", review }, event.facts, version, at);
    }
    case "MailHeld": {
      const { from = "", subject = "", text = "", shielded = [] } = event.private ?? {};
      const mail = { ...event.facts, from, subject, text, shielded, others: [] };
      return { ...fileAbout({ kind: "mail", mail }, event.facts, version, at), phase: "intake" };
    }
    default:
      throw new ImpossibleHistory(`${event.type} before the file has begun.`);
  }
}

/** Whether a file can begin with this event. */
export function isFirst(
  event: ComplaintEvent | undefined,
): event is EventOf<"ComplaintRegistered" | "MeasureAgreed" | "SignalRaised" | "ReviewStarted" | "MailHeld"> {
  switch (event?.type) {
    case "ComplaintRegistered":
    case "MeasureAgreed":
    case "SignalRaised":
    case "ReviewStarted":
    case "MailHeld":
      return true;
    default:
      return false;
  }
}

function registered(event: EventOf<"ComplaintRegistered">, version: number, at: Instant): Dossier {
  const { channel, passedOnBy, receivedAt, mailId } = event.facts;
  return {
    ...empty(event.facts, version, at),
    matter: { kind: "complaint" },
    channel,
    passedOnBy,
    identified: passedOnBy === undefined,
    receivedAt,
    mailId,
    complainant: event.private?.complainant,
    subject: event.private?.subject ?? "",
    text: event.private?.text ?? "",
    attachments: event.private?.attachments ?? [],
    messageId: event.private?.messageId,
    report: event.private?.report,
    formUnread: event.private?.formUnread === true,
    phase: "intake",
  };
}

type Begun = Pick<EventOf<"MeasureAgreed">["facts"], "organisation" | "caseId" | "number" | "language" | "replyKey">;

/** A file without a complainant. */
function fileAbout(matter: Matter, facts: Begun, version: number, at: Instant): Dossier {
  return { ...empty(facts, version, at), matter, phase: "learning" };
}

function empty({ organisation, caseId, number, language, replyKey }: Begun, version: number, at: Instant): Dossier {
  return {
    matter: { kind: "complaint" },
    status: "open",
    version,
    organisation,
    caseId,
    number,
    channel: "email",
    passedOnBy: undefined,
    identified: true,
    receivedAt: at,
    registeredAt: at,
    language,
    replyKey,
    mailId: undefined,
    messageId: undefined,
    complainant: undefined,
    subject: "",
    text: "",
    attachments: [],
    report: undefined,
    formUnread: false,
    respondents: [],
    client: undefined,
    independent: undefined,
    owner: "complainant",
    ownerRole: "",
    phase: "intake",
    tasks: [],
    sideTasks: [],
    letters: [],
    deadAddresses: [],
    messages: [],
    rung: new Set(),
    delays: [],
    pauses: [],
    withdrawn: undefined,
    erasure: {},
    toldMeasures: [],
    reopened: undefined,
  };
}
