// Makes schema/ from the types, the validators from the schemas, dist/ (bundled JavaScript, and declarations) from
// engine/, and the schemas of the shipped procedure from its rules. With --if-changed it does nothing where all of that was made from the very same sources: `npx` installs the
// checkout anew for its first command, and would build it a second time.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { createRequire } from "node:module";
import { basename, join } from "node:path";

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

/** Where the schemas of the shipped procedure lie, which the build only writes. */
const { procedure, bin } = JSON.parse(readFileSync("package.json", "utf8"));
const ownSchemas = join("schema", basename(procedure.rules));

/** The digest of everything that the build reads. */
function sourcesDigest() {
  const hash = createHash("sha256");
  for (const root of ["engine", "scripts", "schema", "package-lock.json", "tsconfig.json", "tsconfig.build.json"]) {
    const inside = statSync(root).isDirectory() ? readdirSync(root, { recursive: true }) : [""];
    for (const path of inside.map((name) => join(root, name)).sort()) {
      if (path.startsWith(ownSchemas)) continue;
      if (statSync(path).isFile()) hash.update(`${path}\n`).update(readFileSync(path));
    }
  }
  return hash.digest("hex");
}

const stamp = join("dist", ".built-from");
if (process.argv.includes("--if-changed") && existsSync(stamp) && readFileSync(stamp, "utf8") === sourcesDigest()) {
  process.exit(0);
}

// Without the tools that only development needs, what can't be made anew stays as it is.
if (packageDirectory("ts-json-schema-generator") === undefined) {
  console.error("schema/ stays as it is: ts-json-schema-generator is not installed");
} else {
  run("scripts/schema.mjs");
}
run("scripts/validators.mjs");
run("scripts/quick-validators.mjs");
const compiler = packageDirectory("typescript");
if (compiler === undefined || packageDirectory("rolldown") === undefined) {
  console.error("dist/ stays as it is: typescript or rolldown is not installed");
} else {
  // Made beside dist/ and then put in its place: a build that fails, or is under way, leaves the last good one.
  const next = mkdtempSync(join("node_modules", ".dist-"));
  process.on("exit", () => rmSync(next, { recursive: true, force: true }));
  run(join(compiler, "bin", "tsc"), "-p", "tsconfig.build.json", "--outDir", join(next, "types"));
  const { bundle } = await import("./bundle.mjs");
  await bundle(next);
  chmodSync(join(next, "cli", "main.js"), 0o755);
  chmodSync(next, 0o755);
  rmSync("dist", { recursive: true, force: true });
  renameSync(next, "dist");
  writeFileSync(stamp, sourcesDigest());
  // Rules that can't be read leave their schemas as they are; to say what is wrong with them is not the build's work.
  const [command] = Object.values(bin);
  const { status } = spawnSync(process.execPath, [command, "export", "schema", "--out", ownSchemas], {
    stdio: "ignore",
  });
  if (status !== 0) console.error(`${ownSchemas} stays as it is: the rules in ${procedure.rules} can't be read`);
}
