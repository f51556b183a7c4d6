import { letterStep } from "./automatic-step.ts";
import { HumanTask } from "./human-task.ts";
import type { Path } from "./path.ts";

/** The complainant hears that the complaint has come in, and somebody chooses the way. */
export function intake(path: Path) {
  return {
    confirmReceipt: letterStep(path, "Confirm receipt", "receipt"),
    assess: new HumanTask(path, "Assess", "assess"),
    sendReferral: letterStep(path, "Send referral", "referral"),
  };
}
