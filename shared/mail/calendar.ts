import { manyLines, oneLine } from "./plain-text.ts";

/** Far more than an invitation has. */
const SCANNED = 100_000;

/**
 * An invitation (RFC 5545) as lines a person can read: what, when, where, by whom, and its words. Times as the calendar
 * gives them, with the name of their zone; nothing when there is no event in it.
 */
export function calendarToText(bytes: Uint8Array): string {
  const whole = new TextDecoder().decode(bytes.subarray(0, SCANNED)).replace(/\r?\n[ \t]/gu, "");
  const lines = whole.split(/\r?\n/u);
  const start = lines.findIndex((line) => /^BEGIN:(VEVENT|VTODO)\s*$/iu.test(line));
  if (start < 0) return "";
  const end = lines.findIndex((line, index) => index > start && /^(BEGIN|END):/iu.test(line));
  const event = lines.slice(start + 1, end < 0 ? lines.length : end).map(property);
  const of = (name: string) => event.find((one) => one.name === name);
  const [when, until] = [moment(of("DTSTART")), moment(of("DTEND"))];
  const organiser = oneLine(of("ORGANIZER")?.value.replace(/^mailto:/iu, "") ?? "", 200);
  const facts = [
    oneLine(of("SUMMARY")?.value ?? "", 300),
    [when, until].filter((time) => time !== "").join(" – "),
    oneLine(of("LOCATION")?.value ?? "", 300),
    organiser,
  ].filter((line) => line !== "");
  const words = manyLines(of("DESCRIPTION")?.value ?? "", 20_000).trim();
  return [facts.join("\n"), words].filter((part) => part !== "").join("\n\n");
}

interface Property {
  readonly name: string;
  readonly parameters: string;
  readonly value: string;
}

function property(line: string): Property {
  const [, name = "", parameters = "", value = ""] =
    /^([A-Za-z-]{1,40})((?:;[^:"]{0,500}(?:"[^"]{0,500}")?){0,20}):(.*)$/su.exec(line.slice(0, 25_000)) ?? [];
  const words = value.replace(/\\([nN,;\\])/gu, (_, sign: string) => (sign.toLowerCase() === "n" ? "\n" : sign));
  return { name: name.toUpperCase(), parameters, value: words };
}

/** `20260112T100000` as `2026-01-12 10:00`, with its zone. */
function moment(found: Property | undefined): string {
  const parts = /^(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)\d\d(Z?))?/u.exec(found?.value ?? "");
  if (parts === null) return "";
  const [, year, month, day, hours, minutes, utc] = parts;
  const zone = utc === "Z" ? "UTC" : oneLine(/;TZID="?([^";:]{1,60})/iu.exec(found?.parameters ?? "")?.[1] ?? "", 60);
  const time = hours === undefined ? "" : ` ${hours}:${minutes}${zone === "" ? "" : ` (${zone})`}`;
  return `${year}-${month}-${day}${time}`;
}
