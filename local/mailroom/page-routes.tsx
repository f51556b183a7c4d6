import { casePage } from "./case-page.tsx";
import { casesPage } from "./cases-page.tsx";
import { ComposeForm } from "./compose-form.tsx";
import type { MailroomDependencies } from "./dependencies.ts";
import { dutiesPage, ledgerOf } from "./duty-ledger.tsx";
import { executionPage } from "./execution-page.tsx";
import { executionsPage } from "./executions-page.tsx";
import { document } from "./frame.tsx";
import { intakePage } from "./intake-page.tsx";
import type { LetterReader } from "./letters.ts";
import { choiceOf, lettersPage } from "./letters-page.tsx";
import { allMail, draftFor, openMessage } from "./mail-shown.ts";
import { postPage } from "./post-page.tsx";
import { ReadingPane } from "./reading-pane.tsx";
import type { MailroomRequest, MailroomResponse } from "./request.ts";
import { page } from "./responses.ts";
import type { Route } from "./route.ts";
import { link, say, type View, viewOf } from "./view.ts";
import { Welcome } from "./welcome.tsx";
import { words } from "./words.ts";

/** Answers a person who reads. */
export async function showPage(
  route: Route,
  request: MailroomRequest,
  dependencies: MailroomDependencies,
  reader: LetterReader,
): Promise<MailroomResponse> {
  const view = await viewOf(request, dependencies);
  const { executions, cases, intake, procedures } = dependencies;
  switch (route.name) {
    case "post":
    case "messages":
    case "clock":
      return page(await mailPage(view, view.query.get("mail") ?? undefined, dependencies, reader));
    case "message":
      return page(await mailPage(view, `letter-${route.id}`, dependencies, reader));
    case "compose":
      return page(await composePage(view, dependencies, reader));
    case "executions":
      return page(
        executionsPage({
          view,
          executions: await executions.list(),
          cases: await cases.list(),
          pictureOf: (machine) => executions.picture(machine),
        }),
      );
    case "execution": {
      const execution = (await executions.list()).find(({ id }) => id === route.id);
      if (execution === undefined) return nothingHere(view);
      const number = (await cases.list()).find(({ id }) => id === execution.caseId)?.number;
      const visited = await executions.visited(route.id);
      const picture = executions.picture(execution.machine);
      return page(executionPage({ view, execution, visited, picture, number }));
    }
    case "cases":
      return page(casesPage({ view, cases: await cases.list(), procedures }));
    case "case": {
      const events = await cases.events(route.id);
      if (events === undefined) return nothingHere(view);
      const row = (await cases.list()).find(({ id }) => id === route.id);
      const own = (await executions.list()).filter(({ caseId }) => caseId === route.id);
      const procedure = procedures.find(({ id }) => id === row?.organisation);
      const ledger = (await ledgerOf(route.id, dependencies)) ?? [];
      return page(casePage({ view, caseId: route.id, row, procedure, events, ledger, executions: own }));
    }
    case "duties": {
      const ledger = await ledgerOf(route.id, dependencies);
      if (ledger === undefined) return nothingHere(view);
      const row = (await cases.list()).find(({ id }) => id === route.id);
      return page(dutiesPage({ view, row, ledger }));
    }
    case "letters": {
      const choice = choiceOf(view.query, procedures, view.language);
      if (choice === undefined) return nothingHere(view);
      const letters = dependencies.exampleLetters(choice.procedure, choice.language);
      return page(lettersPage({ view, procedures, choice, letters }));
    }
    case "intake":
      return page(intakePage({ view, rows: await intake.list(), cases: await cases.list() }));
    default:
      return nothingHere(view);
  }
}

async function mailPage(
  view: View,
  key: string | undefined,
  dependencies: MailroomDependencies,
  reader: LetterReader,
): Promise<string> {
  const { procedures } = dependencies;
  const entries = await allMail(dependencies, reader);
  const message = key === undefined ? undefined : await openMessage(key, dependencies, reader);
  const box = view.query.get("box") ?? undefined;
  if (message !== undefined) {
    const content = <ReadingPane view={view} message={message} box={box} />;
    return postPage({ view, procedures, entries, pane: { title: message.subject, alone: true, content } });
  }
  const content =
    box === undefined && key === undefined ? (
      <Welcome view={view} procedures={procedures} />
    ) : (
      <p class="room-empty">{say(view, words.choose)}</p>
    );
  return postPage({ view, procedures, entries, pane: { title: "", alone: false, content } });
}

async function composePage(view: View, dependencies: MailroomDependencies, reader: LetterReader): Promise<string> {
  const { procedures } = dependencies;
  const entries = await allMail(dependencies, reader);
  const draft = await draftFor(view.query, dependencies, reader);
  const content = <ComposeForm view={view} draft={draft} procedures={procedures} problems={[]} />;
  return postPage({ view, procedures, entries, pane: { title: say(view, words.write), alone: true, content } });
}

function nothingHere(view: View): MailroomResponse {
  const title = say(view, words.notFound);
  const children = (
    <>
      <h1 class="utrecht-heading-2">{title}</h1>
      <p class="room-paragraph">{say(view, words.notFoundHint)}</p>
      <p class="room-paragraph">
        <a class="utrecht-link" href={link(view, "/mailroom")}>
          {say(view, words.post)}
        </a>
      </p>
    </>
  );
  return page(document({ view, title, shape: "sheet", children }), 404);
}
