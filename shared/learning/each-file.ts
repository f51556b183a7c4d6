/** Some files could not be done this time; each was tried. The next round tries again. */
export class RoundIncomplete extends Error {
  override readonly name = "RoundIncomplete";
}

/** Does the same with every file; one that fails does not stop the others. @throws {RoundIncomplete} */
export async function eachFile(files: AsyncIterable<string>, act: (caseId: string) => Promise<void>): Promise<void> {
  const failed: string[] = [];
  for await (const caseId of files) {
    try {
      await act(caseId);
    } catch (error) {
      failed.push(error instanceof Error ? error.name : "unknown");
    }
  }
  if (failed.length > 0) throw new RoundIncomplete(failed.join(", "));
}
