import type { ComplaintEvent, EventOf } from "../../shared/domain/events.ts";
import { type Party, party as partySchema } from "../../shared/domain/party.ts";
import type { CaseClock, Procedure } from "../../shared/domain/procedure.ts";
import { catalogue } from "../../shared/domain/tasks/catalogue.ts";
import { type TaskKindId, taskKindIds } from "../../shared/domain/tasks/task-kind.ts";
import type { Language, Text } from "../../shared/domain/text.ts";
import { letterNames } from "../../shared/letters/wording/letter-names.ts";
import { outcomeWords } from "./closing-words.ts";
import { shortMoment } from "./moment-words.ts";
import { partyWords } from "./party-words.ts";

/** What happened, for each kind of event. */
export const eventWords = {
  ComplaintRegistered: { nl: "Klacht geregistreerd", en: "Complaint registered" },
  ComplainantIdentified: { nl: "Bekend wie klaagt", en: "Complainant known" },
  RespondentNamed: { nl: "Bekend over wie het gaat", en: "Known whom it is about" },
  ClientNamed: { nl: "Bekend voor wie de training was", en: "Known whom the course was for" },
  IndependentFound: { nl: "Onafhankelijke persoon gevonden", en: "Independent person found" },
  OwnerAssigned: { nl: "Eigenaar aangewezen", en: "Owner assigned" },
  LetterQueued: { nl: "Brief klaargezet", en: "Letter made ready" },
  LetterSent: { nl: "Brief verstuurd", en: "Letter sent" },
  LetterRefused: { nl: "Brief niet aangenomen", en: "Letter refused" },
  LetterReported: { nl: "Bericht van de post", en: "Word from the post" },
  TaskOpened: { nl: "Taak gegeven", en: "Task given" },
  TaskAnswered: { nl: "Taak gedaan", en: "Task done" },
  TaskExpired: { nl: "Taak verlopen", en: "Task expired" },
  TaskCancelled: { nl: "Taak vervallen", en: "Task cancelled" },
  TaskHandedOver: { nl: "Taak overgedragen", en: "Task handed over" },
  SideTaskRequested: { nl: "Taak ernaast gevraagd", en: "Task beside the path asked for" },
  AlarmRang: { nl: "Alarm ging af", en: "Alarm rang" },
  DelayAnnounced: { nl: "Uitstel aangekondigd", en: "Delay announced" },
  ClockStopped: { nl: "Klok stilgezet", en: "Clock stopped" },
  ClockRestarted: { nl: "Klok loopt weer", en: "Clock runs again" },
  MessageFiled: { nl: "Bericht toegevoegd", en: "Message filed" },
  CaseWithdrawn: { nl: "Klacht ingetrokken", en: "Complaint withdrawn" },
  CaseClosed: { nl: "Zaak afgesloten", en: "Case closed" },
  CaseReopened: { nl: "Zaak heropend", en: "Case opened again" },
  MeasureAgreed: { nl: "Maatregel afgesproken", en: "Measure agreed" },
  SignalRaised: { nl: "Patroon gezien", en: "Pattern seen" },
  ReviewStarted: { nl: "Terugblik begonnen", en: "Review started" },
  MailHeld: { nl: "Mail wacht op een mens", en: "Mail waits for a person" },
  MailJoined: { nl: "Nog een mail wacht", en: "Another mail waits" },
  ErasureAnnounced: { nl: "Wissen aangekondigd", en: "Erasing announced" },
  ErasureHeld: { nl: "Wissen tegengehouden", en: "Erasing held" },
  HoldLifted: { nl: "Wissen mag weer", en: "Erasing no longer held" },
  PersonalDataErased: { nl: "Persoonsgegevens gewist", en: "Personal data erased" },
  ColleagueShielded: { nl: "Afgeschermd voor een collega", en: "Kept from a colleague" },
  MeasureTold: { nl: "Klager weet wat wij deden", en: "Complainant told what we did" },
} as const satisfies Record<ComplaintEvent["type"], Text>;

