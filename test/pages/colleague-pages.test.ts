import { describe, expect, test } from "vitest";
import { actionIds } from "../../shared/domain/actions/action-kind.ts";
import { actions, actionsFor } from "../../shared/domain/actions/catalogue.ts";
import { languages } from "../../shared/domain/text.ts";
import { actionPage } from "../../shared/pages/action-page.tsx";
import type { TaskPage } from "../../shared/pages/task-page.tsx";
import { answers } from "../support/case-under-test.ts";
import { readable, startTags } from "../support/markup.ts";
import { CaseShown, caseByPost, everyTask } from "./case-shown.ts";
import { caseOf, endedOf, pause, taskOf, viewOf, withdraw } from "./every-page.ts";

const text = (one: CaseShown, more: Partial<TaskPage> = {}) => readable(taskOf(one, "nl", more));

describe("why a colleague has a task", () => {
  test("is said when whoever does it normally is involved (A22, B16)", () => {
    const one = new CaseShown("sterker");
    one.perform("assess", {
      outcome: "handle",
      category: "line-manager",
      severity: "ordinary",
      claim: "no",
      respondentStaff: "yasmina",
      talked: "no",
    });
    one.open("establish-facts");
    expect(one.task.assignee).toBe("deputy:manager-io");
    expect(text(one)).toContain(
      "Normaal doet de manager Innovatie en Ontwikkeling dit. Die is zelf bij deze klacht betrokken en ziet het dossier niet.",
    );
  });

  test("is said when a colleague handed it over", () => {
    const one = new CaseShown("learnworks").upTo("assess");
    handOver(one, "joost");
    expect(text(one)).toContain("Een collega gaf u deze taak.");
    expect(text(one)).toContain("Voor wie Joost Vermeulen");
  });

  test("is said when nobody answered before", () => {
    const one = new CaseShown("learnworks").upTo("assess");
    one.expire(one.task.taskId).open("assess", "2026-01-20T09:00:00.000Z");
    expect(text(one)).toContain("Deze taak lag bij Ingrid Bakker (office manager). Daar kwam op tijd geen antwoord.");
  });

  test("is not said when it is simply theirs", () => {
    expect(text(new CaseShown("learnworks").upTo("assess"))).not.toMatch(/Normaal doet|Een collega gaf|Deze taak lag/);
  });
});

