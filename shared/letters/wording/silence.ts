import { type Alarm, alarmsOf } from "../../domain/alarms.ts";
import type { Dossier, OpenTask } from "../../domain/dossier.ts";
import { isStaff } from "../../domain/party.ts";
import type { Procedure } from "../../domain/procedure.ts";
import { isSamePerson } from "../../domain/roles.ts";
import { catalogue, endingOf } from "../../domain/tasks/catalogue.ts";
import type { Language } from "../../domain/text.ts";
import type { Instant } from "../../ports.ts";
import { nextInLine } from "./next-in-line.ts";
import { nameAndTitle, together } from "./people.ts";
import { speaking } from "./say.ts";

/** One thing that happens to a task by itself. */
export interface Consequence {
  readonly reason: Alarm["reason"];
  readonly at: Instant;
  readonly what: string;
}

/** What happens, and when, if nobody answers the task: what is still to ring of its own alarms. Addressed to its assignee. */
export function ifNobodyAnswers(
  task: OpenTask,
  dossier: Dossier,
  procedure: Procedure,
  language: Language,
): readonly Consequence[] {
  return alarmsOf(task, dossier, procedure)
    .filter(({ alarmId }) => alarmId.startsWith(`${task.taskId}:`) && !dossier.rung.has(alarmId))
    .map((alarm) => ({
      reason: alarm.reason,
      at: alarm.at,
      what: consequence(alarm, task, dossier, procedure, language),
    }));
}

function consequence(alarm: Alarm, task: OpenTask, dossier: Dossier, procedure: Procedure, language: Language): string {
  const say = speaking(language);
  const others = alarm.tell.filter((who) => !isSamePerson(who, task.assignee, procedure, dossier));
  const names = together(
    others.map((who) => nameAndTitle(who, dossier, procedure, language)),
    language,
  );
  switch (alarm.reason) {
    case "half-time":
      return say({ nl: "U krijgt een herinnering.", en: "You get a reminder." });
    case "last-working-day":
      return say({ nl: "U krijgt een laatste herinnering.", en: "You get a last reminder." });
    case "deadline":
      return others.length === 0
        ? say({ nl: "U bent te laat. U krijgt daar bericht van.", en: "You are late. We tell you so." })
        : say({
            nl: `U bent te laat. Wij laten dat ook weten aan ${names}.`,
            en: `You are late. We also tell ${names}.`,
          });
    case "chase":
      return others.length === 0
        ? say({ nl: "Wij vragen het u opnieuw.", en: "We ask you again." })
        : say({
            nl: `Wij vragen het u opnieuw. Wij laten dat ook weten aan ${names}.`,
            en: `We ask you again. We also tell ${names}.`,
          });
    case "expired":
    case "case-warning":
    case "case-deadline":
      return endingOf(task) === "silent"
        ? goesOnWithout(task, language)
        : goesOn(alarm, task, dossier, procedure, language);
  }
}

/** For a party, what silence means for them; for a colleague who asks in their name, that the path goes on. */
function goesOnWithout(task: OpenTask, language: Language): string {
  const say = speaking(language);
  const silence = catalogue[task.kind].forParty?.silence;
  return silence !== undefined && !isStaff(task.assignee)
    ? say(silence)
    : say({
        nl: "De link stopt. De zaak gaat verder zonder dit antwoord.",
        en: "The link ends. The case goes on without this answer.",
      });
}

function goesOn(alarm: Alarm, task: OpenTask, dossier: Dossier, procedure: Procedure, language: Language): string {
  const say = speaking(language);
  const next = nextInLine(task, dossier, procedure, alarm.at);
  if (isSamePerson(next, task.assignee, procedure, dossier)) {
    return say({
      nl: "Uw link stopt. U krijgt de taak dan opnieuw.",
      en: "Your link ends. You get the task once more.",
    });
  }
  const name = nameAndTitle(next, dossier, procedure, language);
  return say({ nl: `Uw link stopt. De taak gaat naar ${name}.`, en: `Your link ends. The task goes to ${name}.` });
}