/** The one thing about an event that a reader wants to know at a glance; empty when its name says it all. */
export function eventSummary(event: ComplaintEvent, procedure: Procedure | undefined, language: Language): string {
  const who = (party: Party) => partyWords(party, procedure, language);
  const moment = (at: string) => shortMoment(at, language, procedure?.calendar.timeZone);
  switch (event.type) {
    case "ComplaintRegistered":
    case "MeasureAgreed":
    case "SignalRaised":
    case "ReviewStarted":
    case "MailHeld":
      return event.facts.number;
    case "ComplainantIdentified":
    case "CaseWithdrawn":
    case "CaseReopened":
    case "ClockRestarted":
    case "ErasureHeld":
    case "HoldLifted":
      return who(event.facts.by);
    case "ClientNamed":
      return who("client");
    case "RespondentNamed":
      return who(event.facts.respondent);
    case "IndependentFound":
      return foundByWords[event.facts.by][language];
    case "OwnerAssigned":
      return withReason(who(event.facts.owner), event.facts.because, language);
    case "LetterQueued": {
      const { letter, to, by } = event.facts;
      const post = by === "post" ? { nl: " (per post)", en: " (by post)" }[language] : "";
      return `${letterNames[letter][language]}${post} → ${who(to)}${aboutWhat(event.facts, language)}`;
    }
    case "TaskOpened":
      return taskGiven(event.facts, who, moment, language);
    case "TaskAnswered":
      return answered(event.facts, who, language);
    case "TaskHandedOver": {
      const { taskId, to, because } = event.facts;
      return withReason(`${titleOfTask(taskId, language)} → ${who(to)}`, because, language);
    }
    case "TaskExpired":
    case "TaskCancelled":
      return titleOfTask(event.facts.taskId, language);
    case "SideTaskRequested":
      return taskTitle(event.facts.kind, language);
    case "AlarmRang":
      return alarmWords(event.facts, who, language);
    case "DelayAnnounced":
      return {
        nl: `van ${moment(event.facts.from)} naar ${moment(event.facts.to)}`,
        en: `from ${moment(event.facts.from)} to ${moment(event.facts.to)}`,
      }[language];
    case "ClockStopped":
      return `${{ nl: "tot", en: "until" }[language]} ${moment(event.facts.until)}`;
    case "MessageFiled":
      return event.facts.by === undefined ? senderWords[event.facts.from][language] : who(event.facts.by);
    case "CaseClosed":
      return outcomeWords(event.facts.outcome, language);
    case "ErasureAnnounced":
      return moment(event.facts.eraseAt);
    case "MeasureTold":
      return event.facts.measureNumber;
    case "LetterReported":
      return reported(event.facts, language);
    case "MailJoined":
    case "LetterSent":
    case "LetterRefused":
    case "PersonalDataErased":
    case "ColleagueShielded":
      return "";
  }
}

/** The title of the task behind a task id such as `assess-2`; the id itself when it names no kind. */
export function titleOfTask(taskId: string, language: Language): string {
  const kind = taskKindIds.find((one) => one === taskId.replace(/-\d+$/u, ""));
  return kind === undefined ? taskId : taskTitle(kind, language);
}

function taskGiven(
  { kind, assignee, because, about, onBehalfOf, dueAt }: EventOf<"TaskOpened">["facts"],
  who: (party: Party) => string,
  moment: (at: string) => string,
  language: Language,
): string {
  const until = { nl: "vóór", en: "by" }[language];
  const concerned = partySchema.safeParse(about).data;
  const notes = [
    concerned === undefined || concerned === assignee || concerned === onBehalfOf ? undefined : who(concerned),
    onBehalfOf === undefined ? undefined : `${{ nl: "namens", en: "on behalf of" }[language]} ${who(onBehalfOf)}`,
  ].filter((note) => note !== undefined);
  const subject = notes.length === 0 ? "" : ` (${notes.join(", ")})`;
  const given = `${taskTitle(kind, language)}${subject} → ${who(assignee)}, ${until} ${moment(dueAt)}`;
  return withReason(given, because, language);
}

function alarmWords(
  { reason, alarmId, taskId, told }: EventOf<"AlarmRang">["facts"],
  who: (party: Party) => string,
  language: Language,
): string {
  const what = clockOf(alarmId, language) ?? titleOfTask(taskId, language);
  const heard = told.length === 0 ? "" : ` → ${told.map(who).join(", ")}`;
  return `${reasonWords[reason][language]}: ${what}${heard}`;
}

/** The term of the case that an alarm is about; `undefined` for an alarm of a task. */
function clockOf(alarmId: string | undefined, language: Language): string | undefined {
  const clock = /^case:(receipt|response|decision):/u.exec(alarmId ?? "")?.[1];
  return isClock(clock) ? clockWords[clock][language] : undefined;
}

