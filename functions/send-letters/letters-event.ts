import { z } from "zod";
import { pathLetters } from "../../shared/domain/letter-kinds.ts";
import { caseEvent } from "../case-event.ts";
import { outboxRecords } from "../outbox-record.ts";
import type { ToSend } from "./send-letters.ts";

const fromPath = z.object({
  ...caseEvent,
  letter: z.enum(pathLetters),
  requestId: z.string().min(1).max(300),
});

const fromStream = outboxRecords.transform(
  (records): ToSend => ({
    outbox: records.map(({ kind, organisation, id }) => {
      if (kind === "DESK") return { organisation, signInId: id };
      if (kind === "TROUBLE") return { organisation, troubleId: id };
      const [day = "", person = ""] = id.split("#");
      return kind === "DIGEST" ? { organisation, day, person } : { organisation, caseId: id };
    }),
  }),
);

/** From the state machine: letters to write. From the table's stream: outbox items that were just put. */
export const lettersEvent = z.union([fromPath, fromStream]);
