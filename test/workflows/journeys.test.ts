import { describe, expect, test } from "vitest";
import { machineNamed } from "./machines.ts";
import { type Office, setup, stepsAmong } from "./office.ts";

/** What people do when nothing is special: they do what is asked, and are satisfied. */
const usual = {
  assess: "handle",
  statement: "account",
  "establish-facts": "established",
  "give-judgment": "given",
  solve: "solved",
  "confirm-agreement": "confirmed",
  "address-respondent": "addressed",
  "write-outcome": "written",
  "approve-outcome": "approved",
  react: "satisfied",
  "draw-lessons": "drawn",
  satisfaction: "rated",
} as const;
/** What most cases do not need. */
const skipped = ["complete-registration", "decide-urgently", "release-copy", "approve-outcome", "follow-up"];

const begin = ["Complete the registration", "Confirm receipt", "Assess"];
const hearing = ["Send copies", "Release the copy", "Hear both sides", "Establish what happened"];
const telling = ["Write outcome", "Approve outcome", "Send outcome", "React to the outcome"];
const closing = ["Draw lessons", "Close case", "Case closed"];
const survey = ["Draw lessons", "Close case", "Wait for the survey", "Ask satisfaction", "Follow up a low score"];

interface Journey extends Office {
  readonly title: string;
  readonly machine: string;
  readonly steps: readonly string[];
  readonly letters: readonly string[];
}

