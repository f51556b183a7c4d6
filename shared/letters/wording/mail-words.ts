import { doubts } from "../../domain/doubt.ts";
import { lookAtMail } from "../../domain/tasks/look-at-mail.ts";
import type { Text } from "../../domain/text.ts";
import type { AutomaticReason } from "../../mail/automatic.ts";
import { doubtInWords } from "./doubt-words.ts";

/** What gave a machine away, in a sentence. */
const machine: { readonly [Reason in AutomaticReason | "robot"]: Text } = {
  "null-sender": {
    nl: "Een machine stuurde dit. Op zo’n mail kan niemand antwoorden.",
    en: "A machine sent this. Nobody can answer such a mail.",
  },
  report: { nl: "Een bericht over een brief van ons.", en: "A report about a letter of ours." },
  "mailer-daemon": { nl: "Een mailserver stuurde dit.", en: "A mail server sent this." },
  "own-address": { nl: "Het kwam van ons eigen adres.", en: "It came from our own address." },
  "auto-submitted": {
    nl: "De mail zegt zelf dat een machine hem stuurde.",
    en: "The mail itself says that a machine sent it.",
  },
  "suppresses-answers": { nl: "De mail vraagt om geen antwoord.", en: "The mail asks for no answer." },
  "mailing-list": { nl: "Het kwam van een mailinglijst.", en: "It came from a mailing list." },
  bulk: { nl: "Het ging naar veel mensen tegelijk.", en: "It went to many people at once." },
  "out-of-office": { nl: "Iemand is afwezig.", en: "Somebody is away." },
  "no-reply-sender": { nl: "Op dit adres leest niemand mee.", en: "Nobody reads at this address." },
  robot: { nl: "Een robot vulde het formulier in.", en: "A robot filled in the form." },
};

/** Why a mail became what the intake log says, when a reason stands there. */
export function reasonInWords(reason: string | null): Text | undefined {
  const doubt = doubts.find((one) => one === reason);
  if (doubt !== undefined) return doubtInWords[doubt];
  const said = notForUs.find(({ id }) => id === reason);
  return said?.label ?? Object.entries(machine).find(([id]) => id === reason)?.[1];
}

const notForUs = lookAtMail.fields.flatMap(
  ({ name, control }): readonly { readonly id: string; readonly label: Text }[] =>
    name === "notForUs" && "options" in control ? control.options : [],
);

/** What became of a mail. */
export const becameInWords = {
  case: { nl: "nieuwe zaak", en: "new case" },
  reply: { nl: "antwoord in een zaak", en: "reply in a case" },
  duplicate: { nl: "dubbel", en: "duplicate" },
  automatic: { nl: "automatisch bericht", en: "automatic mail" },
  doubtful: { nl: "twijfel: een mens kijkt", en: "doubtful: a person looks" },
  refused: { nl: "niet voor ons", en: "not for us" },
} as const satisfies Readonly<Record<string, Text>>;
export type Became = keyof typeof becameInWords;
