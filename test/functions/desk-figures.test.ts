import { unzipSync } from "fflate";
import { beforeEach, describe, expect, test } from "vitest";
import { viewsOf } from "../../shared/store/views.ts";
import { complaintMail } from "../support/embedded-world.ts";
import { DeskVisitor } from "./desk-visitor.ts";

const farah = "farah.amrani@learnworks.example";
const wim = "wim.degraaf@learnworks.example";
const home = "/desk/learnworks";
let desk: DeskVisitor;

/** One complaint that anybody may see and one about Farah, both of a kind. */
beforeEach(async () => {
  desk = await DeskVisitor.at().signedIn(wim);
  for (const [number, text] of ["De zaal was koud.", "Farah Amrani riep door de zaal."].entries()) {
    const caseId = await desk.hasCase(
      complaintMail({ subject: `Klacht ${number + 1}`, text, id: `<m-${number}@zorggroep.example>` }),
    );
    const taskId = await desk.opens(caseId, "assess");
    const posted = {
      outcome: "handle",
      category: number === 0 ? "location" : "trainer",
      severity: "ordinary",
      claim: "no",
      talked: "no",
      ...(number === 1 && { respondentStaff: "farah" }),
    };
    const { assignee } = (await desk.dossier(caseId)).tasks.at(-1) ?? { assignee: "role:director" as const };
    await desk.execute(caseId, { type: "AnswerTask", taskId, by: assignee, posted });
  }
});

const bytesOf = ({ body }: { readonly body: string }) => Buffer.from(body, "base64");
const counted = (html: string) =>
  Object.fromEntries([...html.matchAll(/<strong>(\d+)<\/strong> ([^<]+)</g)].map(([, count, words]) => [words, count]));

describe("The register (A23, A24, B11)", () => {
  test("shows every complaint with its facts and what they add up to", async () => {
    const { status, body } = await desk.visit(`${home}/register`);
    expect(status).toBe(200);
    expect(body).toContain("LW-2026-0001");
    expect(body).toContain("LW-2026-0002");
    expect(body).not.toContain("Sanne de Wit");
    expect(counted(body)).toMatchObject({
      "klachten binnengekomen": "2",
      "daarvan nog niet bekeken": "0",
      "geteld als klacht": "2",
      "daarvan in behandeling": "2",
      "daarvan gesloten": "0",
    });
  });

  test("says first how many came in, also when nobody assessed them yet (A23)", async () => {
    await desk.hasCase(complaintMail({ subject: "Klacht 3", text: "Het was te vol.", id: "<m-3@zorggroep.example>" }));
    const { body } = await desk.visit(`${home}/register`);
    expect(Object.entries(counted(body)).slice(0, 3)).toEqual([
      ["klachten binnengekomen", "3"],
      ["daarvan nog niet bekeken", "1"],
      ["geteld als klacht", "2"],
    ]);
  });

  test("says of its totals that they count more than the rows that were chosen", async () => {
    const words = "Uw keuze geldt alleen voor de rijen hieronder.";
    expect((await desk.visit(`${home}/register`)).body).not.toContain(words);
    expect((await desk.visit(`${home}/register`, { query: { category: "" } })).body).not.toContain(words);
    const { body } = await desk.visit(`${home}/register`, { query: { category: "location" } });
    expect(body).toContain(words);
    expect(counted(body)).toMatchObject({ "klachten binnengekomen": "2" });
  });

  test.each([
    ["category", "location", ["LW-2026-0001"]],
    ["category", "trainer", ["LW-2026-0002"]],
    ["status", "closed", []],
    ["kind", "advice", []],
    ["cause", "nonsense", []],
  ])("narrows by %s %s", async (name, value, numbers) => {
    const { body } = await desk.visit(`${home}/register`, { query: { [name]: value } });
    expect(body.match(/LW-2026-\d{4}/g) ?? []).toEqual(numbers);
  });

  test("shows other months when asked", async () => {
    const { body } = await desk.visit(`${home}/register`, { query: { from: "2025-01", until: "2025-12" } });
    expect(body).not.toContain("LW-2026");
    expect(counted(body)["klachten binnengekomen"]).toBe("0");
  });

  test.each([{ from: "2026-13" }, { from: "2026-01", until: "2025-01" }, { from: "x", until: "'" }])(
    "takes %o for the last twelve months",
    async (query) => {
      const { body } = await desk.visit(`${home}/register`, { query });
      expect(body).toContain("LW-2026-0001");
      // It is January: what began in February a year ago is still in sight.
      expect(body).toMatch(/<option[^>]*value="2025-02"[^>]*selected|<option[^>]*selected[^>]*value="2025-02"/);
    },
  );

  test("is saved as text, as a workbook and for programs", async () => {
    const csv = await desk.visit(`${home}/register.csv`);
    expect(csv.headers["content-type"]).toBe("text/csv; charset=utf-8");
    expect(csv.headers["content-disposition"]).toBe(
      'attachment; filename="klachtenregister-learnworks-2025-02-2026-01.csv"',
    );
    expect(
      bytesOf(csv)
        .toString()
        .split("\r\n")
        .slice(1, 3)
        .map((line) => line.slice(0, 12)),
    ).toEqual(["LW-2026-0001", "LW-2026-0002"]);
    const json: unknown = JSON.parse(bytesOf(await desk.visit(`${home}/register.json`)).toString());
    expect(json).toMatchObject({ rows: [{ number: "LW-2026-0001" }, { number: "LW-2026-0002" }] });
    const xlsx = await desk.visit(`${home}/register.xlsx`, { query: { lang: "en" } });
    expect(Object.keys(unzipSync(bytesOf(xlsx)))).toContain("xl/workbook.xml");
    expect(xlsx.headers["content-disposition"]).toContain("complaints-register-");
  });

  test("is saved with the same filters", async () => {
    const csv = await desk.visit(`${home}/register.csv`, { query: { category: "location" } });
    expect(
      bytesOf(csv)
        .toString()
        .match(/LW-2026-\d{4}/g),
    ).toEqual(["LW-2026-0001"]);
  });
});

