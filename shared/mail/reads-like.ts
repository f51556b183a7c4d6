import type { MailEnvelope, ParsedMail } from "./parsed-mail.ts";
import { separateReply } from "./reply.ts";
import { plusKey } from "./thread.ts";

/** Characters of the words in which is looked: machines say early what they are. */
const LOOKED_AT = 3_000;

const COMPLAINT =
  /(?<!\p{L})(klacht(en|brief)?|klaag|klagen|beklag|ontevreden|complain(ts?|ing)?|dissatisfied)(?!\p{L})/iu;

/** What stands in mail to very many people, by law or by habit. */
const TO_MANY =
  /(?<!\p{L})(unsubscribe|uitschrijven|afmelden|nieuwsbrief|newsletter|webversie|view (this|it)( e-?mail)? (in your browser|online)|bekijk (deze|de) (e-?mail|mail|nieuwsbrief) (in|online))(?!\p{L})/iu;

/**
 * Whether a mail that bears the marks of a machine may be somebody's letter all the same: it answers a letter of ours, or it speaks
 * of a complaint. People write through lists, helpdesks, web forms and marketing tools, and a lost complaint is worse than a question.
 */
export function mayBeSomebodys(mail: ParsedMail, envelope: MailEnvelope): boolean {
  if (readsLikeAMachine(mail)) return false;
  if (answersUs(envelope)) return true;
  return (
    COMPLAINT.test(repeatsASubject(mail) ? written(mail) : spoken(mail)) &&
    !TO_MANY.test(`${mail.subject}\n${mail.text.slice(0, 20_000)}`)
  );
}

const RECEIVED =
  /(?<!\p{L})((wij|we) hebben (uw|je|jouw) \p{L}{2,30}( \p{L}{2,20}){0,3} ontvangen|(uw|je) \p{L}{2,30} is (goed |bij ons )?(ontvangen|binnengekomen|geregistreerd)|we(('| ha)ve)? received your \p{L}{2,30}|your \p{L}{2,30} (has been|was) (received|registered|logged)|thank you for (contacting|reaching out to) (us|our)|(bedankt|dank u wel|dank je wel) voor (het contact opnemen|uw (bericht|e-?mail|mail|vraag|aanvraag|melding|verzoek|klacht)|je (bericht|e-?mail|mail|vraag|aanvraag|melding|verzoek|klacht))\.? (wij|we|ons|een|dit|uw|je)(?!\p{L}))/iu;

const BY_ITSELF =
  /(?<!\p{L})((dit|deze) (is|e-?mail|mail|bericht|antwoord)( is| wordt| werd)?( een)? automatisch(e)? (antwoord|reactie|(e-?mail)?bericht|e-?mail|mail|gegenereerd|verstuurd|verzonden|aangemaakt)|this (is an? |e-?mail (is|was) |message (is|was) |reply (is|was) )(an )?(auto-?mat(ed|ic|ically)|auto-?reply|auto-?generated|generated automatically|sent automatically|created automatically)|do not (reply|respond) to this (e-?mail|mail|message)|(u kunt|je kunt|kunt u) niet (op )?(dit|deze) (bericht|e-?mail|mail) (be)?(antwoorden|reageren)|gelieve niet (op|te antwoorden op) (dit|deze))/iu;

const AWAY =
  /(?<!\p{L})((ik ben|wij zijn|ben ik) (momenteel |nu |tijdelijk |helaas )?(afwezig|niet aanwezig|niet bereikbaar|buiten kantoor|(met|op) (vakantie|verlof|zwangerschapsverlof))[^.!?]{0,60} (tot|t\/m|vanaf|en met)|i am (currently |now )?(out of (the |my )?office|away from (the |my )?office|on (annual |maternity |parental |sick )?(leave|holiday|vacation))[^.!?]{0,80} (until|till|through|from|and will|with))/iu;

/** What mail programs and servers put before a subject when they tell of a mail in the name of somebody. */
const TOLD_BY_A_PROGRAM =
  /^(((niet |niet-)?gelezen|leesbevestiging|(not )?read|read receipt|lesebestätigung|(ungelesen )?gelöscht|undeliverable|onbestelbaar)\s?:|delivery status notification( \((failure|delay)\))?$|(ik ben|wij zijn|i am|i['’]m) (op|met|on) (vakantie|verlof|holiday|vacation|leave)[.!]?$)/iu;

/** Sentences that only machines and people's absence messages say to a complaints desk. Of what is quoted or passed on nothing counts. */
export function readsLikeAMachine(mail: ParsedMail): boolean {
  if (TOLD_BY_A_PROGRAM.test(mail.subject)) return true;
  // A person who answers our receipt repeats `Wij hebben uw klacht ontvangen` above their own words.
  const said = (repeatsASubject(mail) && mail.inReplyTo.length > 0 ? written(mail) : spoken(mail)).replace(
    /\s+/gu,
    " ",
  );
  return [RECEIVED, BY_ITSELF, AWAY].some((sentence) => sentence.test(said));
}

/** The mail came in on the key that one of our letters carries. */
export function answersUs({ recipients }: MailEnvelope): boolean {
  return recipients.some((recipient) => plusKey(recipient) !== undefined);
}

/** Whoever answers a mail repeats its subject without meaning it. */
const repeatsASubject = ({ subject }: ParsedMail): boolean => /^\s*(re|antw|aw|sv)\s*:/iu.test(subject);

function spoken(mail: ParsedMail): string {
  return `${mail.subject}\n${written(mail)}`;
}

/** Above what is quoted or passed on. */
function written({ subject, text }: ParsedMail): string {
  const own = separateReply(text.slice(0, LOOKED_AT * 4), subject).written;
  const unmarked = (own.split(PASSED_ON, 1)[0] ?? "").replace(/^\s{0,3}>.*$/gmu, "");
  return unmarked.slice(0, LOOKED_AT);
}

const PASSED_ON =
  /^[\s>*_-]{0,20}(?:(?:begin )?(?:forwarded message|doorgestuurd bericht|original message|oorspronkelijk bericht)|(?:van|from)\s?:)/imu;
