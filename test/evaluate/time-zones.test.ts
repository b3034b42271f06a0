import { execFileSync } from "node:child_process";
import { describe, expect, it } from "vitest";
import { fixtures, procedure } from "../support/cases.ts";

/** Evaluates every fixture with the built program and prints the digest of all results. */
const script = `
  import { createHash } from "node:crypto";
  import { readFileSync } from "node:fs";
  import { loadProcedure } from "secor";
  const procedure = loadProcedure("rules/secor");
  const hash = createHash("sha256");
  for (const { facts, asOf, readings } of JSON.parse(readFileSync(0, "utf8"))) {
    hash.update(JSON.stringify(procedure.evaluate({ facts, asOf, readings: readings ?? {} })));
  }
  process.stdout.write(new Date(2011, 11, 30).getTimezoneOffset() + " " + hash.digest("hex"));
`;

// A skipped day in 2011, half an hour off, far east, far west, and the plain one.
const zones = ["Pacific/Apia", "Asia/Kolkata", "Pacific/Kiritimati", "Pacific/Pago_Pago", "UTC"];

describe("results", () => {
  it("are the same in every time zone", () => {
    const cases = JSON.stringify(fixtures().map(({ facts, asOf, readings }) => ({ facts, asOf, readings })));
    const runs = zones.map((TZ) =>
      execFileSync(process.execPath, ["--input-type=module", "-e", script], {
        input: cases,
        encoding: "utf8",
        env: { ...process.env, TZ },
      }).split(" "),
    );
    expect(new Set(runs.map(([offset]) => offset)).size).toBeGreaterThan(3);
    expect(new Set(runs.map(([, digest]) => digest)).size).toBe(1);
    expect(fixtures().length).toBeGreaterThan(80);
    expect(procedure.id).toBe("secor");
  });
});
