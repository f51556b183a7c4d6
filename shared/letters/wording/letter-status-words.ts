import type { Dossier, Letter } from "../../domain/dossier.ts";
import { cameBack } from "../../domain/letter-status.ts";
import type { Party } from "../../domain/party.ts";
import type { Procedure } from "../../domain/procedure.ts";
import { mailboxOf, personOf } from "../../domain/roles.ts";
import type { Text } from "../../domain/text.ts";
import type { Instant } from "../../ports.ts";

type Standing = Letter["status"] | "to-bring";

const standings: { readonly [One in Standing]: Text } = {
  queued: { nl: "Wordt verstuurd", en: "Being sent" },
  sent: { nl: "Verstuurd", en: "Sent" },
  delivered: { nl: "Aangekomen bij de mailserver", en: "Taken by their mail server" },
  complained: { nl: "Gemeld als spam", en: "Reported as spam" },
  bounced: { nl: "Kwam terug", en: "Came back" },
  refused: { nl: "Niet verstuurd", en: "Not sent" },
  "to-bring": { nl: "Gaat per post of telefoon", en: "Goes by post or phone" },
  brought: { nl: "Gebracht per post, telefoon of in een gesprek", en: "Brought by post, by phone or in person" },
};

/** Where a letter stands, for a colleague. */
export function standingOf({ status, by }: Letter): Text {
  return standings[status === "queued" && by === "post" ? "to-bring" : status];
}

/** What the post told besides, while it still matters; `undefined` when there is nothing to add. */
export function hitchOf({ status, reports }: Letter): { readonly at: Instant; readonly what: Text } | undefined {
  const returned = reports.findLast(({ what, permanent }) => what === "bounced" && permanent !== true);
  const delayed = reports.findLast(({ what }) => what === "delayed");
  const isOver = status === "bounced" || status === "brought" || status === "complained";
  if (returned !== undefined && !isOver) {
    const what = {
      nl: "Hun mailserver meldde een storing. Misschien kwam de brief niet aan.",
      en: "Their mail server reported a fault. The letter may not have arrived.",
    };
    return { at: returned.at, what };
  }
  if (delayed === undefined || status !== "sent") return undefined;
  return {
    at: delayed.at,
    what: {
      nl: "Nog onderweg: hun mailserver neemt hem nog niet aan.",
      en: "Still on its way: their mail server does not take it yet.",
    },
  };
}

/** Why a letter is brought over by a colleague, or a question asked by one, and not mailed. */
export function whyNotByMail(
  who: Party,
  about: { readonly letterId?: string | undefined; readonly taskId?: string | undefined },
  dossier: Dossier,
  procedure: Procedure,
): Text {
  const failed = dossier.letters.find(
    (one) =>
      one.to === who &&
      cameBack(one) &&
      (about.letterId === undefined ? one.taskId === about.taskId : one.letterId === about.letterId),
  );
  if (failed?.status === "bounced") {
    return { nl: "De mail aan dit adres kwam terug.", en: "The mail to this address came back." };
  }
  const email = personOf(who, procedure, dossier)?.email;
  if (email === undefined) {
    return { nl: "Wij hebben geen mailadres van deze persoon.", en: "We have no mail address of this person." };
  }
  if (failed !== undefined) {
    return { nl: "De mail kon niet worden verstuurd.", en: "The mail could not be sent." };
  }
  return mailboxOf(who, procedure, dossier) === undefined
    ? { nl: "Eerdere mail aan dit adres kwam terug.", en: "Earlier mail to this address came back." }
    : { nl: "Toen hadden wij nog geen mailadres.", en: "We had no mail address yet then." };
}
