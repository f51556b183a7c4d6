import type { Dossier, Outsider } from "../dossier.ts";
import { plain } from "../seats.ts";

/** Somebody in a case, for recognising them in another: `key` compares, `name` is for people to read. */
export interface RegisteredPerson {
  readonly key: string;
  readonly name: string;
}

/** Whom a complaint is about and for whom the course was; personal data, so not in the row. */
export interface RegisteredPeople {
  readonly client?: RegisteredPerson | undefined;
  readonly respondents: readonly RegisteredPerson[];
}

/** The people of a case by which patterns are seen (B36); `undefined` once personal data are erased. */
export function peopleIn({ complainant, client, respondents }: Dossier): RegisteredPeople | undefined {
  if (complainant === undefined) return undefined;
  return {
    ...(client !== undefined && { client: registered(client) }),
    respondents: respondents.map(registered),
  };
}

/** A colleague by their id, others by their address, who has none by their name. */
function registered({ person, email, name }: Outsider): RegisteredPerson {
  const key = person === undefined ? (email?.toLowerCase() ?? plain(name)) : `person:${person}`;
  return { key, name };
}
