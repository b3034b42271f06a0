// Puts the engine's own modules together into few files: a program that reads two hundred starts noticeably later.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { build } from "rolldown";

/** What stays outside of every file: Node's own modules, and what other scripts write into schema/. */
const never = [/^node:/, /validators\.cjs$/];

/**
 * Makes everything that a package holds besides its types. Every file stays two folders below the package, so that it
 * finds `schema/` and `package.json`.
 *
 * @param directory where dist/ is being made
 */
export async function bundle(directory) {
  await bundleProgram(directory);
  await bundleLibrary(directory);
  await bundleForBrowsers(directory);
  await bundleCompanion(directory);
}

/**
 * The program with the libraries that it needs, but for the solver and the reader of unusual YAML, which few commands need. Node loads
 * CommonJS in half the time of modules, and few files sooner than many; so there is one file for each step of a start.
 */
async function bundleProgram(directory) {
  const groups = [
    { name: "start", test: /engine\/cli\/run\.ts$/ },
    { name: "rules", test: /engine\/cli\/(?:rules|source|case-input)\.ts$/ },
    { name: "report", test: /engine\/cli\/report\.ts$/ },
    { name: "second-engine", test: /engine\/interop\/json-rules-engine\/agreement\.ts$|\/json-rules-engine\/dist\// },
  ];
  await build({
    input: { "cli/program": "engine/cli/program.ts" },
    platform: "node",
    external: [...never, "z3-solver"],
    output: {
      dir: directory,
      format: "cjs",
      entryFileNames: "[name].cjs",
      chunkFileNames: "program/[name]-[hash].cjs",
      // What two groups need is in the first.
      codeSplitting: { groups: groups.map((group, at) => ({ ...group, priority: groups.length - at })) },
    },
    logLevel: "warn",
  });
  await build({
    input: "engine/cli/main.ts",
    platform: "node",
    external: never,
    plugins: [
      { name: "program", resolveId: (id) => (id === "./program.ts" ? { id: "./program.cjs", external: true } : null) },
    ],
    output: { file: join(directory, "cli", "main.js"), format: "esm" },
    logLevel: "warn",
  });
}

/** What a developer imports, and the worker of `batch`. Libraries stay outside, for they are the developer's too. */
async function bundleLibrary(directory) {
  await build({
    input: { "cli/batch-worker": "engine/cli/batch/worker.ts", "api/index": "engine/index.ts" },
    platform: "node",
    external: [...never, /^[a-z@]/],
    output: { dir: directory, format: "esm", chunkFileNames: "parts/[name]-[hash].js" },
    logLevel: "warn",
  });
}

/** Puts the evaluator and the libraries that it needs into one file, which loads nothing more, and prints its size. */
async function bundleForBrowsers(directory) {
  const file = join(directory, "browser", "index.js");
  await build({
    input: "engine/browser.ts",
    platform: "browser",
    output: { file, format: "esm", minify: true },
    logLevel: "warn",
  });
  const bytes = readFileSync(file);
  const kilobytes = (size) => `${(size / 1000).toFixed(1)} kB`;
  console.error(`evaluator for browsers: ${kilobytes(bytes.length)}, ${kilobytes(gzipSync(bytes).length)} gzipped`);
}

/** Puts what gives exported rules their facts into one file, which is handed out beside them. */
async function bundleCompanion(directory) {
  await build({
    input: "engine/interop/json-rules-engine/companion/index.ts",
    platform: "neutral",
    output: { file: join(directory, "companion", "json-rules-engine.mjs"), format: "esm", minify: true },
    logLevel: "warn",
  });
}
