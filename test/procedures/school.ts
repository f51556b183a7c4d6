import type { ProcedureFile } from "../../shared/domain/procedure.ts";

type Term = NonNullable<ProcedureFile["tasks"]["assess"]>;

/** A term that the school's own procedure sets. */
const set = (amount: number, unit: Term["within"]["unit"], duty: string): Term => ({
  within: { amount, unit },
  duty,
  basis: "procedure",
});
/** A term that the school chose for itself. */
const chosen = (amount: number, unit: Term["within"]["unit"]): Term => ({
  within: { amount, unit },
  duty: "house",
  basis: "house-default",
});

/**
 * A made-up school that writes English only, in another time zone: a committee hears both sides at a hearing and judges within six weeks. It
 * differs from the two organisations in whatever a procedure file can say.
 */
export const school: ProcedureFile = {
  id: "school",
  version: 3,
  house: {
    name: "Harbour Lane School",
    complaintsAddress: "complaints@harbourlane.example",
    numberPrefix: "HLS",
    language: "en",
    languages: ["en"],
    website: "https://www.harbourlane.example/complaints",
    phone: "020 5550 0330",
    afterwards: {
      en: "Do you disagree with the judgment? Then you can write to the board of governors of the school.",
    },
  },
  people: [
    { id: "olive", name: "Olive Marsh", email: "olive.marsh@harbourlane.example" },
    { id: "desmond", name: "Desmond Achebe", email: "desmond.achebe@harbourlane.example" },
    { id: "priya", name: "Priya Nair", email: "priya.nair@harbourlane.example" },
    {
      id: "gareth",
      name: "Gareth Pugh",
      email: "gareth.pugh@harbourlane.example",
      absences: [{ from: "2026-07-24", until: "2026-08-31" }],
    },
    { id: "helen", name: "Helen Frost", email: "helen.frost@harbourlane.example", language: "en" },
  ],
  administrator: { name: "Gwen Harper", email: "gwen.harper@harbourlane.example", language: "en" },
  roles: [
    { id: "secretary", title: { en: "committee secretary" }, holder: "olive", deputy: "desmond", above: "chair" },
    { id: "chair", title: { en: "chair of the committee" }, holder: "priya", deputy: "gareth", above: "head" },
    { id: "tutor", title: { en: "head of pastoral care" }, holder: "gareth", deputy: "olive", above: "head" },
    { id: "head", title: { en: "head teacher" }, holder: "helen", deputy: "gareth" },
  ],
  responsibilities: {
    intake: "secretary",
    owner: "chair",
    writer: "secretary",
    learning: "tutor",
    adviser: "tutor",
    director: "head",
    checker: "secretary",
    analyst: "tutor",
    improver: "chair",
  },
  clocks: [
    {
      id: "receipt",
      duty: "S2",
      basis: "procedure",
      period: { amount: 3, unit: "working-days" },
      warnings: [{ before: { amount: 1, unit: "working-days" }, tell: ["owner"] }, { tell: ["owner", "director"] }],
    },
    {
      id: "response",
      duty: "S3",
      basis: "procedure",
      period: { amount: 2, unit: "weeks" },
      warnings: [{ before: { amount: 48, unit: "hours" }, tell: ["owner"] }],
    },
    {
      id: "decision",
      duty: "S6",
      basis: "procedure",
      period: { amount: 6, unit: "weeks" },
      warnings: [
        { before: { amount: 2, unit: "weeks" }, tell: ["owner"] },
        { before: { amount: 5, unit: "working-days" }, tell: ["owner", "director"] },
        { tell: ["owner", "director"] },
      ],
    },
  ],
  tasks: {
    "complete-registration": set(1, "working-days", "S1"),
    assess: set(3, "working-days", "S1"),
    "first-response": chosen(2, "working-days"),
    "release-copy": chosen(3, "working-days"),
    statement: set(10, "working-days", "S4"),
    "reply-to-account": chosen(1, "weeks"),
    "answer-question": chosen(1, "weeks"),
    "hold-session": set(3, "weeks", "S4"),
    "establish-facts": chosen(5, "working-days"),
    "give-judgment": set(5, "working-days", "S6"),
    "write-outcome": chosen(3, "working-days"),
    "approve-outcome": chosen(2, "working-days"),
    react: chosen(3, "weeks"),
    "draw-lessons": set(1, "months", "S8"),
    "report-measure": chosen(2, "weeks"),
    "judge-effect": chosen(2, "weeks"),
    "look-into-signal": chosen(1, "weeks"),
    "look-at-mail": chosen(1, "weeks"),
    "check-overview": chosen(1, "weeks"),
    "analyse-overview": chosen(3, "weeks"),
    "go-through-measures": chosen(3, "weeks"),
    "evaluate-procedure": chosen(3, "weeks"),
    "acknowledge-review": chosen(2, "weeks"),
    "announce-delay": chosen(3, "working-days"),
    "send-by-post": chosen(2, "working-days"),
  },
  branches: {
    handling: "judgment",
    reportForm: false,
    talkFirst: false,
    advice: false,
    consult: false,
    urgent: false,
    session: true,
    mediation: false,
    confirmSolution: false,
    addressing: false,
    independent: false,
    survey: false,
  },
  copies: ["head"],
  consultable: [],
  survey: { after: { amount: 1, unit: "months" }, lowScore: 1 },
  steps: [
    { label: { en: "Complaint received" }, phases: ["intake"] },
    { label: { en: "Both sides heard" }, phases: ["analysis"] },
    { label: { en: "Judgment" }, phases: ["handling", "feedback"] },
    { label: { en: "Lessons" }, phases: ["learning"] },
  ],
  duties: [
    { id: "S1", section: { en: "1" }, text: { en: "The secretary registers every complaint." }, proof: "registered" },
    {
      id: "S2",
      section: { en: "2" },
      text: { en: "Within three school days the complainant hears that the complaint has come in." },
      proof: "receipt-in-time",
    },
    {
      id: "S3",
      section: { en: "2" },
      text: { en: "Within two weeks somebody speaks with the complainant." },
      proof: "response-in-time",
    },
    {
      id: "S4",
      section: { en: "3" },
      text: { en: "Both sides tell their story, in writing and at a hearing of the committee." },
      proof: "both-sides-heard",
    },
    {
      id: "S5",
      section: { en: "3" },
      text: { en: "Whoever is complained about gets a copy of the complaint." },
      proof: "copies-sent",
    },
    {
      id: "S6",
      section: { en: "4" },
      text: { en: "The committee judges within six weeks." },
      proof: "decision-in-time",
    },
    { id: "S7", section: { en: "4" }, text: { en: "The judgment is put in writing." }, proof: "judgment-given" },
    { id: "S8", section: { en: "5" }, text: { en: "The school learns from each complaint." }, proof: "lesson-drawn" },
    { id: "S9", section: { en: "6" }, text: { en: "The procedure hangs in the hall." }, proof: "organisation" },
  ],
  learning: {
    signals: {
      repeated: { count: 4, months: 12 },
      rise: { baselineMonths: 12, atLeast: 3 },
      late: { count: 5, months: 12 },
    },
    reviews: ["yearly"],
    retention: { after: { amount: 12, unit: "months" }, announce: { amount: 14, unit: "days" } },
  },
  categories: [
    { id: "lessons", label: { en: "Lessons" } },
    { id: "conduct", label: { en: "How somebody behaved" } },
    { id: "other", label: { en: "Something else" } },
  ],
  causes: [
    { id: "workload", label: { en: "Too much work" } },
    { id: "none", label: { en: "No cause on our side" } },
  ],
  // 2 February is a day off at this school alone.
  calendar: { timeZone: "Europe/London", holidays: ["2026-01-01", "2026-02-02", "2026-04-03", "2026-04-06"] },
};
