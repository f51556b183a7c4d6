import { z } from "zod";

const text = z.object({ S: z.string() });

/**
 * A record of the table's stream (https://docs.aws.amazon.com/lambda/latest/dg/with-ddb.html): the key of an outbox item says whose it is,
 * `["CASE", organisation, caseId]`, `["DESK", organisation, signInId]`, `["TROUBLE", organisation, troubleId]` or
 * `["DIGEST", organisation, day#person]`.
 */
const record = z
  .object({ dynamodb: z.object({ Keys: z.object({ pk: text, sk: text }) }) })
  .transform(({ dynamodb: { Keys } }) => Keys.pk.S);

/** The partitions that a batch of records is about, each once. */
export const outboxRecords = z.object({ Records: z.array(record) }).transform(({ Records }) =>
  [...new Set(Records)].map((pk) => {
    const [kind = "", organisation = "", ...id] = pk.split("#");
    return { kind, organisation, id: id.join("#") };
  }),
);
