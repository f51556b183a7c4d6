/** Why a mail server has not taken a message for certain, without a name or an address in it. */
export class HandOverFault extends Error {
  override readonly name = "HandOverFault";
  constructor(
    /** `refused`: never will. `unavailable`: not now, and it does not have it. `uncertain`: it may have it. */
    readonly kind: "refused" | "unavailable" | "uncertain",
    /** A code of nodemailer, Node or the server: `ECONNREFUSED`, `EAUTH`, `450`. */
    readonly code: string,
    options: { readonly cause: Error },
  ) {
    super(`The mail server did not take it: ${kind}, ${code}.`, options);
  }
}

/** What is said about one recipient or one message, and not about us or the server. */
const aboutTheLetter = new Set(["RCPT TO", "DATA"]);

/**
 * Answers that say nothing of the letter, for somebody who runs the server or our account on it can put them right: commands that it does not
 * take (500 to 504), signing in (530 to 538), and mail from us for others, which has the code of a mailbox that is not there.
 */
const untilSomebodyActs = [
  /^5(?:0[0-4]|3\d)\b/u,
  /\brelay(?:ing)?\b.{0,40}\b(?:denied|prohibited|disallowed|not (?:allowed|permitted))\b/iu,
  /\b(?:cannot|unable to|not (?:allowed|permitted) to) relay\b/iu,
  /\bauthentication (?:is )?required\b|\bmust authenticate\b|\bnot authenticated\b/iu,
];

/** The size of a message is told before it is sent (RFC 1870), so this refusal comes early. */
const tooLarge = 552;

/** What the server answered, or nothing when it did not (RFC 5321 4.2.1: 4 is for now, 5 for good). */
export function refusalBy(error: Error): HandOverFault | undefined {
  const { response, responseCode, command } = replyIn(error);
  if (responseCode === undefined) return tooLargeForIt(error);
  const code = String(responseCode);
  const aboutLetter = aboutTheLetter.has(command) || responseCode === tooLarge;
  const isForGood = responseCode >= 500 && aboutLetter && !untilSomebodyActs.some((one) => one.test(response));
  return new HandOverFault(isForGood ? "refused" : "unavailable", code, { cause: error });
}

/** No answer came: the connection, the name or TLS failed, or it took too long. */
export function lostContact(error: Error, isGiven: boolean): HandOverFault {
  const code = "code" in error && typeof error.code === "string" ? error.code : "ETIMEDOUT";
  return new HandOverFault(isGiven ? "uncertain" : "unavailable", code, { cause: error });
}

/** Said by nodemailer itself when the server told its limit in its greeting. */
function tooLargeForIt(error: Error): HandOverFault | undefined {
  const isTooLarge = "code" in error && error.code === "EMESSAGE" && replyIn(error).command === "MAIL FROM";
  return isTooLarge ? new HandOverFault("refused", String(tooLarge), { cause: error }) : undefined;
}

function replyIn(error: Error): { response: string; responseCode: number | undefined; command: string } {
  return {
    response: "response" in error && typeof error.response === "string" ? error.response : "",
    responseCode: "responseCode" in error && typeof error.responseCode === "number" ? error.responseCode : undefined,
    command: "command" in error && typeof error.command === "string" ? error.command : "",
  };
}
