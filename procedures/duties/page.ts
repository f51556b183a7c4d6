import type { Duty, Procedure } from "../../shared/domain/procedure.ts";

/** Where the page is, from the top of the repository. */
export const pagePath = "docs/duties.md";

/** A file of the repository, by its path from the top. */
export interface Source {
  readonly path: string;
  readonly content: string;
}

/** A test by the words that it reads as. */
export interface NamedTest {
  readonly path: string;
  readonly title: string;
}

/** A duty with the places that name it. */
export interface TracedDuty {
  readonly duty: Duty;
  /** No single case can show it. */
  readonly ofTheOrganisation: boolean;
  /** Files that carry it out. */
  readonly code: readonly string[];
  /** Files that judge from the events of a case whether it was. */
  readonly proofs: readonly string[];
  readonly tests: readonly NamedTest[];
}

/** Each duty of a procedure with the code and the tests that name it, in the procedure's order. */
export function trace(
  { duties }: Pick<Procedure, "duties">,
  code: readonly Source[],
  tests: readonly Source[],
): readonly TracedDuty[] {
  const named = code.map(({ path, content }) => ({ path, ids: idsIn(content) }));
  const titles = tests.flatMap(({ path, content }) =>
    titlesIn(content).map((title) => ({ path, title, ids: idsIn(title) })),
  );
  return duties.map((duty) => {
    const files = named.filter(({ ids }) => ids.has(duty.id)).map(({ path }) => path);
    return {
      duty,
      ofTheOrganisation: duty.proof === "organisation",
      code: files.filter((path) => !isProof(path)),
      proofs: files.filter(isProof),
      tests: titles.filter(({ ids }) => ids.has(duty.id)).map(({ path, title }) => ({ path, title })),
    };
  });
}

/** The page itself, in Markdown: duty, code, proof and tests. */
export function page(procedures: readonly Procedure[], code: readonly Source[], tests: readonly Source[]): string {
  return [
    "# Every duty: where it is carried out and what proves it",
    "",
    "Made by `npm run duties`; do not edit. The ids are those of the duties in `procedures/duties`. _Proof_ judges from the events of a case alone whether the duty was carried out; tests are those whose title names the duty.",
    ...procedures.flatMap((procedure) => [
      "",
      `## ${procedure.house.name}`,
      "",
      "| Duty | What it asks | Carried out by | Proof | Tests |",
      "|-|-|-|-|-|",
      ...trace(procedure, code, tests).map(row),
    ]),
    "",
  ].join("\n");
}

function row({ duty, ofTheOrganisation, code, proofs, tests }: TracedDuty): string {
  const cells = [
    `**${duty.id}**`,
    `${duty.text.en}<br>_${duty.section.en}_`,
    ofTheOrganisation
      ? ["Concerns the organisation, not one case: comes with the yearly overview.", code.map(link).join(", ")].join(
          "<br>",
        )
      : code.map(link).join(", "),
    ofTheOrganisation ? "" : [`\`${duty.proof}\``, proofs.map(link).join(", ")].join("<br>"),
    [...Map.groupBy(tests, ({ path }) => path)]
      .map(([path, group]) => [link(path), ...group.map(({ title }) => `– ${escaped(title)}`)].join("<br>"))
      .join("<br>"),
  ];
  return `| ${cells.join(" | ")} |`;
}

function link(path: string): string {
  return `[${path.split("/").at(-1)}](../${path})`;
}

function escaped(words: string): string {
  return words.replace(/[|<>]/g, (sign) => `\\${sign}`);
}

function isProof(path: string): boolean {
  return path.startsWith("shared/domain/duties/");
}

/** The ids that a text names, one by one or as a range such as `A12-A14`. */
export function idsIn(text: string): ReadonlySet<string> {
  const ids = [...text.matchAll(/\b([AB])([1-9][0-9]?)(?:\s?[-–]\s?\1([1-9][0-9]?))?\b/g)].flatMap(
    ([, letter = "", first = "", last = first]) =>
      Array.from(
        { length: Math.max(1, Number(last) - Number(first) + 1) },
        (_, step) => `${letter}${Number(first) + step}`,
      ),
  );
  return new Set(ids);
}

/** The titles of the tests and of the groups of tests in a file, also of those that are repeated for rows. */
export function titlesIn(content: string): readonly string[] {
  const calls = /(?:\b(?:test|describe)(?:\.\w+)?|\))\(\s*(["'`])((?:\\.|(?!\1)[\s\S])*?)\1\s*,/g;
  return [...content.matchAll(calls)].map(([, , title = ""]) => title.replace(/\s+/g, " "));
}
