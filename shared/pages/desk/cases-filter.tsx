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

type Order = NonNullable<CaseFilters["order"]>;
const orders = ["urgent", "newest", "oldest"] as const satisfies readonly Order[];
const orderNames: { readonly [One in Order]: Text } = {
  urgent: { nl: "Dringendste eerst", en: "Most urgent first" },
  newest: { nl: "Nieuwste eerst", en: "Newest first" },
  oldest: { nl: "Oudste eerst", en: "Oldest first" },
};

/** The order in which they stand there: what is open by its hurry, unless it is of one kind or was searched for; what is closed has none. */
function orderOf({ show, mine, category, channel, order, q }: CaseFilters): Order {
  if (q !== "") return order ?? "newest";
  const unhurried = show === "closed" || show === "all";
  if (unhurried) return order === "oldest" ? "oldest" : "newest";
  if (mine === "1") return order ?? "urgent";
  if (show === "late") return "urgent";
  return order ?? (category === undefined && channel === undefined ? "urgent" : "newest");
}

interface CasesFilterProps extends CaseFilters {
  readonly procedure: Procedure;
  readonly language: Language;
  readonly action: string;
}

/** The filters and the search of the overview, as a form that is sent as an address: it can be kept and shared. */
export function CasesFilter(props: CasesFilterProps) {
  const { show, mine, category, channel, q, procedure, language, action } = props;
  const say = speaking(language);
  const usual = orderOf({ ...props, order: undefined });
  const sent = (order: Order) => (order === usual ? "" : order);
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
        value={sent(orderOf(props))}
        // The usual order is sent as none, so that a search from here has its own.
        options={orders.map((id) => ({ id: sent(id), label: say(orderNames[id]) }))}
      />
      <button class="utrecht-button utrecht-button--primary-action utrecht-button--html-button" type="submit">
        {say({ nl: "Laat zien", en: "Show" })}
      </button>
    </form>
  );
}
