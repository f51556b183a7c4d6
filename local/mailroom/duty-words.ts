import type { DutyEntry } from "../../shared/domain/duties/ledger.ts";
import type { Text } from "../../shared/domain/text.ts";
import { say, type View } from "./view.ts";

/** How a duty stands. */
export const dutyStatusWords = {
  met: { nl: "gedaan", en: "met" },
  late: { nl: "te laat", en: "late" },
  open: { nl: "nog te doen", en: "open" },
  "not-applicable": { nl: "niet van toepassing", en: "not applicable" },
} as const satisfies Record<DutyEntry["status"], Text>;

/** "12 gedaan, 1 te laat, 4 nog te doen, 13 niet van toepassing": those that there are. */
export function countWords(ledger: readonly DutyEntry[], view: Pick<View, "language">): string {
  return (["met", "late", "open", "not-applicable"] as const)
    .map((status) => ({ status, count: ledger.filter((one) => one.status === status).length }))
    .filter(({ count }) => count > 0)
    .map(({ status, count }) => `${count} ${say(view, dutyStatusWords[status])}`)
    .join(", ");
}
