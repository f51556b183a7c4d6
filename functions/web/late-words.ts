import { createHash } from "node:crypto";
import type { Task } from "../../shared/domain/dossier.ts";
import type { EventOf } from "../../shared/domain/events.ts";
import { isRespondent, isStaff, type Party } from "../../shared/domain/party.ts";
import { optionsOf } from "../../shared/domain/tasks/answer.ts";
import { formOf } from "../../shared/domain/tasks/catalogue.ts";
import { speaking } from "../../shared/letters/wording/say.ts";
import type { OpenedLink } from "./opened-link.ts";
import type { CaseDependencies } from "./web-dependencies.ts";

type Posted = Readonly<Record<string, string>>;

/**
 * Files what a party wrote for a task that had ended as a message in the case, so that no words are lost (B24). The same words by the same
 * link are filed once. Whether there was anything to file: a bare choice is not, nor what the case has as the answer already.
 */
export async function fileLateWords(
  posted: Posted,
  { organisation, caseId, by, task, here, procedure }: OpenedLink & { readonly task: Task },
  { cases }: CaseDependencies,
): Promise<boolean> {
  // A colleague sees on the page who was first, and can talk to them; a party has no other door.
  if (isStaff(by)) return false;
  const dossier = await cases.load(organisation, caseId);
  const { title, fields, outcomes } = formOf(task);
  const outcome = outcomes.find(({ id }) => id === posted["outcome"]);
  // A browser posts the fields of the other outcomes too.
  const asked = fields.filter(({ name }) => outcome === undefined || outcome.fields.includes(name));
  const written = asked.flatMap((field) => {
    const value = posted[field.name]?.replaceAll("\r\n", "\n").trim() ?? "";
    return value === "" ? [] : [{ field, value }];
  });
  const answer = dossier.tasks.find(({ taskId }) => taskId === task.taskId)?.answer;
  const isNew = written.some(
    ({ field: { name }, value }) => plain(answer?.facts[name] ?? answer?.private[name] ?? "") !== plain(value),
  );
  if (!isNew) return false;

  const say = speaking(procedure.house.language);
  const lines = written.map(({ field, value }) => {
    const options = optionsOf(field, procedure, dossier);
    const shown = value.split(",").map((one) => options.find(({ id }) => id === one)?.label);
    const chosen = shown.flatMap((label) => (label === undefined ? [] : [say(label)]));
    return `${say(field.label)}\n${options.length > 0 && chosen.length > 0 ? chosen.join(", ") : value}`;
  });
  const text = [...(outcome === undefined ? [] : [say(outcome.label)]), ...lines].join("\n\n");
  const executed = await cases.execute(organisation, caseId, {
    type: "FileMessage",
    facts: { mailId: `${idOf(task)}${hash(JSON.stringify([here, text]))}`, from: writerOf(by), by },
    private: { address: "", subject: say(title), text, attachments: [] },
  });
  return executed.ok;
}

/** Whether late words of this visitor for this task are in the case. */
export function hasFiledLate(task: Task, { by, dossier }: OpenedLink): boolean {
  return dossier.messages.some((message) => message.by === by && message.mailId.startsWith(idOf(task)));
}

function idOf({ taskId }: Task): string {
  return `late-${taskId}-`;
}

function writerOf(by: Party): EventOf<"MessageFiled">["facts"]["from"] {
  if (by === "complainant") return "complainant";
  if (isRespondent(by)) return "respondent";
  return "unknown";
}

/** An answer is kept without the marks and spaces that it may have been posted with. */
function plain(text: string): string {
  return text.replace(/[^\p{L}\p{N}]/gu, "");
}

function hash(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
