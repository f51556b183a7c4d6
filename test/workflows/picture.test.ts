import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { pictureOf } from "../../workflows/picture.ts";
import { picturePage, picturePath } from "../../workflows/picture-page.ts";
import { machines } from "./machines.ts";

describe.each(machines)("the picture of $name", ({ definition, procedure }) => {
  const picture = pictureOf(definition);

  test("in docs is what the machine does (`npm run pictures` draws it again)", () => {
    const page = readFileSync(join(import.meta.dirname, "../..", picturePath(procedure)), "utf8");
    expect(page).toBe(picturePage(procedure, definition));
  });

  test("has each state in exactly one box", () => {
    const folded = picture.boxes.flatMap(({ states }) => states);
    expect(folded.toSorted()).toEqual(Object.keys(definition.States).toSorted());
  });

  test("folds a human task into one box that waits for a person", () => {
    const assess = picture.boxes.find(({ id }) => id === "Assess");
    expect(assess?.kind).toBe("person");
    expect(assess?.states).toContain("Assess: await answer");
    expect(assess?.states).toContain("Assess: ring alarms");
  });

  test("shows where each choice leads", () => {
    expect(picture.arrows.filter(({ from }) => from === "Assess")).toEqual([
      { from: "Assess", to: "Establish what happened", labels: ["handle"] },
      { from: "Assess", to: "Write outcome", labels: ["solved"] },
      { from: "Assess", to: "Send referral", labels: ["not-a-complaint"] },
    ]);
  });

  test("begins with the receipt and ends with a closed case", () => {
    expect(picture.arrows.filter(({ from }) => from === "Begin").map(({ to }) => to)).toEqual(["Confirm receipt"]);
    expect(picture.boxes.filter(({ kind }) => kind === "end").map(({ id }) => id)).toEqual(["Case closed"]);
  });
});

test("each organisation has its own way of handling and not the other's", () => {
  const boxes = Object.fromEntries(
    machines.map(({ name, definition }) => [name, pictureOf(definition).boxes.map(({ id }) => id)]),
  );
  expect(boxes["complaint-sterker"]).toContain("Give judgment");
  expect(boxes["complaint-sterker"]).not.toContain("Solve");
  expect(boxes["complaint-learnworks"]).toContain("Solve");
  expect(boxes["complaint-learnworks"]).not.toContain("Give judgment");
});
