import type { Dossier } from "../dossier.ts";
import { peopleIn } from "./people-lines.ts";
import type { Problem } from "./task-kind.ts";

/** Whoever takes a fresh look takes no side: none of those whom the case is about, and not the complainant (B29). */
export function takesNoSide(field: string, named: string | undefined, dossier: Dossier): readonly Problem[] {
  const { complainant, client, respondents } = dossier;
  const sides = [complainant, client, ...respondents].flatMap((one) => one?.email?.toLowerCase() ?? []);
  const partial = peopleIn(named ?? "").find(({ email }) => sides.includes(email?.toLowerCase() ?? ""));
  if (partial === undefined) return [];
  return [
    {
      field,
      message: {
        nl: `${partial.name} hoort bij een van beide kanten. Kies iemand die er niets mee te maken heeft.`,
        en: `${partial.name} belongs to one of the two sides. Choose somebody who has nothing to do with it.`,
      },
    },
  ];
}
