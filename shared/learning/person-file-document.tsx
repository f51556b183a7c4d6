import type { ComponentChildren } from "preact";
import { renderToString } from "preact-render-to-string";
import type { Procedure } from "../domain/procedure.ts";
import type { Language, Text } from "../domain/text.ts";
import { dayInWords } from "../letters/wording/moment.ts";
import { speaking } from "../letters/wording/say.ts";
import type { Instant } from "../ports.ts";
import type { Said } from "./own-words.ts";
import type { PersonFileContent, PersonInCase } from "./person-file.ts";

/** For a file that is opened from a folder: it brings its own looks. */
const style =
  "body{max-width:42rem;margin:2rem auto;padding:0 1rem;font:1rem/1.6 system-ui,sans-serif;color:#1f2a2e}h1,h2{font-family:Charter,Georgia,serif}section{border-top:3px solid #14595a;margin-top:2rem}pre{white-space:pre-wrap;overflow-wrap:anywhere;font:inherit;border-left:3px solid #c9bfa9;padding-left:1rem}dt{font-weight:bold}dd{margin:0 0 .75rem;white-space:pre-wrap;overflow-wrap:anywhere}@media print{section{break-before:page}}";

/** What is not in the file, and why: whoever reads it must be able to ask for more. */
const leftOut: readonly Text[] = [
  {
    nl: "Wat anderen ons vertelden. Zij vertelden dat voor deze zaak. Wat wij daarvan aan u schreven, staat in de brieven.",
    en: "What others told us. They told it for this case. What we wrote to you about it is in the letters.",
  },
  {
    nl: "Hoe collega's onderling de zaak bespraken. Wat wij besloten en waarom, staat in de brieven aan u.",
    en: "How colleagues discussed the case among themselves. What we decided and why is in the letters to you.",
  },
  {
    nl: "Wat collega's bij een maatregel of een patroon aan elkaar schreven. Ook de tekst ervan als daar een ander in staat.",
    en: "What colleagues wrote to each other about a measure or a pattern. Also its text when somebody else is named in it.",
  },
  {
    nl: "De bestanden zelf. U leest hier hoe zij heten. Vraag erom, dan krijgt u ze erbij.",
    en: "The files themselves. You read their names here. Ask for them and you get them too.",
  },
  {
    nl: "Zaken waarvan wij de gegevens al hebben gewist.",
    en: "Cases of which we have erased the details already.",
  },
];

interface View {
  readonly procedure: Procedure;
  readonly language: Language;
}

/** The file as a whole document, to be read or printed. */
export function personFileDocument(content: PersonFileContent, procedure: Procedure, language: Language): string {
  const say = speaking(language);
  const view = { procedure, language };
  const title = say({ nl: "Wat wij over u hebben", en: "What we have about you" });
  const document = (
    <html lang={language}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <title>{`${title}: ${content.house}`}</title>
        <style>{style}</style>
      </head>
      <body>
        <main>
          <h1>{title}</h1>
          <p>
            {content.house}, <Day at={content.madeAt} {...view} />.{" "}
            {say({
              nl: "U vroeg welke gegevens wij van u hebben. In dit bestand staan ze bij elkaar.",
              en: "You asked which details we have of you. This file has them together.",
            })}
          </p>
          {content.cases.length + content.elsewhere.length + content.mail.length === 0 && (
            <p>{say({ nl: "Wij hebben niets van u gevonden.", en: "We have found nothing of you." })}</p>
          )}
          {content.cases.map((one) => (
            <Case place={one} {...view} />
          ))}
          <Elsewhere elsewhere={content.elsewhere} {...view} />
          <Mail mail={content.mail} {...view} />
          <section>
            <h2>{say({ nl: "Wat er niet in staat", en: "What is not in it" })}</h2>
            <ul>
              {leftOut.map((one) => (
                <li>{say(one)}</li>
              ))}
            </ul>
            <h2>{say({ nl: "Wat u kunt doen", en: "What you can do" })}</h2>
            <p>
              {say({
                nl: `Klopt er iets niet, of wilt u dat wij iets wissen? Bel ${procedure.house.phone} of mail ${procedure.house.complaintsAddress}. Bent u het niet met ons eens? Dan kunt u naar de Autoriteit Persoonsgegevens.`,
                en: `Is something wrong, or do you want us to erase something? Call ${procedure.house.phone} or mail ${procedure.house.complaintsAddress}. Do you not agree with us? Then you can go to the Dutch Data Protection Authority.`,
              })}
            </p>
          </section>
        </main>
      </body>
    </html>
  );
  return `<!doctype html>${renderToString(document)}`;
}

