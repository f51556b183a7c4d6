import { describe, expect, test } from "vitest";
import { sendLetters } from "../../functions/send-letters/send-letters.ts";
import { createHandler } from "../../functions/track-letters/handler.ts";
import { postEvent } from "../../functions/track-letters/post-event.ts";
import { lambdaContext } from "../../local/lambdas.ts";
import { receiveMail } from "../../shared/cases/receive-mail.ts";
import { PostUncertain } from "../../shared/ports.ts";
import { everyCase } from "../../shared/store/case-row.ts";
import { everyPending } from "../../shared/store/outbox.ts";
import { complaintMail, setup, storedMail } from "../support/embedded-world.ts";

const ours = { organisation: ["learnworks"], case: ["case1"], letter: ["letter-2"] };

/** An event as EventBridge passes it on (docs.aws.amazon.com/ses/latest/dg/monitoring-eventbridge.html). */
function event(eventType: string, told: Record<string, unknown> = {}, tags: Record<string, readonly string[]> = ours) {
  return {
    version: "0",
    id: "12345678-1234-1234-1234-111122223333",
    "detail-type": "Email",
    source: "aws.ses",
    account: "111122223333",
    time: "2026-01-05T10:00:00Z",
    region: "eu-west-1",
    resources: ["arn:aws:ses:eu-west-1:111122223333:configuration-set/letters"],
    detail: {
      eventType,
      mail: {
        timestamp: "2026-01-05T09:59:00.000Z",
        source: "klachten@learnworks.example",
        messageId: "0102-1",
        destination: ["sanne.dewit@zorggroep.example"],
        headersTruncated: false,
        commonHeaders: { subject: "Uw klacht" },
        tags: { "ses:configuration-set": ["letters"], "ses:source-ip": ["192.0.2.0"], ...tags },
      },
      ...told,
    },
  };
}

const bounce = (bounceType: string, bounceSubType: string, more: Record<string, unknown> = {}) =>
  event("Bounce", {
    bounce: {
      feedbackId: "0102-f",
      bounceType,
      bounceSubType,
      bouncedRecipients: [
        {
          emailAddress: "sanne.dewit@zorggroep.example",
          action: "failed",
          status: "5.1.1",
          diagnosticCode: "smtp; 550 5.1.1 user unknown",
        },
      ],
      timestamp: "2026-01-05T10:00:00.000Z",
      ...more,
    },
  });
const complaint = (complaintSubType: string | null) =>
  event("Complaint", {
    complaint: {
      complainedRecipients: [{ emailAddress: "sanne.dewit@zorggroep.example" }],
      timestamp: "2026-01-05T10:00:00.000Z",
      feedbackId: "0102-f",
      complaintSubType,
      complaintFeedbackType: "abuse",
    },
  });

const address = "sanne.dewit@zorggroep.example";

describe("an event of SES", () => {
  test.each([
    { title: "Send", told: event("Send", { send: {} }), report: { what: "sent" } },
    {
      title: "Delivery",
      told: event("Delivery", { delivery: { smtpResponse: "250 ok" } }),
      report: { what: "delivered" },
    },
    { title: "Reject", told: event("Reject", { reject: { reason: "Bad content" } }), report: { what: "rejected" } },
    {
      title: "DeliveryDelay",
      told: event("DeliveryDelay", { deliveryDelay: { delayType: "MailboxFull", delayedRecipients: [] } }),
      report: { what: "delayed", code: "MailboxFull" },
    },
    {
      title: "a permanent Bounce",
      told: bounce("Permanent", "General"),
      report: { what: "bounced", permanent: true, code: "5.1.1", address },
    },
    {
      title: "a transient Bounce",
      told: bounce("Transient", "MailboxFull", { bouncedRecipients: [{ emailAddress: address }] }),
      report: { what: "bounced", permanent: false, code: "MailboxFull", address },
    },
    {
      title: "a Bounce that names nobody",
      told: bounce("Undetermined", "Undetermined", { bouncedRecipients: [] }),
      report: { what: "bounced", permanent: false, code: "Undetermined" },
    },
    { title: "a Complaint", told: complaint(null), report: { what: "complained", code: "abuse" } },
    {
      title: "a Complaint for which SES did not send at all",
      told: complaint("OnAccountSuppressionList"),
      report: { what: "bounced", permanent: true, code: "OnAccountSuppressionList", address },
    },
  ])("$title names the letter by its tags and says what became of it", ({ told, report }) => {
    expect(postEvent.parse(told)).toEqual({
      organisation: "learnworks",
      caseId: "case1",
      letterId: "letter-2",
      person: undefined,
      report: { ...report, providerMessageId: "0102-1", messageId: "0102-1@eu-west-1.amazonses.com" },
    });
  });

  test.each([
    { title: "an opening", told: event("Open", { open: {} }) },
    { title: "a click", told: event("Click", { click: {} }) },
    { title: "something SES will think of", told: event("Subscription", {}) },
    { title: "mail that is not ours", told: event("Delivery", {}, {}) },
  ])("is passed over: $title", ({ told }) => {
    expect(postEvent.parse(told)).toBeUndefined();
  });

  test.each([
    { title: "a bounce without its kind", told: event("Bounce", { bounce: {} }) },
    { title: "no event at all", told: {} },
  ])("is a fault when it is $title", ({ told }) => {
    expect(postEvent.safeParse(told).success).toBe(false);
  });

  test("keeps no sentence as a code, for it may quote somebody", () => {
    const told = bounce("Permanent", "General", {
      bouncedRecipients: [{ emailAddress: address, status: "5.1.1 user sanne unknown" }],
    });
    expect(postEvent.parse(told)?.report.code).toBe("General");
  });
});

