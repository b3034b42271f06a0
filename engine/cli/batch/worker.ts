import { parentPort, workerData } from "node:worker_threads";
import { loadRules } from "../rules.ts";
import { Rows } from "./rows.ts";
import { rulesDigest } from "./rules-digest.ts";
import { broughtBack } from "./tray.ts";
import type { Errand, Order } from "./workers.ts";

// The thread that makes rows: it is sent chunks, one at a time, and sends back what became of each.
const { rules, settings, digest } = workerData as Order;
const { procedure } = loadRules(rules);
if (rulesDigest(procedure.revisions) !== digest) throw new Error("the rules have changed since the command was called");
const rows = await Rows.of(procedure, settings);

parentPort?.on("message", ({ chunk, tray }: Errand) => {
  rows.of(chunk).then((made) => parentPort?.postMessage(broughtBack(made, tray)));
});
