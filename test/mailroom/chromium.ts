import { existsSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { type Browser, chromium } from "playwright-core";
import { setup, type World } from "./world.ts";

const executablePath = "/usr/bin/chromium";

/** Whether a browser is here. CI must have one; elsewhere the tests that need it are skipped, and it is said. */
export function hasChromium(): boolean {
  if (existsSync(executablePath)) return true;
  if (process.env["CI"] !== undefined) throw new Error(`CI needs ${executablePath}: apt-get install chromium.`);
  console.log(`Skipped: the mailroom in a browser, because ${executablePath} is not there (apt-get install chromium).`);
  return false;
}

export function launch(): Promise<Browser> {
  const quiet = ["--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"];
  return chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu", "--disable-quic", ...quiet] });
}

/** The mailroom's stylesheet as the embedded edition bundles it. */
export async function bundledStylesheet(): Promise<string> {
  const entryPoints = [fileURLToPath(new URL("../../local/mailroom/style.css", import.meta.url))];
  const { outputFiles } = await build({ entryPoints, bundle: true, minify: true, write: false, logLevel: "error" });
  return outputFiles.map(({ text }) => text).join("");
}

/** Serves a world on a free port. */
export async function serve(world: World) {
  const room = setup(world);
  const server = createServer(async (incoming, outgoing) => {
    const chunks: Uint8Array[] = [];
    for await (const chunk of incoming) chunks.push(Buffer.from(chunk));
    const { pathname, searchParams } = new URL(incoming.url ?? "/", "http://127.0.0.1");
    const answer = await room.mailroom({
      method: incoming.method ?? "GET",
      path: pathname,
      query: searchParams,
      accept: incoming.headers.accept ?? "",
      contentType: incoming.headers["content-type"] ?? "",
      body: Buffer.concat(chunks),
      sameOrigin: [undefined, "same-origin"].includes(incoming.headers["sec-fetch-site"]?.toString()),
    });
    outgoing.writeHead(answer?.status ?? 404, { ...answer?.headers }).end(answer?.body);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return { ...room, origin: `http://127.0.0.1:${portOf(server)}`, close: () => server.close() };
}

function portOf(server: Server): number {
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The server listens on no port.");
  return address.port;
}
