import { dutyLedger } from "../../shared/domain/duties/ledger.ts";
import type { ComplaintEvent } from "../../shared/domain/events.ts";
import type { Procedure } from "../../shared/domain/procedure.ts";
import type { SealedEvent } from "../../shared/domain/seal.ts";
import type { Language, Text } from "../../shared/domain/text.ts";
import { countWords, dutyStatusWords } from "../mailroom/duty-words.ts";
import { eventSummary } from "../mailroom/event-words.ts";
import { clockTime, dayWords, shortMoment } from "../mailroom/moment-words.ts";
import type { AnswerPace } from "./answering-time.ts";
import { mostMonths, type Rehearsed } from "./rehearsal.ts";

interface Told {
  readonly procedure: Procedure;
  readonly pace: AnswerPace;
  readonly language: Language;
}

/** What is told of each kind of event, in a word; others only follow from these. */
const labels = {
  ComplaintRegistered: { nl: "klacht", en: "complaint" },
  ComplainantIdentified: { nl: "klager", en: "complainant" },
  RespondentNamed: { nl: "betrokken", en: "involved" },
  ClientNamed: { nl: "betrokken", en: "involved" },
  IndependentFound: { nl: "betrokken", en: "involved" },
  OwnerAssigned: { nl: "eigenaar", en: "owner" },
  LetterQueued: { nl: "brief", en: "letter" },
  LetterSent: undefined,
  LetterRefused: { nl: "geweigerd", en: "refused" },
  LetterReported: { nl: "post", en: "post" },
  TaskOpened: { nl: "taak", en: "task" },
  TaskAnswered: { nl: "gedaan", en: "done" },
  TaskExpired: { nl: "verlopen", en: "expired" },
  TaskCancelled: { nl: "vervallen", en: "cancelled" },
  TaskHandedOver: { nl: "overgedragen", en: "handed over" },
  SideTaskRequested: undefined,
  AlarmRang: { nl: "alarm", en: "alarm" },
  DelayAnnounced: { nl: "uitstel", en: "delay" },
  ClockStopped: { nl: "klok stil", en: "clock stopped" },
  ClockRestarted: { nl: "klok loopt", en: "clock runs" },
  MessageFiled: { nl: "bericht", en: "message" },
  CaseWithdrawn: { nl: "ingetrokken", en: "withdrawn" },
  CaseClosed: { nl: "gesloten", en: "closed" },
  CaseReopened: { nl: "heropend", en: "reopened" },
  MeasureAgreed: { nl: "maatregel", en: "measure" },
  SignalRaised: { nl: "signaal", en: "signal" },
  MailHeld: { nl: "mail", en: "mail" },
  MailJoined: { nl: "mail", en: "mail" },
  ReviewStarted: { nl: "terugblik", en: "review" },
  ErasureAnnounced: { nl: "wissen", en: "erasing" },
  ErasureHeld: { nl: "wissen", en: "erasing" },
  HoldLifted: { nl: "wissen", en: "erasing" },
  PersonalDataErased: { nl: "gewist", en: "erased" },
  ColleagueShielded: { nl: "afgeschermd", en: "kept away" },
  MeasureTold: { nl: "verteld", en: "told" },
} as const satisfies Record<ComplaintEvent["type"], Text | undefined>;

const paceWords = {
  nobody: { nl: "niemand ooit antwoordt", en: "nobody ever answers" },
  slow: {
    nl: "iedereen op de laatste werkdag of een dag te laat antwoordt",
    en: "everybody answers on the last working day or a day late",
  },
  normal: { nl: "iedereen na een werkdag antwoordt", en: "everybody answers after a working day" },
} as const satisfies Record<AnswerPace, Text>;

/** The whole rehearsal as text: what happened by day, and then how each duty of the procedure stands. */
export function timeline({ events, endedAt, ending }: Rehearsed, told: Told): string {
  const { procedure, pace, language } = told;
  const intro: Text = {
    nl: `${procedure.house.name}: een voorbeeldklacht, gespeeld op een klok die vooruit springt. Zo gaat het als ${paceWords[pace].nl}.`,
    en: `${procedure.house.name}: an example complaint, played on a clock that jumps ahead. This is how it goes when ${paceWords[pace].en}.`,
  };
  return [
    intro[language],
    ...days(events, told),
    "",
    endWords(endedAt, told)[ending][language],
    "",
    ...duties(events, endedAt, told),
    "",
  ].join("\n");
}

function days(events: readonly SealedEvent[], { procedure, language }: Told): readonly string[] {
  const { timeZone } = procedure.calendar;
  const widest = Math.max(...Object.values(labels).map((label) => label?.[language].length ?? 0));
  let today = "";
  return events.flatMap(({ at, event }) => {
    const label = labels[event.type]?.[language];
    if (label === undefined) return [];
    const day = dayWords(at, language, timeZone);
    const heading = day === today ? [] : ["", day];
    today = day;
    const line = `  ${clockTime(at, language, timeZone)}  ${label.padEnd(widest)}  ${eventSummary(event, procedure, language)}`;
    return [...heading, line.trimEnd()];
  });
}

function endWords(endedAt: string, { procedure, language }: Told): Record<Rehearsed["ending"], Text> {
  const at = shortMoment(endedAt, language, procedure.calendar.timeZone);
  return {
    done: { nl: `Hier is alles klaar: ${at}.`, en: `Everything is done here: ${at}.` },
    repeats: {
      nl: `Vanaf hier herhaalt het zich: dezelfde mensen worden steeds opnieuw gevraagd. Hier stopt de repetitie: ${at}.`,
      en: `From here it repeats itself: the same people are asked again and again. The rehearsal stops here: ${at}.`,
    },
    "cut-off": {
      nl: `De zaak loopt na ${mostMonths} maanden nog. Hier stopt de repetitie: ${at}.`,
      en: `The case still goes on after ${mostMonths} months. The rehearsal stops here: ${at}.`,
    },
    stuck: {
      nl: `De zaak is vastgelopen en gaat niet vanzelf verder: ${at}.`,
      en: `The case got stuck and does not go on by itself: ${at}.`,
    },
  };
}

function duties(events: readonly SealedEvent[], now: string, { procedure, language }: Told): readonly string[] {
  const ledger = dutyLedger(events, procedure, now);
  const { timeZone } = procedure.calendar;
  const moment = (at: string | undefined) => (at === undefined ? "" : shortMoment(at, language, timeZone));
  const heading: Text = { nl: "De plichten uit de procedure", en: "The duties of the procedure" };
  const columns: readonly string[] = {
    nl: ["", "stand", "wanneer", "uiterlijk", "plicht"],
    en: ["", "status", "when", "due", "duty"],
  }[language];
  const rows = ledger.map(({ id, status, at, dueAt, text }) => [
    id,
    dutyStatusWords[status][language],
    moment(at),
    moment(dueAt),
    text[language],
  ]);
  return [`${heading[language]}: ${countWords(ledger, { language })}`, "", ...table([columns, ...rows])];
}

/** Columns as wide as what is in them; the last one runs on. */
function table(rows: readonly (readonly string[])[]): readonly string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows.map((row) =>
    `  ${row.map((cell, column) => (column === row.length - 1 ? cell : cell.padEnd(widths[column] ?? 0))).join("  ")}`.trimEnd(),
  );
}
