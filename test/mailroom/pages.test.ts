import { expect, test } from "vitest";
import { catalogue } from "../../shared/domain/tasks/catalogue.ts";
import {
  busyWorld,
  caseRow,
  complaintRow,
  emptyWorld,
  executionRow,
  letter,
  mime,
  picture,
  samira,
  sealed,
  setup,
  sideTaskRow,
  textOf,
} from "./world.ts";

const pages = [
  { name: "post", path: "/mailroom", title: "Alle post" },
  {
    name: "a letter",
    path: "/mailroom?box=samira.haddad@post.example&mail=letter-m1",
    title: "Wij hebben uw klacht ontvangen (LW-2026-0001)",
  },
  { name: "compose", path: "/mailroom/compose", title: "Schrijf een e-mail" },
  { name: "cases", path: "/mailroom/cases", title: "Zaken" },
  { name: "a case", path: "/mailroom/cases/c1", title: "Zaak LW-2026-0001" },
  { name: "executions", path: "/mailroom/executions", title: "Verloop" },
  {
    name: "an execution",
    path: `/mailroom/executions/${encodeURIComponent(executionRow.id)}`,
    title: "Verloop van LW-2026-0001",
  },
  { name: "the duties of a case", path: "/mailroom/cases/c1/duties", title: "Plichten van zaak LW-2026-0001" },
  { name: "intake log", path: "/mailroom/intake", title: "Binnengekomen" },
  { name: "all letters", path: "/mailroom/letters", title: "Brieven" },
];

test.each(pages)(
  "the page $name has one heading, its landmarks, the clock and no scripts but its own",
  async ({ path, title }) => {
    const { ask } = setup(await busyWorld());
    const { body, headers } = await ask(path);
    const html = String(body);
    expect([...html.matchAll(/<h1[^>]*>([^<]*)/g)].map(([, text]) => text)).toEqual([title]);
    for (const landmark of [
      /<header/,
      /<nav aria-label="Onderdelen"/,
      /<main id="content"/,
      /<section[^>]* aria-label="Klok"/,
    ])
      expect(html).toMatch(landmark);
    expect(html).toContain("maandag 5 januari 2026 om 10:00");
    expect(html).toContain("dinsdag 6 januari 2026 om 09:00");
    expect([...html.matchAll(/<script[^>]*>/g)].map(([tag]) => tag)).toEqual([
      '<script src="/mailroom/refresh.js" defer>',
    ]);
    expect(headers["content-security-policy"]).toContain("default-src 'none'");
    expect(headers["content-security-policy"]).toContain("script-src 'self'");
    expect(headers["content-security-policy"]).not.toContain("unsafe-inline");
    expect(headers["cache-control"]).toBe("no-store");
  },
);

test.each(pages)("the page $name speaks English when asked, and its links keep to it", async ({ path }) => {
  const { ask } = setup(await busyWorld());
  const html = textOf(await ask(`${path}${path.includes("?") ? "&" : "?"}lang=en`));
  expect(html).toContain('<html lang="en"');
  expect(html).toContain("Monday, 5 January 2026 at 10:00");
  const inside = [...html.matchAll(/<a[^>]* href="(\/mailroom[^"]*)"[^>]*>/g)].map(([tag, href]) => ({ tag, href }));
  // A letter or the source of a mail has a language of its own.
  const own = /^\/mailroom\/letters\/|\/raw$/;
  const strays = inside.filter(
    ({ tag, href = "" }) => !href.includes("lang=en") && !own.test(href) && !tag.includes('lang="nl"'),
  );
  expect(strays).toEqual([]);
});

test.each(pages)("the page $name warns that mail leaves for real only when it does", async ({ path }) => {
  const { ask } = setup({ ...(await busyWorld()), relay: "mail.example:587" });
  const english = `${path}${path.includes("?") ? "&" : "?"}lang=en`;
  expect(textOf(await ask(path))).toContain("Elke brief gaat ook via mail.example:587 naar de mensen zelf.");
  expect(textOf(await ask(english))).toContain("Move the clock on, and they get all that is sent in that time.");
  expect(textOf(await setup(await busyWorld()).ask(path))).not.toContain("Let op: post vertrekt echt.");
});

