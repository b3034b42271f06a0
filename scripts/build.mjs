// Makes schema/ from the types, the validators from the schemas, and dist/ (bundled JavaScript, and declarations) from engine/.
import { spawnSync } from "node:child_process";
import { chmodSync, existsSync, mkdtempSync, readFileSync, renameSync, rmSync, symlinkSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

process.chdir(join(import.meta.dirname, ".."));
const require = createRequire(import.meta.url);

/** The directory of an installed package; undefined where it isn't installed. */
function packageDirectory(name) {
  return require.resolve
    .paths(name)
    .map((path) => join(path, name))
    .find((path) => existsSync(join(path, "package.json")));
}

function run(...args) {
  const { status, error } = spawnSync(process.execPath, args, { stdio: "inherit" });
  if (error) throw error;
  if (status !== 0) process.exit(status ?? 1);
}

// Without the tools that only development needs, what can't be made anew stays as it is.
if (packageDirectory("ts-json-schema-generator") === undefined) {
  console.error("schema/ stays as it is: ts-json-schema-generator is not installed");
} else {
  run("scripts/schema.mjs");
}
run("scripts/validators.mjs");
const compiler = packageDirectory("typescript");
if (compiler === undefined || packageDirectory("rolldown") === undefined) {
  console.error("dist/ stays as it is: typescript or rolldown is not installed");
} else {
  // Made beside dist/ and then put in its place: a build that fails, or is under way, leaves the last good one.
  const next = mkdtempSync(join("node_modules", ".dist-"));
  process.on("exit", () => rmSync(next, { recursive: true, force: true }));
  run(join(compiler, "bin", "tsc"), "-p", "tsconfig.build.json", "--outDir", join(next, "types"));
  await bundle(next);
  chmodSync(join(next, "cli", "main.js"), 0o755);
  chmodSync(next, 0o755);
  rmSync("dist", { recursive: true, force: true });
  renameSync(next, "dist");
  linkCommands();
}

/**
 * Puts the engine's own modules together into few files, for a program that reads two hundred starts noticeably later.
 * Every file stays two folders below the package, so that it finds `schema/` and `package.json`; libraries stay outside.
 */
async function bundle(directory) {
  const { build } = await import("rolldown");
  await build({
    input: { "cli/main": "engine/cli/main.ts", "api/index": "engine/index.ts" },
    platform: "node",
    external: [/^node:/, /^[a-z@]/, /validators\.cjs$/],
    output: { dir: directory, format: "esm", chunkFileNames: "parts/[name]-[hash].js" },
    logLevel: "warn",
  });
}

/** Links the package's own commands as npm links those of a dependency; else `npx` would install the checkout first. */
function linkCommands() {
  const folder = join("node_modules", ".bin");
  if (process.platform === "win32" || !existsSync(folder)) return;
  const { bin } = JSON.parse(readFileSync("package.json", "utf8"));
  for (const [name, file] of Object.entries(bin)) {
    rmSync(join(folder, name), { force: true });
    symlinkSync(join("..", "..", file), join(folder, name));
  }
}
