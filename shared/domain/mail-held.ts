import { begun, event } from "./event.ts";
import { mailCameIn, mailFacts, mailWords, wordsOfMail } from "./matter.ts";

/** A mail came in that a machine should not decide about: the intake officer does. Nobody was answered. */
export const mailHeld = event("MailHeld", { ...begun, ...mailFacts }, mailWords);

/** Another one came in for the same reason, while nobody had decided yet. */
export const mailJoined = event("MailJoined", mailCameIn, wordsOfMail);
