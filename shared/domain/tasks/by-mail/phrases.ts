import type { OutcomeOf } from "../catalogue.ts";
import type { TaskKindId } from "../task-kind.ts";

type Phrases = readonly string[];

const takenUp: Phrases = [
  "in behandeling",
  "neem in behandeling",
  "ik neem hem in behandeling",
  "ik neem de klacht in behandeling",
  "neem de klacht in behandeling",
  "oppakken",
  "take up",
  "take the complaint up",
];
const solved: Phrases = [
  "opgelost",
  "het is opgelost",
  "is al opgelost",
  "het is al opgelost",
  "solved",
  "already solved",
  "resolved",
];
const advice: Phrases = ["advies", "advice"];
const notHeld: Phrases = [
  "ging niet door",
  "niet doorgegaan",
  "het gesprek ging niet door",
  "de zitting ging niet door",
  "did not take place",
  "it did not take place",
];
const measureDone: Phrases = [
  "gedaan",
  "klaar",
  "uitgevoerd",
  "afgerond",
  "is gedaan",
  "is klaar",
  "done",
  "finished",
  "completed",
  "carried out",
];

/** Plain ways in which colleagues name an outcome at the beginning of a mail, besides its label. */
export const outcomePhrases: {
  readonly [Kind in TaskKindId]?: { readonly [Outcome in OutcomeOf<Kind>]?: Phrases };
} = {
  assess: {
    handle: takenUp,
    solved,
    "talk-first": ["eerst praten", "eerst een gesprek", "eerst laten praten", "talk first"],
    advice,
    consult: ["overleggen", "eerst overleg", "consult first"],
    "not-a-complaint": ["geen klacht", "is geen klacht", "not a complaint", "no complaint"],
  },
  "decide-after-silence": { handle: takenUp, solved, advice },
  "hold-session": { held: ["zitting gehouden", "the hearing was held", "hearing held"], "not-held": notHeld },
  "establish-facts": {
    established: ["vastgesteld", "established"],
    "ask-more": ["vraag de klager", "vraag aan de klager", "ask the complainant"],
  },
  "three-way-talk": {
    agreement: ["afspraak gemaakt", "we hebben een afspraak", "wij hebben een afspraak", "we agreed"],
    "no-agreement": ["geen afspraak", "no agreement"],
    "not-held": notHeld,
  },
  "approve-outcome": {
    approved: [
      ...[
        "akkoord",
        "goedgekeurd",
        "goed",
        "prima",
        "ziet er goed uit",
        "mag weg",
        "mogen weg",
        "kan weg",
        "versturen",
      ],
      ...["approved", "approve", "agreed", "looks good", "send it", "ok", "oke"],
    ],
    rework: [
      ...["niet akkoord", "nog niet akkoord", "nog niet", "niet goed", "nog niet goed", "aanpassen", "graag aanpassen"],
      ...[
        "not approved",
        "not approved yet",
        "do not approve",
        "don't approve",
        "not agreed",
        "not yet",
        "please change",
      ],
    ],
  },
  "follow-up": {
    done: ["besproken", "gebeld en besproken", "talked over"],
    reopen: ["heropenen", "weer open", "opnieuw openen", "reopen", "open again"],
  },
  "report-measure": {
    done: measureDone,
    kept: measureDone,
    extended: [
      "duurt langer",
      "nog niet klaar",
      "niet op tijd",
      "lukt niet op tijd",
      "takes longer",
      "not done yet",
      "not ready yet",
    ],
    dropped: ["gaat niet door", "vervalt", "not going ahead", "dropped"],
  },
  "judge-effect": {
    helped: ["het hielp", "het heeft geholpen", "it helped", "helped"],
    partly: ["deels", "gedeeltelijk", "voor een deel", "partly"],
    "not-helped": [
      "het hielp niet",
      "heeft niet geholpen",
      "het heeft niet geholpen",
      "it did not help",
      "did not help",
    ],
  },
  "look-into-signal": {
    measures: ["maatregelen", "maatregelen nodig", "measures"],
    watch: ["in de gaten houden", "keep an eye on it"],
    nothing: ["niets aan de hand", "nothing is the matter"],
  },
  "look-at-mail": {
    "new-case": ["een klacht", "nieuwe klacht", "nieuwe zaak", "a complaint", "new case", "new complaint"],
    belongs: ["hoort bij", "belongs to"],
    "not-for-us": ["niet voor ons", "geen klacht", "not for us", "no complaint", "not a complaint"],
  },
  "announce-delay": {
    delay: [
      "duurt langer",
      "lukt niet",
      "het lukt niet",
      "lukt niet op tijd",
      "het lukt niet op tijd",
      "takes longer",
      "not in time",
    ],
    "on-time": ["lukt", "het lukt", "lukt op tijd", "op tijd", "in time", "on time"],
  },
};

