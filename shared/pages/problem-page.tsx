import type { Procedure } from "../domain/procedure.ts";
import type { Language, Text } from "../domain/text.ts";
import { speaking } from "../letters/wording/say.ts";
import { page } from "./layout.tsx";

/** Why a page cannot be shown, with the HTTP status that goes with it. */
export const problemStatus = {
  "not-found": 404,
  "not-yours": 403,
  "cross-site": 403,
  "not-now": 409,
  "method-not-allowed": 405,
  "too-large": 413,
  failed: 500,
} as const;
export type PageProblem = keyof typeof problemStatus;

export interface ProblemPage {
  readonly problem: PageProblem;
  readonly language: Language;
  /** When it is known whose page it would have been. */
  readonly procedure?: Procedure | undefined;
}

interface Explanation {
  readonly title: Text;
  readonly what: Text;
  readonly now: Text;
}

const explanations: { readonly [Problem in PageProblem]: Explanation } = {
  "not-found": {
    title: { nl: "Deze link werkt niet", en: "This link does not work" },
    what: {
      nl: "Wij kennen deze link niet, of hij is verlopen.",
      en: "We do not know this link, or it has ended.",
    },
    now: {
      nl: "Open de link nog eens uit de mail, of neem hem helemaal over. Werkt dat niet? Antwoord dan op die mail.",
      en: "Open the link from the mail again, or copy all of it. Does that not work? Then reply to that mail.",
    },
  },
  "not-yours": {
    title: { nl: "Deze link is niet meer voor u", en: "This link is no longer for you" },
    what: {
      nl: "Wat hier stond, ligt nu bij een ander. U hoeft niets te doen.",
      en: "What was here is with somebody else now. You do not need to do a thing.",
    },
    now: {
      nl: "Hebt u een vraag? Bel of mail ons.",
      en: "Do you have a question? Call or mail us.",
    },
  },
  "not-now": {
    title: { nl: "Dat kan nu niet meer", en: "That is not possible any more" },
    what: {
      nl: "De zaak is intussen verder, of dit is al gedaan. Er is niets veranderd.",
      en: "The case has moved on, or this was done already. Nothing has changed.",
    },
    now: {
      nl: "Open de link uit de mail opnieuw. Daar ziet u hoe het nu staat.",
      en: "Open the link from the mail again. There you see how things are now.",
    },
  },
  "cross-site": {
    title: { nl: "Dit antwoord kwam van een andere website", en: "This answer came from another website" },
    what: {
      nl: "Daarom is het niet bewaard. Er is niets veranderd.",
      en: "That is why we did not save it. Nothing has changed.",
    },
    now: {
      nl: "Open de link uit de mail en vul het daar in.",
      en: "Open the link from the mail and fill it in there.",
    },
  },
  "method-not-allowed": {
    title: { nl: "Zo werkt deze pagina niet", en: "This page does not work that way" },
    what: { nl: "Er is niets veranderd.", en: "Nothing has changed." },
    now: { nl: "Open de link uit de mail opnieuw.", en: "Open the link from the mail again." },
  },
  "too-large": {
    title: { nl: "Uw antwoord is te lang", en: "Your answer is too long" },
    what: { nl: "Daarom is het niet bewaard.", en: "That is why we did not save it." },
    now: {
      nl: "Ga terug en maak het korter. Stuur lange stukken als antwoord op de mail die u van ons kreeg.",
      en: "Go back and make it shorter. Send long pieces as a reply to the mail you had from us.",
    },
  },
  failed: {
    title: { nl: "Er ging iets mis bij ons", en: "Something went wrong on our side" },
    what: {
      nl: "Uw antwoord is niet weg. Ga terug naar de vorige pagina en probeer het nog eens.",
      en: "Your answer is not lost. Go back to the page before this one and try again.",
    },
    now: {
      nl: "Blijft het misgaan? Wacht dan een kwartier. De link blijft werken.",
      en: "Does it keep going wrong? Then wait a quarter of an hour. The link keeps working.",
    },
  },
};

/** The whole HTML document: what is wrong in plain words, and what the visitor can do. */
export function problemPage({ problem, language, procedure }: ProblemPage): string {
  const say = speaking(language);
  const { title, what, now } = explanations[problem];
  return page({
    title: say(title),
    language,
    procedure,
    children: (
      <div class="opening">
        <h1 class="utrecht-heading-1">{say(title)}</h1>
        <p class="lead">{say(what)}</p>
        <p>{say(now)}</p>
      </div>
    ),
  });
}
