import type { ProcedureFile } from "../../shared/domain/procedure.ts";

const introduction = { nl: "Inleiding", en: "Introduction" };
const listening = { nl: "1. Luisteren en beoordelen", en: "1. Listening and assessing" };
const registering = { nl: "2. Registreren", en: "2. Registering" };
const solving = { nl: "3. Oplossen", en: "3. Solving" };
const feedback = { nl: "4. Terugkoppelen", en: "4. Giving feedback" };
const analysing = { nl: "5. Analyseren", en: "5. Analysing" };
const learning = { nl: "6. Leren", en: "6. Learning" };
const improving = { nl: "7. Verbeteren", en: "7. Improving" };

/** Every obligation in the complaints procedure of Learnworks, in our own words. */
export const learnworksDuties: ProcedureFile["duties"] = [
  {
    id: "B1",
    section: introduction,
    text: {
      nl: "Van elke klacht leren we iets.",
      en: "We learn something from every complaint.",
    },
    proof: "lesson-drawn",
  },
  {
    id: "B2",
    section: introduction,
    text: {
      nl: "Een klacht doorloopt zeven stappen, van luisteren tot verbeteren.",
      en: "A complaint goes through seven steps, from listening to improving.",
    },
    proof: "phases-shown",
  },
  {
    id: "B3",
    section: introduction,
    text: {
      nl: "Bij elke stap staat vast wie hem zet: eerst de office manager en de projectleider, daarna de projectmanager.",
      en: "Each step has its own doer: first the office manager and the project leader, then the project manager.",
    },
    proof: "roles-per-step",
  },
  {
    id: "B4",
    section: introduction,
    text: {
      nl: "Waar nodig krijgt de directeur advies over hoe het werk beter kan.",
      en: "Where needed the director is advised on how work can be done better.",
    },
    proof: "organisation",
  },
  {
    id: "B5",
    section: listening,
    text: {
      nl: "Klagen kan per telefoon, per mail en op kantoor.",
      en: "One can complain by phone, by e-mail and at the office.",
    },
    proof: "channel-recorded",
  },
  {
    id: "B6",
    section: listening,
    text: {
      nl: "De office manager schrijft de klacht op met een formulier.",
      en: "The office manager writes the complaint down on a form.",
    },
    proof: "registration-completed",
  },
  {
    id: "B7",
    section: listening,
    text: {
      nl: "De office manager beoordeelt de klacht en lost hem zelf op als dat kan.",
      en: "The office manager assesses the complaint and solves it herself when she can.",
    },
    proof: "assessed-by-intake",
  },
  {
    id: "B8",
    section: listening,
    text: {
      nl: "Kan dat niet, dan vraagt zij raad aan de projectmanager of de directeur.",
      en: "When she cannot, she asks the project manager or the director for advice.",
    },
    proof: "consulted",
  },
  {
    id: "B9",
    section: listening,
    text: {
      nl: "De klager heeft binnen 24 uur een schriftelijk bericht dat de klacht er is.",
      en: "Within 24 hours the complainant has it in writing that we have the complaint.",
    },
    proof: "receipt-in-time",
  },
  {
    id: "B10",
    section: listening,
    text: {
      nl: "De klacht staat op het overzicht van alle klachten.",
      en: "The complaint stands in the overview of all complaints.",
    },
    proof: "registered",
  },
  {
    id: "B11",
    section: registering,
    text: {
      nl: "Van elke klacht leggen we dezelfde gegevens vast.",
      en: "We record the same things of every complaint.",
    },
    proof: "registration-completed",
  },
  {
    id: "B12",
    section: registering,
    text: {
      nl: "Er is toezicht op of de klacht goed is behandeld.",
      en: "There is oversight of whether the complaint was handled as it should.",
    },
    proof: "all-duties-shown",
  },
  {
    id: "B13",
    section: registering,
    text: {
      nl: "De office manager maakt de registratie af.",
      en: "The office manager completes the registration.",
    },
    proof: "registration-completed",
  },
  {
    id: "B14",
    section: registering,
    text: {
      nl: "Elke collega die een klacht krijgt, geeft hem door, ook als hij van binnen komt.",
      en: "Any colleague who receives a complaint passes it on, also when it comes from inside.",
    },
    proof: "passed-on-by-colleague",
  },
  {
    id: "B15",
    section: registering,
    text: {
      nl: "De betrokken medewerker, de projectleider en de projectmanager krijgen een kopie.",
      en: "The person concerned, the project leader and the project manager get a copy.",
    },
    proof: "copies-sent",
  },
  {
    id: "B16",
    section: registering,
    text: {
      nl: "De klacht heeft altijd één eigenaar, en dat is de projectmanager.",
      en: "The complaint always has one owner, and that is the project manager.",
    },
    proof: "owner-assigned",
  },
  {
    id: "B17",
    section: registering,
    text: {
      nl: "De eigenaar let op de voortgang en staat in voor de afhandeling.",
      en: "The owner watches over progress and answers for how it ends.",
    },
    proof: "owner-guarded",
  },
  {
    id: "B18",
    section: solving,
    text: {
      nl: "We zoeken een oplossing waarmee iedereen tevreden is.",
      en: "We look for a solution that everybody is content with.",
    },
    proof: "solution-put-to-both",
  },
  {
    id: "B19",
    section: solving,
    text: {
      nl: "Een ernstige klacht, of een met een claim, gaat met spoed naar de directeur.",
      en: "A serious complaint, or one with a claim, goes to the director at once.",
    },
    proof: "urgent-with-director",
  },
  {
    id: "B20",
    section: solving,
    text: {
      nl: "Binnen een week heeft iemand de klager zelf gemaild of gebeld.",
      en: "Within a week somebody has mailed or called the complainant in person.",
    },
    proof: "response-in-time",
  },
  {
    id: "B21",
    section: solving,
    text: {
      nl: "Binnen een maand is de klacht opgelost.",
      en: "Within a month the complaint is solved.",
    },
    proof: "decision-in-time",
  },
  {
    id: "B22",
    section: solving,
    text: {
      nl: "Duurt het langer, dan hoort de klager dat op tijd, met een nieuwe datum.",
      en: "When it takes longer, the complainant is told in time, with a new date.",
    },
    proof: "delay-announced",
  },
  {
    id: "B23",
    section: solving,
    text: {
      nl: "De projectmanager vraagt de betrokkenen wat er is gebeurd en zet het op een rij.",
      en: "The project manager asks those involved what happened and sets it out.",
    },
    proof: "respondent-approached",
  },
  {
    id: "B24",
    section: solving,
    text: {
      nl: "Is er meer nodig, dan vraagt de projectmanager dat aan de klager.",
      en: "When more is needed, the project manager asks the complainant for it.",
    },
    proof: "complainant-asked-more",
  },
  {
    id: "B25",
    section: feedback,
    text: {
      nl: "Is de klacht terecht, dan spreekt de projectmanager de betrokkenen erop aan.",
      en: "When the complaint is founded, the project manager takes it up with those involved.",
    },
    proof: "respondent-addressed",
  },
  {
    id: "B26",
    section: feedback,
    text: {
      nl: "De projectmanager bepaalt wat er nodig is zodat het niet weer gebeurt.",
      en: "The project manager decides what is needed so that it does not happen again.",
    },
    proof: "conditions-set",
  },
  {
    id: "B27",
    section: feedback,
    text: {
      nl: "De office manager schrijft de uitkomst aan de klager en de projectmanager keurt die brief goed.",
      en: "The office manager writes the outcome to the complainant and the project manager approves that letter.",
    },
    proof: "outcome-written-and-approved",
  },
  {
    id: "B28",
    section: feedback,
    text: {
      nl: "Ook de opdrachtgever en de collega's horen wat eruit kwam.",
      en: "The client and the colleagues hear what came of it too.",
    },
    proof: "outcome-told",
  },
  {
    id: "B29",
    section: feedback,
    text: {
      nl: "Lukt het niet, dan zoeken we iemand van buiten met wie beide kanten het eens zijn.",
      en: "When that fails, we look for an outsider on whom both sides agree.",
    },
    proof: "independent-person",
  },
  {
    id: "B30",
    section: analysing,
    text: {
      nl: "Elke klacht krijgt een categorie.",
      en: "Every complaint gets a category.",
    },
    proof: "category-recorded",
  },
  {
    id: "B31",
    section: analysing,
    text: {
      nl: "De projectmanager ziet waar het vaker misgaat.",
      en: "The project manager sees where things go wrong more often.",
    },
    proof: "organisation",
  },
  {
    id: "B32",
    section: analysing,
    text: {
      nl: "We kijken naar de oorzaak en niet alleen naar wat er misging.",
      en: "We look at the cause and not only at what went wrong.",
    },
    proof: "cause-recorded",
  },
  {
    id: "B33",
    section: analysing,
    text: {
      nl: "De office manager levert de cijfers en de projectmanager staat ervoor in.",
      en: "The office manager supplies the figures and the project manager answers for them.",
    },
    proof: "organisation",
  },
  {
    id: "B34",
    section: learning,
    text: {
      nl: "De projectmanager vertelt de directeur wat alle klachten samen laten zien.",
      en: "The project manager tells the director what all complaints together show.",
    },
    proof: "organisation",
  },
  {
    id: "B35",
    section: learning,
    text: {
      nl: "Na afloop vragen we de klager hoe tevreden hij of zij is.",
      en: "Afterwards we ask how satisfied the complainant is.",
    },
    proof: "satisfaction-asked",
  },
  {
    id: "B36",
    section: improving,
    text: {
      nl: "Komt hetzelfde vaker voor, dan valt dat op.",
      en: "When the same thing happens more often, it is noticed.",
    },
    proof: "organisation",
  },
  {
    id: "B37",
    section: improving,
    text: {
      nl: "De projectmanager stelt verbeteringen voor die uit klachten volgen.",
      en: "The project manager proposes improvements that follow from complaints.",
    },
    proof: "measure-owned",
  },
  {
    id: "B38",
    section: improving,
    text: {
      nl: "Schiet een trainer of deskundige tekort, dan nemen we meteen een maatregel.",
      en: "When a trainer or expert falls short, we take a measure at once.",
    },
    proof: "measures-for-respondent",
  },
];
