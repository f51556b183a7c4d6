import { z } from "zod";
import type { Message, RunningEdition } from "./running-edition.ts";

const duty = z.looseObject({ id: z.string(), status: z.string() });

/** Who complains, and what they write. */
export interface Complaining {
  readonly from: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

/** One complaint, seen by the people in it alone: over SMTP and HTTP. */
export class CaseFromOutside {
  /** Letters whose task was answered. */
  readonly #answered = new Set<string>();

  private constructor(
    private readonly edition: RunningEdition,
    readonly id: string,
    readonly number: string,
  ) {}

  /** Mails a complaint and finds the case that it became. */
  static async from(edition: RunningEdition, mail: Complaining): Promise<CaseFromOutside> {
    const known = new Set((await edition.intake()).map(({ id }) => id));
    await edition.mail(mail);
    const entry = await edition.eventually("an intake entry", async () =>
      (await edition.intake()).find(({ id, caseId }) => !known.has(id) && typeof caseId === "string"),
    );
    const row = await edition.eventually("a case", async () =>
      (await edition.cases()).find(({ id }) => id === entry.caseId),
    );
    return new CaseFromOutside(edition, row.id, row.number);
  }

  /** The newest letter about this case to somebody whose subject has these words; waits for it, as a person does. */
  letter(to: string, about: RegExp): Promise<Message> {
    return this.edition.eventually(`a letter to ${to} about ${about} in ${this.number}`, async () =>
      (await this.lettersTo(to)).findLast(({ subject }) => about.test(subject)),
    );
  }

  async lettersTo(to: string): Promise<readonly Message[]> {
    return (await this.edition.messages(to)).filter(({ subject }) => subject.includes(this.number));
  }

  /** Answers the task that a letter asks for; asked twice, it waits for the second letter. */
  async answer(to: string, about: RegExp, form: Readonly<Record<string, string>>): Promise<string> {
    const letter = await this.edition.eventually(`a letter to ${to} about ${about} in ${this.number}`, async () =>
      (await this.lettersTo(to)).findLast(({ id, subject }) => about.test(subject) && !this.#answered.has(id)),
    );
    this.#answered.add(letter.id);
    return this.edition.answer(letter, form);
  }

  events() {
    return this.edition.events(this.id);
  }

  async eventsOf(type: string) {
    return (await this.events()).filter((event) => event.type === type);
  }

  /** The statuses of these duties in the ledger of the case. */
  async duties(...ids: readonly string[]): Promise<readonly string[]> {
    const response = await fetch(`${this.edition.http}/mailroom/cases/${this.id}/duties`, {
      headers: { accept: "application/json" },
    });
    const ledger = z.array(duty).parse(await response.json());
    return ids.map((id) => `${id} ${ledger.find((one) => one.id === id)?.status ?? "unknown"}`);
  }

  /** Waits until the case is closed and gives its four facts. */
  async closed(): Promise<Readonly<Record<string, unknown>>> {
    await this.edition.eventually(`${this.number} closed`, async () =>
      (await this.edition.cases()).find(({ id, status }) => id === this.id && status === "closed"),
    );
    return (await this.eventsOf("CaseClosed")).at(-1)?.facts ?? {};
  }

  /** Moves the clock from alarm to alarm until something has happened in the case. */
  async waitUntil(what: string, happened: () => Promise<boolean>, alarms = 60): Promise<void> {
    for (let count = 0; !(await happened()); count += 1) {
      if (count >= alarms) throw new Error(`${what} did not happen within ${alarms} alarms in ${this.number}.`);
      await this.edition.advance({ to: "next" });
    }
  }
}