async function withReceipt() {
  const world = setup();
  await receiveMail(await storedMail(world, { raw: complaintMail() }), world.dependencies);
  const [row] = await Array.fromAsync(everyCase(world.items, "learnworks"));
  const ids = { organisation: "learnworks", caseId: row?.caseId ?? "" };
  const handler = createHandler(() => world.dependencies);
  const tell = (told: unknown) => handler(told, lambdaContext("track-letters", "request"));
  const tags = (letter: string) => ({ organisation: ["learnworks"], case: [ids.caseId], letter: [letter] });
  const receipt = () => sendLetters({ ...ids, letter: "receipt", requestId: "entry" }, world.dependencies);
  const pending = async () =>
    (await Array.fromAsync(everyPending(world.items, "learnworks", "2027-01-01T00:00:00.000Z"))).map(
      ({ what }) => what,
    );
  return {
    ...world,
    world,
    ids,
    tell,
    tags,
    receipt,
    pending,
    load: () => world.cases.load(ids.organisation, ids.caseId),
  };
}

describe("what SES tells of a letter", () => {
  test("is written in its case, found by the tags that it went out with", async () => {
    const { post, receipt, tell, load, ids } = await withReceipt();
    await receipt();
    expect(post.sent[0]?.tags).toEqual({ organisation: "learnworks", case: ids.caseId, letter: "letter-1" });
    const tags = Object.fromEntries(Object.entries(post.sent[0]?.tags ?? {}).map(([name, value]) => [name, [value]]));
    await tell(event("Delivery", {}, tags));
    await tell(event("Delivery", {}, tags));
    expect((await load()).letters).toMatchObject([{ status: "delivered", reports: [{ what: "delivered" }] }]);
  });

  test("before our own mark keeps the letter from being sent again, and lets an answer to it find the case", async () => {
    const { world, post, receipt, tell, tags, load, dependencies, ids, clock, pending } = await withReceipt();
    post.failing = new PostUncertain("lost");
    await expect(receipt()).rejects.toThrow("lost");
    post.failing = undefined;
    await tell(event("Send", {}, tags("letter-1")));
    expect((await load()).letters).toMatchObject([{ status: "sent", messageId: "0102-1@eu-west-1.amazonses.com" }]);
    expect(await pending()).not.toContain("letter");
    clock.at = "2026-01-05T12:00:00.000Z";
    await sendLetters({ outbox: [ids] }, dependencies);
    expect(post.sent).toEqual([]);

    const extra = "In-Reply-To: <0102-1@eu-west-1.amazonses.com>\n";
    const raw = complaintMail({ id: "two@zorggroep.example", extra, text: "Dank u." });
    await receiveMail(await storedMail(world, { raw }), dependencies);
    expect((await load()).messages).toMatchObject([{ text: expect.stringContaining("Dank u.") }]);
  });

  test("of a case that is not there is nobody's business", async () => {
    const { tell } = await withReceipt();
    const elsewhere = { organisation: ["learnworks"], case: ["nowhere"], letter: ["letter-1"] };
    expect(await tell(event("Delivery", {}, elsewhere))).toEqual({});
    expect(await tell(event("Delivery", {}, { ...elsewhere, organisation: ["unknown"] }))).toEqual({});
  });
});
