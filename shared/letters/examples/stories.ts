import { announced } from "../../domain/deciding/delay.ts";
import type { ComplaintEvent } from "../../domain/events.ts";
import type { Party } from "../../domain/party.ts";
import type { Procedure } from "../../domain/procedure.ts";
import type { TaskKindId } from "../../domain/tasks/task-kind.ts";
import type { Language } from "../../domain/text.ts";
import { category, closedUntold, longClosed } from "./closed-stories.ts";
import { ExampleCase } from "./example-case.ts";
import { learningStories } from "./learning-stories.ts";
import { candidates, people, words } from "./words.ts";

const trainer: Party = "respondent:1";

/** Stories that between them bring about every letter that this procedure can send. */
export function stories(procedure: Procedure, language: Language): readonly ExampleCase[] {
  const fresh = () => new ExampleCase(procedure, language).send("receipt");
  return [
    late(fresh()),
    answeredByMail(fresh()),
    wholePath(fresh()),
    talked(fresh()),
    advised(fresh()),
    referred(fresh()),
    closedUntold(fresh()),
    withdrawn(fresh()),
    handedOver(fresh()),
    involved(fresh()),
    onPaper(procedure, language),
    passedOn(procedure, language),
    longClosed(fresh()),
    ...learningStories(procedure, language),
  ];
}

/** From assessing to a case that is opened again, with everything that may be asked on the way. */
function wholePath(one: ExampleCase): ExampleCase {
  taken(one.ask("consult").answer("consult", "advised"), "yes");
  one.ask("decide-urgently").answer("decide-urgently", "directed");
  one.ask("first-response");
  one.send("copies").ask("release-copy").answer("release-copy", "released").send("copies");
  heard(one);
  delayed(one);
  established(one);
  outcomeWritten(one);
  one.ask("react").ring("react", 1).answer("react", "not-satisfied", {}, { dissatisfaction: "…" });
  independentLook(one);
  one.ask("draw-lessons").answer("draw-lessons", "drawn", { cause: cause(one) });
  one.do({ type: "CloseCase" });
  one.ask("satisfaction").ring("satisfaction", 1).answer("satisfaction", "rated", { score: "1" });
  one.ask("follow-up");
  const { owner } = one.dossier;
  if (!one.asks("follow-up")) return one;
  one.append([
    { type: "CaseReopened", facts: { by: owner }, private: { reason: words.reopen[one.language] } },
    {
      type: "LetterQueued",
      facts: { letterId: "reopened", letter: "reopened", to: "complainant", by: "mail" },
      private: {},
    },
    {
      type: "LetterQueued",
      facts: { letterId: "reopened-respondent", letter: "reopened-respondent", to: trainer, by: "mail" },
      private: {},
    },
  ]);
  return one;
}

/** Assessed and taken up; with everything that a form may ask. */
function taken(one: ExampleCase, hold: "yes" | "no"): ExampleCase {
  one.ask("assess");
  one.answer("assess", "handle", { category: category(one), severity: "serious", claim: "yes", hold });
  one.named(trainer, people.trainer);
  return one.append([{ type: "ClientNamed", facts: { by: one.dossier.owner }, private: { ...people.client } }]);
}

function heard(one: ExampleCase): void {
  const said = words;
  each(one, "statement", ["complainant", trainer]);
  one.ring("statement", 1);
  for (const { taskId, about } of one.open("statement")) {
    const account = (about === trainer ? said.account : said.ownAccount)[one.language];
    one.append([
      {
        type: "TaskAnswered",
        facts: { taskId, kind: "statement", outcome: "account", by: partyOf(about), answer: {} },
        private: { answer: { account } },
      },
    ]);
  }
  one.ask("hold-session").answer("hold-session", "held");
  one.ask("establish-facts").answer("establish-facts", "exchange");
  each(one, "reply-to-account", ["complainant", trainer]);
  one.answer("reply-to-account", "nothing-to-add");
  one.ask("establish-facts").answer("establish-facts", "ask-more", {}, { question: words.question[one.language] });
  one.ask("answer-question").answer("answer-question", "answered");
  one.ask("establish-facts");
}

