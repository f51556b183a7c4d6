import type { ActionId } from "../../shared/domain/actions/action-kind.ts";
import { actions } from "../../shared/domain/actions/catalogue.ts";
import type { EndedTask } from "../../shared/domain/dossier.ts";
import { dutyLedger } from "../../shared/domain/duties/ledger.ts";
import { isStaff, type Party } from "../../shared/domain/party.ts";
import { parseAnswer } from "../../shared/domain/tasks/answer.ts";
import { catalogue } from "../../shared/domain/tasks/catalogue.ts";
import type { Language } from "../../shared/domain/text.ts";
import { actedPage } from "../../shared/pages/acted-page.tsx";
import { actionPage } from "../../shared/pages/action-page.tsx";
import { casePage } from "../../shared/pages/case-page.tsx";
import { homePage } from "../../shared/pages/home-page.tsx";
import { noticePage } from "../../shared/pages/notice-page.tsx";
import { partyTaskEndedPage } from "../../shared/pages/party-task-ended-page.tsx";
import { partyTaskPage } from "../../shared/pages/party-task-page.tsx";
import { problemPage } from "../../shared/pages/problem-page.tsx";
import { respondentPage } from "../../shared/pages/respondent-page.tsx";
import { type CaseView, statusPage } from "../../shared/pages/status-page.tsx";
import { taskEndedPage } from "../../shared/pages/task-ended-page.tsx";
import { type TaskPage, taskPage } from "../../shared/pages/task-page.tsx";
import { procedures } from "../support/case-under-test.ts";
import { CaseShown, caseByPost, everyTask, links } from "./case-shown.ts";

/** A complaint that is hard to lay out. */
export const hardWords = {
  complainant: {
    name: "Wilhelmina-Josephine van der Donk-Blankensteijn",
    email: "w.j.vanderdonkblankensteijn@zorggroeprijnmond.example",
  },
  subject: "Trainingsdagorganisatieverantwoordelijkheidskwestie",
  text: `Zie https://www.zorggroep.example/${"heel-lang-pad/".repeat(12)}\n\nHij kwam te laat.`,
  attachments: [
    { name: `${"bijlage_".repeat(20)}.pdf`, contentType: "application/pdf", bytes: 20_480, key: "attachments/m1/0" },
    {
      name: "offerte.pdf.exe",
      contentType: "application/pdf",
      bytes: 900,
      key: "attachments/m1/1",
      kind: "program" as const,
    },
  ],
};

const mailWithQuotes = `Nog iets.

Met vriendelijke groet,
Wilhelmina

Verzonden vanaf mijn iPhone

Op ma 5 jan 2026 om 10:00 schreef Klachten Learnworks <klachten@learnworks.example>:
> Wij hebben uw klacht ontvangen.
`;

export interface PageToRead {
  readonly title: string;
  readonly html: string;
}

/** Each kind of task once, and once more for the other side where both are asked. */
const everyForm = everyTask.filter(
  ({ kind, about }, index, all) =>
    about !== "respondent:2" && all.findIndex((other) => other.kind === kind && other.about === about) === index,
);

/** One of every page that people with a link see, in this language. */
export function everyPage(language: Language): readonly PageToRead[] {
  return [
    ...everyForm.map(({ house, kind, about }) => ({
      title: `the task ${kind}${about === undefined ? "" : ` of ${about}`} at ${house}`,
      html: taskOf(new CaseShown(house, {}, hardWords).upTo(kind, about), language),
    })),
    ...unusualTasks(language),
    ...mailedTasks(language),
    ...casesOf(language),
    ...actionsOf(language),
    ...(["not-found", "not-yours", "not-now"] as const).map((problem) => ({
      title: `the problem ${problem}`,
      html: problemPage({ problem, language, procedure: procedures.learnworks }),
    })),
    { title: "the home page", html: homePage({ procedures: Object.values(procedures), language }) },
  ];
}

function unusualTasks(language: Language): readonly PageToRead[] {
  const assess = new CaseShown("learnworks").upTo("assess");
  const posted = { outcome: "talk-first", category: "trainer", respondentStaff: "joost,wim" };
  const parsed = parseAnswer(
    catalogue.assess,
    { ...posted, outcome: "handle" },
    {
      procedure: assess.procedure,
      dossier: assess.dossier,
      now: assess.now,
    },
  );
  const refused = { values: { ...posted, outcome: "handle" }, problems: parsed.ok ? [] : parsed.problems };
  const post = caseByPost();
  post.open("send-by-post", post.now, "letter-2");
  const asked = caseByPost();
  asked.perform("assess", {
    outcome: "handle",
    category: "trainer",
    severity: "ordinary",
    claim: "no",
    talked: "no",
  });
  asked.open("statement", asked.now, "complainant");
  const passedOn = new CaseShown("learnworks", { channel: "email", passedOnBy: "role:director" });
  passedOn.open("complete-registration", passedOn.now);
  const english = new CaseShown("learnworks", { language: "en" }).upTo("write-outcome");
  return [
    { title: "a task with problems", html: taskOf(assess, language, refused) },
    { title: "a letter to bring over", html: taskOf(post, language) },
    { title: "a question asked by phone", html: taskOf(asked, language) },
    { title: "the task complete-registration", html: taskOf(passedOn, language) },
    { title: "a letter to write in English", html: taskOf(english, language) },
  ];
}

