import { beforeEach, describe, expect, test } from "vitest";
import { newSession, sealed, unsealed } from "../../functions/desk/session.ts";
import { sweep } from "../../functions/sweep/sweep.ts";
import { PostRefused, PostUnavailable } from "../../shared/ports.ts";
import { CaseStore } from "../../shared/store/cases.ts";
import { signInKey, signInsKey } from "../../shared/store/keys.ts";
import { procedures } from "../support/case-under-test.ts";
import { DeskVisitor } from "./desk-visitor.ts";
import { sameOrigin } from "./http-event.ts";

const farah = "farah.amrani@learnworks.example";
const stranger = "iemand@elders.example";
let desk: DeskVisitor;

beforeEach(() => {
  desk = DeskVisitor.at();
});

/** Moves the clock by so many minutes. */
function later(minutes: number): void {
  const { clock } = desk.world;
  clock.at = new Date(Date.parse(clock.at) + minutes * 60_000).toISOString();
}

async function comesIn(email = farah): Promise<string> {
  const [secret] = await desk.asksLink(email);
  const { cookies } = await desk.post(`/desk/in/${secret}`, {});
  desk.keep(cookies[0]);
  return secret ?? "";
}

describe("Asking for a link", () => {
  test("mails one to a colleague who has a role", async () => {
    await desk.asksLink(farah);
    expect(await desk.mails()).toEqual([farah]);
    const mail = Buffer.from(desk.world.post.sent[0]?.raw ?? []).toString();
    expect(mail).toMatch(/https:\/\/wederhoor\.example\/desk\/in\/[\w-]{20}/);
  });

  test("finds the address whatever its capitals", async () => {
    await desk.asksLink("Farah.Amrani@Learnworks.example");
    expect(await desk.mails()).toEqual([farah]);
  });

  test.each([
    ["somebody from outside", stranger],
    ["the complaints address", "klachten@learnworks.example"],
  ])("mails nothing to %s", async (_who, email) => {
    await desk.asksLink(email);
    expect(await desk.mails()).toEqual([]);
  });

  test("mails nothing to a colleague without a role", async () => {
    const { learnworks } = procedures;
    const people = [...learnworks.people, { id: "sem", name: "Sem Bos", email: "sem.bos@learnworks.example" }];
    const { items, clock, secrets, dependencies } = desk.world;
    dependencies.cases = new CaseStore({ items, procedures: [{ ...learnworks, people }], clock, secrets });
    await desk.asksLink("sem.bos@learnworks.example");
    expect(await desk.mails()).toEqual([]);
  });

  test("gives everybody the same answer", async () => {
    const known = await desk.post("/desk", { email: farah });
    const unknown = await desk.post("/desk", { email: stranger });
    expect(unknown).toEqual(known);
    expect(known.headers["location"]).toBe("/desk?sent=1");
  });

  test("asks the store as much for a stranger as for a colleague", async () => {
    const { items } = desk.world;
    const [get, transact] = [items.get.bind(items), items.transact.bind(items)];
    const calls: string[] = [];
    items.get = async (key) => {
      calls.push("get");
      return get(key);
    };
    items.transact = async (writes) => {
      calls.push("transact");
      return transact(writes);
    };
    await desk.post("/desk", { email: stranger });
    const forStranger = calls.splice(0);
    await desk.post("/desk", { email: farah });
    expect(calls).toEqual(forStranger);
  });

  test("mails five links an hour to an address, and again when the hour is over", async () => {
    for (let time = 1; time <= 7; time += 1) await desk.asksLink(farah);
    expect(await desk.secrets()).toHaveLength(5);
    later(61);
    expect(await desk.asksLink(farah)).toHaveLength(6);
  });

  test("leaves nothing behind of links of more than an hour ago", async () => {
    const [old = ""] = await desk.asksLink(farah);
    later(61);
    await desk.asksLink(farah);
    expect(await desk.world.items.get(signInKey(old))).toBeUndefined();
  });

  test("says what is no address", async () => {
    const answer = await desk.post("/desk", { email: "farah" });
    expect(answer.status).toBe(422);
    expect(answer.body).toContain('aria-invalid="true"');
  });

  test("from another site does nothing", async () => {
    const answer = await desk.post("/desk", { email: farah }, { "sec-fetch-site": "cross-site" });
    expect(answer.status).toBe(403);
    expect(await desk.secrets()).toEqual([]);
  });

  test("mails no link that has expired meanwhile", async () => {
    await desk.asksLink(farah);
    later(16);
    expect(await desk.mails()).toEqual([]);
    expect(await desk.secrets()).toEqual([]);
  });
});