test("the first visit says what to do and offers a complaint to send in one click", async () => {
  const { ask, postForm, did } = setup(emptyWorld());
  const html = textOf(await ask("/mailroom?lang=en"));
  expect(html).toContain("Send a complaint, as a course participant would by e-mail.");
  const form = /<form class="room-example".*?<\/form>/s.exec(html)?.[0] ?? "";
  const fields = [...form.matchAll(/name="([^"]+)" value="([^"]*)"/g)].map(([, name, value]) => [name, value]);
  expect((await postForm("/mailroom/compose", Object.fromEntries(fields))).status).toBe(303);
  expect(did).toMatchObject([{ composed: { to: expect.stringMatching(/^klachten@/) } }]);
});

test("mailboxes stand by house with the role of each colleague, and people outside as soon as they wrote", async () => {
  const { ask } = setup(await busyWorld());
  const html = textOf(await ask("/mailroom"));
  const nav = /<nav class="room-boxes".*?<\/nav>/s.exec(html)?.[0] ?? "";
  expect(nav).toMatch(
    /Klagers en anderen.*Samira Haddad.*Learnworks.*klachtenadres.*Ingrid Bakker.*office manager.*Sterker/s,
  );
  expect(textOf(await setup(emptyWorld()).ask("/mailroom"))).toContain("Nog niemand heeft geschreven.");
});

