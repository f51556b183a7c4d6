import { isStopped } from "../domain/alarms.ts";
import { dueAt } from "../domain/clocks.ts";
import { personOf } from "../domain/roles.ts";
import { latestAnswered } from "../domain/rounds.ts";
import { type Block, heading, paragraph, quotation } from "./content.ts";
import { repeatable } from "./frame.ts";
import { nothingDecided } from "./headings.ts";
import { type LetterContext, wordsFor } from "./letter-context.ts";
import { together } from "./wording/people.ts";
import { whyWePromise } from "./wording/why.ts";

/** Who complains, by name where there is one that we may repeat. */
export function complainantName(context: LetterContext): string {
  const { dossier } = context;
  const { say } = wordsFor(context);
  return repeatable(dossier.complainant?.name) ?? say({ nl: "Iemand", en: "Somebody" });
}

/** Whom the complaint is about: `Bram Kuipers en Els Mulder`. */
export function respondentNames(context: LetterContext): string {
  const { dossier, procedure, language } = context;
  const { say } = wordsFor(context);
  const names = dossier.respondents.map(({ party }) => personOf(party, procedure, dossier)?.name ?? "");
  const known = names.filter((name) => name !== "");
  return known.length === 0
    ? say({ nl: "degene over wie het gaat", en: "the person it is about" })
    : together(known, language);
}

/** The complaint itself, for whoever may read it: what is claimed is quoted, never retold. */
export function theComplaint(context: LetterContext): readonly Block[] {
  const { dossier } = context;
  const { say } = wordsFor(context);
  const files = dossier.attachments.length;
  return [
    heading(say({ nl: "Dit is de klacht", en: "This is the complaint" })),
    dossier.text === ""
      ? paragraph(
          say({
            nl: "Wij hebben de tekst niet meer. De gegevens in deze zaak zijn gewist.",
            en: "We no longer have the text. The details of this case have been erased.",
          }),
        )
      : quotation(dossier.text),
    ...(files === 0
      ? []
      : [
          paragraph(
            say({
              nl: "Bij de klacht zit ook een bestand. Wilt u het zien? Vraag het ons.",
              en: "A file came with the complaint. Do you want to see it? Ask us.",
            }),
          ),
        ]),
  ];
}

/** That both sides are equal to us, as long as nothing has been found yet (A16). */
export function nobodyTakesSides(context: LetterContext): readonly Block[] {
  const { dossier } = context;
  const { say } = wordsFor(context);
  if (latestAnswered(dossier, "establish-facts", "established") !== undefined) return [];
  return [
    nothingDecided(context),
    paragraph(
      say({
        nl: "Wij kiezen geen kant. Wij weten alleen wat de klager ons vertelt. Wij geven pas een oordeel als ook u uw kant kon vertellen.",
        en: "We do not take sides. We only know what the complainant tells us. We will not form an opinion until you have had the chance to tell your side.",
      }),
    ),
  ];
}

/** By when the outcome comes and why then, while that is still to come. */
export function outcomeComes(context: LetterContext): readonly string[] {
  const { dossier, procedure, language, now } = context;
  const { say, moment } = wordsFor(context);
  const clock = procedure.clocks.find(({ id }) => id === "decision");
  const due = dueAt("decision", dossier, procedure);
  if (clock === undefined || due <= now || isStopped("decision", dossier)) return [];
  const then = say({
    nl: `De uitkomst komt voor ${moment(due)}.`,
    en: `The outcome comes before ${moment(due)}.`,
  });
  return [`${then} ${whyWePromise(clock, dossier, procedure, language)}`];
}
