import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { asGithub } from "../../engine/check/formats/github.ts";
import { sarifOf } from "../../engine/check/formats/sarif.ts";
import { rules } from "../../engine/check/table.ts";
import type { Problem } from "../../engine/source/problem.ts";
import { renderProblem } from "../../engine/source/render.ts";
import { command } from "../cli/support/command.ts";
import { Copies, change } from "../support/sealed.ts";

const copies = new Copies();
const library = "fixtures/procedures/library";

const problem: Problem = {
  code: "unused-fact",
  severity: "warning",
  message: "50% of it: a, b\nand more",
  place: { file: "a dir/b,c:d.yaml", line: 3, column: 5, length: 2, text: "  - id: é" },
  expected: "something",
  remedy: "mend it",
  related: [{ place: { file: "/elsewhere/e.yaml", line: 1, column: 1, length: 1, text: "x" }, message: "here too" }],
};
const context = { name: "program", version: "1.2.3", rules, directory: "/rules-of-mine" };

describe("the form for a GitHub workflow", () => {
  it("is one line for each finding, with everything that would end a part escaped", () => {
    expect(
      asGithub(
        [
          problem,
          { ...problem, severity: "error", place: { ...problem.place, file: "/rules-of-mine/x.yaml" } as never },
        ],
        "/rules-of-mine",
      ),
    ).toBe(
      "::warning file=a dir/b%2Cc%3Ad.yaml,line=3,col=5,endColumn=7,title=unused-fact::50%25 of it: a, b␊and more%0Aexpected: something%0Aremedy: mend it\n" +
        "::error file=x.yaml,line=3,col=5,endColumn=7,title=unused-fact::50%25 of it: a, b␊and more%0Aexpected: something%0Aremedy: mend it\n",
    );
  });

  it("has no place where there is none", () => {
    const { place: _place, ...placeless } = problem;
    expect(asGithub([placeless], "/rules-of-mine")).toMatch(/^::warning title=unused-fact::/);
  });
});

/** The parts of a log that the tests look at. */
interface Log {
  readonly version: string;
  readonly runs: readonly {
    readonly tool: {
      readonly driver: {
        readonly name: string;
        readonly rules: readonly {
          readonly id: string;
          readonly helpUri: string;
          readonly help?: { readonly text: string };
        }[];
      };
    };
    readonly results: readonly {
      readonly ruleId: string;
      readonly ruleIndex: number;
      readonly level: string;
      readonly message: { readonly text: string };
      readonly locations?: readonly { readonly physicalLocation: object }[];
      readonly relatedLocations?: readonly object[];
      readonly partialFingerprints: Readonly<Record<string, string>>;
      readonly suppressions?: readonly object[];
    }[];
  }[];
}

function logOf(problems: readonly Problem[], silenced: readonly Problem[] = []): Log["runs"][number] {
  const heeded = { problems, silenced: silenced.map((one) => ({ problem: one, reason: "we know" })) };
  const log = JSON.parse(JSON.stringify(sarifOf(heeded, context))) as Log;
  expect([log.version, log.runs.length]).toEqual(["2.1.0", 1]);
  const [run] = log.runs;
  if (run === undefined) throw new Error("there is no run");
  return run;
}

