import { z } from "zod";

/** The languages of everything a person reads. */
export const languages = ["nl", "en"] as const;
export type Language = (typeof languages)[number];
export const language = z.enum(languages);

/** The same words in every language. An organisation that writes English only leaves Dutch out; nobody is shown it then. */
export const text = z
  .union([
    z.object({ nl: z.string().min(1), en: z.string().min(1) }).strict(),
    z
      .object({ en: z.string().min(1) })
      .strict()
      .transform(({ en }) => ({ nl: en, en })),
  ])
  .readonly();
export type Text = z.output<typeof text>;
