/**
 * The Message-ID that SES writes into what it sends, without angle brackets
 * (https://docs.aws.amazon.com/ses/latest/dg/header-fields.html, where the first region is called `email`).
 */
export function sesMessageId(providerMessageId: string, region: string): string {
  return `${providerMessageId}@${region === "us-east-1" ? "email" : region}.amazonses.com`;
}
