import { randomBytes } from "node:crypto";

const TOKEN = /^AQ[A-Za-z0-9_-]{64}$/;

/** 384 random bits: nobody guesses the token of somebody else's task. */
export function newToken(): string {
  return `AQ${randomBytes(48).toString("base64url")}`;
}

/** Whether the text has the form of a token of this engine. */
export function isToken(text: string): boolean {
  return TOKEN.test(text);
}
