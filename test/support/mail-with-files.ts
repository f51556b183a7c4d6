/** A mail to a complaints address with these files, by name; as a mail program makes it. */
export function mailWith(
  files: Readonly<Record<string, string>>,
  subject = "Klacht over de training",
  id = "one@zorggroep.example",
  from = "Sanne de Wit <sanne.dewit@zorggroep.example>",
): string {
  const parts = Object.entries(files).map(
    ([name, text]) => `--b\nContent-Type: text/plain\nContent-Disposition: attachment; filename="${name}"\n\n${text}\n`,
  );
  return `From: ${from}
To: klachten@learnworks.example
Subject: ${subject}
Message-ID: <${id}>
MIME-Version: 1.0
Content-Type: multipart/mixed; boundary="b"

--b
Content-Type: text/plain

De trainer kwam te laat. Ik ben daar niet blij mee.
${parts.join("")}--b--
`;
}
