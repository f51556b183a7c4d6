import { describe, expect, test } from "vitest";
import { isStaff, type Party } from "../../shared/domain/party.ts";
import { personOf } from "../../shared/domain/roles.ts";
import { catalogue } from "../../shared/domain/tasks/catalogue.ts";
import { languages } from "../../shared/domain/text.ts";
import { shownToParty } from "../../shared/letters/wording/shown.ts";
import { noticePage } from "../../shared/pages/notice-page.tsx";
import { respondentPage } from "../../shared/pages/respondent-page.tsx";
import { statusPage } from "../../shared/pages/status-page.tsx";
import { procedures } from "../support/case-under-test.ts";
import { readable } from "../support/markup.ts";
import { CaseShown, everyTask, words } from "./case-shown.ts";
import { endedOf, pause, taskOf, viewOf, withdraw } from "./every-page.ts";

const complaint = "De trainer kwam te laat en maakte grappen over deelnemers.";
const staffNames = (house: "sterker" | "learnworks") => procedures[house].people.map(({ name }) => name);
const client = "Zorggroep Rijnmond";

const ofParties = everyTask
  .filter(({ kind }) => catalogue[kind].forParty !== undefined && catalogue[kind].who !== "independent")
  .flatMap((one) => languages.map((language) => ({ ...one, language })));

describe.each(ofParties)("the page of $kind for $about at $house in $language", ({ house, kind, about, language }) => {
  const one = new CaseShown(house).upTo(kind, about);
  const { assignee } = one.task;
  const shown = shownToParty(kind, assignee, one.dossier, one.procedure);
  const html = taskOf(one, language);
  const rest = shown.reduce(
    (left, { text, heading }) => left.replace(text, "").replace(heading[language], ""),
    readable(html),
  );

  test("is the party's own", () => expect(isStaff(assignee)).toBe(false));

  test("shows what its kind shows", () => {
    for (const { text, heading } of shown) {
      expect(readable(html)).toContain(text.replace(/\s+/g, " "));
      expect(readable(html)).toContain(heading[language]);
    }
  });

  test("shows nothing else of the file: no account, no name, no note of anybody (A16, B23)", () => {
    const secrets = [
      complaint,
      client,
      words.staff,
      ...staffNames(house),
      "Sanne de Wit",
      "Bram Kuipers",
      "trainers.example",
    ];
    const others = Object.values(words).filter((writer) => writer !== words.staff);
    for (const secret of [...secrets, ...others]) expect(rest).not.toContain(secret);
  });

  test("says no word about a party when it is done either", () => {
    const done = endedOf(one.expire(one.task.taskId), language, { by: assignee });
    const secrets = [complaint, client, ...staffNames(house), "Sanne", "Bram", ...Object.values(words)];
    for (const secret of secrets) expect(done).not.toContain(secret);
  });
});

test("the independent person reads the whole file (B29)", () => {
  const text = readable(taskOf(new CaseShown("learnworks").upTo("independent-advice"), "nl"));
  for (const writer of Object.values(words)) expect(text).toContain(writer);
  expect(text).toContain(complaint);
  // Not how the director set the course, which the owner was told as a message.
  expect(text).not.toContain("bel vandaag nog");
});

describe("somebody without a mail address", () => {
  test("is asked by a colleague, who is told to fill in what they hear (B24)", () => {
    const one = new CaseShown("learnworks", {}, { complainant: { name: "Sanne de Wit", phone: "06 5550 1234" } });
    one.upTo("statement", "complainant");
    const text = readable(taskOf(one, "nl"));
    expect(one.task).toMatchObject({ assignee: one.dossier.owner, onBehalfOf: "complainant" });
    expect(text).toContain("Deze vraag is voor Sanne de Wit.");
    expect(text).toContain("06 5550 1234");
  });
});

