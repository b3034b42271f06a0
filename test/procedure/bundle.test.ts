import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { loadProcedure } from "../../engine/browser.ts";
import { bundleOf } from "../../engine/procedure/bundle.ts";
import { openProcedure } from "../../engine/procedure/open.ts";
import { ProblemsError } from "../../engine/source/problem.ts";
import { fixtures, procedure } from "../support/cases.ts";

const text = JSON.stringify(bundleOf(procedure.revisions));
const unbundled = loadProcedure(text);

/** The codes of what is wrong with a bundle. */
function codes(bundle: string | object): readonly string[] {
  try {
    loadProcedure(bundle);
    return [];
  } catch (error) {
    if (!(error instanceof ProblemsError)) throw error;
    return error.problems.map(({ code }) => code);
  }
}

describe("a bundled procedure", () => {
  it("decides every fixture as the procedure does that was bundled", () => {
    for (const { case: name, asOf, facts, readings = {} } of fixtures()) {
      const input = { case: name, asOf, facts, readings };
      expect(JSON.stringify(unbundled.evaluate(input))).toBe(JSON.stringify(procedure.evaluate(input)));
    }
  });

  it.each(["rules/secor", "fixtures/procedures/library"])(
    "is the same again when it is read and bundled: %s",
    (rules) => {
      const { revisions } = openProcedure(rules);
      const once = JSON.stringify(bundleOf(revisions));
      expect(JSON.stringify(bundleOf(loadProcedure(once).revisions))).toBe(once);
      expect(loadProcedure(JSON.parse(once)).revisions).toEqual(loadProcedure(once).revisions);
    },
  );

  it("is data alone: what JSON gives back is all of it", () => {
    expect(JSON.parse(text)).toEqual(bundleOf(procedure.revisions));
  });

  it("refuses what is no bundle", () => {
    const other = JSON.parse(text);
    expect(codes("")).toEqual(["bundle-unreadable"]);
    expect(codes({})).toEqual(["bundle-unreadable"]);
    expect(codes([])).toEqual(["bundle-unreadable"]);
    expect(codes({ ...other, bundle: 2 })).toEqual(["bundle-unreadable"]);
    expect(codes({ ...other, revisions: [] })).toEqual(["bundle-unreadable"]);
    expect(codes({ ...other, revisions: [{}] })).toEqual(["bundle-unreadable"]);
    expect(codes(text.replace('"$operator":"equal"', '"$operator":"toString"'))).toEqual(["bundle-unreadable"]);
    expect(codes(`{"bundle":1,"revisions":${"[".repeat(5000)}${"]".repeat(5000)}}`)).toEqual(["bundle-unreadable"]);
  });

  it("is refused wherever its text was cut off", () => {
    fc.assert(
      fc.property(fc.nat(text.length - 1), (length) => {
        expect(codes(text.slice(0, length))).toEqual(["bundle-unreadable"]);
      }),
      { numRuns: 50 },
    );
  });

  it("brings no names into other objects", () => {
    const hostile = text.replace('"revisions":[{', '"revisions":[{"__proto__":{"polluted":true},');
    loadProcedure(hostile);
    expect(Object.hasOwn(Object.prototype, "polluted")).toBe(false);
  });
});
