import type { Procedure } from "../domain/procedure.ts";
import type { Person } from "../domain/roles.ts";
import type { Language, Text } from "../domain/text.ts";
import type { DoubtfulReason } from "../mail/classify.ts";
import type { Instant } from "../ports.ts";
import { heading, paragraph, quotation, rows } from "./content.ts";
import type { FramedLetter } from "./frame.ts";
import { toHtml } from "./html.tsx";
import type { RenderedLetter } from "./render.ts";
import { toText } from "./text.ts";
import { momentInWords } from "./wording/moment.ts";

const reasons: { readonly [Reason in DoubtfulReason]: Text } = {
  virus: { nl: "Er zit een virus in. Open de mail niet.", en: "There is a virus in it. Do not open the mail." },
  spam: { nl: "Het lijkt reclame of oplichting.", en: "It looks like advertising or fraud." },
  "forged-sender": { nl: "De afzender is misschien vervalst.", en: "The sender may be forged." },
  "no-sender": {
    nl: "Er staat geen afzender in aan wie wij kunnen antwoorden.",
    en: "It names no sender whom we can answer.",
  },
  "several-senders": { nl: "Er staan meer afzenders in.", en: "It names more than one sender." },
  "web-form": {
    nl: "De mail komt van een machine, maar misschien voor een mens.",
    en: "A machine sent it, perhaps for a person.",
  },
  unreadable: { nl: "Wij kunnen de mail niet lezen.", en: "We cannot read the mail." },
  empty: { nl: "De mail is leeg.", en: "The mail is empty." },
};

export interface DoubtfulMail {
  readonly from: string;
  readonly subject: string;
  readonly receivedAt: Instant;
  readonly reason: DoubtfulReason;
  /** What stands in it, as plain text; left out when it must not be shown. */
  readonly text?: string;
}

/** To the intake officer: a mail came in that a machine should not decide about. It stands in the intake log; nobody was answered. */
export function renderDoubtfulMail(
  mail: DoubtfulMail,
  recipient: Person,
  procedure: Procedure,
  language: Language,
): RenderedLetter {
  const say = (text: Text) => text[language];
  const letter: FramedLetter = {
    subject: say({ nl: "Een mail waar u naar moet kijken", en: "A mail for you to look at" }),
    head: procedure.house.name,
    salutation: say({ nl: `Beste ${recipient.name},`, en: `Dear ${recipient.name},` }),
    blocks: [
      paragraph(
        say({
          nl: "Er kwam een mail binnen op het klachtenadres. Wij weten niet of het een klacht is.",
          en: "A mail came in at the complaints address. We do not know if it is a complaint.",
        }),
      ),
      rows([
        {
          term: say({ nl: "Van", en: "From" }),
          detail: mail.from === "" ? say({ nl: "onbekend", en: "unknown" }) : mail.from,
        },
        { term: say({ nl: "Onderwerp", en: "Subject" }), detail: mail.subject === "" ? "–" : mail.subject },
        {
          term: say({ nl: "Kwam op", en: "Came on" }),
          detail: momentInWords(mail.receivedAt, language, procedure.calendar.timeZone),
        },
        { term: say({ nl: "Waarom twijfel", en: "Why in doubt" }), detail: say(reasons[mail.reason]) },
      ]),
      ...(mail.text === undefined || mail.text === "" ? [] : [quotation(mail.text)]),
      heading(say({ nl: "Wat kunt u doen?", en: "What can you do?" })),
      paragraph(
        say({
          nl: `Is het een klacht? Vraag de klager dan om zelf te mailen naar ${procedure.house.complaintsAddress}. Stuur de mail niet zelf door: dan krijgt u de brieven.`,
          en: `Is it a complaint? Ask the complainant to mail ${procedure.house.complaintsAddress} themselves. Do not forward it: then the letters come to you.`,
        }),
      ),
      heading(say({ nl: "Wat als u niets doet?", en: "What if you do nothing?" })),
      paragraph(
        say({
          nl: "Dan gebeurt er niets. De afzender heeft geen bericht gekregen.",
          en: "Then nothing happens. The sender has not heard from us.",
        }),
      ),
    ],
    closing: say({ nl: "Met vriendelijke groet,", en: "Kind regards," }),
    signature: procedure.house.name,
    phone: procedure.house.phone,
  };
  return { subject: letter.subject, text: toText(letter), html: toHtml(letter, language), language };
}