describe("the complainant's page", () => {
  const status = (one: CaseShown, language: "nl" | "en" = "nl", now = one.now) => {
    const html = statusPage({ ...viewOf(one, "complainant", language), now });
    return { html, text: readable(html) };
  };

  test.each(everyTask.flatMap((one) => languages.map((language) => ({ ...one, language }))))(
    "at $kind of $house for $about in $language: no words of others, no names of others",
    ({ house, kind, about, language }) => {
      const one = new CaseShown(house).upTo(kind, about).write("role:director", "GEHEIM-BERICHT");
      const { html } = status(one, language);
      const owner = personOf(one.dossier.owner, one.procedure, one.dossier)?.name;
      const colleagues = staffNames(house).filter((name) => name !== owner);
      const secrets = [words.staff, words.first, words.second, "GEHEIM", client, "Bram", ...colleagues];
      for (const secret of secrets) expect(html).not.toContain(secret);
      expect(html).not.toContain("UITKOMST-BETROKKENE");
      expect(html).toContain(`lang="${language}"`);
    },
  );

  test.each(["approve-outcome", "address-respondent", "write-outcome"] as const)(
    "does not tell the finding, nor a draft, at %s",
    (kind) => {
      const { text } = status(new CaseShown("learnworks").upTo(kind));
      expect(text).not.toMatch(/terecht|founded|Schrijf de uitkomst|aanspreken|Spreek/);
      expect(text).not.toContain("UITKOMST");
    },
  );

  test("shows the outcome once it was sent, and never the draft of the next one (B27)", () => {
    const one = new CaseShown("learnworks").upTo("final-outcome");
    expect(status(one).text).toContain("UITKOMST-KLAGER");
    const { taskId, assignee } = one.task;
    const posted = { letter: "LAATSTE-UITKOMST", respondentLetter: "x" };
    one.events({ type: "AnswerTask", taskId, by: assignee, posted }, one.now);
    expect(status(one).text).not.toContain("LAATSTE-UITKOMST");
    expect(status(one.letters("final-outcome")).text).toContain("LAATSTE-UITKOMST");
  });

  test("lists what is asked now, each with its page and its day", () => {
    const { html, text } = status(new CaseShown("learnworks").upTo("react"));
    expect(html).toContain('href="/s/secret/t/react-1"');
    expect(text).toContain("Wij vragen u iets Wat vindt u van de uitkomst? Graag voor");
    expect(status(new CaseShown("learnworks").upTo("statement", "respondent:1")).text).not.toContain(
      "Wij vragen u iets",
    );
  });

  test("offers to withdraw, to add and to say whom it is about, until the outcome (A4)", () => {
    const hrefs = (one: CaseShown) =>
      [...status(one).html.matchAll(/href="\/t\/secret\/do\/([a-z-]+)"/g)].map(([, id]) => id);
    expect(hrefs(new CaseShown("learnworks").upTo("solve"))).toEqual(["withdraw", "add-to-case", "about-a-handler"]);
    expect(hrefs(new CaseShown("learnworks").upTo("react"))).not.toContain("withdraw");
  });

  test("says by when the complainant hears, and why then (B20, B21)", () => {
    const { text } = status(new CaseShown("learnworks").upTo("assess"));
    expect(text).toContain(
      "U hoort van ons voor maandag 12 januari 2026 om 10.00 uur Dat is 1 week nadat de klacht binnenkwam.",
    );
    expect(text).toContain("U krijgt de uitkomst voor donderdag 5 februari 2026 om 10.00 uur");
  });

  test("is honest when a promised day has passed", () => {
    const { text } = status(new CaseShown("sterker").upTo("assess"), "nl", "2026-02-12T09:00:00.000Z");
    expect(text).toContain("Hebt u niets gehoord? Dat spijt ons.");
    expect(text).toContain("u hebt de uitkomst nog niet. Dat spijt ons. Wij weten nog geen nieuwe datum.");
    expect(text).not.toContain("U hoeft niets te doen.");
  });

  test("says that we were in touch once that is recorded (B20)", () => {
    const one = new CaseShown("learnworks").upTo("statement", "complainant");
    expect(status(one, "nl", "2026-01-12T09:00:00.000Z").text).toContain("Wij hadden contact met u.");
  });

  test("shows a delay with the old date, the new one and the reason (B22)", () => {
    const { text } = status(new CaseShown("learnworks").upTo("solve"));
    expect(text).toContain("U krijgt de uitkomst voor maandag 2 maart 2026 om 17.00 uur");
    expect(text).toContain(
      "Eerst was het donderdag 5 februari 2026 om 10.00 uur. Nu is het maandag 2 maart 2026 om 17.00 uur. De reden: Wij wachten op een verslag van de locatie.",
    );
  });

  test("says that the clock stands still, until when and why", () => {
    const one = new CaseShown("learnworks").upTo("establish-facts");
    pause(one);
    expect(status(one).text).toMatch(/De klok staat nu stil\. Van .* tot .*\. De reden: Wij wachten op het verslag\./);
    expect(status(one, "nl", "2026-02-03T09:00:00.000Z").text).toContain("De klok stond stil.");
  });

  test("tells what happened in order, with the complainant's own messages and nobody else's", () => {
    const one = new CaseShown("learnworks").upTo("establish-facts");
    one.write("complainant", "Nog iets").write("respondent:1", "x");
    const { text } = status(one);
    const told = ["kwam bij ons binnen", "bevestiging van ons", "Wij lazen uw klacht", "de andere kant", "een bericht"];
    const places = told.map((each) => text.indexOf(each));
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(places).not.toContain(-1);
    expect(text.split("een bericht.")).toHaveLength(2);
  });

  test("shows the steps of the procedure in its own words (A3, B2)", () => {
    expect(status(new CaseShown("sterker").upTo("statement", "complainant")).text).toContain(
      "Indienen: klaar Analyseren: nu Behandelen: later",
    );
    const { text, html } = status(new CaseShown("learnworks").upTo("solve"));
    expect(text).toContain(
      "Luisteren en beoordelen: klaar Registreren: klaar Oplossen: nu Terugkoppelen: later Analyseren: later Leren: later Verbeteren: later",
    );
    expect(html.split('aria-current="step"')).toHaveLength(2);
  });

  test("of what was no complaint tells why and where to go, once that was sent, and skips what was not done", () => {
    const one = new CaseShown("learnworks").upTo("assess");
    const reason = "Dit is een vraag.";
    const posted = { outcome: "not-a-complaint", reason, rightDoor: "Onze administratie" };
    one.events({ type: "AnswerTask", taskId: one.task.taskId, by: one.task.assignee, posted }, one.now);
    expect(status(one).text).not.toContain(reason);
    const { text } = status(one.letters("referral"));
    expect(text).toContain(`Ons antwoord Waarom niet? ${reason}`);
    expect(text).toContain("Onze administratie");
    expect(text).toContain("Oplossen: niet nodig Terugkoppelen: niet nodig");
    expect(text).toContain("Dan kijken wij er nog eens naar.");
    expect(text).not.toContain("De uitkomst");
  });

  test("after withdrawing says so and asks nothing more", () => {
    const one = new CaseShown("sterker").upTo("statement", "complainant");
    withdraw(one);
    const { text, html } = status(one);
    expect(text).toContain("U hebt uw klacht ingetrokken.");
    expect(html).not.toContain("/do/withdraw");
    expect(text).not.toContain("Wij vragen u iets");
  });

  test("can be shown after personal data were erased", () => {
    const one = new CaseShown("learnworks").toTheEnd();
    const html = statusPage({ ...viewOf(one, "complainant"), dossier: one.erased });
    expect(html).toContain("Deze tekst is gewist.");
    expect(html).not.toMatch(/undefined|excuses/);
  });
});

