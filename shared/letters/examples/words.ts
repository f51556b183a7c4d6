import type { Text } from "../../domain/text.ts";

/** Fictional people and words for example letters; nobody of them exists. */
export const people = {
  complainant: { name: "Sanne de Wit", email: "sanne.dewit@zorggroep.example", phone: "06 555 01 23" },
  withoutMail: { name: "Gerrit Smeets", phone: "06 555 04 56", address: "Dorpsstraat 12\n1234 AB Ergens" },
  trainer: { name: "Bram Kuipers", email: "bram.kuipers@trainers.example" },
  client: { name: "Zorggroep Lindenhof", email: "opleiding@lindenhof.example" },
  independent: { name: "Thea Mulder", email: "thea.mulder@onafhankelijk.example" },
} as const;

/** What colleagues write for the file only; no letter to anybody else may hold it. */
export const forTheFile = "Alleen voor het dossier / For the file only";

export const candidates = `${people.independent.name}, ${people.independent.email}\nKarim Bouzid, karim.bouzid@onafhankelijk.example`;

/** What they write in the examples. */
export const words = {
  complaint: {
    nl: "Ik volgde bij u een training. De trainer kwam twee keer een uur te laat. Toen ik daar iets van zei, lachte hij mij uit waar de groep bij was.",
    en: "I took a course with you. The trainer was an hour late twice. When I said so, he laughed at me in front of the group.",
  },
  subject: { nl: "Klacht over de training", en: "Complaint about the course" },
  account: {
    nl: "Ik was twee keer te laat, dat klopt. Ik stond vast op de weg. Ik maakte een grap en zie nu dat die pijn deed.",
    en: "I was late twice, that is right. I was stuck on the road. I made a joke and now see that it hurt.",
  },
  ownAccount: {
    nl: "Alles staat al in mijn klacht. De groep was er ook bij.",
    en: "It is all in my complaint. The group was there too.",
  },
  question: { nl: "Op welke twee dagen was de trainer te laat?", en: "On which two days was the trainer late?" },
  advice: {
    nl: "Vertel de trainer in een rustig gesprek wat de grap met u deed. Wij kunnen daarbij zijn.",
    en: "Tell the trainer in a quiet talk what the joke did to you. One of us can be there.",
  },
  agreement: {
    nl: "De trainer biedt zijn excuses aan. Er komt een nieuwe dag voor de hele groep.",
    en: "The trainer says sorry. There will be a new day for the whole group.",
  },
  delayReason: {
    nl: "Wij willen nog twee mensen uit de groep spreken. Dat kan pas volgende week.",
    en: "We want to talk to two more people of the group. That can only be done next week.",
  },
  laterReason: {
    nl: "Een van hen was ziek. Wij spreken haar nu op maandag.",
    en: "One of them was ill. We will talk to her on Monday.",
  },
  pause: {
    nl: "Een van de mensen die erbij waren is op reis. Wij wachten op haar.",
    en: "One of the people who were there is on a trip. We wait for her.",
  },
  restart: { nl: "Zij is terug en wij spraken haar.", en: "She is back and we talked to her." },
  outcome: {
    nl: "Uw klacht is terecht.\n\nDe trainer was twee keer te laat en maakte een grap die niet kon. Dat spijt ons.\n\nU krijgt een nieuwe dag. Wij bellen u deze week om een datum te kiezen.",
    en: "Your complaint is justified.\n\nThe trainer was late twice and made a joke that he should not have made. We are sorry.\n\nYou get a new day. We call you this week to pick a date.",
  },
  respondentOutcome: {
    nl: "De klacht is terecht.\n\nU was twee keer te laat en uw grap viel verkeerd. U hebt dat zelf ook gezegd. Wij maken met u afspraken over hoe het verder gaat.",
    en: "The complaint is justified.\n\nYou were late twice and your joke hurt. You said so yourself. We will agree with you on how to go on.",
  },
  clientOutcome: {
    nl: "De klacht was terecht. De groep krijgt een nieuwe dag, zonder kosten voor u.",
    en: "The complaint was justified. The group gets a new day, at no cost to you.",
  },
  teamOutcome: {
    nl: "Een trainer kwam te laat en dat deed pijn in de groep. Wij bellen nu een dag van tevoren of alles klopt.",
    en: "A trainer was late and that hurt the group. We now call a day before to check that all is well.",
  },
  finalOutcome: {
    nl: "De onafhankelijke persoon vindt dat u ook uw geld terug moet krijgen. Dat doen wij. U hebt het binnen twee weken.",
    en: "The independent person thinks that you should get your money back too. We will do that. You have it within two weeks.",
  },
  notAComplaint: {
    nl: "U vraagt wanneer de cursus weer begint. Dat is een vraag, en geen klacht.",
    en: "You ask when the course starts again. That is a question, not a complaint.",
  },
  rightDoor: {
    nl: "Onze planning helpt u graag: planning@leren.example.",
    en: "Our planners are glad to help you: planning@leren.example.",
  },
  message: {
    nl: "Ik weet nog iets. De tweede keer was op 12 december.",
    en: "I remember one more thing. The second time was on 12 December.",
  },
  mailedAnswer: {
    nl: "In behandeling nemen. De trainer kwam twee keer te laat.",
    en: "Take it up. The trainer came late twice.",
  },
  handOver: { nl: "Ik ben volgende week vrij.", en: "I am off next week." },
  weDid: {
    nl: "Wij bellen nu een dag van tevoren met de trainer. Zo weten wij zeker dat hij op tijd is.",
    en: "We now call the trainer a day before. So we know for sure that he is on time.",
  },
  measure: {
    nl: "De planning belt elke trainer een dag van tevoren.",
    en: "The planners call each trainer a day before.",
  },
  promise: {
    nl: "Wij plannen een nieuwe dag met een andere trainer.",
    en: "We plan a new day with another trainer.",
  },
  proposal: {
    nl: "Zet in elke bevestiging hoe laat de trainer er moet zijn.",
    en: "Put in each confirmation at what time the trainer must be there.",
  },
  analysis: {
    nl: "De meeste klachten gaan over te laat komen. Afspraken staan niet op papier.",
    en: "Most complaints are about being late. Agreements are not put on paper.",
  },
  finding: {
    nl: "In alle zaken wist de trainer niet precies hoe laat hij er moest zijn.",
    en: "In all cases the trainer did not know exactly when to be there.",
  },
  reopen: { nl: "De nieuwe dag is er niet gekomen.", en: "The new day did not happen." },
} as const satisfies Readonly<Record<string, Text>>;
