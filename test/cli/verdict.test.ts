import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dayOf } from "../../engine/calendar/day.ts";
import { type FailKind, failure, readFailOn, subjectOf } from "../../engine/cli/fail-on.ts";
import { type IgnoreEntry, readIgnoreFile } from "../../engine/cli/ignore-file.ts";
import { judge } from "../../engine/cli/verdict.ts";
import type { DiffReport, Effect, EffectName, Finding } from "../../engine/diff/report.ts";
import { ProblemsError } from "../../engine/source/problem.ts";
import { file, temporaryDirectory } from "./support/command.ts";

const directory = temporaryDirectory();
const today = dayOf(2021, 3, 1);

const ruledOut: Finding = { kind: "ruled-out", by: "solver" };
const notFound: Finding = { kind: "not-found", tried: 7 };
const found: Finding = {
  kind: "found",
  witness: {
    case: { asOf: "2020-03-01", facts: {} },
    unusual: [],
    shows: "decision lending",
    before: "lend",
    after: "refuse",
    responsible: [],
    decisions: [],
  },
};

/** An effect with what was found in each direction; its name follows from that. */
function effectWith(id: string, worse: Finding, better: Finding, otherwise: Finding = ruledOut): Effect {
  const kinds = [worse, better, otherwise].map(({ kind }) => kind);
  const name: EffectName =
    kinds[0] === "found"
      ? kinds[1] === "found"
        ? "mixed"
        : "tightens"
      : kinds[1] === "found"
        ? "loosens"
        : kinds[2] === "found"
          ? "mixed"
          : kinds.includes("not-found")
            ? "unknown"
            : "none";
  return { subject: "decision", id, title: id, effect: name, worse, better, otherwise, fingerprint: fingerprintOf(id) };
}

function fingerprintOf(id: string): string {
  return Buffer.from(id.padEnd(6, "_")).toString("hex").slice(0, 12);
}

const none = effectWith("none", ruledOut, ruledOut);
const tightens = effectWith("tight", found, ruledOut);
const loosens = effectWith("loose", ruledOut, found);

/** A report with these effects on decisions, on clauses and on the input. */
function report(decisions: readonly Effect[], clauses: readonly Effect[] = [], input: Effect = none): DiffReport {
  const side = {
    given: "1.0",
    procedure: "library_card",
    revision: "1.0",
    status: "draft",
    effective: "2020-01-01",
    until: null,
    approval: null,
    note: "",
    digest: "",
  } as const;
  const scope = { fromYear: 2010, toYear: 2030, longestList: 3, assumptions: [], tried: 7 };
  return { base: side, head: side, structure: [], behaviour: { decisions, clauses, input, scope } };
}

const finding = fc.constantFrom(ruledOut, notFound, found);
const kindsToFailOn = fc.subarray<FailKind>(["tightens", "loosens", "any"]);

