import type { Dossier, OpenTask } from "../../shared/domain/dossier.ts";
import type { EventOf } from "../../shared/domain/events.ts";
import { replay } from "../../shared/domain/evolve.ts";
import type { PathLetter } from "../../shared/domain/letter-kinds.ts";
import type { Procedure } from "../../shared/domain/procedure.ts";
import { taskKindsOf } from "../../shared/domain/tasks/catalogue.ts";
import type { TaskKindId } from "../../shared/domain/tasks/task-kind.ts";
import type { PageLinks } from "../../shared/pages/page-links.ts";
import { CaseUnderTest, mondayMorning, procedures } from "../support/case-under-test.ts";

type Words = NonNullable<EventOf<"ComplaintRegistered">["private"]>;
type Posted = Readonly<Record<string, string>>;

/** Words by who wrote them. Each has its writer in it, so that a test can tell whose words are on a page. */
export const words = {
  complainant: "KLAGER",
  first: "EERSTE-BETROKKENE",
  second: "TWEEDE-BETROKKENE",
  staff: "INTERN",
} as const;

const outcome = {
  letter: "UITKOMST-KLAGER: wij bieden u onze excuses aan.",
  respondentLetter: "UITKOMST-BETROKKENE: wij hebben uw kant gewogen.",
  clientLetter: "UITKOMST-OPDRACHTGEVER: de training wordt herhaald.",
  teamLetter: "UITKOMST-TEAM: wij bevestigen afspraken voortaan.",
};

const assessed = (procedure: Procedure): Posted => ({
  outcome: "handle",
  category: procedure.categories[0]?.id ?? "",
  severity: "serious",
  claim: "yes",
  respondentStaff: procedure.id === "sterker" ? "marloes" : "joost",
  respondentOthers: "Bram Kuipers, bram.kuipers@trainers.example",
  client: "Zorggroep Rijnmond, inkoop@zorggroep.example",
  course: "Gesprekken voeren",
  talked: "no",
  tried: `${words.staff}: de planner heeft al gebeld.`,
  hold: "yes",
  holdReason: `${words.staff}: eerst de klager spreken.`,
});

/** One thing that is done in a case: a task that is asked and answered, or letters that go out. */
type Step =
  | { readonly kind: TaskKindId; readonly about?: string; readonly posted: Posted }
  | { readonly letters: PathLetter }
  | { readonly round: "confirmation" | "ranking" }
  | { readonly close: true };

const of = (kind: TaskKindId, posted: Posted, about?: string): Step => ({ kind, posted, ...(about && { about }) });

const everybody = ["complainant", "respondent:1", "respondent:2"] as const;
const writerOf = { complainant: words.complainant, "respondent:1": words.first, "respondent:2": words.second } as const;

const asked = (kind: TaskKindId, posted: (writer: string) => Posted): readonly Step[] =>
  everybody.map((party) => of(kind, posted(writerOf[party]), party));

const analysis = (procedure: Procedure): readonly Step[] => [
  { letters: "copies" },
  // Nothing is held back from who was asked to talk first.
  ...(procedure.id === "sterker" ? [] : [of("release-copy", {})]),
  of("first-response", {
    contactChannel: "phone",
    contactDate: "2026-01-05",
    contactSummary: `${words.staff}: uitgelegd hoe het gaat.`,
  }),
  ...asked("statement", (writer) => ({ outcome: "account", account: `${writer}: zo ging het volgens mij.` })),
  of("establish-facts", { outcome: "exchange" }),
  ...asked("reply-to-account", (writer) => ({ outcome: "replied", reply: `${writer}: dat zie ik anders.` })),
  of("establish-facts", { outcome: "ask-more", question: "Op welke dag was dat?" }),
  of("answer-question", { questionAnswer: `${words.complainant}: op 12 december.` }),
  of("establish-facts", {
    outcome: "established",
    whatHappened: `${words.staff}: de trainer kwam een uur te laat.`,
    finding: "founded",
    category: procedure.categories[0]?.id ?? "",
    cause: procedure.causes[0]?.id ?? "",
  }),
];

