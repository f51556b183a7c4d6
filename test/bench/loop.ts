import {
  type Between,
  complaintOf,
  endless,
  marks,
  northAddress,
  northColleagues,
  southAddress,
  twoInstances,
} from "../support/two-instances.ts";

/*
 * Two editions that mail each other over SMTP, and mailboxes that answer everything. Prints how many mails passed before it was quiet, and how
 * many after a fortnight; an exchange that does not end is a failure.
 */

const robot = "robot@kantoor.example";

/** Who writes to the northern house first, and which mails are counted. */
interface Exchange {
  readonly title: string;
  readonly between: Between;
  readonly other: string;
}

const colleague = northColleagues[0] ?? "";

const stripped: Between = { strips: marks };
const disguised: Between = { strips: marks, likeAPerson: true };

const exchanges: readonly Exchange[] = [
  { title: "two houses, as they are", between: {}, other: southAddress },
  { title: "two houses, marks stripped", between: stripped, other: southAddress },
  { title: "two houses, in other words too", between: disguised, other: southAddress },
  {
    title: "two houses, without the address to answer to",
    between: { ...disguised, strips: [...marks, "reply-to"] },
    other: southAddress,
  },
  {
    title: "a mailbox that replies",
    between: { ...disguised, answering: [robot], answersTo: "reply-address" },
    other: robot,
  },
  { title: "a mailbox that writes anew", between: { ...stripped, answering: [robot] }, other: robot },
  { title: "a mailbox that writes anew like a person", between: { ...disguised, answering: [robot] }, other: robot },
  {
    title: "a colleague's mailbox that replies",
    between: { ...disguised, answering: [colleague], answersTo: "reply-address" },
    other: colleague,
  },
  {
    title: "a colleague's mailbox that writes anew",
    between: { ...stripped, answering: [colleague] },
    other: colleague,
  },
];

async function exchange(): Promise<void> {
  for (const { title, between, other } of exchanges) {
    const two = await twoInstances(between);
    await two.mail(other, northAddress, complaintOf(other, northAddress, "een@wereld.example"));
    if (other === southAddress) {
      await two.mail(northAddress, other, complaintOf(northAddress, other, "twee@wereld.example"));
    }
    await two.quiet();
    const passed = () => `${two.passed(northAddress, other)} there, ${two.passed(other, northAddress)} back`;
    const atOnce = passed();
    await two.passDays(14);
    const isEndless = two.toHouses() > endless;
    const end = isEndless ? ", and it does not end" : "";
    process.stdout.write(`${title}: ${atOnce}; after a fortnight ${passed()}${end}\n`);
    if (isEndless) process.exitCode = 1;
    await two.close();
  }
}

await exchange();
