import { isForThePersonAtTheKeyboard } from "./for-the-keyboard.ts";
import { CannotStart } from "./settings.ts";

// The functions log for CloudWatch; somebody at a keyboard wants to see the timeline.
process.env["POWERTOOLS_LOG_LEVEL"] ??= "CRITICAL";

try {
  await main(process.argv.slice(2));
} catch (error) {
  if (!isForThePersonAtTheKeyboard(error)) throw error;
  console.error(error.message);
  process.exit(1);
}

/** Loads the rest only now, so that a mistake in a procedure file is told as one and not as a crash. */
async function main(argv: readonly string[]): Promise<void> {
  const { procedures } = await import("../procedures/all.ts");
  const { rehearsalSettingsOf, usage } = await import("./rehearsal/settings.ts");
  const settings = rehearsalSettingsOf(
    argv,
    procedures.map(({ id }) => id),
  );
  if (settings === "help") {
    console.log(usage);
    return;
  }
  const { findProcedure } = await import("./rehearsal/procedure-file.ts");
  const { rehearse } = await import("./rehearsal/rehearsal.ts");
  const { startMoment } = await import("./rehearsal/start-moment.ts");
  const { timeline } = await import("./rehearsal/timeline.ts");

  // npm runs scripts in the folder of the package; a path is meant from where somebody typed it.
  const procedure = await findProcedure(settings.procedure, procedures, process.env["INIT_CWD"] ?? process.cwd());
  const { language = procedure.house.language, answers: pace } = settings;
  if (!procedure.house.languages.includes(language)) {
    throw new CannotStart(`${procedure.house.name} does not write --language ${language}.`);
  }
  const startsAt = startMoment(settings.on, new Date().toISOString(), procedure);
  const rehearsed = await rehearse({ procedure, pace, language, startsAt });
  console.log(timeline(rehearsed, { procedure, pace, language }));
  if (rehearsed.ending === "stuck") process.exitCode = 1;
}
