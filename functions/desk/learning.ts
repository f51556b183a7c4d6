import { mayOpen } from "../../shared/domain/desk-rights.ts";
import type { Dossier } from "../../shared/domain/dossier.ts";
import { measureSeen } from "../../shared/domain/learning/measure-seen.ts";
import { signalSeen } from "../../shared/domain/learning/signal-seen.ts";
import { learningPage } from "../../shared/pages/desk/learning-page.tsx";
import { listFiles } from "../../shared/store/listings.ts";
import { address } from "../web/opened-link.ts";
import { htmlResponse } from "../web/response.ts";
import type { DeskDependencies } from "./desk-dependencies.ts";
import { overAllCases, type Visitor } from "./visitor.ts";

/** Of each list; older ones are found by their number, and stand in the overview of their time. */
const mostShown = 100;

/** What complaints teach: patterns, measures with their effect, and reviews. */
export const showLearning = overAllCases(async (visitor, request, dependencies) => {
  const { procedure, language, root } = visitor;
  const [signals, open, measures, reviews] = await Promise.all([
    files("signals", true, visitor, dependencies),
    files("measures-open", false, visitor, dependencies),
    files("measures", true, visitor, dependencies),
    files("reviews", true, visitor, dependencies),
  ]);
  const opened = new Set(open.map(({ caseId }) => caseId));
  return htmlResponse(
    learningPage({
      ...{ procedure, language },
      desk: visitor.frame("learning"),
      now: dependencies.cases.now(),
      signals: signals.flatMap((dossier) => withSeen(dossier, signalSeen(dossier))),
      open: open.flatMap((dossier) => withSeen(dossier, measureSeen(dossier, procedure))),
      ended: measures
        .filter(({ caseId }) => !opened.has(caseId))
        .flatMap((dossier) => withSeen(dossier, measureSeen(dossier, procedure))),
      reviews,
      hrefOf: (caseId) => address(`${root}/case/${caseId}`, request),
      newMeasure: address(`${root}/measures/new`, request),
    }),
  );
});

function withSeen<Seen>(dossier: Dossier, seen: Seen | undefined) {
  return seen === undefined ? [] : [{ dossier, seen }];
}

async function files(
  list: string,
  descending: boolean,
  { colleague, procedure }: Visitor,
  { cases }: DeskDependencies,
): Promise<readonly Dossier[]> {
  const { entries } = await listFiles(cases.items, procedure.id, { list, descending, limit: mostShown });
  const loaded = await Promise.all(entries.map(({ caseId }) => cases.load(procedure.id, caseId)));
  return loaded.filter((dossier) => mayOpen(colleague, dossier, procedure));
}
