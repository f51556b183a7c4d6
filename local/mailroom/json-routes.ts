import { language as languageSchema } from "../../shared/domain/text.ts";
import { caseJson, clockJson, dutyJson, eventJson, exampleLetterJson, executionJson, intakeJson } from "./contract.ts";
import type { MailroomDependencies } from "./dependencies.ts";
import { ledgerOf } from "./duty-ledger.tsx";
import type { LetterReader } from "./letters.ts";
import { choiceOf } from "./letters-page.tsx";
import type { MailroomResponse } from "./request.ts";
import { json, notHere } from "./responses.ts";
import type { Route } from "./route.ts";

/** Answers a script that reads. */
export async function showJson(
  route: Route,
  query: URLSearchParams,
  dependencies: MailroomDependencies,
  reader: LetterReader,
): Promise<MailroomResponse> {
  const { post, intake, cases, executions, clock } = dependencies;
  switch (route.name) {
    case "messages":
      return json(await reader.letters(post.list(query.get("to") ?? undefined)));
    case "message": {
      const message = post.get(route.id);
      return message === undefined ? notHere : json(await reader.letter(message));
    }
    case "clock":
      return json(clockJson(clock.now(), await clock.nextAlarm()));
    case "executions":
      return json((await executions.list()).map(executionJson));
    case "execution": {
      const row = (await executions.list()).find(({ id }) => id === route.id);
      return row === undefined ? notHere : json(executionJson(row));
    }
    case "intake":
      return json((await intake.list()).map(intakeJson));
    case "cases":
      return json((await cases.list()).map(caseJson));
    case "case": {
      const events = await cases.events(route.id);
      return events === undefined ? notHere : json(events.map(eventJson));
    }
    case "duties": {
      const language = languageSchema.catch("nl").parse(query.get("lang"));
      const ledger = await ledgerOf(route.id, dependencies);
      return ledger === undefined ? notHere : json(ledger.map((one) => dutyJson(one, language)));
    }
    case "letters": {
      const choice = choiceOf(query, dependencies.procedures);
      const letters = choice === undefined ? [] : dependencies.exampleLetters(choice.procedure, choice.language);
      return json(letters.map(exampleLetterJson));
    }
    default:
      return notHere;
  }
}
