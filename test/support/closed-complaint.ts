import { receiveMail } from "../../shared/cases/receive-mail.ts";
import { announceErasures } from "../../shared/learning/announce-erasures.ts";
import { eraseDue } from "../../shared/learning/erase.ts";
import type { LearningWorld } from "./learning-world.ts";
import { caseFromMail, measureFiles, StoredCase } from "./stored-case.ts";

export const organisation = "learnworks";

/** The complaint closes on 2 March 2026: its data go 24 months later, and the owner hears it 30 days ahead. */
export const monthBefore = "2028-02-01T11:00:00.000Z";
export const onTheDay = "2028-03-02T11:00:00.000Z";

export async function announcedAndErased(world: LearningWorld): Promise<void> {
  world.clock.at = monthBefore;
  await announceErasures(organisation, world.dependencies);
  world.clock.at = onTheDay;
  await eraseDue(organisation, world.dependencies);
}

/** A mail with a file, from somebody whose every word is told from any other. */
export const plantedMail = (id: string) => `From: Mirthe Zandstra <mirthe.zandstra@kwekerij.example>
To: klachten@learnworks.example
Subject: Kwetsende grappen over laaggeletterden
Message-ID: <${id}@kwekerij.example>
MIME-Version: 1.0
Content-Type: multipart/mixed; boundary="deel"

--deel
Content-Type: text/plain; charset=utf-8

Op dinsdag zei de trainer dat ik een sukkelaar ben. Mijn bureau staat aan de Bloemstraat.

--deel
Content-Type: text/plain; name="dagboek.txt"
Content-Disposition: attachment; filename="dagboek.txt"

Geachte lezer, hier staat mijn dagboek.
--deel--
`;

const reply = (replyKey: string) => `From: Mirthe Zandstra <mirthe.zandstra@kwekerij.example>
To: klachten+${replyKey}@learnworks.example
Subject: Re: aanvulling
Message-ID: <twee@kwekerij.example>
Content-Type: text/plain; charset=utf-8

Nog iets: mijn leidinggevende Dirkje hoorde het ook.
`;

const doubtful = `From: Postbode <postbode@reclame.example>
To: klachten@learnworks.example
Subject: Afwezig tot maandag
Auto-Submitted: auto-replied
Content-Type: text/plain; charset=utf-8

Ik ben op vakantie in Terschelling.
`;

/** Some of what was put in, as it was written. */
export const planted = [
  "Mirthe",
  "zandstra",
  "kwekerij.example",
  "sukkelaar",
  "Bloemstraat",
  "dagboek",
  "Dirkje",
  "koffieautomaat",
  "Koosje",
  "wagenvoort",
  "Regenboog",
  "tulpen",
  "verdrietig",
  "Spelregels voor humor",
  "Humor kan kwetsen",
  "Postbode",
  "Terschelling",
  "Kwetsende",
] as const;

const day = (date: string) => `${date}T10:00:00.000Z`;

/**
 * A complaint that went the long way, with every kind of person and word in it, mail that came twice, two measures and a promise that are
 * done, and a signal; all closed.
 */
