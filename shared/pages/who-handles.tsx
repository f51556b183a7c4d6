import type { OpenTask, Task } from "../domain/dossier.ts";
import { personOf } from "../domain/roles.ts";
import type { Text } from "../domain/text.ts";
import { nameAndTitle, titleOf, together } from "../letters/wording/people.ts";
import { speaking } from "../letters/wording/say.ts";
import { isAdvice, isAssessed } from "./case-now.ts";
import { Moment } from "./moment.tsx";
import type { CaseView } from "./status-page.tsx";

/** For the complainant: who answers for the complaint once it was assessed, or gives advice and by when; and whom they said it is about. */
export function WhoHandles({ dossier, procedure, language }: CaseView) {
  const say = speaking(language);
  const over = dossier.status === "closed" || dossier.withdrawn !== undefined;
  const advice = dossier.tasks.find((task): task is OpenTask => task.kind === "advise" && task.status === "open");
  const named = dossier.respondents
    .filter(({ namedBy }) => namedBy === "complainant")
    .flatMap(({ party, name }) => personOf(party, procedure, dossier)?.name ?? name)
    .filter((name) => name !== "");
  const known: Text = {
    nl: `U liet weten dat het over ${together(named, "nl")} gaat.`,
    en: `You let us know that it is about ${together(named, "en")}.`,
  };
  return (
    <>
      {!over && advice !== undefined && (
        <p>
          {say(adviser(advice, procedure))} {say({ nl: "U krijgt het voor", en: "You get it before" })}{" "}
          <Moment at={advice.dueAt} language={language} procedure={procedure} />.
        </p>
      )}
      {!over && isAssessed(dossier) && !isAdvice(dossier) && (
        <p>{say(handler(nameAndTitle(dossier.owner, dossier, procedure, language)))}</p>
      )}
      {named.length > 0 && <p>{say(known)}</p>}
    </>
  );
}

function adviser({ assignee }: Task, procedure: CaseView["procedure"]): Text {
  const title = (language: CaseView["language"]) => titleOf(assignee, procedure, language);
  return { nl: `Onze ${title("nl")} schrijft het advies.`, en: `Our ${title("en")} writes the advice.` };
}

function handler(owner: string): Text {
  return { nl: `${owner} behandelt uw klacht.`, en: `${owner} handles your complaint.` };
}
