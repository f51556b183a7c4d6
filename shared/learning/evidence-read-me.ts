import type { Procedure } from "../domain/procedure.ts";
import type { Manifest } from "./evidence-format.ts";

/** What lies in a pack and how to check it, for whoever gets it; in Dutch and in English. */
export function evidenceReadMe(
  { name, from, until, madeAt, procedureVersions }: Manifest,
  procedure: Procedure,
): string {
  const versions = procedureVersions.length === 0 ? String(procedure.version) : procedureVersions.join(", ");
  return `${name}

Nederlands
Dit pakket laat zien wat ${name} met klachten deed van ${from} tot ${until}. Het is gemaakt op ${madeAt}.
- procedure.json: de klachtenregeling die nu geldt (versie ${procedure.version}). De zaken begonnen onder versie ${versions}. Namen en mailadressen van collega's staan er niet in.
- procedures: eerdere versies van de regeling, als die er zijn.
- register.json en register.csv: alle klachten, zonder namen.
- duties.json: hoe vaak elke plicht op tijd is gedaan.
- measures.json, signals.json en reviews.json: maatregelen, signalen en evaluaties.
- chains: van elke zaak wat er gebeurde. Elke stap hoort bij de stap ervoor. Verandert iemand iets, dan past het niet meer.
De woorden van mensen staan er niet in. Van die woorden staat er alleen een vingerafdruk, die niemand kan teruglezen.
Controleren: npm run verify-evidence -- pakket.zip

English
This pack shows what ${name} did with complaints from ${from} until ${until}. It was made at ${madeAt}.
- procedure.json: the complaints procedure that is in force now (version ${procedure.version}). The cases began under version ${versions}. Names and mail addresses of colleagues are not in it.
- procedures: earlier versions of the procedure, when there are any.
- register.json and register.csv: all complaints, without names.
- duties.json: how often each duty was done in time.
- measures.json, signals.json and reviews.json: measures, signals and reviews.
- chains: what happened in each case. Every step holds on to the one before. When somebody changes one, it does not fit any more.
The words of people are not in it. Of those words there is only a fingerprint that nobody can read back.
To check it: npm run verify-evidence -- pack.zip
`;
}
