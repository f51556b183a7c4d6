import { PDFDocument } from "@cantoo/pdf-lib";
import { beforeEach, describe, expect, test } from "vitest";
import { sweep } from "../../functions/sweep/sweep.ts";
import { lambdaContext } from "../../local/lambdas.ts";
import { embeddedWeb } from "../../local/web.ts";
import { longest } from "../../shared/cases/complaint-form.ts";
import { rawMailKey, receiveMail } from "../../shared/cases/receive-mail.ts";
import { languages } from "../../shared/domain/text.ts";
import { parseMail } from "../../shared/mail/parse.ts";
import { StoreUnavailable } from "../../shared/ports.ts";
import { everyCase } from "../../shared/store/case-row.ts";
import { everyIntake } from "../../shared/store/intake-log.ts";
import { everyPending } from "../../shared/store/outbox.ts";
import { filledPdf } from "../mail/filled-pdf.ts";
import { setup, storedMail, type World } from "../support/embedded-world.ts";
import { startTags } from "../support/markup.ts";

let world: World;
beforeEach(() => {
  world = setup();
});

interface Call {
  readonly form?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly method?: string;
}

async function visit(path: string, { form, headers = {}, method = form === undefined ? "GET" : "POST" }: Call = {}) {
  const web = embeddedWeb({ ...world.dependencies, stylesheet: "body{}" }, () => lambdaContext("web", "r"));
  const type = form === undefined ? {} : { "content-type": "application/x-www-form-urlencoded" };
  const {
    status,
    headers: given,
    body,
  } = await web({
    method,
    url: new URL(path, "http://klachten.example"),
    headers: { host: "klachten.example", ...type, ...headers },
    body: Buffer.from(new URLSearchParams(form).toString()),
  });
  const lower = Object.fromEntries(Object.entries(given).map(([name, value]) => [name.toLowerCase(), value]));
  return { status, headers: lower, body: String(body), bytes: Buffer.from(body) };
}

const complaint = {
  words: "De trainer kwam een uur te laat en de zaal was op slot.",
  email: "sanne@zorggroep.example",
};
const complain = (form: Readonly<Record<string, string>>, organisation = "learnworks", more: Call = {}) =>
  visit(`/o/${organisation}/complain`, { form, headers: { "sec-fetch-site": "same-origin" }, ...more });

const rowsOf = (organisation = "learnworks") => Array.fromAsync(everyCase(world.items, organisation));
const intakeOf = (organisation = "learnworks") => Array.fromAsync(everyIntake(world.items, organisation));
const pendingOf = () => Array.fromAsync(everyPending(world.items, "learnworks", world.clock.now()));

async function theCase(organisation = "learnworks") {
  const rows = await rowsOf(organisation);
  expect(rows).toHaveLength(1);
  return world.cases.load(organisation, rows[0]?.caseId ?? "");
}

async function rawMail(organisation = "learnworks") {
  const [entry] = await intakeOf(organisation);
  return (await world.archive.get(rawMailKey(entry?.mailId ?? ""))) ?? new Uint8Array();
}

