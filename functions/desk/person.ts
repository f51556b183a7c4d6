import type { Dossier } from "../../shared/domain/dossier.ts";
import { isInvolved } from "../../shared/domain/seats.ts";
import type { Problem } from "../../shared/domain/tasks/task-kind.ts";
import { type AskedPerson, personFile } from "../../shared/learning/person-file.ts";
import { isBareAddress } from "../../shared/mail/address.ts";
import { bareAddress } from "../../shared/mail/mailboxes.ts";
import { oneLine } from "../../shared/mail/plain-text.ts";
import { personPage } from "../../shared/pages/desk/person-page.tsx";
import { viewWrite } from "../../shared/store/views.ts";
import { address } from "../web/opened-link.ts";
import type { Request } from "../web/request.ts";
import { htmlResponse } from "../web/response.ts";
import type { DeskDependencies } from "./desk-dependencies.ts";
import { fits, savedFile } from "./saved-file.ts";
import { overAllCases, type Visitor } from "./visitor.ts";

/** Asks about whom. */
export const showPerson = overAllCases((visitor, request) => htmlResponse(personPage(formOf(visitor, request))));

/** Everything that we have of one person, in one file, without the cases that the visitor is involved in. */
export const savePerson = overAllCases(async (visitor, request, dependencies) => {
  const { colleague, procedure, language } = visitor;
  const values = request.form;
  const asked = personIn(values);
  if (!asked.ok)
    return htmlResponse(personPage({ ...formOf(visitor, request), values, problems: asked.problems }), 422);
  const looked = new Map<string, Dossier>();
  const isKeptBack = (dossier: Dossier) => {
    looked.set(dossier.number, dossier);
    return isInvolved(colleague.id, dossier, procedure);
  };
  const reads = procedure.house.languages.find((one) => one === values["reads"]) ?? procedure.house.language;
  const { cases } = dependencies;
  const { content, html, json } = await personFile(procedure.id, asked.person, reads, { cases, isKeptBack });
  const shown = [...content.cases, ...content.elsewhere].flatMap(({ number }) => looked.get(number) ?? []);
  await writeDown(shown, visitor, dependencies);
  const name = language === "nl" ? "inzage" : "access";
  const file =
    values["format"] === "json"
      ? savedFile(Buffer.from(json), `${name}.json`, "application/json; charset=utf-8")
      : savedFile(Buffer.from(html), `${name}.html`, "text/html; charset=utf-8");
  const problems = [{ field: "email", message: tooMuch }];
  return fits(Buffer.from(file.body, "base64"))
    ? file
    : htmlResponse(personPage({ ...formOf(visitor, request), values, problems }), 413);
});

type Asked =
  | { readonly ok: true; readonly person: AskedPerson }
  | { readonly ok: false; readonly problems: readonly Problem[] };

function personIn(values: Readonly<Record<string, string>>): Asked {
  const name = oneLine(values["name"] ?? "", 200).trim();
  const written = (values["email"] ?? "").trim();
  const email = bareAddress(written);
  const isAddress = email !== undefined && isBareAddress(email);
  if (written !== "" && !isAddress) return { ok: false, problems: [{ field: "email", message: noAddress }] };
  if (written === "" && name.length < 3) return { ok: false, problems: [{ field: "email", message: nobody }] };
  return { ok: true, person: { ...(name !== "" && { name }), ...(isAddress && { email }) } };
}

/** Each case that is in the file has been looked at; so many at a time as a transaction takes. */
async function writeDown(
  dossiers: readonly Dossier[],
  { colleague }: Visitor,
  { cases, secrets }: DeskDependencies,
): Promise<void> {
  const at = cases.now();
  const writes = dossiers.map(({ organisation, caseId }) =>
    viewWrite({ organisation, caseId, viewId: secrets.id(), at, person: colleague.id, what: "person" }),
  );
  for (let start = 0; start < writes.length; start += 100) await cases.items.transact(writes.slice(start, start + 100));
}

function formOf({ procedure, language, frame, root }: Visitor, request: Request) {
  return { procedure, language, desk: frame(), action: address(`${root}/person`, request) };
}

const noAddress = {
  nl: "Dit is geen e-mailadres. Kijk of er een @ in staat, en geen spatie.",
  en: "This is not an e-mail address. See that it has an @ and no space.",
};
const nobody = {
  nl: "Vul een e-mailadres of een naam in.",
  en: "Fill in an e-mail address or a name.",
};
const tooMuch = {
  nl: "Dit is te veel om in één keer te bewaren. Vraag een beheerder om hulp.",
  en: "This is too much to save at once. Ask an administrator for help.",
};
