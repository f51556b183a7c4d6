import type { Channel } from "../../domain/events.ts";
import type { Procedure } from "../../domain/procedure.ts";
import type { Language, Text } from "../../domain/text.ts";
import { speaking } from "../../letters/wording/say.ts";
import { inputId } from "../field-ids.ts";
import { Select } from "./select.tsx";

/** What the overview is narrowed to. */
export interface CaseFilters {
  readonly show: "open" | "late" | "closed" | "all";
  readonly mine?: "1" | undefined;
  readonly category?: string | undefined;
  readonly channel?: Channel | undefined;
  readonly order?: "urgent" | "newest" | "oldest" | undefined;
  /** What was searched for; empty for nothing. */
  readonly q: string;
}

export const channelNames: { readonly [One in Channel]: Text } = {
  email: { nl: "E-mail", en: "E-mail" },
  web: { nl: "Website", en: "Website" },
  phone: { nl: "Telefoon", en: "Phone" },
  counter: { nl: "Gesprek", en: "In person" },
  letter: { nl: "Brief", en: "Letter" },
};

interface CasesFilterProps extends CaseFilters {
  readonly procedure: Procedure;
  readonly language: Language;
  readonly action: string;
}

/** The filters and the search of the overview, as a form that is sent as an address: it can be kept and shared. */
export function CasesFilter(props: CasesFilterProps) {
  const { show, mine, category, channel, order, q, procedure, language, action } = props;
  const say = speaking(language);
  const all = { id: "", label: say({ nl: "Alle", en: "All" }) };
  return (
    <form class="filters" method="get" action={action}>
      <input type="hidden" name="lang" value={language} />
      <div class="utrecht-form-field filters__wide">
        <label class="utrecht-form-label utrecht-form-field__label" for={inputId("q")}>
          {say({ nl: "Zoek op naam, nummer of woord", en: "Search by name, number or word" })}
        </label>
        <input
          class="utrecht-textbox utrecht-textbox--html-input"
          type="search"
          id={inputId("q")}
          name="q"
          value={q}
          autocomplete="off"
        />
      </div>
      <Select
        name="show"
        label={say({ nl: "Welke klachten", en: "Which complaints" })}
        value={show}
        options={[
          { id: "open", label: say({ nl: "In behandeling", en: "In progress" }) },
          { id: "late", label: say({ nl: "Te laat", en: "Late" }) },
          { id: "closed", label: say({ nl: "Gesloten", en: "Closed" }) },
          { id: "all", label: say({ nl: "Alle", en: "All" }) },
        ]}
      />
      <Select
        name="mine"
        label={say({ nl: "Van wie", en: "Whose" })}
        value={mine}
        options={[
          { id: "", label: say({ nl: "Van iedereen", en: "Everybody's" }) },
          { id: "1", label: say({ nl: "Ik ben eigenaar", en: "I am the owner" }) },
        ]}
      />
      <Select
        name="category"
        label={say({ nl: "Soort", en: "Kind" })}
        value={category}
        options={[all, ...procedure.categories.map(({ id, label }) => ({ id, label: say(label) }))]}
      />
      <Select
        name="channel"
        label={say({ nl: "Kwam binnen per", en: "Came in by" })}
        value={channel}
        options={[
          all,
          ...(["email", "web", "phone", "counter", "letter"] as const).map((id) => ({
            id,
            label: say(channelNames[id]),
          })),
        ]}
      />
      <Select
        name="order"
        label={say({ nl: "Volgorde", en: "Order" })}
        value={order}
        options={[
          { id: "", label: say({ nl: "Gewoon", en: "Usual" }) },
          { id: "urgent", label: say({ nl: "Eerst wat haast heeft", en: "Most urgent first" }) },
          { id: "newest", label: say({ nl: "Nieuwste eerst", en: "Newest first" }) },
          { id: "oldest", label: say({ nl: "Oudste eerst", en: "Oldest first" }) },
        ]}
      />
      <button class="utrecht-button utrecht-button--primary-action utrecht-button--html-button" type="submit">
        {say({ nl: "Laat zien", en: "Show" })}
      </button>
    </form>
  );
}
