import { z } from "zod";
import type { PostReport } from "../../shared/domain/deciding/letter-reports.ts";
import { isBareAddress } from "../../shared/mail/address.ts";
import { sesMessageId } from "../../shared/mail/ses-message-id.ts";
import type { PostTold } from "./track-letters.ts";

/** Every tag has a list of values; ours have one. */
const tags = z
  .record(z.string(), z.array(z.string()))
  .default({})
  .transform((all) => (name: string) => all[name]?.[0]);

const mail = z.object({ messageId: z.string().min(1), tags });

const recipients = z.array(z.object({ emailAddress: z.string(), status: z.string().optional() }));

/**
 * The kinds of events that we ask for, with what we use of them (https://docs.aws.amazon.com/ses/latest/dg/event-publishing-retrieving-sns-contents.html;
 * EventBridge has the same under `detail`).
 */
const detail = z.discriminatedUnion("eventType", [
  z.object({ eventType: z.literal("Send"), mail }),
  z.object({ eventType: z.literal("Delivery"), mail }),
  z.object({ eventType: z.literal("Reject"), mail }),
  z.object({
    eventType: z.literal("DeliveryDelay"),
    mail,
    deliveryDelay: z.object({ delayType: z.string().optional() }),
  }),
  z.object({
    eventType: z.literal("Bounce"),
    mail,
    bounce: z.object({
      bounceType: z.string(),
      bounceSubType: z.string().optional(),
      bouncedRecipients: recipients.default([]),
    }),
  }),
  z.object({
    eventType: z.literal("Complaint"),
    mail,
    complaint: z.object({
      complaintSubType: z.string().nullish(),
      complaintFeedbackType: z.string().optional(),
      complainedRecipients: recipients.default([]),
    }),
  }),
]);
type Detail = z.output<typeof detail>;

const asked = new Set<string>(detail.options.map(({ shape }) => shape.eventType.value));

/** Openings, clicks and whatever SES will think of: not ours to know. */
const other = z
  .object({ detail: z.object({ eventType: z.string().refine((type) => !asked.has(type)) }) })
  .transform(() => undefined);

/** What SES tells through EventBridge of a mail that we sent; `undefined` when it is no mail of ours, or nothing we asked for. */
export const postEvent = z.union([z.object({ region: z.string(), detail }).transform(toldBy), other]);

function toldBy({ region, detail: told }: { readonly region: string; readonly detail: Detail }): PostTold | undefined {
  const { messageId: providerMessageId, tags: tag } = told.mail;
  const organisation = tag("organisation");
  if (organisation === undefined) return undefined;
  const ids = { providerMessageId, messageId: sesMessageId(providerMessageId, region) };
  const [caseId, letterId, person] = [tag("case"), tag("letter"), tag("person")];
  return { organisation, caseId, letterId, person, report: { ...said(told), ...ids } };
}

function said(told: Detail): PostReport {
  switch (told.eventType) {
    case "Send":
      return { what: "sent" };
    case "Delivery":
      return { what: "delivered" };
    case "Reject":
      return { what: "rejected" };
    case "DeliveryDelay":
      return { what: "delayed", code: code(told.deliveryDelay.delayType) };
    case "Bounce": {
      const { bounceType, bounceSubType, bouncedRecipients } = told.bounce;
      return bounced(bounceType === "Permanent", bouncedRecipients, bounceSubType);
    }
    case "Complaint": {
      const { complaintSubType, complaintFeedbackType, complainedRecipients } = told.complaint;
      // Its reader complained before, so SES did not send this one at all.
      if (complaintSubType === "OnAccountSuppressionList") return bounced(true, complainedRecipients, complaintSubType);
      return { what: "complained", code: code(complaintFeedbackType) };
    }
  }
}

function bounced(permanent: boolean, [first]: z.output<typeof recipients>, subType: string | undefined): PostReport {
  const address = first !== undefined && isBareAddress(first.emailAddress) ? first.emailAddress : undefined;
  return { what: "bounced", permanent, address, code: code(first?.status) ?? code(subType) };
}

/** A word or a status code, never a sentence: those may quote what a person wrote. */
function code(word: string | undefined): string | undefined {
  return word !== undefined && /^[\w.-]{1,60}$/.test(word) ? word : undefined;
}
