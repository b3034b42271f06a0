import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { compareOutcomes } from "../../bench/compare.ts";
import { statusName } from "../../bench/contender.ts";
import type { Measured } from "../../bench/measure.ts";
import { readOptions } from "../../bench/options.ts";
import { batchText, share } from "../../bench/report/batch.ts";
import { pageWith } from "../../bench/report/page.ts";
import { reportText } from "../../bench/report/text.ts";
import { ratios, spreadOf } from "../../bench/statistics.ts";

describe("the numbers of the benchmark", () => {
  it("are medians with their ends, and ratios round by round", () => {
    expect(spreadOf([5, 1, 3])).toEqual({ median: 3, min: 1, max: 5 });
    expect(spreadOf([4, 1, 3, 2])).toEqual({ median: 2.5, min: 1, max: 4 });
    // Of the rounds themselves: the ratio of the medians would be 10.
    expect(ratios([10, 200, 90], [1, 10, 10])).toEqual({ median: 10, min: 9, max: 20 });
    expect(() => spreadOf([])).toThrow(RangeError);
  });

  it("are published in step: the text is made of the numbers", () => {
    const [numbers, text] = ["bench/results.json", "bench/results.md"];
    expect(existsSync(numbers)).toBe(true);
    const results: Parameters<typeof reportText>[0] = JSON.parse(readFileSync(numbers, "utf8"));
    expect(results.quick).toBe(false);
    expect(results.compared.filter(({ differing }) => differing > 0)).toEqual([]);
    expect(reportText(results)).toBe(readFileSync(text, "utf8"));
    const page = readFileSync("docs/performance.md", "utf8");
    expect(pageWith(page, results)).toBe(page);
    expect(page).toContain("| target |");
    expect(() => pageWith("# A page", results)).toThrow("no place");
  });
});

describe("the numbers of a batch", () => {
  const whole = (cpu: number, peak: number) => ({ perLine: { wall: cpu * 2, cpu }, peak });
  const rounds = [
    { lines: 10, loop: whole(12, 50), alone: whole(16, 100), usual: whole(24, 200) },
    { lines: 10, loop: whole(10, 60), alone: whole(20, 110), usual: whole(20, 210) },
    { lines: 10, loop: whole(60, 60), alone: whole(100, 120), usual: whole(100, 290) },
  ];

  it("are shares of the speed of the loop, round by round", () => {
    expect(share(rounds, "alone", "cpu")).toEqual({ median: 60, min: 50, max: 75 });
    expect(batchText(rounds)).toContain("| batch of decisions, one thread | 20 (16–100) | 40 (32–200) | 60 (50–75) |");
  });

  it("have their targets: 60 percent, and 300 MB, which are 286 MiB", () => {
    const results: Parameters<typeof reportText>[0] = JSON.parse(readFileSync("bench/results.json", "utf8"));
    const text = reportText({ ...results, batch: rounds });
    expect(text).toMatch(/\| batch of decisions at 60 % of [^|]+\| 60 \(50–75\) % \| yes \|/);
    expect(text).toMatch(/\| batch of decisions in at most 300 MB \| 304 MB \| no \|/);
    const { batch, ...others } = results;
    expect(reportText(others)).not.toContain("atch of decisions");
  });
});

describe("the comparison of outcomes", () => {
  const measured = (id: string, decided: Measured["decided"] = []): Measured => {
    const spent = { wall: 1, cpu: 1 };
    return { id, load: spent, perCase: spent, peak: 1, cases: 1, spared: [], decided };
  };

  it("finds the case and the decision that differ, of those that are expressed", () => {
    const wanted = measured("a", [
      { x: "yes", y: "no" },
      { x: "no", y: "no" },
    ]);
    const other = measured("b", [{ x: "yes" }, { x: "yes" }]);
    const { decisions, differing, differences } = compareOutcomes(other, wanted);
    expect({ decisions, differing, differences }).toEqual({
      decisions: ["x"],
      differing: 1,
      differences: ["case 2, x: yes instead of no"],
    });
    expect(compareOutcomes(wanted, wanted).differing).toBe(0);
  });

  it("compares the status of clauses and obligations too, where it is given", () => {
    const names = [statusName("clause", "1.1"), statusName("obligation", "return_book")] as const;
    const wanted = measured("a", [{ x: "yes", [names[0]]: "met", [names[1]]: "overdue" }]);
    const other = measured("b", [{ x: "yes", [names[0]]: "unmet", [names[1]]: "overdue" }]);
    const { decisions, statuses, differences } = compareOutcomes(other, wanted);
    expect({ decisions, statuses, differences }).toEqual({
      decisions: ["x"],
      statuses: names,
      differences: ["case 1, clause 1.1: unmet instead of met"],
    });
    // Whoever gives no statuses isn't held to them.
    expect(compareOutcomes(measured("c", [{ x: "yes" }]), wanted)).toMatchObject({ decisions: ["x"], differing: 0 });
  });
});

describe("the command line of the benchmark", () => {
  it("takes what it knows and refuses the rest", () => {
    expect(readOptions(["--quick", "--only", "zen"], ["zen", "full"])).toEqual({ quick: true, only: ["zen"] });
    expect(readOptions([], [])).toEqual({ quick: false, only: [] });
    expect(() => readOptions(["--only", "zem"], ["zen", "full"])).toThrow("zen, full");
    expect(() => readOptions(["--fast"], [])).toThrow("--fast");
  });
});