/** Late without a date, then with one, then with another. */
function delayed(one: ExampleCase): void {
  one.ringCase("establish-facts").ask("announce-delay");
  const announce = (days: number, reason: string) => {
    const day = new Date(Date.parse(one.now) + days * 86_400_000).toISOString().slice(0, 10);
    one.append(announced(day, reason, one.dossier.owner, one.dossier, one.procedure)).delivered();
  };
  announce(14, words.delayReason[one.language]);
  announce(25, words.laterReason[one.language]);
  one.answer("announce-delay", "on-time");
  stoodStill(one);
  one.append([
    {
      type: "MessageFiled",
      facts: { mailId: "message-1", from: "complainant", by: "complainant" },
      private: {
        address: people.complainant.email,
        subject: "Re",
        text: words.message[one.language],
        attachments: [],
      },
    },
    {
      type: "LetterQueued",
      facts: { letterId: "message-1", letter: "message-filed", to: one.dossier.owner, mailId: "message-1", by: "mail" },
      private: {},
    },
  ]);
}

/** The clock of the outcome is stopped, and set going again before its time. */
function stoodStill(one: ExampleCase): void {
  const { owner: by } = one.dossier;
  const until = new Date(Date.parse(one.now) + 7 * 86_400_000).toISOString();
  const told = (how: string): readonly ComplaintEvent[] =>
    (["delay", "delay-respondent"] as const).map((letter) => ({
      type: "LetterQueued",
      facts: { letterId: `${how}-${letter}`, letter, to: letter === "delay" ? "complainant" : trainer, by: "mail" },
      private: {},
    }));
  const stop = { type: "ClockStopped", facts: { by, until }, private: { reason: words.pause[one.language] } } as const;
  one.append([stop, ...told("stopped")]).delivered();
  const go = { type: "ClockRestarted", facts: { by }, private: { reason: words.restart[one.language] } } as const;
  one.append([go, ...told("restarted")]).delivered();
}

function established(one: ExampleCase): void {
  const agreement = words.agreement[one.language];
  one.answer("establish-facts", "established", { finding: "founded", category: category(one), cause: cause(one) });
  each(one, "consent-to-talk", ["complainant", trainer]);
  one.answer("consent-to-talk", "yes");
  one.ask("three-way-talk").answer("three-way-talk", "agreement", {}, { agreement });
  one.ask("separate-talks").answer("separate-talks", "held");
  one.ask("give-judgment").answer("give-judgment", "given");
  one.ask("solve").answer("solve", "solved", {}, { solution: agreement });
  each(one, "confirm-agreement", ["complainant", trainer]);
  one.answer("confirm-agreement", "confirmed");
  each(one, "address-respondent", [trainer]);
  one.answer("address-respondent", "addressed");
}

function outcomeWritten(one: ExampleCase): void {
  one.ask("write-outcome").answer("write-outcome", "written", {}, outcomeWords(one));
  one.ask("approve-outcome").answer("approve-outcome", "approved");
  one.send("outcome");
}

function independentLook(one: ExampleCase): void {
  if (!one.asks("propose-independents")) return;
  one.ask("propose-independents").answer("propose-independents", "proposed", {}, { candidates });
  each(one, "rank-independents", ["complainant", trainer]);
  one.answer("rank-independents", "ranked", { first: "1" });
  one.ask("choose-independent").answer("choose-independent", "chosen");
  one.append([{ type: "IndependentFound", facts: { by: "both-sides" }, private: { ...people.independent } }]);
  one.ask("independent-advice").ring("independent-advice", 1).answer("independent-advice", "advised");
  const last = { ...outcomeWords(one), letter: words.finalOutcome[one.language] };
  one.ask("final-outcome").answer("final-outcome", "written", {}, last).send("final-outcome");
}

/** Nobody assesses: reminders, the deadline, chases, and the next role up. */
function late(one: ExampleCase): ExampleCase {
  return one.ask("assess").ring("assess").ask("assess");
}

/** A colleague replies to the letter of a task, with words and without, and once more when it is done. */
function answeredByMail(one: ExampleCase): ExampleCase {
  one.ask("assess");
  const [task] = one.open("assess");
  const { language } = one;
  const reply = (mailId: string, answer: string) =>
    one
      .do({
        type: "FileMessage",
        facts: { mailId, from: "staff", by: task?.assignee, taskId: task?.taskId },
        private: { address: "", subject: "Re", text: answer, attachments: [], answer },
      })
      .delivered();
  reply("reply-1", words.mailedAnswer[language]);
  reply("reply-2", "");
  one.answer("assess", "handle", { category: category(one) });
  return reply("reply-3", words.mailedAnswer[language]);
}

/** Talking first, and no word of how it went. */
function talked(one: ExampleCase): ExampleCase {
  if (!one.asks("talk-result")) return one;
  one.ask("assess").answer("assess", "talk-first", { category: category(one) });
  one.named(trainer, people.trainer).send("invitation");
  return one.ask("talk-result").ring("talk-result").ask("decide-after-silence");
}

