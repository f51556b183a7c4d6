import { createHmac, timingSafeEqual } from "node:crypto";
import { z } from "zod";
import type { Instant } from "../../shared/ports.ts";

/** How long one stays signed in. */
const hours = 12;

const session = z.object({ email: z.string(), issuedAt: z.iso.datetime(), until: z.iso.datetime() });
export type Session = z.infer<typeof session>;

export function newSession(email: string, now: Instant): Session {
  return { email, issuedAt: now, until: new Date(Date.parse(now) + hours * 3_600_000).toISOString() };
}

/** `contents.signature`, both base64url. Readable by whoever has it, and not to be changed without the key. */
export function sealed(given: Session, key: Uint8Array): string {
  const contents = Buffer.from(JSON.stringify(given)).toString("base64url");
  return `${contents}.${signature(contents, key).toString("base64url")}`;
}

/** The session in a cookie; `undefined` for what we did not make, what was changed and what has ended. */
export function unsealed(cookie: string, key: Uint8Array, now: Instant): Session | undefined {
  const [contents = "", mac = "", ...rest] = cookie.split(".");
  if (rest.length > 0 || !isSame(Buffer.from(mac, "base64url"), signature(contents, key))) return undefined;
  const found = session.safeParse(JSON.parse(Buffer.from(contents, "base64url").toString()));
  return found.success && found.data.issuedAt <= now && now < found.data.until ? found.data : undefined;
}

/** The name keeps other hosts of the domain from setting it; browsers hold to that over https only (RFC 6265bis, 4.1.3.2). */
export const cookieName = (secure: boolean) => (secure ? "__Host-desk" : "desk");

export function sessionCookie(value: string, secure: boolean): string {
  return cookieWith(value, hours * 3600, secure);
}

/** Makes the browser forget. */
export function noSessionCookie(secure: boolean): string {
  return cookieWith("", 0, secure);
}

function cookieWith(value: string, maxAge: number, secure: boolean): string {
  const attributes = `Path=/; Max-Age=${maxAge}; HttpOnly; SameSite=Lax`;
  return `${cookieName(secure)}=${value}; ${attributes}${secure ? "; Secure" : ""}`;
}

function signature(contents: string, key: Uint8Array): Buffer {
  return createHmac("sha256", key).update(`desk session:${contents}`).digest();
}

function isSame(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && timingSafeEqual(one, other);
}
