import { afterAll, describe, expect, it } from "vitest";
import { parse } from "yaml";
import { coverageOf, isOpen } from "../../../engine/testing/coverage/coverage.ts";
import { lookIntoGaps } from "../../../engine/testing/coverage/gaps.ts";
import { sayOpen } from "../../../engine/testing/coverage/words.ts";
import { type Ferry, ferry, ran } from "./ferry.ts";

const plain = ferry();
/** No load is ever heavy here. */
const light = ferry([
  ["min: 0", "min: 0, max: 900"],
  ["then: 50", "then: 950"],
  ["otherwise: 100", "otherwise: 1000"],
]);
afterAll(() => {
  plain.drop();
  light.drop();
});

const look = ({ opened, procedure }: Ferry) =>
  lookIntoGaps(opened, procedure, coverageOf(opened, []), [], { progress: () => {} });

describe("what no case shows", () => {
  it("is shown by the cases that are offered, as far as they say", async () => {
    const coverage = await look(plain);
    expect(coverage.goals.filter(({ impossible }) => impossible)).toEqual([]);
    const { examples = [] } = coverage;
    const runs = examples.map(({ yaml, goals }) => {
      const run = ran(plain, parse(yaml));
      const reached = coverageOf(plain.opened, [run]).goals.filter(({ cases }) => cases > 0);
      expect(reached.map(({ key }) => key)).toEqual(expect.arrayContaining(goals.map(({ key }) => key)));
      expect(parse(yaml).expect.decisions.boarding).toBe(run.result?.decisions.boarding?.outcome);
      return run;
    });
    expect(coverageOf(plain.opened, runs).goals.filter(isOpen).map(sayOpen)).toEqual([]);
    expect(runs.length).toBeLessThan(30);
  });

  it("is told apart from what no case can show, which is proved and not counted", async () => {
    const { goals } = await look(light);
    expect(goals.filter(({ impossible }) => impossible).map(sayOpen)).toEqual([
      expect.stringMatching(/^never true: the weight is more than 950 /),
      "never not applicable",
      "never false: “trip is heavy” does not hold",
      "never decided: row 2, “ashore”",
      "never true: “trip is heavy” holds",
    ]);
  });
});
