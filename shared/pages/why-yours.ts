import type { Dossier, Task } from "../domain/dossier.ts";
import type { Procedure } from "../domain/procedure.ts";
import { isSamePerson, personOf, roleById } from "../domain/roles.ts";
import type { Language } from "../domain/text.ts";
import { involvedIn } from "../letters/wording/involved.ts";
import { whyNotByMail } from "../letters/wording/letter-status-words.ts";
import { nameAndTitle, titleOf } from "../letters/wording/people.ts";
import { speaking } from "../letters/wording/say.ts";

/** Why a colleague has a task that others would have: the role's holder is involved or away, or it was passed on. */
export function whyYours(task: Task, dossier: Dossier, procedure: Procedure, language: Language): readonly string[] {
  return [
    onBehalf(task, dossier, procedure, language),
    notByMail(task, dossier, procedure, language),
    instead(task, dossier, procedure, language),
  ].filter((one) => one !== undefined);
}

/** A party without a mail address is asked by a colleague, who fills in what they hear. */
function onBehalf(task: Task, dossier: Dossier, procedure: Procedure, language: Language): string | undefined {
  if (task.onBehalfOf === undefined) return undefined;
  const name = personOf(task.onBehalfOf, procedure, dossier)?.name || titleOf(task.onBehalfOf, procedure, language);
  const why = whyNotByMail(task.onBehalfOf, { taskId: task.taskId }, dossier, procedure);
  return speaking(language)({
    nl: `Deze vraag is voor ${name}. ${why.nl} Bel of schrijf, en vul in wat u hoort.`,
    en: `This question is for ${name}. ${why.en} Call or write, and fill in what they tell you.`,
  });
}

/** Why a letter is brought over. */
function notByMail(
  { kind, about }: Task,
  dossier: Dossier,
  procedure: Procedure,
  language: Language,
): string | undefined {
  const letter = dossier.letters.find(({ letterId }) => letterId === about);
  if (kind !== "send-by-post" || letter === undefined) return undefined;
  return speaking(language)(whyNotByMail(letter.to, letter, dossier, procedure));
}

function instead(task: Task, dossier: Dossier, procedure: Procedure, language: Language): string | undefined {
  const say = speaking(language);
  const complaint = involvedIn(dossier);
  const title = task.role === undefined ? undefined : say(roleById(procedure, task.role).title);
  switch (task.because) {
    case "involved":
      if (task.role !== undefined && isSamePerson(task.assignee, `role:${task.role}`, procedure, dossier)) {
        return say({
          nl: `Een collega had deze taak. Die is zelf bij ${complaint.nl} betrokken en ziet het dossier niet. Daarom vragen wij u.`,
          en: `A colleague had this task. They are involved in ${complaint.en} themselves and do not see the file. So we ask you.`,
        });
      }
      return say({
        nl: `Normaal doet de ${title} dit. Die is zelf bij ${complaint.nl} betrokken en ziet het dossier niet. Daarom vragen wij u.`,
        en: `Normally the ${title} does this. They are involved in ${complaint.en} themselves and do not see the file. So we ask you.`,
      });
    case "away":
      if (task.onBehalfOf !== undefined) return undefined;
      return say({
        nl: `Normaal doet de ${title} dit. Die is er nu niet. Daarom vragen wij u.`,
        en: `Normally the ${title} does this. They are away now. So we ask you.`,
      });
    case "unreachable":
      return say({
        nl: "Een collega zou dit doen, maar onze mail aan die collega komt terug. Daarom vragen wij u.",
        en: "A colleague would do this, but our mail to them comes back. So we ask you.",
      });
    case "handed-over":
      return say({ nl: "Een collega gaf u deze taak.", en: "A colleague gave you this task." });
    case undefined:
      return afterSilence(task, dossier, procedure, language);
  }
}

/** A task that nobody answered comes to the next role up, or once more to the role that has none above it. */
function afterSilence(task: Task, dossier: Dossier, procedure: Procedure, language: Language): string | undefined {
  const before = dossier.tasks.findLast(
    ({ kind, taskId, about }) => kind === task.kind && about === task.about && taskId !== task.taskId,
  );
  if (before?.status !== "expired") return undefined;
  const name = nameAndTitle(before.assignee, dossier, procedure, language);
  return speaking(language)(
    isSamePerson(before.assignee, task.assignee, procedure, dossier)
      ? {
          nl: "U kreeg deze taak al eerder. Er kwam geen antwoord. Daarom vragen wij het u opnieuw.",
          en: "You had this task before. There was no answer, so we ask you again.",
        }
      : {
          nl: `Deze taak lag bij ${name}. Daar kwam op tijd geen antwoord.`,
          en: `This task was with ${name}. No answer came in time.`,
        },
  );
}
