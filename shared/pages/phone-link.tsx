import type { Procedure } from "../domain/procedure.ts";

/** The house's phone number, to be tapped. */
export function PhoneLink({ procedure }: { readonly procedure: Procedure }) {
  const { phone } = procedure.house;
  return (
    <a class="utrecht-link utrecht-link--html-a nowrap" href={`tel:${phone.replace(/[^+\d]/g, "")}`}>
      {phone}
    </a>
  );
}
