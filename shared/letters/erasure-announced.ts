import { type LetterContent, link, paragraph } from "./content.ts";
import { type LetterContext, wordsFor } from "./letter-context.ts";

/** To the owner: the personal data of this case will be erased, unless somebody holds it. */
export function erasureAnnounced(context: LetterContext): LetterContent {
  const { dossier, links, now } = context;
  const { say, moment } = wordsFor(context);
  const at = moment(dossier.erasure.announcedFor ?? now);
  return {
    subject: say({ nl: "Wij wissen binnenkort persoonsgegevens", en: "We will erase personal data soon" }),
    blocks: [
      paragraph(
        say({
          nl: `Zaak ${dossier.number} is al lang dicht. Op ${at} wissen wij namen, adressen en teksten.`,
          en: `Case ${dossier.number} has been closed for long. On ${at} we erase names, addresses and texts.`,
        }),
      ),
      paragraph(
        say({
          nl: "Moeten wij ze langer bewaren? Open dan de zaak en zeg waarom.",
          en: "Do we have to keep them longer? Then open the case and say why.",
        }),
      ),
      ...link(say({ nl: "Open de zaak", en: "Open the case" }), links.status),
    ],
  };
}
