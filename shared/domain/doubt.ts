/** Why a machine does not decide what a mail is, worst first: a person does. */
export const doubts = [
  "virus",
  "spam",
  "forged-sender",
  "no-sender",
  "several-senders",
  "web-form",
  /** It has marks or words of a machine, but may be somebody's letter, or the other way round. */
  "perhaps-automatic",
  /** Broken beyond reading, or reading it failed again and again. */
  "unreadable",
  "empty",
  /** More mails of one sender in a day, or more answers to one address, than people send. */
  "too-many",
  /** Over 40 MB: not taken, and only how it begins is kept. */
  "too-big",
  /** A colleague saw in the intake log that it was taken for something else, and wants it looked at. */
  "asked",
] as const;
export type Doubt = (typeof doubts)[number];

/** Doubts for which nothing of the mail is shown or can be downloaded: it may do harm. */
export const isHarmful = (doubt: Doubt): boolean => doubt === "virus";
