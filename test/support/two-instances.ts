import { createTransport } from "nodemailer";
import { openCore } from "../../local/core.ts";
import type { MailServer } from "../../local/relay/mail-server.ts";
import { startSmtp } from "../../local/smtp/server.ts";
import { learnworks } from "../../procedures/learnworks.ts";
import { sterker } from "../../procedures/sterker.ts";
import { type Procedure, type ProcedureFile, parseProcedure } from "../../shared/domain/procedure.ts";
import { boxKey } from "../../shared/mail/mailboxes.ts";
import { everyIntake } from "../../shared/store/intake-log.ts";
import { mondayMorning } from "./case-under-test.ts";
import { Answer, relayServer, type TakenMessage } from "./relay-server.ts";

/** The same rules at another house with a domain of its own. */
function elsewhere(file: ProcedureFile, name: string): Procedure {
  const text = JSON.stringify(file).replaceAll(`${file.id}.example`, `${name}.example`);
  return parseProcedure(name, { ...JSON.parse(text), id: name });
}

const houses = { north: elsewhere(learnworks, "noord"), south: elsewhere(sterker, "zuid") } as const;
type Side = keyof typeof houses;

/** Everybody who works at the northern house. */
export const northColleagues = houses.north.people.map(({ email }) => email);
export const northAddress = houses.north.house.complaintsAddress;
export const southAddress = houses.south.house.complaintsAddress;

/** More mails to the two houses than this are an exchange that does not end by itself: the post office breaks it off. */
export const endless = 300;

/** What the world between the two does to mail, and who in it answers. */
export interface Between {
  /** Fields of the header that get lost on the way. */
  readonly strips?: readonly string[];
  /** People whose mailbox answers every mail, without any mark that a machine did. */
  readonly answering?: readonly string[];
  /** Whether those answers go where the letter asks for them, or to its sender. */
  readonly answersTo?: "reply-address" | "sender";
  /** Whether machines write as a person would, so that not even their words tell: those mailboxes, and the houses to each other. */
  readonly likeAPerson?: boolean;
}

/** By which machines know each other, and an answer finds the mail that it answers. */
export const marks: readonly string[] = [
  "auto-submitted",
  "x-auto-response-suppress",
  "precedence",
  "references",
  "in-reply-to",
];

function stripped(raw: Buffer, names: readonly string[]): Buffer {
  const text = raw.toString("latin1");
  const end = text.indexOf("\r\n\r\n");
  const fields = text.slice(0, end).split(/\r\n(?![ \t])/);
  const kept = fields.filter((field) => !names.includes(field.slice(0, field.indexOf(":")).toLowerCase()));
  return Buffer.from(kept.join("\r\n") + text.slice(end), "latin1");
}

/** Other words each time, or they would be known as said before. */
const personalWords = (number: number) =>
  `Ik wacht nu al ${number} dagen op mijn rooster en de trainer belt niet terug. Wanneer krijg ik het?`;

/** The same mail with the subject and the words of somebody else. */
function reworded(raw: Buffer, number: number): Buffer {
  const text = raw.toString("latin1");
  const fields = text.slice(0, text.indexOf("\r\n\r\n")).split(/\r\n(?![ \t])/);
  const kept = fields.filter((field) => !/^(subject|content-|mime-version)/i.test(field));
  return Buffer.from([...kept, `Subject: Rooster ${number}`, "", personalWords(number)].join("\r\n"), "latin1");
}

function replyAddress(raw: Buffer): string | undefined {
  return /^Reply-To: <?([^<>\s]+)>?\r$/im.exec(raw.toString("latin1"))?.[1];
}

/**
 * Two editions in memory, each with a mail server of its own, and a post office between them that brings mail to the other house or to somebody's
 * mailbox. Everything goes over SMTP on this machine.
 */
