import type { Procedure } from "../domain/procedure.ts";
import { roleById } from "../domain/roles.ts";
import type { Language, Text } from "../domain/text.ts";
import { speaking } from "../letters/wording/say.ts";
import { PhoneLink } from "./phone-link.tsx";

interface PublicRightsProps {
  readonly procedure: Procedure;
  readonly language: Language;
}

/** What somebody who thinks of complaining wants to be sure of: before, during and after. */
export function PublicRights({ procedure, language }: PublicRightsProps) {
  const say = speaking(language);
  return (
    <>
      <h2 class="utrecht-heading-2">
        {say({
          nl: "Wat als het gaat over wie de klachten behandelt?",
          en: "What if it is about somebody who handles complaints?",
        })}
      </h2>
      <p>{say(somebodyElse(procedure))}</p>
      <p>
        {say({ nl: "Wilt u er eerst over praten? Bel", en: "Do you want to talk first? Call" })}{" "}
        <PhoneLink procedure={procedure} />.
      </p>
      <h2 class="utrecht-heading-2">{say({ nl: "Wat kunt u zelf doen?", en: "What can you do?" })}</h2>
      <ul class="rights">
        {rights(procedure).map((right) => (
          <li>{say(right)}</li>
        ))}
      </ul>
      <h2 class="utrecht-heading-2">
        {say({ nl: "Wat kunt u met de uitkomst?", en: "What can you do with the outcome?" })}
      </h2>
      <p>{say(theOutcome(procedure))}</p>
      <p>{say(procedure.house.afterwards)}</p>
    </>
  );
}

const titleOf = (procedure: Procedure, role: string): Text => roleById(procedure, role).title;

function somebodyElse(procedure: Procedure): Text {
  const { intake, owner } = procedure.responsibilities;
  const [reader, handler] = [titleOf(procedure, intake), titleOf(procedure, owner)];
  const who: Text =
    intake === owner
      ? { nl: `de ${reader.nl}`, en: `the ${reader.en}` }
      : { nl: `de ${reader.nl} of de ${handler.nl}`, en: `the ${reader.en} or the ${handler.en}` };
  return {
    nl: `Gaat uw klacht over ${who.nl}? Schrijf dan de hele naam in uw klacht. Dan leest en behandelt een ander hem. Over wie de klacht gaat, die beslist niet mee en mag het dossier niet lezen. Dat geldt voor iedereen die bij ons werkt.`,
    en: `Is your complaint about ${who.en}? Then write the full name in your complaint. Somebody else will read and handle it. Whoever it is about has no say in it and may not read the file. That goes for all who work with us.`,
  };
}

function rights({ branches, responsibilities, ...procedure }: Procedure): readonly Text[] {
  const adviser = procedure.roles.find(({ id }) => id === responsibilities.adviser)?.title;
  return [
    ...(branches.talkFirst
      ? [
          {
            nl: "U mag er eerst over praten met de persoon om wie het gaat. Wij helpen daarbij.",
            en: "You may first talk about it with the person it is about. We help with that.",
          },
        ]
      : []),
    ...(branches.advice && adviser !== undefined
      ? [
          {
            nl: `Wilt u niet echt een klacht indienen? Vraag dan raad. Onze ${adviser.nl} denkt met u mee.`,
            en: `Do you not really want to complain? Then ask for advice. Our ${adviser.en} will help you think it through.`,
          },
        ]
      : []),
    {
      nl: "Wij horen u en de ander. Pas daarna zeggen wij wat wij ervan vinden.",
      en: "We hear you and the other side. Only then do we say what we think of it.",
    },
    {
      nl: "U ziet op een eigen pagina hoe het met uw klacht staat. De link krijgt u van ons.",
      en: "A page of your own shows you how your complaint is doing. We send you the link.",
    },
    {
      nl: "U mag altijd iets aan uw klacht toevoegen.",
      en: "You may add something to your complaint at any time.",
    },
    {
      nl: "U mag uw klacht op elk moment stoppen. U hoeft niet te zeggen waarom.",
      en: "You may stop your complaint at any time. You do not have to say why.",
    },
  ];
}

function theOutcome({ branches, responsibilities, ...procedure }: Procedure): Text {
  const owner = procedure.roles.find(({ id }) => id === responsibilities.owner)?.title ?? { nl: "", en: "" };
  const told: Text = {
    nl: "U krijgt de uitkomst op papier of per mail. Daarin staat wat wij vinden, en wat wij gaan doen.",
    en: "You get the outcome by mail or on paper. It says what we think, and what we will do.",
  };
  const how: Text =
    branches.handling === "judgment" && !branches.mediation
      ? {
          nl: `De ${owner.nl} geeft een oordeel. Daar houden wij ons aan.`,
          en: `The ${owner.en} gives a judgment. We stick to it.`,
        }
      : branches.handling === "judgment"
        ? {
            nl: `Komen u en de ander er samen niet uit? Dan geeft de ${owner.nl} een oordeel. Daar houden wij ons aan.`,
            en: `Can you and the other side not work it out? Then the ${owner.en} gives a judgment. We stick to it.`,
          }
        : {
            nl: "Wij zoeken een oplossing waar u en de ander mee verder kunnen.",
            en: "We look for a solution that works for you and for the other side.",
          };
  return { nl: `${how.nl} ${told.nl}`, en: `${how.en} ${told.en}` };
}
