import type { CorpusMail } from "./corpus.ts";

/** Who writes, in every spelling, and to which case it belongs. */
export const oddSenders: readonly CorpusMail[] = [
  {
    file: "from-comment-nested",
    title: "comments in a comment",
    becomes: "letter",
    says: ["De les was slecht."],
  },
  {
    file: "from-quoted-comma",
    title: "a name with commas",
    becomes: "letter",
    from: "Amrani, El, Fatima <fatima@deelnemer.example>",
  },
  {
    file: "from-unquoted-comma",
    title: "a name with a comma that needs quotes",
    becomes: "letter",
    from: "Fatima El <fatima@deelnemer.example>",
  },
  {
    file: "from-no-brackets",
    title: "an address without brackets",
    becomes: "letter",
    from: "Fatima El Amrani <fatima@deelnemer.example>",
  },
  { file: "from-eai", title: "an address in Japanese", becomes: "letter", from: "山田 <山田@例え.example>" },
  {
    file: "from-punycode",
    title: "a domain in Punycode",
    becomes: "letter",
    from: "Jörg <joerg@xn--mller-kva.example>",
  },
  {
    file: "from-homograph",
    title: "our address with a Russian letter",
    becomes: "letter",
    from: "Klаchten Learnworks <klachten@leаrnworks.example>",
  },
  {
    file: "from-own-name",
    title: "our address for a name",
    becomes: "letter",
    from: "<bedrieger@elders.example>",
  },
  {
    file: "from-exchange",
    title: "an address that Exchange made",
    becomes: "letter",
    from: "<IMCEAEX-_O=HUIS_OU=EERSTE_CN=FATIMA@deelnemer.example>",
  },
  { file: "from-empty", title: "an empty address", becomes: "doubtful: no-sender" },
  { file: "from-long", title: "a name without end", becomes: "letter", says: ["De les was slecht."] },
  {
    file: "sender-other",
    title: "a secretary who sends it",
    becomes: "letter",
    from: "Fatima El Amrani <fatima@deelnemer.example>",
  },
  { file: "reply-to-many", title: "several addresses to answer", becomes: "letter" },
  {
    file: "reply-all-in-copy",
    title: "a reply to all by somebody in copy",
    becomes: "letter",
    to: ["klachten+abc123@learnworks.example"],
    threads: [
      "plus-key abc123",
      "message-id brief-1@wederhoor.example",
      "message-id eerste@deelnemer.example",
      "case-number LW-2026-0001",
    ],
  },
  {
    file: "reply-by-respondent",
    title: "a reply of the respondent",
    becomes: "letter",
    to: ["klachten+xyz789@learnworks.example"],
    threads: ["plus-key xyz789", "message-id brief-2@wederhoor.example", "case-number LW-2026-0001"],
  },
  {
    file: "stranger-quotes-number",
    title: "a stranger who quotes a number",
    becomes: "letter",
    threads: ["case-number LW-2026-0001"],
  },
];