const learning = (procedure: Procedure): readonly Step[] => [
  of("draw-lessons", { cause: procedure.causes[0]?.id ?? "", lesson: `${words.staff}: bevestig afspraken.` }),
  { close: true },
  ...asked("satisfaction", (writer) => ({ score: "2", heardScore: "4", remark: `${writer}: het duurde lang.` })),
  of("follow-up", { outcome: "done", followUp: `${words.staff}: nog eens gebeld.` }),
];

const paths: { readonly [House in "sterker" | "learnworks"]: readonly Step[] } = {
  learnworks: [
    { letters: "receipt" },
    of("assess", {
      ...assessed(procedures.learnworks),
      outcome: "consult",
      question: `${words.staff}: wat raadt u aan?`,
      consultWhom: "director",
    }),
    of("consult", { consultAdvice: `${words.staff}: neem hem in behandeling.` }),
    of("assess", assessed(procedures.learnworks)),
    of("decide-urgently", { direction: `${words.staff}: bel vandaag nog.` }),
    ...analysis(procedures.learnworks),
    of("announce-delay", {
      outcome: "delay",
      newDate: "2026-03-02",
      delayWhy: "other",
      delayReason: "Wij wachten op een verslag van de locatie.",
    }),
    of("solve", { solution: "VOORSTEL: een nieuwe trainingsdag." }),
    ...asked("confirm-agreement", () => ({ outcome: "confirmed" })),
    { round: "confirmation" },
    of(
      "address-respondent",
      {
        addressedOn: "2026-01-05",
        addressedNote: `${words.staff}: besproken met Bram.`,
        condition: `${words.staff}: voortaan op tijd.`,
        measureType: "none",
      },
      "respondent:1",
    ),
    of("write-outcome", outcome),
    of("approve-outcome", { outcome: "approved" }),
    { letters: "outcome" },
    of("react", { outcome: "not-satisfied", dissatisfaction: `${words.complainant}: ik wil een ander oordeel.` }),
    of("propose-independents", {
      candidates: "Anna Visser, anna@raad.example\nPeter Smit, peter@raad.example\nZohra Aydin, zohra@raad.example",
    }),
    ...asked("rank-independents", () => ({ outcome: "ranked", first: "2", second: "1" })),
    { round: "ranking" },
    of("choose-independent", { chosenIndependent: "Peter Smit, peter@raad.example" }),
    of("independent-advice", { outcome: "advised", independentAdvice: "ADVIES: bied een nieuwe training aan." }),
    of("final-outcome", { ...outcome, letter: "LAATSTE-UITKOMST: u krijgt een nieuwe training." }),
    { letters: "final-outcome" },
    ...learning(procedures.learnworks),
  ],
  sterker: [
    { letters: "receipt" },
    of("report-form", { talked: "no", wish: `${words.complainant}: een gesprek.` }),
    of("assess", { ...assessed(procedures.sterker), outcome: "talk-first", hold: "no" }),
    { letters: "invitation" },
    of("talk-result", { outcome: "not-solved", tried: `${words.complainant}: wij werden het niet eens.` }),
    of("decide-after-silence", { outcome: "advice" }),
    of("advise", { advice: "RAAD: dien een klacht in." }),
    of("choose-after-advice", { outcome: "official" }),
    ...analysis(procedures.sterker),
    ...asked("consent-to-talk", () => ({ outcome: "yes", availability: "Dinsdag" })),
    of("three-way-talk", {
      outcome: "agreement",
      talkDate: "2026-01-05",
      minutes: `${words.staff}: verslag van het gesprek.`,
      agreement: "AFSPRAAK: samen een nieuwe dag plannen.",
    }),
    ...asked("confirm-agreement", () => ({ outcome: "confirmed" })),
    of("separate-talks", { talkDates: "Maandag", minutes: `${words.staff}: twee gesprekken.` }),
    of("give-judgment", { judgment: `${words.staff}: terecht.`, consequence: `${words.staff}: een gesprek.` }),
    of("announce-delay", { outcome: "on-time" }),
    of("write-outcome", outcome),
    { letters: "outcome" },
    of("react", { outcome: "satisfied" }),
    ...learning(procedures.sterker),
  ],
};

/** A case that pages are made of. Each step is taken an hour after the one before. */
export class CaseShown extends CaseUnderTest {
  #now = mondayMorning;
  readonly house: "sterker" | "learnworks";

