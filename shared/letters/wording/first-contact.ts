import { alarmsOf } from "../../domain/alarms.ts";
import { dueAt } from "../../domain/clocks.ts";
import type { Dossier, OpenTask } from "../../domain/dossier.ts";
import type { Procedure } from "../../domain/procedure.ts";
import type { Language } from "../../domain/text.ts";
import type { Instant } from "../../ports.ts";
import { momentInWords } from "./moment.ts";
import { speaking } from "./say.ts";

/**
 * To whoever establishes the facts, while it is not recorded that anybody was in touch: the receipt promised the complainant to hear
 * from us by then (B20).
 */
export function promisedContact(
  task: OpenTask,
  dossier: Dossier,
  procedure: Procedure,
  language: Language,
  now: Instant,
): string | undefined {
  if (task.kind !== "establish-facts") return undefined;
  // A clock that has stopped has no alarms any more.
  const runs = alarmsOf(task, dossier, procedure).some(({ alarmId }) => alarmId.startsWith("case:response:"));
  if (!runs) return undefined;
  const due = dueAt("response", dossier.receivedAt, procedure);
  const then = momentInWords(due, language, procedure.calendar.timeZone);
  return speaking(language)(
    due <= now
      ? {
          nl: `Bel of mail de klager vandaag. Wij beloofden dat voor ${then}.`,
          en: `Call or mail the complainant today. We promised that before ${then}.`,
        }
      : {
          nl: `Bel of mail de klager voor ${then}. Dat hebben wij beloofd.`,
          en: `Call or mail the complainant before ${then}. We promised that.`,
        },
  );
}
