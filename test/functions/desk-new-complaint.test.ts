import { beforeEach, describe, expect, test } from "vitest";
import { everyCase } from "../../shared/store/case-row.ts";
import { viewsOf } from "../../shared/store/views.ts";
import { DeskVisitor } from "./desk-visitor.ts";

const path = "/desk/learnworks/cases/new";
const heard = {
  ticket: "t1",
  channel: "phone",
  receivedOn: "2026-01-05",
  words: "De trainer kwam drie keer te laat en er was geen koffie.",
  name: "Hanna Vos",
  phone: "06 5550 1234",
  reads: "nl",
  course: "Gesprekken voeren",
  talked: "yes",
};
let desk: DeskVisitor;

beforeEach(async () => {
  desk = await DeskVisitor.at().signedIn("ingrid.bakker@learnworks.example");
});

async function cases() {
  return Array.fromAsync(everyCase(desk.world.items, "learnworks"));
}

async function registers(form: Readonly<Record<string, string>> = heard) {
  const answer = await desk.post(path, form);
  expect(answer.status).toBe(303);
  const [row] = await cases();
  return desk.dossier(row?.caseId ?? "");
}

describe("A complaint by phone, letter or in person", () => {
  test("is registered with how it came in, who complains and whom wrote it down (A23, B5, B6, B14)", async () => {
    const dossier = await registers();
    expect(dossier).toMatchObject({
      number: "LW-2026-0001",
      channel: "phone",
      identified: true,
      complainant: { name: "Hanna Vos", phone: "06 5550 1234" },
      report: { course: "Gesprekken voeren", talked: "yes" },
      subject: "Klacht over Gesprekken voeren",
      language: "nl",
    });
    expect(dossier.text).toContain("drie keer te laat");
    const looked = await viewsOf(desk.world.items, "learnworks", dossier.caseId, 10);
    expect(looked).toMatchObject([{ person: "ingrid", what: "registered" }]);
    expect(desk.world.workflow.started).toMatchObject([{ machine: "complaint-learnworks", name: dossier.caseId }]);
  });

  test("leads to its number and its page", async () => {
    const answer = await desk.post(path, heard);
    const next = new URL(answer.headers["location"] ?? "", "http://desk.example");
    const after = await desk.visit(next.pathname, { query: Object.fromEntries(next.searchParams) });
    expect(after.body).toContain("LW-2026-0001");
    expect(after.body).toContain(`/desk/learnworks/case/${next.searchParams.get("done")}`);
  });

  test("that is sent twice, or at the same moment, is one complaint", async () => {
    await Promise.all([desk.post(path, heard), desk.post(path, heard), desk.post(path, heard)]);
    expect(await cases()).toHaveLength(1);
  });

  test("on another form is another complaint", async () => {
    await desk.post(path, heard);
    await desk.post(path, { ...heard, ticket: "t2" });
    expect(await cases()).toHaveLength(2);
  });

  test("counts from the day on which it came in", async () => {
    expect((await registers({ ...heard, receivedOn: "2026-01-02" })).receivedAt).toBe("2026-01-02T11:00:00.000Z");
  });

  test.each([
    ["channel", { channel: "" }, "Kies hoe de klacht binnenkwam."],
    ["channel", { channel: "email" }, "Kies hoe de klacht binnenkwam."],
    ["receivedOn", { receivedOn: "2026-01-06" }, "vandaag of eerder"],
    ["receivedOn", { receivedOn: "2024-12-31" }, "vandaag of eerder"],
    ["receivedOn", { receivedOn: "2026-02-30" }, "vandaag of eerder"],
    ["words", { words: " " }, "Schrijf op wat er is gebeurd."],
    ["email", { phone: "" }, "Anders kunnen wij niet antwoorden."],
    ["email", { email: "klachten@learnworks.example" }, "ons eigen adres"],
  ])("with a mistake in %s (%o) is asked again, with what was filled in", async (field, wrong, words) => {
    const answer = await desk.post(path, { ...heard, ...wrong });
    expect(answer.status).toBe(422);
    expect(answer.body).toContain(words);
    expect(answer.body).toContain(`id="problem-${field}"`);
    expect(answer.body).toContain("Gesprekken voeren");
    expect(await cases()).toEqual([]);
  });

  test("in which whoever writes it down is named, shows them its number and no more", async () => {
    const answer = await desk.post(path, { ...heard, words: "Ingrid Bakker was onbeleefd tegen mij." });
    const next = new URL(answer.headers["location"] ?? "", "http://desk.example");
    const query = Object.fromEntries(next.searchParams);
    const after = await desk.visit(path, { query });
    expect(after.body).toContain("LW-2026-0001");
    expect(after.body).not.toContain("/desk/learnworks/case/");
    expect((await desk.visit(`/desk/learnworks/case/${query["done"]}`)).status).toBe(404);
    const colleague = await desk.another().signedIn("farah.amrani@learnworks.example");
    expect((await colleague.visit(path, { query })).body).not.toContain("LW-2026-0001");
  });

  test("from another site is not registered", async () => {
    expect((await desk.post(path, heard, { "sec-fetch-site": "cross-site" })).status).toBe(403);
    expect(await cases()).toEqual([]);
  });

  test("is not registered for who is not signed in", async () => {
    expect((await desk.another().post(path, heard)).headers["location"]).toBe("/desk");
    expect(await cases()).toEqual([]);
  });
});