function Case({ place, ...view }: View & { readonly place: PersonInCase }) {
  const say = speaking(view.language);
  const { number, as, receivedAt, closedAt, keptUntil, known, said, recorded, letters, sharedWith } = place;
  return (
    <section>
      <h2>{say({ nl: `Zaak ${number}`, en: `Case ${number}` })}</h2>
      <dl>
        <Entry term={say({ nl: "U bent", en: "You are" })}>{as}</Entry>
        <Entry term={say({ nl: "Ontvangen", en: "Received" })}>
          <Day at={receivedAt} {...view} />
        </Entry>
        {closedAt !== undefined && (
          <Entry term={say({ nl: "Gesloten", en: "Closed" })}>
            <Day at={closedAt} {...view} />
          </Entry>
        )}
        {keptUntil !== undefined && (
          <Entry term={say({ nl: "Wij bewaren dit tot", en: "We keep this until" })}>
            <Day at={keptUntil} {...view} />
          </Entry>
        )}
        <Entry term={say({ nl: "Wat wij van u weten", en: "What we know of you" })}>{known.join("\n")}</Entry>
        {sharedWith.length > 0 && (
          <Entry term={say({ nl: "Wie er ook mee te maken had", en: "Who else had to do with it" })}>
            {sharedWith.join("\n")}
          </Entry>
        )}
      </dl>
      <Words title={say({ nl: "Wat u ons vertelde", en: "What you told us" })} all={said} {...view} />
      <Words
        title={say({ nl: "Wat wij van gesprekken met u opschreven", en: "What we wrote down of talks with you" })}
        all={recorded}
        {...view}
      />
      {letters.length > 0 && <h3>{say({ nl: "Wat wij u schreven", en: "What we wrote to you" })}</h3>}
      {letters.map(({ at, subject, text }) => (
        <>
          <h4>
            <bdi>{subject}</bdi>, <Day at={at} {...view} />
          </h4>
          <pre>{text}</pre>
        </>
      ))}
    </section>
  );
}

function Words({ title, all, ...view }: View & { readonly title: string; readonly all: readonly Said[] }) {
  if (all.length === 0) return null;
  return (
    <>
      <h3>{title}</h3>
      {all.map(({ at, what, parts, files }) => (
        <>
          <h4>
            {what}, <Day at={at} {...view} />
          </h4>
          <dl>
            {parts.map(({ label, text }) => (
              <Entry term={label}>{text}</Entry>
            ))}
            {files.length > 0 && (
              <Entry term={speaking(view.language)({ nl: "Bestanden", en: "Files" })}>{files.join("\n")}</Entry>
            )}
          </dl>
        </>
      ))}
    </>
  );
}

function Elsewhere({ elsewhere, ...view }: View & Pick<PersonFileContent, "elsewhere">) {
  if (elsewhere.length === 0) return null;
  const say = speaking(view.language);
  return (
    <section>
      <h2>{say({ nl: "Maatregelen en patronen over u", en: "Measures and patterns about you" })}</h2>
      {elsewhere.map(({ number, what, since, closedAt, keptUntil, text, namesOthers }) => (
        <>
          <h3>{number}</h3>
          <dl>
            <Entry term={say({ nl: "Wat het is", en: "What it is" })}>{what}</Entry>
            <Entry term={say({ nl: "Begonnen", en: "Begun" })}>
              <Day at={since} {...view} />
            </Entry>
            {closedAt !== undefined && (
              <Entry term={say({ nl: "Gesloten", en: "Closed" })}>
                <Day at={closedAt} {...view} />
              </Entry>
            )}
            {keptUntil !== undefined && (
              <Entry term={say({ nl: "Wij bewaren dit tot", en: "We keep this until" })}>
                <Day at={keptUntil} {...view} />
              </Entry>
            )}
            {text !== undefined && <Entry term={say({ nl: "Wat wij afspraken", en: "What we agreed" })}>{text}</Entry>}
            {namesOthers && (
              <Entry term={say({ nl: "Niet getoond", en: "Not shown" })}>
                {say({
                  nl: "De tekst, want die noemt ook een ander.",
                  en: "The text, for it names somebody else too.",
                })}
              </Entry>
            )}
          </dl>
        </>
      ))}
    </section>
  );
}

function Mail({ mail, ...view }: View & Pick<PersonFileContent, "mail">) {
  if (mail.length === 0) return null;
  const say = speaking(view.language);
  return (
    <section>
      <h2>{say({ nl: "Mail die geen zaak werd", en: "Mail that became no case" })}</h2>
      <ul>
        {mail.map(({ receivedAt, subject }) => (
          <li>
            <Day at={receivedAt} {...view} />: <bdi>{subject}</bdi>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Entry({ term, children }: { readonly term: string; readonly children: ComponentChildren }) {
  return (
    <>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </>
  );
}

function Day({ at, procedure, language }: View & { readonly at: Instant }) {
  return <time dateTime={at}>{dayInWords(at, language, procedure.calendar.timeZone)}</time>;
}
