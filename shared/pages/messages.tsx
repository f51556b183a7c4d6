import type { Dossier, Message } from "../domain/dossier.ts";
import type { AttachedFile } from "../domain/events.ts";
import type { Procedure } from "../domain/procedure.ts";
import type { Language, Text } from "../domain/text.ts";
import { nameAndTitle } from "../letters/wording/people.ts";
import { speaking } from "../letters/wording/say.ts";
import { FileList } from "./file-list.tsx";
import { MailedWords } from "./mailed-words.tsx";
import { Moment } from "./moment.tsx";
import { OriginalLink } from "./original-link.tsx";

interface MessagesProps {
  readonly dossier: Dossier;
  readonly procedure: Procedure;
  readonly language: Language;
  readonly hrefOfFile: (file: AttachedFile) => string;
  readonly hrefOfOriginal: (mailId: string | undefined) => string | undefined;
}

const writers: { readonly [From in Message["from"]]: Text } = {
  complainant: { nl: "Bericht van de klager", en: "Message from the complainant" },
  respondent: { nl: "Bericht van degene over wie het gaat", en: "Message from the person it is about" },
  staff: { nl: "Bericht van een collega", en: "Message from a colleague" },
  unknown: { nl: "Bericht van een onbekend adres", en: "Message from an unknown address" },
};

/** What was written since, from all sides; the newest is open. */
export function Messages({ dossier, procedure, language, hrefOfFile, hrefOfOriginal }: MessagesProps) {
  const say = speaking(language);
  const { messages } = dossier;
  return messages.map((message, index) => (
    <details class="fold" open={index === messages.length - 1}>
      <summary>
        {say(writers[message.from])}
        <span class="fold__when">
          <Moment at={message.at} language={language} procedure={procedure} dayOnly />
        </span>
      </summary>
      <div class="fold__inside">
        <p class="quiet">
          <bdi>
            {message.by === undefined ? message.address : nameAndTitle(message.by, dossier, procedure, language)}
          </bdi>
        </p>
        {message.subject !== "" && (
          <p>
            <strong>
              <bdi>{message.subject}</bdi>
            </strong>
          </p>
        )}
        <MailedWords
          text={message.text}
          subject={message.subject}
          language={language}
          otherwise={say({ nl: "Deze tekst is gewist.", en: "This text has been erased." })}
        />
        <FileList files={message.attachments} language={language} hrefOf={hrefOfFile} />
        <OriginalLink href={hrefOfOriginal(message.mailId)} language={language} />
      </div>
    </details>
  ));
}