describe("The mail with a link", () => {
  const sweeps = () => sweep({}, desk.world.dependencies);

  test("goes out later, once, when the post was out of reach", async () => {
    await desk.asksLink(farah);
    desk.world.post.failing = new PostUnavailable("later");
    await expect(sweeps()).rejects.toThrow("sign-in: PostUnavailable");
    desk.world.post.failing = undefined;
    later(6);
    await sweeps();
    await sweeps();
    expect(desk.world.post.sent.map(({ to }) => to.join())).toEqual([farah]);
  });

  test("is given up when the post will never take it", async () => {
    await desk.asksLink(farah);
    desk.world.post.failing = new PostRefused("no such mailbox");
    await sweeps();
    expect(await desk.secrets()).toEqual([]);
  });

  test("leaves nowhere the secret of its link once it is sent", async () => {
    const [secret = ""] = await desk.asksLink(farah);
    await sweeps();
    const left = [await desk.world.items.get(signInKey(secret)), await desk.world.items.get(signInsKey(farah))];
    expect(left.every((one) => one !== undefined)).toBe(true);
    expect(JSON.stringify(left)).not.toContain(secret);
    expect(await desk.secrets()).toEqual([]);
  });
});

describe("A mailed link", () => {
  test("signs in with a cookie that scripts and other sites do not get", async () => {
    const [secret] = await desk.asksLink(farah);
    const answer = await desk.post(`/desk/in/${secret}`, {});
    expect(answer).toMatchObject({ status: 303, headers: { location: "/desk" } });
    expect(answer.cookies[0]).toMatch(/^desk=[\w-]+\.[\w-]+; Path=\/; Max-Age=43200; HttpOnly; SameSite=Lax$/);
    desk.keep(answer.cookies[0]);
    expect((await desk.visit("/desk")).headers["location"]).toBe("/desk/learnworks");
  });

  test("gives over https a cookie for this host over https alone", async () => {
    const [secret] = await desk.asksLink(farah);
    const headers = { "sec-fetch-site": "same-origin", "x-forwarded-proto": "https" };
    const { cookies } = await desk.post(`/desk/in/${secret}`, {}, headers);
    expect(cookies[0]).toMatch(/^__Host-desk=.*; Path=\/; .*; Secure$/);
    expect(cookies[0]).not.toMatch(/domain/i);
  });

  test("keeps the language in which it was asked for, from the mail to the first page", async () => {
    const english = { query: { lang: "en" } };
    expect((await desk.visit("/desk", english)).body).toContain('action="/desk?lang=en"');
    await desk.visit("/desk", { ...english, method: "POST", headers: sameOrigin, form: { email: farah } });
    const [secret] = await desk.secrets();
    await desk.mails();
    const mail = Buffer.from(desk.world.post.sent[0]?.raw ?? []).toString();
    expect(mail).toContain("Your link to the complaints desk");
    expect(mail.replaceAll("=\r\n", "").replaceAll("=3D", "=")).toContain(`/desk/in/${secret}?lang=en`);
    const link = `/desk/in/${secret}`;
    expect((await desk.visit(link, english)).body).toContain(`action="${link}?lang=en"`);
    const answer = await desk.visit(link, { ...english, method: "POST", headers: sameOrigin, form: {} });
    expect(answer.headers["location"]).toBe("/desk?lang=en");
    desk.keep(answer.cookies[0]);
    expect((await desk.visit("/desk", english)).headers["location"]).toBe("/desk/learnworks?lang=en");
  });

  test("is in the colleague's own language when none was chosen", async () => {
    expect((await desk.visit("/desk")).body).toContain('action="/desk"');
    await desk.asksLink(farah);
    await desk.mails();
    const mail = Buffer.from(desk.world.post.sent[0]?.raw ?? []).toString();
    expect(mail).toContain("Uw link naar de klachtenbalie");
    expect(mail).not.toContain("?lang=");
  });

  test.each(["GET", "HEAD"])("is not used up by %s", async (method) => {
    const [secret] = await desk.asksLink(farah);
    for (let time = 1; time <= 3; time += 1) {
      const answer = await desk.visit(`/desk/in/${secret}`, { method });
      expect(answer.status).toBe(200);
      expect(answer.cookies).toEqual([]);
    }
    expect((await desk.post(`/desk/in/${secret}`, {})).cookies).toHaveLength(1);
  });

  test("works once", async () => {
    const secret = await comesIn();
    const again = await desk.another().post(`/desk/in/${secret}`, {});
    expect(again.status).toBe(404);
    expect(again.cookies).toEqual([]);
  });

  test("lets one in when it is used twenty times at the same moment", async () => {
    const [secret] = await desk.asksLink(farah);
    const all = await Promise.all(Array.from({ length: 20 }, () => desk.post(`/desk/in/${secret}`, {})));
    expect(all.filter(({ status }) => status === 303)).toHaveLength(1);
  });

  test("works for fifteen minutes", async () => {
    const [first = "", second = ""] = [...(await desk.asksLink(farah)), ...(await desk.asksLink(farah)).slice(1)];
    later(14);
    expect((await desk.post(`/desk/in/${first}`, {})).status).toBe(303);
    later(1);
    expect((await desk.visit(`/desk/in/${second}`)).status).toBe(404);
    expect((await desk.post(`/desk/in/${second}`, {})).status).toBe(404);
  });

  test.each(["x".repeat(43), "..%2f..", "a"])("that never was (%s) lets nobody in", async (secret) => {
    expect((await desk.visit(`/desk/in/${secret}`)).status).toBe(404);
    expect((await desk.post(`/desk/in/${secret}`, {})).cookies).toEqual([]);
  });

  test("is not used by a form on another site", async () => {
    const [secret] = await desk.asksLink(farah);
    expect((await desk.post(`/desk/in/${secret}`, {}, { "sec-fetch-site": "cross-site" })).status).toBe(403);
    expect((await desk.post(`/desk/in/${secret}`, {})).status).toBe(303);
  });
});

