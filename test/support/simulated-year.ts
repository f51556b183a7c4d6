import { Temporal } from "temporal-polyfill";
import { type Core, openCore } from "../../local/core.ts";
import { exampleAnswer } from "../../local/rehearsal/example-answer.ts";
import { deliverAnswer } from "../../shared/cases/deliver-answer.ts";
import { localDay } from "../../shared/domain/calendar.ts";
import type { Dossier, OpenTask } from "../../shared/domain/dossier.ts";
import type { Procedure } from "../../shared/domain/procedure.ts";
import { formOf } from "../../shared/domain/tasks/catalogue.ts";
import { filesIn } from "../../shared/learning/closed-files.ts";
import { everyCase } from "../../shared/store/case-row.ts";
import { complaintsOf, type PlannedComplaint, planted } from "./planned-complaints.ts";

type Posted = Readonly<Record<string, string>>;

/** Clock time between two answers: whoever does nothing but answer needs a minute for each. */
const minute = 60_000;
/** Days after closing on which the survey has come. */
const surveyAfter = 15;

/**
 * A year of an organisation in the embedded edition: mails come in by the plan, and everybody does what is asked of them on the day that the
 * plan names. The machines, letters, alarms and morning rounds are those that are deployed.
 */
export class SimulatedYear {
  readonly core: Core;
  readonly plan: readonly PlannedComplaint[];
  /** The complaint of each plan that was filed. */
  readonly cases = new Map<PlannedComplaint, string>();
  /** On which local day somebody looks at a file again. */
  readonly #agenda = new Map<string, string[]>();
  readonly #planOf = new Map<string, PlannedComplaint>();
  readonly #seen = new Set<string>();
  #today: string;

  constructor(
    readonly procedure: Procedure,
    seed: number,
    from: string,
    until: string,
  ) {
    this.plan = complaintsOf(procedure, seed, from, until);
    const start = at(from, "08:00", procedure);
    this.#today = from;
    this.core = openCore({
      procedures: [procedure],
      publicUrl: "https://wederhoor.example",
      places: "memory",
      realNow: () => start,
    });
  }

  /** Lets every day pass before this one. */
  async runUntil(day: string): Promise<void> {
    for (; this.#today < day; this.#today = daysAfter(this.#today, 1)) await this.#day(this.#today);
  }

  async #day(today: string): Promise<void> {
    const filed = this.plan.filter(({ filedOn }) => filedOn === today);
    const looks = this.#agenda.get(today) ?? [];
    if (filed.length + looks.length === 0 && !isWeekday(today)) return;
    await this.#advance(at(today, "09:00", this.procedure));
    for (const one of filed) await this.#file(one);
    await this.#advance(at(today, "10:00", this.procedure));
    for (const caseId of [...looks, ...(await this.#otherFiles())]) await this.#look(caseId);
  }

  async #file(one: PlannedComplaint): Promise<void> {
    const { cases, secrets, clock } = this.core;
    await this.core.takeIn(one.mail(clock.now(), secrets.id()));
    for await (const { caseId } of everyCase(cases.items, this.procedure.id)) {
      if (this.#planOf.has(caseId)) continue;
      this.#planOf.set(caseId, one);
      this.cases.set(one, caseId);
      this.#lookOn(one.handledOn, caseId);
    }
  }

  #lookOn(day: string, caseId: string): void {
    this.#agenda.set(day, [...(this.#agenda.get(day) ?? []), caseId]);
  }

  /** Measures, signals and reviews that are not closed: colleagues look at those every working day. */
  async #otherFiles(): Promise<readonly string[]> {
    const { cases } = this.core;
    const open: string[] = [];
    for await (const caseId of filesIn(["signals", "measures", "reviews"], this.procedure.id, cases)) {
      if (this.#seen.has(caseId)) continue;
      const { status } = await cases.load(this.procedure.id, caseId);
      if (status === "closed") this.#seen.add(caseId);
      else open.push(caseId);
    }
    return open;
  }

  /** Does all that waits in a file and that somebody wants to do now, and what that leads to. */
  async #look(caseId: string): Promise<void> {
    for (let dossier = await this.#load(caseId); ; dossier = await this.#load(caseId)) {
      const task = dossier.tasks.find((one): one is OpenTask => one.status === "open" && this.#isTime(one, dossier));
      if (task === undefined) {
        const survey = dossier.tasks.some(({ kind }) => kind === "satisfaction");
        if (dossier.matter.kind === "complaint" && dossier.status === "closed" && !survey)
          this.#lookOn(daysAfter(this.#today, surveyAfter), caseId);
        return;
      }
      await this.#answer(task, dossier);
      this.core.clock.moveTo(new Date(this.core.clock.epochMs() + minute).toISOString());
      await this.core.time.nextAlarm();
    }
  }

  async #load(caseId: string): Promise<Dossier> {
    await this.core.time.nextAlarm();
    return this.core.cases.load(this.procedure.id, caseId);
  }

  /** A signal is looked into, and a measure reported, on its last day; half of those who are asked how it was do not answer. */
  #isTime({ kind, assignee, dueAt }: OpenTask, { caseId, matter }: Dossier): boolean {
    const plan = this.#planOf.get(caseId);
    if (kind === "look-into-signal") return localDay(dueAt, this.procedure.calendar.timeZone) <= this.#today;
    if (kind === "report-measure" && matter.kind === "measure")
      return localDay(matter.measure.dueAt, this.procedure.calendar.timeZone) <= this.#today;
    return kind !== "satisfaction" || assignee !== "complainant" || plan?.score !== undefined;
  }