describe("a respondent's page", () => {
  const page = (one: CaseShown, by: Party = "respondent:1") => {
    const html = respondentPage(viewOf(one, by));
    return { html, text: readable(html) };
  };

  test.each(everyTask)("at $kind of $house for $about: no words or notes of others", ({ house, kind, about }) => {
    const one = new CaseShown(house).upTo(kind, about).write("complainant", "GEHEIM-BERICHT");
    const { html } = page(one);
    const owner = staffNames(house).filter((name) => html.includes(name));
    for (const secret of [words.staff, words.complainant, words.second, "GEHEIM", client, "Bram"]) {
      expect(html).not.toContain(secret);
    }
    expect(owner.length).toBeLessThanOrEqual(1);
    expect(html).not.toContain("UITKOMST-KLAGER");
  });

  test("tells what is claimed, their rights and whom to talk to (B15)", () => {
    const { text } = page(new CaseShown("learnworks").upTo("statement", "respondent:1"));
    expect(text).toContain(`Dit is de klacht ${complaint}`);
    expect(text).toContain("U mag uw kant vertellen. Wij horen u voor wij iets besluiten.");
    expect(text).toContain("Farah Amrani (projectmanager) behandelt deze klacht.");
    expect(text).toContain("Er is nog niets besloten.");
  });

  test("does not show the complaint while the copy is held back (B15)", () => {
    expect(page(new CaseShown("sterker").upTo("talk-result")).text).not.toContain(complaint);
  });

  test("lists their own questions and nobody else's", () => {
    const one = new CaseShown("learnworks").upTo("statement", "respondent:1");
    expect(page(one).html).toContain('href="/s/secret/t/statement-2"');
    expect(page(one, "respondent:2").html).not.toContain("/s/secret/t/");
  });

  test("has the outcome in the words meant for them, once sent (B28)", () => {
    expect(page(new CaseShown("learnworks").upTo("approve-outcome")).text).not.toContain("UITKOMST");
    expect(page(new CaseShown("learnworks").upTo("react")).text).toContain("UITKOMST-BETROKKENE");
  });

  test("tells a colleague that they do no work on it, and an outsider not", () => {
    const one = new CaseShown("learnworks").upTo("statement", "respondent:1");
    expect(page(one).text).toContain("U doet zelf niets aan deze klacht");
    expect(page(one, "respondent:2").text).not.toContain("U doet zelf niets aan deze klacht");
  });
});

test("a client finds a number to call, and nothing of the case", () => {
  const html = noticePage(viewOf(new CaseShown("learnworks").upTo("react"), "client"));
  expect(readable(html)).toContain("Wij zijn met deze zaak bezig.");
  for (const secret of [complaint, "UITKOMST", "Sanne", "Bram", ...staffNames("learnworks")]) {
    expect(html).not.toContain(secret);
  }
});