describe("--fail-on", () => {
  it("tightens fails on what tightens, is mixed, or was not ruled out to be worse", () => {
    const fails = (effect: Effect) => failure(effect, ["tightens"]) !== undefined;
    expect(fails(tightens)).toBe(true);
    expect(fails(effectWith("both", found, found))).toBe(true);
    expect(fails(effectWith("neither", ruledOut, ruledOut, found))).toBe(true);
    expect(fails(loosens)).toBe(false);
    expect(fails(effectWith("loose", notFound, found))).toBe(true);
    expect(fails(effectWith("open", notFound, ruledOut))).toBe(true);
    expect(fails(effectWith("open", ruledOut, notFound))).toBe(false);
    expect(fails(none)).toBe(false);
  });

  it("says why", () => {
    expect(failure(effectWith("loose", notFound, found), ["tightens"])).toBe(
      "loosens, and a worse case was neither found nor ruled out",
    );
    expect(failure(effectWith("open", ruledOut, notFound), ["loosens"])).toBe(
      "a better case was neither found nor ruled out",
    );
    expect(failure(effectWith("open", ruledOut, ruledOut, notFound), ["any"])).toBe(
      "a different case was neither found nor ruled out",
    );
    expect(failure(tightens, ["loosens", "any"])).toBe("tightens");
  });

  it("never lets a worse case pass as long as it is found or not ruled out", () => {
    fc.assert(
      fc.property(finding, finding, finding, kindsToFailOn, (worse, better, otherwise, kinds) => {
        const effect = effectWith("x", worse, better, otherwise);
        const fails = failure(effect, kinds) !== undefined;
        const isOpen = (one: Finding) => one.kind !== "ruled-out";
        if (kinds.includes("tightens") && isOpen(worse)) expect(fails).toBe(true);
        if (kinds.includes("loosens") && isOpen(better)) expect(fails).toBe(true);
        if (kinds.includes("any")) expect(fails).toBe([worse, better, otherwise].some(isOpen));
        if (kinds.length === 0 || effect.effect === "none") expect(fails).toBe(false);
        // The same seen from the other side.
        const mirrored = kinds.map((kind) =>
          kind === "tightens" ? "loosens" : kind === "loosens" ? "tightens" : kind,
        );
        expect(failure(effectWith("x", better, worse, otherwise), mirrored) !== undefined).toBe(fails);
      }),
    );
  });

  it("takes several kinds, joined by commas or one by one", () => {
    expect(readFailOn("tightens, any")).toEqual(["tightens", "any"]);
    expect(readFailOn("any", readFailOn("loosens,any"))).toEqual(["loosens", "any"]);
    for (const [text, nearest] of [
      ["tighten", "tightens"],
      ["losens", "loosens"],
    ] as const) {
      expect(() => readFailOn(text)).toThrow(ProblemsError);
      expect(problemsOf(() => readFailOn(text))).toMatchObject([{ code: "unknown-effect", nearest }]);
    }
    expect(problemsOf(() => readFailOn("any,"))).toMatchObject([{ code: "unknown-effect" }]);
  });
});

/** What is wrong, as something throws it. */
function problemsOf(what: () => unknown): ProblemsError["problems"] {
  try {
    what();
  } catch (error) {
    if (error instanceof ProblemsError) return error.problems;
    throw error;
  }
  throw new Error("nothing is wrong");
}

let written = 0;
const ignoring = (text: string): readonly IgnoreEntry[] => {
  written++;
  return readIgnoreFile(file(directory, `ignore-${written}.yaml`, text));
};

describe("a file of findings to ignore", () => {
  it("is a list in YAML or JSON", () => {
    const entry = { fingerprint: "0123456789ab", reason: "Meant so.", expires: "2021-06-01" };
    const expected = [{ ...entry, expires: dayOf(2021, 6, 1) }];
    expect(ignoring(JSON.stringify([entry]))).toMatchObject(expected);
    const yaml = '# Accepted\n- fingerprint: "0123456789ab"\n  reason: Meant so.\n  expires: 2021-06-01\n';
    expect(ignoring(yaml)).toMatchObject(expected);
    expect(ignoring(yaml)[0]?.place.line).toBe(2);
    expect(ignoring("[]\n")).toEqual([]);
  });

  const problems = (text: string) =>
    problemsOf(() => ignoring(text)).map(({ code, place, nearest }) => [code, place?.line, place?.column, nearest]);

  it.each([
    ["no list", "fingerprint: 1\n", [["wrong-type", 1, 1, undefined]]],
    ["an entry that is no block", "- 0123456789ab\n", [["wrong-type", 1, 3, undefined]]],
    [
      "an unknown key, and what is missing for it",
      '- { fingerprint: "0123456789ab", reasons: x, expires: 2021-06-01 }\n',
      [
        ["unknown-key", 1, 34, "reason"],
        ["missing-key", 1, 3, undefined],
      ],
    ],
    [
      "a number for a fingerprint",
      "- { fingerprint: 123456789012, reason: x, expires: 2021-06-01 }\n",
      [["wrong-type", 1, 18, undefined]],
    ],
    [
      "a fingerprint of other digits",
      '- { fingerprint: "0123456789AB", reason: x, expires: 2021-06-01 }\n',
      [["not-a-fingerprint", 1, 18, undefined]],
    ],
    [
      "a reason that is not filled in",
      '- { fingerprint: "0123456789ab", reason: " ", expires: 2021-06-01 }\n',
      [["missing-reason", 1, 42, undefined]],
    ],
    [
      "no day to expire",
      '- fingerprint: "0123456789ab"\n  reason: x\n  expires: 2021-6-1\n',
      [["not-a-date", 3, 12, "2021-06-01"]],
    ],
    ["nothing at all", "- {}\n", Array(3).fill(["missing-key", 1, 3, undefined])],
    [
      "the same finding twice",
      '- { fingerprint: "0123456789ab", reason: x, expires: 2021-06-01 }\n'.repeat(2),
      [["ignored-twice", 2, 18, undefined]],
    ],
    ["no YAML", "- {\n", [["yaml-syntax", expect.anything(), expect.anything(), undefined]]],
  ])("is refused with %s", (_what, text, expected) => {
    expect(problems(text)).toEqual(expected);
  });

  it("is refused where it is not there", () => {
    expect(problemsOf(() => readIgnoreFile(`${directory}/none.yaml`))).toMatchObject([{ code: "file-not-found" }]);
  });
});

