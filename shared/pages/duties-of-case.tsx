import type { DutyEntry } from "../domain/duties/ledger.ts";
import type { Procedure } from "../domain/procedure.ts";
import type { Language, Text } from "../domain/text.ts";
import { speaking } from "../letters/wording/say.ts";
import { Moment } from "./moment.tsx";

interface DutiesOfCaseProps {
  readonly duties: readonly DutyEntry[];
  readonly procedure: Procedure;
  readonly language: Language;
}

const order = ["late", "open", "met"] as const;

const statuses: { readonly [Status in (typeof order)[number]]: Text } = {
  late: { nl: "te laat", en: "late" },
  open: { nl: "nog te doen", en: "still to do" },
  met: { nl: "gedaan", en: "done" },
};

/** What the written procedure asks of this case: what is late first, then what is to do, then what was done (B12). */
export function DutiesOfCase({ duties, procedure, language }: DutiesOfCaseProps) {
  const say = speaking(language);
  const sorted = order.flatMap((status) =>
    duties.filter((duty) => duty.status === status).map((duty) => ({ duty, status })),
  );
  const counts = order
    .map((status) => ({ status, count: sorted.filter((one) => one.status === status).length }))
    .filter(({ count }) => count > 0);
  if (sorted.length === 0) return null;
  return (
    <details class="fold" open={sorted[0]?.status === "late"}>
      <summary>
        {say({ nl: "Wat de klachtenregeling vraagt", en: "What the complaints procedure asks" })}
        <span class="fold__when">
          {counts.map(({ status, count }) => `${count} ${say(statuses[status])}`).join(", ")}
        </span>
      </summary>
      <ul class="fold__inside plain">
        {sorted.map(({ duty, status }) => (
          <li>
            {say(duty.text)}{" "}
            <span class={status === "late" ? "late" : "quiet"}>
              {duty.id}: {say(statuses[status])}
            </span>
            <br />
            <span class="quiet">
              {duty.at === undefined ? (
                duty.dueAt !== undefined && (
                  <>
                    {say({ nl: "Voor", en: "Before" })}{" "}
                    <Moment at={duty.dueAt} language={language} procedure={procedure} />.{" "}
                  </>
                )
              ) : (
                <>
                  <Moment at={duty.at} language={language} procedure={procedure} />.{" "}
                </>
              )}
              {duty.why !== undefined && say(duty.why)}
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}
