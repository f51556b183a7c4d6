import type { StateMachineProps } from "aws-cdk-lib/aws-stepfunctions";
import { complaintMachine } from "./complaint.ts";
import { handsOverAfter } from "./hand-over.ts";
import type { MachineKind } from "./machine-arn.ts";
import { measureHandsOverAfter, measureMachine } from "./measure.ts";
import type { Path } from "./path.ts";
import { reviewMachine } from "./review.ts";
import { sideTaskMachine } from "./side-task.ts";

/** What makes a machine the one of this kind at this organisation. `path.scope` must hold nothing else. */
export function machineOf(kind: MachineKind, path: Path): StateMachineProps {
  switch (kind) {
    case "complaint":
      return complaintMachine({ ...path, handsOver: { to: kind, after: handsOverAfter } });
    case "measure":
      return measureMachine({ ...path, handsOver: { to: kind, after: measureHandsOverAfter } });
    case "review":
      return reviewMachine({ ...path, handsOver: { to: kind, after: handsOverAfter } });
    case "side-task":
      return sideTaskMachine(path);
  }
}
