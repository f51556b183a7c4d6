import type { ParallelState } from "../definition.ts";
import { newFrame } from "../frame.ts";
import { fill } from "../template.ts";
import type { Turn } from "../turn.ts";

/** Starts every branch on the same input. */
export async function fork(turn: Turn, state: ParallelState): Promise<void> {
  const { frame, services } = turn;
  const input =
    state.Arguments === undefined
      ? frame.input
      : await fill(services.expressions, state.Arguments, "Arguments", turn.sight());
  const started = turn.record("ParallelStateStarted");
  frame.phase = "joining";
  for (const [branch, machine] of state.Branches.entries()) {
    turn.change(() => {
      const id = services.store.addFrame(
        newFrame({
          execution: turn.execution.id,
          parent: frame.id,
          position: branch,
          route: [...frame.route, { state: frame.state, branch }],
          state: machine.StartAt,
          input,
          lastEvent: started,
          phase: "enter",
        }),
      );
      turn.wake(id);
    });
  }
}
