import type { PostReport } from "../domain/deciding/letter-reports.ts";
import type { ParsedMail } from "../mail/parsed-mail.ts";
import type { DeliveryAction } from "../mail/recipient-report.ts";
import type { CaseStore } from "../store/cases.ts";
import type { Arrived } from "./arrived-mail.ts";
import { type ReportedByMail, receiveBounce } from "./receive-bounce.ts";
import { reportLetter } from "./report-letter.ts";

/**
 * Writes in the case what a mail server tells of a letter (RFC 3464); again, it changes nothing.
 * @returns whether the mail told of a letter of ours.
 */
export async function reportBounce(mail: ParsedMail, arrived: Arrived, cases: CaseStore): Promise<boolean> {
  const { procedure, stored } = arrived;
  const reported = (await receiveBounce(mail, stored.envelope, procedure, cases)) ?? [];
  for (const one of reported) {
    const { caseId, letterId } = one;
    await reportLetter({ organisation: procedure.id, caseId, letterId, report: toldIn(one) }, { cases });
  }
  return reported.length > 0;
}

const what: { readonly [Action in DeliveryAction]: PostReport["what"] } = {
  failed: "bounced",
  delayed: "delayed",
  delivered: "delivered",
  relayed: "delivered",
  expanded: "delivered",
  complained: "complained",
};

function toldIn({ address, report: { action, status } }: ReportedByMail): PostReport {
  return {
    what: what[action],
    // Whatever kept it away: a server that gave up tries no more, and the letter must be brought over.
    ...(action === "failed" && { permanent: true }),
    ...(status !== undefined && { code: status }),
    ...(address !== undefined && { address }),
  };
}
