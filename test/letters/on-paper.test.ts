import { describe, expect, test } from "vitest";
import { printableLetter } from "../../shared/letters/render.ts";
import { answers, CaseUnderTest, mondayMorning, procedures, trainer } from "../support/case-under-test.ts";
import { readable, startTags } from "../support/markup.ts";

const { learnworks } = procedures;
const gerrit = { name: "Gerrit Smeets", phone: "06 555 04 56", address: "Dorpsstraat 12\n1234 AB Ergens" };

describe("a letter on paper", () => {
  test("has the address, the day it is printed and the name of the house (B9)", () => {
    const one = withoutMail();
    const { text, html } = print(one, "receipt", "2026-01-06T08:00:00.000Z");
    expect(text).toMatch(
      /^Learnworks · LW-2026-0001\n\nGerrit Smeets\nDorpsstraat 12\n1234 AB Ergens\n\ndinsdag 6 januari 2026\n\nBeste Gerrit Smeets,\n/,
    );
    expect(readable(html)).toContain("Dorpsstraat 12 1234 AB Ergens");
  });

  test("has no link and asks for no reply by mail, but has a number to call", () => {
    const { text, html } = print(withoutMail(), "receipt");
    expect(startTags(html).map(({ tag }) => tag)).not.toContain("a");
    expect(text).not.toMatch(/https?:|deze mail|de link|antwoord op/);
    expect(text).toContain("Bel 030 555 02 20 en noem zaak LW-2026-0001.");
    expect(text).toContain("U mag uw klacht altijd intrekken. Bel ons dan.");
  });

  test("says that a colleague calls with the question that comes next (B29)", () => {
    const one = withoutMail().perform("assess", answers.handle).perform("write-outcome", { letter: "Zo zit het." });
    one.events({ type: "SendLetters", letter: "outcome", requestId: "outcome" });
    const { text } = print(one, "outcome");
    expect(text).toContain("Zo zit het.");
    expect(text).toContain("Een collega belt u en vraagt wat u van de uitkomst vindt.");
  });

  test("to somebody of whom we know a name only has that name on it (B15)", () => {
    const one = new CaseUnderTest(learnworks).perform("assess", {
      ...answers.handle,
      respondentOthers: "Bram Kuipers",
    });
    one.events({ type: "SendLetters", letter: "copies", requestId: "copies" });
    const { text } = print(one, "copy");
    expect(text).toMatch(/^Learnworks · LW-2026-0001\n\nBram Kuipers\n\nmaandag 5 januari 2026\n/);
    expect(text).toContain("Een collega belt u en vraagt naar uw kant.");
  });

  test("of a mail that was refused says the same without its links", () => {
    const one = new CaseUnderTest(learnworks);
    one.events({ type: "SendLetters", letter: "receipt", requestId: "receipt" });
    const { letterId = "" } = one.dossier.letters.at(-1) ?? {};
    one.events({ type: "RecordLetterRefused", letterId });
    expect(print(one, "receipt").text).not.toContain("https:");
  });

  test("of a question says that somebody calls to hear the answer", () => {
    const one = new CaseUnderTest(learnworks).perform("assess", { ...answers.handle, ...trainer });
    one.open("statement", mondayMorning, "respondent:1");
    expect(print(one, "question").text).toContain("Een collega belt u om uw antwoord te horen.");
  });

  test("printed later tells what it told when it was written", () => {
    const one = withoutMail();
    const announce = (newDate: string, at: string) => {
      const posted = { newDate, delayWhy: "other", delayReason: `Reden voor ${newDate}.` };
      one.events({ type: "Act", action: "announce-delay", by: one.dossier.owner, posted, actId: newDate }, at);
    };
    announce("2026-02-20", "2026-02-02T09:00:00.000Z");
    const first = one.dossier.letters.at(-1)?.letterId ?? "";
    announce("2026-03-06", "2026-02-18T09:00:00.000Z");
    const { text } = printableLetter({
      letterId: first,
      dossier: one.dossier,
      procedure: learnworks,
      now: "2026-02-19T09:00:00.000Z",
    });
    expect(text).toContain("Reden voor 2026-02-20.");
    expect(text).not.toContain("Reden voor 2026-03-06.");
    expect(text).toContain("donderdag 19 februari 2026");
  });

  test("that the case does not know is a bug", () => {
    const { dossier } = withoutMail();
    const wanted = { letterId: "letter-99", dossier, procedure: learnworks, now: mondayMorning };
    expect(() => printableLetter(wanted)).toThrow("Case case1 has no letter letter-99 to print.");
  });
});

/** A complainant who came by letter, with the receipt queued. */
function withoutMail(): CaseUnderTest {
  const one = new CaseUnderTest(learnworks, mondayMorning, { channel: "letter" }, { complainant: gerrit });
  one.events({ type: "SendLetters", letter: "receipt", requestId: "receipt" });
  return one;
}

function print(one: CaseUnderTest, kind: string, now = mondayMorning) {
  const { letterId = "" } = one.dossier.letters.findLast(({ letter }) => letter === kind) ?? {};
  return printableLetter({ letterId, dossier: one.dossier, procedure: one.procedure, now });
}
