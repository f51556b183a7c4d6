import type { Procedure } from "../domain/procedure.ts";
import type { Language } from "../domain/text.ts";
import { periodInWords } from "../letters/wording/period.ts";
import { promises } from "../letters/wording/promises.ts";
import { speaking } from "../letters/wording/say.ts";

/** What the report form says besides its questions: how to send it, what happens then and by when (A9, B6, B11, B20). */
export function formWords({ house, clocks }: Procedure, language: Language) {
  const say = speaking(language);
  const within = clocks.map(({ id, period }) => {
    const term = periodInWords(period, language);
    return say({ nl: `Binnen ${term} ${promises[id].nl}.`, en: `Within ${term} ${promises[id].en}.` });
  });
  return {
    lead: say({
      nl: "Vertel ons in uw eigen woorden wat er is gebeurd. Alleen de eerste vraag is nodig.",
      en: "Tell us in your own words what happened. Only the first question is needed.",
    }),
    about: [
      {
        heading: say({ nl: "Zo stuurt u het op", en: "How to send it" }),
        paragraphs: [
          say({
            nl: `Op een scherm: vul dit formulier in en bewaar het. Mail het daarna als bijlage naar ${house.complaintsAddress}.`,
            en: `On a screen: fill in this form and save it. Then mail it as an attachment to ${house.complaintsAddress}.`,
          }),
          say({
            nl: `Met een pen: print dit formulier en vul het in. Mail ons een foto of scan ervan, of geef het aan iemand die bij ons werkt. Bellen mag ook: ${house.phone}.`,
            en: `With a pen: print this form and fill it in. Mail us a photo or scan of it, or give it to somebody who works with us. You may also call: ${house.phone}.`,
          }),
        ],
      },
      {
        heading: say({ nl: "Wat gebeurt er dan?", en: "What happens then?" }),
        paragraphs: [
          within.join(" "),
          say({
            nl: "Degene over wie het gaat, krijgt uw klacht ook te lezen.",
            en: "The person it is about will read your complaint too.",
          }),
        ],
      },
    ],
    yourComplaint: say({ nl: "Uw klacht", en: "Your complaint" }),
    hints: {
      words: say({
        nl: "Gaat het over iemand? Schrijf dan de hele naam op. Die persoon behandelt uw klacht dan niet.",
        en: "Is it about somebody? Then write their full name. That person will not handle your complaint.",
      }),
    },
    answering: {
      heading: say({ nl: "Hoe kunnen wij u antwoorden?", en: "How can we answer you?" }),
      why: say({
        nl: "Mailt u ons dit formulier? Dan antwoorden wij op die mail. Vul hier in hoe wij u nog meer kunnen bereiken.",
        en: "Do you mail us this form? Then we answer that mail. Fill in here how else we can reach you.",
      }),
    },
    more: {
      heading: say({ nl: "Wilt u nog meer vertellen?", en: "Is there more you want to tell?" }),
      why: say({ nl: "Dat helpt ons, maar het hoeft niet.", en: "It helps us, but you do not have to." }),
    },
    done: say({
      nl: `Klaar? Bewaar dit formulier en mail het als bijlage naar ${house.complaintsAddress}.`,
      en: `Done? Save this form and mail it as an attachment to ${house.complaintsAddress}.`,
    }),
  };
}