describe("a complaint through the web form", () => {
  test("needs one text and an address to answer to (A4)", async () => {
    const posted = await complain(complaint);
    expect(posted).toMatchObject({ status: 303, headers: { location: "/o/learnworks/complain/sent" } });
    expect(await theCase()).toMatchObject({
      channel: "web",
      text: complaint.words,
      language: "nl",
      complainant: { name: "", email: "sanne@zorggroep.example" },
      passedOnBy: undefined,
    });
    expect(world.workflow.started).toMatchObject([{ machine: "complaint-learnworks" }]);
    expect(await intakeOf()).toMatchObject([{ disposition: "case" }]);
  });

  test("keeps what was told beside it: which course, whether they talked, what was tried (A13, A14)", async () => {
    await complain({ ...complaint, course: "Omgaan met agressie", talked: "yes", tried: "Ik heb hem gebeld." });
    const { report, text, subject } = await theCase();
    expect(report).toEqual({ course: "Omgaan met agressie", talked: "yes", tried: "Ik heb hem gebeld." });
    expect(text).toContain("Al contact gehad met de persoon over wie het gaat:\nja");
    expect(text).toContain("Ik heb hem gebeld.");
    expect(subject).toBe("Klacht over Omgaan met agressie");
  });

  test("stands in the archive as the mail that its writer could have sent, before anything is made of it", async () => {
    await complain({ ...complaint, name: "Sanne de Wit", phone: "06 555 01 23" });
    const mail = await parseMail(await rawMail());
    expect(mail).toMatchObject({
      from: { name: "Sanne de Wit", address: "sanne@zorggroep.example" },
      to: [{ address: "klachten@learnworks.example" }],
      text: complaint.words,
      autoSubmitted: "no",
      defects: [],
    });
    expect(mail.headers.get("x-form-phone")).toEqual(["06 555 01 23"]);
  });

  test.each([
    ["phone", { phone: "06 555 01 23" }],
    ["postal address", { address: "Dorpsstraat 1\r\n6511 AB Nijmegen" }],
  ])("without e-mail is answered by %s, which the words do not show", async (_what, way) => {
    await complain({ words: complaint.words, name: "Sanne de Wit", ...way });
    const { complainant, text, channel } = await theCase();
    const kept = Object.fromEntries(Object.entries(way).map(([name, value]) => [name, value.replaceAll("\r\n", "\n")]));
    expect(complainant).toEqual({ name: "Sanne de Wit", ...kept });
    expect(channel).toBe("web");
    expect(text).toBe(complaint.words);
  });

  test("from a colleague is their own complaint (B14)", async () => {
    await complain({ ...complaint, email: "joost.vermeulen@learnworks.example" });
    expect(await theCase()).toMatchObject({ passedOnBy: undefined, identified: true });
  });

  test("is answered in the language it is written in, else in that of the form", async () => {
    await visit("/o/learnworks/complain?lang=en", { form: { ...complaint, words: "Klacht." } });
    await visit("/o/sterker/complain?lang=nl", {
      form: { ...complaint, words: "The trainer was late and the room was locked when we came." },
    });
    expect(await theCase()).toMatchObject({ language: "en" });
    expect(await theCase("sterker")).toMatchObject({ language: "en" });
  });

  test("opens a case of its own, whatever address and case number it names", async () => {
    await complain(complaint);
    const { number } = await theCase();
    await complain({ ...complaint, words: "Nog iets.", course: `Over ${number}` });
    expect(await rowsOf()).toHaveLength(2);
  });
});

describe("nothing is doubled", () => {
  const form = { ...complaint, ticket: "abc" };

  test("pressing the button twenty times is one complaint", async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, () => complain(form)));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([303]));
    expect(await rowsOf()).toHaveLength(1);
    expect(world.workflow.started).toHaveLength(1);
  });

  test("another form with the same words is another complaint", async () => {
    await complain(form);
    await complain({ ...form, ticket: "def" });
    expect(await rowsOf()).toHaveLength(2);
  });

  test("each form that is shown has a ticket of its own", async () => {
    const ticketOf = async () =>
      startTags((await visit("/o/sterker/complain")).body).find(({ attributes }) => attributes["name"] === "ticket")
        ?.attributes["value"];
    const [one, other] = [await ticketOf(), await ticketOf()];
    expect(one).toMatch(/^[0-9a-z]{20}$/);
    expect(other).not.toBe(one);
  });
});

