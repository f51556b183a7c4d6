/** Some could not be done this time; each was tried. The next round tries again. The message has names of errors only. */
export class RoundIncomplete extends Error {
  override readonly name = "RoundIncomplete";
}

/** The name of an error without its words, which may be about people. */
export function whatFailed(error: unknown): string {
  if (error instanceof RoundIncomplete) return error.message;
  return error instanceof Error ? error.name : "unknown";
}

/** Does the same with every file, or whatever else; one that fails does not stop the others. @throws {RoundIncomplete} */
export async function eachFile<File = string>(
  files: AsyncIterable<File> | Iterable<File>,
  act: (file: File) => Promise<void>,
): Promise<void> {
  const failed: string[] = [];
  for await (const file of files) {
    try {
      await act(file);
    } catch (error) {
      failed.push(whatFailed(error));
    }
  }
  if (failed.length > 0) throw new RoundIncomplete(failed.join(", "));
}