export async function closedComplaint(world: LearningWorld): Promise<StoredCase> {
  const file = await caseFromMail(world, plantedMail("een"));
  await receiveMail(await world.stored(plantedMail("een"), organisation), world.dependencies);
  await receiveMail(await world.stored(doubtful, organisation), world.dependencies);
  const { replyKey } = await file.dossier();
  const answered = await world.stored(reply(replyKey), organisation);
  const recipients = [`klachten+${replyKey}@learnworks.example`];
  await receiveMail({ ...answered, envelope: { ...answered.envelope, recipients } }, world.dependencies);

  await file.send("receipt");
  await file.perform("assess", {
    outcome: "handle",
    category: "trainer",
    severity: "ordinary",
    claim: "no",
    talked: "no",
    hold: "no",
    tried: "Zelf aangesproken bij de koffieautomaat.",
    respondentOthers: "Koosje Wagenvoort, koosje@wagenvoort.example",
    client: "Stichting Regenboog, inkoop@regenboog.example",
  });
  await file.send("copies");
  await file.act("add-to-case", "complainant", { message: "Ik wil geen excuses van hem, maar een gesprek." });
  await file.perform("first-response", {
    contactChannel: "phone",
    contactDate: "2026-01-05",
    contactSummary: "Mirthe klonk verdrietig.",
  });
  await file.round("hearing", {
    complainant: { outcome: "account", account: "Hij lachte mij uit waar Dirkje bij was." },
    "respondent:1": { outcome: "account", account: "Ik bedoelde het als grapje, zegt Koosje." },
  });
  world.clock.at = day("2026-01-19");
  await file.perform("establish-facts", {
    outcome: "established",
    whatHappened: "Koosje noemde Mirthe een sukkelaar.",
    finding: "founded",
    category: "trainer",
    cause: "agreements",
  });
  await file.perform("solve", {
    solution: "Mirthe krijgt een nieuwe trainer en een bos tulpen.",
    promise: "Wij bellen Mirthe over de tulpen.",
    promiseDue: "2026-02-09",
  });
  await file.round("confirmation", {});
  await file.perform(
    "address-respondent",
    {
      addressedOn: "2026-01-19",
      addressedNote: "Koosje had spijt.",
      condition: "Koosje maakt geen grappen meer.",
      measureType: "retraining",
      measureDue: "2026-02-16",
    },
    "respondent:1",
  );
  await file.perform("write-outcome", {
    letter: "Beste Mirthe, uw klacht is terecht.",
    respondentLetter: "Beste Koosje, de klacht is terecht.",
    clientLetter: "Beste mensen van Regenboog, de klacht is klaar.",
    teamLetter: "Wij maken geen grappen over deelnemers.",
  });
  await file.perform("approve-outcome");
  await file.send("outcome");
  world.clock.at = day("2026-02-02");
  await file.perform("react", { outcome: "satisfied" });
  world.clock.at = day("2026-03-02");
  await file.perform("draw-lessons", {
    cause: "agreements",
    lesson: "Humor kan kwetsen, leerden wij van Koosje.",
    measure1: "Spelregels voor humor in de trainingen.",
    measureType1: "process",
    measureOwner1: "joost",
    measureDue1: "2026-03-16",
  });
  await file.do({ type: "CloseCase" });
  // Nobody ever answers this one.
  await file.do({ type: "OpenTask", kind: "satisfaction", about: "complainant", requestId: "survey" });
  await signalRaisedAndSeen(world, file);
  await measuresDone(world);
  return file;
}

async function signalRaisedAndSeen(world: LearningWorld, { caseId }: StoredCase): Promise<void> {
  const period = { from: day("2026-01-01"), until: day("2026-03-02") };
  const signal = await world.cases.openSignal(organisation, {
    rule: "repeated",
    dimension: "respondent",
    count: 3,
    cases: [caseId],
    what: "Koosje Wagenvoort",
    ...period,
  });
  await new StoredCase(world, organisation, signal.caseId).perform("look-into-signal", {
    outcome: "nothing",
    finding: "Koosje is al aangesproken.",
  });
}

async function measuresDone(world: LearningWorld): Promise<void> {
  world.clock.at = day("2026-03-10");
  for (const measure of await measureFiles(world)) {
    const { matter } = await measure.dossier();
    const isPromise = matter.kind === "measure" && matter.measure.measureType === "promise";
    const evidence = "De lijst met Koosje is afgevinkt.";
    await measure.perform("report-measure", { outcome: isPromise ? "kept" : "done", evidence, doneOn: "2026-03-10" });
    if (isPromise) continue;
    await measure.perform("judge-effect", { outcome: "helped", effectNote: "Mirthe zag verschil." });
    await measure.perform("judge-effect", { outcome: "helped", effectNote: "Nog steeds goed." });
  }
}
