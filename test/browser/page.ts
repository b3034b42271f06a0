import { execFile } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";

/** Where Chromium may be: where the environment says, or where systems put it. */
const places = [
  process.env.CHROMIUM,
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

/** The Chromium of this machine, if it has one. */
export const chromium = places.find((path) => path !== undefined && existsSync(path));

/** What a page may do: load scripts from where it comes itself, and nothing else; so no `eval` either. */
const policy = "default-src 'none'; script-src 'self'";

/** Without these it looks things up in the network, which a test has no business with. */
const flags = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--disable-dev-shm-usage",
];

/**
 * Runs the script `/main.js` in a page that is served under the policy, and gives the text that it leaves as the title.
 *
 * @param scripts the text of each script by its path
 */
export async function runPage(browser: string, scripts: Readonly<Record<string, string>>): Promise<string> {
  const server = createServer(({ url = "/" }, response) => {
    const script = scripts[url];
    response.setHeader("Content-Security-Policy", policy);
    response.setHeader("Content-Type", script === undefined ? "text/html; charset=utf-8" : "text/javascript");
    if (script === undefined && url !== "/") response.statusCode = 404;
    response.end(script ?? '<!doctype html><title></title><script type="module" src="/main.js"></script>');
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const profile = mkdtempSync(join(tmpdir(), "chromium-"));
  try {
    // What a server listens on by number has an address of this kind.
    const { port } = server.address() as AddressInfo;
    const args = [...flags, `--user-data-dir=${profile}`, "--dump-dom", `http://127.0.0.1:${port}/`];
    const { stdout } = await promisify(execFile)(browser, args, { timeout: 100_000, maxBuffer: 64 * 1024 * 1024 });
    return /<title>([^<]*)<\/title>/.exec(stdout)?.[1] ?? "";
  } finally {
    server.closeAllConnections();
    server.close();
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}