describe("nothing is lost", () => {
  test("what was noted is finished by the sweeper, phone and all", async () => {
    const { get } = world.archive;
    world.archive.get = async () => {
      throw new StoreUnavailable("out of reach");
    };
    expect(await complain({ words: complaint.words, phone: "06 555 01 23" })).toMatchObject({ status: 303 });
    expect((await pendingOf()).map(({ what }) => what)).toEqual(["mail"]);
    expect(await rowsOf()).toEqual([]);
    world.archive.get = get.bind(world.archive);
    await sweep({}, world.dependencies);
    expect(await theCase()).toMatchObject({ channel: "web", complainant: { name: "", phone: "06 555 01 23" } });
    expect((await pendingOf()).filter(({ what }) => what === "mail")).toEqual([]);
  });

  test("what could not be noted comes back with every word, and can be sent again", async () => {
    const { transact } = world.items;
    world.items.transact = async () => {
      throw new StoreUnavailable("out of reach");
    };
    const posted = await complain({ ...complaint, course: "BHV", talked: "no", ticket: "abc" });
    expect(posted.status).toBe(503);
    expect(posted.body).toContain(complaint.words);
    expect(valuesOf(posted.body)).toMatchObject({ email: complaint.email, course: "BHV", ticket: "abc" });
    expect(posted.headers["cache-control"]).toBe("no-store");
    world.items.transact = transact.bind(world.items);
    expect((await complain({ ...complaint, ticket: "abc" })).status).toBe(303);
  });
});

/** What stands in the inputs of the form. */
const valuesOf = (html: string) =>
  Object.fromEntries(
    startTags(html)
      .filter(({ tag, attributes }) => tag === "input" && attributes["type"] !== "radio")
      .map(({ attributes }) => [attributes["name"], attributes["value"] ?? ""]),
  );

describe("what is not right is said at its field, and nothing that was filled in is gone", () => {
  test.each([
    ["no words", { ...complaint, words: "  " }, "words", "Vertel wat er is gebeurd."],
    ["no way to answer", { words: "Klacht" }, "email", "Vul uw e-mailadres in, of uw telefoon of adres."],
    ["a mail address that is none", { ...complaint, email: "sanne de wit" }, "email", "Dit is geen e-mailadres."],
    ["a mail address without a dot", { ...complaint, email: "sanne@zorggroep" }, "email", "Dit is geen e-mailadres."],
    ["two mail addresses", { ...complaint, email: "a@b.example,c@d.example" }, "email", "Dit is geen e-mailadres."],
    ["our address", { ...complaint, email: "Klachten+x@Sterker.example" }, "email", "Dit is ons eigen adres."],
    ["a phone without digits", { ...complaint, phone: "bel maar" }, "phone", "Dit is geen telefoonnummer."],
    ["too many words", { ...complaint, words: "a".repeat(longest.words + 1) }, "words", "Dit is te lang."],
    ["too long a name", { ...complaint, name: "a".repeat(longest.name + 1) }, "name", "Dit is te lang."],
  ])("%s", async (_what, form, field, message) => {
    const posted = await complain({ ...form, course: 'BHV "twee" <b>' });
    expect(posted.status).toBe(422);
    const wrong = startTags(posted.body).filter(({ attributes }) => "aria-invalid" in attributes);
    expect(wrong.map(({ attributes }) => attributes["name"])).toEqual([field]);
    expect(posted.body).toContain(message);
    expect(valuesOf(posted.body)["course"]).toBe('BHV "twee" <b>');
    expect(posted.body).not.toContain("<b>");
    expect(await intakeOf()).toEqual([]);
  });

  test("words of exactly the most are taken, with line ends as a browser posts them", async () => {
    const words = "regel\r\n".repeat(longest.words / 6).slice(0, -2);
    expect((await complain({ ...complaint, words })).status).toBe(303);
  });
});

