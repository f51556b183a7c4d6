import { type IntakeEntry, isHarmfulMail } from "../store/intake-log.ts";
import { isFormMail } from "./file-complaint.ts";

/**
 * Whether a mail is handed over as it came in, to whoever may read its file. Never with a virus, whatever was decided about it later; not once
 * erased; and not what the web form made into a mail, for nobody wrote that one and all of it is on the page.
 */
export function mayDownloadOriginal(entry: IntakeEntry): boolean {
  return !isHarmfulMail(entry) && entry.erased !== true && !isFormMail(entry.mailId);
}
