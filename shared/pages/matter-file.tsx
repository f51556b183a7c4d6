import type { Dossier } from "../domain/dossier.ts";
import type { AttachedFile } from "../domain/events.ts";
import type { Party } from "../domain/party.ts";
import type { Procedure } from "../domain/procedure.ts";
import type { Language } from "../domain/text.ts";
import type { Instant } from "../ports.ts";
import { type BehindFile, nothingBehind } from "./behind-file.ts";
import { CaseFile } from "./case-file.tsx";
import { Earlier } from "./earlier-answers.tsx";
import { LettersSent } from "./letters-sent.tsx";
import { MailFile } from "./mail-file.tsx";
import { MeasureFile } from "./measure-file.tsx";
import { Messages } from "./messages.tsx";
import { ReviewFile } from "./review-file.tsx";
import { SignalFile } from "./signal-file.tsx";

interface MatterFileProps {
  readonly dossier: Dossier;
  readonly procedure: Procedure;
  readonly language: Language;
  readonly now: Instant;
  readonly hrefOfFile: (file: AttachedFile) => string;
  readonly hrefOfOriginal: (mailId: string | undefined) => string | undefined;
  readonly behind?: BehindFile | undefined;
  /** Whose task the file is shown for: what was answered since they last did, is open. */
  readonly newTo?: Party;
}

/** Everything about a file, for a colleague: a complaint, a measure, a promise, a pattern, a review or a mail that waits. */
export function MatterFile({ behind = nothingBehind, now, ...view }: MatterFileProps) {
  const { dossier, procedure, language, hrefOfFile, hrefOfOriginal, newTo } = view;
  const { matter } = dossier;
  if (matter.kind === "complaint") return <CaseFile {...view} measures={behind.measures} />;
  return (
    <section class="case" aria-labelledby="case-title">
      {matter.kind === "measure" && <MeasureFile {...view} measure={matter.measure} behind={behind} />}
      {matter.kind === "signal" && <SignalFile {...view} signal={matter.signal} behind={behind} />}
      {matter.kind === "review" && <ReviewFile {...view} review={matter.review} behind={behind} now={now} />}
      {matter.kind === "mail" && <MailFile {...view} mail={matter.mail} />}
      <Messages
        dossier={dossier}
        procedure={procedure}
        language={language}
        hrefOfFile={hrefOfFile}
        hrefOfOriginal={hrefOfOriginal}
      />
      <Earlier dossier={dossier} procedure={procedure} language={language} newTo={newTo} />
      <LettersSent dossier={dossier} procedure={procedure} language={language} />
    </section>
  );
}
