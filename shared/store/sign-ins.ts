import { createHash } from "node:crypto";
import { z } from "zod";
import type { Language } from "../domain/text.ts";
import { ConditionFailed, type Instant, type ItemStore, type Write } from "../ports.ts";
import { signInKey, signInKeyOf, signInsKey } from "./keys.ts";
import { type PendingSignIn, promise } from "./outbox.ts";

/** How long a link to the desk works, and how many an address gets in an hour. */
const linkMinutes = 15;
const mostPerHour = 5;
const hourMs = 3_600_000;

const given = z.object({ at: z.iso.datetime(), hash: z.string() });
const asked = z.object({ given: z.string().transform((json) => z.array(given).parse(JSON.parse(json))) });

const link = z.object({ email: z.string(), until: z.iso.datetime() });

export interface SignInRequest {
  /** In small letters. */
  readonly email: string;
  /** Who gets the mail and from which organisation; nobody when the address is not a colleague's. */
  readonly to?: { readonly organisation: string; readonly person: string } | undefined;
  /** Used when there is somebody to send it to. */
  readonly secret: string;
  readonly signInId: string;
  readonly now: Instant;
  /** Of the mail and of what it opens, when one was chosen. */
  readonly language?: Language | undefined;
}

/**
 * Promises a mail with a link, at most five per address per hour. For an address that is nobody's, or that had its five, it asks the
 * store as much, so that the time it takes tells nothing.
 */
export async function requestSignIn(request: SignInRequest, items: ItemStore): Promise<void> {
  const { email, now } = request;
  const key = signInsKey(email);
  const item = await items.get(key);
  const earlier = item === undefined ? [] : asked.parse(item).given;
  const hourAgo = new Date(Date.parse(now) - hourMs).toISOString();
  const recent = earlier.filter(({ at }) => at > hourAgo);
  const unchanged = item === undefined ? ("absent" as const) : { given: JSON.stringify(earlier) };
  const writes =
    request.to === undefined || recent.length >= mostPerHour
      ? [{ check: key, when: unchanged }]
      : newLink(request, request.to, { earlier, recent, unchanged });
  try {
    await items.transact(writes);
  } catch (error) {
    // The same address asks at the same moment: one mail is enough.
    if (!(error instanceof ConditionFailed)) throw error;
  }
}

interface Earlier {
  readonly earlier: readonly z.infer<typeof given>[];
  readonly recent: readonly z.infer<typeof given>[];
  readonly unchanged: "absent" | { readonly given: string };
}

/** The links of more than an hour ago go, so that what an address leaves behind stays small. */
function newLink(
  { email, secret, signInId, now, language }: SignInRequest,
  to: { readonly organisation: string; readonly person: string },
  { earlier, recent, unchanged }: Earlier,
): readonly Write[] {
  const until = new Date(Date.parse(now) + linkMinutes * 60_000).toISOString();
  const hash = createHash("sha256").update(secret).digest("hex");
  const gone = earlier.filter((one) => !recent.includes(one));
  const mail: PendingSignIn = {
    what: "sign-in",
    ...to,
    signInId,
    secret,
    until,
    since: now,
    notBefore: now,
    attempts: 0,
    ...(language !== undefined && { language }),
  };
  return [
    { put: { ...signInsKey(email), given: JSON.stringify([...recent, { at: now, hash }]) }, when: unchanged },
    { put: { ...signInKey(secret), email, until }, when: "absent" },
    promise(mail),
    ...gone.map((one): Write => ({ delete: signInKeyOf(one.hash) })),
  ];
}

/** Whom a link lets in now; `undefined` when it has been used, is too old, or never was. */
export async function signInOf(secret: string, now: Instant, items: ItemStore): Promise<string | undefined> {
  if (!/^[\w-]{43}$/.test(secret)) return undefined;
  const item = await items.get(signInKey(secret));
  const found = item === undefined ? undefined : link.parse(item);
  return found !== undefined && now < found.until ? found.email : undefined;
}

/** The same, and uses the link up: of two at the same moment one gets in. */
export async function useSignIn(secret: string, now: Instant, items: ItemStore): Promise<string | undefined> {
  const email = await signInOf(secret, now, items);
  if (email === undefined) return undefined;
  try {
    await items.transact([{ delete: signInKey(secret), when: { email } }]);
    return email;
  } catch (error) {
    if (error instanceof ConditionFailed) return undefined;
    throw error;
  }
}