/** Words in front of an outcome that change nothing about it. */
export const leadingWords: ReadonlySet<string> = new Set([
  ...[
    "ja",
    "hoi",
    "hallo",
    "ok",
    "oke",
    "prima",
    "goed",
    "hierbij",
    "graag",
    "ik",
    "wij",
    "we",
    "ben",
    "zijn",
    "ga",
    "gaan",
  ],
  ...["het", "de", "dit", "is", "klacht", "wat", "mij", "betreft"],
  ...["yes", "hi", "hello", "okay", "please", "i", "am", "are", "it", "this", "the", "complaint"],
]);

/** What may stand beside an outcome that has no room for words: more than this is something to read first. */
export const courtesy: ReadonlySet<string> = new Set([
  ...leadingWords,
  ...[
    "dank",
    "bedankt",
    "dankjewel",
    "u",
    "je",
    "wel",
    "hoor",
    "zo",
    "mee",
    "hiermee",
    "met",
    "brief",
    "brieven",
    "uitkomst",
  ],
  ...["akkoord", "versturen", "verstuur", "maar", "mag", "mogen", "kan", "weg", "top", "fijn"],
  ...[
    "thanks",
    "thank",
    "you",
    "with",
    "letter",
    "letters",
    "outcome",
    "send",
    "can",
    "go",
    "out",
    "fine",
    "good",
    "great",
  ],
]);

/** A yes to what was written before. */
export const assent: readonly string[] = [
  ...[
    "ja",
    "klopt",
    "dat",
    "dit",
    "het",
    "zo",
    "is",
    "bevestigd",
    "bevestig",
    "ik",
    "hierbij",
    "dank",
    "bedankt",
    "u",
    "wel",
  ],
  ...[
    "yes",
    "that",
    "that's",
    "it",
    "it's",
    "this",
    "right",
    "correct",
    "confirmed",
    "confirm",
    "i",
    "hereby",
    "thanks",
    "thank",
    "you",
  ],
];
export const approval: readonly string[] = [
  "akkoord",
  "goed",
  "prima",
  "ok",
  "oke",
  "okay",
  "approved",
  "agreed",
  "fine",
  "good",
];

/** Where a form asks for no words that an outcome needs, the field that may take them all the same; `undefined` for none. */
export const remarkFields: { readonly [Kind in TaskKindId]?: string } = {
  "check-overview": "checkNote",
  "acknowledge-review": "directorNote",
  "judge-effect": "effectNote",
  "look-at-mail": "remark",
};

/** Required words that a reply is not: there the form's own proposal stays. */
export const notFromMail: ReadonlySet<string> = new Set(["complaint"]);

/** Words by which somebody says an option without naming it, by field; in a clause of their own that denies nothing. */
export const optionPhrases: Readonly<Record<string, Readonly<Record<string, Phrases>>>> = {
  contactChannel: {
    phone: [
      ...["gebeld", "opgebeld", "belde", "gesproken aan de telefoon", "telefonisch", "aan de telefoon", "per telefoon"],
      ...["called", "phoned", "by phone", "on the phone"],
    ],
    mail: [
      ...["gemaild", "mailde", "per mail", "per e mail", "mail gestuurd", "mailtje gestuurd"],
      ...["mailed", "emailed", "by mail", "by email", "sent a mail", "sent an email"],
    ],
    "in-person": [
      ...["langs geweest", "langsgekomen", "persoonlijk gesproken", "in een gesprek", "face to face"],
      ...["in person", "met in person", "came by"],
    ],
  },
  sentHow: {
    post: ["per post", "met de post", "op de post", "op de bus", "gepost", "by post", "posted"],
    phone: ["voorgelezen", "telefonisch", "gebeld", "read out", "on the phone", "by phone"],
    "in-person": ["afgegeven", "overhandigd", "persoonlijk gegeven", "in een gesprek", "handed over", "in person"],
  },
  finding: {
    founded: ["gegrond", "klacht is terecht", "founded"],
    "partly-founded": [
      "deels gegrond",
      "deels terecht",
      "gedeeltelijk gegrond",
      "voor een deel terecht",
      "partly founded",
    ],
    unfounded: ["ongegrond", "onterecht", "niet gegrond", "klacht is niet terecht", "unfounded", "not founded"],
    "cannot-be-established": ["niet vast te stellen", "cannot be established"],
  },
  severity: {
    serious: ["ernstig", "ernstige klacht", "serious"],
    ordinary: ["niet ernstig", "geen ernstige klacht", "not serious"],
  },
  notForUs: {
    advertising: ["reclame", "spam", "oplichting", "phishing", "advertising", "fraud"],
    machine: ["automatisch bericht", "automatische mail", "automatic message"],
  },
  delayWhy: {
    "waiting-complainant": ["wachten op de klager", "waiting for the complainant"],
    absence: ["ziek", "met vakantie", "op vakantie", "on leave", "on holiday"],
  },
};
