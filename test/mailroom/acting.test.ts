import { expect, test } from "vitest";
import { busyWorld, complaints, emptyWorld, executionRow, samira, setup, textOf } from "./world.ts";

const mail = {
  fromName: "Samira Haddad",
  fromAddress: samira,
  to: complaints,
  subject: "Te laat",
  text: "De trainer.\r\nTe laat.",
};

const everyPath = [
  "/mailroom",
  "/mailroom?box=samira.haddad@post.example&mail=letter-m1",
  "/mailroom?mail=mail-i1",
  "/mailroom/messages",
  "/mailroom/messages/m1",
  "/mailroom/messages/m1/raw",
  "/mailroom/messages/m1/letter",
  "/mailroom/clock?to=next&advance=P1D",
  "/mailroom/compose?example=late-trainer&fromAddress=a@b.example&to=c@d.example&text=x",
  "/mailroom/compose?reply=letter-m1",
  "/mailroom/executions",
  `/mailroom/executions/${encodeURIComponent(executionRow.id)}`,
  "/mailroom/intake",
  "/mailroom/intake/i1/raw",
  "/mailroom/cases",
  "/mailroom/cases/c1",
  "/mailroom/cases/c1/duties",
  "/mailroom/letters?procedure=sterker&language=en",
  "/mailroom/letters/learnworks.nl.1",
  "/mailroom/style.css",
  "/mailroom/refresh.js",
];

test.each(everyPath)("GET and HEAD of %s change nothing", async (path) => {
  const { ask, did } = setup(await busyWorld());
  for (const accept of ["text/html", "application/json"])
    for (const method of ["GET", "HEAD"]) await ask(path, { method, accept });
  expect(did).toEqual([]);
  expect((await ask(path)).status).toBe(200);
  expect((await ask(path, { method: "HEAD" })).body).toBe("");
});

test.each(["/mailroom/clock", "/mailroom/compose"])("a page of another site cannot post to %s", async (path) => {
  const { postForm, postJson, did } = setup(await busyWorld());
  expect((await postForm(path, { ...mail, advance: "P1D" }, { sameOrigin: false })).status).toBe(403);
  expect((await postJson(path, { advance: "P1D" }, { sameOrigin: false })).status).toBe(403);
  expect(did).toEqual([]);
});

test.each([
  { method: "POST", path: "/mailroom/messages", allow: "GET, HEAD" },
  { method: "POST", path: "/mailroom", allow: "GET, HEAD" },
  { method: "DELETE", path: "/mailroom/messages/m1", allow: "GET, HEAD, POST" },
])("$method $path is not a thing to do", async ({ method, path, allow }) => {
  const { ask } = setup(await busyWorld());
  const answer = await ask(path, { method });
  expect([answer.status, answer.headers["allow"]]).toEqual([405, allow]);
});

test("a mail that somebody writes goes out as written, and they return to their mailbox", async () => {
  const { postForm, did, ask } = setup(emptyWorld());
  const answer = await postForm("/mailroom/compose", { ...mail, lang: "en" });
  expect(did).toEqual([
    {
      composed: {
        from: { name: "Samira Haddad", address: samira },
        to: complaints,
        subject: "Te laat",
        text: "De trainer.\nTe laat.",
      },
    },
  ]);
  expect([answer.status, answer.headers["location"]]).toEqual([
    303,
    "/mailroom?box=samira.haddad%40post.example&sent=yes&lang=en",
  ]);
  expect(textOf(await ask(answer.headers["location"] ?? ""))).toContain("Wederhoor has taken the e-mail");
});

test("line breaks in a field cannot make another header or recipient", async () => {
  const { postForm, did } = setup(emptyWorld());
  await postForm("/mailroom/compose", { ...mail, subject: "Klacht\r\nBcc: x@y.example" });
  expect(did).toMatchObject([{ composed: { subject: "Klacht Bcc: x@y.example" } }]);
  const refused = await postForm("/mailroom/compose", { ...mail, to: `${complaints}\r\nBcc: x@y.example` });
  expect(refused.status).toBe(422);
  expect(did).toHaveLength(1);
});

test("what the mail server refuses comes back with its reason and with what was written", async () => {
  const { postForm } = setup({ ...emptyWorld(), refusal: "550 No such <mailbox> here" });
  const answer = await postForm("/mailroom/compose", { ...mail, lang: "en" });
  expect(answer.status).toBe(422);
  const page = textOf(answer);
  expect(page).toContain("The mail server did not take this e-mail: 550 No such &lt;mailbox> here");
  expect(page).toContain("De trainer.\nTe laat.");
});

test("an unfinished mail is not sent; each mistake stands with its field", async () => {
  const { postForm, did } = setup(emptyWorld());
  const answer = await postForm("/mailroom/compose", { fromAddress: "samira", to: "", text: " ", lang: "en" });
  expect(answer.status).toBe(422);
  const page = textOf(answer);
  for (const field of ["fromAddress", "to", "text"]) {
    expect(page).toContain(`id="${field}-problem"`);
    expect(page).toContain(`aria-describedby="${field}-problem"`);
  }
  expect(did).toEqual([]);
});

test("a reply answers where the letter asks, in the name of who got it, and quotes it", async () => {
  const world = await busyWorld();
  const { ask, postForm, did } = setup(world);
  const form = textOf(await ask("/mailroom/compose?reply=letter-m1&box=samira.haddad@post.example"));
  const value = (name: string) => new RegExp(`<input[^>]* name="${name}"[^>]*value="([^"]*)"`).exec(form)?.[1];
  expect(value("fromAddress")).toBe(samira);
  expect(value("to")).toBe("klachten+k7f3@learnworks.example");
  expect(value("subject")).toBe("Re: Wij hebben uw klacht ontvangen (LW-2026-0001)");
  expect(value("inReplyTo")).toMatch(/^&lt;.+@learnworks\.example>$/);
  expect(form).toContain("> Uw klacht heeft nummer LW-2026-0001");
  await postForm("/mailroom/compose", { ...mail, inReplyTo: "<a@learnworks.example>" });
  expect(did).toMatchObject([{ composed: { inReplyTo: "<a@learnworks.example>" } }]);
});
