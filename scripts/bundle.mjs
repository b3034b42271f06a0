// Puts the engine's own modules together into few files: a program that reads two hundred starts noticeably later.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { build } from "rolldown";
import { BundledLibraries } from "./licences.mjs";

/** What no file holds: Node's own modules, and what other scripts write into schema/. */
const outside = [/^node:/, /validators\.cjs$/];

/**
 * Makes everything that a package holds besides its types. Every file stays two folders below the package, so that it
 * finds `schema/` and `package.json`.
 *
 * @param directory where dist/ is being made
 */
export async function bundle(directory) {
  const libraries = new BundledLibraries();
  await bundleProgram(directory, libraries);
  await bundleLibrary(directory);
  await bundleForBrowsers(directory, libraries);
  await bundleCompanion(directory, libraries);
  writeFileSync(join(directory, "licences.txt"), libraries.licences());
}

/**
 * The program, and the libraries of every start with it. Node loads CommonJS sooner than modules, and few files sooner
 * than many, so there is one for each step of a start, and those of single commands. The solver stays outside, as does
 * the library for unusual YAML.
 */
async function bundleProgram(directory, libraries) {
  const steps = [
    { name: "start", test: /engine\/cli\/run\.ts$/ },
    { name: "rules", test: /engine\/cli\/(?:rules|source|case-input)\.ts$/ },
    { name: "report", test: /engine\/cli\/report\.ts$/ },
    { name: "second-engine", test: /engine\/interop\/json-rules-engine\/agreement\.ts$|\/json-rules-engine\/dist\// },
  ];
  await build({
    input: { "cli/main": "engine/cli/main.ts" },
    platform: "node",
    external: [...outside, "z3-solver"],
    plugins: [libraries.plugin],
    output: {
      dir: directory,
      format: "cjs",
      chunkFileNames: "program/[name]-[hash].cjs",
      // What several steps need is in the first of them.
      codeSplitting: { groups: steps.map((step, at) => ({ ...step, priority: steps.length - at })) },
    },
    logLevel: "warn",
  });
  // The package is one of modules, and this file is none.
  writeFileSync(join(directory, "cli", "package.json"), `${JSON.stringify({ type: "commonjs" })}\n`);
}

/** What a developer imports, and the worker of `batch`. Libraries stay outside, for they are the developer's too. */
async function bundleLibrary(directory) {
  await build({
    input: { "worker/batch": "engine/cli/batch/worker.ts", "api/index": "engine/index.ts" },
    platform: "node",
    external: [...outside, /^[a-z@]/],
    output: { dir: directory, format: "esm", chunkFileNames: "parts/[name]-[hash].js" },
    logLevel: "warn",
  });
}

/** Puts the evaluator and the libraries that it needs into one file, which loads nothing more, and prints its size. */
async function bundleForBrowsers(directory, libraries) {
  const file = join(directory, "browser", "index.js");
  await build({
    input: "engine/browser.ts",
    platform: "browser",
    plugins: [libraries.plugin],
    output: { file, format: "esm", minify: true },
    logLevel: "warn",
  });
  const bytes = readFileSync(file);
  const kilobytes = (size) => `${(size / 1000).toFixed(1)} kB`;
  console.error(`evaluator for browsers: ${kilobytes(bytes.length)}, ${kilobytes(gzipSync(bytes).length)} gzipped`);
}

/** Puts what gives exported rules their facts into one file, which is handed out beside them. */
async function bundleCompanion(directory, libraries) {
  await build({
    input: "engine/interop/json-rules-engine/companion/index.ts",
    platform: "neutral",
    plugins: [libraries.plugin],
    output: { file: join(directory, "companion", "json-rules-engine.mjs"), format: "esm", minify: true },
    logLevel: "warn",
  });
}
