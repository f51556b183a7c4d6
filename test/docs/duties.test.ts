import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { procedures } from "../../procedures/all.ts";
import { idsIn, page, pagePath, titlesIn, trace } from "../../procedures/duties/page.ts";
import { codeOfTheRepository, testsOfTheRepository } from "../../procedures/duties/repository.ts";

const code = codeOfTheRepository();
const tests = testsOfTheRepository();
const traced = procedures.flatMap((procedure) => trace(procedure, code, tests));
const ofACase = traced.filter(({ ofTheOrganisation }) => !ofTheOrganisation);

test("the table of duties is current; `npm run duties` writes it", () => {
  expect(page(procedures, code, tests)).toBe(readFileSync(join(import.meta.dirname, "../..", pagePath), "utf8"));
});

test("every duty of both written procedures has its place", () => {
  const wanted = [
    ...Array.from({ length: 30 }, (_, index) => `A${index + 1}`),
    ...Array.from({ length: 38 }, (_, index) => `B${index + 1}`),
  ];
  expect(traced.map(({ duty }) => duty.id).sort()).toEqual(wanted.sort());
});

test("every duty about a single case is carried out somewhere", () => {
  expect(ofACase.filter((one) => one.code.length === 0).map(({ duty }) => duty.id)).toEqual([]);
});

test("every duty about a single case is judged somewhere", () => {
  expect(ofACase.filter((one) => one.proofs.length === 0).map(({ duty }) => duty.id)).toEqual([]);
});

test("every duty about a single case has a test that names it", () => {
  expect(ofACase.filter((one) => one.tests.length === 0).map(({ duty }) => duty.id)).toEqual([]);
});

describe("what names a duty", () => {
  test("an id by itself and each id of a range", () => {
    expect([...idsIn("Filing (A12-A14, B6) within A4 paper of B123")]).toEqual(["A12", "A13", "A14", "B6", "A4"]);
  });

  test("the title of a test, of a group and of a repeated test", () => {
    const file = 'test("one", () => {}); describe("two", () => {}); test.each([["x", f(1)]])("three %s", () => {});';
    expect(titlesIn(file)).toEqual(["one", "two", "three %s"]);
  });
});