test("a mailbox has what somebody sent and received, newest first", async () => {
  const { ask } = setup(await busyWorld());
  const subjects = async (box: string) => {
    const html = textOf(await ask(`/mailroom?box=${encodeURIComponent(box)}`));
    return [...html.matchAll(/room-list__subject">([^<]*)/g)].map(([, subject]) => subject);
  };
  expect(await subjects(samira)).toEqual(["Wij hebben uw klacht ontvangen (LW-2026-0001)", "Trainer te laat"]);
  expect(await subjects("ingrid.bakker@learnworks.example")).toEqual(["Beoordeel de klacht LW-2026-0001"]);
  expect(await subjects("klachten+k7f3@learnworks.example")).toHaveLength(3);
});

test("the picture marks where the execution is and was, and says the same in words", async () => {
  const { ask } = setup(await busyWorld());
  const html = textOf(await ask(`/mailroom/executions/${encodeURIComponent(executionRow.id)}?lang=en`));
  expect(html).toMatch(/<svg[^>]*role="img"[^>]*aria-labelledby="machine-title machine-description"/);
  expect(html).toContain("Is now at: Assess</desc>");
  const steps = [...html.matchAll(/machine__step--(current|visited|ahead)"><rect[^>]*><\/rect><text[^>]*>([^<]*)/g)];
  expect(steps.map(([, progress, name]) => `${name} ${progress}`)).toEqual([
    "Confirm receipt visited",
    "Assess current",
    "Establish ahead",
    "Write outcome ahead",
    "Close case ahead",
    "Case closed ahead",
  ]);
  expect(html).toMatch(/Assess<\/span> <span class="room-quiet">a person; it is here now/);
});

test("the steps of a machine have Dutch names on a Dutch page", async () => {
  const { ask } = setup(await busyWorld());
  const html = textOf(await ask(`/mailroom/executions/${encodeURIComponent(executionRow.id)}`));
  expect(html).toContain("Staat nu bij: Beoordelen</desc>");
  expect(html).toMatch(/<text[^>]*>Uitkomst schrijven</);
  expect(html).toMatch(/<text[^>]*>behandelen</);
  expect(textOf(await ask("/mailroom/executions"))).toContain("<td>Beoordelen</td>");
});

test("each execution of a case says what it is about", async () => {
  const world = await busyWorld();
  world.executions.push(sideTaskRow);
  const { ask } = setup(world);
  expect(textOf(await ask("/mailroom/executions?lang=en"))).toMatch(
    new RegExp(`side-task-learnworks<span[^>]*>${catalogue["first-response"].title.en}<`),
  );
  const links = [...textOf(await ask("/mailroom/cases/c1?lang=en")).matchAll(/<a[^>]*\/executions\/[^>]*>([^<]*)/g)];
  expect(links.map(([, text]) => text)).toEqual(["The way of the complaint", catalogue["first-response"].title.en]);
});

test("the step for a withdrawn complaint says when one comes there, because no way leads to it", async () => {
  const world = await busyWorld();
  world.pictures.set("complaint-learnworks", { ...picture, withdrawn: "Close case" });
  const html = textOf(await setup(world).ask(`/mailroom/executions/${encodeURIComponent(executionRow.id)}?lang=en`));
  expect(html).toMatch(/Close case<\/text><text[^>]*>when withdrawn</);
});

test("a machine without a picture says so", async () => {
  const world = { ...(await busyWorld()), pictures: new Map() };
  const html = textOf(await setup(world).ask(`/mailroom/executions/${encodeURIComponent(executionRow.id)}?lang=en`));
  expect(html).toContain("There is no picture of this machine.");
});

test("a dossier keeps facts and private apart, and says what was erased", async () => {
  const { ask } = setup(await busyWorld());
  const html = textOf(await ask("/mailroom/cases/c1?lang=en"));
  const events = html.split('<li class="room-event').slice(1);
  expect(events).toHaveLength(4);
  const [facts = "", personal = ""] = (events[0] ?? "").split("room-event__fields--private");
  expect(facts).toContain("LW-2026-0001");
  expect(facts).not.toContain(samira);
  expect(personal).toContain(samira);
  expect(personal).toContain("rooster.pdf");
  expect(events[2]).toContain("half of the time is gone: Assess the complaint → office manager (Ingrid Bakker)");
  expect(events[3]).toContain("Erased.");
});

test("a case shows each duty with its status in words, its dates and the event that proves it (B12)", async () => {
  const { ask } = setup(await busyWorld());
  const html = textOf(await ask("/mailroom/cases/c1?lang=en"));
  const row = (id: string) => new RegExp(`<tr id="duty-${id}">.*?</tr>`, "s").exec(html)?.[0] ?? "";
  const told = (id: string) =>
    row(id)
      .replace(/<[^>]+>/g, " ")
      .replace(/\s+/g, " ");
  expect(told("B10")).toMatch(/ met .*5 Jan 2026.* 1 Complaint registered/);
  expect(row("B10")).toContain('href="/mailroom/cases/c1?lang=en#event-1"');
  expect(html).toContain('id="event-1"');
  expect(told("B9")).toMatch(/ open .*6 Jan 2026/);
  const outside = /<details[^>]*>(.*?)<\/details>/s.exec(html)?.[1] ?? "";
  expect(outside).toContain(">not applicable<");
  expect(outside).not.toContain(">met<");
});

test("the duties have a page of their own that leads back to the case (B12)", async () => {
  const { ask } = setup(await busyWorld());
  const html = textOf(await ask("/mailroom/cases/c1/duties"));
  expect(html).toContain('href="/mailroom/cases/c1"');
  expect(html).toMatch(/\d+ gedaan, /);
});

test("all letters of a procedure can be read, in each language that its house writes", async () => {
  const { ask } = setup(await busyWorld());
  const choices = (html: string) =>
    [...html.matchAll(/<a href="([^"]*)" aria-current="true">([^<]*)<\/a>/g)].map(([, , name]) => name);
  expect(choices(textOf(await ask("/mailroom/letters?lang=en")))).toEqual(["Learnworks, English"]);
  const first = textOf(await ask("/mailroom/letters"));
  expect(first).toContain("Receipt of learnworks in nl");
  expect(choices(first)).toEqual(["Learnworks, Nederlands"]);
  const other = textOf(await ask("/mailroom/letters?procedure=sterker&language=en&lang=en"));
  expect(other).toContain("Receipt of sterker in en");
  expect(choices(other)).toEqual(["Sterker Leerhuis, English"]);
  expect(other).toContain("receipt → complainant");
  expect(other).toContain(`question: ${catalogue.statement.title.en} → person it is about, on paper`);
});

test("a letter of a procedure is shown as its reader sees it, and runs nothing", async () => {
  const { ask } = setup(await busyWorld());
  const shown = await ask("/mailroom/letters/learnworks.nl.2");
  expect(textOf(shown)).toContain('<base target="_blank"></head><body><p>Dag Bram,</p>');
  expect(shown.headers["content-security-policy"]).toMatch(/^sandbox /);
  for (const id of ["learnworks.nl.3", "learnworks.nl.0", "learnworks.fr.1", "nobody.nl.1", "learnworks"])
    expect((await ask(`/mailroom/letters/${id}`)).status, id).toBe(404);
});

test.each(["/favicon.ico", "/mailroom/icon.svg"])("%s is the icon of the site", async (path) => {
  const { ask } = setup(emptyWorld());
  const { status, headers, body } = await ask(path);
  expect([status, headers["content-type"]]).toEqual([200, "image/svg+xml; charset=utf-8"]);
  expect(String(body)).toMatch(/^<svg /);
});

test("the owner of a case is told with name and title, and for whom they act", async () => {
  const world = await busyWorld();
  const owners = ["role:project-manager", "deputy:project-manager", "person:wim"];
  world.cases = owners.map((owner, index) => ({ ...caseRow, id: `c${index}`, owner }));
  const html = textOf(await setup(world).ask("/mailroom/cases?lang=en"));
  for (const owner of [
    "project manager (Farah Amrani)",
    "deputy of the project manager (Joost Vermeulen)",
    "Wim de Graaf",
  ])
    expect(html).toContain(`<td>${owner}</td>`);
});

const attack = `"><script>alert(1)</script><img src=x onerror=alert(1)>'`;

test("subjects, names, bodies and file names are shown as text, whatever is in them", async () => {
  const world = await busyWorld();
  world.rows = [{ ...complaintRow, subject: attack, from: `${attack}@x.example` }];
  world.sources.set(
    "i1",
    mime([
      `From: =?utf-8?B?${Buffer.from(attack).toString("base64")}?= <samira@post.example>`,
      `Subject: ${attack}`,
      'Content-Type: multipart/mixed; boundary="b"',
      "",
      "--b",
      "Content-Type: text/plain",
      "",
      attack,
      "--b",
      `Content-Type: text/html; name="<script>alert(1).html"`,
      `Content-Disposition: attachment; filename="<script>alert(1).html"`,
      "",
      attack,
      "--b--",
    ]),
  );
  world.messages = [await letter({ id: "m9", to: samira, subject: attack, text: attack })];
  world.executions = [{ ...executionRow, machine: attack, states: [attack], status: attack }];
  world.cases = world.cases.map((row) => ({ ...row, number: attack, owner: attack, organisation: attack }));
  world.events.set(
    "c1",
    sealed([
      {
        type: "MessageFiled",
        facts: { mailId: attack, from: "unknown" },
        private: {
          address: attack,
          subject: attack,
          text: attack,
          attachments: [{ name: attack, contentType: attack, bytes: 1, key: attack }],
        },
      },
    ]),
  );
  const { ask } = setup(world);
  for (const path of [
    ...pages.map((one) => one.path),
    "/mailroom?mail=mail-i1",
    "/mailroom?mail=letter-m9&as=text",
    "/mailroom?mail=letter-m9",
    "/mailroom/compose?reply=mail-i1",
    `/mailroom?box=${encodeURIComponent(attack)}&mail=${encodeURIComponent(attack)}`,
  ]) {
    const html = textOf(await ask(path));
    expect(html, path).not.toMatch(/<script>|<img/);
  }
  const open = textOf(await ask("/mailroom?mail=mail-i1"));
  expect(open).toContain("_script_alert(1).html");
});

test("a letter is shown in a frame that can run nothing, and its links open beside the mailroom", async () => {
  const world = await busyWorld();
  const html = "<html><head></head><body><script>parent.x=1</script><p onclick=alert(1)>Hallo</p></body></html>";
  world.messages = [await letter({ id: "m9", to: samira, subject: "x", text: "x", html })];
  const { ask } = setup(world);
  const page = textOf(await ask("/mailroom?mail=letter-m9"));
  expect(page).toContain('src="/mailroom/messages/m9/letter" sandbox="allow-popups allow-popups-to-escape-sandbox"');
  const shown = await ask("/mailroom/messages/m9/letter");
  const policy = shown.headers["content-security-policy"] ?? "";
  expect(policy).toMatch(/^sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'/);
  expect(policy).not.toContain("script-src");
  expect(textOf(shown)).toContain('<head><base target="_blank">');
});

test("mail from outside is never shown as HTML", async () => {
  const world = await busyWorld();
  world.sources.set("i1", mime(["From: a@post.example", "Content-Type: text/html", "", "<h1>Kop</h1><p>Tekst</p>"]));
  const { ask } = setup(world);
  const html = textOf(await ask("/mailroom?mail=mail-i1"));
  expect(html).toContain("Tekst");
  expect(html).not.toContain("<iframe");
  expect((await ask("/mailroom/messages/i1/letter")).status).toBe(404);
});
