import { z } from "zod";
import { lookAgain, mayLookAgain } from "../../shared/cases/look-again.ts";
import { mayOpen } from "../../shared/domain/desk-rights.ts";
import type { Language } from "../../shared/domain/text.ts";
import { type Became, becameInWords } from "../../shared/letters/wording/mail-words.ts";
import { type MailSeen, mailPage } from "../../shared/pages/desk/mail-page.tsx";
import type { CaseStore } from "../../shared/store/cases.ts";
import { type IntakeEntry, intakePage } from "../../shared/store/intake-log.ts";
import { address } from "../web/opened-link.ts";
import { htmlResponse, seeOther } from "../web/response.ts";
import { hiddenFrom } from "./hidden-cases.ts";
import { missing } from "./missing.ts";
import { openedCursor, sealedCursor } from "./sealed-cursor.ts";
import { inOrganisation, type Visitor } from "./visitor.ts";

/** As many mails as a page shows, and as many pages of the log as are read to find them. */
const [shown, pagesRead] = [50, 20];

const became = z.enum(["case", "reply", "duplicate", "automatic", "doubtful", "refused"] satisfies readonly Became[]);
const asked = z.object({
  show: became.or(z.literal("all")).catch("all"),
  cursor: z.string().max(2000).optional().catch(undefined),
});

/** Every mail that came in and what became of it, for who reads mail before anybody said what it is. */
export const showMail = inOrganisation(async (visitor, request, { cases, secrets }) => {
  if (!visitor.readsMail) return missing(visitor.language, visitor);
  const { procedure, language, root } = visitor;
  const key = await secrets.sessionKey();
  const { show, cursor } = asked.parse(request.query);
  const from = cursor === undefined ? undefined : openedCursor(cursor, key);
  const found = await readLog(show, from, visitor, cases);
  const path = `${root}/mail`;
  const kept: Readonly<Record<string, string>> = show === "all" ? {} : { show };
  return htmlResponse(
    mailPage({
      ...{ procedure, language, path, show },
      desk: visitor.frame("mail"),
      mails: found.entries.map((one) => seen(one, visitor, found.opens, (to) => address(to, request))),
      next:
        found.cursor === undefined
          ? undefined
          : address(path, request, { ...kept, cursor: sealedCursor(found.cursor, key) }),
      first: from === undefined ? undefined : address(path, request, kept),
      inLanguage: (one: Language) => address(path, { ...request, language: one }, kept),
    }),
  );
});

/** A mail that was taken for something else is looked at after all. */
export const lookAtMailAgain = inOrganisation(async (visitor, request, dependencies) => {
  if (!visitor.readsMail) return missing(visitor.language, visitor);
  const { procedure, colleague, root } = visitor;
  const fileId = await lookAgain(request.parameters["mailId"] ?? "", procedure, dependencies);
  const file = fileId === undefined ? undefined : await dependencies.cases.load(procedure.id, fileId);
  // It may name the visitor, and then it is for somebody else to see.
  if (file !== undefined && mayOpen(colleague, file, procedure))
    return seeOther(address(`${root}/case/${fileId}`, request));
  return seeOther(address(`${root}/mail`, request, { show: "doubtful" }));
});

interface Found {
  readonly entries: readonly IntakeEntry[];
  /** The files of these mails that the visitor may open. */
  readonly opens: ReadonlySet<string>;
  readonly cursor: string | undefined;
}

/** Mails of files that are kept from the visitor are left out, as those files are everywhere. */
async function readLog(
  show: Became | "all",
  from: string | undefined,
  { colleague, procedure }: Visitor,
  cases: CaseStore,
): Promise<Found> {
  const hidden = await hiddenFrom(colleague, procedure.id, cases);
  const isShown = ({ disposition, caseId, fileId }: IntakeEntry) =>
    disposition in becameInWords &&
    (show === "all" || show === disposition) &&
    ![caseId, fileId].some((one) => typeof one === "string" && hidden.has(one));
  const entries: IntakeEntry[] = [];
  let cursor = from;
  for (let read = 0; read < pagesRead && entries.length < shown; read += 1) {
    const page = await intakePage(cases.items, procedure.id, { cursor, limit: shown });
    entries.push(...page.entries.filter(isShown));
    cursor = page.cursor;
    if (cursor === undefined) break;
  }
  const ids = new Set(entries.flatMap(({ caseId, fileId }) => caseId ?? fileId ?? []));
  const files = await Promise.all([...ids].map((id) => cases.load(procedure.id, id)));
  const opens = files.filter((file) => mayOpen(colleague, file, procedure)).map(({ caseId }) => caseId);
  return { entries, opens: new Set(opens), cursor };
}

function seen(
  entry: IntakeEntry,
  { root }: Visitor,
  opens: ReadonlySet<string>,
  hrefOf: (path: string) => string,
): MailSeen {
  const { mailId, receivedAt, from, subject, disposition, reason } = entry;
  const file = entry.caseId ?? entry.fileId;
  return {
    ...{ receivedAt, from, subject, reason },
    became: became.parse(disposition),
    file: file !== undefined && opens.has(file) ? hrefOf(`${root}/case/${file}`) : undefined,
    lookAgain: mayLookAgain(entry) ? hrefOf(`${root}/mail/${mailId}/look`) : undefined,
  };
}
