import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { bundleOf } from "../../engine/procedure/bundle.ts";
import { fixtures, procedure } from "../support/cases.ts";
import { chromium, runPage } from "./page.ts";

/** The file that the build made for browsers. */
const evaluator = readFileSync("dist/browser/index.js", "utf8");

/** Cases from all over the fixtures, in the form in which they are decided. */
const every = Math.floor(fixtures().length / 60);
const cases = fixtures()
  .filter((_fixture, at) => at % every === 0)
  .map(({ case: name, asOf, facts, readings }) => ({ case: name, asOf, facts, ...(readings && { readings }) }));

/** A case that is refused, and why it is. */
const refused = { ...cases[0], asOf: "2019-02-30" };

const page = `
import { loadProcedure, ProblemsError } from "/evaluator.js";
import { bundle, cases, refused } from "/data.js";

const blocked = [() => eval("1"), () => new Function("return 1")()].map((run) => {
  try { run(); return false; } catch (error) { return error instanceof EvalError; }
});
const procedure = loadProcedure(bundle);
const results = cases.map((one) => JSON.stringify(procedure.evaluate(one)));
let problems = "none";
try { procedure.evaluate(refused); } catch (error) { if (error instanceof ProblemsError) problems = error.message; }
document.title = encodeURIComponent(JSON.stringify({ blocked, results, problems }));
`;

describe("the evaluator in a browser", () => {
  it("is one file that asks for no other, and for nothing that a policy forbids", () => {
    expect(evaluator).not.toMatch(/\bimport\s*[({"'*]|\brequire\b|\bfrom\s*["']/);
    expect(evaluator).not.toMatch(/\beval\b|\bFunction\(|\bnode:|\bprocess\.|\bfetch\(|\bXMLHttpRequest\b/);
  });

  it.skipIf(chromium === undefined)(
    "gives, under a policy without `unsafe-eval`, the very results that Node gives (skipped where no Chromium is found)",
    async () => {
      expect(cases.length).toBeGreaterThanOrEqual(50);
      const data = { bundle: bundleOf(procedure.revisions), cases, refused };
      const exports = Object.entries(data).map(([name, value]) => `export const ${name} = ${JSON.stringify(value)};`);
      const scripts = { "/main.js": page, "/evaluator.js": evaluator, "/data.js": exports.join("\n") };
      const { blocked, results, problems } = JSON.parse(decodeURIComponent(await runPage(chromium ?? "", scripts)));
      expect(blocked).toEqual([true, true]);
      expect(results).toEqual(cases.map((one) => JSON.stringify(procedure.evaluate(one))));
      expect(problems).toContain("2019-02-30");
    },
  );
});

if (chromium === undefined) {
  console.warn("skipped: no Chromium on this machine, so the evaluator is not run in one; CHROMIUM can name it");
}
