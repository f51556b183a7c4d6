import type { Procedure } from "../domain/procedure.ts";
import type { Person } from "../domain/roles.ts";
import type { Language, Text } from "../domain/text.ts";
import { heading, link, paragraph } from "./content.ts";
import type { FramedLetter } from "./frame.ts";
import { toHtml } from "./html.tsx";
import type { RenderedLetter } from "./render.ts";
import { toText } from "./text.ts";

/** To a colleague who wants to enter the desk. `url` is a secret: whoever opens it is taken for this colleague. */
export function renderSignIn(url: string, recipient: Person, procedure: Procedure, language: Language): RenderedLetter {
  const say = (text: Text) => text[language];
  const letter: FramedLetter = {
    subject: say({ nl: "Uw link naar de klachtenbalie", en: "Your link to the complaints desk" }),
    head: procedure.house.name,
    salutation: say({ nl: `Beste ${recipient.name},`, en: `Dear ${recipient.name},` }),
    blocks: [
      paragraph(
        say({
          nl: "U vroeg om een link naar de klachtenbalie. De link werkt een kwartier, en één keer.",
          en: "You asked for a link to the complaints desk. It works for a quarter of an hour, and once.",
        }),
      ),
      ...link(say({ nl: "Ga naar de balie", en: "Go to the desk" }), url),
      heading(say({ nl: "Vroeg u hier niet om?", en: "Did you not ask for this?" })),
      paragraph(
        say({
          nl: "Gooi deze mail dan weg. Geef de link aan niemand: wie hem opent, komt binnen als u.",
          en: "Then throw this mail away. Give the link to nobody: whoever opens it comes in as you.",
        }),
      ),
    ],
    closing: say({ nl: "Met vriendelijke groet,", en: "Kind regards," }),
    signature: procedure.house.name,
    phone: procedure.house.phone,
  };
  return { subject: letter.subject, text: toText(letter), html: toHtml(letter, language), language };
}
