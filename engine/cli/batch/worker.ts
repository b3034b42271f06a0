import { parentPort, workerData } from "node:worker_threads";
import { loadRules } from "../rules.ts";
import type { Chunk } from "./chunk.ts";
import { Rows } from "./rows.ts";
import { rulesDigest } from "./rules-digest.ts";
import type { Order } from "./workers.ts";

// The thread that makes rows: it is sent chunks, one at a time, and sends back what became of each.
const { rules, settings, digest } = workerData as Order;
const { procedure } = loadRules(rules);
if (rulesDigest(procedure.revisions) !== digest) throw new Error("the rules have changed since the command was called");
const rows = await Rows.of(procedure, settings);

parentPort?.on("message", (chunk: Chunk) => {
  rows.of(chunk).then((made) => parentPort?.postMessage(made, [made.bytes.buffer]));
});
