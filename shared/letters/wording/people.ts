import type { Dossier } from "../../domain/dossier.ts";
import { isRespondent, isStaff, type Party, roleOf } from "../../domain/party.ts";
import type { Procedure } from "../../domain/procedure.ts";
import { personIdOf, personOf, roleById } from "../../domain/roles.ts";
import type { Language } from "../../domain/text.ts";
import { speaking } from "./say.ts";

/** What somebody is in the case: `office manager`, `vervanger van de office manager`, `de klager`, `degene over wie het gaat`. */
export function titleOf(who: Party, procedure: Procedure, language: Language): string {
  const say = speaking(language);
  const staff = roleOf(who);
  if (staff !== undefined) {
    const title = say(roleById(procedure, staff.role).title);
    return staff.deputy ? say({ nl: `vervanger van de ${title}`, en: `deputy of the ${title}` }) : title;
  }
  if (who === "complainant") return say({ nl: "de klager", en: "the complainant" });
  if (who === "client") return say({ nl: "de opdrachtgever", en: "the client" });
  if (who === "independent") return say({ nl: "de onafhankelijke persoon", en: "the independent person" });
  if (isRespondent(who)) return say({ nl: "degene over wie het gaat", en: "the person it is about" });
  const held = procedure.roles.find(({ holder }) => who === `person:${holder}`);
  return held === undefined ? say({ nl: "collega", en: "colleague" }) : say(held.title);
}

/** `Ingrid Bakker (office manager)`; the title alone once the name has been erased. */
export function nameAndTitle(who: Party, dossier: Dossier, procedure: Procedure, language: Language): string {
  const title = titleOf(who, procedure, language);
  const name = personOf(who, procedure, dossier)?.name ?? "";
  return name === "" ? title : `${name} (${title})`;
}

/** `a, b en c`. */
export function together(names: readonly string[], language: Language): string {
  return new Intl.ListFormat(language === "nl" ? "nl-NL" : "en-GB", { type: "conjunction" }).format(names);
}

/**
 * The language of what somebody gets: the complainant's own, where the house writes it; a colleague's own, also when the complaint is about
 * them; the house's for everybody else.
 */
export function languageOf(who: Party, dossier: Dossier, procedure: Procedure): Language {
  const { house, people } = procedure;
  if (who === "complainant") return house.languages.includes(dossier.language) ? dossier.language : house.language;
  const person = isStaff(who)
    ? personIdOf(who, procedure)
    : dossier.respondents.find(({ party }) => party === who)?.person;
  return people.find(({ id }) => id === person)?.language ?? house.language;
}
