import { z } from "zod";

const id = z.string().regex(/^[0-9A-Za-z-]{1,80}$/);

/** What the state machine tells every function about the case: ids, nothing else. */
export const caseEvent = { organisation: id, caseId: id };

/** What it tells about a task. */
export const taskEvent = z.object({ ...caseEvent, taskId: id });
