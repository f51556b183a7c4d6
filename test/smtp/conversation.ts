import { once } from "node:events";
import { connect, type Socket } from "node:net";

/** A client that speaks SMTP line by line, for what a well-behaved one would never send. */
export class Conversation {
  readonly #socket: Socket;
  #unread = "";

  private constructor(socket: Socket) {
    this.#socket = socket;
    socket.setEncoding("latin1");
    socket.on("data", (text) => {
      this.#unread += text;
    });
    socket.on("error", () => {});
  }

  /** Connects to this port of the own machine and waits for the greeting. */
  static async open(port: number): Promise<Conversation> {
    const talk = new Conversation(connect(port, "127.0.0.1"));
    await talk.#answer();
    return talk;
  }

  /** Sends commands one by one and gives the answer to each. */
  async send(commands: readonly string[]): Promise<readonly string[]> {
    const answers: string[] = [];
    for (const command of commands) {
      this.#socket.write(`${command}\r\n`);
      answers.push(await this.#answer());
    }
    return answers;
  }

  /** Sends a message after DATA, dot-stuffed as RFC 5321 4.5.2 says, and gives the answer. */
  async message(raw: Uint8Array): Promise<string> {
    const stuffed = Buffer.from(raw)
      .toString("latin1")
      .replace(/(^|\r\n)\./g, "$1..");
    this.#socket.write(`${stuffed}${stuffed.endsWith("\r\n") ? "" : "\r\n"}.\r\n`, "latin1");
    return this.#answer();
  }

  /** Sends this and drops the connection. */
  async abandon(text: string): Promise<void> {
    this.#socket.write(text);
    this.#socket.end();
    await once(this.#socket, "close");
  }

  end(): void {
    this.#socket.destroy();
  }

  async #answer(): Promise<string> {
    const whole = /^(?:\d{3}-.*\r\n)*\d{3} .*\r\n/;
    for (;;) {
      const [answer] = whole.exec(this.#unread) ?? [];
      if (answer !== undefined) {
        this.#unread = this.#unread.slice(answer.length);
        return answer;
      }
      await once(this.#socket, "data");
    }
  }
}