describe("the file", () => {
  test("has everybody who is involved, the moved dates and every letter with what became of it", () => {
    const one = new CaseShown("learnworks").upTo("solve");
    pause(one);
    const page = text(one);
    expect(page).toContain("Eigenaar van de zaak Farah Amrani (projectmanager)");
    expect(page).toContain(
      "Over wie het gaat Joost Vermeulen (collega) joost.vermeulen@learnworks.example Bram Kuipers",
    );
    expect(page).toContain("Opdrachtgever Zorggroep Rijnmond");
    expect(page).toContain(
      "Uitgesteld Van donderdag 5 februari 2026 om 10.00 uur naar maandag 2 maart 2026 om 17.00 uur",
    );
    expect(page).toContain("Klok stilgezet Van");
    expect(page).toContain("kopie van de klacht aan Bram Kuipers (degene over wie het gaat) Verstuurd maandag");
    expect(page).toContain("afschrift voor collega's aan");
  });

  test("says that the first response is still awaited until somebody was in touch (B20)", () => {
    const response = /Eerste reactie [^(]*2026 om [0-9.]+ uur \(loopt niet meer\)/;
    expect(text(new CaseShown("learnworks").upTo("first-response"))).not.toMatch(response);
    expect(text(new CaseShown("learnworks").upTo("establish-facts"))).toMatch(response);
  });

  test("has open what was answered since this colleague answered last, and the rest folded (B17)", () => {
    const folds = (html: string) =>
      [...html.matchAll(/<details class="fold"( open)?[^>]*><summary>([^<]*)/g)].map(([, open, title]) => [
        title?.replace(/:.*/, ""),
        open !== undefined,
      ]);
    const one = new CaseShown("learnworks").upTo("establish-facts");
    expect(one.task.assignee).toBe("role:project-manager");
    const shown = folds(taskOf(one, "nl"));
    expect(shown).toContainEqual(["Beoordeel de klacht", false]);
    expect(shown.filter(([title]) => title === "Vertel uw kant van het verhaal")).toEqual(
      Array.from({ length: 3 }, () => ["Vertel uw kant van het verhaal", true]),
    );
    // The page of the case is for looking things up.
    expect(folds(caseOf(one, "nl"))).not.toContainEqual(["Vertel uw kant van het verhaal", true]);
  });

  test("says which letter did not arrive, and which a colleague has to bring over", () => {
    const one = new CaseShown("learnworks");
    one.events({ type: "SendLetters", letter: "receipt", requestId: "r" }, one.now);
    one.events({ type: "RecordLetterRefused", letterId: "letter-1" }, one.now);
    one.open("assess", one.now);
    expect(text(one)).toMatch(/ontvangstbevestiging aan Sanne de Wit \(de klager\) Niet verstuurd maandag/);
    const post = caseByPost();
    post.open("assess", post.now);
    expect(text(post)).toMatch(/ontvangstbevestiging .* Gaat per post of telefoon/);
  });

  test.each([
    { report: { what: "delivered" }, nl: "Aangekomen bij de mailserver", en: "Taken by their mail server" },
    { report: { what: "complained" }, nl: "Gemeld als spam", en: "Reported as spam" },
    { report: { what: "bounced", permanent: true }, nl: "Kwam terug", en: "Came back" },
    {
      report: { what: "bounced", permanent: false },
      nl: "Misschien kwam de brief niet aan",
      en: "The letter may not have arrived",
    },
    { report: { what: "delayed" }, nl: "Nog onderweg", en: "Still on its way" },
  ] as const)("says of a letter that was $report.what ($report.permanent) so, and since when", ({ report, nl, en }) => {
    const one = new CaseShown("learnworks");
    one.events({ type: "SendLetters", letter: "receipt", requestId: "r" }, one.now);
    one.events({ type: "ReportLetter", letterId: "letter-1", report }, "2026-01-05T13:30:00.000Z");
    one.open("assess", one.now);
    expect(text(one)).toMatch(new RegExp(`${nl}.* maandag 5 januari 2026 om 14.30 uur`));
    expect(readable(taskOf(one, "en"))).toMatch(new RegExp(`${en}.* Monday 5 January 2026 at 14.30`));
  });

  test("says why a letter is brought over, or a question asked, and not mailed", () => {
    const one = new CaseShown("learnworks");
    one.events({ type: "SendLetters", letter: "receipt", requestId: "r" }, one.now);
    one.events({ type: "ReportLetter", letterId: "letter-1", report: { what: "bounced", permanent: true } }, one.now);
    one.open("send-by-post", one.now, "letter-1");
    expect(text(one)).toContain("De mail aan dit adres kwam terug.");
    one.perform("assess", answers.handle, one.now);
    one.open("answer-question", one.now);
    expect(text(one)).toContain(
      "Deze vraag is voor Sanne de Wit. Eerdere mail aan dit adres kwam terug. Bel of schrijf",
    );
    const paper = caseByPost();
    paper.open("send-by-post", paper.now, paper.dossier.letters.find(({ by }) => by === "post")?.letterId);
    expect(text(paper)).toContain("Wij hebben geen mailadres van deze persoon.");
  });

  test("keeps the names of an earlier proposal beside who chose from it (B29)", () => {
    const one = new CaseShown("learnworks").upTo("choose-independent");
    one.perform(
      "propose-independents",
      { candidates: "Lars Vos, lars@raad.example\nMia Kok, mia@raad.example" },
      one.now,
    );
    one.open("final-outcome", one.now);
    expect(text(one)).toContain("Eerste keus Peter Smit");
  });

  test("can be shown after its personal data were erased", () => {
    const one = new CaseShown("learnworks").upTo("write-outcome");
    const page = text(one, { dossier: one.erased });
    expect(page).toContain("Gegevens gewist");
    expect(page).not.toMatch(/Sanne|INTERN|KLAGER|Bram|undefined/);
  });
});

describe("a letter to bring over (B9, B27)", () => {
  const one = caseByPost();
  one.open("send-by-post", one.now, "letter-2");
  const page = text(one);

  test("stands on the page, with name, address and phone", () => {
    expect(page).toContain("Voor Sanne de Wit Adres Dorpsstraat 1 1234 AB Zoetermeer Telefoon 06 5550 1234");
    expect(page).toContain("Beste Sanne de Wit,");
    expect(page).toContain("Wij hebben uw klacht ontvangen.");
  });

  test("has no link on it that nobody can follow from paper", () => {
    const sheet = /<article class="paper post__sheet"[\s\S]*?<\/article>/.exec(taskOf(one, "nl"))?.[0] ?? "";
    expect(sheet).toContain("Dorpsstraat 1");
    expect(sheet).not.toMatch(/https?:|href/);
  });
});

describe("what else a colleague can do", () => {
  test.each(everyTask)("on $kind at $house for $about is exactly what is allowed", ({ house, kind, about }) => {
    const one = new CaseShown(house).upTo(kind, about);
    const { task, dossier, procedure, now } = one;
    const offered = [...taskOf(one, "nl").matchAll(/href="\/t\/secret\/do\/([a-z-]+)"/g)].map(([, id]) => id);
    const allowed = actionsFor({ by: task.assignee, task }, dossier, procedure, now).map(({ action }) => action);
    expect(offered).toEqual(allowed);
  });
});

describe("the page of a case", () => {
  test("says who is to do what by when, and leads to the owner's tasks (B17)", () => {
    const one = new CaseShown("learnworks").upTo("solve");
    const html = caseOf(one, "nl");
    expect(html).toContain('href="/s/secret/t/solve-1"');
    expect(readable(html)).toContain("Wie is aan zet? Los de klacht op Farah Amrani (projectmanager) voor");
  });

  test("names what others are asked without a link to answer it", () => {
    const html = caseOf(new CaseShown("learnworks").upTo("statement", "respondent:2"), "nl");
    expect(readable(html)).toContain("Vertel uw kant van het verhaal Bram Kuipers (degene over wie het gaat)");
    expect(html).not.toContain("/s/secret/t/statement");
  });

  test("shows how the duties of the procedure stand, what is late first (B12)", () => {
    const one = new CaseShown("learnworks").upTo("assess");
    const late = readable(caseOf(one.at("2026-03-01T09:00:00.000Z"), "nl"));
    expect(late).toMatch(/Wat de klachtenregeling vraagt \d+ te laat/);
    expect(late).toMatch(/B21: te laat/);
  });

  test("tells what happened, and by whom", () => {
    const one = new CaseShown("sterker").upTo("statement", "complainant");
    withdraw(one);
    const page = readable(caseOf(one, "nl"));
    expect(page).toContain("Yasmina el Khatib (manager Innovatie en Ontwikkeling): “Beoordeel de klacht”.");
    expect(page).toContain("De klager trok de klacht in: Het is goed zo.");
  });
});

describe("the page of a task that has ended, for a colleague", () => {
  test("thanks whoever answered it just now and says whose turn it is", () => {
    const one = new CaseShown("learnworks").upTo("consult");
    one.perform("assess", { outcome: "not-a-complaint", reason: "x", rightDoor: "y" }, one.now);
    const page = readable(endedOf(one, "nl", { justAnswered: true }));
    expect(page).toContain("Dank u wel");
    expect(page).toContain("Geef raad over een klacht Wim de Graaf (directeur), voor");
  });

  test.each([
    { title: "somebody was first", late: true, says: "Uw antwoord is niet bewaard. Iemand was u voor." },
    { title: "a second visit", late: false, says: "Gedaan door Ingrid Bakker (office manager)" },
  ])("says who did what: $title", ({ late, says }) => {
    const one = new CaseShown("learnworks").upTo("consult");
    const [task] = one.dossier.tasks;
    expect(task?.status).toBe("answered");
    expect(readable(endedOf(one, "nl", { late }))).toContain(says);
  });

  test("says that the time was up, or that the complaint was withdrawn", () => {
    const expired = new CaseShown("learnworks").upTo("assess");
    expired.expire(expired.task.taskId);
    expect(readable(endedOf(expired, "nl", { late: true }))).toContain("De tijd voor deze taak was om.");
    const cancelled = new CaseShown("learnworks").upTo("establish-facts");
    withdraw(cancelled);
    const page = readable(endedOf(cancelled, "nl", { late: true }));
    expect(page).toContain("Deze taak is niet meer nodig");
    expect(page).toContain("Lag bij Farah Amrani (projectmanager)");
  });

  test("has nothing of the file on it, for the link is dead", () => {
    const page = endedOf(new CaseShown("learnworks").toTheEnd(), "nl");
    expect(page).not.toMatch(/INTERN|KLAGER|BETROKKENE|grappen|Sanne/);
  });
});

describe("the form of something one may do at any moment", () => {
  const one = new CaseShown("learnworks").upTo("establish-facts");

  test.each(actionIds.flatMap((action) => languages.map((language) => ({ action, language }))))(
    "$action in $language says what it is, changes nothing by itself and has a way back",
    ({ action, language }) => {
      const kind = actions[action];
      const view = { ...viewOf(one, one.dossier.owner, language), task: one.task, kind };
      const html = actionPage(view);
      const tags = startTags(html);
      expect(readable(html)).toContain(kind.title[language]);
      expect(tags.filter(({ tag }) => tag === "form").map(({ attributes }) => attributes)).toEqual([
        expect.objectContaining({ method: "post", action: `/t/secret/do/${action}` }),
      ]);
      const [button] = tags.filter(({ tag }) => tag === "button");
      expect(button?.attributes).toMatchObject({ name: "outcome", value: kind.outcomes[0].id });
      expect(html).toContain('href="/t/secret"');
    },
  );

  test("withdrawing says what it means", () => {
    const view = { ...viewOf(one, "complainant"), task: undefined, kind: actions.withdraw };
    const page = readable(actionPage(view));
    expect(page).toContain("Wij kunnen dit niet terugdraaien.");
    expect(page).toContain("Nee, ga door met mijn klacht");
  });

  test("only colleagues who are not involved can be handed a task", () => {
    const view = { ...viewOf(one, one.dossier.owner), task: one.task, kind: actions["hand-over-task"] };
    const values = startTags(actionPage(view))
      .filter(({ attributes }) => attributes["name"] === "handTo")
      .map(({ attributes }) => attributes["value"]);
    expect(values).toContain("wim");
    expect(values).not.toContain("joost");
  });
});

function handOver(one: CaseShown, to: string): void {
  const { taskId, assignee } = one.task;
  const posted = { outcome: "handed-over", handTo: to, reason: "Drukte." };
  one.events({ type: "Act", action: "hand-over-task", by: assignee, taskId, posted, actId: "a1" }, one.now);
}
