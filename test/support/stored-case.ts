import { receiveMail } from "../../shared/cases/receive-mail.ts";
import type { ActionId } from "../../shared/domain/actions/action-kind.ts";
import type { Command } from "../../shared/domain/decide.ts";
import type { Dossier } from "../../shared/domain/dossier.ts";
import type { PathLetter } from "../../shared/domain/letter-kinds.ts";
import type { Party } from "../../shared/domain/party.ts";
import { type RoundId, rounds } from "../../shared/domain/rounds.ts";
import type { TaskKindId } from "../../shared/domain/tasks/task-kind.ts";
import { filesIn } from "../../shared/learning/closed-files.ts";
import { everyCase } from "../../shared/store/case-row.ts";
import type { CaseStore } from "../../shared/store/cases.ts";
import { exampleAnswer } from "./example-answers.ts";
import type { LearningWorld } from "./learning-world.ts";

type Posted = Readonly<Record<string, string>>;

/** A file in a real store, walked along by the commands that the state machine and people give. */
export class StoredCase {
  constructor(
    readonly world: LearningWorld,
    readonly organisation: string,
    readonly caseId: string,
  ) {}

  get cases(): CaseStore {
    return this.world.cases;
  }

  dossier(): Promise<Dossier> {
    return this.cases.load(this.organisation, this.caseId);
  }

  async do(command: Command): Promise<this> {
    const executed = await this.cases.execute(this.organisation, this.caseId, command);
    if (!executed.ok) throw new Error(`${command.type} is refused: ${JSON.stringify(executed.refusal)}`);
    return this.post(executed.dossier);
  }

  act(action: ActionId, by: Party, posted: Posted = {}): Promise<this> {
    return this.do({ type: "Act", action, by, posted, actId: this.world.secrets.id() });
  }

  /** Asks for a task and answers it in the name of who got it; without an answer of its own, with an example. */
  async perform(kind: TaskKindId, posted?: Posted, about?: string): Promise<this> {
    const requestId = this.world.secrets.id();
    await this.do({ type: "OpenTask", kind, requestId, about });
    const task = (await this.dossier()).tasks.findLast((one) => one.kind === kind && one.about === about);
    if (task?.status !== "open") throw new Error(`No open ${kind}.`);
    const answer = posted ?? exampleAnswer(kind, this.world.clock.at);
    return this.do({ type: "AnswerTask", taskId: task.taskId, by: task.assignee, posted: answer });
  }

  async round(round: RoundId, posted: Readonly<Record<string, Posted>>): Promise<this> {
    for (const party of rounds[round].parties(await this.dossier()))
      await this.perform(rounds[round].kind, posted[party], party);
    return this.do({ type: "ConcludeRound", round });
  }

  send(letter: PathLetter): Promise<this> {
    return this.do({ type: "SendLetters", letter, requestId: `${letter}@${this.world.clock.at}` });
  }

  /** Whatever waits to be mailed arrives. */
  private async post({ letters }: Dossier): Promise<this> {
    for (const { letterId, status, by } of letters) {
      if (status !== "queued" || by !== "mail") continue;
      const command = { type: "RecordLetterSent", letterId, providerMessageId: `message-${letterId}` } as const;
      await this.cases.execute(this.organisation, this.caseId, command);
    }
    return this;
  }
}

/** The case that a mail opens. */
export async function caseFromMail(
  world: LearningWorld,
  raw: string,
  organisation = "learnworks",
): Promise<StoredCase> {
  const known = new Set((await Array.fromAsync(everyCase(world.items, organisation))).map(({ caseId }) => caseId));
  await receiveMail(await world.stored(raw, organisation), world.dependencies);
  for await (const { caseId } of everyCase(world.items, organisation)) {
    if (!known.has(caseId)) return new StoredCase(world, organisation, caseId);
  }
  throw new Error("The mail opened no case.");
}

/** The files of all measures and promises. */
export async function measureFiles(world: LearningWorld, organisation = "learnworks"): Promise<readonly StoredCase[]> {
  const ids = await Array.fromAsync(filesIn(["measures"], organisation, world.cases));
  return ids.map((caseId) => new StoredCase(world, organisation, caseId));
}
