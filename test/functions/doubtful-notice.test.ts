import { expect, test } from "vitest";
import { sweep } from "../../functions/sweep/sweep.ts";
import { receiveMail } from "../../shared/cases/receive-mail.ts";
import { PostRefused } from "../../shared/ports.ts";
import { CaseStore } from "../../shared/store/cases.ts";
import { procedures } from "../support/case-under-test.ts";
import { complaintMail, setup, storedMail } from "../support/embedded-world.ts";

interface Told {
  readonly text?: string;
  readonly subject?: string;
  readonly away?: readonly string[];
  /** Colleagues whose address takes no mail. */
  readonly unreachable?: readonly string[];
  readonly verdict?: "dmarc" | "spam";
}

/** Whose mailbox gets the notice of a doubtful mail at Learnworks on Monday 5 January. */
async function officerFor({ text, subject, away = [], unreachable = [], verdict = "dmarc" }: Told) {
  const world = setup();
  const { learnworks } = procedures;
  const people = learnworks.people.map((one) =>
    away.includes(one.id) ? { ...one, absences: [{ from: "2026-01-01", until: "2026-01-05" }] } : one,
  );
  const { items, clock, secrets, dependencies, post } = world;
  dependencies.cases = new CaseStore({ items, procedures: [{ ...learnworks, people }], clock, secrets });
  const takes = post.send.bind(post);
  post.send = async (envelope) => {
    if (unreachable.some((id) => envelope.to[0]?.startsWith(id))) throw new PostRefused("no such mailbox");
    return takes(envelope);
  };
  const raw = complaintMail({ ...(text !== undefined && { text }), ...(subject !== undefined && { subject }) });
  await receiveMail(await storedMail(world, { raw, verdicts: { [verdict]: "FAIL" } }), dependencies);
  await sweep({}, dependencies);
  return post.sent.map(({ to }) => to[0]?.split(".")[0]);
}

const everybody = "Ingrid Bakker, Joost Vermeulen, Farah Amrani en Wim de Graaf doen niets.";

test.each([
  ["the intake officer", {}, "ingrid"],
  ["the deputy while the officer is away", { away: ["ingrid"] }, "joost"],
  ["the deputy when the officer is named in it", { text: "Ingrid Bakker was onbeleefd." }, "joost"],
  ["the deputy when the officer is named in its subject", { subject: "Klacht over ingrid  bakker" }, "joost"],
  [
    "the deputy when a mail whose words are not shown names the officer",
    { text: "Over Ingrid Bakker.", verdict: "spam" },
    "joost",
  ],
  ["the officer whom it only greets", { text: "Beste Ingrid Bakker,\nDe zaal was koud." }, "ingrid"],
  ["one role up when one is named and the other away", { text: "Joost Vermeulen riep.", away: ["ingrid"] }, "farah"],
  [
    "one role up when one is named and the other takes no mail",
    { text: "Joost Vermeulen riep.", unreachable: ["ingrid"] },
    "farah",
  ],
  ["the director when the others are named", { text: "Ingrid Bakker, Joost Vermeulen en Farah Amrani." }, "wim"],
  ["who is away rather than who is named", { text: "Ingrid Bakker.", away: ["joost", "farah", "wim"] }, "joost"],
  ["the director when it names everybody", { text: everybody }, "wim"],
] as const satisfies readonly (readonly [string, Told, string])[])(
  "a mail that no machine should decide about goes to %s (B16)",
  async (_who, told, officer) => {
    expect(await officerFor(told)).toEqual([officer]);
  },
);
