/** A request as the mailroom needs it, whatever server it came through. */
export interface MailroomRequest {
  readonly method: string;
  /** Without query, still percent-encoded. */
  readonly path: string;
  readonly query: URLSearchParams;
  /** The `Accept` header, empty when there was none. */
  readonly accept: string;
  /** The `Content-Type` header, empty when there was none. */
  readonly contentType: string;
  readonly body: Uint8Array;
  /** Whether `Sec-Fetch-Site` is `same-origin` or absent: no other site's page sent this. */
  readonly sameOrigin: boolean;
}

export interface MailroomResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array;
}

/** Whether the client asked for JSON rather than a page. */
export function wantsJson(accept: string): boolean {
  const json = weight(accept, "application/json");
  return json > 0 && json >= weight(accept, "text/html");
}

/** The q of a media type that is named as such (RFC 9110 12.5.1); 0 when it is not. */
function weight(accept: string, type: string): number {
  for (const range of accept.toLowerCase().split(",")) {
    const [name = "", ...parameters] = range.split(";").map((part) => part.trim());
    if (name !== type) continue;
    const q = parameters.find((parameter) => parameter.startsWith("q="));
    return q === undefined ? 1 : Number(q.slice(2)) || 0;
  }
  return 0;
}
