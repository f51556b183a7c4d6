import { beforeEach, describe, expect, test } from "vitest";
import { CaseStore } from "../../shared/store/cases.ts";
import { answers, procedures } from "../support/case-under-test.ts";
import { complaintMail } from "../support/embedded-world.ts";
import { DeskVisitor } from "./desk-visitor.ts";

const noor = { id: "noor", name: "Noor Maas", email: "noor.maas@learnworks.example" };
const home = "/desk/learnworks";
let desk: DeskVisitor;
let caseId: string;

/** Noor holds a role that carries no responsibility and gets no copies. */
beforeEach(async () => {
  desk = DeskVisitor.at();
  const { learnworks } = procedures;
  const role = { id: "planner", title: { nl: "planner", en: "planner" }, holder: "noor", deputy: "ingrid" };
  const { items, clock, secrets, dependencies } = desk.world;
  const own = {
    ...learnworks,
    people: [...learnworks.people, noor],
    roles: [...learnworks.roles, { ...role, above: "director" }],
  };
  dependencies.cases = new CaseStore({ items, procedures: [own], clock, secrets });
  desk.world.cases = dependencies.cases;
  await desk.signedIn(noor.email);
  caseId = await desk.hasCase();
});

describe("A colleague whose role carries no responsibility", () => {
  test.each([
    "/cases",
    "/register",
    "/register.csv",
    "/register.json",
    "/register.xlsx",
    "/learning",
    "/measures/new",
    "/overview",
    "/overview.pdf",
    "/evidence",
    "/person",
  ])("finds nothing at %s, nor a link to it", async (path) => {
    const answer = await desk.visit(`${home}${path}`);
    expect(answer.status).toBe(404);
    expect((await desk.visit(home)).body).not.toContain(`href="${home}${path}"`);
  });

  test.each(["/measures/new", "/person"])("can post nothing to %s", async (path) => {
    expect((await desk.post(`${home}${path}`, { email: "sanne.dewit@zorggroep.example" })).status).toBe(404);
  });

  test("opens no case in which they have nothing to do", async () => {
    expect((await desk.visit(`${home}/case/${caseId}`)).status).toBe(404);
  });

  test("opens the case of a task that was given to them, and finds that task", async () => {
    const taskId = await desk.opens(caseId, "assess");
    const given = { outcome: "handed-over", handTo: "noor", reason: "Jij kent de planning." };
    const ingrid = await desk.another().signedIn("ingrid.bakker@learnworks.example");
    await ingrid.post(`${home}/case/${caseId}/t/${taskId}/do/hand-over-task`, given);
    expect((await desk.visit(home)).body).toContain(`${home}/case/${caseId}/t/${taskId}`);
    expect((await desk.visit(`${home}/case/${caseId}/t/${taskId}`)).status).toBe(200);
  });

  test("can register a complaint, as everybody can (B14)", async () => {
    expect((await desk.visit(`${home}/cases/new`)).status).toBe(200);
  });

  test("sees nothing more when the complaint is about them", async () => {
    const about = await desk.hasCase(complaintMail({ text: "Noor Maas plande het verkeerd.", id: "<n@x.example>" }));
    expect((await desk.visit(`${home}/case/${about}`)).status).toBe(404);
  });
});

test("what nobody has assessed yet, and may be about anybody, is not read by a colleague who only gets copies or only stands in for the owner", async () => {
  const { learnworks } = procedures;
  const role = { id: "planner", title: { nl: "planner", en: "planner" }, holder: "noor", deputy: "ingrid" };
  const { items, clock, secrets, dependencies } = desk.world;
  const own = {
    ...learnworks,
    people: [...learnworks.people, noor],
    copies: [...learnworks.copies, "planner"],
    roles: [...learnworks.roles, { ...role, above: "director" }],
  };
  dependencies.cases = new CaseStore({ items, procedures: [own], clock, secrets });
  desk.world.cases = dependencies.cases;
  const path = `${home}/case/${caseId}`;
  expect((await desk.visit(path)).status).toBe(404);
  expect((await desk.visit(`${home}/cases`)).body).not.toContain(path);
  const taskId = await desk.opens(caseId, "assess");
  await desk.execute(caseId, { type: "AnswerTask", taskId, by: "role:office-manager", posted: answers.handle });
  expect((await desk.visit(path)).status).toBe(200);
  expect((await desk.visit(`${home}/cases`)).body).toContain(path);
});

test("a task is for whoever has it, their deputy, the owner and the director", async () => {
  const taskId = await desk.opens(caseId, "assess");
  const path = `${home}/case/${caseId}/t/${taskId}`;
  const statusFor = async (email: string) => (await (await desk.another().signedIn(email)).visit(path)).status;
  expect(await statusFor("ingrid.bakker@learnworks.example")).toBe(200);
  expect(await statusFor("joost.vermeulen@learnworks.example")).toBe(200);
  expect(await statusFor("farah.amrani@learnworks.example")).toBe(200);
  expect(await statusFor("wim.degraaf@learnworks.example")).toBe(200);
  expect(await statusFor(noor.email)).toBe(404);
});
