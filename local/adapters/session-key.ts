import { randomBytes } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";

/** The key of desk sessions in a file that only its owner reads; made when it is not there. @returns 32 bytes. */
export async function sessionKeyIn(file: string): Promise<Uint8Array> {
  try {
    // Fails when the file is there.
    await writeFile(file, randomBytes(32), { mode: 0o600, flag: "wx" });
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
  }
  const key = await readFile(file);
  if (key.length < 32) throw new Error(`${file} is damaged: delete it. Whoever is signed in, signs in again.`);
  return key;
}