describe("The overview and its evidence", () => {
  test("are shown for the chosen months, with a PDF", async () => {
    const { status, body } = await desk.visit(`${home}/overview`, { query: { from: "2026-01", until: "2026-01" } });
    expect(status).toBe(200);
    expect(body).toContain("januari 2026");
    expect(body).toContain("/desk/learnworks/overview.pdf?from=2026-01&amp;until=2026-01");
    const pdf = await desk.visit(`${home}/overview.pdf`);
    expect(pdf.headers["content-type"]).toBe("application/pdf");
    expect(bytesOf(pdf).subarray(0, 5).toString()).toBe("%PDF-");
  });

  test("are packed as evidence (A2)", async () => {
    const pack = await desk.visit(`${home}/evidence`);
    const names = Object.keys(unzipSync(bytesOf(pack)));
    expect(names).toContain("chains/LW-2026-0001.json");
    expect(names).toContain("chains/LW-2026-0002.json");
  });
});

describe("Whoever is involved in a complaint", () => {
  beforeEach(() => desk.signedIn(farah));

  test("does not find it in the register, nor in what it adds up to", async () => {
    const { body } = await desk.visit(`${home}/register`);
    expect(body.match(/LW-2026-\d{4}/g)).toEqual(["LW-2026-0001"]);
    expect(counted(body)).toMatchObject({ "klachten binnengekomen": "1" });
    const filtered = await desk.visit(`${home}/register`, { query: { category: "trainer" } });
    expect(filtered.body).not.toContain("LW-2026-0002");
  });

  test.each(["csv", "json"])("does not find it in the register as %s", async (format) => {
    const saved = bytesOf(await desk.visit(`${home}/register.${format}`)).toString();
    expect(new Set(saved.match(/LW-2026-\d{4}/g))).toEqual(new Set(["LW-2026-0001"]));
  });

  test("does not find it in the register as a workbook", async () => {
    const files = Object.values(unzipSync(bytesOf(await desk.visit(`${home}/register.xlsx`))));
    const all = files.map((one) => Buffer.from(one).toString()).join("");
    expect(all).toContain("LW-2026-0001");
    expect(all).not.toContain("LW-2026-0002");
  });

  test("does not find it in the evidence", async () => {
    const files = unzipSync(bytesOf(await desk.visit(`${home}/evidence`)));
    expect(Object.keys(files)).not.toContain("chains/LW-2026-0002.json");
    const all = Object.values(files).map((one) => Buffer.from(one).toString());
    expect(all.join("")).not.toContain("LW-2026-0002");
  });

  test("gets an overview without it", async () => {
    const { overviewFor } = await import("../../shared/learning/make-overview.ts");
    const { cases } = desk.world;
    const own = await overviewFor("learnworks", "2026-01-01", "2026-02-01", { cases }, "farah");
    const all = await overviewFor("learnworks", "2026-01-01", "2026-02-01", { cases }, "wim");
    expect([own.overview.complaints, all.overview.complaints]).toEqual([1, 2]);
  });
});

