import type { StateMachineProps } from "aws-cdk-lib/aws-stepfunctions";
import { complaintMachine } from "./complaint.ts";
import type { MachineKind } from "./machine-arn.ts";
import type { Path } from "./path.ts";
import { sideTaskMachine } from "./side-task.ts";

/** What makes a machine the one of this kind at this organisation. `path.scope` must hold nothing else. */
export function machineOf(kind: MachineKind, path: Path): StateMachineProps {
  switch (kind) {
    case "complaint":
      return complaintMachine(path);
    case "side-task":
      return sideTaskMachine(path);
  }
}
