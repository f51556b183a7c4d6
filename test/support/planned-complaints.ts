import { Temporal } from "temporal-polyfill";
import type { IncomingMail } from "../../local/smtp/server.ts";
import type { Procedure } from "../../shared/domain/procedure.ts";
import type { Instant } from "../../shared/ports.ts";

/** The course and the cause that go wrong, from the first day until the other, local dates. */
export const planted = {
  course: "Omgaan met agressie",
  courseKey: "omgaan-met-agressie",
  from: "2026-06-01",
  until: "2026-09-15",
  cause: "skills",
  perMonth: 12,
} as const;

/** What usually comes in a month besides. */
const usualPerMonth = 20;

/** A complaint as it is going to be. */
export interface PlannedComplaint {
  /** Local date on which it is filed, and the one on which everybody does what is asked of them. */
  readonly filedOn: string;
  readonly handledOn: string;
  readonly isPlanted: boolean;
  readonly category: string;
  readonly cause: string;
  /** The mark of the complainant; who gives none does not answer. */
  readonly score: string | undefined;
  /** What the intake officer fills in. */
  readonly assessed: Readonly<Record<string, string>>;
  readonly mail: (receivedAt: Instant, id: string) => IncomingMail;
}

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** All complaints of this time, in the order in which they come; the same for the same seed. */
export function complaintsOf(
  procedure: Procedure,
  seed: number,
  from: string,
  until: string,
): readonly PlannedComplaint[] {
  const random = randomFrom(seed);
  const complaints: PlannedComplaint[] = [];
  for (
    let month = Temporal.PlainYearMonth.from(from.slice(0, 7));
    month.toPlainDate({ day: 1 }).toString() < until;
    month = month.add({ months: 1 })
  ) {
    const days = Array.from({ length: month.daysInMonth }, (_, index) => month.toPlainDate({ day: index + 1 }));
    const usual = days.filter(isWeekday);
    // A little more in one month than in the other.
    const count = usualPerMonth - 3 + Math.floor(random() * 7);
    for (let n = 0; n < count; n += 1) complaints.push(planned(pick(usual, random), false, procedure, random));
    const bad = usual.filter((day) => day.toString() >= planted.from && day.toString() < planted.until);
    const more = Math.round((planted.perMonth * bad.length) / usual.length);
    for (let n = 0; n < more; n += 1) complaints.push(planned(pick(bad, random), true, procedure, random));
  }
  return complaints.toSorted((one, other) => one.filedOn.localeCompare(other.filedOn));
}

function planned(
  filed: Temporal.PlainDate,
  isPlanted: boolean,
  procedure: Procedure,
  random: () => number,
): PlannedComplaint {
  const causes = procedure.causes.map(({ id }) => id);
  const category = pick(procedure.categories, random).id;
  // One in ten is handled the long way; one in twelve is left lying.
  const way = random() < 0.1 ? "handle" : "solved";
  const handled = filed.add({ days: random() < 0.08 ? 12 : 1 + Math.floor(random() * 3) });
  const course = isPlanted ? planted.course : `Cursus ${1 + Math.floor(random() * 400)}`;
  const who = `Klager ${Math.floor(random() * 1e9)}`;
  return {
    filedOn: filed.toString(),
    handledOn: nextWeekday(handled).toString(),
    isPlanted,
    category,
    cause: isPlanted ? planted.cause : pick(causes, random),
    score: random() < 0.5 ? String(1 + Math.floor(random() * 5)) : undefined,
    assessed: {
      outcome: way,
      category,
      severity: "ordinary",
      claim: "no",
      talked: "yes",
      course,
      solution: "Een nieuwe datum.",
      client: "",
      respondentOthers:
        way === "handle" ? `${who} Trainer, ${who.replace(" ", ".").toLowerCase()}@trainers.example` : "",
    },
    mail: (receivedAt, id) => mailFrom(who, id, receivedAt, procedure),
  };
}

function mailFrom(name: string, id: string, receivedAt: Instant, { house }: Procedure): IncomingMail {
  const address = `${name.replace(" ", ".").toLowerCase()}@zorggroep.example`;
  const lines = [
    `From: ${name} <${address}>`,
    `To: ${house.complaintsAddress}`,
    "Subject: Klacht over een cursus",
    `Message-ID: <${id}@zorggroep.example>`,
    "Content-Type: text/plain; charset=utf-8",
    "",
    "De cursus viel tegen. Ik heb er weinig aan gehad en dat zei ik ook.",
    "",
  ];
  const raw = Buffer.from(lines.join("\r\n"));
  return { envelopeFrom: address, recipients: [house.complaintsAddress], raw, receivedAt };
}

function pick<One>(from: readonly One[], random: () => number): One {
  const one = from[Math.floor(random() * from.length)];
  if (one === undefined) throw new Error("Nothing to choose from.");
  return one;
}

const isWeekday = ({ dayOfWeek }: Temporal.PlainDate) => dayOfWeek <= 5;
const nextWeekday = (day: Temporal.PlainDate): Temporal.PlainDate =>
  isWeekday(day) ? day : nextWeekday(day.add({ days: 1 }));
