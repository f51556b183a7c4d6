import { createHash } from "node:crypto";
import { z } from "zod";
import { chainLink } from "../domain/chain.ts";
import { party } from "../domain/party.ts";
import { registerRowSchema } from "../domain/register/register-row.ts";

/** What every file of an evidence pack holds. A pack is a ZIP of these; `manifest.json` names them all with their SHA-256. */

const day = z.iso.date();
const moment = z.iso.datetime();

export const paths = {
  manifest: "manifest.json",
  readMe: "READ-ME.txt",
  procedure: "procedure.json",
  registerJson: "register.json",
  registerCsv: "register.csv",
  duties: "duties.json",
  measures: "measures.json",
  signals: "signals.json",
  reviews: "reviews.json",
} as const;

/** An earlier version of the procedure, under which files of the pack began or went on. */
export const procedurePath = (version: number) => `procedures/${version}.json`;

/** The chain of one file, by its number. */
export const chainPath = (number: string) => `chains/${number}.json`;

const digest = z.string().regex(/^[0-9a-f]{64}$/);

export const manifest = z.object({
  format: z.literal("wederhoor-evidence"),
  formatVersion: z.literal(1),
  organisation: z.string(),
  name: z.string(),
  /** The first day of the period, and the first one after it; local dates. */
  from: day,
  until: day,
  madeAt: moment,
  /** The versions of the procedure under which the files began. */
  procedureVersions: z.array(z.number().int()),
  files: z.array(z.object({ path: z.string(), bytes: z.number().int(), sha256: digest })),
});
export type Manifest = z.infer<typeof manifest>;

export const chain = z.object({ caseId: z.string(), number: z.string(), events: z.array(chainLink) });
export type Chain = z.infer<typeof chain>;

export const register = z.array(registerRowSchema);

/** How a duty stood in the closed complaints of the period: how many of each. */
const dutyTotal = z.object({
  id: z.string(),
  text: z.object({ nl: z.string(), en: z.string() }),
  section: z.object({ nl: z.string(), en: z.string() }),
  met: z.number().int(),
  late: z.number().int(),
  open: z.number().int(),
  "not-applicable": z.number().int(),
});
export const dutyTotals = z.array(dutyTotal);
export type DutyTotal = z.infer<typeof dutyTotal>;

/** One thing that somebody did for a file. Words only where they are about the organisation and not about people. */
const step = z.object({
  kind: z.string(),
  dueAt: moment,
  status: z.enum(["open", "answered", "expired", "cancelled"]),
  answeredAt: moment.optional(),
  by: party.optional(),
  outcome: z.string().optional(),
  facts: z.record(z.string(), z.string()).optional(),
});
const wordedStep = step.extend({ words: z.record(z.string(), z.string()).optional() });

const begun = { caseId: z.string(), number: z.string(), begunAt: moment, closedAt: moment.optional() };

export const measures = z.array(
  z.object({
    ...begun,
    measureType: z.string(),
    source: z.string(),
    owner: party,
    dueAt: moment,
    /** The complaints behind it, by case id. */
    cases: z.array(z.string()),
    steps: z.array(step),
    /** Of a change to a process or to material: what is changed. Of the others it would be about people. */
    text: z.string().optional(),
  }),
);

export const signals = z.array(
  z.object({
    ...begun,
    rule: z.string(),
    dimension: z.string(),
    code: z.string().optional(),
    count: z.number().int(),
    cases: z.array(z.string()),
    steps: z.array(step),
  }),
);

export const reviews = z.array(
  z.object({ ...begun, cycle: z.string(), from: day, until: day, figures: z.json(), steps: z.array(wordedStep) }),
);

export const sha256 = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");