describe("A session", () => {
  test("ends after twelve hours", async () => {
    await comesIn();
    later(12 * 60 - 1);
    expect((await desk.visit("/desk/learnworks")).status).toBe(200);
    later(1);
    expect(await desk.visit("/desk/learnworks")).toMatchObject({ status: 303, headers: { location: "/desk" } });
  });

  test("ends when one signs out, in the browser where one does", async () => {
    await comesIn();
    const { cookies } = await desk.post("/desk/out", {});
    expect(cookies[0]).toMatch(/^desk=; Path=\/; Max-Age=0; /);
    desk.keep(cookies[0]);
    expect((await desk.visit("/desk")).status).toBe(200);
  });

  test("is nothing any more for who has lost their last role", async () => {
    await desk.signedIn("joost.vermeulen@learnworks.example");
    expect((await desk.visit("/desk/learnworks")).status).toBe(200);
    const { learnworks } = procedures;
    const roles = learnworks.roles.map((role) => ({
      ...role,
      holder: role.holder === "joost" ? "ingrid" : role.holder,
      deputy: role.deputy === "joost" ? "wim" : role.deputy,
    }));
    const { items, clock, secrets, dependencies } = desk.world;
    dependencies.cases = new CaseStore({ items, procedures: [{ ...learnworks, roles }], clock, secrets });
    expect((await desk.visit("/desk/learnworks")).status).toBe(303);
  });

  test("of somebody who works for two organisations asks where, and leads from the one to the other", async () => {
    const { learnworks, sterker } = procedures;
    const [first, ...others] = sterker.people;
    const both = {
      ...sterker,
      people: [{ ...first, id: first?.id ?? "", name: "Farah Amrani", email: farah }, ...others],
    };
    const { items, clock, secrets, dependencies } = desk.world;
    dependencies.cases = new CaseStore({ items, procedures: [learnworks, both], clock, secrets });
    await desk.signedIn(farah);
    const { status, body } = await desk.visit("/desk");
    expect(status).toBe(200);
    for (const house of ["learnworks", "sterker"]) {
      expect(body).toContain(`href="/desk/${house}"`);
      expect((await desk.visit(`/desk/${house}`)).status).toBe(200);
    }
    expect((await desk.visit("/desk/sterker")).body).toContain("Naar Learnworks");
  });

  test("opens no other organisation", async () => {
    await desk.signedIn(farah);
    expect((await desk.visit("/desk/sterker")).status).toBe(404);
    expect((await desk.visit("/desk/nergens")).status).toBe(404);
  });

  const now = "2026-01-05T09:00:00.000Z";
  const key = new Uint8Array(32).fill(7);
  const cookie = sealed(newSession(farah, now), key);
  const [contents = "", mac = ""] = cookie.split(".");
  const forged = Buffer.from(
    Buffer.from(contents, "base64url").toString().replace("farah.amrani", "wim.degraaf"),
  ).toString("base64url");

  test("is read back as it was given", () => {
    expect(unsealed(cookie, key, now)).toMatchObject({ email: farah });
  });

  test.each([
    ["of somebody else with the signature of this one", `${forged}.${mac}`],
    ["without a signature", contents],
    ["with an empty signature", `${contents}.`],
    ["with a shortened signature", `${contents}.${mac.slice(0, 20)}`],
    ["with something behind it", `${cookie}.x`],
    ["that is empty", ""],
    ["that is no base64", "%%%.%%%"],
  ])("%s is none", (_how, tampered) => {
    expect(unsealed(tampered, key, now)).toBeUndefined();
  });

  test("signed with another key is none", () => {
    expect(unsealed(cookie, new Uint8Array(32).fill(8), now)).toBeUndefined();
  });

  test("from the future is none", () => {
    expect(unsealed(cookie, key, "2026-01-05T08:59:59.999Z")).toBeUndefined();
  });
});
