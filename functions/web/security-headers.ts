/**
 * For `@middy/http-security-headers`. Its content security policy forbids forms and cannot leave out single directives, so ours is
 * below. Links are secrets: no referrer.
 */
export const securityHeaders = {
  contentSecurityPolicy: false,
  referrerPolicy: { policy: "no-referrer" },
  reportTo: false,
  permissionsPolicy: false,
};

const policy = (framedBy: string) =>
  `default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors ${framedBy}`;

/** Nothing from elsewhere, no scripts, no framing, forms to ourselves only, no search engine, no copy kept. */
export const pageHeaders = {
  "content-security-policy": policy("'none'"),
  "x-robots-tag": "noindex",
  "cache-control": "no-store",
} as const;

/** For what everybody should find: search engines may lead people here. */
export const findableHeaders = { "x-robots-tag": "all" } as const;

/** For what websites and intranets show as their own. It has no form and no secret, so a frame around it gains nobody anything. */
export const framableHeaders = { "content-security-policy": policy("*") } as const;
