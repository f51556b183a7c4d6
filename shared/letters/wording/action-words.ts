import type { ActionKind } from "../../domain/actions/action-kind.ts";
import type { Dossier } from "../../domain/dossier.ts";
import type { Text } from "../../domain/text.ts";
import { fileWords } from "./file-words.ts";

interface ActionWords {
  readonly title: Text;
  readonly purpose: Text;
}

/** What one may do at any moment, in words that fit the file: a measure is no case, and nobody complains in it. */
export function actionWords({ action, title, purpose }: ActionKind, dossier: Dossier): ActionWords {
  if (dossier.matter.kind === "complaint") return { title, purpose };
  const { the } = fileWords(dossier);
  switch (action) {
    case "add-to-case":
      return {
        title: { nl: `Schrijf iets bij ${the.nl}`, en: `Add something to ${the.en}` },
        purpose: { nl: "De eigenaar krijgt er bericht van.", en: "The owner is told." },
      };
    case "hand-over-case":
      return {
        title: { nl: `Draag ${the.nl} over`, en: `Hand over ${the.en}` },
        purpose: {
          nl: "Uw collega wordt de eigenaar en krijgt ook de open taken van de eigenaar.",
          en: "Your colleague becomes the owner and also gets the open tasks of the owner.",
        },
      };
    default:
      return { title, purpose };
  }
}
