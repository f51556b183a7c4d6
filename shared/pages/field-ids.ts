/** The id of an input: of the field itself, or of one of its options. */
export function inputId(name: string, option?: string): string {
  return option === undefined ? `field-${name}` : `field-${name}-${option}`;
}

/** The ids of what is written near a field. */
export const hintId = (name: string) => `hint-${name}`;
export const mailId = (name: string) => `mail-${name}`;
export const problemId = (name: string) => `problem-${name}`;
export const onlyWithId = (name: string) => `only-${name}`;
export const optionHintId = (name: string, option: string) => `hint-${name}-${option}`;
export const aboutId = (name: string) => `about-${name}`;
