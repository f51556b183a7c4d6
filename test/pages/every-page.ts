import type { AnsweredTask, ExpiredTask } from "../../shared/domain/dossier.ts";
import { parseAnswer } from "../../shared/domain/tasks/answer.ts";
import { catalogue } from "../../shared/domain/tasks/catalogue.ts";
import type { Language } from "../../shared/domain/text.ts";
import { renderLetter } from "../../shared/letters/render.ts";
import { homePage } from "../../shared/pages/home-page.tsx";
import { problemPage } from "../../shared/pages/problem-page.tsx";
import { statusPage } from "../../shared/pages/status-page.tsx";
import { taskEndedPage } from "../../shared/pages/task-ended-page.tsx";
import { taskPage } from "../../shared/pages/task-page.tsx";
import { CaseToRead, pathOf } from "../support/case-to-read.ts";
import { mondayMorning, procedures } from "../support/case-under-test.ts";

/** A complaint that is hard to lay out. */
const words = {
  complainant: {
    name: "Wilhelmina-Josephine van der Donk-Blankensteijn",
    email: "w.j.vanderdonkblankensteijn@zorggroeprijnmond.example",
  },
  subject: "Trainingsdagorganisatieverantwoordelijkheidskwestie",
  text: `Zie https://www.zorggroep.example/${"heel-lang-pad/".repeat(12)}\n\nHij kwam te laat.`,
  attachments: [
    { name: `${"bijlage_".repeat(20)}.pdf`, contentType: "application/pdf", bytes: 20_480, key: "attachments/m1/0" },
  ],
};

/** One of every page that people see, and of the HTML letters, in this language. */
export function everyPage(language: Language): readonly { readonly title: string; readonly html: string }[] {
  const { learnworks, sterker } = procedures;
  const tasks = pathOf(sterker).map((kind) => {
    const one = new CaseToRead(sterker, { words }).upTo(kind).write("complainant", "Nog iets.");
    return { title: `the task ${kind}`, html: taskOf(one, language) };
  });
  const assess = new CaseToRead(learnworks, { words }).upTo("assess");
  const posted = { outcome: "solved", category: "trainer" };
  const parsed = parseAnswer(catalogue.assess, posted, learnworks, mondayMorning);
  const refused = { values: posted, problems: parsed.ok ? [] : parsed.problems };
  const busy = new CaseToRead(learnworks, { words }).upTo("establish-facts");
  const closed = new CaseToRead(learnworks, { words }).toTheEnd();
  const english = new CaseToRead(learnworks, { words, language: "en" }).upTo("write-outcome");
  const referred = new CaseToRead(learnworks, { words }).upTo("assess");
  referred.answer({ outcome: "not-a-complaint", reason: "Een vraag.", rightDoor: "De administratie" }).send("referral");
  const links = {
    task: "https://wederhoor.example/t/NeWFaTt4cJ6sUrVqR1cWZ0m5b3Jr",
    status: "https://wederhoor.example/s/hZ2kPq9X",
  };
  const letter = { procedure: learnworks, taskId: "assess-1", now: assess.now, dossier: assess.dossier, links };
  return [
    ...tasks,
    { title: "a task with problems", html: taskOf(assess, language, refused) },
    { title: "a letter to write in English", html: taskOf(english, language) },
    { title: "thanks", html: endedOf(busy, language, true) },
    { title: "a task that is done", html: endedOf(closed, language, false) },
    ...[busy, closed, referred.do({ type: "CloseCase" })].map((one) => ({
      title: `the status while ${one.dossier.status}${one === referred ? ", referred" : ""}`,
      html: statusPage({ dossier: one.dossier, procedure: learnworks, language, now: one.now }),
    })),
    { title: "a problem", html: problemPage({ problem: "not-found", language }) },
    { title: "the home page", html: homePage({ procedures: [sterker, learnworks], language }) },
    { title: "the letter receipt", html: renderLetter({ ...letter, letter: "receipt", to: "complainant" }).html },
    { title: "the letter task", html: renderLetter({ ...letter, letter: "task", to: "role:office-manager" }).html },
  ];
}

export function taskOf(
  one: CaseToRead,
  language: Language,
  more: Partial<Parameters<typeof taskPage>[0]> = {},
): string {
  const { dossier, procedure, task, now } = one;
  const hrefOfFile = () => "/t/secret/m1/0";
  return taskPage({ dossier, procedure, task, language, now, action: "/t/secret", hrefOfFile, ...more });
}

function endedOf({ dossier, procedure, now }: CaseToRead, language: Language, justAnswered: boolean): string {
  const task = dossier.tasks.find((one): one is AnsweredTask | ExpiredTask => one.status !== "open");
  if (task === undefined) throw new Error("No task has ended.");
  return taskEndedPage({ dossier, procedure, task, language, now, justAnswered });
}
