import { beforeEach, describe, expect, test } from "vitest";
import { viewsOf } from "../../shared/store/views.ts";
import { complaintMail } from "../support/embedded-world.ts";
import { DeskVisitor } from "./desk-visitor.ts";

const farah = "farah.amrani@learnworks.example";
const ingrid = "ingrid.bakker@learnworks.example";
let desk: DeskVisitor;
let caseId: string;
let page: string;

beforeEach(async () => {
  desk = await DeskVisitor.at().signedIn(farah);
  caseId = await desk.hasCase();
  page = `/desk/learnworks/case/${caseId}`;
});

const looks = () => viewsOf(desk.world.items, "learnworks", caseId, 50);

describe("The page of a case", () => {
  test("shows the file, the duties and the way out, and writes down who looked", async () => {
    const { status, body } = await desk.visit(page);
    expect(status).toBe(200);
    expect(body).toContain("LW-2026-0001");
    expect(body).toContain("B9");
    expect(body).toContain('action="/desk/out"');
    expect(await looks()).toMatchObject([{ person: "farah", what: "case" }]);
    expect((await desk.visit(page)).body).toContain("Farah Amrani opende de zaak");
  });

  test("is not shown when the look cannot be written down", async () => {
    desk.world.items.transact = async () => {
      throw new Error("out of reach");
    };
    const { status, body } = await desk.visit(page);
    expect(status).toBe(500);
    expect(body).not.toContain("LW-2026-0001");
  });

  test("changes nothing in the case", async () => {
    const before = (await desk.dossier(caseId)).version;
    for (const method of ["GET", "HEAD"]) {
      await desk.visit(page, { method });
      await desk.visit(`${page}/do/add-to-case`, { method });
    }
    expect((await desk.dossier(caseId)).version).toBe(before);
  });

  test("asks who is not signed in to sign in, and shows nothing", async () => {
    const answer = await desk.another().visit(page);
    expect(answer).toMatchObject({ status: 303, headers: { location: "/desk" } });
    expect(await looks()).toEqual([]);
  });
});

describe("A task at the desk", () => {
  const answer = {
    outcome: "handle",
    category: "trainer",
    severity: "ordinary",
    claim: "no",
    talked: "no",
  };
  let task: string;
  beforeEach(async () => {
    task = `${page}/t/${await desk.opens(caseId, "assess")}`;
    await desk.signedIn(ingrid);
  });

  test("is opened and answered by whoever has it, in their role", async () => {
    expect((await desk.visit(task)).body).toContain("<form");
    const posted = await desk.post(task, answer);
    expect(posted.headers["location"]).toBe(`${task}?done=1`);
    expect((await desk.dossier(caseId)).tasks[0]).toMatchObject({ status: "answered", by: "role:office-manager" });
    expect((await desk.visit(task, { query: { done: "1" } })).body).toMatch(
      /Dank u wel[\s\S]*href="\/desk\/learnworks"[^>]*>Terug naar mijn taken/,
    );
  });

  test("is answered by the deputy in their own name", async () => {
    await desk.signedIn("joost.vermeulen@learnworks.example");
    await desk.post(task, answer);
    expect((await desk.dossier(caseId)).tasks[0]).toMatchObject({ status: "answered", by: "person:joost" });
  });

  test("is shown again with what was filled in when something is missing", async () => {
    const posted = await desk.post(task, { outcome: "handle", tried: "Gebeld" });
    expect(posted.status).toBe(422);
    expect(posted.body).toContain("Gebeld");
  });

  test("is not answered from another site", async () => {
    expect((await desk.post(task, answer, { "sec-fetch-site": "cross-site" })).status).toBe(403);
    expect((await desk.dossier(caseId)).tasks[0]?.status).toBe("open");
  });

  test("can be given to a colleague", async () => {
    const posted = await desk.post(`${task}/do/hand-over-task`, {
      outcome: "handed-over",
      handTo: "wim",
      reason: "Ik ben er morgen niet.",
    });
    expect(posted.status).toBe(303);
    expect((await desk.dossier(caseId)).tasks[0]?.assignee).toBe("person:wim");
  });

  test("of somebody outside is no task of the desk", async () => {
    await desk.post(task, answer);
    const asked = await desk.opens(caseId, "statement", "complainant");
    expect((await desk.dossier(caseId)).tasks.at(-1)).toMatchObject({ taskId: asked, assignee: "complainant" });
    expect((await desk.visit(`${page}/t/${asked}`)).status).toBe(404);
    expect((await desk.visit(`${page}/t/nothing`)).status).toBe(404);
  });
});

describe("Whoever is involved in a case", () => {
  const aboutFarah = complaintMail({ text: "Farah Amrani schreeuwde tegen mij in de les.", id: "<two@x.example>" });

  test("gets the answer that everybody gets for a case that does not exist, and leaves no trace", async () => {
    const own = await desk.hasCase(aboutFarah);
    const unknown = "0".repeat(20);
    const file = "file/1";
    for (const below of ["", "/do/add-to-case", "/t/assess-1", `/${file}`]) {
      const hidden = await desk.visit(`/desk/learnworks/case/${own}${below}`);
      const absent = await desk.visit(`/desk/learnworks/case/${unknown}${below}`);
      expect(hidden).toEqual(absent);
      expect(hidden.status).toBe(404);
    }
    expect(await viewsOf(desk.world.items, "learnworks", own, 10)).toEqual([]);
  });

  test("cannot act in it", async () => {
    const own = await desk.hasCase(aboutFarah);
    const before = (await desk.dossier(own)).version;
    const posted = await desk.post(`/desk/learnworks/case/${own}/do/add-to-case`, { outcome: "added", message: "x" });
    expect(posted.status).toBe(404);
    expect((await desk.dossier(own)).version).toBe(before);
  });

  test("loses it the moment they are named", async () => {
    expect((await desk.visit(page)).status).toBe(200);
    const wim = await desk.another().signedIn("wim.degraaf@learnworks.example");
    const named = await wim.post(`${page}/do/name-respondent`, {
      outcome: "named",
      respondentStaff: "farah",
    });
    expect(named.status).toBe(303);
    expect((await desk.visit(page)).status).toBe(404);
  });
});
