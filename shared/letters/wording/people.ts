import type { Dossier } from "../../domain/dossier.ts";
import { type Party, roleOf } from "../../domain/party.ts";
import type { Procedure } from "../../domain/procedure.ts";
import { personOf, roleById } from "../../domain/roles.ts";
import type { Language } from "../../domain/text.ts";
import { speaking } from "./say.ts";

/** What somebody is in the case: `office manager`, `vervanger van de office manager`, `de klager`. */
export function titleOf(who: Party, procedure: Procedure, language: Language): string {
  const say = speaking(language);
  const staff = roleOf(who);
  if (staff === undefined) return say({ nl: "de klager", en: "the complainant" });
  const title = say(roleById(procedure, staff.role).title);
  return staff.deputy ? say({ nl: `vervanger van de ${title}`, en: `deputy of the ${title}` }) : title;
}

/** `Ingrid Bakker (office manager)`: only for readers inside the organisation. */
export function nameAndTitle(who: Party, dossier: Dossier, procedure: Procedure, language: Language): string {
  const title = titleOf(who, procedure, language);
  const name = personOf(who, procedure, dossier)?.name;
  return name === undefined ? title : `${name} (${title})`;
}

/** `a, b en c`. */
export function together(names: readonly string[], language: Language): string {
  return new Intl.ListFormat(language === "nl" ? "nl-NL" : "en-GB", { type: "conjunction" }).format(names);
}

/** The language of what somebody gets: the dossier's for the complainant, their own or the house's for staff. */
export function languageOf(who: Party, dossier: Dossier, procedure: Procedure): Language {
  const staff = roleOf(who);
  if (staff === undefined) return dossier.language;
  const { holder, deputy } = roleById(procedure, staff.role);
  const wanted = staff.deputy ? deputy : holder;
  return procedure.people.find(({ id }) => id === wanted)?.language ?? procedure.house.language;
}