/** Advice instead of a complaint. */
function advised(one: ExampleCase): ExampleCase {
  if (!one.asks("advise")) return one;
  one.ask("assess").answer("assess", "advice", { category: category(one) });
  one.ask("advise").answer("advise", "advised", {}, { advice: words.advice[one.language] });
  one.ask("choose-after-advice").answer("choose-after-advice", "settled");
  return one.do({ type: "CloseCase" });
}

function referred(one: ExampleCase): ExampleCase {
  const { notAComplaint, rightDoor } = words;
  const why = { reason: notAComplaint[one.language], rightDoor: rightDoor[one.language] };
  return one.ask("assess").answer("assess", "not-a-complaint", {}, why).send("referral");
}

function withdrawn(one: ExampleCase): ExampleCase {
  taken(one, "no").send("copies");
  each(one, "statement", ["complainant", trainer]);
  one.do({ type: "Act", action: "withdraw", by: "complainant", posted: {}, actId: "withdraw" }).delivered();
  return one.send("withdrawal");
}

/** The owner gives somebody's task, and then the whole case, to a colleague. */
function handedOver(one: ExampleCase): ExampleCase {
  const { language, procedure } = one;
  one.ask("assess");
  const [task] = one.open("assess");
  const top = procedure.responsibilities.director;
  const director: Party = `role:${top}`;
  const handTo = procedure.roles.find(({ id }) => id === top)?.holder ?? "";
  const posted = { handTo, reason: words.handOver[language] };
  const act = { type: "Act", by: director, posted } as const;
  one.do({ ...act, action: "hand-over-task", taskId: task?.taskId, actId: "task" }).delivered();
  return one.do({ ...act, action: "hand-over-case", actId: "case" }).delivered();
}

/** The complaint turns out to be about whoever owns the case. */
function involved(one: ExampleCase): ExampleCase {
  const { procedure } = one;
  const owner = procedure.roles.find(({ id }) => id === procedure.responsibilities.owner)?.holder ?? "";
  one.ask("assess").answer("assess", "handle", { category: category(one), severity: "ordinary" });
  one.ask("establish-facts");
  const posted = { respondentStaff: owner };
  const by: Party = `role:${procedure.responsibilities.director}`;
  const act = { type: "Act", action: "name-respondent", by, posted, actId: "name" } as const;
  return one.do(act).delivered();
}

/** A complainant without a mail address: letters are brought over, and questions asked by phone. */
function onPaper(procedure: Procedure, language: Language): ExampleCase {
  const one = new ExampleCase(procedure, language, { complainant: people.withoutMail, channel: "letter" });
  const byPost = () => {
    const last = one.dossier.letters.findLast(({ by }) => by === "post")?.letterId;
    one.ask("send-by-post", last).answer("send-by-post", "sent", { sentHow: "post" });
  };
  one.send("receipt");
  byPost();
  taken(one, "no").send("copies");
  each(one, "statement", ["complainant", trainer]);
  one.ring("statement", 1).answer("statement", "declined");
  one.append(announced("2026-02-20", words.delayReason[language], one.dossier.owner, one.dossier, procedure));
  byPost();
  one.ask("write-outcome").answer("write-outcome", "written", {}, outcomeWords(one)).send("outcome");
  byPost();
  return one;
}

/** A colleague sends a complaint in, and is asked whose it is. */
function passedOn(procedure: Procedure, language: Language): ExampleCase {
  const [colleague] = procedure.people;
  if (colleague === undefined) throw new Error(`Procedure ${procedure.id} has nobody who could pass on a complaint.`);
  const { id, name, email } = colleague;
  const complainant = { name, email };
  return new ExampleCase(procedure, language, { complainant, passedOnBy: `person:${id}` }).ask("complete-registration");
}

/** The same question to several, side by side. */
function each(one: ExampleCase, kind: TaskKindId, parties: readonly Party[]): void {
  for (const party of parties) one.ask(kind, party);
}

function outcomeWords({ language }: ExampleCase): Readonly<Record<string, string>> {
  return {
    letter: words.outcome[language],
    respondentLetter: words.respondentOutcome[language],
    clientLetter: words.clientOutcome[language],
    teamLetter: words.teamOutcome[language],
  };
}

function cause({ procedure }: ExampleCase): string {
  return procedure.causes[0]?.id ?? "";
}

function partyOf(about: string | undefined): Party {
  return about === trainer ? trainer : "complainant";
}
