import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { loadRules, type Rules } from "../../engine/cli/rules.ts";
import { Replayer } from "../../engine/records/replay.ts";
import { lent, library, recorded } from "./world.ts";

/** The bytes of a record with one bit the other way round. */
function flipped(bytes: Buffer, at: number, bit: number): Buffer {
  const copy = Buffer.from(bytes);
  copy[at] = (copy[at] ?? 0) ^ (1 << bit);
  return copy;
}

/** Holds a replayer to noticing a change, and to saying what it is about. */
async function expectNoticed(replayer: Replayer, bytes: Buffer): Promise<string> {
  const { verdict, reasons, problems } = await replayer.replay("the.json", bytes);
  expect(verdict).not.toBe("identical");
  if (verdict === "unreadable") expect(problems[0]?.remedy).toMatch(/\S/);
  else expect(reasons[0]?.code).toBe("tampered");
  return verdict;
}

function replayerFor(rules: Rules, engine: string): Replayer {
  return new Replayer({ rules, engine, confirm: async () => {} });
}

describe("a record with one bit flipped", () => {
  it("is noticed wherever the bit is", async () => {
    const bytes = recorded(library, lent);
    const replayer = replayerFor(library, "1.2.3");
    expect((await replayer.replay("the.json", bytes)).verdict).toBe("identical");
    const verdicts = new Map<string, number>();
    for (let at = 0; at < bytes.length; at++) {
      const verdict = await expectNoticed(replayer, flipped(bytes, at, at % 8));
      verdicts.set(verdict, (verdicts.get(verdict) ?? 0) + 1);
    }
    expect(verdicts.get("differs")).toBeGreaterThan(1000);
    expect(verdicts.get("unreadable")).toBeGreaterThan(100);
  });

  it("is noticed in a record of the shipped procedure, and so are bytes taken out or put in", async () => {
    const bytes = readFileSync("fixtures/records/maintenance-eleven-people.json");
    const replayer = replayerFor(loadRules("rules/secor"), "0.1.0");
    expect((await replayer.replay("the.json", bytes)).verdict).toBe("identical");
    const place = fc.noBias(fc.nat(bytes.length - 1));
    await fc.assert(
      fc.asyncProperty(place, fc.nat(7), fc.nat(255), async (at, bit, byte) => {
        await expectNoticed(replayer, flipped(bytes, at, bit));
        await expectNoticed(replayer, Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + 1)]));
        await expectNoticed(replayer, Buffer.concat([bytes.subarray(0, at), Buffer.of(byte), bytes.subarray(at)]));
        await expectNoticed(replayer, bytes.subarray(0, at));
      }),
      { numRuns: 60 },
    );
  });
});
