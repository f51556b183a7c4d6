import { yearOf } from "../domain/calendar.ts";
import { register } from "../domain/decide.ts";
import type { Complainant } from "../domain/events.ts";
import type { Party } from "../domain/party.ts";
import type { Procedure } from "../domain/procedure.ts";
import { boxKey } from "../mail/mailboxes.ts";
import type { ParsedMail } from "../mail/parsed-mail.ts";
import type { Write } from "../ports.ts";
import { nextCaseNumber } from "../store/case-numbers.ts";
import type { IntakeEntry } from "../store/intake-log.ts";
import { type Arrived, type End, idOf, languageOf } from "./arrived-mail.ts";
import type { ReceiveMailDependencies } from "./receive-mail.ts";
import { storeAttachments } from "./store-attachments.ts";
import { toldIn } from "./told-in.ts";

/**
 * Opens a case with a mail; its clocks count from when the mail came in (A23, B9). `also` is written with it.
 * @throws {ConditionFailed} when others were at it too.
 */
export async function openCase(
  mail: ParsedMail,
  writer: Complainant,
  { procedure, stored, entry }: Arrived,
  { cases, secrets, archive }: ReceiveMailDependencies,
  end: End,
  also: (caseId: string) => readonly Write[],
): Promise<IntakeEntry> {
  const { form, mailId, receivedAt } = stored;
  const attachments = await storeAttachments(mail, entry, archive);
  const caseId = secrets.id();
  const number = await nextCaseNumber(cases.items, procedure, yearOf(receivedAt, procedure.calendar.timeZone));
  const language = form?.language ?? languageOf(mail, procedure);
  const events = register(
    {
      facts: {
        organisation: procedure.id,
        caseId,
        number: number.number,
        procedureVersion: procedure.version,
        channel: form?.channel ?? "email",
        ...(form === undefined && passedOnBy(mail, procedure)),
        receivedAt,
        language,
        replyKey: secrets.id(),
        mailId,
      },
      private: {
        ...toldIn(mail, writer, form, language),
        subject: mail.subject,
        attachments,
        // The mail that we make of a form is one that its writer never saw.
        ...(form === undefined && idOf(mail)),
      },
    },
    procedure,
    cases.now(),
  );
  const { noted, writes } = end({ disposition: "case", caseId });
  await cases.create(events, [number.write, ...writes, ...also(caseId)]);
  return noted;
}

/** What a colleague sends in may be somebody else's complaint; they are asked (B14). */
function passedOnBy({ from }: ParsedMail, { people }: Procedure): { readonly passedOnBy?: Party } {
  const colleague = people.find(({ email }) => from !== undefined && boxKey(email) === boxKey(from.address));
  return colleague === undefined ? {} : { passedOnBy: `person:${colleague.id}` };
}
