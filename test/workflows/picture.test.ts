import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { procedures } from "../../procedures/all.ts";
import { statesOf } from "../../workflows/asl.ts";
import { mermaid, pictureOf } from "../../workflows/picture.ts";
import { picturedOf, picturePage, picturePath } from "../../workflows/picture-page.ts";
import { stepsThat } from "./expected-path.ts";
import { complaints, machineNamed, machines } from "./machines.ts";

test.each(procedures)(
  "the picture of $id in docs is what the machine does (`npm run pictures` draws it again)",
  (procedure) => {
    const definitions = Object.fromEntries(machines.map(({ name, definition }) => [name, definition]));
    const page = readFileSync(join(import.meta.dirname, "../..", picturePath(procedure)), "utf8");
    expect(page).toBe(picturePage(procedure, picturedOf(procedure, definitions)));
  },
);

describe.each(complaints)("the picture of $name", ({ definition, procedure }) => {
  const picture = pictureOf(definition);
  const boxNamed = (id: string) => picture.boxes.find((box) => box.id === id);

  test("has each state in exactly one box, those inside rounds too", () => {
    const folded = picture.boxes.flatMap(({ states }) => states);
    expect(folded.toSorted()).toEqual(
      statesOf(definition)
        .map(([name]) => name)
        .toSorted(),
    );
  });

  test("folds a human task into one box that waits for a person", () => {
    const assess = boxNamed("Assess");
    expect(assess).toMatchObject({ kind: "person", round: false });
    expect(assess?.states).toEqual(expect.arrayContaining(["Assess: await answer", "Assess: ring alarms"]));
  });

  test.each(stepsThat(procedure.id, "round"))(
    "folds the round $step into one box that waits for people",
    ({ step }) => {
      expect(boxNamed(step)).toMatchObject({ kind: "person", round: true });
      expect(boxNamed(step)?.states).toEqual(expect.arrayContaining([`${step}: await answer`, `${step}: conclude`]));
      expect(mermaid(picture)).toContain(`{{"${step}"}}`);
    },
  );

  test("shows what happens by itself as such", () => {
    const automatic = (["letter", "close", "wait"] as const).flatMap((does) => stepsThat(procedure.id, does));
    expect(picture.boxes.filter(({ kind }) => kind === "automatic").map(({ id }) => id)).toEqual(
      expect.arrayContaining(automatic.map(({ step }) => step)),
    );
  });

  test("shows what a case may pass by", () => {
    const skippable = stepsThat(procedure.id, "task").filter(({ expected }) => expected.ways["skipped"] !== undefined);
    expect(
      picture.boxes
        .filter((box) => box.skippable)
        .map(({ id }) => id)
        .toSorted(),
    ).toEqual(skippable.map(({ step }) => step).toSorted());
    expect(mermaid(picture)).toMatch(/class \S*release_the_copy\S* skippable/);
  });

  test("shows withdrawal once, and not at each box", () => {
    expect(picture.withdrawn).toBe("Close as withdrawn");
    expect(picture.arrows.filter(({ to }) => to === "Close as withdrawn")).toEqual([]);
    expect(mermaid(picture)).toContain("withdrawn((Withdrawn)) -.-> close_as_withdrawn");
  });

  test("begins with the registration and ends with a closed case", () => {
    expect(picture.arrows.filter(({ from }) => from === "Begin").map(({ to }) => to)).toEqual([
      "Complete the registration",
    ]);
    expect(picture.boxes.filter(({ kind }) => kind === "end").map(({ id }) => id)).toEqual(["Case closed"]);
  });
});

test("the picture of a task beside the path is one box", () => {
  const { boxes, arrows, withdrawn } = pictureOf(machineNamed("side-task-sterker").definition);
  expect(boxes.map(({ id, kind }) => [id, kind])).toEqual([
    ["Begin", "begin"],
    ["Side task", "person"],
    ["Side task ended", "end"],
  ]);
  expect(arrows.map(({ from, to }) => [from, to])).toEqual([
    ["Begin", "Side task"],
    ["Side task", "Side task ended"],
  ]);
  expect(withdrawn).toBeUndefined();
});
