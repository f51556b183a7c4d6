import { type LetterContent, link, list, paragraph, rows } from "./content.ts";
import { ifYouDoNothing, whatYouCanDo } from "./headings.ts";
import { type LetterContext, wordsFor } from "./letter-context.ts";
import { capital } from "./wording/capital.ts";
import { fileWords } from "./wording/file-words.ts";

/** To the owner: the personal data of this file will be erased, unless somebody holds them. */
export function erasureAnnounced(context: LetterContext): LetterContent {
  const { dossier, links, now } = context;
  const { say, moment } = wordsFor(context);
  const { name, the } = fileWords(dossier);
  const at = moment(dossier.erasure.announcedFor ?? now);
  return {
    subject: say({ nl: "Wij wissen binnenkort persoonsgegevens", en: "We will erase personal data soon" }),
    blocks: [
      paragraph(
        say({
          nl: `${capital(name.nl)} ${dossier.number} is al lang dicht. Daarom wissen wij de namen, de adressen en de teksten. U leest dit omdat u de eigenaar bent.`,
          en: `${capital(name.en)} ${dossier.number} was closed long ago. So we will erase the names, the addresses and the texts. You get this as its owner.`,
        }),
      ),
      rows([
        ...(dossier.status === "closed"
          ? [{ term: say({ nl: "Gesloten op", en: "Closed on" }), detail: moment(dossier.closedAt) }]
          : []),
        { term: say({ nl: "Wij wissen op", en: "We erase on" }), detail: at },
      ]),
      ...link(say({ nl: `Open ${the.nl}`, en: `Open ${the.en}` }), links.status),
      whatYouCanDo(context),
      list([
        say({
          nl: "Zijn de gegevens nog nodig? Bijvoorbeeld omdat er een rechtszaak loopt? Open dan de link. Daar houdt u het wissen tegen. U zegt erbij waarom.",
          en: "Are the data still needed? Is there a court case, for example? Then open the link. There you can hold the erasing. You have to say why.",
        }),
        say({
          nl: "Staat er iets in dat wij moeten leren? Schrijf het dan eerst op, zonder namen.",
          en: "Is there something in it that we should learn? Then write it down first, without names.",
        }),
      ]),
      ifYouDoNothing(context),
      paragraph(
        say({
          nl: `Dan wissen wij op ${at}. Dat kan niemand terugdraaien. Wat blijft: het nummer, de data en de aantallen. Onze cijfers blijven dus kloppen.`,
          en: `Then we erase on ${at}. Nobody can undo that. What stays: the number, the dates and the counts. So our figures stay right.`,
        }),
      ),
    ],
  };
}