  async #answer(task: OpenTask, dossier: Dossier): Promise<void> {
    const { cases, workflow } = this.core;
    const { procedure } = this;
    const example = exampleAnswer(formOf(task), { procedure, dossier, now: cases.now() }, "nl") ?? {};
    const posted = { ...example, ...this.#own(task, dossier) };
    const { taskId, kind, assignee: by } = task;
    const { organisation, caseId } = dossier;
    const executed = await cases.execute(organisation, caseId, { type: "AnswerTask", taskId, by, posted });
    if (!executed.ok) throw new Error(`${kind} is refused: ${JSON.stringify(executed.refusal)}`);
    for (const event of executed.events) {
      if (event.type !== "TaskAnswered") continue;
      await deliverAnswer({ organisation, caseId, taskId, outcome: event.facts.outcome }, { cases, workflow });
    }
  }

  /** What the plan says, where an example would say something else. */
  #own({ kind }: OpenTask, { caseId, matter }: Dossier): Posted {
    const plan = this.#planOf.get(caseId);
    switch (kind) {
      case "assess":
        return plan === undefined ? {} : plan.assessed;
      case "establish-facts":
        return plan === undefined ? {} : { cause: plan.cause, category: plan.category };
      case "draw-lessons":
        return { cause: plan?.cause ?? "", ...without(1), ...without(2), ...without(3) };
      case "solve":
      case "three-way-talk":
        return { promise: "", promiseDue: "" };
      case "satisfaction":
        return { score: plan?.score ?? "4", heardScore: plan?.score ?? "4", tellMe: "yes" };
      case "follow-up":
        return { outcome: "done", followUp: "Gebeld en uitgepraat." };
      case "look-into-signal":
        return isPlanted(matter)
          ? {
              outcome: "measures",
              finding: "De trainers van deze cursus zijn er niet op voorbereid.",
              measure1: "De trainers oefenen met een acteur.",
              measureType1: "retraining",
              measureOwner1: this.procedure.people[0]?.id ?? "",
              measureDue1: planted.until,
              ...without(2),
              ...without(3),
            }
          : { outcome: "watch", finding: "Geen gezamenlijke oorzaak gevonden." };
      case "report-measure":
        return { outcome: "done", evidence: "Alle trainers deden mee.", doneOn: this.#today, toldComplainants: "" };
      case "judge-effect":
        return { outcome: "helped", effectNote: "Er kwamen geen klachten meer over." };
      case "analyse-overview":
        return { analysis: "Eén cursus viel op." };
      default:
        return {};
    }
  }

  async #advance(moment: number): Promise<void> {
    if (moment > this.core.clock.epochMs()) await this.core.time.advanceTo(new Date(moment).toISOString());
  }
}

/** No nth measure. */
function without(n: number): Posted {
  return { [`measure${n}`]: "", [`measureType${n}`]: "", [`measureOwner${n}`]: "", [`measureDue${n}`]: "" };
}

/** Whether a signal is about what was planted. */
export function isPlanted(matter: Dossier["matter"]): boolean {
  if (matter.kind !== "signal") return false;
  const { dimension, code } = matter.signal;
  return (dimension === "course" && code === planted.courseKey) || (dimension === "cause" && code === planted.cause);
}

/** A local time of day on a local date, epoch ms. */
function at(day: string, time: string, { calendar: { timeZone } }: Procedure): number {
  return Temporal.PlainDateTime.from(`${day}T${time}`).toZonedDateTime(timeZone).epochMilliseconds;
}

function daysAfter(day: string, days: number): string {
  return Temporal.PlainDate.from(day).add({ days }).toString();
}

function isWeekday(day: string): boolean {
  return Temporal.PlainDate.from(day).dayOfWeek <= 5;
}
