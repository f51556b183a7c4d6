import { procedures } from "../procedures/all.ts";
import { InvalidProcedure } from "../shared/domain/procedure.ts";
import { startEdition } from "./edition.ts";
import { CannotStart, settingsOf } from "./settings.ts";

// The functions log for CloudWatch; somebody at a keyboard wants to see the few lines below.
process.env["POWERTOOLS_LOG_LEVEL"] ??= "CRITICAL";

try {
  const edition = await startEdition(settingsOf(process.argv.slice(2)));
  console.log(welcome(edition.http, edition.smtp));
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.once(signal, () => void edition.stop().finally(() => process.exit(0)));
  }
} catch (error) {
  if (!(error instanceof CannotStart || error instanceof InvalidProcedure)) throw error;
  console.error(error.message);
  process.exit(1);
}

function welcome(http: number, smtp: number): string {
  const addresses = procedures.map(({ house }) => `  ${house.complaintsAddress}`).join("\n");
  return `
Wederhoor is ready.

  Open http://127.0.0.1:${http}/mailroom: send a complaint there, follow the links in the letters, move the clock.
  Or mail it yourself, over SMTP at 127.0.0.1 port ${smtp}, to one of
${addresses}

Stop with Ctrl+C; everything is kept for the next time.
`;
}
