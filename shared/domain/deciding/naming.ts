import type { Dossier } from "../dossier.ts";
import type { ComplaintEvent } from "../events.ts";
import type { Party } from "../party.ts";
import type { Procedure } from "../procedure.ts";
import { plain } from "../seats.ts";
import { peopleIn } from "../tasks/people-lines.ts";

/**
 * Those whom the complaint is about and who were not named before: colleagues by person id with a comma between, others as
 * `people` fields keep them. A name given as another's but with a colleague's address is that colleague.
 */
export function named(
  colleagues: string | undefined,
  others: string | undefined,
  by: Party,
  dossier: Dossier,
  procedure: Procedure,
): readonly ComplaintEvent[] {
  const ids = (colleagues ?? "").split(",").filter((id) => id !== "");
  const asColleague = ({ id, name, email }: Colleague): Named => ({ name, email, person: id });
  const wanted: readonly Named[] = [
    ...procedure.people.filter(({ id }) => ids.includes(id)).map(asColleague),
    ...peopleIn(others ?? "").map((one) => {
      const colleague = colleagueOf(one, procedure);
      return colleague === undefined ? one : asColleague(colleague);
    }),
  ];
  const fresh = wanted.filter(
    (one, index) =>
      !dossier.respondents.some((known) => isSame(known, one)) &&
      wanted.findIndex((other) => isSame(other, one)) === index,
  );
  return fresh.map(({ name, email, person }, index): ComplaintEvent => {
    const respondent: Party = `respondent:${dossier.respondents.length + index + 1}`;
    const known = { name, ...(email !== undefined && { email }), ...(person !== undefined && { person }) };
    return { type: "RespondentNamed", facts: { respondent, by, colleague: person !== undefined }, private: known };
  });
}

type Colleague = Procedure["people"][number];

interface Named {
  readonly name: string;
  readonly email?: string | undefined;
  readonly person?: string | undefined;
}

function isSame(one: Named, other: Named): boolean {
  if (one.person !== undefined || other.person !== undefined) return one.person === other.person;
  if (one.email !== undefined && other.email !== undefined)
    return one.email.toLowerCase() === other.email.toLowerCase();
  return one.name.toLowerCase() === other.name.toLowerCase();
}

/** By address, or by whole name where no other address is given. */
function colleagueOf({ name, email }: Named, { people }: Procedure): Colleague | undefined {
  return people.find((one) =>
    email === undefined ? plain(one.name) === plain(name) : one.email.toLowerCase() === email.toLowerCase(),
  );
}
