import { writeFileSync } from "node:fs";
import { isMainThread } from "node:worker_threads";

// Loaded before a program that is measured as a whole, it writes down at its end what the process took, all its threads and
// its start with it.
const out = process.env.BENCH_SPENT;
if (isMainThread && out !== undefined) {
  process.on("exit", () => {
    const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
    const spent = { wall: process.uptime() * 1e6, cpu: userCPUTime + systemCPUTime };
    writeFileSync(out, JSON.stringify({ spent, peak: maxRSS / 1024 }));
  });
}
