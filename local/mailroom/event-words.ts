import type { ComplaintEvent } from "../../shared/domain/events.ts";
import type { Text } from "../../shared/domain/text.ts";

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
