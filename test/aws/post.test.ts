import { type SESClient, SendRawEmailCommand } from "@aws-sdk/client-ses";
import { mockClient } from "aws-sdk-client-mock";
import { afterEach, describe, expect, test } from "vitest";
import { postClient } from "../../shared/aws/clients.ts";
import { SesPost } from "../../shared/aws/post.ts";
import { PostRefused, PostUnavailable, PostUncertain } from "../../shared/ports.ts";
import { type Behaviour, FaultyEndpoint } from "./faulty-endpoint.ts";
import { awsError, passingErrors } from "./passing-errors.ts";

const letter = {
  from: "klachten@sterker.example",
  to: ["sanne@deelnemer.example"],
  raw: Buffer.from("Subject: x\r\n\r\n"),
};

function setup(configurationSet?: string) {
  const client = postClient({ region: "eu-west-1" });
  const double = mockClient(client);
  const post = new SesPost({
    client,
    wait: async () => {},
    ...(configurationSet === undefined ? {} : { configurationSet }),
  });
  return { post, double };
}

const isThrottled = (title: string) => /thr|too many/.test(title);

describe("A letter through SES", () => {
  test("goes out with sender, recipients and configuration set named beside it", async () => {
    const { post, double } = setup("letters");
    double.on(SendRawEmailCommand).resolves({ MessageId: "0102" });

    expect(await post.send({ ...letter, tags: { organisation: "sterker", letter: "letter-1" } })).toEqual({
      providerMessageId: "0102",
      messageId: "0102@eu-west-1.amazonses.com",
    });

    expect(double.commandCalls(SendRawEmailCommand).map(({ args: [{ input }] }) => input)).toEqual([
      {
        Source: letter.from,
        Destinations: letter.to,
        RawMessage: { Data: letter.raw },
        ConfigurationSetName: "letters",
        Tags: [
          { Name: "organisation", Value: "sterker" },
          { Name: "letter", Value: "letter-1" },
        ],
      },
    ]);
  });

  test("is known to its reader by another host in the first region of AWS", async () => {
    const client = postClient({ region: "us-east-1" });
    mockClient(client).on(SendRawEmailCommand).resolves({ MessageId: "0102" });

    expect(await new SesPost({ client }).send(letter)).toEqual({
      providerMessageId: "0102",
      messageId: "0102@email.amazonses.com",
    });
  });

  test.each(["MessageRejected", "MailFromDomainNotVerifiedException", "InvalidParameterValue"])(
    "is refused for good on %s, without the address in the message",
    async (name) => {
      const { post, double } = setup();
      const error = Object.assign(awsError(name, 400), {
        message: "Illegal content for sanne@deelnemer.example",
      });
      double.on(SendRawEmailCommand).rejects(error);

      const refused = post.send(letter);

      await expect(refused).rejects.toEqual(new PostRefused(`SES refused the message: ${name}.`));
      expect(double.commandCalls(SendRawEmailCommand)).toHaveLength(1);
    },
  );

  test.each(passingErrors)("waits for a better time when SES is out of reach: $title", async ({ title, error }) => {
    const { post, double } = setup();
    double.on(SendRawEmailCommand).rejects(error);

    // Whatever SES may have done with it is not the same as what it certainly did not do.
    const certain = isThrottled(title) || /refused|resolved/.test(title);
    await expect(post.send(letter)).rejects.toBeInstanceOf(certain ? PostUnavailable : PostUncertain);

    // Only what SES certainly did not send is offered again: it has no token against sending twice.
    expect(double.commandCalls(SendRawEmailCommand)).toHaveLength(isThrottled(title) ? 5 : 1);
  });

  test.each(["AccountSendingPausedException", "ConfigurationSetSendingPausedException"])(
    "waits until sending is resumed on %s",
    async (name) => {
      const { post, double } = setup();
      double.on(SendRawEmailCommand).rejects(awsError(name, 400));

      await expect(post.send(letter)).rejects.toBeInstanceOf(PostUnavailable);
    },
  );

  test.each([
    {
      what: "an address is verified",
      says: "Email address is not verified. The following identities failed the check",
    },
    { what: "AWS lifts the suspension", says: "Sending suspended for this account." },
    { what: "AWS lifts the pause", says: "Account is paused." },
  ])("waits until $what, which SES calls MessageRejected", async ({ says }) => {
    const { post, double } = setup();
    const message = `${says} sanne@deelnemer.example`;
    double.on(SendRawEmailCommand).rejects(Object.assign(awsError("MessageRejected", 400), { message }));

    await expect(post.send(letter)).rejects.toEqual(new PostUnavailable("SES could not take it now: MessageRejected."));
    expect(double.commandCalls(SendRawEmailCommand)).toHaveLength(1);
  });

  test("may have gone when SES says yes without an id", async () => {
    const { post, double } = setup();
    double.on(SendRawEmailCommand).resolves({});

    await expect(post.send(letter)).rejects.toBeInstanceOf(PostUncertain);
  });

  test("goes out after a moment of throttling", async () => {
    const { post, double } = setup();
    double.on(SendRawEmailCommand).rejectsOnce(awsError("Throttling", 400)).resolves({ MessageId: "0102" });

    expect(await post.send(letter)).toMatchObject({ providerMessageId: "0102" });
  });

  test("shows a missing permission as the bug that it is", async () => {
    const { post, double } = setup();
    const error = awsError("AccessDenied", 403);
    double.on(SendRawEmailCommand).rejects(error);

    await expect(post.send(letter)).rejects.toBe(error);
  });
});

describe("A way to SES that fails", () => {
  const ways: FaultyEndpoint[] = [];
  const clients: SESClient[] = [];

  afterEach(async () => {
    for (const client of clients.splice(0)) client.destroy();
    await Promise.all(ways.splice(0).map((way) => way.close()));
  });

  async function through(behaviour: Behaviour) {
    const way = await FaultyEndpoint.start([behaviour]);
    const credentials = { accessKeyId: "test", secretAccessKey: "test" };
    const client = postClient({ endpoint: way.url, region: "eu-west-1", credentials, attemptMs: 100 });
    ways.push(way);
    clients.push(client);
    return { way, post: new SesPost({ client, wait: async () => {} }) };
  }
  const refusal = (code: string, message = "No.") =>
    FaultyEndpoint.answers(
      400,
      `<ErrorResponse><Error><Type>Sender</Type><Code>${code}</Code><Message>${message}</Message></Error></ErrorResponse>`,
      "text/xml",
    );

  test.each([
    { title: "drops the connection", fault: FaultyEndpoint.drops() },
    { title: "keeps silent", fault: FaultyEndpoint.staysSilent() },
    { title: "has a fault", fault: FaultyEndpoint.answers(500, "", "text/xml") },
  ])("and $title gives PostUncertain and does not send again by itself", async ({ fault }) => {
    const { way, post } = await through(fault);

    await expect(post.send(letter)).rejects.toBeInstanceOf(PostUncertain);

    expect(way.requests).toHaveLength(1);
  });

  test.each([
    { code: "MessageRejected", error: PostRefused },
    { code: "MailFromDomainNotVerifiedException", error: PostRefused },
    { code: "InvalidParameterValue", error: PostRefused },
    { code: "Throttling", error: PostUnavailable },
    { code: "AccountSendingPausedException", error: PostUnavailable },
    { code: "MessageRejected", message: "Email address is not verified.", error: PostUnavailable },
  ])("reads $code in the answer as SES writes it", async ({ code, message, error }) => {
    const { post } = await through(refusal(code, message));

    await expect(post.send(letter)).rejects.toBeInstanceOf(error);
  });
});
