import type { Dossier } from "../domain/dossier.ts";
import { isHarmful } from "../domain/doubt.ts";
import { mailsHeld } from "../domain/held-mail.ts";
import type { HeldMail } from "../domain/matter.ts";
import type { Procedure } from "../domain/procedure.ts";
import type { Language } from "../domain/text.ts";
import { doubtInWords } from "../letters/wording/doubt-words.ts";
import { speaking } from "../letters/wording/say.ts";
import { Entry } from "./entry.tsx";
import { MailedWords } from "./mailed-words.tsx";
import { Moment } from "./moment.tsx";
import { OriginalLink } from "./original-link.tsx";

interface MailFileProps {
  readonly mail: HeldMail;
  readonly dossier: Dossier;
  readonly procedure: Procedure;
  readonly language: Language;
  readonly hrefOfOriginal: (mailId: string | undefined) => string | undefined;
}

/** As many mails as stand on the page: a page has an end, and in a flood there are thousands. */
const shownAtMost = 50;

/** A mail of which a person says what it is, with those that wait for the same reason; as text, whatever it was. */
export function MailFile({ mail, dossier, procedure, language, hrefOfOriginal }: MailFileProps) {
  const say = speaking(language);
  const held = mailsHeld(dossier);
  return (
    <>
      <h2 class="utrecht-heading-2" id="case-title">
        {held.length === 1
          ? say({ nl: "De mail", en: "The mail" })
          : say({ nl: `De ${held.length} mails`, en: `The ${held.length} mails` })}
      </h2>
      <p class="notice">{say(doubtInWords[mail.doubt])}</p>
      {held.length > shownAtMost && (
        <p class="notice">
          {say({
            nl: `Hier staan de eerste ${shownAtMost}. Uw antwoord geldt voor alle ${held.length}. Alle mails staan ook bij ‘Mail’ op het bureau.`,
            en: `These are the first ${shownAtMost}. Your answer counts for all ${held.length}. All mails are under ‘Mail’ at the desk, too.`,
          })}
        </p>
      )}
      {held.slice(0, shownAtMost).map(({ mailId, from, subject, text, receivedAt }) => (
        <article class="paper">
          <dl class="utrecht-data-list facts">
            <Entry term={say({ nl: "Van", en: "From" })}>
              <bdi>{from === "" ? say({ nl: "onbekend", en: "unknown" }) : from}</bdi>
            </Entry>
            <Entry term={say({ nl: "Onderwerp", en: "Subject" })}>
              <bdi>{subject === "" ? say({ nl: "zonder onderwerp", en: "no subject" }) : subject}</bdi>
            </Entry>
            <Entry term={say({ nl: "Kwam op", en: "Came on" })}>
              <Moment at={receivedAt} language={language} procedure={procedure} />
            </Entry>
          </dl>
          {!isHarmful(mail.doubt) && (
            <MailedWords
              text={text}
              subject={subject}
              language={language}
              otherwise={
                dossier.erasure.erasedAt === undefined
                  ? say({ nl: "Er staat geen tekst in.", en: "There is no text in it." })
                  : say({ nl: "Deze tekst is gewist.", en: "This text has been erased." })
              }
            />
          )}
          <OriginalLink href={hrefOfOriginal(mailId)} language={language} />
        </article>
      ))}
    </>
  );
}
