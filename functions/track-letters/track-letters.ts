import { reportLetter } from "../../shared/cases/report-letter.ts";
import { reportOwnMail } from "../../shared/cases/report-own-mail.ts";
import type { PostReport } from "../../shared/domain/deciding/letter-reports.ts";
import type { CaseStore } from "../../shared/store/cases.ts";

export interface TrackLettersDependencies {
  readonly cases: CaseStore;
}

/** What the post tells of a mail of ours, and the ids that the mail went out with. */
export interface PostTold {
  readonly organisation: string;
  /** Of a letter in a case. */
  readonly caseId?: string | undefined;
  readonly letterId?: string | undefined;
  /** Of a mail of our own accord to a colleague. */
  readonly person?: string | undefined;
  readonly report: PostReport & { readonly providerMessageId: string };
}

/** Writes what the post tells of a letter in its case; of other mail, the administrator hears when it came back or was called spam. */
export async function trackLetters(
  told: PostTold | undefined,
  dependencies: TrackLettersDependencies,
): Promise<Record<string, never>> {
  if (told === undefined) return {};
  const { organisation, caseId, letterId, person, report } = told;
  if (caseId !== undefined && letterId !== undefined) {
    await reportLetter({ organisation, caseId, letterId, report }, dependencies);
  } else if (person !== undefined) {
    const problem = problemIn(report);
    const { providerMessageId } = report;
    if (problem !== undefined) await reportOwnMail({ organisation, person, providerMessageId, problem }, dependencies);
  }
  return {};
}

function problemIn({ what, permanent }: PostReport): "returned" | "spam" | undefined {
  if (what === "complained") return "spam";
  return what === "bounced" && permanent === true ? "returned" : undefined;
}
