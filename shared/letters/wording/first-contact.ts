import { dueAt } from "../../domain/clocks.ts";
import type { Dossier, OpenTask } from "../../domain/dossier.ts";
import type { Procedure } from "../../domain/procedure.ts";
import type { Language } from "../../domain/text.ts";
import type { Instant } from "../../ports.ts";
import { momentInWords } from "./moment.ts";
import { speaking } from "./say.ts";

/** To whoever must be in touch with the complainant first: the receipt promised that they hear from us by then (B20). */
export function promisedContact(
  task: OpenTask,
  dossier: Dossier,
  procedure: Procedure,
  language: Language,
  now: Instant,
): string | undefined {
  if (task.kind !== "first-response") return undefined;
  const due = dueAt("response", dossier, procedure);
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