/** Tasks that somebody answered by mail: all is there, something is missing, and it does not say what it decides. */
function mailedTasks(language: Language): readonly PageToRead[] {
  const contact = new CaseShown("learnworks", {}, hardWords).upTo("first-response");
  const assess = new CaseShown("learnworks", {}, hardWords).upTo("assess");
  const approve = new CaseShown("learnworks").upTo("approve-outcome");
  const page = (title: string, one: CaseShown, words: string) => ({
    title: `a task with a mail ${title}`,
    html: taskOf(one, language, { mailed: { words, day: "2026-01-05", at: one.now } }),
  });
  return [
    page("that says all", contact, contactByMail),
    page("that says a part", assess, "Dit is geen klacht, maar een vraag over een factuur."),
    page("that decides nothing", approve, "Akkoord, maar haal eerst de naam van Bram eruit."),
    page("that approves", approve, "Akkoord, bedankt!"),
  ];
}

export const contactByMail = "Vandaag gebeld met mevrouw De Wit. Zij wil vooral weten wat er nu gebeurt.";

function casesOf(language: Language): readonly PageToRead[] {
  const hearing = new CaseShown("learnworks", {}, hardWords).upTo("statement", "respondent:1");
  hearing.open("statement", hearing.now, "respondent:2");
  hearing.write("complainant", mailWithQuotes).write("role:director", "Gezien.");
  const delayed = new CaseShown("learnworks").upTo("solve");
  pause(delayed);
  const told = new CaseShown("learnworks").upTo("react");
  const closed = new CaseShown("sterker").toTheEnd();
  const withdrawn = new CaseShown("sterker").upTo("statement", "complainant");
  withdraw(withdrawn);
  const each = { hearing, delayed, told, closed, withdrawn };
  return Object.entries(each).flatMap(([name, one]) => [
    { title: `the complainant's page, ${name}`, html: statusPage(viewOf(one, "complainant", language)) },
    { title: `the respondent's page, ${name}`, html: respondentPage(viewOf(one, "respondent:1", language)) },
    { title: `the case page, ${name}`, html: caseOf(one, language) },
    ...(name === "told"
      ? [
          { title: "the notice", html: noticePage(viewOf(one, "client", language)) },
          { title: "a task that is done", html: endedOf(one, language) },
          { title: "a question that is answered", html: endedOf(one, language, { by: "complainant" }) },
        ]
      : []),
  ]);
}

function actionsOf(language: Language): readonly PageToRead[] {
  const busy = new CaseShown("learnworks").upTo("establish-facts");
  const wanted: readonly (readonly [ActionId, Party])[] = [
    ["withdraw", "complainant"],
    ["about-a-handler", "complainant"],
    ["add-to-case", "respondent:1"],
    ["announce-delay", busy.dossier.owner],
    ["hand-over-task", busy.dossier.owner],
    ["hand-over-case", busy.dossier.owner],
    ["pause-clock", busy.dossier.owner],
    ["restart-clock", busy.dossier.owner],
    ["name-respondent", busy.dossier.owner],
  ];
  return wanted.flatMap(([action, by]) => {
    const view = { ...viewOf(busy, by, language), task: busy.task };
    return [
      { title: `the action ${action}`, html: actionPage({ ...view, kind: actions[action] }) },
      ...(action === "hand-over-task" ? [{ title: `after ${action}`, html: actedPage({ ...view, action }) }] : []),
    ];
  });
}

export function viewOf(one: CaseShown, by: Party, language: Language = "nl"): CaseView {
  return { by, dossier: one.dossier, procedure: one.procedure, language, now: one.now, links };
}

/** The owner's page of the case. */
export function caseOf(one: CaseShown, language: Language): string {
  const duties = dutyLedger(one.happened, one.procedure, one.now);
  return casePage({ ...viewOf(one, one.dossier.owner, language), duties });
}

/** The page of the open task, for whoever has it. */
export function taskOf(one: CaseShown, language: Language, more: Partial<TaskPage> = {}): string {
  const { task } = one;
  const view = { ...viewOf(one, task.assignee, language), task, ...more };
  return isStaff(view.by) ? taskPage(view) : partyTaskPage(view);
}

/** The page of the task that ended last. */
export function endedOf(
  one: CaseShown,
  language: Language = "nl",
  more: { readonly by?: Party; readonly justAnswered?: boolean; readonly late?: boolean } = {},
): string {
  const task = one.dossier.tasks.findLast((each): each is EndedTask => each.status !== "open");
  if (task === undefined) throw new Error("No task has ended.");
  const view = { ...viewOf(one, task.assignee, language), task, ...more };
  return isStaff(view.by) ? taskEndedPage(view) : partyTaskEndedPage(view);
}

export function withdraw(one: CaseShown, reason = "Het is goed zo."): void {
  const act = { action: "withdraw", by: "complainant", posted: { outcome: "withdrawn", reason }, actId: "a1" } as const;
  one.events({ type: "Act", ...act }, one.now);
}

export function pause(one: CaseShown): void {
  const posted = { outcome: "paused", pauseUntil: "2026-02-02", reason: "Wij wachten op het verslag." };
  one.events({ type: "Act", action: "pause-clock", by: one.dossier.owner, posted, actId: "a1" }, one.now);
}
