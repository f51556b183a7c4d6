import { z } from "zod";
import type { Text } from "../text.ts";
import { readPeople } from "./people-lines.ts";
import type { Control, Option } from "./task-kind.ts";

const longest = { line: 300, paragraph: 20_000, email: 254 } as const;

/** Asked for where a choice is missing or was not on the list. */
export const chooseOne: Text = { nl: "Kies een van de mogelijkheden.", en: "Choose one of the options." };
const chooseListed: Text = { nl: "Kies alleen uit deze lijst.", en: "Choose from this list only." };
const comingOnly: Text = { nl: "Kies vandaag of een latere datum.", en: "Choose today or a later date." };
const pastOnly: Text = { nl: "Kies vandaag of een eerdere datum.", en: "Choose today or an earlier date." };
const notADate: Text = {
  nl: "Vul een datum in, bijvoorbeeld 2026-03-31.",
  en: "Enter a date, for example 2026-03-31.",
};
const notAnAddress: Text = {
  nl: "Vul een mailadres in, zoals naam@voorbeeld.nl.",
  en: "Enter a mail address, such as name@example.com.",
};
const tooLong = (limit: number): Text => ({
  nl: `Dit is te lang. Gebruik hoogstens ${limit} tekens.`,
  en: `This is too long. Use ${limit} characters at most.`,
});

/** A value as it is kept, or why it cannot be taken. */
export type ReadValue = { readonly value: string } | { readonly problem: Text };

/** Reads what was filled in; `today` is a local day, `options` are those of a choice. */
export function readValue(control: Control, filledIn: string, options: readonly Option[], today: string): ReadValue {
  switch (control.type) {
    case "line":
    case "paragraph":
      return filledIn.length > longest[control.type]
        ? { problem: tooLong(longest[control.type]) }
        : { value: filledIn };
    case "email":
      return filledIn.length <= longest.email && z.email().safeParse(filledIn).success
        ? { value: filledIn }
        : { problem: notAnAddress };
    case "date":
      if (!z.iso.date().safeParse(filledIn).success) return { problem: notADate };
      if (control.when === "coming" && filledIn < today) return { problem: comingOnly };
      return control.when === "past" && filledIn > today ? { problem: pastOnly } : { value: filledIn };
    case "choice":
      return options.some(({ id }) => id === filledIn) ? { value: filledIn } : { problem: chooseOne };
    case "several": {
      const chosen = new Set(filledIn.split(",").map((id) => id.trim()));
      chosen.delete("");
      const listed = options.filter(({ id }) => chosen.has(id)).map(({ id }) => id);
      return listed.length > 0 && listed.length === chosen.size
        ? { value: listed.join(",") }
        : { problem: chooseListed };
    }
    case "people":
      return readPeople(filledIn, control);
  }
}
