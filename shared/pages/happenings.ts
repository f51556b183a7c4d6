import type { AnsweredTask, Dossier, Letter, Task } from "../domain/dossier.ts";
import type { LetterKind } from "../domain/letter-kinds.ts";
import { hasGone } from "../domain/letter-status.ts";
import { isRespondent, type Party } from "../domain/party.ts";
import { formOf } from "../domain/tasks/catalogue.ts";
import type { TaskKindId } from "../domain/tasks/task-kind.ts";
import type { Text } from "../domain/text.ts";
import type { Instant } from "../ports.ts";

/** Something that happened, for a party: that steps were taken, never what was said or found in them by others. */
export interface Happening {
  readonly at: Instant;
  readonly what: Text;
}

/** What happened so far in the eyes of the complainant, oldest first. */
export function happenedForComplainant(dossier: Dossier): readonly Happening[] {
  const { withdrawn, reopened } = dossier;
  return inOrder([
    { at: dossier.receivedAt, what: { nl: "Uw klacht kwam bij ons binnen.", en: "Your complaint came in." } },
    // Of one and the same moment the step goes before the letter that tells of it.
    ...dossier.tasks.flatMap(stepOfOurs),
    ...dossier.tasks
      .filter(isTheirAccount)
      .slice(0, 1)
      .map(({ answeredAt }) => ({
        at: answeredAt,
        what: { nl: "Wij hoorden de andere kant.", en: "We heard the other side." },
      })),
    ...ownAnswers("complainant", dossier),
    ...dossier.letters.flatMap((letter) => lettersOf(letter, "complainant", toComplainant)),
    ...firstCopy(dossier),
    ...ownMessages("complainant", dossier),
    ...standstills(dossier),
    ...(withdrawn === undefined
      ? []
      : [{ at: withdrawn.at, what: { nl: "U trok uw klacht in.", en: "You withdrew your complaint." } }]),
    ...(reopened === undefined
      ? []
      : [{ at: reopened.at, what: { nl: "Wij openden uw zaak weer.", en: "We opened your case again." } }]),
    ...closed(dossier),
  ]);
}

/** The same for a respondent: from the moment that they were told. */
export function happenedForRespondent(who: Party, dossier: Dossier): readonly Happening[] {
  const { withdrawn, reopened } = dossier;
  const told = dossier.letters.find(({ to }) => to === who)?.queuedAt ?? dossier.receivedAt;
  return inOrder([
    ...ownAnswers(who, dossier),
    ...dossier.letters.flatMap((letter) => lettersOf(letter, who, toRespondent)),
    ...ownMessages(who, dossier),
    ...standstills(dossier),
    ...(withdrawn === undefined
      ? []
      : [{ at: withdrawn.at, what: { nl: "De klacht is ingetrokken.", en: "The complaint was withdrawn." } }]),
    ...(reopened === undefined
      ? []
      : [{ at: reopened.at, what: { nl: "Wij openden de zaak weer.", en: "We opened the case again." } }]),
    ...closed(dossier),
  ]).filter(({ at }) => at >= told);
}

/** What we did that the complainant may know of; the first time only. */
const ourSteps: { readonly [Kind in TaskKindId]?: { readonly outcomes?: readonly string[]; readonly what: Text } } = {
  assess: { what: { nl: "Wij lazen uw klacht.", en: "We read your complaint." } },
  "first-response": { what: { nl: "Wij hadden contact met u.", en: "We were in touch with you." } },
  advise: { what: { nl: "Onze adviseur gaf u advies.", en: "Our adviser gave you advice." } },
  "hold-session": { outcomes: ["held"], what: { nl: "Er was een zitting.", en: "There was a session." } },
  "establish-facts": {
    outcomes: ["established"],
    what: { nl: "Wij zochten uit wat er is gebeurd.", en: "We found out what happened." },
  },
  "three-way-talk": {
    outcomes: ["agreement", "no-agreement"],
    what: { nl: "Wij praatten samen met u en de ander.", en: "We talked together with you and the other." },
  },
  "separate-talks": {
    what: { nl: "Wij praatten met u en de ander, ieder apart.", en: "We talked to you and the other, each apart." },
  },
  "give-judgment": { what: { nl: "Wij namen een besluit.", en: "We made a decision." } },
  solve: { what: { nl: "Wij werkten een oplossing uit.", en: "We worked out a solution." } },
  "independent-advice": {
    outcomes: ["advised"],
    what: { nl: "Iemand van buiten gaf ons advies.", en: "Somebody from outside advised us." },
  },
  "draw-lessons": { what: { nl: "Wij keken wat wij ervan leren.", en: "We looked at what to learn from it." } },
};

