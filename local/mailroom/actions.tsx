import { z } from "zod";
import { type Language, language as languageSchema } from "../../shared/domain/text.ts";
import { parseMove, targetOf } from "./clock-move.ts";
import { ComposeForm } from "./compose-form.tsx";
import { clockJson } from "./contract.ts";
import type { MailroomDependencies } from "./dependencies.ts";
import { type Draft, type DraftProblem, draft, mailOf } from "./draft.ts";
import { document } from "./frame.tsx";
import type { LetterReader } from "./letters.ts";
import { allMail } from "./mail-shown.ts";
import { postPage } from "./post-page.tsx";
import { type MailroomRequest, type MailroomResponse, wantsJson } from "./request.ts";
import { bodyOf } from "./request-body.ts";
import { json, page, seeOther } from "./responses.ts";
import { link, safeReturn, say, viewOf, withField } from "./view.ts";
import { words } from "./words.ts";

const languageField = z.looseObject({ lang: languageSchema.catch("nl") });
const clockForm = z.looseObject({ back: z.string().optional().catch(undefined) });

/** Moves the clock and answers when all that was due has happened: a script with the time, a person with their page. */
export async function moveClock(
  request: MailroomRequest,
  dependencies: MailroomDependencies,
): Promise<MailroomResponse> {
  const { clock, post } = dependencies;
  const body = bodyOf(request);
  const form = clockForm.safeParse(body.data).data;
  const { back, ...fields } = form ?? {};
  const asJson = body.json || wantsJson(request.accept);
  const asked = parseMove(asJson ? body.data : fields);
  const target = "error" in asked ? asked : targetOf(asked, clock.now(), await clock.nextAlarm());
  if ("error" in target) {
    return asJson ? json({ error: target.error }, 400) : refusedPage(target.error, safeReturn(back), dependencies);
  }
  const before = post.list().length;
  await clock.advanceTo(target.moment);
  if (asJson) return json(clockJson(clock.now(), await clock.nextAlarm()));
  return seeOther(withField(safeReturn(back), "arrived", String(post.list().length - before)));
}

async function refusedPage(error: string, back: string, dependencies: MailroomDependencies): Promise<MailroomResponse> {
  const { pathname, searchParams } = new URL(back, "http://mailroom.example");
  const view = await viewOf({ path: pathname, query: searchParams }, dependencies);
  const title = say(view, words.clockNotMoved);
  const children = (
    <div class="utrecht-alert utrecht-alert--error" role="alert">
      <h1 class="utrecht-heading-3">{title}</h1>
      <p class="room-paragraph" lang="en">
        {error}
      </p>
    </div>
  );
  return page(document({ view, title, shape: "sheet", children }), 400);
}

/** Sends what somebody wrote over SMTP; what cannot be sent comes back with the reason and nothing lost. */
export async function sendMail(
  request: MailroomRequest,
  dependencies: MailroomDependencies,
  reader: LetterReader,
): Promise<MailroomResponse> {
  const { data } = bodyOf(request);
  const filled = draft.safeParse(data).data;
  const language = languageField.safeParse(data).data?.lang ?? "nl";
  const asJson = wantsJson(request.accept);
  if (filled === undefined) return json({ error: "Send the fields fromAddress, to, subject and text." }, 400);
  const mail = mailOf(filled);
  const result =
    "problems" in mail ? { status: "unfinished" as const, problems: mail.problems } : await dependencies.compose(mail);
  switch (result.status) {
    case "accepted":
      return asJson
        ? json({ status: "accepted" })
        : seeOther(link({ language }, "/mailroom", { box: filled.fromAddress, sent: "yes" }));
    case "refused":
      return asJson
        ? json({ error: result.refusal }, 422)
        : formAgain(filled, [], result.refusal, language, dependencies, reader);
    case "unfinished":
      return asJson
        ? json({ error: result.problems.map(({ field, message }) => `${field}: ${message.en}`).join(" ") }, 400)
        : formAgain(filled, result.problems, undefined, language, dependencies, reader);
  }
}

async function formAgain(
  filled: Draft,
  problems: readonly DraftProblem[],
  refusal: string | undefined,
  language: Language,
  dependencies: MailroomDependencies,
  reader: LetterReader,
): Promise<MailroomResponse> {
  const { procedures } = dependencies;
  const query = new URLSearchParams({ lang: language });
  const view = await viewOf({ path: "/mailroom/compose", query }, dependencies);
  const entries = await allMail(dependencies, reader);
  const content = (
    <ComposeForm view={view} draft={filled} procedures={procedures} problems={problems} refusal={refusal} />
  );
  const pane = { title: say(view, words.write), alone: true, content };
  return page(postPage({ view, procedures, entries, pane }), 422);
}
