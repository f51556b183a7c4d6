import type { AnsweredTask, Dossier, Task } from "./dossier.ts";
import type { Party } from "./party.ts";
import { peopleIn } from "./tasks/answer.ts";
import type { TaskKindId } from "./tasks/task-kind.ts";

export const roundIds = ["hearing", "exchange", "consent", "confirmation", "addressing", "ranking", "survey"] as const;
export type RoundId = (typeof roundIds)[number];

/** The same task for several parties side by side, and what came of all their answers together. */
interface Round {
  readonly kind: TaskKindId;
  /** How the round can end. The state machine branches on it; `withdrawn` comes on top for each. */
  readonly outcomes: readonly [string, ...string[]];
  readonly parties: (dossier: Dossier) => readonly Party[];
  readonly conclude: (dossier: Dossier) => string;
}

/** How often names are proposed before the director chooses (B29). */
export const rankingRounds = 3;

const bothSides = ({ respondents }: Dossier): readonly Party[] => [
  "complainant",
  ...respondents.map(({ party }) => party),
];

const kinds = {
  hearing: {
    kind: "statement",
    outcomes: ["heard"],
    // Somebody who was named later is heard by themselves.
    parties: unheard,
    conclude: () => "heard",
  },
  exchange: { kind: "reply-to-account", outcomes: ["answered"], parties: bothSides, conclude: () => "answered" },
  consent: {
    kind: "consent-to-talk",
    outcomes: ["willing", "unwilling"],
    // With nobody on the other side there is nobody to talk with together.
    parties: (dossier) => (dossier.respondents.length === 0 ? [] : bothSides(dossier)),
    // Silence is no consent (A21).
    conclude: (dossier) => {
      const asked = lastOfEach(dossier, "consent-to-talk");
      return asked.length > 0 && asked.every(({ answer }) => answer?.outcome === "yes") ? "willing" : "unwilling";
    },
  },
  confirmation: {
    kind: "confirm-agreement",
    outcomes: ["confirmed", "disputed"],
    parties: bothSides,
    conclude: (dossier) => {
      const disputed = lastOfEach(dossier, "confirm-agreement").some(({ answer }) => answer?.outcome === "disputed");
      // A solution is put to both sides twice at most (B18); what stays in dispute stands in the file.
      const twice =
        sinceReopened(dossier).filter(({ kind, answer }) => kind === "solve" && answer !== undefined).length > 1;
      return disputed && !twice ? "disputed" : "confirmed";
    },
  },
  addressing: {
    kind: "address-respondent",
    outcomes: ["addressed"],
    parties: (dossier) => (isFounded(dossier) ? unaddressed(dossier) : []),
    conclude: () => "addressed",
  },
  ranking: {
    kind: "rank-independents",
    outcomes: ["found", "none", "undecided"],
    parties: bothSides,
    conclude: (dossier) => {
      if (commonChoice(dossier) !== undefined) return "found";
      const proposed = sinceReopened(dossier).filter(
        ({ kind, status }) => kind === "propose-independents" && status === "answered",
      );
      return proposed.length >= rankingRounds ? "undecided" : "none";
    },
  },
  // Who never heard from us that there was a complaint is not asked how it was handled.
  survey: { kind: "satisfaction", outcomes: ["asked"], parties: whoHeard, conclude: () => "asked" },
} as const satisfies { readonly [Id in RoundId]: Round };

export type RoundOutcome<Id extends RoundId> = (typeof kinds)[Id]["outcomes"][number];

export const rounds: { readonly [Id in RoundId]: Round } = kinds;

/** The sides that were not asked for their story, or can still tell it (A16). */
export function unheard(dossier: Dossier): readonly Party[] {
  const ended = new Set(
    dossier.tasks.filter(({ kind, status }) => kind === "statement" && status !== "open").map(({ about }) => about),
  );
  return bothSides(dossier).filter((party) => !ended.has(party));
}

/** The complainant, and the respondents to whom we wrote. */
function whoHeard(dossier: Dossier): readonly Party[] {
  return bothSides(dossier).filter((one) => one === "complainant" || dossier.letters.some(({ to }) => to === one));
}

/** Respondents whom nobody has talked to since the facts were established last. */
function unaddressed({ respondents, tasks }: Dossier): readonly Party[] {
  const established = tasks.findLastIndex(
    ({ kind, answer }) => kind === "establish-facts" && answer?.outcome === "established",
  );
  const addressed = new Set(
    tasks
      .slice(established + 1)
      .flatMap(({ kind, status, about }) => (kind === "address-respondent" && status === "answered" ? [about] : [])),
  );
  return respondents.map(({ party }) => party).filter((party) => !addressed.has(party));
}

/** What was asked since the case was opened again, or from its beginning. */
export function sinceReopened({ tasks, reopened }: Dossier): readonly Task[] {
  return reopened === undefined ? tasks : tasks.filter(({ openedAt }) => openedAt > reopened.at);
}

/** Whether what was complained about is found true, wholly or in part. */
export function isFounded(dossier: Dossier): boolean {
  const finding = latestAnswered(dossier, "establish-facts", "established")?.answer.facts["finding"];
  return finding === "founded" || finding === "partly-founded";
}

/** The newest answer of this kind, with this outcome when one is named. */
export function latestAnswered(dossier: Dossier, kind: TaskKindId, outcome?: string): AnsweredTask | undefined {
  return dossier.tasks.findLast(
    (task): task is AnsweredTask =>
      task.kind === kind && task.status === "answered" && (outcome === undefined || task.answer.outcome === outcome),
  );
}

/** The newest task of this kind for each whom it is about. */
export function lastOfEach(dossier: Dossier, kind: TaskKindId): readonly Task[] {
  return [...new Map(dossier.tasks.filter((task) => task.kind === kind).map((task) => [task.about, task])).values()];
}

/**
 * The person whom both sides accept, by the lowest sum of ranks; of equals the one proposed first (B29). Who did not answer accepts
 * everybody, so that silence of one side does not keep the other from being helped.
 */
export function commonChoice(dossier: Dossier): { readonly name: string; readonly email?: string } | undefined {
  const proposal = latestAnswered(dossier, "propose-independents");
  if (proposal === undefined) return undefined;
  const candidates = peopleIn(proposal.answer.private["candidates"] ?? "");
  const rankings = lastOfEach(dossier, "rank-independents")
    .filter(({ openedAt }) => openedAt >= proposal.answeredAt)
    .flatMap(({ answer }) => (answer === undefined ? [] : [rankingOf(answer.facts)]));
  const sums = candidates.map((candidate, index) => ({
    candidate,
    ranks: rankings.map((ranking) => ranking.indexOf(String(index + 1))),
  }));
  const accepted = sums.filter(({ ranks }) => ranks.every((rank) => rank >= 0));
  const sum = (ranks: readonly number[]) => ranks.reduce((total, rank) => total + rank, 0);
  return accepted.toSorted((a, b) => sum(a.ranks) - sum(b.ranks))[0]?.candidate;
}

function rankingOf(facts: Readonly<Record<string, string>>): readonly string[] {
  return ["first", "second", "third"].flatMap((rank) => facts[rank] ?? []);
}
