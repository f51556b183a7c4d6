import { describe, expect, test } from "vitest";
import { brokenAt, type SealedEvent, seal, sealedEvent } from "../../shared/domain/seal.ts";
import { answers, CaseUnderTest, mondayMorning, procedures } from "../support/case-under-test.ts";

function sealedCase(): SealedEvent[] {
  const subject = new CaseUnderTest(procedures.learnworks).perform("assess", answers.handle);
  let salt = 0;
  const sealed: SealedEvent[] = [];
  for (const { event } of subject.happened)
    sealed.push(...seal([event], sealed.at(-1), mondayMorning, () => `salt-${salt++}`));
  return sealed;
}

function withEvent(
  events: readonly SealedEvent[],
  index: number,
  change: (one: SealedEvent) => SealedEvent,
): SealedEvent[] {
  return events.map((one, at) => (at === index ? change(one) : one));
}

test("numbers events without gaps and chains each to the one before", () => {
  const events = sealedCase();
  expect(events.map(({ version }) => version)).toEqual([1, 2, 3, 4, 5, 6]);
  expect(events.slice(1).map(({ prevHash }) => prevHash)).toEqual(events.slice(0, -1).map(({ hash }) => hash));
  expect(brokenAt(events)).toBeUndefined();
});

test("still verifies after being stored and read as JSON", () => {
  const read = sealedCase().map((one) => sealedEvent.parse(JSON.parse(JSON.stringify(one))));
  expect(brokenAt(read)).toBeUndefined();
});

test("still verifies when personal data have been erased", () => {
  const erased = sealedCase().map((one) => ({ ...one, salt: null, event: { ...one.event, private: null } }));
  expect(brokenAt(erased)).toBeUndefined();
});

describe("shows", () => {
  test.each([
    ["an event that was left out", (events: SealedEvent[]) => events.filter(({ version }) => version !== 3), 3],
    ["events that changed places", (events: SealedEvent[]) => [...events.slice(0, 2), ...events.slice(2).reverse()], 3],
    [
      "a fact that was changed",
      (events: SealedEvent[]) =>
        withEvent(events, 4, (one) =>
          one.event.type === "TaskAnswered"
            ? { ...one, event: { ...one.event, facts: { ...one.event.facts, outcome: "solved" } } }
            : one,
        ),
      5,
    ],
    [
      "words that were changed",
      (events: SealedEvent[]) =>
        withEvent(events, 4, (one) =>
          one.event.type === "TaskAnswered"
            ? { ...one, event: { ...one.event, private: { answer: { tried: "iets anders" } } } }
            : one,
        ),
      5,
    ],
    [
      "a moment that was changed",
      (events: SealedEvent[]) => withEvent(events, 1, (one) => ({ ...one, at: "2026-01-04T09:00:00.000Z" })),
      2,
    ],
  ])("%s", (_what, tamper, version) => {
    expect(brokenAt(tamper(sealedCase()))).toBe(version);
  });
});

test("the same words give another hash in every event, so that erased words cannot be guessed", () => {
  const [first] = seal(
    [{ type: "OwnerAssigned", facts: { owner: "role:director", role: "director" }, private: {} }],
    undefined,
    mondayMorning,
    () => "a",
  );
  const [second] = seal(
    [{ type: "OwnerAssigned", facts: { owner: "role:director", role: "director" }, private: {} }],
    undefined,
    mondayMorning,
    () => "b",
  );
  expect(first?.privateHash).not.toBe(second?.privateHash);
});
