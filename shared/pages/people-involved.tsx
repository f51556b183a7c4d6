import type { Dossier, Outsider } from "../domain/dossier.ts";
import type { Procedure } from "../domain/procedure.ts";
import { personOf } from "../domain/roles.ts";
import type { Language } from "../domain/text.ts";
import { nameAndTitle } from "../letters/wording/people.ts";
import { speaking } from "../letters/wording/say.ts";
import { Entry } from "./entry.tsx";

interface PeopleInvolvedProps {
  readonly dossier: Dossier;
  readonly procedure: Procedure;
  readonly language: Language;
}

/** Who answers for the case, whom it is about, and who else has a part in it. */
export function PeopleInvolved({ dossier, procedure, language }: PeopleInvolvedProps) {
  const say = speaking(language);
  const { respondents, client, independent } = dossier;
  const reached = (one: Outsider) => {
    const { name, email } = personOf(one.party, procedure, dossier) ?? one;
    return (
      <p>
        <bdi>{name || say({ nl: "Gegevens gewist", en: "Details erased" })}</bdi>
        {one.person !== undefined && <span class="quiet"> ({say({ nl: "collega", en: "colleague" })})</span>}
        {email !== undefined && (
          <>
            <br />
            <bdi class="quiet">{email}</bdi>
          </>
        )}
      </p>
    );
  };
  return (
    <details class="fold" open={respondents.length > 0}>
      <summary>{say({ nl: "Wie zijn erbij betrokken?", en: "Who is involved?" })}</summary>
      <dl class="fold__inside utrecht-data-list facts">
        <Entry term={say({ nl: "Eigenaar van de zaak", en: "Owner of the case" })}>
          <p>{nameAndTitle(dossier.owner, dossier, procedure, language)}</p>
        </Entry>
        <Entry term={say({ nl: "Over wie het gaat", en: "Whom it is about" })}>
          {respondents.length === 0 ? (
            <p class="quiet">{say({ nl: "Nog niemand genoemd.", en: "Nobody named yet." })}</p>
          ) : (
            respondents.map(reached)
          )}
        </Entry>
        {client !== undefined && <Entry term={say({ nl: "Opdrachtgever", en: "Client" })}>{reached(client)}</Entry>}
        {independent !== undefined && (
          <Entry term={say({ nl: "Onafhankelijke persoon", en: "Independent person" })}>{reached(independent)}</Entry>
        )}
      </dl>
    </details>
  );
}
