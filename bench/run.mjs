// Runs the benchmark: installs the libraries that it measures where they are missing, builds the program and the
// benchmark, and starts it. The options are `--quick` and `--only ID`.
import { spawnSync } from "node:child_process";
import { existsSync, rmSync } from "node:fs";
import { join } from "node:path";
import { build } from "rolldown";

process.chdir(join(import.meta.dirname, ".."));

function run(command, args, options = {}) {
  // What these say is no result.
  const { status, error } = spawnSync(command, args, { stdio: ["ignore", 2, 2], ...options });
  if (error) throw error;
  if (status !== 0) process.exit(2);
}

if (!existsSync(join("bench", "node_modules"))) {
  // Not `npm ci`: it wants every platform's native part of ZEN to be in the lock, which holds those of Linux alone.
  run("npm", ["install", "--no-save"], { cwd: "bench", shell: process.platform === "win32" });
}
run(process.execPath, ["scripts/build.mjs", "--if-changed"]);
const directory = join("bench", "dist");
rmSync(directory, { recursive: true, force: true });
// As deep as the built program, so that it finds `package.json` and `schema/` where that finds them.
await build({
  input: {
    main: "bench/main.ts",
    worker: "bench/worker.ts",
    loop: "bench/batch/loop.ts",
    "at-exit": "bench/batch/at-exit.ts",
  },
  platform: "node",
  external: [/^node:/, /^[a-z@]/, /validators\.cjs$/],
  output: { dir: directory, format: "esm", chunkFileNames: "[name]-[hash].js" },
  logLevel: "warn",
});
const { status } = spawnSync(process.execPath, [join(directory, "main.js"), ...process.argv.slice(2)], {
  stdio: "inherit",
});
process.exit(status ?? 2);
