import { type Party, roleOf } from "../../shared/domain/party.ts";
import type { Procedure } from "../../shared/domain/procedure.ts";
import type { Language } from "../../shared/domain/text.ts";

/**
 * Who is meant by a party, with the name of a colleague: `office manager (Ingrid Bakker)`. Whoever is no colleague is told by what they are in
 * the case, because their names can be erased. The code itself where the procedure does not know it.
 */
export function partyWords(who: Party, procedure: Procedure | undefined, language: Language): string {
  if (who === "complainant") return { nl: "klager", en: "complainant" }[language];
  if (who === "client") return { nl: "opdrachtgever", en: "client" }[language];
  if (who === "independent") return { nl: "onafhankelijke persoon", en: "independent person" }[language];
  const [kind, which = ""] = who.split(":", 2);
  if (kind === "respondent") {
    const one = { nl: "degene over wie het gaat", en: "person it is about" }[language];
    return which === "1" ? one : `${one} (${which})`;
  }
  const nameOf = (id: string | undefined) => procedure?.people.find((person) => person.id === id)?.name;
  if (kind === "person") return nameOf(which) ?? which;
  const staff = roleOf(who);
  const role = procedure?.roles.find(({ id }) => id === staff?.role);
  if (staff === undefined || role === undefined) return which;
  const title = role.title[language];
  const name = nameOf(staff.deputy ? role.deputy : role.holder);
  const said = staff.deputy ? { nl: `vervanger van de ${title}`, en: `deputy of the ${title}` }[language] : title;
  return name === undefined ? said : `${said} (${name})`;
}
