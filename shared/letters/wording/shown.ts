import type { AnsweredTask, Dossier, Task } from "../../domain/dossier.ts";
import { isRespondent, type Party } from "../../domain/party.ts";
import type { Procedure } from "../../domain/procedure.ts";
import { personOf } from "../../domain/roles.ts";
import { lastOfEach, latestAnswered } from "../../domain/rounds.ts";
import { peopleIn } from "../../domain/tasks/answer.ts";
import { catalogue } from "../../domain/tasks/catalogue.ts";
import type { Shown, TaskKindId } from "../../domain/tasks/task-kind.ts";
import type { Text } from "../../domain/text.ts";
import { dateInWords } from "./moment.ts";
import { languageOf } from "./people.ts";

/** Words from the case that somebody outside may read, with what stands above them. */
export interface ShownWords {
  readonly heading: Text;
  readonly text: string;
}

/**
 * What a party gets to see of the case with a task of this kind, on the page and in the letter. Nothing else of the file is ever shown to
 * them; words that were erased are left out.
 */
export function shownToParty(
  kind: TaskKindId,
  who: Party,
  dossier: Dossier,
  procedure: Procedure,
): readonly ShownWords[] {
  const shows = catalogue[kind].forParty?.shows ?? [];
  return shows.flatMap((one) => shown(one, who, dossier, procedure)).filter(({ text }) => text !== "");
}

function shown(what: Shown, who: Party, dossier: Dossier, procedure: Procedure): readonly ShownWords[] {
  switch (what) {
    case "complaint":
      return [
        {
          heading:
            who === "complainant"
              ? { nl: "Uw klacht", en: "Your complaint" }
              : { nl: "Dit is de klacht", en: "This is the complaint" },
          text: dossier.text,
        },
      ];
    case "accounts":
      return accountsOfOthers(who, dossier, procedure);
    case "agreement":
      return [
        {
          heading: { nl: "Dit is afgesproken", en: "This was agreed" },
          text: words(lastProposal(dossier), "agreement"),
        },
      ];
    case "solution":
      return [
        {
          heading: { nl: "Dit is de oplossing", en: "This is the solution" },
          text: solutionFor(who, dossier, procedure),
        },
      ];
    case "advice":
      return [
        { heading: { nl: "Ons advies", en: "Our advice" }, text: words(latestAnswered(dossier, "advise"), "advice") },
      ];
    case "question":
      return [
        {
          heading: { nl: "Onze vraag", en: "Our question" },
          // The intake officer has questions too, for colleagues: those are nobody else's.
          text: words(latestAnswered(dossier, "establish-facts", "ask-more"), "question"),
        },
      ];
    case "candidates":
      return [
        {
          heading: { nl: "Deze mensen stellen wij voor", en: "These are the people we propose" },
          text: peopleIn(words(latestAnswered(dossier, "propose-independents"), "candidates"))
            .map(({ name }, index) => `${index + 1}. ${name}`)
            .join("\n"),
        },
      ];
    case "outcome":
      return [
        {
          heading:
            who === "independent"
              ? { nl: "Dit schreven wij aan de klager", en: "This is what we wrote to the complainant" }
              : { nl: "De uitkomst", en: "The outcome" },
          text: words(latestWritten(dossier), isRespondent(who) ? "respondentLetter" : "letter"),
        },
      ];
  }
}

/** The outcome that was written last: the first one, or the final one after an independent advice; `before` looks back. */
export function latestWritten(dossier: Dossier, before?: string): AnsweredTask | undefined {
  return dossier.tasks
    .filter(isAnswered)
    .filter(({ kind }) => kind === "write-outcome" || kind === "final-outcome")
    .findLast(({ answeredAt }) => before === undefined || answeredAt <= before);
}

/** What the others told, each under their name; never one's own. */
function accountsOfOthers(who: Party, dossier: Dossier, procedure: Procedure): readonly ShownWords[] {
  return lastOfEach(dossier, "statement")
    .filter(isAnswered)
    .filter(({ about }) => about !== who)
    .map((task) => ({ heading: toldBy(task.about, dossier, procedure), text: words(task, "account") }));
}

function toldBy(about: string | undefined, dossier: Dossier, procedure: Procedure): Text {
  const teller = dossier.respondents.find(({ party }) => party === about)?.party ?? "complainant";
  const name = personOf(teller, procedure, dossier)?.name ?? "";
  if (name !== "") return { nl: `Dit vertelde ${name}`, en: `This is what ${name} told us` };
  return teller === "complainant"
    ? { nl: "Dit vertelde de klager", en: "This is what the complainant told us" }
    : { nl: "Dit vertelde degene over wie het gaat", en: "This is what the person it is about told us" };
}

/** What was agreed in a talk or what we propose, whichever came last: only that is put to both sides. */
function lastProposal({ tasks }: Dossier): AnsweredTask | undefined {
  return tasks
    .filter(isAnswered)
    .findLast(({ answer }) => answer.private["agreement"] !== undefined || answer.private["solution"] !== undefined);
}

/** The solution; what we promise and pay is between the complainant and us. */
function solutionFor(who: Party, dossier: Dossier, procedure: Procedure): string {
  const last = lastProposal(dossier);
  const solution = words(last, "solution");
  if (who !== "complainant" || solution === "") return solution;
  const language = languageOf(who, dossier, procedure);
  const due = last?.answer.facts["promiseDue"];
  const promise = words(last, "promise");
  const by = due === undefined ? "" : ` (${dateInWords(due, language)})`;
  return [solution, promise === "" ? "" : `${promise}${by}`, words(last, "redress")]
    .filter((one) => one !== "")
    .join("\n\n");
}

function words(task: AnsweredTask | undefined, name: string): string {
  return task?.answer.private[name] ?? "";
}

function isAnswered(task: Task): task is AnsweredTask {
  return task.status === "answered";
}
