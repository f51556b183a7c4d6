import type { Payload } from "./office.ts";

/** Throws what `errors` has for each call in turn, then does as `otherwise`. */
export function failing(errors: readonly Error[], otherwise: (payload: Payload) => unknown) {
  let call = 0;
  return (payload: Payload) => {
    const error = errors[call];
    call += 1;
    if (error !== undefined) throw error;
    return otherwise(payload);
  };
}
