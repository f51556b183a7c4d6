import type { ComplaintEvent } from "../../shared/domain/events.ts";
import { type Party, roleOf } from "../../shared/domain/party.ts";
import type { Procedure } from "../../shared/domain/procedure.ts";
import { catalogue } from "../../shared/domain/tasks/catalogue.ts";
import type { TaskKindId } from "../../shared/domain/tasks/task-kind.ts";
import type { Language, Text } from "../../shared/domain/text.ts";
import { shortMoment } from "./moment-words.ts";

/** What happened, for each kind of event. */
export const eventWords = {
  ComplaintRegistered: { nl: "Klacht geregistreerd", en: "Complaint registered" },
  OwnerAssigned: { nl: "Eigenaar aangewezen", en: "Owner assigned" },
  LetterQueued: { nl: "Brief klaargezet", en: "Letter made ready" },
  LetterSent: { nl: "Brief verstuurd", en: "Letter sent" },
  LetterRefused: { nl: "Brief niet aangenomen", en: "Letter refused" },
  TaskOpened: { nl: "Taak gegeven", en: "Task given" },
  TaskAnswered: { nl: "Taak gedaan", en: "Task done" },
  TaskExpired: { nl: "Taak verlopen", en: "Task expired" },
  AlarmRang: { nl: "Alarm ging af", en: "Alarm rang" },
  MessageFiled: { nl: "Bericht toegevoegd", en: "Message filed" },
  CaseClosed: { nl: "Zaak afgesloten", en: "Case closed" },
} as const satisfies Record<ComplaintEvent["type"], Text>;

/** The one thing about an event that a reader wants to know at a glance; empty when its name says it all. */
export function eventSummary(event: ComplaintEvent, procedure: Procedure | undefined, language: Language): string {
  const who = (party: Party) => partyWords(party, procedure, language);
  switch (event.type) {
    case "ComplaintRegistered":
      return event.facts.number;
    case "OwnerAssigned":
      return who(`role:${event.facts.role}`);
    case "LetterQueued":
      return `${wordOf(letterWords, event.facts.letter, language)} → ${who(event.facts.to)}`;
    case "TaskOpened": {
      const until = language === "nl" ? "vóór" : "by";
      const { kind, role, dueAt } = event.facts;
      return `${taskTitle(kind, language)} → ${who(`role:${role}`)}, ${until} ${shortMoment(dueAt, language)}`;
    }
    case "TaskAnswered":
      return `${taskTitle(event.facts.kind, language)}: ${outcomeLabel(event.facts.kind, event.facts.outcome, language)}`;
    case "AlarmRang":
      return [wordOf(reasonWords, event.facts.reason, language), event.facts.told.map(who).join(", ")]
        .filter((part) => part !== "")
        .join(" → ");
    case "CaseClosed":
      return event.facts.outcome;
    case "LetterSent":
    case "LetterRefused":
    case "TaskExpired":
    case "MessageFiled":
      return "";
  }
}

const letterWords: ReadonlyMap<string, Text> = new Map([
  ["receipt", { nl: "ontvangstbevestiging", en: "receipt" }],
  ["task", { nl: "taak", en: "task" }],
  ["reminder", { nl: "herinnering", en: "reminder" }],
  ["overdue", { nl: "te laat", en: "overdue" }],
  ["escalation", { nl: "nog steeds niet gedaan", en: "still not done" }],
  ["taken-over", { nl: "taak overgenomen", en: "task taken over" }],
  ["case-warning", { nl: "termijn van de zaak", en: "term of the case" }],
  ["outcome", { nl: "uitkomst", en: "outcome" }],
  ["referral", { nl: "verwijzing", en: "referral" }],
  ["message-filed", { nl: "nieuw bericht in de zaak", en: "new message in the case" }],
]);

const reasonWords: ReadonlyMap<string, Text> = new Map([
  ["half-time", { nl: "halverwege de tijd", en: "half of the time is gone" }],
  ["last-working-day", { nl: "laatste werkdag", en: "last working day" }],
  ["deadline", { nl: "de tijd is om", en: "the time is up" }],
  ["chase", { nl: "nog steeds niet gedaan", en: "still not done" }],
  ["expired", { nl: "taak verlopen", en: "task expired" }],
  ["case-warning", { nl: "termijn van de zaak loopt af", en: "a term of the case is running out" }],
  ["case-deadline", { nl: "termijn van de zaak is om", en: "a term of the case is over" }],
]);

/** The code itself when nobody has put it in words here. */
function wordOf(words: ReadonlyMap<string, Text>, code: string, language: Language): string {
  return words.get(code)?.[language] ?? code;
}

function partyWords(party: Party, procedure: Procedure | undefined, language: Language): string {
  const staff = roleOf(party);
  if (staff === undefined) return { nl: "klager", en: "complainant" }[language];
  const title = procedure?.roles.find(({ id }) => id === staff.role)?.title[language] ?? staff.role;
  if (!staff.deputy) return title;
  return { nl: `plaatsvervanger van de ${title}`, en: `deputy of the ${title}` }[language];
}

function taskTitle(kind: TaskKindId, language: Language): string {
  return catalogue[kind].title[language];
}

function outcomeLabel(kind: TaskKindId, outcome: string, language: Language): string {
  return catalogue[kind].outcomes.find(({ id }) => id === outcome)?.label[language] ?? outcome;
}
