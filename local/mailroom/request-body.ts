import type { MailroomRequest } from "./request.ts";

/**
 * The body as data: JSON whatever its content type says (scripts often name none), or the fields of a form.
 * `undefined` when it begins like JSON and is not.
 */
export function bodyOf(request: MailroomRequest): { readonly json: boolean; readonly data: unknown } {
  const text = new TextDecoder().decode(request.body).trim();
  const json = /^[{["]/u.test(text) || request.contentType.toLowerCase().includes("json");
  if (!json) return { json, data: Object.fromEntries(new URLSearchParams(text)) };
  try {
    const data: unknown = JSON.parse(text);
    return { json, data };
  } catch {
    return { json, data: undefined };
  }
}
