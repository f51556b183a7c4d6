import { renderSignIn } from "../letters/sign-in.ts";
import { MailNotComposable } from "../mail/compose.ts";
import { PostRefused } from "../ports.ts";
import { kept, pendingSignIn } from "../store/outbox.ts";
import { claimed, withPatience } from "./claim-sending.ts";
import { composeLetter, ownMail } from "./compose-letter.ts";
import type { DeliverLettersDependencies } from "./deliver-letters.ts";

/** Mails a colleague the link that they asked for at the desk, once; not after it has expired. */
export async function deliverSignIn(
  organisation: string,
  signInId: string,
  { cases, post, publicUrl }: DeliverLettersDependencies,
): Promise<void> {
  const found = await pendingSignIn(cases.items, organisation, signInId);
  const signIn = found && (await claimed(found, cases));
  if (signIn === undefined) return;
  const procedure = cases.procedure(organisation);
  const person = procedure.people.find(({ id }) => id === signIn.person);
  if (person !== undefined && signIn.until > cases.now()) {
    const chosen = procedure.house.languages.find((one) => one === signIn.language);
    const language = chosen ?? person.language ?? procedure.house.language;
    const url = `${publicUrl}/desk/in/${signIn.secret}${chosen === undefined ? "" : `?lang=${chosen}`}`;
    const rendered = renderSignIn(url, person, procedure, language);
    const posting = { recipient: person, procedure, date: signIn.since, automatic: "auto-generated" } as const;
    await withPatience(signIn, cases, async () => {
      try {
        const raw = await composeLetter(rendered, posting);
        const { complaintsAddress: from } = procedure.house;
        await post.send({ from, to: [person.email], raw, tags: ownMail(procedure, person) });
      } catch (error) {
        // An address that will never take it: who asked sees no mail come, and asks a colleague.
        if (!(error instanceof PostRefused || error instanceof MailNotComposable)) throw error;
      }
    });
  }
  await cases.items.transact([kept(signIn)]);
}
