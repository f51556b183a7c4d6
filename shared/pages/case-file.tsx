import type { Dossier } from "../domain/dossier.ts";
import type { AttachedFile, Channel } from "../domain/events.ts";
import type { Party } from "../domain/party.ts";
import type { Procedure } from "../domain/procedure.ts";
import type { TaskKindId } from "../domain/tasks/task-kind.ts";
import type { Language, Text } from "../domain/text.ts";
import { nameAndTitle } from "../letters/wording/people.ts";
import { speaking } from "../letters/wording/say.ts";
import type { MeasureShown } from "./behind-file.ts";
import { CaseTerms } from "./case-terms.tsx";
import { otherLanguage } from "./complainant-language.ts";
import { Earlier } from "./earlier-answers.tsx";
import { FileList } from "./file-list.tsx";
import { LettersSent } from "./letters-sent.tsx";
import { MailedWords } from "./mailed-words.tsx";
import { MeasuresShown } from "./measures-shown.tsx";
import { Messages } from "./messages.tsx";
import { Moment } from "./moment.tsx";
import { OriginalLink } from "./original-link.tsx";
import { PeopleInvolved } from "./people-involved.tsx";
import { WordsOf } from "./words-of.tsx";

interface CaseFileProps {
  readonly dossier: Dossier;
  readonly procedure: Procedure;
  readonly language: Language;
  readonly hrefOfFile: (file: AttachedFile) => string;
  readonly hrefOfOriginal: (mailId: string | undefined) => string | undefined;
  /** What was agreed and promised in this case. */
  readonly measures?: readonly MeasureShown[];
  /** For the independent person: without what is between us and our colleagues, or would tell how each side chose. */
  readonly forIndependent?: boolean;
  /** Whose task it is read for: answers that are new to them stand open. */
  readonly newTo?: Party;
}

/** What an independent person needs for no judgment, and nobody meant for them. */
const amongUs: readonly TaskKindId[] = [
  "rank-independents",
  "propose-independents",
  "decide-urgently",
  "consult",
  "address-respondent",
  "draw-lessons",
];

const channels: { readonly [One in Channel]: Text } = {
  email: { nl: "per e-mail", en: "by e-mail" },
  web: { nl: "met het formulier op de website", en: "with the form on the website" },
  phone: { nl: "per telefoon", en: "by phone" },
  counter: { nl: "aan de balie", en: "in person" },
  letter: { nl: "per brief", en: "by letter" },
};

/** Everything about the case, for whoever may read its file. Never for the complainant or a respondent. */
export function CaseFile({
  dossier: whole,
  procedure,
  language,
  hrefOfFile,
  hrefOfOriginal,
  forIndependent = false,
  measures = [],
  newTo,
}: CaseFileProps) {
  const say = speaking(language);
  const dossier = forIndependent ? withoutUs(whole) : whole;
  const view = { dossier, procedure, language };
  return (
    <section class="case" aria-labelledby="case-title">
      <h2 class="utrecht-heading-2" id="case-title">
        {say({ nl: "De klacht", en: "The complaint" })}
      </h2>
      <article class="paper">
        <From {...view} />
        {dossier.subject !== "" && (
          <h3 class="utrecht-heading-3">
            <bdi>{dossier.subject}</bdi>
          </h3>
        )}
        <Complaint dossier={dossier} language={language} />
        <FileList files={dossier.attachments} language={language} hrefOf={hrefOfFile} />
        <OriginalLink href={hrefOfOriginal(dossier.mailId)} language={language} />
      </article>
      <PeopleInvolved {...view} />
      <Messages {...view} hrefOfFile={hrefOfFile} hrefOfOriginal={hrefOfOriginal} />
      <Earlier {...view} newTo={newTo} />
      <MeasuresShown
        {...view}
        title={say({ nl: "Maatregelen en beloften uit deze zaak", en: "Measures and promises from this case" })}
        measures={measures}
      />
      <CaseTerms {...view} />
      {!forIndependent && <LettersSent {...view} />}
    </section>
  );
}

/** What was written on a form or down by a colleague has no quotes and no signature. */
function Complaint({ dossier, language }: Pick<CaseFileProps, "dossier" | "language">) {
  const say = speaking(language);
  const { text, subject, complainant, channel } = dossier;
  const otherwise =
    complainant === undefined
      ? say({ nl: "Deze tekst is gewist.", en: "This text has been erased." })
      : say({ nl: "Zonder tekst.", en: "Without text." });
  return channel === "email" ? (
    <MailedWords text={text} subject={subject} language={language} otherwise={otherwise} />
  ) : (
    <WordsOf text={text} otherwise={otherwise} />
  );
}

/** Without their answers, and without what was written for them too late and filed as a message. */
function withoutUs(dossier: Dossier): Dossier {
  const { tasks, messages } = dossier;
  return {
    ...dossier,
    tasks: tasks.filter(({ kind }) => !amongUs.includes(kind)),
    messages: messages.filter(
      ({ mailId }) => !amongUs.some((kind) => mailId.startsWith(`${kind}-`) || mailId.startsWith(`late-${kind}-`)),
    ),
  };
}

/** Who complains, when and how it came in, who passed it on, and in which language we write to them. */
function From({ dossier, procedure, language }: Pick<CaseFileProps, "dossier" | "procedure" | "language">) {
  const say = speaking(language);
  const { complainant, passedOnBy } = dossier;
  const other = otherLanguage(dossier, procedure, language);
  const [name, ...reach] = [complainant?.name, complainant?.email, complainant?.phone, complainant?.address].filter(
    (one) => one !== undefined && one !== "",
  );
  return (
    <p class="paper__from">
      <strong>
        <bdi>{name ?? say({ nl: "Gegevens gewist", en: "Details erased" })}</bdi>
      </strong>
      {reach.map((one) => (
        <>
          <br />
          <bdi class="lines">{one}</bdi>
        </>
      ))}
      <br />
      <span class="quiet">
        <Moment at={dossier.receivedAt} language={language} procedure={procedure} />, {say(channels[dossier.channel])}
        {passedOnBy !== undefined && (
          <>
            , {say({ nl: "doorgegeven door", en: "passed on by" })}{" "}
            {nameAndTitle(passedOnBy, dossier, procedure, language)}
          </>
        )}
      </span>
      {other !== undefined && (
        <>
          <br />
          <strong>{say(other.reads)}</strong>
        </>
      )}
    </p>
  );
}