describe("nobody can misuse it", () => {
  test.each(["cross-site", "same-site"])("%s posts are refused", async (site) => {
    expect((await complain(complaint, "learnworks", { headers: { "sec-fetch-site": site } })).status).toBe(403);
    expect(await intakeOf()).toEqual([]);
  });

  test("a robot gets the same answer, and no case; what it wrote is kept and noted", async () => {
    const honest = await complain(complaint, "sterker");
    const robot = await complain({ ...complaint, topic: "Buy now" }, "sterker");
    expect(robot).toEqual(honest);
    expect(await rowsOf("sterker")).toHaveLength(1);
    expect((await intakeOf("sterker")).map(({ disposition, reason }) => [disposition, reason])).toEqual(
      expect.arrayContaining([
        ["case", null],
        ["automatic", "robot"],
      ]),
    );
    expect(await complain({ topic: "x" }, "sterker")).toMatchObject({ status: 303 });
  });

  test("no field can write a header of the mail, nor name another recipient", async () => {
    const evil = "x\r\nBcc: ander@elders.example\r\n\r\nHallo";
    await complain({ words: "Klacht", name: evil, phone: `06 555${evil}`, course: evil, address: evil });
    const mail = await parseMail(await rawMail());
    expect(mail.headers.has("bcc")).toBe(false);
    expect(mail.to.map(({ address }) => address)).toEqual(["klachten@learnworks.example"]);
    expect(mail.text).toMatch(/^Klacht\n\n/);
    expect(mail.defects).toEqual([]);
  });

  test("no form can replace a mail that came in by mail", async () => {
    await complain({ ...complaint, ticket: "../mail/one" });
    expect((await intakeOf()).map(({ mailId }) => mailId)).toEqual([expect.stringMatching(/^web-[0-9a-f]{40}$/)]);
  });

  test("GET never files anything", async () => {
    await visit(`/o/learnworks/complain?${new URLSearchParams(complaint)}`);
    expect(await intakeOf()).toEqual([]);
  });
});

describe("the pages", () => {
  const pages = [
    "/o/sterker",
    "/o/sterker/complain",
    "/o/sterker/complain/sent",
    "/o/sterker/embed",
    "/o/sterker/form",
    "/o/sterker/form.txt",
  ];
  test.each(pages)("%s is there in Dutch and English, for who only looks too", async (path) => {
    const [nl, en] = [await visit(path), await visit(`${path}?lang=en`)];
    expect([nl.status, en.status]).toEqual([200, 200]);
    expect(nl.body).not.toBe(en.body);
    expect((await visit(path, { method: "HEAD" })).status).toBe(200);
  });

  test.each(["/o/nobody", "/o/nobody/complain", "/o/nobody/embed", "/o/sterker/nowhere"])("%s is not", async (path) => {
    expect((await visit(path)).status).toBe(404);
    expect((await visit("/o/nobody/complain", { form: complaint })).status).toBe(404);
  });

  test("only the page that everybody should find may be found by search engines (A9)", async () => {
    const found = await visit("/o/sterker");
    expect(found.headers["x-robots-tag"]).toBe("all");
    expect(found.body).not.toContain("noindex");
    expect((await visit("/o/sterker/complain")).headers["x-robots-tag"]).toBe("noindex");
  });

  test("only the block for other websites may stand in a frame, and its links lead back here (A10, A11)", async () => {
    const block = await visit("/o/sterker/embed", { headers: { "x-forwarded-proto": "https" } });
    expect(block.headers["content-security-policy"]).toContain("frame-ancestors *");
    expect((await visit("/o/sterker")).headers["content-security-policy"]).toContain("frame-ancestors 'none'");
    const hrefs = startTags(block.body).flatMap(({ attributes }) => attributes["href"] ?? []);
    expect(hrefs).toEqual([
      "mailto:klachten@sterker.example",
      "https://klachten.example/o/sterker/complain",
      "https://klachten.example/o/sterker/form",
      "tel:0245550110",
      "https://klachten.example/o/sterker",
    ]);
  });

  test("a host that no site can have stands in no link", async () => {
    const { body } = await visit("/o/sterker/embed", { headers: { host: 'x"><script>' } });
    expect(body).not.toContain("script");
    expect(body).toContain('href="/o/sterker"');
  });

  test.each([
    ["/o/learnworks/form", "klachtformulier-learnworks.pdf", "nl-NL"],
    ["/o/sterker/form?lang=en", "complaint-form-sterker.pdf", "en-GB"],
  ])("%s is the report form as a PDF to save, in the language of the page (A13)", async (path, name, language) => {
    const { headers, bytes } = await visit(path);
    expect(headers["content-disposition"]).toBe(`attachment; filename="${name}"`);
    expect(headers["content-type"]).toBe("application/pdf");
    expect(headers["cache-control"]).toBe("no-store");
    expect((await PDFDocument.load(bytes)).getLanguage()).toBe(language);
  });

  test.each([
    ["/o/learnworks/form.txt", "klachtformulier-learnworks.txt"],
    ["/o/learnworks/form.txt?lang=en", "complaint-form-learnworks.txt"],
  ])("%s is the same as plain text (A13)", async (path, name) => {
    const { headers, body } = await visit(path);
    expect(headers["content-disposition"]).toBe(`attachment; filename="${name}"`);
    expect(headers["content-type"]).toBe("text/plain; charset=utf-8");
    expect(body).toContain("klachten@learnworks.example");
  });

  test.each(languages)(
    "the first page leads to both in %s, and says what kind of file it is (A9, A13)",
    async (language) => {
      const { body } = await visit(`/o/sterker?lang=${language}`);
      const links = startTags(body).filter(
        ({ tag, attributes }) => tag === "a" && attributes["href"]?.includes("/form"),
      );
      const query = language === "nl" ? "" : "?lang=en";
      expect(links.map(({ attributes }) => [attributes["href"], attributes["type"]])).toEqual([
        [`/o/sterker/form${query}`, "application/pdf"],
        [`/o/sterker/form.txt${query}`, "text/plain"],
      ]);
      expect(body).toMatch(language === "nl" ? /PDF, om in te vullen/ : /PDF, to fill in/);
    },
  );
});

