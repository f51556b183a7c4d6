import type { CaseClock } from "../../domain/procedure.ts";
import type { Text } from "../../domain/text.ts";

/** What the complainant can hold us to; comes behind "within one week". */
export const promises: { readonly [Id in CaseClock["id"]]: Text } = {
  receipt: { nl: "schrijven wij u dat wij uw klacht hebben", en: "we write to you that we have your complaint" },
  response: { nl: "hoort u van ons, per mail of telefoon", en: "you hear from us, by mail or phone" },
  decision: { nl: "krijgt u de uitkomst", en: "you get the outcome" },
};
