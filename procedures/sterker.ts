import type { ProcedureFile } from "../shared/domain/procedure.ts";
import { netherlands } from "./netherlands.ts";

/**
 * Complaints about the courses of Sterker's training house. The written procedure sets no terms; each term here is
 * a house default, as pages and letters say.
 */
export const sterker: ProcedureFile = {
  id: "sterker",
  version: 1,
  house: {
    name: "Sterker Leerhuis",
    complaintsAddress: "klachten@sterker.example",
    numberPrefix: "ST",
    language: "nl",
    website: "https://www.sterker.example/over-ons/klachten-opleiding",
    phone: "024 555 01 10",
    afterwards: {
      nl: "Bent u het niet eens met de uitkomst? Bel of mail ons dan. Komen we er samen niet uit, dan kunt u zich melden bij de bestuurder van Sterker.",
      en: "Do you disagree with the outcome? Please call or mail us. If we cannot work it out together, you can turn to the executive director of Sterker.",
    },
  },
  people: [
    { id: "yasmina", name: "Yasmina el Khatib", email: "yasmina.elkhatib@sterker.example" },
    { id: "pieter", name: "Pieter Hendriks", email: "pieter.hendriks@sterker.example" },
    { id: "marloes", name: "Marloes van Dijk", email: "marloes.vandijk@sterker.example" },
    { id: "henk", name: "Henk Wolters", email: "henk.wolters@sterker.example" },
  ],
  roles: [
    {
      id: "manager-io",
      title: { nl: "manager Innovatie en Ontwikkeling", en: "manager Innovation and Development" },
      holder: "yasmina",
      deputy: "pieter",
      above: "director",
    },
    {
      id: "policy-adviser",
      title: { nl: "beleidsmedewerker Sociaal Werk", en: "policy adviser Social Work" },
      holder: "marloes",
      deputy: "pieter",
      above: "manager-io",
    },
    {
      id: "director",
      title: { nl: "bestuurder", en: "executive director" },
      holder: "henk",
      deputy: "pieter",
    },
  ],
  responsibilities: {
    intake: "manager-io",
    owner: "manager-io",
    writer: "manager-io",
    learning: "policy-adviser",
    director: "director",
  },
  clocks: [
    {
      id: "receipt",
      duty: "house",
      basis: "house-default",
      period: { amount: 24, unit: "hours" },
      warnings: [{ tell: ["owner"] }],
    },
    {
      id: "response",
      duty: "house",
      basis: "house-default",
      period: { amount: 1, unit: "weeks" },
      warnings: [{ before: { amount: 1, unit: "working-days" }, tell: ["owner"] }, { tell: ["owner"] }],
    },
    {
      id: "decision",
      duty: "house",
      basis: "house-default",
      period: { amount: 1, unit: "months" },
      warnings: [{ before: { amount: 5, unit: "working-days" }, tell: ["owner"] }, { tell: ["owner", "director"] }],
    },
  ],
  tasks: {
    assess: { within: { amount: 2, unit: "working-days" }, duty: "A12", basis: "house-default" },
    "establish-facts": { within: { amount: 10, unit: "working-days" }, duty: "A16", basis: "house-default" },
    "give-judgment": { within: { amount: 5, unit: "working-days" }, duty: "A22", basis: "house-default" },
    "write-outcome": { within: { amount: 3, unit: "working-days" }, duty: "A18", basis: "house-default" },
    "draw-lessons": { within: { amount: 10, unit: "working-days" }, duty: "A24", basis: "house-default" },
  },
  branches: { handling: "judgment" },
  categories: [
    { id: "trainer", label: { nl: "Houding of gedrag van de trainer", en: "Attitude or conduct of the trainer" } },
    { id: "content", label: { nl: "Inhoud van de training", en: "Content of the training" } },
    { id: "assessment", label: { nl: "Beoordeling of certificaat", en: "Assessment or certificate" } },
    { id: "organisation", label: { nl: "Organisatie en planning", en: "Organisation and planning" } },
    { id: "line-manager", label: { nl: "Leidinggevende", en: "Line manager" } },
    { id: "other", label: { nl: "Iets anders", en: "Something else" } },
  ],
  causes: [
    {
      id: "agreements",
      label: { nl: "Onduidelijke afspraken of verwachtingen", en: "Unclear agreements or expectations" },
    },
    { id: "skills", label: { nl: "Kennis of vaardigheden schoten tekort", en: "Knowledge or skills fell short" } },
    {
      id: "conduct",
      label: { nl: "Iemand hield zich niet aan de omgangsregels", en: "Somebody did not keep to the rules of conduct" },
    },
    { id: "planning", label: { nl: "Planning of bezetting", en: "Planning or staffing" } },
    { id: "material", label: { nl: "Lesmateriaal of systeem", en: "Course material or system" } },
    { id: "process", label: { nl: "De werkwijze klopte niet", en: "The way of working was wrong" } },
    { id: "none", label: { nl: "Geen oorzaak bij ons gevonden", en: "No cause found on our side" } },
  ],
  calendar: netherlands,
};
