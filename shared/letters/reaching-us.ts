import { actions } from "../domain/actions/catalogue.ts";
import { personOf } from "../domain/roles.ts";
import { type Block, link } from "./content.ts";
import { type LetterContext, wordsFor } from "./letter-context.ts";
import { askedAdvice } from "./wording/asked-advice.ts";
import { nameAndTitle } from "./wording/people.ts";

/** How somebody outside can ask or add something: by a reply, or by phone where they read it on paper. */
export function askOrAdd(context: LetterContext): readonly string[] {
  const { procedure, dossier, onPaper } = context;
  const { say } = wordsFor(context);
  const { phone, complaintsAddress } = procedure.house;
  return onPaper
    ? [
        say({
          nl: `Wilt u iets vragen of vertellen, of weten hoe het staat? Bel ${phone} en noem zaak ${dossier.number}.`,
          en: `Do you want to ask or tell us something, or know how things are? Call ${phone} and name case ${dossier.number}.`,
        }),
        say({ nl: `Mailen mag ook: ${complaintsAddress}.`, en: `You may also send a mail: ${complaintsAddress}.` }),
      ]
    : [
        say({
          nl: "Wilt u iets vragen of vertellen? Stuur een antwoord op deze mail. Het komt bij de zaak.",
          en: "Do you want to ask or tell us something? Reply to this mail. It goes into the case.",
        }),
      ];
}

/** The number of the house, where no name is given to ask for; on paper it was given already. */
export function orCall(context: LetterContext): readonly string[] {
  const { say } = wordsFor(context);
  const { phone } = context.procedure.house;
  return context.onPaper
    ? []
    : [
        say({
          nl: `Wilt u liever bellen? Ons nummer is ${phone}.`,
          en: `Would you rather call? Our number is ${phone}.`,
        }),
      ];
}

/** Who answers for the case, for whoever wants to talk to a person. */
export function whoHandles(context: LetterContext): string {
  const { dossier, procedure, language } = context;
  const { say } = wordsFor(context);
  const owner = nameAndTitle(dossier.owner, dossier, procedure, language);
  const name = personOf(dossier.owner, procedure, dossier)?.name ?? owner;
  const { phone } = procedure.house;
  if (askedAdvice(dossier)) {
    return say({
      nl: `${owner} weet van uw vraag. Wilt u praten? Bel ${phone} en vraag naar ${name}.`,
      en: `${owner} knows of your question. Do you want to talk? Call ${phone} and ask for ${name}.`,
    });
  }
  return dossier.status === "closed"
    ? say({
        nl: `${owner} was met deze klacht bezig. Wilt u praten? Bel ${phone} en vraag naar ${name}.`,
        en: `${owner} handled this complaint. Do you want to talk? Call ${phone} and ask for ${name}.`,
      })
    : say({
        nl: `${owner} behandelt deze klacht. Wilt u praten? Bel ${phone} en vraag naar ${name}.`,
        en: `${owner} handles this complaint. Do you want to talk? Call ${phone} and ask for ${name}.`,
      });
}

/** That the complainant may stop, as long as they may. */
export function mayWithdraw(context: LetterContext): readonly string[] {
  const { to, dossier, procedure, now, onPaper } = context;
  const { say } = wordsFor(context);
  if (to !== "complainant" || !actions.withdraw.isFor({ by: to }, dossier, procedure, now)) return [];
  if (askedAdvice(dossier)) {
    return [
      onPaper
        ? say({
            nl: "Wilt u niet verder? U mag altijd stoppen. Bel ons dan.",
            en: "Do you want to stop? You may at any time. Call us then.",
          })
        : say({
            nl: "Wilt u niet verder? U mag altijd stoppen. Dat kan via de link in deze mail.",
            en: "Do you want to stop? You may at any time, with the link in this mail.",
          }),
    ];
  }
  return [
    onPaper
      ? say({
          nl: "Wilt u niet verder? U mag uw klacht altijd intrekken. Bel ons dan.",
          en: "Do you want to stop? You may withdraw your complaint at any time. Call us then.",
        })
      : say({
          nl: "Wilt u niet verder? U mag uw klacht altijd intrekken. Dat kan via de link in deze mail.",
          en: "Do you want to stop? You may withdraw your complaint at any time, with the link in this mail.",
        }),
  ];
}

/** The link of the reader's own page; on paper there is none, and `askOrAdd` tells whom to call. */
export function casePage({ links, onPaper }: LetterContext, label: string): readonly Block[] {
  return onPaper ? [] : link(label, links.status);
}

/** How we come back to somebody with a question of its own: by a separate mail, or by phone. */
export function weAsk(context: LetterContext, what: { readonly nl: string; readonly en: string }): string {
  const { say } = wordsFor(context);
  return context.onPaper
    ? say({ nl: `Een collega belt u en vraagt ${what.nl}.`, en: `A colleague will call you and ask ${what.en}.` })
    : say({
        nl: `U krijgt nog een mail van ons. Daarin vragen wij ${what.nl}.`,
        en: `You get one more mail from us. In it we ask ${what.en}.`,
      });
}
