import { beforeEach, describe, expect, it, vi } from "vitest";
import type { Evaluation } from "../../engine/evaluate/procedure.ts";
import { ProblemsError } from "../../engine/source/problem.ts";
import { command, file, library, temporaryDirectory } from "./support/command.ts";
import { lent } from "./support/library.ts";

// A second engine that comes to something else where a reading is switched on, if that is wanted, and counts what it is asked.
const engine = vi.hoisted(() => ({ disagrees: false, asked: 0 }));
vi.mock("../../engine/interop/json-rules-engine/agreement.ts", () => ({
  assertAgreement: async ({ program }: Evaluation) => {
    engine.asked++;
    if (!engine.disagrees || Object.keys(program.readings).length === 0) return;
    const remedy = "no decision is shown";
    throw new ProblemsError([{ code: "engines-disagree", severity: "error", message: "they disagree", remedy }]);
  },
}));

const directory = temporaryDirectory();
const path = file(directory, "lent.yaml", lent);
const evaluate = (...args: readonly string[]) => command(["evaluate", path, "--rules", library, ...args]);
const damage = ["--set", 'reader.fines=[{"reason":"damage","amount":50}]'];
const hint = "An unclear sentence decides this case: see --sensitivity.\n";

beforeEach(() => {
  engine.disagrees = false;
  engine.asked = 0;
});

describe("--sensitivity", () => {
  it("says which unclear sentence decides the case, and leaves the result as it is", async () => {
    const { code, stdout, stderr } = await evaluate("--sensitivity", "--format", "json", ...damage);
    expect([code, stderr]).toEqual([0, ""]);
    const { sensitivity, ...result } = JSON.parse(stdout) as Record<string, unknown>;
    expect(sensitivity).toMatchObject({
      decisive: [
        {
          readings: { "fines-counted": "late_only" },
          decisions: { lending: { from: { outcome: "refuse" }, to: { outcome: "lend", possible: ["lend"] } } },
        },
      ],
      others: [],
      without: [],
      notTried: [],
      together: 1,
    });
    expect(JSON.parse((await evaluate("--format", "json", ...damage)).stdout)).toEqual(result);
  });

  it("says it in words", async () => {
    const { stdout } = await evaluate("--sensitivity", ...damage);
    expect(stdout).toContain("\nUnclear sentences\n  - The book may be lent if fines-counted is read as “late_only”:");
    expect(stdout).toMatch(/Clause \S+ leaves open: Do fines for damage count towards the limit\?/);
    expect(stdout).not.toContain(hint);
    const markdown = await evaluate("--sensitivity", "--format", "markdown", ...damage);
    expect(markdown.stdout).toContain("\n## Unclear sentences\n\n- The book may be lent if fines-counted");
  });

  it("says plainly that none decides it", async () => {
    const { stdout } = await evaluate("--sensitivity");
    expect(stdout).toContain("\n  No reading of an unclear sentence decides this case.\n");
  });

  it("shows nothing where the second engine comes to something else under another reading", async () => {
    await evaluate("--sensitivity", ...damage);
    expect(engine.asked).toBe(2);
    engine.disagrees = true;
    const { code, stdout, stderr } = await evaluate("--sensitivity", ...damage);
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toContain("error[engines-disagree]");
  });
});

describe("without it", () => {
  it("one line says that an unclear sentence decides, where one does", async () => {
    expect((await evaluate(...damage)).stdout).toContain(`\n${hint}`);
    expect((await evaluate("--format", "markdown", ...damage)).stdout).toContain(`\n${hint}`);
    expect((await evaluate()).stdout).not.toContain(hint);
    expect((await evaluate("--format", "json", ...damage)).stdout).not.toContain("sensitivity");
  });
});