describe("the verdict", () => {
  const accept = (effect: Effect, expires: string) =>
    `- { fingerprint: "${effect.fingerprint}", reason: Meant so., expires: ${expires} }\n`;
  const failOn = ["tightens"] as const;

  it("lists what failed, with lines to accept it that are complete but for the reason", () => {
    const clause: Effect = { ...tightens, subject: "clause", id: "2.1", fingerprint: "aaaaaaaaaaaa" };
    const input: Effect = { ...tightens, subject: "input", id: "input", fingerprint: "bbbbbbbbbbbb" };
    expect(subjectOf(input)).toBe("input");
    const { failed, text } = judge(report([loosens, tightens], [clause], input), { failOn, ignored: [], today });
    expect(failed).toBe(true);
    expect(text).toBe(`\
failed by --fail-on tightens: 3 findings
  decision tight: tightens
  clause 2.1: tightens
  input: tightens
To accept one for a while, fill in why and add its line to the file of --ignore:
- { fingerprint: "${tightens.fingerprint}", reason: "<why this is accepted>", expires: 2021-05-30 } # decision tight: tightens
- { fingerprint: "aaaaaaaaaaaa", reason: "<why this is accepted>", expires: 2021-05-30 } # clause 2.1: tightens
- { fingerprint: "bbbbbbbbbbbb", reason: "<why this is accepted>", expires: 2021-05-30 } # input: tightens
`);
    const lines = text.split("\n").filter((line) => line.startsWith("- "));
    expect(problemsOf(() => ignoring(lines.join("\n"))).map(({ code }) => code)).toEqual(
      Array(3).fill("missing-reason"),
    );
    const filledIn = ignoring(lines.join("\n").replaceAll("<why this is accepted>", "Meant so."));
    const accepted = judge(report([loosens, tightens], [clause], input), { failOn, ignored: filledIn, today });
    expect([accepted.failed, accepted.warnings]).toEqual([false, []]);
  });

  it("ignores a finding up to and on the day its entry expires, and says so", () => {
    const on = judge(report([tightens]), { failOn, ignored: ignoring(accept(tightens, "2021-03-01")), today });
    expect(on).toEqual({
      failed: false,
      warnings: [],
      text: `ignored until 2021-03-01: decision tight: tightens (${tightens.fingerprint}): Meant so.\n`,
    });
    const after = judge(report([tightens]), { failOn, ignored: ignoring(accept(tightens, "2021-02-28")), today });
    expect(after.failed).toBe(true);
    expect(after.warnings).toMatchObject([
      {
        code: "ignore-expired",
        message: "this entry counted up to 2021-02-28, and decision tight counts again",
        place: { line: 1, column: 3 },
      },
    ]);
    expect(after.text).not.toContain("ignored until");
  });

  it("says of an entry that it matches nothing, not even where nothing differs", () => {
    const ignored = ignoring(accept(none, "2021-04-01") + accept(effectWith("gone", found, found), "2020-04-01"));
    const { failed, warnings } = judge(report([none]), { failOn, ignored, today });
    expect(failed).toBe(false);
    expect(warnings.map(({ code, place }) => [code, place?.line])).toEqual([
      ["ignore-unused", 1],
      ["ignore-expired", 2],
    ]);
  });

  it("is silent where nothing is asked", () => {
    expect(judge(report([tightens, loosens]), { failOn: [], ignored: [], today })).toEqual({
      failed: false,
      warnings: [],
      text: "",
    });
  });
});
