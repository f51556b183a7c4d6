import type { Dossier, OpenTask } from "../domain/dossier.ts";
import type { Procedure } from "../domain/procedure.ts";
import type { Person } from "../domain/roles.ts";
import type { Language, Text } from "../domain/text.ts";
import type { Instant } from "../ports.ts";
import { type Block, heading, link, list, paragraph } from "./content.ts";
import type { FramedLetter } from "./frame.ts";
import { toHtml } from "./html.tsx";
import type { RenderedLetter } from "./render.ts";
import { toText } from "./text.ts";
import { momentInWords } from "./wording/moment.ts";
import { taskName } from "./wording/task-name.ts";

/** What one colleague has to do, and when it is. */
export interface Morning {
  readonly tasks: readonly { readonly task: OpenTask; readonly dossier: Dossier }[];
  readonly now: Instant;
  /** The desk of the organisation. */
  readonly url: string;
}

/** To a colleague, in the morning: what is late and what is due today (B17). Numbers of files and names of tasks, never names of people. */
export function renderDigest(
  { tasks, now, url }: Morning,
  recipient: Person,
  procedure: Procedure,
  language: Language,
): RenderedLetter {
  const say = (text: Text) => text[language];
  const isLate = ({ task }: Morning["tasks"][number]) => task.dueAt < now;
  const part = (title: Text, some: Morning["tasks"]): readonly Block[] =>
    some.length === 0
      ? []
      : [heading(say(title)), list(some.map((one) => lineOf(one, isLate(one), procedure, language)))];
  const letter: FramedLetter = {
    subject: subjectOf(tasks.length)[language],
    head: procedure.house.name,
    salutation: say({ nl: `Beste ${recipient.name},`, en: `Dear ${recipient.name},` }),
    blocks: [
      paragraph(say({ nl: "Dit wacht vandaag op u.", en: "This waits for you today." })),
      ...part({ nl: "Te laat", en: "Late" }, tasks.filter(isLate)),
      ...part(
        { nl: "Vandaag", en: "Today" },
        tasks.filter((one) => !isLate(one)),
      ),
      ...link(say({ nl: "Ga naar uw taken", en: "Go to your tasks" }), url),
      heading(say({ nl: "Wat als u niets doet?", en: "What if you do nothing?" })),
      paragraph(
        say({
          nl: "Dan vragen wij het u opnieuw. Duurt het langer, dan vragen wij het een ander.",
          en: "Then we ask you again. If it takes longer, we ask somebody else.",
        }),
      ),
    ],
    closing: say({ nl: "Met vriendelijke groet,", en: "Kind regards," }),
    signature: procedure.house.name,
    phone: procedure.house.phone,
  };
  return { subject: letter.subject, text: toText(letter), html: toHtml(letter, language), language };
}

function subjectOf(count: number): Text {
  return count === 1
    ? { nl: "Eén taak voor vandaag", en: "One task for today" }
    : { nl: `${count} taken voor vandaag`, en: `${count} tasks for today` };
}

function lineOf(
  { task, dossier }: Morning["tasks"][number],
  late: boolean,
  procedure: Procedure,
  language: Language,
): string {
  const due = momentInWords(task.dueAt, language, procedure.calendar.timeZone);
  const name = taskName(task, dossier)[language];
  const by = late ? { nl: "Moest klaar zijn voor", en: "Was due" } : { nl: "Klaar voor", en: "Due" };
  return `${name}, ${dossier.number}. ${by[language]} ${due}.`;
}