/** A mail with this file attached, called as its sender's program called it. */
function mailWith(
  file: Uint8Array,
  { text = "Zie de bijlage.", name = "klachtformulier.txt", type = "text/plain" } = {},
) {
  return `From: sanne@zorggroep.example
To: klachten@learnworks.example
Subject: Klacht
Message-ID: <one@zorggroep.example>
MIME-Version: 1.0
Content-Type: multipart/mixed; boundary="b"

--b
Content-Type: text/plain; charset=utf-8

${text}
--b
Content-Type: ${type}; name="${name}"
Content-Disposition: attachment; filename="${name}"
Content-Transfer-Encoding: base64

${Buffer.from(file).toString("base64")}
--b--
`;
}

describe("a mail with the report form attached", () => {
  const take = async (raw: string) => receiveMail(await storedMail(world, { raw }), world.dependencies);

  test("filled in as text becomes a complaint with its answers (A13, A14)", async () => {
    const form = (await visit("/o/learnworks/form.txt")).body
      .replace("[1] Wat is er gebeurd?", "$&\r\nDe zaal was op slot.")
      .replace("[4] Uw telefoon", "$&\r\n06 555 01 23")
      .replace("Ja of nee", "$&\r\nnee");
    await take(mailWith(Buffer.from(form)));
    expect(await theCase()).toMatchObject({
      channel: "email",
      complainant: { name: "", email: "sanne@zorggroep.example", phone: "06 555 01 23" },
      text: "Zie de bijlage.\n\nOp het formulier bij deze mail staat:\n\nDe zaal was op slot.\n\nAl contact gehad met de persoon over wie het gaat:\nnee",
      report: { talked: "no" },
      attachments: [{ name: "klachtformulier.txt" }],
    });
  });

  const filled = async (path = "/o/learnworks/form") =>
    filledPdf((await visit(path)).bytes, { words: "De zaal was op slot.", name: "Sanne de Wit", talked: "yes" });

  test.each([
    ["as it was saved", { name: "klachtformulier-learnworks.pdf", type: "application/pdf" }],
    ["without a type", { name: "KLACHT.PDF", type: "application/octet-stream" }],
    ["with a type and a name that are wrong", { name: "brief.doc", type: "application/msword" }],
  ])("filled in as PDF and attached %s becomes a complaint with its answers (A13, A14)", async (_how, attached) => {
    await take(mailWith(await filled(), attached));
    expect(await theCase()).toMatchObject({
      complainant: { name: "Sanne de Wit", email: "sanne@zorggroep.example" },
      text: expect.stringContaining("Op het formulier bij deze mail staat:\n\nDe zaal was op slot."),
      report: { talked: "yes" },
      attachments: [{ name: attached.name }],
    });
  });

  test("keeps the name and the address on it when the mail is somebody else's", async () => {
    const [words, name, email] = ["De zaal was op slot.", "Sanne de Wit", "sanne.thuis@deelnemer.example"];
    const form = await filledPdf((await visit("/o/learnworks/form")).bytes, { words, name, email });
    await take(mailWith(form).replace(/^From: .*$/mu, "From: Moeder <moeder@deelnemer.example>"));
    expect(await theCase()).toMatchObject({
      complainant: { name: "Moeder", email: "moeder@deelnemer.example" },
      text: expect.stringContaining(`Naam op het formulier:\n${name}\n\nMailadres op het formulier:\n${email}`),
    });
  });

  test("of the other organisation is read all the same", async () => {
    await take(mailWith(await filled("/o/sterker/form?lang=en")));
    expect(await theCase()).toMatchObject({ complainant: { name: "Sanne de Wit" }, report: { talked: "yes" } });
  });

  test("and no words is answered in the language of the form's", async () => {
    const form = (await visit("/o/learnworks/form?lang=en")).bytes;
    const words = "The trainer was late and the room was locked when we came.";
    await take(mailWith(await filledPdf(form, { words }), { text: "" }));
    expect(await theCase()).toMatchObject({
      language: "en",
      text: `The form with this mail says:\n\n${words}`,
    });
  });

  test("left empty says so to who reads the case, and the file is there", async () => {
    await take(mailWith((await visit("/o/learnworks/form")).bytes, { name: "formulier.pdf" }));
    expect(await theCase()).toMatchObject({
      text: "Zie de bijlage.\n\n[Bij deze mail zat een klachtformulier. Wij konden er geen antwoorden in vinden. Kijk in de bijlage.]",
      report: undefined,
      formUnread: true,
      attachments: [{ name: "formulier.pdf" }],
    });
  });

  test("printed, filled in with a pen and scanned says so too", async () => {
    await take(mailWith(Buffer.from("%PDF-1.4 scan"), { name: "klachtformulier-learnworks.pdf" }));
    expect((await theCase()).text).toContain("[Bij deze mail zat een klachtformulier.");
  });

  test("to a mail that adds to a case is read with that mail", async () => {
    await take(mailWith(Buffer.from("foto"), { name: "foto.jpg", type: "image/jpeg" }));
    const { number } = await theCase();
    const raw = mailWith(await filled(), { text: "Hier is het." })
      .replace("Subject: Klacht", `Subject: Re: ${number}`)
      .replace("one@", "two@");
    await take(raw);
    expect((await theCase()).messages).toMatchObject([
      {
        text: expect.stringMatching(/^Hier is het\.\n\nOp het formulier bij deze mail staat:\n\nDe zaal was op slot\./),
      },
    ]);
  });

  test("with more words than a case can hold is taken in all the same", async () => {
    const form = (await visit("/o/learnworks/form")).bytes;
    const long = await filledPdf(form, {
      words: "語".repeat(90_000),
      tried: "語".repeat(90_000),
      address: "語".repeat(9_000),
    });
    await take(mailWith(long, { text: "語".repeat(90_000) }));
    expect((await theCase()).text.length).toBeLessThanOrEqual(100_000);
  });
});
