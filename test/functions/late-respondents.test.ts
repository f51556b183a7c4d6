import { describe, expect, test } from "vitest";
import { sweep } from "../../functions/sweep/sweep.ts";
import { shieldRespondent } from "../../shared/learning/shield-respondent.ts";
import { StoreUnavailable } from "../../shared/ports.ts";
import { everyPending } from "../../shared/store/outbox.ts";
import { answers, procedures } from "../support/case-under-test.ts";
import { measureOf, signalOf } from "../support/file-under-test.ts";
import { DeskVisitor } from "./desk-visitor.ts";

const house = "learnworks";
const home = `/desk/${house}`;
const mailOf = (id: string) => procedures.learnworks.people.find((one) => one.id === id)?.email ?? "";
const named = { outcome: "named", respondentStaff: "ingrid" };
const text = "Trainers mailen de afspraken vooraf";

/** A complaint with a signal and a measure of Ingrid's, before anybody said that it is about her. */
async function withFiles() {
  const desk = DeskVisitor.at();
  const { cases } = desk.world;
  const caseId = await desk.hasCase();
  const taskId = await desk.opens(caseId, "assess");
  await desk.execute(caseId, { type: "AnswerTask", taskId, by: "role:office-manager", posted: answers.handle });
  const behind = { cases: [caseId], shielded: [] };
  const [signal, measure] = [signalOf(behind), measureOf(procedures.learnworks, { text, owner: "person:ingrid" })];
  if (signal.kind !== "signal" || measure.kind !== "measure") throw new Error("Other kinds.");
  const raised = await cases.openSignal(house, signal.signal);
  const agreed = await cases.agreeMeasure(house, { ...measure.measure, ...behind, sourceId: caseId });
  await desk.opens(agreed.caseId, "report-measure");
  return { desk, caseId, files: [raised.caseId, agreed.caseId], measure: agreed.caseId };
}

const names = (desk: DeskVisitor, caseId: string) =>
  desk.execute(caseId, { type: "Act", action: "name-respondent", by: "role:director", posted: named, actId: "act1" });
const promised = async (desk: DeskVisitor) =>
  (await Array.fromAsync(everyPending(desk.world.items, house, "9999"))).filter(({ what }) => what === "shielding");

describe("A colleague who is named once a measure and a signal are there", () => {
  test("no longer finds them, nor has a task in them", async () => {
    const { desk, caseId, files, measure } = await withFiles();
    const ingrid = await desk.another().signedIn(mailOf("ingrid"));
    expect((await ingrid.visit(`${home}/learning`)).body).toContain(text);
    const wim = await desk.another().signedIn(mailOf("wim"));
    const answer = await wim.post(`${home}/case/${caseId}/do/name-respondent`, named);
    expect(answer.status).toBe(303);
    for (const file of files) expect((await ingrid.visit(`${home}/case/${file}`)).status).toBe(404);
    const learning = await ingrid.visit(`${home}/learning`);
    expect(learning.body).not.toMatch(/LW-[MS]-/);
    expect((await ingrid.visit(home)).body).not.toContain(measure);
    const { owner, tasks, letters } = await desk.dossier(measure);
    expect(owner).not.toBe("person:ingrid");
    expect(tasks).toMatchObject([{ kind: "report-measure", status: "open", assignee: owner, because: "involved" }]);
    expect(letters.slice(-2)).toMatchObject([
      { letter: "owner-assigned", to: owner },
      { letter: "task", to: owner },
    ]);
    expect(await promised(desk)).toEqual([]);
  });

  test("is kept from them by the sweeper when that could not be done at once, and once only", async () => {
    const { desk, caseId, files } = await withFiles();
    await names(desk, caseId);
    const [entry] = await promised(desk);
    if (entry?.what !== "shielding") throw new Error("Nothing was promised.");
    const transact = desk.world.items.transact.bind(desk.world.items);
    desk.world.items.transact = () => Promise.reject(new StoreUnavailable("Out of reach."));
    await expect(shieldRespondent(entry, { cases: desk.world.cases })).rejects.toThrow(StoreUnavailable);
    desk.world.items.transact = transact;
    expect(await promised(desk)).toHaveLength(1);
    await sweep({}, desk.world.dependencies);
    await shieldRespondent(entry, { cases: desk.world.cases });
    expect(await promised(desk)).toEqual([]);
    const [signal = ""] = files;
    // What follows from the signal later is kept from them with it.
    expect((await desk.dossier(signal)).matter).toMatchObject({ signal: { shielded: ["ingrid"] } });
    for (const file of files) {
      const happened = (await desk.world.cases.events(house, file)).map(({ event }) => event.type);
      expect(happened.filter((type) => type === "ColleagueShielded")).toHaveLength(1);
    }
  });

  test("leaves somebody to do it when everybody else is kept from it already", async () => {
    const { desk, measure } = await withFiles();
    const { people } = procedures.learnworks;
    for (const { id } of people) await desk.execute(measure, { type: "ShieldColleague", person: id });
    const { matter, owner } = await desk.dossier(measure);
    expect(matter).toMatchObject({ measure: { shielded: people.slice(0, -1).map(({ id }) => id) } });
    expect(owner).toBeDefined();
  });
});
