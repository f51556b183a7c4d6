import { describe, expect, test } from "vitest";
import { type DoubtfulMail, renderDoubtfulMail } from "../../shared/letters/doubtful-mail.ts";
import { doubtfulReasons } from "../../shared/mail/classify.ts";
import { mondayMorning, procedures } from "../support/case-under-test.ts";
import { readingEase } from "../support/reading-ease.ts";

const officer = { name: "Ingrid Bakker", email: "ingrid.bakker@learnworks.example" };

function notice(mail: Partial<DoubtfulMail> = {}, language: "nl" | "en" = "nl") {
  const whole: DoubtfulMail = {
    from: "iemand@onbekend.example",
    subject: "Hallo",
    receivedAt: mondayMorning,
    reason: "no-sender",
    text: "De training was slecht.",
    ...mail,
  };
  return renderDoubtfulMail(whole, officer, procedures.learnworks, language);
}

describe.each(doubtfulReasons.flatMap((reason) => (["nl", "en"] as const).map((language) => ({ reason, language }))))(
  "a notice of doubtful mail ($reason, $language)",
  ({ reason, language }) => {
    test("says what came, why it is in doubt, what to do and what if nothing is done", () => {
      const { text } = notice({ reason }, language);
      expect(text).toContain("iemand@onbekend.example");
      expect(text).toContain("klachten@learnworks.example");
      expect(text).toContain(language === "nl" ? "Wat als u niets doet?" : "What if you do nothing?");
    });

    test("is plain to read", () => {
      const { text } = notice({ reason, text: "", from: "", subject: "" }, language);
      expect(readingEase(text.split("\n"), language)).toBeGreaterThanOrEqual(60);
    });
  },
);

test("the officer is not told to forward it, which would make them the complainant", () => {
  expect(notice().text).toContain(
    "Vraag de klager dan om zelf te mailen naar klachten@learnworks.example. Stuur de mail niet zelf door: dan krijgt u de brieven.",
  );
});

test("what a stranger wrote stays text", () => {
  const { html, subject } = notice({ subject: "<script>alert(1)</script>", text: '<img src=x onerror="alert(1)">' });
  expect(html).not.toMatch(/<script|<img/);
  expect(subject).not.toContain("script");
});
