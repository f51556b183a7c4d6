import { type LetterContent, link, list, paragraph, rows } from "./content.ts";
import { ifYouDoNothing, whatWeDo, whatYouCanDo } from "./headings.ts";
import { type LetterContext, wordsFor } from "./letter-context.ts";
import { nameAndTitle } from "./wording/people.ts";

/** To the owner and to colleagues who knew of the complaint or worked on it: it was withdrawn. Why stands in the case (A4). */
export function withdrawnInside(context: LetterContext): LetterContent {
  const { dossier, procedure, language, links, now } = context;
  const { say, moment } = wordsFor(context);
  return {
    subject: say({
      nl: "Ter informatie: een klacht is ingetrokken",
      en: "For your information: a complaint is withdrawn",
    }),
    blocks: [
      paragraph(
        say({
          nl: "De klager heeft de klacht ingetrokken. Wij stoppen ermee. Was u er nog mee bezig? Dat hoeft niet meer.",
          en: "The complainant withdrew the complaint. We stop. Were you still working on it? You need not go on.",
        }),
      ),
      rows([
        { term: say({ nl: "Zaak", en: "Case" }), detail: dossier.number },
        { term: say({ nl: "Gestopt op", en: "Stopped on" }), detail: moment(dossier.withdrawn?.at ?? now) },
        {
          term: say({ nl: "Wie doet het", en: "Who does it" }),
          detail: nameAndTitle(dossier.owner, dossier, procedure, language),
        },
      ]),
      whatWeDo(context),
      list([
        say({
          nl: "Er komt geen uitkomst. Ook de anderen die van de klacht weten, horen dat.",
          en: "There will be no outcome. The others who know of the complaint hear that too.",
        }),
        say({
          nl: "Wij kijken nog wel wat wij ervan leren. Daarna sluiten wij de zaak.",
          en: "We still look at what we can learn from it. Then we close the case.",
        }),
      ]),
      ...link(say({ nl: "Open de zaak", en: "Open the case" }), links.status),
      whatYouCanDo(context),
      paragraph(
        say({
          nl: "Weet u wat wij hiervan leren? Stuur een antwoord op deze mail. Vraag de klager niet waarom hij of zij stopt.",
          en: "Do you know what we can learn from this? Reply to this mail. Do not ask the complainant why they stop.",
        }),
      ),
      ifYouDoNothing(context),
      paragraph(
        say({
          nl: "Dan is dat goed. Hebben wij u nog nodig? Dan krijgt u een aparte mail.",
          en: "Then that is fine. Do we still need you? Then you get a separate mail.",
        }),
      ),
    ],
  };
}
