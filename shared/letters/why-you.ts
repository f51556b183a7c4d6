import type { OpenTask } from "../domain/dossier.ts";
import { isSamePerson, personOf } from "../domain/roles.ts";
import { type Block, paragraph } from "./content.ts";
import { type LetterContext, wordsFor } from "./letter-context.ts";
import { capital } from "./wording/capital.ts";
import { fileKindOf } from "./wording/file-words.ts";
import { involvedIn } from "./wording/involved.ts";
import { nameAndTitle, titleOf } from "./wording/people.ts";

/** Why a colleague gets a task that is not simply theirs; nothing when it is. */
export function whyYou(task: OpenTask, context: LetterContext): readonly Block[] {
  const why =
    task.onBehalfOf === undefined
      ? (insteadOf(task, context) ?? askedBefore(task, context) ?? yourPart(task, context))
      : inTheirName(task, context);
  return why === undefined ? [] : [paragraph(why)];
}

/** Somebody cannot be mailed: their answer is asked by phone or in person, and filled in for them (B24). */
function inTheirName({ onBehalfOf }: OpenTask, context: LetterContext): string | undefined {
  if (onBehalfOf === undefined) return undefined;
  const { dossier, procedure, language } = context;
  const { say } = wordsFor(context);
  const who = titleOf(onBehalfOf, procedure, language);
  return personOf(onBehalfOf, procedure, dossier)?.email === undefined
    ? say({
        nl: `${capital(who)} heeft geen mailadres. Bel daarom zelf, stel de vraag en vul in wat u hoort.`,
        en: `${capital(who)} has no mail address. So call them, ask the question and fill in what they say.`,
      })
    : say({
        nl: `Onze mail komt niet aan bij ${who}. Bel daarom zelf, stel de vraag en vul in wat u hoort.`,
        en: `Our mail does not reach ${who}. So call them, ask the question and fill in what they say.`,
      });
}

/** The holder of the role is involved or away, or a colleague gave the task away. */
function insteadOf({ role, because, assignee }: OpenTask, context: LetterContext): string | undefined {
  const { dossier, procedure, language } = context;
  const { say } = wordsFor(context);
  const complaint = involvedIn(dossier);
  const holder = role === undefined ? undefined : titleOf(`role:${role}`, procedure, language);
  switch (because) {
    case "involved":
      // It came back to the holder from a colleague who stood in.
      if (role !== undefined && isSamePerson(assignee, `role:${role}`, procedure, dossier)) {
        return say({
          nl: `U krijgt deze taak omdat de collega die hem had bij ${complaint.nl} betrokken is. Praat er met hem of haar niet over.`,
          en: `You get this because the colleague who had it is involved in ${complaint.en}. Do not talk to them about it.`,
        });
      }
      return holder === undefined
        ? undefined
        : say({
            nl: `U krijgt deze taak omdat de ${holder} bij ${complaint.nl} betrokken is. Praat er met hem of haar niet over.`,
            en: `You get this because the ${holder} is involved in ${complaint.en}. Do not talk to them about it.`,
          });
    case "away":
      return holder === undefined
        ? undefined
        : say({
            nl: `U krijgt deze taak omdat de ${holder} er nu niet is.`,
            en: `You get this because the ${holder} is away now.`,
          });
    case "unreachable":
      return say({
        nl: "U krijgt deze taak omdat onze mail aan een collega terugkomt.",
        en: "You get this because our mail to a colleague comes back.",
      });
    case "handed-over":
      return say({
        nl: "U krijgt deze taak omdat een collega hem aan u gaf. De datum is dezelfde gebleven.",
        en: "You get this because a colleague handed it to you. The date has stayed the same.",
      });
    case undefined:
      return undefined;
  }
}

/** In a measure, a pattern or a review nobody has read before what it is to them; in a complaint the task says so by itself. */
function yourPart({ role, assignee }: Pick<OpenTask, "role" | "assignee">, context: LetterContext): string | undefined {
  const { dossier, procedure, language } = context;
  const { say } = wordsFor(context);
  if (dossier.matter.kind === "complaint") return undefined;
  if (dossier.matter.kind === "measure" && isSamePerson(assignee, dossier.owner, procedure, dossier)) {
    return fileKindOf(dossier) === "promise"
      ? say({
          nl: "U krijgt deze taak omdat u zorgt dat wij doen wat wij beloofden.",
          en: "You get this because you see to it that we do what we promised.",
        })
      : say({
          nl: "U krijgt deze taak omdat deze maatregel van u is.",
          en: "You get this because this measure is yours.",
        });
  }
  if (role === undefined) return undefined;
  const title = titleOf(assignee, procedure, language);
  return say({ nl: `U krijgt deze taak omdat u ${title} bent.`, en: `You get this as ${title}.` });
}

/** The same was asked before and nobody answered: it comes to the next role up, or once more to the role that has none above it. */
function askedBefore(task: OpenTask, context: LetterContext): string | undefined {
  const { dossier, procedure, language } = context;
  const { say } = wordsFor(context);
  const before = dossier.tasks.findLast(({ kind, taskId }) => kind === task.kind && taskId !== task.taskId);
  if (before?.status !== "expired") return undefined;
  if (before.assignee === task.assignee) {
    return say({
      nl: "U kreeg deze taak al eerder. Wij kregen geen antwoord. Daarom vragen wij het u opnieuw.",
      en: "You had this task before. We got no answer, so we ask you again.",
    });
  }
  const name = nameAndTitle(before.assignee, dossier, procedure, language);
  return say({
    nl: `Deze taak lag bij ${name}. Daar kwam op tijd geen antwoord. Nu is de taak voor u.`,
    en: `This task was with ${name}. No answer came in time. Now the task is yours.`,
  });
}