describe("a SARIF log", () => {
  it("describes every check once, with its page", () => {
    const { driver } = logOf([]).tool;
    expect(driver.name).toBe("program");
    expect(driver.rules.map(({ id }) => id)).toEqual(rules.map(({ code }) => code));
    for (const { id, help, helpUri } of driver.rules) {
      expect(helpUri).toBe(`docs/checks/${id}.md`);
      expect(help?.text).toMatch(/^What it finds: .+\.\nWhy it matters: .+\.$/s);
    }
  });

  it("has a result for each finding, with its rule, its level and its places", () => {
    const { results, tool } = logOf([problem]);
    expect(results).toMatchObject([
      {
        ruleId: "unused-fact",
        level: "warning",
        message: { text: "50% of it: a, b␊and more\nexpected: something\nremedy: mend it" },
        locations: [
          {
            physicalLocation: {
              artifactLocation: { uri: "a%20dir/b,c:d.yaml" },
              region: { startLine: 3, startColumn: 5, endColumn: 7 },
            },
          },
        ],
        relatedLocations: [{ id: 0, message: { text: "here too" } }],
      },
    ]);
    expect(tool.driver.rules[results[0]?.ruleIndex ?? -1]?.id).toBe("unused-fact");
    expect(results[0]).not.toHaveProperty("suppressions");
  });

  it("describes what reading reports too, and has results without a place", () => {
    const { place: _place, ...placeless } = problem;
    const { results, tool } = logOf([{ ...placeless, code: "unknown-clause", severity: "error" }]);
    expect(tool.driver.rules.at(-1)).toMatchObject({ id: "unknown-clause", helpUri: "docs/checks/README.md" });
    expect(results[0]).not.toHaveProperty("locations");
  });

  it("has what is silenced, with the reason", () => {
    const { results } = logOf([], [problem]);
    expect(results.map(({ suppressions }) => suppressions)).toEqual([[{ kind: "inSource", justification: "we know" }]]);
  });

  it("tells findings by their code and subject, not by their words or their line", () => {
    const fingerprint = (one: Problem): string =>
      logOf([one]).results[0]?.partialFingerprints["codeAndSubject/v1"] ?? "";
    const about = { ...problem, subject: "fact a" };
    const moved = { ...about, message: "other words", place: { ...about.place, line: 9 } as never };
    expect(fingerprint(moved)).toBe(fingerprint(about));
    expect(fingerprint({ ...about, subject: "fact b" })).not.toBe(fingerprint(about));
    expect(fingerprint({ ...about, code: "unused-reading" })).not.toBe(fingerprint(about));
    const two = logOf([about, about]).results.map(({ partialFingerprints }) => JSON.stringify(partialFingerprints));
    expect(new Set(two).size).toBe(2);
  });
});

describe("a finding with an example", () => {
  it("shows a case to be saved, below everything else", () => {
    const lines = renderProblem({
      ...problem,
      related: [],
      example: ["asOf: 2020-01-01", "facts:", "  a:", "    b: 1"],
    }).split("\n");
    expect(lines.slice(-6)).toEqual([
      "  = remedy: mend it",
      "  = example: a case that shows it, to be saved as it stands",
      "      asOf: 2020-01-01",
      "      facts:",
      "        a:",
      "          b: 1",
    ]);
  });
});

describe("check --format", () => {
  const mistaken = copies.of(library);
  change(mistaken, "facts.yaml", "    min: 0\n    max: 150\n", "");

  it("gives the same findings in each form", async () => {
    const run = async (format: string) => {
      const { code, stdout, stderr } = await command(["check", "--rules", mistaken, "--format", format]);
      expect([code, stderr]).toEqual([1, ""]);
      return stdout;
    };
    const { problems } = JSON.parse(await run("json")) as { problems: readonly Problem[] };
    const codes = problems.map(({ code }) => code);
    expect(codes).toContain("fact-without-bounds");
    const text = await run("text");
    expect([...text.matchAll(/^(?:error|warning)\[(.*?)\]/gm)].map(([, code]) => code)).toEqual(codes);
    expect([...(await run("github")).matchAll(/title=(.*?)::/g)].map(([, code]) => code)).toEqual(codes);
    const { results } = (JSON.parse(await run("sarif")) as Log).runs[0] ?? { results: [] };
    expect(results.flatMap(({ ruleId, suppressions }) => (suppressions ? [] : [ruleId]))).toEqual(codes);
    expect(results.some(({ suppressions }) => suppressions)).toBe(true);
  });

  it("names the program and its version in a log", async () => {
    const { stdout } = await command(["check", "--format", "sarif"]);
    const { version } = JSON.parse(readFileSync(join("package.json"), "utf8"));
    expect(JSON.parse(stdout)).toMatchObject({ runs: [{ tool: { driver: { semanticVersion: version } } }] });
  });
});
