import { inputId } from "../field-ids.ts";

interface SelectProps {
  readonly name: string;
  readonly label: string;
  readonly options: readonly { readonly id: string; readonly label: string }[];
  readonly value: string | undefined;
}

/** One out of many, for filters: short, and it works without scripts. */
export function Select({ name, label, options, value = "" }: SelectProps) {
  return (
    <div class="utrecht-form-field">
      <label class="utrecht-form-label utrecht-form-field__label" for={inputId(name)}>
        {label}
      </label>
      <select class="select" id={inputId(name)} name={name}>
        {options.map((one) => (
          <option value={one.id} selected={one.id === value}>
            {one.label}
          </option>
        ))}
      </select>
    </div>
  );
}