describe("A measure from another source (B38)", () => {
  const path = `${home}/measures/new`;
  const agreed = {
    ticket: "t1",
    text: "De zaal een uur eerder verwarmen.",
    why: "Bleek bij de audit.",
    measureType: "process",
    owner: "ingrid",
    due: "2026-03-02",
    cases: "LW-2026-0001",
    counted: "category:location",
  };

  test("gets a file, a task by its date and a place among what is learned", async () => {
    expect((await desk.post(path, agreed)).headers["location"]).toBe(`${home}/learning`);
    const { body } = await desk.visit(`${home}/learning`);
    expect(body).toContain("De zaal een uur eerder verwarmen.");
    expect(body).toContain("LW-M-2026-0001");
    expect(body).toContain("Ingrid Bakker");
    expect(desk.world.workflow.started.map(({ machine }) => machine)).toContain("measure-learnworks");
  });

  test("that is sent twice is one measure", async () => {
    await Promise.all([desk.post(path, agreed), desk.post(path, agreed)]);
    await desk.post(path, agreed);
    expect((await desk.visit(`${home}/learning`)).body).not.toContain("LW-M-2026-0002");
  });

  test.each([
    ["text", { text: " " }],
    ["text", { text: "x".repeat(301) }],
    ["measureType", { measureType: "promise" }],
    ["owner", { owner: "niemand" }],
    ["due", { due: "2026-01-05" }],
    ["due", { due: "2026-02-30" }],
    ["cases", { cases: "LW-2026-0009" }],
  ])("with a mistake in %s (%o) is asked again", async (field, wrong) => {
    const answer = await desk.post(path, { ...agreed, ...wrong });
    expect(answer.status).toBe(422);
    expect(answer.body).toContain(`id="problem-${field}"`);
    expect(answer.body).toContain("Bleek bij de audit.");
  });

  test("is due within nine months, as everywhere: what takes longer begins with a first step (B38)", async () => {
    const later = await desk.post(path, { ...agreed, due: "2026-10-06" });
    expect(later.status).toBe(422);
    expect(later.body).toContain("Kies een dag binnen negen maanden. Duurt het langer? Begin dan met een eerste stap.");
    expect((await desk.post(path, { ...agreed, due: "2026-10-02" })).status).toBe(303);
  });

  test("is not for somebody whom a complaint behind it is about", async () => {
    const answer = await desk.post(path, { ...agreed, cases: "LW-2026-0002", owner: "farah" });
    expect(answer.body).toContain("Een van deze klachten gaat over deze collega.");
  });

  test("tells who is involved nothing about a complaint: its number is as unknown as one that is not there", async () => {
    await desk.signedIn(farah);
    const hidden = await desk.post(path, { ...agreed, cases: "LW-2026-0002" });
    const absent = await desk.post(path, { ...agreed, cases: "LW-2026-0099" });
    expect(hidden.body.replaceAll("0002", "NNNN")).toBe(absent.body.replaceAll("0099", "NNNN"));
  });

  test("that came of a complaint is kept from whom that is about", async () => {
    await desk.post(path, { ...agreed, cases: "LW-2026-0002" });
    await desk.signedIn(farah);
    expect((await desk.visit(`${home}/learning`)).body).not.toContain("De zaal een uur eerder");
  });

  test("is not agreed on from another site", async () => {
    expect((await desk.post(path, agreed, { "sec-fetch-site": "cross-site" })).status).toBe(403);
    expect((await desk.visit(`${home}/learning`)).body).not.toContain("LW-M-2026-0001");
  });
});

describe("What we know of somebody", () => {
  const path = `${home}/person`;
  const asked = { email: "sanne.dewit@zorggroep.example", reads: "nl", format: "html" };

  test("is one file to give them, and it is written down in each case that is in it", async () => {
    const file = await desk.post(path, asked);
    expect(file.headers["content-disposition"]).toBe('attachment; filename="inzage.html"');
    const html = bytesOf(file).toString();
    expect(html).toContain("LW-2026-0001");
    expect(html).toContain("LW-2026-0002");
    const caseId = (
      await desk.world.cases.items.query({ partition: "LIST#learnworks#complaints", index: "gsi1" })
    ).items[0]?.pk
      .split("#")
      .at(-1);
    const looked = await viewsOf(desk.world.items, "learnworks", caseId ?? "", 10);
    expect(looked).toMatchObject([{ person: "wim", what: "person" }]);
  });

  test("is data for a program too", async () => {
    const file = await desk.post(path, { ...asked, format: "json" });
    expect(JSON.parse(bytesOf(file).toString())).toMatchObject({ cases: [{ number: "LW-2026-0001" }, {}] });
  });

  test("has nothing of a case that the visitor is involved in", async () => {
    await desk.signedIn(farah);
    for (const format of ["html", "json"]) {
      const file = bytesOf(await desk.post(path, { ...asked, format })).toString();
      expect(file).toContain("LW-2026-0001");
      expect(file).not.toContain("LW-2026-0002");
    }
  });

  test.each([{ email: "" }, { email: "sanne" }, { email: "", name: "x" }])("%o is nobody", async (wrong) => {
    expect((await desk.post(path, { ...asked, ...wrong })).status).toBe(422);
  });

  test("is not made for another site, nor by looking", async () => {
    expect((await desk.post(path, asked, { "sec-fetch-site": "cross-site" })).status).toBe(403);
    const { body } = await desk.visit(path, { query: asked });
    expect(body).not.toContain("LW-2026");
  });
});
