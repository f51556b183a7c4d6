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

/** Nothing from elsewhere, no scripts, no framing, forms to ourselves only, no search engine, no copy kept. */
export const pageHeaders = {
  "content-security-policy":
    "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  "x-robots-tag": "noindex",
  "cache-control": "no-store",
} as const;
