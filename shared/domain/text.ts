import { z } from "zod";

/** The languages of everything a person reads. */
export const languages = ["nl", "en"] as const;
export type Language = (typeof languages)[number];
export const language = z.enum(languages);

/** The same words in every language. */
export const text = z.object({ nl: z.string().min(1), en: z.string().min(1) }).readonly();
export type Text = z.infer<typeof text>;
