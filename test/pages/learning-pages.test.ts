import { describe, expect, test } from "vitest";
import type { Verdict } from "../../shared/domain/learning/before-and-after.ts";
import { languages } from "../../shared/domain/text.ts";
import type { PromiseShown } from "../../shared/pages/behind-file.ts";
import { nothingBehind } from "../../shared/pages/behind-file.ts";
import { statusPage } from "../../shared/pages/status-page.tsx";
import { procedures } from "../support/case-under-test.ts";
import { FileUnderTest, signalOf } from "../support/file-under-test.ts";
import { readable, startTags } from "../support/markup.ts";
import { CaseShown } from "./case-shown.ts";
import { viewOf } from "./every-page.ts";
import {
  analysis,
  behindJudged,
  behindMeasure,
  behindReview,
  behindSignal,
  everyLearningPage,
  judgedMeasure,
  learningFile,
  learningTask,
  measureShown,
  promiseShown,
  reviewShown,
  riseShown,
  signalShown,
} from "./learning-shown.ts";

const { learnworks } = procedures;

describe.each(languages)("no page of a file that is no complaint, in %s,", (language) => {
  test.each(everyLearningPage(language))("$title: speaks of the complaint, or shows its steps", ({ html }) => {
    // An overview has the duties of the procedure in its own words, which are about complaints.
    const own = readable(html).replace(/(?:In het kort|In short) .*/, "");
    expect(own).not.toMatch(/\b(?:de|deze|the|this) (?:klacht|zaak|complaint|case)\b/i);
    expect(startTags(html).some(({ attributes }) => attributes["class"] === "progress")).toBe(false);
    expect(readable(html)).not.toMatch(/undefined|\[object|NaN|Invalid/);
  });
});

describe("the page of a measure", () => {
  test("says what it is, why, whose, by when, and which complaints are behind it (A28, B38)", () => {
    const page = readable(learningTask(measureShown(), "report-measure", "nl", { behind: behindMeasure }));
    expect(page).toContain("Afspraken vooraf bevestigen Waarom Afspraken stonden alleen in het hoofd van de planner.");
    expect(page).toContain("Soort Werkwijze Wie doet het Ingrid Bakker (office manager) Klaar op maandag 2 maart 2026");
    expect(page).toContain("Hoe het staat Nog te doen");
    expect(page).toContain("Komt uit Een klacht: LW-2025-0031 Klachten erachter LW-2025-0044");
    expect(page).toContain("Deze datum is zo afgesproken.");
  });

  test("keeps the first date when it was moved", () => {
    const one = measureShown();
    const posted = { outcome: "extended", newDue: "2026-04-01", extendReason: "De planner was ziek." };
    one.perform("report-measure", posted);
    expect(readable(learningFile(one, "nl"))).toContain("woensdag 1 april 2026 (eerst maandag 2 maart 2026");
  });

  test("has no words once they were erased", () => {
    const one = measureShown();
    const { matter } = one.dossier;
    if (matter.kind !== "measure") throw new Error("It is a measure.");
    const erased = { ...one.dossier, matter: { ...matter, measure: { ...matter.measure, text: "" } } };
    const page = readable(learningFile({ dossier: erased, procedure: one.procedure }, "nl"));
    expect(page).toContain("Deze tekst is gewist.");
  });

  test("of a promise says so", () => {
    const page = readable(learningTask(promiseShown(), "report-measure", "en"));
    expect(page).toContain("Do what we promised");
    expect(page).toContain("The promise Wij plannen een nieuwe trainingsdag.");
    expect(page).toContain("Promised by");
  });
});

describe("whoever judges a measure (A28, B37)", () => {
  test("sees the numbers before and after, and what is not known yet", () => {
    const page = readable(learningTask(judgedMeasure(), "judge-effect", "nl", { behind: behindJudged }));
    expect(page).toContain("Wij tellen klachten met de oorzaak “Onduidelijke afspraken of verwachtingen”.");
    expect(page).toContain("Ervoor 14 12 1,2 Erna 1 6 0,2");
    expect(page).toContain("Van 2 open klachten weten wij dit nog niet.");
  });

  const verdicts: readonly { readonly verdict: Verdict; readonly says: string }[] = [
    { verdict: "fewer", says: "Er zijn minder klachten dan ervoor. Dat komt bijna zeker niet door toeval." },
    { verdict: "more", says: "Er zijn meer klachten dan ervoor. Dat komt bijna zeker niet door toeval." },
    { verdict: "could-be-chance", says: "Het verschil is zo klein dat het toeval kan zijn." },
    { verdict: "too-few", says: "Dit is te weinig om iets te kunnen zeggen." },
  ];
  test.each(verdicts)("reads in plain words that it is $verdict", ({ verdict }) => {
    const { effect } = behindJudged;
    const behind = { ...behindJudged, ...(effect !== undefined && { effect: { ...effect, verdict } }) };
    const page = readable(learningTask(judgedMeasure(), "judge-effect", "nl", { behind }));
    expect(verdicts.filter((one) => page.includes(one.says)).map((one) => one.verdict)).toEqual([verdict]);
  });
});

describe("the page of a pattern (B31, B36)", () => {
  test("says in words what it is, when, and which complaints are in it", () => {
    const page = readable(learningFile(signalShown(), "nl", { behind: behindSignal }));
    expect(page).toContain("Er kwamen 3 klachten met dezelfde oorzaak: “Onduidelijke afspraken of verwachtingen”.");
    expect(page).toContain("Klachten LW-2025-0031 LW-2025-0044 LW-2026-0002");
  });

  test("tells the deputy that the holder is involved in a complaint behind it (B16)", () => {
    const holder = learnworks.roles.find(({ id }) => id === learnworks.responsibilities.learning)?.holder ?? "";
    const page = readable(
      learningTask(new FileUnderTest(learnworks, signalOf({ shielded: [holder] })), "look-into-signal", "nl"),
    );
    expect(page).toContain("Die is zelf bij een klacht die erbij hoort betrokken en ziet het dossier niet.");
  });

  test("shows what is usual, and the months in a table beside the picture", () => {
    const html = learningTask(riseShown(), "look-into-signal", "nl", { behind: behindSignal });
    expect(readable(html)).toContain("Er kwamen ineens meer klachten: 9 in een maand.");
    expect(readable(html)).toContain("Ongeveer 2,3 in een maand. Vanaf 8 is toeval niet meer aannemelijk.");
    expect(readable(html)).toMatch(/december 2025 9 2,3 \d/);
    const image = startTags(html).find(({ tag }) => tag === "img");
    expect(image?.attributes["alt"]).toBe("Grafiek. De tabel hieronder zegt hetzelfde.");
  });
});

describe("whoever goes through the measures of a review (A27)", () => {
  const one = reviewShown();
  one.perform("check-overview", { outcome: "checked" });
  one.perform("analyse-overview", { outcome: "analysed", ...analysis });
  const page = readable(learningTask(one, "go-through-measures", "nl", { behind: behindReview() }));

  test("reads each proposal above the question what to do with it", () => {
    expect(page).toContain("Voorstel 1: wat besluit u? Bevestig elke afspraak op papier. Dit gaan wij doen");
    expect(page).toContain("Voorstel 2: wat besluit u? Leer trainers hoe zij met kritiek omgaan. Dit gaan wij doen");
    expect(page).not.toContain("Voorstel 3: wat besluit u?");
  });

  test("sees what was agreed before and is still open", () => {
    expect(page).toContain("Maatregelen die nog lopen LW-M-2025-0007 Afspraken vooraf bevestigen");
  });

  test("has the frozen figures and the analysis at hand (A25, A26)", () => {
    expect(page).toContain("Klachten per maand");
    expect(page).toContain("De meeste klachten gaan over afspraken.");
  });
});

describe("what we promised, on the complainant's page", () => {
  const promised: PromiseShown = {
    caseId: "promise",
    text: "Wij plannen een nieuwe dag.",
    promisedFor: "2026-03-02T16:00:00.000Z",
    dueAt: "2026-03-02T16:00:00.000Z",
    status: "open",
    endedAt: undefined,
  };
  const shown = (promise: Partial<PromiseShown>, now = "2026-02-01T09:00:00.000Z") => {
    const view = viewOf(new CaseShown("learnworks").upTo("react"), "complainant");
    return readable(
      statusPage({ ...view, now, behind: { ...nothingBehind, promises: [{ ...promised, ...promise }] } }),
    );
  };

  test.each([
    { how: "is on its way", promise: {}, says: "Voor maandag 2 maart 2026. Wij zijn ermee bezig." },
    {
      how: "was kept",
      promise: { status: "kept", endedAt: "2026-01-20T16:00:00.000Z" },
      says: "Dat hebben wij gedaan: dinsdag 20 januari 2026.",
    },
    { how: "is given up", promise: { status: "dropped" }, says: "Dit gaat toch niet door. Dat spijt ons." },
    {
      how: "was moved",
      promise: { dueAt: "2026-04-01T15:00:00.000Z" },
      says: "Voor maandag 2 maart 2026. Dat is later geworden: woensdag 1 april 2026.",
    },
    { how: "is late", promise: {}, now: "2026-03-03T09:00:00.000Z", says: "Wij zijn te laat. Dat spijt ons." },
  ] as const)("$how: it says so", ({ promise, says, ...more }) => {
    const page = shown(promise, "now" in more ? more.now : undefined);
    expect(page).toContain("Dit beloofden wij u Wij plannen een nieuwe dag.");
    expect(page).toContain(says);
  });

  test("is not there where nothing was promised", () => {
    expect(readable(statusPage(viewOf(new CaseShown("learnworks").upTo("react"), "complainant")))).not.toContain(
      "Dit beloofden wij u",
    );
  });
});

describe("a form with room for several measures", () => {
  const folds = (values?: Readonly<Record<string, string>>) =>
    startTags(learningTask(signalShown(), "look-into-signal", "nl", values === undefined ? {} : { values })).filter(
      ({ tag, attributes }) => tag === "details" && attributes["class"]?.includes("for-1"),
    );

  test("folds away all but the first", () => {
    expect(folds().map(({ attributes }) => "open" in attributes)).toEqual([false, false]);
  });

  test("hides nothing that was filled in", () => {
    expect(folds({ measure2: "Een tweede plan" }).map(({ attributes }) => "open" in attributes)).toEqual([true, false]);
  });
});
