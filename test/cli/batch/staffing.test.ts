import { describe, expect, it } from "vitest";
import type { Settings } from "../../../engine/cli/batch/settings.ts";
import { staffingFor } from "../../../engine/cli/batch/staffing.ts";

const decisions: Settings = {
  asOf: "2020-01-01",
  only: "decisions",
  input: "ndjson",
  format: "ndjson",
  delimiter: ",",
  columns: [],
  crossCheck: 20,
  thinsOut: true,
  summary: false,
  compress: false,
};
const whole: Settings = { ...decisions, only: "all" };
const workers = (settings: Settings, cores: number) =>
  staffingFor(undefined, "cases.ndjson", 1e9, settings, cores).count;

describe("workers", () => {
  it("are called in by themselves where they pay: for decisions, which are soon made, from three cores on", () => {
    expect([1, 2, 3, 8].map((cores) => workers(decisions, cores))).toEqual([0, 0, 3, 3]);
    expect([1, 2, 3, 8].map((cores) => workers(whole, cores))).toEqual([0, 2, 2, 2]);
  });

  it("are as many as are asked for, at once", () => {
    for (const count of [0, 1, 5]) {
      expect(staffingFor(count, "cases.ndjson", 10, decisions, 2)).toMatchObject({ count, from: 0 });
    }
  });

  it("are expected to have more to do where the cases are packed", () => {
    const expected = (path: string) => staffingFor(undefined, path, 1000, whole, 4).expected;
    expect(expected("cases.ndjson.gz")).toBeGreaterThan(expected("cases.ndjson"));
  });
});
