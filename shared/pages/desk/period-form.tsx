import type { ComponentChildren } from "preact";
import type { Language } from "../../domain/text.ts";
import { speaking } from "../../letters/wording/say.ts";
import { monthInWords } from "../overview-words.ts";
import { Select } from "./select.tsx";

export interface PeriodChosen {
  /** Local months, `2026-04`, both included. */
  readonly from: string;
  readonly until: string;
  /** Those that can be chosen, newest first. */
  readonly choices: readonly string[];
}

interface PeriodFormProps extends PeriodChosen {
  readonly language: Language;
  readonly action: string;
  /** More to choose. */
  readonly children?: ComponentChildren;
}

/** Which months, as a form that is sent as an address. */
export function PeriodForm({ from, until, choices, language, action, children }: PeriodFormProps) {
  const say = speaking(language);
  const options = choices.map((id) => ({ id, label: monthInWords(id, language) }));
  return (
    <form class="filters" method="get" action={action}>
      <input type="hidden" name="lang" value={language} />
      <Select name="from" label={say({ nl: "Van", en: "From" })} value={from} options={options} />
      <Select
        name="until"
        label={say({ nl: "Tot en met", en: "Up to and including" })}
        value={until}
        options={options}
      />
      {children}
      <button class="utrecht-button utrecht-button--primary-action utrecht-button--html-button" type="submit">
        {say({ nl: "Laat zien", en: "Show" })}
      </button>
    </form>
  );
}