  constructor(
    house: "sterker" | "learnworks",
    facts: Partial<EventOf<"ComplaintRegistered">["facts"]> = {},
    personal: Partial<Words> = {},
  ) {
    super(procedures[house], mondayMorning, facts, personal);
    this.house = house;
  }

  get now(): string {
    return this.#now;
  }

  at(moment: string): this {
    this.#now = moment;
    return this;
  }

  /** The same case after its personal data were erased. */
  get erased(): Dossier {
    return replay(this.happened.map(({ event, ...rest }) => ({ ...rest, event: { ...event, private: null } })));
  }

  /** Takes every step up to the task of this kind, and leaves that one open: for this party where it is a round. */
  upTo(kind: TaskKindId, about?: string): this {
    for (const step of paths[this.house]) {
      this.later();
      if ("kind" in step && step.kind === kind && (about === undefined || step.about === about)) {
        this.open(kind, this.now, step.about);
        return this;
      }
      this.take(step);
    }
    throw new Error(`${kind} is not on the path of ${this.house}.`);
  }

  /** The whole path. */
  toTheEnd(): this {
    for (const step of paths[this.house]) {
      this.later();
      this.take(step);
    }
    return this;
  }

  take(step: Step): this {
    if ("kind" in step) this.perform(step.kind, step.posted, this.now, step.about);
    else if ("letters" in step) this.letters(step.letters);
    else if ("round" in step) this.events({ type: "ConcludeRound", round: step.round }, this.now);
    else this.events({ type: "CloseCase" }, this.now);
    return this.post(this.now);
  }

  /** Sends the letters of a moment of the path, and hears that they went. */
  letters(letter: PathLetter): this {
    this.events({ type: "SendLetters", letter, requestId: `${letter}@${this.now}` }, this.now);
    return this.post(this.now);
  }

  write(by: "complainant" | "respondent:1" | "role:director", text: string): this {
    const from = by === "complainant" ? by : by === "respondent:1" ? "respondent" : "staff";
    const facts = { mailId: `mail-${this.dossier.messages.length + 1}`, from, by } as const;
    const said = { address: "", subject: "", text, attachments: [] };
    this.events({ type: "FileMessage", facts, private: said }, this.now);
    return this;
  }

  /** The task that was opened last and still waits. */
  get task(): OpenTask {
    const found = this.dossier.tasks.findLast((one) => one.status === "open");
    if (found?.status !== "open") throw new Error("No task is open.");
    return found;
  }

  private later(): void {
    this.#now = new Date(Date.parse(this.#now) + 3_600_000).toISOString();
  }
}

/** Every kind of task of both procedures, with the party whom it is about where several are asked side by side. */
export const everyTask = (["sterker", "learnworks"] as const).flatMap((house) =>
  taskKindsOf(procedures[house])
    .filter((kind) => paths[house].some((step) => "kind" in step && step.kind === kind))
    .flatMap((kind) => {
      const abouts = paths[house].flatMap((step) => ("kind" in step && step.kind === kind ? [step.about] : []));
      return [...new Set(abouts)].map((about) => ({ house, kind, about }));
    }),
);

/** A case whose complainant has no mail address, with the letter about its receipt to bring over. */
export function caseByPost(): CaseShown {
  const complainant = { name: "Sanne de Wit", phone: "06 5550 1234", address: "Dorpsstraat 1\n1234 AB Zoetermeer" };
  const one = new CaseShown("learnworks", { channel: "phone", passedOnBy: "role:director" }, { complainant });
  one.perform("complete-registration", {
    outcome: "passed-on",
    channel: "phone",
    complainantName: complainant.name,
    complainantPhone: complainant.phone,
    complainantAddress: complainant.address,
    complainantLanguage: "nl",
    complaint: "De trainer kwam te laat.",
  });
  return one.letters("receipt");
}

export const links: PageLinks = {
  here: "/t/secret",
  root: "/s/secret",
  action: (action) => `/t/secret/do/${action}`,
  task: (taskId) => `/s/secret/t/${taskId}`,
  file: ({ key }) => `/t/secret/${key}`,
  original: (mailId) => mailId && `/t/secret/mail/${mailId}`,
};
