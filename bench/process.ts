import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Order } from "./worker.ts";

/** Lets a process of its own carry out an order, and gives what it measured. @throws Error where it fails */
export function carryOut<Measured>(order: Order): Measured {
  const { status } = spawnSync(process.execPath, [join(import.meta.dirname, "worker.js"), JSON.stringify(order)], {
    stdio: ["ignore", "ignore", "inherit"],
  });
  if (status !== 0) throw new Error(`the process that measures ended with ${status}`);
  // Written by the worker, whose order says which of the two it is.
  return JSON.parse(readFileSync(order.out, "utf8")) as Measured;
}
