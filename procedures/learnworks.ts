import type { ProcedureFile } from "../shared/domain/procedure.ts";
import { netherlands } from "./netherlands.ts";

/** Complaints at the training provider Learnworks, from clients, course participants and its own people. */
export const learnworks: ProcedureFile = {
  id: "learnworks",
  version: 1,
  house: {
    name: "Learnworks",
    complaintsAddress: "klachten@learnworks.example",
    numberPrefix: "LW",
    language: "nl",
    website: "https://www.learnworks.example/klachten",
    phone: "030 555 02 20",
    afterwards: {
      nl: "Bent u niet tevreden met deze uitkomst? Laat het ons weten. Dan zoeken we samen een onafhankelijke persoon die meekijkt.",
      en: "Are you not satisfied with this outcome? Let us know. Then we look together for an independent person to take a fresh look.",
    },
  },
  people: [
    { id: "ingrid", name: "Ingrid Bakker", email: "ingrid.bakker@learnworks.example" },
    { id: "joost", name: "Joost Vermeulen", email: "joost.vermeulen@learnworks.example" },
    { id: "farah", name: "Farah Amrani", email: "farah.amrani@learnworks.example" },
    { id: "wim", name: "Wim de Graaf", email: "wim.degraaf@learnworks.example" },
  ],
  roles: [
    {
      id: "office-manager",
      title: { nl: "office manager", en: "office manager" },
      holder: "ingrid",
      deputy: "joost",
      above: "project-manager",
    },
    {
      id: "project-leader",
      title: { nl: "projectleider", en: "project leader" },
      holder: "joost",
      deputy: "ingrid",
      above: "project-manager",
    },
    {
      id: "project-manager",
      title: { nl: "projectmanager", en: "project manager" },
      holder: "farah",
      deputy: "joost",
      above: "director",
    },
    { id: "director", title: { nl: "directeur", en: "director" }, holder: "wim", deputy: "farah" },
  ],
  responsibilities: {
    intake: "office-manager",
    owner: "project-manager",
    writer: "office-manager",
    learning: "project-manager",
    director: "director",
  },
  clocks: [
    {
      id: "receipt",
      duty: "B9",
      basis: "procedure",
      period: { amount: 24, unit: "hours" },
      warnings: [{ tell: ["owner"] }],
    },
    {
      id: "response",
      duty: "B20",
      basis: "procedure",
      period: { amount: 1, unit: "weeks" },
      warnings: [{ before: { amount: 1, unit: "working-days" }, tell: ["owner"] }, { tell: ["owner"] }],
    },
    {
      id: "decision",
      duty: "B21",
      basis: "procedure",
      period: { amount: 1, unit: "months" },
      warnings: [{ before: { amount: 5, unit: "working-days" }, tell: ["owner"] }, { tell: ["owner", "director"] }],
    },
  ],
  tasks: {
    assess: { within: { amount: 2, unit: "working-days" }, duty: "B7", basis: "house-default" },
    "establish-facts": { within: { amount: 10, unit: "working-days" }, duty: "B23", basis: "house-default" },
    solve: { within: { amount: 5, unit: "working-days" }, duty: "B18", basis: "house-default" },
    "write-outcome": { within: { amount: 3, unit: "working-days" }, duty: "B27", basis: "house-default" },
    "draw-lessons": { within: { amount: 10, unit: "working-days" }, duty: "B1", basis: "house-default" },
  },
  branches: { handling: "solution" },
  categories: [
    { id: "trainer", label: { nl: "Trainer of deskundige", en: "Trainer or expert" } },
    { id: "content", label: { nl: "Inhoud of niveau", en: "Content or level" } },
    { id: "materials", label: { nl: "Lesmateriaal", en: "Course material" } },
    { id: "location", label: { nl: "Locatie of catering", en: "Venue or catering" } },
    { id: "planning", label: { nl: "Planning en bereikbaarheid", en: "Planning and availability" } },
    { id: "invoice", label: { nl: "Factuur of contract", en: "Invoice or contract" } },
    { id: "other", label: { nl: "Iets anders", en: "Something else" } },
  ],
  causes: [
    {
      id: "agreements",
      label: { nl: "Onduidelijke afspraken of verwachtingen", en: "Unclear agreements or expectations" },
    },
    { id: "preparation", label: { nl: "Te weinig voorbereiding", en: "Too little preparation" } },
    { id: "skills", label: { nl: "Kennis of vaardigheden schoten tekort", en: "Knowledge or skills fell short" } },
    {
      id: "conduct",
      label: { nl: "Iemand hield zich niet aan de omgangsregels", en: "Somebody did not keep to the rules of conduct" },
    },
    { id: "planning", label: { nl: "Planning of bezetting", en: "Planning or staffing" } },
    { id: "supplier", label: { nl: "Een leverancier of locatie", en: "A supplier or venue" } },
    { id: "process", label: { nl: "De werkwijze klopte niet", en: "The way of working was wrong" } },
    { id: "none", label: { nl: "Geen oorzaak bij ons gevonden", en: "No cause found on our side" } },
  ],
  calendar: netherlands,
};
