import type { Procedure } from "../domain/procedure.ts";
import type { Language, Text } from "../domain/text.ts";
import { type Block, heading, paragraph, rows } from "./content.ts";
import type { FramedLetter } from "./frame.ts";
import { toHtml } from "./html.tsx";
import type { RenderedLetter } from "./render.ts";
import { toText } from "./text.ts";

/** What is wrong with our mail to somebody. */
export interface Trouble {
  /** It came back for good, the mail provider did not take it, or its reader called it spam. */
  readonly problem: "returned" | "refused" | "spam";
  /** The colleague's id in the procedure; without one, a reader outside whose name is of no use here. */
  readonly person?: string | undefined;
  /** The number of the case, where it was a letter in one. */
  readonly number?: string | undefined;
}

const subjects: { readonly [One in Trouble["problem"]]: Text } = {
  returned: { nl: "Mail aan een collega komt terug", en: "Mail to a colleague comes back" },
  refused: { nl: "Mail aan een collega kan niet weg", en: "Mail to a colleague cannot go out" },
  spam: { nl: "Een lezer noemt onze mail spam", en: "A reader calls our mail spam" },
};

const happened: { readonly [One in Trouble["problem"]]: Text } = {
  returned: {
    nl: "Wij mailden een collega. De mail kwam terug: dit adres werkt niet.",
    en: "We mailed a colleague. The mail came back: this address does not work.",
  },
  refused: {
    nl: "Wij wilden een collega mailen. Onze mailserver nam de mail niet aan.",
    en: "We wanted to mail a colleague. Our mail server did not take the mail.",
  },
  spam: {
    nl: "Iemand kreeg een brief van ons en meldde die als spam.",
    en: "Somebody got a letter from us and reported it as spam.",
  },
};

/** To the administrator: which address does not work, what to correct, and what happens meanwhile. Never what a case is about. */
export function renderTrouble(trouble: Trouble, procedure: Procedure, language: Language): RenderedLetter {
  const say = (text: Text) => text[language];
  const { administrator, house } = procedure;
  const letter: FramedLetter = {
    subject: say(subjects[trouble.problem]),
    head: house.name,
    salutation: say({ nl: `Beste ${administrator.name},`, en: `Dear ${administrator.name},` }),
    blocks: [
      paragraph(say(happened[trouble.problem])),
      ...about(trouble, procedure, say),
      ...(trouble.problem === "spam" ? aboutSpam(say) : aboutAddress(trouble, procedure, say)),
    ],
    closing: say({ nl: "Met vriendelijke groet,", en: "Kind regards," }),
    signature: house.name,
    phone: house.phone,
  };
  return { subject: letter.subject, text: toText(letter), html: toHtml(letter, language), language };
}

type Say = (text: Text) => string;

function about({ person, number }: Trouble, { people }: Procedure, say: Say): readonly Block[] {
  const colleague = people.find(({ id }) => id === person);
  const known = [
    ...(person === undefined
      ? []
      : [{ term: say({ nl: "Collega", en: "Colleague" }), detail: colleague?.name ?? person }]),
    ...(colleague === undefined ? [] : [{ term: say({ nl: "Adres", en: "Address" }), detail: colleague.email }]),
    ...(number === undefined ? [] : [{ term: say({ nl: "Dossier", en: "File" }), detail: number }]),
  ];
  return known.length === 0 ? [] : [rows(known)];
}

function aboutAddress({ problem, number }: Trouble, { id }: Procedure, say: Say): readonly Block[] {
  return [
    heading(say({ nl: "Wat kunt u doen?", en: "What can you do?" })),
    paragraph(
      say({
        nl: `Kijk of het adres klopt. Is het fout? Verbeter het dan onder people in het procedurebestand van ${id}, en zet dat bestand weer in gebruik.`,
        en: `See if the address is right. Is it wrong? Then correct it under people in the procedure file of ${id}, and deploy that file.`,
      }),
    ),
    paragraph(
      say({
        nl: "Klopt het adres wel? Vraag dan na of de mailbox nog bestaat. Is de collega weg? Geef de rol dan aan een ander.",
        en: "Is the address right? Then ask if the mailbox still exists. Has the colleague left? Then give the role to somebody else.",
      }),
    ),
    heading(say({ nl: "Wat gebeurt er nu?", en: "What happens now?" })),
    paragraph(say(number === undefined ? mailIsLost : problem === "returned" ? standInFromNow : standInThisTime)),
    heading(say({ nl: "Wat als u niets doet?", en: "What if you do nothing?" })),
    paragraph(
      say({
        nl: "Dan gaat er weer mail naar dit adres. Wij melden dat hooguit één keer per dag.",
        en: "Then more mail goes to this address. We tell you of it once a day at most.",
      }),
    ),
  ];
}

const mailIsLost: Text = {
  nl: "Deze mail was een link voor de balie of een lijst met taken. Wij sturen hem niet nog eens. Taken blijven staan.",
  en: "This mail was a link to the desk or a list of tasks. We do not send it again. The tasks stay where they are.",
};
const standInFromNow: Text = {
  nl: "De brief gaat naar wie de collega vervangt. In dit dossier mailen wij de vervanger, tot het adres anders is of de collega ons zelf mailt.",
  en: "The letter goes to who stands in. In this file we mail that person, until the address is another one or the colleague mails us.",
};
const standInThisTime: Text = {
  nl: "De brief gaat naar wie de collega vervangt.",
  en: "The letter goes to who stands in for the colleague.",
};

function aboutSpam(say: Say): readonly Block[] {
  return [
    heading(say({ nl: "Wat kunt u doen?", en: "What can you do?" })),
    paragraph(
      say({
        nl: "In het dossier staat welke brief het is. De eigenaar kan de lezer bellen en vragen of mailen goed is.",
        en: "The file shows which letter it is. Its owner can call the reader and ask if mail is fine.",
      }),
    ),
    heading(say({ nl: "Wat als u niets doet?", en: "What if you do nothing?" })),
    paragraph(
      say({
        nl: "Dan blijven wij deze lezer mailen. Let op: na veel van deze meldingen kan onze mail bij iedereen in de spam komen.",
        en: "Then we keep mailing this reader. Mind: after many such reports our mail may land in the spam of everybody.",
      }),
    ),
  ];
}
