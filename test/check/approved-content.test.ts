import { readFileSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parse, stringify } from "yaml";
import { approvedContent } from "../../engine/check/approved-content.ts";
import { openProcedure } from "../../engine/procedure/open.ts";
import type { Problem } from "../../engine/source/problem.ts";
import { Copies, change, put, seal } from "../support/sealed.ts";

const copies = new Copies();
const original = copies.sealedLibrary();

/** What is found in a copy of the sealed library after something was done to it. */
function found(act: (directory: string) => void): readonly Problem[] {
  const copy = copies.of(original);
  act(copy);
  return approvedContent(openProcedure(copy));
}

/** The same, in short: code, message, and the line at which it is shown. */
function inShort(act: (directory: string) => void): readonly string[] {
  return found(act).map(({ code, message, place }) => {
    const where = `${place?.file.split("/").slice(3).join("/")}: ${place?.text.trim()}`;
    return `${code}: ${message.replaceAll(/\S+\/(?=seals\/)/g, "")} [${where.replace(/^\d+\//, "")}]`;
  });
}

const edit = (file: string, from: string, to: string) => (directory: string) => change(directory, file, from, to);

describe("sealed revisions as they were approved", () => {
  it("have nothing to find", () => {
    expect(inShort(() => {})).toEqual([]);
  });

  it("may be written in any other way", () => {
    const files = ["procedure.yaml", "facts.yaml", "decisions.yaml", "interpretations.yaml", "clauses/all.yaml"];
    const rewritten = fc.record({
      file: fc.constantFrom(...files, "seals/1.0.yaml"),
      collectionStyle: fc.constantFrom<"block" | "flow">("block", "flow"),
      sorted: fc.boolean(),
    });
    fc.assert(
      fc.property(rewritten, ({ file, collectionStyle, sorted }) => {
        expect(
          inShort((directory) => {
            const value: unknown = parse(readFileSync(join(directory, file), "utf8"));
            const text = stringify(value, {
              collectionStyle,
              sortMapEntries: sorted,
              defaultStringType: "QUOTE_DOUBLE",
            });
            put(directory, file, `# A remark.\n${text}`);
          }),
        ).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  it("may stand in other files and in another order", () => {
    expect(
      inShort((directory) => {
        renameSync(join(directory, "clauses/all.yaml"), join(directory, "clauses/other.yaml"));
        const facts = parse(readFileSync(join(directory, "facts.yaml"), "utf8"));
        put(directory, "facts.yaml", stringify({ ...facts, facts: facts.facts.toReversed() }));
      }),
    ).toEqual([]);
  });
});

describe("a change of what was approved", () => {
  it.each<[string, (directory: string) => void, string]>([
    [
      "a clause",
      edit("clauses/all.yaml", "lessThanInclusive, value: 10", "lessThanInclusive, value: 11"),
      'clause 2.2 is not as it was approved in revision 1.0 [clauses/all.yaml: - revision: "1.0"]',
    ],
    [
      "a fact",
      edit("facts.yaml", "max: 150", "max: 151"),
      "fact `reader.age` is not as it was approved in revision 1.0 [facts.yaml: - id: reader.age]",
    ],
    [
      "a decision",
      edit("decisions.yaml", "The book can't be lent.", "No."),
      'decision `lending` is not as it was approved in revision 1.0 [decisions.yaml: - revision: "1.0"]',
    ],
    [
      "an interpretation",
      edit("interpretations.yaml", "All open fines count.", "Some count."),
      "interpretation `fines-counted` is not as it was approved in revision 1.0 [interpretations.yaml: - id: fines-counted]",
    ],
    [
      "a contradiction",
      edit("facts.yaml", "operator: before", "operator: onOrBefore"),
      "contradiction `returned_before_loan` is not as it was approved in revision 1.0 [facts.yaml: - id: returned_before_loan]",
    ],
    [
      "what selects the revision",
      edit("procedure.yaml", "governedBy: loan.applied_on", "governedBy: loan.returned_on"),
      'what procedure.yaml says of revision 1.0 is not as it was approved [procedure.yaml: - revision: "1.0"]',
    ],
    [
      "the name of a party",
      edit("procedure.yaml", "reader: the reader", "reader: the borrower"),
      'what procedure.yaml says of revision 1.0 is not as it was approved [procedure.yaml: - revision: "1.0"]',
    ],
  ])("is found in %s, in each revision that has it", (_what, act, expected) => {
    const second = expected.replace("in revision 1.0", "in revision 2.0").replace("of revision 1.0", "of revision 2.0");
    const inProcedure = expected.startsWith("what");
    expect(inShort(act)).toEqual([
      `approved-content-changed: ${expected}`,
      `approved-content-changed: ${inProcedure ? second.replace('"1.0"', '"2.0"') : second}`,
    ]);
  });

  it("is found in the one version that was changed, and not in revisions that have another", () => {
    expect(inShort(edit("clauses/all.yaml", "value: 14", "value: 15"))).toEqual([
      'approved-content-changed: clause 2 is not as it was approved in revision 1.0 [clauses/all.yaml: - revision: "1.0"]',
    ]);
  });

  it("is found where something was added, with the advice to give it a revision", () => {
    const fact = `
  - id: reader.card_lost
    type: boolean
    label: whether the card is lost
    question: Is the card lost?
    knownBy: reader
contradictions:`;
    const problems = found(edit("facts.yaml", "\ncontradictions:", fact));
    expect(problems.map(({ message }) => message)).toEqual([
      "fact `reader.card_lost` was put into revision 1.0 after it was approved",
      "fact `reader.card_lost` was put into revision 2.0 after it was approved",
    ]);
    expect(problems[0]?.place?.text).toBe("  - id: reader.card_lost");
    expect(problems[0]?.remedy).toContain("name a draft as the `revision:` that brings it");
    const ofDraft = fact.replace("    type", '    revision: "3.0"\n    type');
    expect(inShort(edit("facts.yaml", "\ncontradictions:", ofDraft))).toEqual([]);
  });

  it("is found where something was taken out, or was made to begin later", () => {
    const withoutContradictions = (directory: string) => {
      const text = readFileSync(join(directory, "facts.yaml"), "utf8");
      put(directory, "facts.yaml", text.slice(0, text.indexOf("contradictions:")));
    };
    expect(inShort(withoutContradictions)).toEqual([
      'approved-content-changed: contradiction `returned_before_loan` was approved in revision 1.0 and is not there any more [procedure.yaml: - revision: "1.0"]',
      'approved-content-changed: contradiction `returned_before_loan` was approved in revision 2.0 and is not there any more [procedure.yaml: - revision: "2.0"]',
    ]);
    const later = edit(
      "facts.yaml",
      "- id: returned_before_loan\n",
      '- id: returned_before_loan\n    revision: "2.0"\n',
    );
    expect(inShort(later)).toEqual([
      "approved-content-changed: contradiction `returned_before_loan` was approved in revision 1.0 and is not there any more [facts.yaml: - id: returned_before_loan]",
    ]);
  });

  it("is no change of a draft", () => {
    expect(
      inShort(edit("clauses/all.yaml", "A book is kept as long as nobody else asks for it.", "Any time.")),
    ).toEqual([]);
  });
});

describe("what is approved beside the content", () => {
  it("is by whom and when", () => {
    expect(inShort(edit("procedure.yaml", "on: 2019-12-10", "on: 2019-12-11"))).toEqual([
      "approval-changed: the approval of revision 1.0 is not the one that it was sealed with [procedure.yaml: approval: { by: The library board, on: 2019-12-10 }]".replace(
        "12-10",
        "12-11",
      ),
    ]);
  });

  it("is the end", () => {
    expect(inShort(edit("procedure.yaml", "until: 2023-07-01", "until: 2023-06-01"))).toEqual([
      "approved-end-changed: revision 2.0 was approved until 2023-07-01, and now ends on 2023-06-01 [procedure.yaml: until: 2023-06-01]",
    ]);
    expect(inShort(edit("procedure.yaml", "    until: 2023-07-01\n", ""))).toEqual([
      "approved-end-changed: revision 2.0 was approved until 2023-07-01, and now has no end [procedure.yaml: effective: 2022-07-01]",
    ]);
  });

  it("lets the next approved revision end one that had no end, on its own day alone", () => {
    const copy = copies.of("fixtures/procedures/library");
    change(copy, "procedure.yaml", "    until: 2023-07-01\n", "");
    seal(copy, "1.0");
    seal(copy, "2.0");
    seal(copy, "3.0");
    const { entry } = openProcedure(copy).sources.procedure;
    expect(entry.revisions.map(({ until }) => until)).toEqual(["2022-07-01", "2023-07-01", undefined]);
    expect(approvedContent(openProcedure(copy))).toEqual([]);
    change(copy, "procedure.yaml", "until: 2023-07-01", "until: 2023-05-01");
    const [problem, ...others] = approvedContent(openProcedure(copy));
    expect(others).toEqual([]);
    expect([problem?.code, problem?.expected]).toEqual([
      "approved-end-changed",
      "without an end, or until 2023-07-01, when the next one takes effect",
    ]);
  });
});

describe("a seal", () => {
  const sealFile = "seals/1.0.yaml";

  it("that is missing is found", () => {
    expect(inShort((directory) => rmSync(join(directory, sealFile)))).toEqual([
      expect.stringMatching(/^seal-missing: there is no file seals\/1\.0\.yaml, .* \[procedure\.yaml: digest: sha256:/),
    ]);
  });

  it("that was changed is found, whichever digest in it", () => {
    const text = readFileSync(join(original, sealFile), "utf8");
    const count = [...text.matchAll(/sha256:/g)].length;
    fc.assert(
      fc.property(fc.nat(count - 1), (nth) => {
        let at = -1;
        const altered = text.replaceAll(/sha256:./g, (digest) => {
          at++;
          return at === nth ? `sha256:${digest.endsWith("0") ? "1" : "0"}` : digest;
        });
        const [problem, ...others] = found((directory) => put(directory, sealFile, altered));
        expect([problem?.code, others]).toEqual(["seal-mismatch", []]);
      }),
    );
  });

  it("that belongs to another revision, or has another form, is found", () => {
    const [other] = found((directory) =>
      put(directory, sealFile, readFileSync(join(directory, "seals/2.0.yaml"), "utf8")),
    );
    expect(other?.code).toBe("seal-mismatch");
    expect(inShort((directory) => put(directory, sealFile, 'revision: "1.0"\n'))[0]).toMatch(/^missing-key/);
  });

  it("leaves the change of the whole to be said where it can't be read", () => {
    const codes = found((directory) => {
      rmSync(join(directory, sealFile));
      change(directory, "clauses/all.yaml", "value: 14", "value: 15");
    }).map(({ code }) => code);
    expect(codes).toEqual(["approved-content-changed", "seal-missing"]);
  });

  it("shows that a digest, an approval or a whole revision was taken out", () => {
    const withoutDigest = (directory: string) => {
      const text = readFileSync(join(directory, "procedure.yaml"), "utf8");
      put(directory, "procedure.yaml", text.replace(/ {4}digest: .*\n/, ""));
    };
    expect(found(withoutDigest).map(({ code }) => code)).toEqual(["not-sealed", "seal-without-revision"]);
    const renumbered = (directory: string) => {
      for (const file of ["procedure.yaml", "clauses/all.yaml", "decisions.yaml"]) {
        put(directory, file, readFileSync(join(directory, file), "utf8").replaceAll('"1.0"', '"0.9"'));
      }
    };
    expect(found(renumbered).map(({ code }) => code)).toEqual(
      expect.arrayContaining(["approved-content-changed", "seal-missing", "seal-without-revision"]),
    );
  });
});
