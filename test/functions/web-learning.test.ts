import { describe, expect, test } from "vitest";
import type { Party } from "../../shared/domain/party.ts";
import { everyPending } from "../../shared/store/outbox.ts";
import { procedures } from "../support/case-under-test.ts";
import { readable } from "../support/markup.ts";
import { WebVisitor } from "./web-visitor.ts";

const { learnworks } = procedures;
const holderOf = (role: string) => learnworks.roles.find(({ id }) => id === role)?.holder ?? "";
const owner: Party = `person:${holderOf(learnworks.responsibilities.intake)}`;

/** A complaint with a measure that came from it, whose owner has been asked to carry it out. */
async function withMeasure() {
  const visitor = await WebVisitor.withCase();
  const { number } = await visitor.dossier();
  const measure = await visitor.world.cases.agreeMeasure("learnworks", {
    measureType: "process",
    source: "case",
    sourceId: visitor.caseId,
    agreedBy: `role:${learnworks.responsibilities.learning}`,
    owner,
    dueAt: "2026-03-02T16:00:00.000Z",
    cases: [visitor.caseId],
    text: "Bel de trainer een dag van tevoren.",
  });
  const opened = { type: "OpenTask", kind: "report-measure", requestId: "carry-out" } as const;
  await visitor.world.cases.execute("learnworks", measure.caseId, opened);
  const pending = await Array.fromAsync(everyPending(visitor.world.items, "learnworks", "2099-01-01T00:00:00.000Z"));
  const letter = pending.find((one) => one.what === "letter" && one.caseId === measure.caseId);
  if (letter?.what !== "letter") throw new Error("Nobody is asked to carry out the measure.");
  return { visitor, number, measureId: measure.caseId, link: `/t/${letter.secret}` };
}

describe("the link of a measure's task", () => {
  test("shows the measure with the complaint that it came from, and its form (A28)", async () => {
    const { visitor, number, link } = await withMeasure();
    const { status, body } = await visitor.visit(link);
    expect(status).toBe(200);
    expect(readable(body)).toContain("De maatregel Bel de trainer een dag van tevoren.");
    expect(readable(body)).toContain(`Komt uit Een klacht: ${number}`);
    expect(readable(body)).toContain("De maatregel is uitgevoerd");
  });

  test("takes the report, and says what became of the task", async () => {
    const { visitor, measureId, link } = await withMeasure();
    const form = { outcome: "dropped", dropReason: "Het systeem belt nu zelf." };
    const { status } = await visitor.post(link, form);
    expect(status).toBe(303);
    expect(readable((await visitor.visit(link)).body)).toContain("De maatregel is gesloten op");
    expect((await visitor.world.cases.load("learnworks", measureId)).status).toBe("closed");
  });

  test("shows nothing of the complaint to its owner, once that is about them (B16)", async () => {
    const { visitor, number, link } = await withMeasure();
    const posted = { outcome: "named", respondentStaff: holderOf(learnworks.responsibilities.intake) };
    const by = (await visitor.dossier()).owner;
    await visitor.execute({ type: "Act", action: "name-respondent", by, posted, actId: "name" });
    expect(readable((await visitor.visit(link)).body)).not.toContain(number);
  });
});
