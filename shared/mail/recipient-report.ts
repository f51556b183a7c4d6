/** What became of a letter for one recipient (RFC 3464 2.3.3); `complained`: they told their provider that it was spam (RFC 5965). */
export type DeliveryAction = "failed" | "delayed" | "delivered" | "relayed" | "expanded" | "complained";

export interface RecipientReport {
  /** Whom it is about, as the server that reports knows them; missing when it does not say. */
  readonly recipient?: string;
  /** Whom we sent it to, when the server says so: behind it the mail may have got another address. */
  readonly sentTo?: string;
  readonly action: DeliveryAction;
  /**
   * `failed` says that the server gave up this letter. Whether another one would fare better: not when this is true (no such mailbox), perhaps when
   * it is false (mailbox full, server out of reach for days).
   */
  readonly permanent: boolean;
  /** RFC 3463: `5.1.1`. */
  readonly status?: string;
}
