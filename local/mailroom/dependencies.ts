import type { Procedure } from "../../shared/domain/procedure.ts";
import type { SealedEvent } from "../../shared/domain/seal.ts";
import type { Phase, TaskKindId } from "../../shared/domain/tasks/task-kind.ts";
import type { Language } from "../../shared/domain/text.ts";
import type { ExampleLetter } from "../../shared/letters/examples.ts";
import type { Instant } from "../../shared/ports.ts";
import type { SentMessage } from "../adapters/post.ts";

/** What became of a mail that came in. */
export const dispositions = ["case", "reply", "duplicate", "automatic", "doubtful", "refused"] as const;
export type Disposition = (typeof dispositions)[number];

/** One mail in the intake log. */
export interface IntakeRow {
  readonly id: string;
  readonly receivedAt: Instant;
  /** Bare address, empty when the mail names none. */
  readonly from: string;
  /** The complaints address that it came to, with its `+label` when it had one. */
  readonly to: string;
  readonly subject: string;
  readonly bytes: number;
  readonly disposition: Disposition;
  readonly caseId?: string | undefined;
  /** Why it became that, as a code: `out-of-office`, `virus`. */
  readonly reason?: string | undefined;
  /** The file in which it waits for a person, or waited. */
  readonly fileId?: string | undefined;
}

/** One row of the case overview. */
export interface CaseRow {
  readonly id: string;
  readonly number: string;
  /** Id of the procedure. */
  readonly organisation: string;
  readonly status: "open" | "closed";
  readonly phase: Phase;
  /** Party code of who answers for the case. */
  readonly owner: string;
  readonly registeredAt: Instant;
  readonly closedAt?: Instant | undefined;
}

export interface ExecutionRow {
  readonly id: string;
  /** Name of the state machine. */
  readonly machine: string;
  /** Empty for an execution that is not about one case. */
  readonly caseId: string;
  /** As AWS names it: `RUNNING`, `SUCCEEDED`, `FAILED`, `TIMED_OUT`, `ABORTED`. */
  readonly status: string;
  /** Names of the states it is in now, inner branches included; empty when it has ended. */
  readonly states: readonly string[];
  readonly startedAt: Instant;
  /** The task that it is about, when it is a task beside the path. */
  readonly task?: TaskKindId | undefined;
}

/** One step for people. */
export interface MachineNode {
  readonly id: string;
  /** `person`: somebody gets a link; `end`: nothing comes after it. */
  readonly kind: "person" | "automatic" | "wait" | "end";
  /** The states of the definition that this node stands for. */
  readonly states: readonly string[];
}

/** A machine as a graph for people, in which the states of one human task are one node. */
export interface MachinePicture {
  /** Id of the node where it begins. */
  readonly start: string;
  /** In the order of the path. */
  readonly nodes: readonly MachineNode[];
  /** `label` is the outcome that leads this way, where there is a choice. */
  readonly edges: readonly { readonly from: string; readonly to: string; readonly label?: string | undefined }[];
  /** Id of the node to which a withdrawn complaint goes, from wherever it is. */
  readonly withdrawn?: string | undefined;
}

export interface MailToSend {
  readonly from: { readonly name?: string; readonly address: string };
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  /** Message id with angle brackets of the mail that this answers. */
  readonly inReplyTo?: string;
}

/** What the mailroom shows and the two things it can do: send a mail to the organisation and move the clock. */
export interface MailroomDependencies {
  /** Contents of `style.css`, bundled. */
  readonly stylesheet: string;
  readonly procedures: readonly Procedure[];
  /** The mail server through which letters leave for real as well: `mail.example:587`. */
  readonly relay?: string | undefined;
  /** Everything that Wederhoor sent, newest last; `MailroomPost` fits. `to` in whatever case it is written. */
  readonly post: {
    list(to?: string): readonly SentMessage[];
    get(id: string): SentMessage | undefined;
  };
  /** Everything that came in, newest last, and its MIME source. */
  readonly intake: {
    list(): Promise<readonly IntakeRow[]>;
    raw(id: string): Promise<Uint8Array | undefined>;
  };
  /** Oldest first; `events` is `undefined` for a case that does not exist. */
  readonly cases: {
    list(): Promise<readonly CaseRow[]>;
    events(caseId: string): Promise<readonly SealedEvent[] | undefined>;
  };
  readonly executions: {
    /** Newest last. */
    list(): Promise<readonly ExecutionRow[]>;
    /** Names of the states that were ever entered; empty when the execution is unknown. */
    visited(id: string): Promise<readonly string[]>;
    /** `undefined` for a machine that has no picture. */
    picture(machine: string): MachinePicture | undefined;
  };
  /** Every letter of a procedure, to be read before it is used. */
  exampleLetters(procedure: Procedure, language: Language): readonly ExampleLetter[];
  readonly clock: {
    now(): Instant;
    /** When something will happen by itself; `undefined` when only people can move things on. */
    nextAlarm(): Promise<Instant | undefined>;
    /** Moves the clock to this moment, or not at all when it is already later, and resolves when all that was due has happened. */
    advanceTo(moment: Instant): Promise<void>;
  };
  /** Hands the mail to the running SMTP server. `refusal` is what the server said. */
  compose(
    mail: MailToSend,
  ): Promise<{ readonly status: "accepted" } | { readonly status: "refused"; readonly refusal: string }>;
}
