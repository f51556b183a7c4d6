import { expect, test } from "vitest";
import {
  busyWorld,
  complaintRow,
  emptyWorld,
  executionRow,
  letter,
  mime,
  samira,
  sealed,
  setup,
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
  { name: "intake log", path: "/mailroom/intake", title: "Binnengekomen" },
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
  const strays = inside.filter(
    ({ tag, href }) => !href?.includes("lang=en") && !href?.endsWith("/raw") && !tag.includes('lang="nl"'),
  );
  expect(strays).toEqual([]);
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
  expect(events[2]).toContain("half of the time is gone → office manager");
  expect(events[3]).toContain("Erased.");
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
