import { deliverLetters } from "../../shared/cases/deliver-letters.ts";
import { receiveMail, type StoredMail } from "../../shared/cases/receive-mail.ts";
import { boxKey } from "../../shared/mail/mailboxes.ts";
import { parseMail } from "../../shared/mail/parse.ts";
import { complaintMail, storedMail, type World } from "../support/embedded-world.ts";
import { readable } from "../support/markup.ts";
import { WebVisitor } from "./web-visitor.ts";

export const ingrid = "Ingrid Bakker <ingrid.bakker@learnworks.example>";
export const joost = "Joost Vermeulen <joost.vermeulen@learnworks.example>";
export const farah = "Farah Amrani <farah.amrani@learnworks.example>";

interface Reply {
  readonly from?: string;
  readonly text: string;
  /** The id of the letter that it replies to, as the provider gave it; `null` when the mail does not say. */
  readonly to?: string | null;
  readonly extra?: string;
  readonly subject?: string;
  /** What the receipt rule found; left out, nothing wrong. */
  readonly verdicts?: Partial<StoredMail["verdicts"]>;
}

interface Letter {
  readonly id: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly automatic: string | undefined;
  /** The path of its link. */
  readonly link: string;
}

/** An office that has a letter about a task to assess a complaint, and replies to it by mail. */
export class Office {
  private constructor(readonly visitor: WebVisitor) {}

  static async assessing(raw = complaintMail()): Promise<Office> {
    const office = new Office(await WebVisitor.withCase(raw));
    await office.visitor.open("assess");
    await office.sent();
    return office;
  }

  get world(): World {
    return this.visitor.world;
  }

  /** All letters that have gone out, after those that waited did. */
  async sent(): Promise<readonly Letter[]> {
    await deliverLetters("learnworks", this.visitor.caseId, this.world.dependencies);
    return Promise.all(
      this.world.post.sent.map(async ({ to, raw }, index) => {
        const { subject, text, autoSubmitted } = await parseMail(raw);
        const link = /https:\/\/wederhoor\.example(\/\S+)/.exec(text)?.[1] ?? "";
        return { id: `message-${index + 1}`, to: to[0] ?? "", subject, text, automatic: autoSubmitted, link };
      }),
    );
  }

  /** The newest letter to somebody about something. */
  async letter(to: string, about: RegExp): Promise<Letter> {
    const found = (await this.sent()).findLast((one) => to.includes(one.to) && about.test(one.subject));
    if (found === undefined) throw new Error(`No letter to ${to} about ${about}.`);
    return found;
  }

  async task(): Promise<Letter> {
    return this.letter(ingrid, /\] Beoordeel de klacht/);
  }

  async reply({
    from = ingrid,
    text,
    to,
    extra = "",
    subject = "Re: [LW-2026-0001] Beoordeel de klacht",
    verdicts = {},
  }: Reply) {
    const repliesTo = to === undefined ? (await this.task()).id : to;
    const thread = repliesTo === null ? "" : `In-Reply-To: <${repliesTo}@eu-west-1.amazonses.com>\n`;
    const raw = complaintMail({
      from,
      subject,
      text,
      id: `${this.world.secrets.id()}@office.example`,
      extra: thread + extra,
    });
    const address = `klachten+${(await this.visitor.dossier()).replyKey}@learnworks.example`;
    const mail = await storedMail(this.world, {
      raw,
      to: address,
      from: boxKey(/<(.*)>/.exec(from)?.[1] ?? from),
      verdicts,
    });
    await receiveMail(mail, this.world.dependencies);
    return mail.mailId;
  }

  /** The letters that this brought about, by whom they went to and what they are about. */
  async after(what: () => Promise<unknown>): Promise<readonly string[]> {
    const before = (await this.sent()).length;
    await what();
    return (await this.sent()).slice(before).map(({ to, subject }) => `${to}: ${subject}`);
  }

  async page(letter: Letter) {
    const { status, body } = await this.visitor.visit(letter.link);
    return { status, html: body, text: readable(body) };
  }
}
