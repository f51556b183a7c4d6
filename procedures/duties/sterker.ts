import type { ProcedureFile } from "../../shared/domain/procedure.ts";

const background = { nl: "Aanleiding", en: "Background" };
const principles = { nl: "Inrichting en uitgangspunten", en: "Set-up and principles" };
const filing = { nl: "1. Indienen", en: "1. Filing" };
const analysing = { nl: "2. Analyseren", en: "2. Analysing" };
const handling = { nl: "3. Behandelen", en: "3. Handling" };
const processing = { nl: "Verwerking van klachten", en: "Processing of complaints" };

/** Every obligation in the complaints procedure of Sterker's training house, in our own words. */
export const sterkerDuties: ProcedureFile["duties"] = [
  {
    id: "A1",
    section: background,
    text: {
      nl: "Wie een training volgt, kan met een klacht op één plek terecht.",
      en: "Whoever follows a course has one place to bring a complaint to.",
    },
    proof: "registered",
  },
  {
    id: "A2",
    section: background,
    text: {
      nl: "Leerhuis heeft een klachtenprocedure, omdat SKJ die voor erkenning eist.",
      en: "The training house has a complaints procedure, because SKJ asks for one before it accredits.",
    },
    proof: "organisation",
  },
  {
    id: "A3",
    section: principles,
    text: {
      nl: "Een klacht gaat door drie fasen: indienen, analyseren en behandelen.",
      en: "A complaint goes through three phases: filing, analysing and handling.",
    },
    proof: "phases-shown",
  },
  {
    id: "A4",
    section: principles,
    text: {
      nl: "Klagen is zo makkelijk mogelijk: een gewone mail is genoeg.",
      en: "Complaining is made as easy as possible: a plain e-mail is enough.",
    },
    proof: "low-threshold",
  },
  {
    id: "A5",
    section: principles,
    text: {
      nl: "Wie ontevreden is, kan dat eerst bespreken met degene om wie het gaat.",
      en: "Somebody who is dissatisfied can first talk it over with the person it concerns.",
    },
    proof: "talk-first",
  },
  {
    id: "A6",
    section: principles,
    text: {
      nl: "We proberen het eerst zelf op te lossen, zolang dat redelijk is.",
      en: "We try to solve it among ourselves for as long as that is reasonable.",
    },
    proof: "solved-informally",
  },
  {
    id: "A7",
    section: principles,
    text: {
      nl: "De trainer neemt de klacht serieus en denkt met de klager mee.",
      en: "The trainer takes the complaint seriously and works on it with the complainant.",
    },
    proof: "respondent-involved",
  },
  {
    id: "A8",
    section: principles,
    text: {
      nl: "Wie geen officiële klacht wil, kan advies krijgen van de beleidsmedewerker Sociaal Werk.",
      en: "Whoever wants no official complaint can get advice from the policy adviser Social Work.",
    },
    proof: "advice-given",
  },
  {
    id: "A9",
    section: filing,
    text: {
      nl: "Deelnemers weten waar en hoe zij een klacht indienen, en er is één centraal punt.",
      en: "Participants know where and how to complain, and there is one central point.",
    },
    proof: "organisation",
  },
  {
    id: "A10",
    section: filing,
    text: {
      nl: "De uitleg over klachten staat op de website, bij 'over ons'.",
      en: "How to complain is explained on the website, under 'about us'.",
    },
    proof: "organisation",
  },
  {
    id: "A11",
    section: filing,
    text: {
      nl: "De uitleg over klachten staat ook op het intranet.",
      en: "How to complain is explained on the intranet too.",
    },
    proof: "organisation",
  },
  {
    id: "A12",
    section: filing,
    text: {
      nl: "Een klacht per mail komt aan bij de manager Innovatie en Ontwikkeling.",
      en: "A complaint by e-mail reaches the manager Innovation and Development.",
    },
    proof: "arrived-with-intake",
  },
  {
    id: "A13",
    section: filing,
    text: {
      nl: "De klager krijgt een link naar het meldingsformulier.",
      en: "The complainant gets a link to the report form.",
    },
    proof: "report-form-asked",
  },
  {
    id: "A14",
    section: filing,
    text: {
      nl: "Het formulier vraagt of er al met de trainer is gepraat en wat er al is geprobeerd.",
      en: "The form asks whether the trainer has been spoken to and what has been tried.",
    },
    proof: "attempts-asked",
  },
  {
    id: "A15",
    section: filing,
    text: {
      nl: "Is er nog niet gepraat, dan moedigt de manager dat gesprek aan.",
      en: "When they have not talked yet, the manager encourages them to.",
    },
    proof: "talk-asked",
  },
  {
    id: "A16",
    section: analysing,
    text: {
      nl: "De manager hoort beide kanten voordat er een oordeel komt.",
      en: "The manager hears both sides before there is a judgment.",
    },
    proof: "both-sides-heard",
  },
  {
    id: "A17",
    section: handling,
    text: {
      nl: "Elke klacht wordt serieus genomen en krijgt een aanpak die erbij past.",
      en: "Every complaint is taken seriously and handled in a way that fits it.",
    },
    proof: "reason-recorded",
  },
  {
    id: "A18",
    section: handling,
    text: {
      nl: "Klager en beklaagde zoeken samen met ons naar een oplossing.",
      en: "Complainant and respondent look for a solution together with us.",
    },
    proof: "solution-sought-together",
  },
  {
    id: "A19",
    section: handling,
    text: {
      nl: "De manager gaat na of een gesprek met zijn drieën kan.",
      en: "The manager finds out whether a talk between the three of them is possible.",
    },
    proof: "three-way-talk-examined",
  },
  {
    id: "A20",
    section: handling,
    text: {
      nl: "In dat gesprek zoeken zij samen een oplossing.",
      en: "In that talk they look for a solution together.",
    },
    proof: "three-way-talk-held",
  },
  {
    id: "A21",
    section: handling,
    text: {
      nl: "Wil een van beiden niet, dan praat de manager met ieder apart.",
      en: "When one of them does not want to, the manager talks with each of them apart.",
    },
    proof: "separate-talks-held",
  },
  {
    id: "A22",
    section: handling,
    text: {
      nl: "Daarna geeft de manager een oordeel waaraan beiden zich houden.",
      en: "After that the manager gives a judgment that binds them both.",
    },
    proof: "judgment-given",
  },
  {
    id: "A23",
    section: processing,
    text: {
      nl: "Elke klacht wordt geregistreerd.",
      en: "Every complaint is registered.",
    },
    proof: "registered",
  },
  {
    id: "A24",
    section: processing,
    text: {
      nl: "We leggen vast wanneer de klacht kwam, waarover hij gaat, hoe we hem oppakten en wat eruit kwam.",
      en: "We record when the complaint came, what it is about, how we took it up and what came of it.",
    },
    proof: "four-facts",
  },
  {
    id: "A25",
    section: processing,
    text: {
      nl: "Ten minste één keer per jaar is er een overzicht van alle klachten.",
      en: "At least once a year there is an overview of all complaints.",
    },
    proof: "organisation",
  },
  {
    id: "A26",
    section: processing,
    text: {
      nl: "De beleidsmedewerker onderzoekt wat dat overzicht laat zien.",
      en: "The policy adviser studies what that overview shows.",
    },
    proof: "organisation",
  },
  {
    id: "A27",
    section: processing,
    text: {
      nl: "De verbeteringen die daaruit komen, worden met de manager besproken.",
      en: "The improvements that follow from it are discussed with the manager.",
    },
    proof: "organisation",
  },
  {
    id: "A28",
    section: processing,
    text: {
      nl: "Bij elke verbetering staat wie ervoor zorgt.",
      en: "Each improvement says who takes care of it.",
    },
    proof: "measure-owned",
  },
  {
    id: "A29",
    section: processing,
    text: {
      nl: "De procedure zelf wordt geëvalueerd, zoals het kwaliteitssysteem vraagt.",
      en: "The procedure itself is evaluated, as the quality system asks.",
    },
    proof: "organisation",
  },
  {
    id: "A30",
    section: processing,
    text: {
      nl: "Klachten tellen mee in de kwaliteitstoets en in de lijst van verbeteringen.",
      en: "Complaints count in the quality review and in the list of improvements.",
    },
    proof: "organisation",
  },
];
