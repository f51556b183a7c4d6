import type { ExampleCase } from "./example-case.ts";
import { words } from "./words.ts";

/** Closed while the outcome is still on its way. */
export function closedUntold(one: ExampleCase): ExampleCase {
  one.ask("assess").answer("assess", "solved", { category: category(one) });
  one.ask("write-outcome").answer("write-outcome", "written", {}, { letter: words.outcome[one.language] });
  one.do({ type: "SendLetters", letter: "outcome", requestId: "outcome" });
  return one.do({ type: "CloseCase" });
}

/** Closed, told what we did with it, and after a long time about to be erased. */
export function longClosed(one: ExampleCase): ExampleCase {
  closedUntold(one).delivered();
  const measure = { measureId: "measure", measureNumber: `${one.procedure.house.numberPrefix}-M-2026-0001` };
  const { owner } = one.dossier;
  const eraseAt = new Date(Date.parse(one.now) + 30 * 86_400_000).toISOString();
  one.append([
    { type: "MeasureTold", facts: measure, private: { text: words.weDid[one.language] } },
    {
      type: "LetterQueued",
      facts: { letterId: "told", letter: "you-said-we-did", to: "complainant", measureId: "measure", by: "mail" },
      private: {},
    },
  ]);
  return one.delivered().append([
    { type: "ErasureAnnounced", facts: { eraseAt }, private: {} },
    {
      type: "LetterQueued",
      facts: { letterId: "erasure", letter: "erasure-announced", to: owner, by: "mail" },
      private: {},
    },
  ]);
}

/** The first thing that this house takes complaints about. */
export function category({ procedure }: ExampleCase): string {
  return procedure.categories[0]?.id ?? "";
}
