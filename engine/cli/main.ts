#!/usr/bin/env node
import { processIo } from "./io.ts";
import { run } from "./run.ts";
import { exitCodes } from "./shell.ts";

// What never comes to an end has failed. No `await` stands here: it would ask for the kind of module that loads slowly.
process.exitCode = exitCodes.failed;
run(process.argv.slice(2), processIo()).then((exitCode) => {
  process.exitCode = exitCode;
});
