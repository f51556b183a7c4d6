import { isForThePersonAtTheKeyboard } from "./for-the-keyboard.ts";
import type { MailServer } from "./relay/mail-server.ts";
import { type Settings, settingsOf, usage } from "./settings.ts";

// The functions log for CloudWatch; somebody at a keyboard wants to see the few lines below.
process.env["POWERTOOLS_LOG_LEVEL"] ??= "CRITICAL";

try {
  const settings = settingsOf(process.argv.slice(2), process.env);
  if (settings === "help") console.log(usage);
  else await start(settings);
} catch (error) {
  if (!isForThePersonAtTheKeyboard(error)) throw error;
  console.error(error.message);
  process.exit(1);
}

/** Loads the rest only now, so that a mistake in a procedure file is told as one and not as a crash. */
async function start(settings: Settings): Promise<void> {
  const { procedures } = await import("../procedures/all.ts");
  const { startEdition } = await import("./edition.ts");
  const edition = await startEdition(settings);
  const addresses = procedures.map(({ house }) => house.complaintsAddress);
  console.log(welcome(edition, addresses, settings.relay));
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.once(signal, () => void edition.stop().finally(() => process.exit(0)));
  }
}

function welcome(
  { http, smtp }: { readonly http: number; readonly smtp: number },
  addresses: readonly string[],
  relay: MailServer | undefined,
): string {
  return `
Wederhoor is ready.

  Open http://127.0.0.1:${http}/mailroom: send a complaint there, follow the links in the letters, move the clock.
  Or mail it yourself, over SMTP at 127.0.0.1 port ${smtp}, to one of
${addresses.map((address) => `  ${address}`).join("\n")}
${relay === undefined ? "" : leaving(relay, smtp)}
Stop with Ctrl+C; everything is kept for the next time.
`;
}

function leaving(relay: MailServer, smtp: number): string {
  return `
  Letters leave for real, through ${relay.name}. Moving the clock mails real people everything that falls due on the way.
  Links in them open on this machine only.
  So that answers and bounces are read, have mail for the addresses above delivered to port ${smtp}.
`;
}
