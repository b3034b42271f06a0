import { describe, expect, it } from "vitest";
import { allowRules } from "../../engine/check/silence.ts";
import { rules } from "../../engine/check/table.ts";
import { Library } from "./found.ts";

const library = new Library("fact-without-bounds", "fact-without-question", ...allowRules.map(({ code }) => code));
const age = "  - id: reader.age\n    type: integer\n    unit: years\n    min: 0\n    max: 150\n";
const boundless = age.replace("    min: 0\n    max: 150\n", "");

/** The codes that are left, and the reasons of what is silenced, when the fact of the reader's age is written so. */
async function heeded(written: string) {
  const { problems, silenced } = await library.inspected({ file: "facts.yaml", from: age, to: written });
  return {
    left: problems.map(({ code }) => code),
    reasons: silenced.map(({ problem, reason }) => `${problem.code}: ${reason}`),
  };
}

const allow = "# allow fact-without-bounds: Nobody knows how old one can get.";
const silenced = { left: [], reasons: ["fact-without-bounds: Nobody knows how old one can get."] };

describe("a finding", () => {
  it("is shown where nothing silences it", async () => {
    expect(await heeded(boundless)).toEqual({ left: ["fact-without-bounds"], reasons: [] });
  });

  it.each([
    ["on the line above", boundless.replace(/^/, `  ${allow}\n`)],
    ["on the line above, at any column", boundless.replace(/^/, `${allow}\n`)],
    ["on its line", boundless.replace("reader.age", `reader.age ${allow}`)],
    ["above an ordinary remark", boundless.replace(/^/, `  ${allow}\n  # On the day of the loan.\n`)],
    ["below an ordinary remark", boundless.replace(/^/, `  # On the day of the loan.\n  ${allow}\n`)],
  ])("is silenced by a comment %s", async (_where, written) => {
    expect(await heeded(written)).toEqual(silenced);
  });

  it("is silenced beside others of its line", async () => {
    const written = boundless.replace(/^/, `  # allow fact-without-question: It has one.\n  ${allow}\n`);
    expect(await heeded(written)).toEqual({ ...silenced, left: ["allow-unused"] });
  });

  it("is silenced with a reason that takes several lines", async () => {
    const written = boundless.replace(
      /^/,
      "  # allow fact-without-bounds: Nobody knows\n  #   how old\n  #   one can get.\n  # A remark.\n",
    );
    expect(await heeded(written)).toEqual(silenced);
  });

  it.each([
    ["above a blank line", boundless.replace(/^/, `  ${allow}\n\n`)],
    ["on another line", boundless.replace("unit: years", `unit: years ${allow}`)],
    ["of another code", boundless.replace(/^/, "  # allow fact-without-question: It has one.\n")],
  ])("is not silenced by a comment %s", async (_where, written) => {
    const { left, reasons } = await heeded(written);
    expect([left.toSorted(), reasons]).toEqual([["allow-unused", "fact-without-bounds"], []]);
  });

  it("is not silenced by what is no comment", async () => {
    const { problems, silenced: none } = await library.inspected(
      {
        file: "facts.yaml",
        from: `${age}    label: the reader's age\n`,
        to: `  - { id: reader.age, label: "${allow}",\n`,
      },
      {
        file: "facts.yaml",
        from: "    question: How old is the reader?\n    knownBy: reader\n  - id: reader.guardian_agrees",
        to: "      type: integer, unit: years, question: How old?, knownBy: reader }\n  - id: reader.guardian_agrees",
      },
    );
    expect([problems.map(({ code }) => code), none]).toEqual([["fact-without-bounds"], []]);
  });
});

describe("a comment that allows something", () => {
  it("needs a reason", async () => {
    for (const comment of [
      "# allow fact-without-bounds",
      "# allow fact-without-bounds:",
      "#allow fact-without-bounds: ",
    ]) {
      const { left, reasons } = await heeded(boundless.replace(/^/, `  ${comment}\n`));
      expect([comment, left.toSorted(), reasons]).toEqual([
        comment,
        ["allow-without-reason", "fact-without-bounds"],
        [],
      ]);
    }
  });

  it("needs a colon before its reason", async () => {
    const { left } = await heeded(boundless.replace(/^/, "  # allow fact-without-bounds nobody knows\n"));
    expect(left.toSorted()).toEqual(["allow-without-reason", "fact-without-bounds"]);
  });

  it("names a check that there is, and gets the nearest", async () => {
    const written = boundless.replace(/^/, "  # allow fact-without-bound: Nobody knows.\n");
    const { problems } = await library.inspected({ file: "facts.yaml", from: age, to: written });
    expect(problems.map(({ code, nearest, place }) => [code, nearest, place?.column, place?.length])).toEqual([
      ["allow-unknown-check", "fact-without-bounds", 11, 18],
      ["fact-without-bounds", undefined, 9, 10],
    ]);
  });

  it.each(rules.filter(({ isFirm }) => isFirm === true).map(({ code }) => code))("can't be about %s", async (code) => {
    const written = age.replace(/^/, `  # allow ${code}: We know.\n`);
    const { problems } = await library.inspected({ file: "facts.yaml", from: age, to: written });
    expect(problems.map((problem) => [problem.code, problem.message])).toEqual([
      ["allow-unknown-check", `\`${code}\` can't be allowed`],
    ]);
  });

  it("is one with a code, not any remark that begins so", async () => {
    expect(await heeded(age.replace(/^/, "  # allow people of any age\n"))).toEqual({ left: [], reasons: [] });
  });

  it("silences nothing that reading reports", async () => {
    const { problems } = await new Library("allow-unknown-check", "wrong-type").inspected({
      file: "clauses/all.yaml",
      from: "        requires: { fact: reader.owed, operator: lessThanInclusive, value: 10 }",
      to: "        # allow wrong-type: We know.\n        requires: { fact: reader.owed, operator: lessThanInclusive, value: { fact: reader.age } }",
    });
    expect(problems.map(({ code }) => code)).toEqual(["wrong-type"]);
  });
});
