import { describe, expect, test } from "vitest";
import { deliverLetters } from "../../shared/cases/deliver-letters.ts";
import { receiveBounce } from "../../shared/cases/receive-bounce.ts";
import { register } from "../../shared/domain/decide.ts";
import { parseMail } from "../../shared/mail/parse.ts";
import { claimKey } from "../../shared/store/keys.ts";
import { bouncedId, bounces, readBounceFile } from "../mail/bounces.ts";
import { complaint, mondayMorning, procedures } from "../support/case-under-test.ts";
import { setup } from "../support/embedded-world.ts";

const { learnworks, sterker } = procedures;
const nobody = { from: "" };

/** A case whose complainant got a receipt; the post called it `message-1`. */
async function received(email = "sanne.dewit@zorggroep.example") {
  const { cases, dependencies } = setup();
  const { facts, private: words } = complaint(learnworks, {}, { complainant: { name: "Sanne de Wit", email } });
  const { caseId } = facts;
  await cases.create(register({ facts, private: words }, learnworks, mondayMorning), []);
  await cases.execute(learnworks.id, caseId, { type: "SendLetters", letter: "receipt", requestId: "receipt" });
  await deliverLetters(learnworks.id, caseId, dependencies);
  const tells = async (file: string, id = "message-1@eu-west-1.amazonses.com", procedure = learnworks) => {
    const raw = Buffer.from(readBounceFile(file)).toString().replaceAll(bouncedId, id);
    return receiveBounce(await parseMail(Buffer.from(raw)), nobody, procedure, cases);
  };
  return { caseId, tells, cases };
}

const tellsOfLetter = bounces.filter(({ file, reports }) => reports !== undefined && file !== "global");

describe("A bounce of a letter of ours", () => {
  test.each(tellsOfLetter)("by $title finds its letter", async ({ file }) => {
    const { caseId, tells } = await received();
    const found = await tells(file);

    // Of a mail to two people this letter is one.
    expect(found).toEqual([expect.objectContaining({ caseId, letterId: "letter-1" })]);
  });

  test("says what happened, why, and whether the address is of any use", async () => {
    const { tells } = await received();

    expect((await tells("postfix"))?.[0]?.report).toMatchObject({ action: "failed", permanent: true, status: "5.1.1" });
    expect((await tells("expired"))?.[0]?.report).toMatchObject({ action: "failed", permanent: false });
    expect((await tells("postfix-delayed"))?.[0]?.report).toMatchObject({ action: "delayed" });
    expect((await tells("complaint"))?.[0]?.report).toMatchObject({ action: "complained" });
  });

  test("counts also where the provider's id is the whole Message-ID, as through a relay", async () => {
    const { tells } = await received();

    expect(await tells("postfix", "message-1")).toHaveLength(1);
  });

  test("counts where a server knows its own people by another address", async () => {
    const { tells } = await received("sanne@zorggroep.example");

    expect(await tells("exchange-online")).toHaveLength(1);
  });
});

describe("Nothing follows from a bounce", () => {
  test("about mail that we never sent", async () => {
    const { tells } = await received();

    expect(await tells("postfix", "made-up@learnworks.example")).toEqual([]);
  });

  test("about somebody whom the letter did not go to, such as a box it was passed on to", async () => {
    const { tells } = await received("sanne@elders.example");

    expect(await tells("postfix")).toEqual([]);
    expect(await tells("complaint")).toEqual([]);
  });

  test("at another organisation", async () => {
    const { tells } = await received();

    expect(await tells("postfix", undefined, sterker)).toEqual([]);
  });

  test("with the id of a mail that was filed and is no letter", async () => {
    const { tells, cases, caseId } = await received();
    const theirs = { put: { ...claimKey("THREAD", learnworks.id, "theirs@post.example"), caseId } };
    await cases.items.transact([theirs]);

    expect(await tells("postfix", "theirs@post.example")).toEqual([]);
  });

  test.each(bounces.filter(({ reports }) => reports === undefined))("by $title, for it is none", async ({ file }) => {
    const { tells } = await received();

    expect(await tells(file)).toBeUndefined();
  });
});
