import { speaking } from "../letters/wording/say.ts";
import type { Asked } from "./field-asked.tsx";
import { mailId } from "./field-ids.ts";

interface FromMailProps {
  readonly name: string;
  readonly asked: Asked;
}

/** Marks what a machine took from a mail: whoever confirms it has to look at it. */
export function FromMail({ name, asked: { fromMail, language } }: FromMailProps) {
  if (fromMail?.has(name) !== true) return null;
  return (
    <p class="from-mail" id={mailId(name)}>
      {speaking(language)({ nl: "Uit uw mail: controleer dit.", en: "From your mail: check this." })}
    </p>
  );
}