const isClock = (id: string | undefined): id is CaseClock["id"] => id !== undefined && id in clockWords;

function withReason(said: string, because: keyof typeof becauseWords | undefined, language: Language): string {
  return because === undefined ? said : `${said} (${becauseWords[because][language]})`;
}

/** An alarm of the case rings through whichever task is open, so that task is not what its letter is about. */
function aboutWhat({ letter, taskId, alarmId }: EventOf<"LetterQueued">["facts"], language: Language): string {
  const clock = clockOf(alarmId, language);
  if (clock !== undefined) return letter === "case-warning" ? `: ${clock}` : "";
  return taskId === undefined ? "" : `: ${titleOfTask(taskId, language)}`;
}

function answered(
  { kind, outcome, by }: EventOf<"TaskAnswered">["facts"],
  who: (party: Party) => string,
  language: Language,
): string {
  const title = taskTitle(kind, language);
  return `${title}${title.endsWith("?") ? "" : ":"} ${outcomeLabel(kind, outcome, language)} (${who(by)})`;
}

function reported({ letterId, what, permanent, code }: EventOf<"LetterReported">["facts"], language: Language): string {
  const said = what === "bounced" && permanent !== true ? "returned" : what;
  return `${letterId}: ${reportWords[said][language]}${code === undefined ? "" : ` (${code})`}`;
}

const reportWords = {
  delivered: { nl: "aangekomen", en: "delivered" },
  delayed: { nl: "nog onderweg", en: "still on its way" },
  bounced: { nl: "teruggekomen", en: "came back" },
  returned: { nl: "misschien niet aangekomen", en: "perhaps not delivered" },
  complained: { nl: "als spam gemeld", en: "reported as spam" },
  rejected: { nl: "door de post geweigerd", en: "rejected by the post" },
} as const satisfies Record<EventOf<"LetterReported">["facts"]["what"] | "returned", Text>;

const foundByWords = {
  "both-sides": { nl: "door beide kanten aanvaard", en: "accepted by both sides" },
  director: { nl: "door de directie gekozen", en: "chosen by the director" },
} as const satisfies Record<EventOf<"IndependentFound">["facts"]["by"], Text>;

const becauseWords = {
  involved: { nl: "want wie het anders doet, is betrokken", en: "because who would do it is involved" },
  away: { nl: "want wie het anders doet, is er niet", en: "because who would do it is away" },
  unreachable: {
    nl: "want mail aan wie het anders doet, komt terug",
    en: "because mail to who would do it comes back",
  },
  "handed-over": { nl: "overgedragen", en: "handed over" },
} as const satisfies Record<EventOf<"TaskHandedOver">["facts"]["because"], Text>;

const senderWords = {
  complainant: { nl: "klager", en: "complainant" },
  respondent: { nl: "degene over wie het gaat", en: "person it is about" },
  staff: { nl: "collega", en: "colleague" },
  unknown: { nl: "iemand anders", en: "somebody else" },
} as const satisfies Record<EventOf<"MessageFiled">["facts"]["from"], Text>;

const clockWords = {
  receipt: { nl: "ontvangstbevestiging", en: "receipt" },
  response: { nl: "eerste reactie", en: "first response" },
  decision: { nl: "uitkomst", en: "outcome" },
} as const satisfies Record<CaseClock["id"], Text>;

const reasonWords = {
  "half-time": { nl: "halverwege de tijd", en: "half of the time is gone" },
  "last-working-day": { nl: "laatste werkdag", en: "last working day" },
  deadline: { nl: "de tijd is om", en: "the time is up" },
  chase: { nl: "nog steeds niet gedaan", en: "still not done" },
  expired: { nl: "taak verlopen", en: "task expired" },
  "case-warning": { nl: "termijn van de zaak loopt af", en: "a term of the case is running out" },
  "case-deadline": { nl: "termijn van de zaak is om", en: "a term of the case is over" },
} as const satisfies Record<EventOf<"AlarmRang">["facts"]["reason"], Text>;

function taskTitle(kind: TaskKindId, language: Language): string {
  return catalogue[kind].title[language];
}

function outcomeLabel(kind: TaskKindId, outcome: string, language: Language): string {
  return catalogue[kind].outcomes.find(({ id }) => id === outcome)?.label[language] ?? outcome;
}
