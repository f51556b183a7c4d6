const RFC3339 =
  /^(?<year>\d{4})-(?<month>\d{2})-(?<day>\d{2})T(?<time>([01]\d|2[0-3]):[0-5]\d:[0-5]\d)(?:\.(?<fraction>\d{1,9}))?(?<zone>Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/;

/**
 * Epoch milliseconds of an ISO 8601 timestamp with capital `T` and an offset or `Z` (States Language, "Timestamps"), or
 * undefined. Fractions finer than a millisecond are cut off.
 */
export function parseTimestamp(text: string): number | undefined {
  const match = RFC3339.exec(text);
  if (match?.groups === undefined) return undefined;
  const { year, month, day, time, fraction, zone } = match.groups;
  const milliseconds = (fraction ?? "").padEnd(3, "0").slice(0, 3);
  const instant = Date.parse(`${year}-${month}-${day}T${time}.${milliseconds}${zone}`);
  // Date.parse takes 30 February for 2 March.
  const daysInMonth = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate();
  return Number.isNaN(instant) || Number(day) > daysInMonth ? undefined : instant;
}
