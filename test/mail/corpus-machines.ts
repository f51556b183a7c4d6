import type { CorpusMail } from "./corpus.ts";

const ourList = "klachten+abc123@learnworks.example";

const automatic = (
  file: string,
  reason: "auto-submitted" | "out-of-office" | "report" | "bulk" | "null-sender",
): CorpusMail => ({
  file,
  title: file.replaceAll("-", " "),
  becomes: `automatic: ${reason}`,
});

const perhaps = (file: string, title: string): CorpusMail => ({ file, title, becomes: "doubtful: perhaps-automatic" });

const person = (file: string, title: string): CorpusMail => ({ file, title, becomes: "letter" });

/** Machines, machines that bear no mark, and people who bear the marks of one. */
export const machines: readonly CorpusMail[] = [
  automatic("out-of-office-outlook", "auto-submitted"),
  automatic("out-of-office-gmail", "auto-submitted"),
  automatic("out-of-office-exchange-null", "null-sender"),
  automatic("out-of-office-german", "out-of-office"),
  automatic("out-of-office-french", "out-of-office"),
  automatic("out-of-office-spanish", "out-of-office"),
  automatic("out-of-office-polish", "out-of-office"),
  automatic("out-of-office-swedish", "out-of-office"),
  automatic("vacation-program", "bulk"),
  automatic("ticket-receipt-marked", "auto-submitted"),
  automatic("complaint-system-receipt", "auto-submitted"),
  automatic("newsletter", "bulk"),
  automatic("list-moderation", "report"),
  automatic("challenge-response", "auto-submitted"),
  automatic("cron", "auto-submitted"),
  automatic("feedback-report", "report"),
  automatic("delivery-receipt", "report"),
  automatic("report-no-form", "report"),
  perhaps("out-of-office-only-words", "an absence that only the words tell"),
  perhaps("away-words-english", "an absence in English that only the words tell"),
  perhaps("ticket-receipt-unmarked", "a helpdesk's receipt without any mark"),
  perhaps("ticket-receipt-english", "a helpdesk's receipt in English"),
  perhaps("automated-message-unmarked", "a mail that says to be automatic"),
  {
    file: "out-of-office-only-words",
    title: "an absence that only the words tell, in answer to a letter of ours,",
    to: [ourList],
    becomes: "letter",
  },
  person("invitation-cancelled", "an invitation called off"),
  person("person-through-own-group", "a complaint to a complaints address that is a group"),
  person("person-auto-submitted-no", "a person with the fields of a large provider"),
  person("person-redirected-by-rule", "a mail that a rule sent on"),
  person("person-about-delivery", "a complaint about a delivery"),
  person("person-complains-of-receipts", "a complaint about receipts"),
  person("person-forwards-receipt", "a receipt passed on by a person"),
  person("person-was-away", "a complaint about having been away"),
  perhaps("person-through-other-group", "a complaint through a list of others"),
  perhaps("person-through-marketing-tool", "a complaint sent with a marketing tool"),
  perhaps("person-suppresses-answers", "a complaint that asks for no automatic answer"),
  { ...perhaps("person-answers-through-list", "an answer to our letter through a list"), to: [ourList] },
  {
    file: "person-answers-through-list",
    title: "an answer through a list to who knows what",
    becomes: "automatic: bulk",
  },
  {
    file: "web-form-generated",
    title: "a web form marked automatic that names the person",
    becomes: "doubtful: web-form",
  },
  {
    file: "web-form-no-reply",
    title: "a web form of a no-reply sender that speaks of a complaint",
    becomes: "doubtful: web-form",
  },
];
