import { z } from "zod";
import { caseEvent } from "../case-event.ts";
import type { ToSend } from "./send-letters.ts";

const fromPath = z.object({ ...caseEvent, letter: z.enum(["receipt", "outcome", "referral"]) });

const text = z.object({ S: z.string() });
/** A record of the table's stream (https://docs.aws.amazon.com/lambda/latest/dg/with-ddb.html): the keys of an outbox item say whose it is. */
const record = z
  .object({ dynamodb: z.object({ Keys: z.object({ pk: text, sk: text }) }) })
  .transform(({ dynamodb: { Keys } }) => Keys.pk.S.split("#"));

const fromStream = z.object({ Records: z.array(record) }).transform(({ Records }): ToSend => {
  const unique = new Map(Records.map((parts) => [parts.join("#"), parts]));
  return {
    outbox: [...unique.values()].map(([kind, organisation = "", id = ""]) =>
      kind === "MAIL" ? { organisation, mailId: id } : { organisation, caseId: id },
    ),
  };
});

/** From the state machine: a letter to write. From the table's stream: outbox items that were just put. */
export const lettersEvent = z.union([fromPath, fromStream]);
