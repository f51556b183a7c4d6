import { personOf } from "../domain/roles.ts";
import type { DeliverLettersDependencies } from "./deliver-letters.ts";

export async function deliverNotice(
  _organisation: string,
  _mailId: string,
  _dependencies: DeliverLettersDependencies,
): Promise<void> {
  void personOf;
}
