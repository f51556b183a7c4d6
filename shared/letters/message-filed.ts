import type { Dossier, Message } from "../domain/dossier.ts";
import { hasGone } from "../domain/letter-status.ts";
import type { Text } from "../domain/text.ts";
import { heading, type LetterContent, link, list, paragraph, quotation, rows } from "./content.ts";
import { ifYouDoNothing, whatYouCanDo } from "./headings.ts";
import { type LetterContext, queuedLetter, wordsFor } from "./letter-context.ts";
import { whoseTurn } from "./whose-turn.ts";
import { capital } from "./wording/capital.ts";
import { fileWords } from "./wording/file-words.ts";
import { writtenIn } from "./wording/own-words.ts";
import { nameAndTitle } from "./wording/people.ts";

/** Who wrote, in a sentence. */
function whoWrote(from: Message["from"] | undefined, dossier: Dossier): Text {
  const { this: file } = fileWords(dossier);
  switch (from) {
    case "complainant":
      return { nl: `De klager schreef over ${file.nl}.`, en: `The complainant wrote about ${file.en}.` };
    case "respondent":
      return {
        nl: `Degene over wie het gaat schreef over ${file.nl}.`,
        en: `The person it is about wrote about ${file.en}.`,
      };
    case "staff":
      return { nl: `Een collega schreef over ${file.nl}.`, en: `A colleague wrote about ${file.en}.` };
    case "unknown":
      return {
        nl: `Iemand schreef over ${file.nl}. Wij kennen het adres niet. Kijk goed wie het is voor u iets zegt.`,
        en: `Somebody wrote about ${file.en}. We do not know the address. Find out who it is before you tell them a thing.`,
      };
    case undefined:
      return { nl: `Iemand schreef over ${file.nl}.`, en: `Somebody wrote about ${file.en}.` };
  }
}

/** Replies to our letter go into the case, so they reach nobody who waits for an answer. */
const howToAnswer: { readonly [From in Message["from"]]: Text } = {
  complainant: {
    nl: "Antwoord niet op deze mail: de klager leest dat niet. Mail of bel de klager zelf.",
    en: "Do not reply to this mail: the complainant does not see it. Mail or call them yourself.",
  },
  respondent: {
    nl: "Antwoord niet op deze mail: deze persoon leest dat niet. Mail of bel zelf.",
    en: "Do not reply to this mail: this person does not see it. Mail or call them yourself.",
  },
  staff: {
    nl: "Antwoord niet op deze mail: uw collega leest dat niet. Mail of bel uw collega zelf.",
    en: "Do not reply to this mail: your colleague does not see it. Mail or call them yourself.",
  },
  unknown: {
    nl: "Antwoord niet op deze mail: de schrijver leest dat niet. Mail of bel zelf.",
    en: "Do not reply to this mail: the writer does not see it. Mail or call them yourself.",
  },
};

/** To the owner: somebody wrote about this case (B17). */
export function messageFiled(context: LetterContext): LetterContent {
  const { dossier, procedure, links } = context;
  const { say, moment } = wordsFor(context);
  const { the } = fileWords(dossier);
  const message = messageOf(context);
  const from = message?.from ?? "complainant";
  const outcomeSent = dossier.letters.some((one) => one.letter === "outcome" && hasGone(one));
  return {
    subject:
      dossier.matter.kind === "complaint"
        ? say({ nl: "Nieuw bericht in de zaak", en: "New message in the case" })
        : say({ nl: `Nieuw bericht over ${the.nl}`, en: `New message about ${the.en}` }),
    blocks: [
      paragraph(say(whoWrote(message?.from, dossier))),
      rows([
        ...(message === undefined || writerOf(message, context) === ""
          ? []
          : [{ term: say({ nl: "Van", en: "From" }), detail: writerOf(message, context) }]),
        ...(message === undefined ? [] : [{ term: say({ nl: "Kwam op", en: "Came on" }), detail: moment(message.at) }]),
        ...whoseTurn(context),
      ]),
      ...(message === undefined || message.text === "" ? [] : [quotation(writtenIn(message.text, message.subject))]),
      ...(message === undefined || message.attachments.length === 0
        ? []
        : [
            heading(say({ nl: "Met deze bestanden", en: "With these files" })),
            list(message.attachments.map(({ name }) => name)),
          ]),
      whatYouCanDo(context),
      paragraph(
        dossier.status === "closed"
          ? say({
              nl: `${capital(the.nl)} is al dicht. Kijk of er toch nog iets nodig is. Neem dan zelf contact op.`,
              en: `${capital(the.en)} is closed. See if there is still something to do. If so, get in touch yourself.`,
            })
          : say({
              nl: `Het bericht staat bij ${the.nl}. Wie de taak heeft, ziet het daar. Staat er een vraag in? Geef dan snel antwoord.`,
              en: `The message is with ${the.en}. Whoever has the task sees it there. Is there a question in it? Then answer soon.`,
            }),
      ),
      paragraph(say(howToAnswer[from])),
      ...(outcomeSent && from !== "staff"
        ? [
            paragraph(
              say({
                nl: `De uitkomst is al verstuurd. Wij schreven: ‘${procedure.house.afterwards.nl}’ Neem contact op.`,
                en: `The outcome has been sent already. We wrote: ‘${procedure.house.afterwards.en}’ Get in touch.`,
              }),
            ),
          ]
        : []),
      ...link(say({ nl: `Open ${the.nl}`, en: `Open ${the.en}` }), links.status ?? links.task),
      ifYouDoNothing(context),
      paragraph(
        say(
          dossier.status === "closed"
            ? {
                nl: `Dan blijft ${the.nl} dicht. De schrijver krijgt van ons geen bericht.`,
                en: `Then ${the.en} stays closed. The writer does not hear from us.`,
              }
            : from === "staff"
              ? {
                  nl: "Dan gaat alles door zoals het liep. Was dit een antwoord op een taak? Dan moet uw collega het nog bevestigen.",
                  en: "Then all goes on as it did. Was this an answer to a task? Then your colleague still has to confirm it.",
                }
              : {
                  nl: "Dan gaat alles door zoals het liep. De schrijver krijgt van ons geen bericht.",
                  en: "Then all goes on as it did. The writer does not hear from us.",
                },
        ),
      ),
    ],
  };
}

/** `Sanne de Wit (de klager), sanne.dewit@zorggroep.example`; of somebody unknown the address alone. */
function writerOf({ from, by, address }: Message, { dossier, procedure, language }: LetterContext): string {
  const colleague = procedure.people.find(({ email }) => email.toLowerCase() === address.toLowerCase());
  const writer =
    by ?? (from === "complainant" ? from : from === "staff" && colleague ? `person:${colleague.id}` : undefined);
  const name = writer === undefined ? "" : nameAndTitle(writer, dossier, procedure, language);
  return [name, address].filter((part) => part !== "").join(", ");
}

/** The message that this letter is about; without a letter id, the newest. */
function messageOf(context: LetterContext): Message | undefined {
  const { messages } = context.dossier;
  const mailId = queuedLetter(context)?.mailId;
  return messages.find((message) => message.mailId === mailId) ?? messages.at(-1);
}
