import type { MailroomResponse } from "./request.ts";

/** On everything: nothing is kept, guessed or indexed, and nobody is told where a link was followed. */
const always = {
  "cache-control": "no-store",
  "referrer-policy": "no-referrer",
  "x-content-type-options": "nosniff",
  "x-robots-tag": "noindex",
};

const pagePolicy = [
  "default-src 'none'",
  "style-src 'self'",
  "script-src 'self'",
  "connect-src 'self'",
  "img-src 'self' data:",
  "font-src 'self' data:",
  "frame-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join("; ");

/** Mail is somebody else's document: it gets an origin of its own, no scripts, no forms, and loads nothing. */
const letterPolicy = [
  "sandbox allow-popups allow-popups-to-escape-sandbox",
  "default-src 'none'",
  "base-uri 'none'",
  "style-src 'unsafe-inline'",
  "img-src data:",
  "frame-ancestors 'self'",
].join("; ");

const nothingPolicy = "sandbox; default-src 'none'; frame-ancestors 'none'";

export function page(html: string, status = 200): MailroomResponse {
  return respond(status, "text/html; charset=utf-8", pagePolicy, html);
}

export function letter(html: string): MailroomResponse {
  return respond(200, "text/html; charset=utf-8", letterPolicy, html);
}

export function json(value: unknown, status = 200): MailroomResponse {
  return respond(status, "application/json; charset=utf-8", nothingPolicy, JSON.stringify(value));
}

/** The source of a mail, as text so that a browser shows it and runs nothing. */
export function source(bytes: Uint8Array): MailroomResponse {
  return respond(200, "text/plain; charset=utf-8", nothingPolicy, bytes);
}

export function asset(contentType: string, content: string): MailroomResponse {
  return respond(200, `${contentType}; charset=utf-8`, nothingPolicy, content);
}

export function seeOther(location: string): MailroomResponse {
  return { status: 303, headers: { ...always, location }, body: "" };
}

function respond(status: number, contentType: string, policy: string, body: string | Uint8Array): MailroomResponse {
  const headers = { ...always, "content-type": contentType, "content-security-policy": policy };
  return { status, headers, body };
}

export const notHere = json({ error: "There is nothing here." }, 404);
