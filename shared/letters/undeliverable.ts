import { dueAt } from "../domain/clocks.ts";
import type { CaseClock } from "../domain/procedure.ts";
import { latestWords } from "../domain/tasks/prefill.ts";
import type { Text } from "../domain/text.ts";
import {
  type Block,
  heading,
  type LetterContent,
  link,
  paragraph,
  prose,
  quotation,
  type Row,
  rows,
} from "./content.ts";
import { type LetterContext, wordsFor } from "./letter-context.ts";
import { whyClockEndsThen } from "./wording/why.ts";

/** A letter of ours to the complainant: what it is, until when it is in time, and what it came to say. */
interface Undelivered {
  readonly name: Text;
  readonly clock: CaseClock["id"];
  readonly say: Text;
  /** The names of the answers whose words stand in it. */
  readonly words: readonly string[];
}

const receipt: Undelivered = {
  name: { nl: "de bevestiging", en: "the confirmation" },
  clock: "receipt",
  say: {
    nl: "Zeg dat wij de klacht hebben, wat het zaaknummer is en wat er nu gebeurt.",
    en: "Say that we have the complaint, what its case number is and what happens now.",
  },
  words: [],
};
const outcome: Undelivered = {
  name: { nl: "de uitkomst", en: "the outcome" },
  clock: "decision",
  say: { nl: "Vertel wat hieronder staat.", en: "Tell them what it says below." },
  words: ["letter"],
};
const referral: Undelivered = {
  name: { nl: "ons antwoord", en: "our answer" },
  clock: "response",
  say: { nl: "Vertel wat hieronder staat.", en: "Tell them what it says below." },
  words: ["reason", "rightDoor"],
};

/** To the owner: the complainant's address does not take a letter, so somebody must reach them otherwise (B9, B27). */
export function undeliverable(context: LetterContext): LetterContent {
  const { dossier, procedure, language, links, now } = context;
  const { say, moment } = wordsFor(context);
  const refused = refusedOf(context);
  const clock = procedure.clocks.find(({ id }) => id === refused.clock);
  const due = dueAt(refused.clock, dossier.receivedAt, procedure);
  const name = say(refused.name);
  const erased = say({ nl: "gewist", en: "erased" });
  const unnamed = say({ nl: "geen naam bekend", en: "no name given" });
  const { complainant } = dossier;
  const text = refused.words.flatMap((field) => latestWords(dossier, field) ?? []).join("\n\n");
  const content: readonly Block[] =
    text === "" ? [] : [heading(say({ nl: "Dit staat in de brief", en: "This is in the letter" })), prose(text)];
  const basis: readonly Row[] =
    clock === undefined
      ? []
      : [{ term: say({ nl: "Waarom dan", en: "Why then" }), detail: whyClockEndsThen(clock, procedure, language) }];

  return {
    subject: say({ nl: `Niet bezorgd: ${name}`, en: `Not delivered: ${name}` }),
    blocks: [
      paragraph(
        say({
          nl: "Wij wilden de klager een brief mailen. Dat lukt niet: het adres neemt onze mail niet aan.",
          en: "We tried to mail a letter to the complainant. It did not work: the address does not take our mail.",
        }),
      ),
      rows([
        { term: say({ nl: "Brief", en: "Letter" }), detail: name },
        {
          term: say({ nl: "Klager", en: "Complainant" }),
          detail: complainant === undefined ? erased : complainant.name || unnamed,
        },
        { term: say({ nl: "Adres", en: "Address" }), detail: complainant?.email ?? erased },
        ...(complainant?.writesFrom === undefined
          ? []
          : [{ term: say({ nl: "Schreef vanaf", en: "Wrote from" }), detail: complainant.writesFrom }]),
        { term: say({ nl: "Uiterlijk", en: "At the latest" }), detail: moment(due) },
        ...basis,
      ]),
      heading(say({ nl: "Wat kunt u doen?", en: "What can you do?" })),
      paragraph(
        say({
          nl: `Bel de klager, of stuur een brief met de post. ${say(refused.say)} Kijk in de klacht of er een nummer of een adres in staat.`,
          en: `Call the complainant, or send a letter by post. ${say(refused.say)} Look in the complaint for a phone number or an address.`,
        }),
      ),
      paragraph(
        say({
          nl: "Is het gelukt? Stuur een antwoord op deze mail en zeg wat u deed. Het komt bij de zaak.",
          en: "Did it work? Reply to this mail and say what you did. It goes into the case.",
        }),
      ),
      ...(due <= now
        ? [
            paragraph(
              say({
                nl: "De tijd daarvoor is om. Doe het vandaag nog. Zeg dat het ons spijt.",
                en: "The time for that is up. Do it today. Say that we are sorry.",
              }),
            ),
          ]
        : []),
      ...link(say({ nl: "Open de taak", en: "Open the task" }), links.task),
      ...content,
      // Without a task there is no page on which the complaint can be read.
      ...(links.task === undefined && dossier.text !== ""
        ? [
            heading(say({ nl: "Dit schreef de klager", en: "This is what the complainant wrote" })),
            quotation(dossier.text),
          ]
        : []),
      heading(say({ nl: "Wat als u niets doet?", en: "What if you do nothing?" })),
      paragraph(
        say({
          nl: "Dan hoort de klager niets. Wij sturen deze brief niet nog een keer.",
          en: "Then the complainant hears nothing. We do not send this letter again.",
        }),
      ),
    ],
  };
}

/** The newest letter to the complainant that was refused. */
function refusedOf({ dossier }: LetterContext): Undelivered {
  const letter = dossier.letters.findLast(({ to, status }) => to === "complainant" && status === "refused")?.letter;
  switch (letter) {
    case "outcome":
      return outcome;
    case "referral":
      return referral;
    default:
      return receipt;
  }
}