const journeys: readonly Journey[] = [
  {
    title: "Sterker: talked over together, agreed and confirmed by both (A18-A20)",
    machine: "complaint-sterker",
    outcomes: { ...usual, "consent-to-talk": "yes", "three-way-talk": "agreement" },
    steps: [
      ...begin,
      ...hearing,
      "Ask for a three-way talk",
      "Three-way talk",
      "Confirm the agreement",
      ...telling,
      ...closing,
    ],
    letters: ["receipt", "copies", "outcome"],
  },
  {
    title: "Sterker: one side does not want to talk together, so apart, and then a binding judgment (A21, A22)",
    machine: "complaint-sterker",
    outcomes: { ...usual, "consent-to-talk": ["yes", "no"], "separate-talks": "held" },
    conclusions: { consent: "unwilling" },
    steps: [
      ...begin,
      ...hearing,
      "Ask for a three-way talk",
      "Separate talks",
      "Give judgment",
      ...telling,
      ...closing,
    ],
    letters: ["receipt", "copies", "outcome"],
  },
  {
    title: "Sterker: solved by talking it over first (A5, A15)",
    machine: "complaint-sterker",
    outcomes: { ...usual, assess: "talk-first", "talk-result": "solved" },
    steps: [
      ...begin,
      "Invite to talk",
      "Tell how the talk went",
      "Confirm what was agreed in the talk",
      ...telling,
      ...closing,
    ],
    letters: ["receipt", "invitation", "outcome"],
  },
  {
    title:
      "Sterker: what was agreed is disputed, the owner takes the complaint up, and judges after a talk without agreement",
    machine: "complaint-sterker",
    outcomes: {
      ...usual,
      assess: "talk-first",
      "talk-result": "solved",
      "confirm-agreement": "disputed",
      "decide-after-silence": "handle",
      "consent-to-talk": "yes",
      "three-way-talk": "no-agreement",
    },
    conclusions: { confirmation: "disputed" },
    steps: [
      ...begin,
      "Invite to talk",
      "Tell how the talk went",
      "Confirm what was agreed in the talk",
      "Decide after the talk",
      ...hearing,
      "Ask for a three-way talk",
      "Three-way talk",
      "Give judgment",
      ...telling,
      ...closing,
    ],
    letters: ["receipt", "invitation", "copies", "outcome"],
  },
  {
    title: "Sterker: advice is enough (A8)",
    machine: "complaint-sterker",
    outcomes: { ...usual, assess: "advice", advise: "advised", "choose-after-advice": "settled" },
    steps: [...begin, "Advise", "Choose after advice", "Close case", "Case closed"],
    letters: ["receipt"],
  },
  {
    title: "Sterker: not a complaint",
    machine: "complaint-sterker",
    outcomes: { ...usual, assess: "not-a-complaint" },
    steps: [...begin, "Send referral", "Close case", "Case closed"],
    letters: ["receipt", "referral"],
  },
  {
    title:
      "Learnworks: passed on by a colleague, consulted about, serious, and the copy held back at first (B8, B14, B16, B19)",
    machine: "complaint-learnworks",
    skipped: ["approve-outcome", "follow-up"],
    next: "survey",
    outcomes: {
      ...usual,
      "complete-registration": "passed-on",
      assess: ["consult", "handle"],
      consult: "advised",
      "decide-urgently": "directed",
      "release-copy": "released",
    },
    steps: [
      ...begin,
      "Consult",
      "Assess",
      "Decide urgently",
      ...hearing,
      "Solve",
      "Ask whether it satisfies",
      "Address those involved",
      ...telling,
      ...survey,
      "Case closed",
    ],
    letters: ["receipt", "copies", "outcome"],
  },
  {
    title: "Learnworks: heard again and asked more, solved twice, the outcome written again (B18, B24, B27)",
    machine: "complaint-learnworks",
    skipped: ["complete-registration", "decide-urgently", "release-copy"],
    outcomes: {
      ...usual,
      "establish-facts": ["exchange", "ask-more", "established"],
      "reply-to-account": "nothing-to-add",
      "answer-question": "answered",
      "approve-outcome": ["rework", "approved"],
    },
    conclusions: { confirmation: ["disputed", "confirmed"] },
    steps: [
      ...begin,
      "Decide urgently",
      ...hearing,
      "Answer each other",
      "Establish what happened",
      "Ask the complainant",
      "Establish what happened",
      "Solve",
      "Ask whether it satisfies",
      "Solve",
      "Ask whether it satisfies",
      "Address those involved",
      "Write outcome",
      "Approve outcome",
      ...telling,
      ...closing,
    ],
    letters: ["receipt", "copies", "outcome"],
  },
  {
    title: "Learnworks: an independent person, whom the director chooses after three proposals (B29)",
    machine: "complaint-learnworks",
    skipped,
    outcomes: {
      ...usual,
      react: "not-satisfied",
      "propose-independents": "proposed",
      "rank-independents": "ranked",
      "choose-independent": "chosen",
      "independent-advice": "advised",
      "final-outcome": "written",
    },
    conclusions: { ranking: ["none", "none", "undecided"] },
    steps: [
      ...begin,
      "Decide urgently",
      ...hearing,
      "Solve",
      "Ask whether it satisfies",
      "Address those involved",
      ...telling,
      "Propose independent persons",
      "Rank independent persons",
      "Propose independent persons",
      "Rank independent persons",
      "Propose independent persons",
      "Rank independent persons",
      "Choose an independent person",
      "Independent advice",
      "Final outcome",
      "Send final outcome",
      ...closing,
    ],
    letters: ["receipt", "copies", "outcome", "final-outcome"],
  },
  {
    title: "Learnworks: a low score opens the complaint once more (B35)",
    machine: "complaint-learnworks",
    skipped: skipped.filter((kind) => kind !== "follow-up"),
    next: "survey",
    outcomes: { ...usual, "follow-up": ["reopen", "done"] },
    steps: [
      ...begin,
      "Decide urgently",
      ...hearing,
      "Solve",
      "Ask whether it satisfies",
      "Address those involved",
      ...telling,
      ...survey,
      "Establish what happened",
      "Solve",
      "Ask whether it satisfies",
      "Address those involved",
      ...telling,
      ...survey,
      "Case closed",
    ],
    letters: ["receipt", "copies", "outcome", "outcome"],
  },
  {
    title: "the school: a session is held and a judgment given",
    machine: "complaint-school",
    outcomes: { ...usual, "hold-session": "held" },
    steps: [
      ...begin,
      "Send copies",
      "Release the copy",
      "Hear both sides",
      "Hold the session",
      "Establish what happened",
      "Give judgment",
      ...telling,
      ...closing,
    ],
    letters: ["receipt", "copies", "outcome"],
  },
];

describe("a case goes all the way", () => {
  test.each(journeys)("$title", async ({ machine, steps, letters, ...office }) => {
    const { start, wait, entered, callsOf, result } = setup(machineNamed(machine), { skipped, ...office });

    const arn = await start();
    await wait(60 * 24 * 60 * 60 * 1000);

    expect(result(arn)).toBe("SUCCEEDED");
    expect(stepsAmong(entered(arn))).toEqual(steps);
    expect(callsOf("send-letters").map(({ letter }) => letter)).toEqual(letters);
  });
});
