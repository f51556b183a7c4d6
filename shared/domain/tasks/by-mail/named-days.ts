import { Temporal } from "temporal-polyfill";

/** In English last. */
const months: readonly (readonly string[])[] = [
  ["jan", "januari", "january"],
  ["feb", "februari", "february"],
  ["mrt", "mar", "maart", "march"],
  ["apr", "april"],
  ["mei", "may"],
  ["jun", "juni", "june"],
  ["jul", "juli", "july"],
  ["aug", "augustus", "august"],
  ["sep", "sept", "september"],
  ["okt", "oct", "oktober", "october"],
  ["nov", "november"],
  ["dec", "december"],
];

const weekdays: readonly (readonly string[])[] = [
  ["maandag", "monday"],
  ["dinsdag", "tuesday"],
  ["woensdag", "wednesday"],
  ["donderdag", "thursday"],
  ["vrijdag", "friday"],
  ["zaterdag", "saturday"],
  ["zondag", "sunday"],
];

/** Days from the day of the mail. */
const near: readonly { readonly said: RegExp; readonly days: number }[] = [
  {
    said: /(?<![\p{L}-])(vandaag|vanochtend|vanmorgen|vanmiddag|zojuist|zonet|today|this (?:morning|afternoon)|just now)(?![\p{L}-])/giu,
    days: 0,
  },
  { said: /(?<![\p{L}-])(gisteren|gisteravond|gistermiddag|gisterochtend|yesterday)(?![\p{L}-])/giu, days: -1 },
  { said: /(?<![\p{L}-])(eergisteren)(?![\p{L}-])/giu, days: -2 },
  { said: /(?<![\p{L}-]|goede )(morgen|tomorrow)(?![\p{L}-])/giu, days: 1 },
  { said: /(?<![\p{L}-])(overmorgen)(?![\p{L}-])/giu, days: 2 },
];

const named = months
  .flat()
  .toSorted((a, b) => b.length - a.length)
  .join("|");
const dayMonth = new RegExp(
  `(?<![\\p{L}\\p{N}])(\\d{1,2})(?:e|de|st|nd|rd|th)?(?: of)? (${named})\\.?(?:,? (\\d{4}))?(?![\\p{L}\\p{N}])`,
  "giu",
);
// Only in English the month comes first, and only its whole name: Jan is somebody, too.
const english = months.map((names) => names.at(-1) ?? "").join("|");
const monthDay = new RegExp(
  `(?<![\\p{L}\\p{N}])(${english}) (\\d{1,2})(?:st|nd|rd|th)?(?:,? (\\d{4}))?(?![\\p{L}\\p{N}:])`,
  "giu",
);
const numeric = /(?<![\p{N}./-])(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})(?![\p{N}-]|[./]\p{N})/gu;
const iso = /(?<![\p{N}./-])(\d{4})-(\d{2})-(\d{2})(?![\p{N}-])/gu;
const weekday = new RegExp(
  `(?<![\\p{L}])(afgelopen|vorige|last|komende|aanstaande|coming) (${weekdays.flat().join("|")})(?![\\p{L}])`,
  "giu",
);

/**
 * The days that somebody names in Dutch or English, as local dates, each once: `gisteren`, `afgelopen vrijdag`, `12 maart`, `12-03-2026`, `March 12`.
 * A day without a year is the one nearest to the day of the mail. Days come before months, as people write them here.
 * @param today local date on which it was written, `2026-01-05`
 */
export function namedDays(words: string, today: string): readonly string[] {
  const day = Temporal.PlainDate.from(today);
  const text = words.replace(/\s+/gu, " ");
  const found = [
    ...near.flatMap(({ said, days }) => each(said, text).map(() => day.add({ days }))),
    ...each(iso, text).map(([, year, month, of]) => dateOf(year, Number(month), of)),
    ...each(numeric, text).map(([, of, month, year]) => dateOf(year, Number(month), of)),
    ...each(dayMonth, text).map(([, of, month, year]) => nearest(day, of, monthOf(month), year)),
    ...each(monthDay, text).map(([, month, of, year]) => nearest(day, of, monthOf(month), year)),
    ...each(weekday, text).map(([, which = "", name]) => weekdayNear(day, which, name)),
  ];
  return [...new Set(found.flatMap((one) => (one === undefined ? [] : [one.toString()])))];
}

/** What is said again and again in a long mail is worked out once. */
function each(said: RegExp, text: string): readonly RegExpMatchArray[] {
  return [...new Map([...text.matchAll(said)].map((match) => [match[0].toLowerCase(), match])).values()];
}

/** `undefined` for a day that does not exist, such as 31 February. */
function dateOf(year: string | undefined, month: number, day: string | undefined): Temporal.PlainDate | undefined {
  const parts = { year: Number(year), month, day: Number(day) };
  if (month < 1 || month > 12 || parts.day < 1) return undefined;
  const date = Temporal.PlainDate.from(parts);
  return date.day === parts.day ? date : undefined;
}

function nearest(
  today: Temporal.PlainDate,
  day: string | undefined,
  month: number,
  year: string | undefined,
): Temporal.PlainDate | undefined {
  if (year !== undefined) return dateOf(year, month, day);
  const distance = (one: Temporal.PlainDate) => Math.abs(today.until(one).days);
  return [today.year - 1, today.year, today.year + 1]
    .flatMap((one) => dateOf(String(one), month, day) ?? [])
    .toSorted((a, b) => distance(a) - distance(b))[0];
}

function monthOf(name = ""): number {
  return months.findIndex((names) => names.includes(name.toLowerCase())) + 1;
}

/** The last such day before the mail, or the first one after it. */
function weekdayNear(today: Temporal.PlainDate, which: string, name = ""): Temporal.PlainDate {
  const wanted = weekdays.findIndex((names) => names.includes(name.toLowerCase())) + 1;
  const ahead = (wanted - today.dayOfWeek + 7) % 7 || 7;
  const comes = /^(komende|aanstaande|coming)$/iu.test(which);
  return today.add({ days: comes ? ahead : ahead === 7 ? -7 : ahead - 7 });
}
