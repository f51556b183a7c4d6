import type { Text } from "../domain/text.ts";
import { speaking } from "../letters/wording/say.ts";
import { page } from "./layout.tsx";
import { OpenQuestions } from "./open-questions.tsx";
import { PhoneLink } from "./phone-link.tsx";
import type { CaseView } from "./status-page.tsx";

/** For somebody who had a letter about a case and no part in it, such as a client: that all they need is in the letter. */
export function noticePage(view: CaseView): string {
  const { dossier, procedure, language } = view;
  const say = speaking(language);
  const title = say({ nl: "Over een klacht", en: "About a complaint" });
  const over: Text =
    dossier.status === "closed"
      ? { nl: "Deze zaak is gesloten.", en: "This case is closed." }
      : { nl: "Wij zijn met deze zaak bezig.", en: "We are working on this case." };
  return page({
    title: `${title} · ${dossier.number}`,
    language,
    procedure,
    children: (
      <>
        <div class="opening">
          <p class="eyebrow">
            {say({ nl: "Zaaknummer", en: "Case number" })} {dossier.number}
          </p>
          <h1 class="utrecht-heading-1">{title}</h1>
          <p class="lead">{say(over)}</p>
          <p>
            {say({
              nl: "Wat u moet weten, staat in de brief die u van ons kreeg. Hebt u een vraag? Bel",
              en: "What you need to know is in the letter you had from us. Do you have a question? Call",
            })}{" "}
            <PhoneLink procedure={procedure} />.
          </p>
        </div>
        <OpenQuestions {...view} />
      </>
    ),
  });
}
