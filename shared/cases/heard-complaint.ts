import { arrivedOn } from "../domain/arrival.ts";
import type { Procedure } from "../domain/procedure.ts";
import type { Problem } from "../domain/tasks/task-kind.ts";
import type { Instant } from "../ports.ts";
import { readComplaint } from "./complaint-form.ts";
import type { HeardComplaint } from "./register-complaint.ts";

type Read =
  | { readonly ok: true; readonly heard: HeardComplaint }
  | { readonly ok: false; readonly problems: readonly Problem[] };

const channels = ["phone", "counter", "letter"] as const;

/** What a colleague filled in, or what is wrong with it: the same fields as the web form has (B11), how it came in, and when. */
export function readHeardComplaint(
  posted: Readonly<Record<string, string>>,
  procedures: readonly Procedure[],
  procedure: Procedure,
  by: string,
  now: Instant,
): Read {
  // The trap for robots is not on this form.
  const read = readComplaint({ ...posted, topic: "" }, procedures, procedure, procedure.house.language);
  const channel = channels.find((one) => one === posted["channel"]);
  const receivedAt = arrivedOn(posted["receivedOn"] ?? "", now, procedure.calendar.timeZone);
  if (!read.ok || channel === undefined || receivedAt === undefined) {
    const problems = [
      ...(channel === undefined ? [noChannel] : []),
      ...(receivedAt === undefined ? [noDay] : []),
      ...(read.ok ? [] : read.problems.map(inTheThird)),
    ];
    return { ok: false, problems };
  }
  const { words, ticket, form } = read.complaint;
  const { complainant, report } = form;
  const language = procedure.house.languages.find((one) => one === posted["reads"]) ?? form.language;
  return { ok: true, heard: { words, complainant, report, language, channel, receivedAt, by, ticket } };
}

const noChannel: Problem = {
  field: "channel",
  message: { nl: "Kies hoe de klacht binnenkwam.", en: "Choose how the complaint came in." },
};
const noDay: Problem = {
  field: "receivedOn",
  message: {
    nl: "Vul de dag in waarop de klacht binnenkwam: vandaag of eerder.",
    en: "Fill in the day on which the complaint came in: today or before.",
  },
};

/** The form of the website speaks to the complainant; here a colleague fills it in for them. */
function inTheThird(problem: Problem): Problem {
  if (problem.field === "words") return { ...problem, message: noWords };
  return problem.field === "email" && problem.message.nl.startsWith("Vul uw")
    ? { ...problem, message: noWay }
    : problem;
}

const noWords = {
  nl: "Schrijf op wat er is gebeurd. Een paar woorden zijn genoeg.",
  en: "Write down what happened. A few words are enough.",
};
const noWay = {
  nl: "Vul een e-mailadres in, of een telefoonnummer of adres. Anders kunnen wij niet antwoorden.",
  en: "Fill in an e-mail address, or a phone number or address. If not, we have no way to answer.",
};