export async function twoInstances({
  strips = [],
  answering = [],
  answersTo = "sender",
  likeAPerson = false,
}: Between = {}) {
  const letters: { readonly from: string; readonly to: string; readonly raw: Buffer }[] = [];
  const answered = new Set<Promise<void>>();
  const toHouses = () => letters.filter(({ to }) => [northAddress, southAddress].includes(boxKey(to))).length;
  const office = await relayServer({
    onMessage: (message) => {
      for (const to of message.to) letters.push({ from: message.from, to, raw: message.raw });
      if (toHouses() > endless) return new Answer("554 5.4.6 Too many hops");
      return bring(message);
    },
  });

  const north = await opened("north", office.at);
  const south = await opened("south", office.at);
  const both = [north, south];
  const cores = { north: north.core, south: south.core };

  async function hand(port: number, message: { from: string; to: readonly string[]; raw: Buffer }): Promise<void> {
    const transport = createTransport({ host: "127.0.0.1", port, ignoreTLS: true });
    try {
      await transport.sendMail({ envelope: { from: message.from, to: [...message.to] }, raw: message.raw });
    } finally {
      transport.close();
    }
  }

  /** To the other house, or into a mailbox, whose owner may be a machine. */
  async function bring({ from, to, raw }: TakenMessage): Promise<void> {
    const house = both.find(({ procedure }) =>
      to.some((one) => boxKey(one) === boxKey(procedure.house.complaintsAddress)),
    );
    if (house !== undefined) {
      const told = likeAPerson ? reworded(raw, letters.length) : raw;
      return hand(house.smtp.port, { from, to, raw: stripped(told, strips) });
    }
    for (const person of to.filter((one) => answering.includes(one))) {
      const answer = autoAnswer(
        person,
        answersTo === "sender" ? from : (replyAddress(raw) ?? from),
        letters.length,
      ).finally(() => answered.delete(answer));
      answered.add(answer);
    }
  }

  /** As mailboxes answer that were set up by somebody in a hurry: a mail of its own, with other words each time. */
  async function autoAnswer(person: string, to: string, number: number): Promise<void> {
    const raw = [
      `From: ${person}`,
      `To: ${to}`,
      likeAPerson ? `Subject: Nog eens ${number}` : `Subject: Bedankt voor uw mail (${number})`,
      `Message-ID: <answer-${number}@${person.slice(person.indexOf("@") + 1)}>`,
      "",
      likeAPerson
        ? personalWords(number)
        : `Wij hebben uw bericht ontvangen onder nummer ${number} en antwoorden zo snel mogelijk.`,
    ];
    await mail(person, to, raw.join("\r\n"));
  }

  /** Somebody in the world mails one of the houses. */
  const mail = async (from: string, to: string, raw: string) =>
    hand(office.port, { from, to: [to], raw: Buffer.from(raw) }).catch(() => undefined);

  /** Resolves once nobody has anything left to do. */
  async function quiet(): Promise<void> {
    for (let before = -1; before !== letters.length; ) {
      before = letters.length;
      await Promise.all(answered);
      for (const { core } of both) await core.time.nextAlarm();
    }
  }

  return {
    mail,
    quiet,
    /** How many mails passed from this address to that one, so far. */
    passed: (from: string, to: string) =>
      letters.filter((one) => one.from === from && boxKey(one.to) === boxKey(to)).length,
    toHouses,
    total: () => letters.length,
    /** Lets days pass at both houses, and the mail of those days. */
    async passDays(days: number): Promise<void> {
      for (const { core } of both) {
        await core.time.advanceTo(new Date(Date.parse(core.clock.now()) + days * 86_400_000).toISOString());
      }
      await quiet();
    },
    /** What became of the mails that came in there, and how many. */
    async intake(side: Side): Promise<Readonly<Record<string, number>>> {
      const entries = await Array.fromAsync(everyIntake(cores[side].cases.items, houses[side].id));
      const kinds = Map.groupBy(entries, ({ disposition }) => disposition);
      return Object.fromEntries([...kinds].map(([kind, some]) => [kind, some.length]));
    },
    async close(): Promise<void> {
      await quiet();
      for (const { core, smtp } of both) {
        await smtp.close();
        await core.close();
      }
      await office.close();
    },
  };
}

/** One of the two: a core in memory with a mail server before it, that sends what it has to say through the relay. */
async function opened(side: Side, relay: MailServer) {
  const procedure = houses[side];
  const core = openCore({
    procedures: [procedure],
    publicUrl: `https://${procedure.id}.example`,
    places: "memory",
    realNow: () => Date.parse(mondayMorning),
    dailyRounds: false,
    relay,
  });
  const smtp = await startSmtp({
    port: 0,
    clock: core.clock,
    isOurs: (address) => boxKey(address) === boxKey(procedure.house.complaintsAddress),
    receive: (mail) => core.takeIn(mail),
  });
  return { procedure, smtp, core };
}

/** A complaint as a person would write it. */
export const complaintOf = (from: string, to: string, id: string) =>
  [
    `From: ${from}`,
    `To: ${to}`,
    "Subject: Klacht over de planning",
    `Message-ID: <${id}>`,
    "Content-Type: text/plain; charset=utf-8",
    "",
    "Goedemiddag, de cursus is drie keer verplaatst en niemand heeft ons gebeld. Wij willen weten hoe dat kan.",
  ].join("\r\n");