function stepOfOurs(task: Task, index: number, all: readonly Task[]): readonly Happening[] {
  if (task.status !== "answered") return [];
  const step = ourSteps[task.kind];
  const counts = (one: Task) =>
    one.kind === task.kind && (step?.outcomes ?? [one.answer?.outcome]).includes(one.answer?.outcome ?? "");
  if (step === undefined || !counts(task) || all.slice(0, index).some(counts)) return [];
  return [{ at: task.answeredAt, what: step.what }];
}

function isTheirAccount(task: Task): task is AnsweredTask {
  const about = task.onBehalfOf ?? task.assignee;
  return (
    task.status === "answered" && task.kind === "statement" && task.answer.outcome === "account" && isRespondent(about)
  );
}

/** What this party answered, or let pass, in the words in which it was asked. */
function ownAnswers(who: Party, { tasks }: Dossier): readonly Happening[] {
  return tasks.filter((task) => (task.onBehalfOf ?? task.assignee) === who).flatMap(answerOrSilence);
}

function answerOrSilence(task: Task): readonly Happening[] {
  const { title } = formOf(task);
  switch (task.status) {
    case "answered": {
      const what = { nl: `U gaf antwoord op “${title.nl}”.`, en: `You answered “${title.en}”.` };
      return [{ at: task.answeredAt, what }];
    }
    case "expired": {
      const what = {
        nl: `Wij kregen van u geen antwoord op “${title.nl}”.`,
        en: `We had no answer from you to “${title.en}”.`,
      };
      return [{ at: task.expiredAt, what }];
    }
    case "open":
    case "cancelled":
      return [];
  }
}

type Told = { readonly [Kind in LetterKind]?: Text };

const later: Text = { nl: "Wij schreven u dat het langer duurt.", en: "We wrote to you that it takes longer." };
const noDate: Text = {
  nl: "Wij schreven u dat wij te laat zijn en nog geen nieuwe datum weten.",
  en: "We wrote to you that we are late and do not know a new date yet.",
};
const sentOutcome: Text = { nl: "Wij stuurden u de uitkomst.", en: "We sent you the outcome." };
const talkFirst: Text = {
  nl: "Wij vroegen u om er eerst samen over te praten.",
  en: "We asked you to talk it over together first.",
};

const toComplainant: Told = {
  receipt: { nl: "U kreeg een bevestiging van ons.", en: "You got a confirmation from us." },
  "talk-invitation": talkFirst,
  delay: later,
  "delay-unknown": noDate,
  outcome: sentOutcome,
  referral: { nl: "Wij stuurden u ons antwoord.", en: "We sent you our answer." },
  "you-said-we-did": {
    nl: "Wij schreven u wat wij met uw klacht deden.",
    en: "We wrote to you what we did with your complaint.",
  },
};

const toRespondent: Told = {
  copy: { nl: "Wij vertelden u van de klacht.", en: "We told you about the complaint." },
  "talk-invitation-respondent": talkFirst,
  "delay-respondent": later,
  "delay-unknown-respondent": noDate,
  "outcome-respondent": sentOutcome,
};

function lettersOf(one: Letter, who: Party, told: Told): readonly Happening[] {
  const { letter, to, doneAt } = one;
  const what = told[letter];
  return to === who && hasGone(one) && doneAt !== undefined && what !== undefined ? [{ at: doneAt, what }] : [];
}

function firstCopy({ letters }: Dossier): readonly Happening[] {
  const copy = letters.find((one) => one.letter === "copy" && hasGone(one));
  const what: Text = {
    nl: "Wij vertelden degene over wie het gaat van uw klacht.",
    en: "We told the person it is about of your complaint.",
  };
  return copy?.doneAt === undefined ? [] : [{ at: copy.doneAt, what }];
}

function ownMessages(who: Party, { messages }: Dossier): readonly Happening[] {
  return messages
    .filter(({ by, from }) => by === who || (by === undefined && from === who))
    .map(({ at }) => ({ at, what: { nl: "U stuurde ons een bericht.", en: "You sent us a message." } }));
}

function standstills({ pauses }: Dossier): readonly Happening[] {
  return pauses.flatMap(({ from, restarted }) => [
    { at: from, what: { nl: "Wij zetten de klok even stil.", en: "We stopped the clock for a while." } },
    ...(restarted === undefined
      ? []
      : [{ at: restarted.at, what: { nl: "De klok loopt weer.", en: "The clock runs again." } }]),
  ]);
}

/** The closing, and the one before the case was opened again. */
function closed(dossier: Dossier): readonly Happening[] {
  const what: Text = { nl: "Wij sloten de zaak.", en: "We closed the case." };
  const before = dossier.reopened === undefined ? [] : [{ at: dossier.reopened.closedAt, what }];
  return dossier.status === "closed" ? [...before, { at: dossier.closedAt, what }] : before;
}

function inOrder(happened: readonly Happening[]): readonly Happening[] {
  return happened.toSorted((a, b) => a.at.localeCompare(b.at));
}
