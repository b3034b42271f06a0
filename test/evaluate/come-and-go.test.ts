import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { loadProcedure, ProblemsError } from "../../engine/index.ts";
import { changesBetween } from "../../engine/procedure/changes.ts";
import { openProcedure } from "../../engine/procedure/open.ts";
import { command } from "../cli/support/command.ts";
import { problemsAfter } from "../procedure/malformed.ts";
import { Copies, change, put } from "../support/sealed.ts";

const copies = new Copies();

/** Renewal is decided from the second revision on and asks a fact of its own; lending is no longer decided by it. */
const renewal = `
  - id: renewal
    title: May the loan be renewed?
    versions:
      - revision: "2.0"
        outcomes: [{ outcome: renew, says: The loan is renewed. }, { outcome: refuse, says: The loan ends. }]
        rows:
          - { outcome: refuse, when: { fact: loan.reserved, operator: equal, value: true }, clauses: ["2.3"] }
          - outcome: renew
`;
const lendingEnds = `      - revision: "2.0"
        retired: true
        outcomes: [{ outcome: lend, says: The book may be lent. }]
        rows: [{ outcome: lend }]
`;
const reserved = `  - id: loan.reserved
    revision: "2.0"
    type: boolean
    label: whether somebody waits for the book
    question: Does somebody wait for the book?
    knownBy: branch
  - id: reader.guardian_agrees
    revision: "2.0"
    retired: true
    type: boolean
    label: the guardian's word
    question: Does the guardian agree?
    knownBy: reader
contradictions:`;
const clauses = `
  - id: "2.3"
    title: Reservations
    kind: requirement
    versions:
      - revision: "2.0"
        effective: 2022-07-01
        summary: A book that somebody waits for is not lent again.
        requires: { fact: loan.reserved, operator: equal, value: false }
        interpretations: [waiting]
`;
const childrenEnd = `        requires: { fact: reader.guardian_agrees, operator: equal, value: true }
      - revision: "2.0"
        effective: 2022-07-01
        summary: Children borrow like everyone else.
        retired: true
`;
const waiting = `
  - id: waiting
    revision: "2.0"
    question: When does somebody wait?
    reading: Once the book is asked for.
    why: Nothing else is written.
    alternatives: [{ id: later, says: Once a day has passed. }]
`;

/** The library, whose second revision brings and takes away one thing of each kind. */
function changedLibrary(): string {
  const copy = copies.of("fixtures/procedures/library");
  const append = (file: string, text: string) => put(copy, file, readFileSync(join(copy, file), "utf8") + text);
  append("decisions.yaml", lendingEnds + renewal.slice(1));
  append("clauses/all.yaml", clauses);
  append("interpretations.yaml", waiting.slice(1));
  change(copy, "facts.yaml", "contradictions:", reserved);
  const requirement = "        requires: { fact: reader.guardian_agrees, operator: equal, value: true }\n";
  change(copy, "clauses/all.yaml", requirement, childrenEnd);
  change(copy, "procedure.yaml", "headline: [lending]", "headline: [lending, renewal]\ninterpretations: [waiting]");
  change(copy, "procedure.yaml", "  library: the library", "  library: the library\n  branch: the branch");
  return copy;
}

const directory = changedLibrary();
const procedure = loadProcedure(directory);
const original = loadProcedure("fixtures/procedures/library");
const before = { asOf: "2022-06-01", facts: { loan: { applied_on: "2022-06-01" }, reader: { age: 9, fines: [] } } };
const after = { asOf: "2022-07-01", facts: { loan: { applied_on: "2022-07-01", reserved: true }, reader: { age: 9 } } };

describe("facts, decisions, clauses and interpretations that come and go with a revision", () => {
  it("change nothing before it, not even the digest", () => {
    expect(procedure.evaluate(before)).toEqual(original.evaluate(before));
    expect(procedure.revisions[0]?.digest).toBe(original.revisions[0]?.digest);
    expect(procedure.evaluate(before).decisions.lending?.missing).toEqual(["reader.guardian_agrees"]);
    expect(procedure.evaluate(before).readings).toEqual(["fines-counted"]);
  });

  it("are in force from it on, and no longer", () => {
    const result = procedure.evaluate(after);
    expect(Object.keys(result.decisions)).toEqual(["renewal"]);
    expect(result.decisions.renewal).toMatchObject({ outcome: "refuse", because: ["2.3"] });
    expect(result.clauses["2.3"]?.status).toBe("unmet");
    expect(result.clauses["2.1"]).toBeUndefined();
    expect(result.readings).toContain("waiting");
  });

  it("leave in each revision the headline decisions that it takes", async () => {
    expect(procedure.revisions.map(({ headline }) => headline)).toEqual([["lending"], ["renewal"], ["renewal"]]);
    const report = async (kase: object) => {
      const args = ["evaluate", "-", "--rules", directory];
      return (await command(args, { stdin: JSON.stringify(kase) })).stdout.split("\n")[0];
    };
    expect(await report(before)).toBe("Cannot tell yet: lend or ask guardian.");
    expect(await report(after)).toBe("The loan ends.");
  });

  it("are refused in a case of a time that does not know them, which is told when they are known", () => {
    const problem = (input: { asOf: string; facts: object }) => {
      try {
        procedure.evaluate(input);
      } catch (error) {
        if (error instanceof ProblemsError) return error.problems[0];
      }
      return undefined;
    };
    const early = problem({ ...before, facts: { "loan.applied_on": "2022-06-01", "loan.reserved": true } });
    expect(early?.message).toBe("revision 1.0 has no fact `loan.reserved`, which revisions 2.0 and 3.0 have");
    expect(early?.remedy).toContain("take it out");
    const late = problem({ ...after, facts: { "loan.applied_on": "2022-07-01", "reader.guardian_agrees": true } });
    expect(late?.message).toBe("revision 2.0 has no fact `reader.guardian_agrees`, which revision 1.0 has");
  });

  it("leave unsettled what another revision does not decide, while the date is unknown", () => {
    const { decisions, warnings } = procedure.evaluate({ asOf: "2022-08-01", facts: { reader: { age: 30 } } });
    expect(decisions.renewal).toMatchObject({ outcome: null, missing: expect.arrayContaining(["loan.applied_on"]) });
    expect(warnings.map(({ code }) => code)).toEqual(["revision-not-settled"]);
  });

  it("are listed as what the revision brought and took away", async () => {
    const { sources } = openProcedure(directory);
    expect(changesBetween(sources, "1.0", "2.0")).toEqual({
      clauses: { added: ["2.3"], changed: ["2", "3"], retired: ["2.1"] },
      decisions: { added: ["renewal"], changed: [], retired: ["lending"] },
      facts: { added: ["loan.reserved"], changed: [], retired: ["reader.guardian_agrees"] },
      contradictions: { added: [], changed: [], retired: [] },
      interpretations: { added: ["waiting"], changed: [], retired: [] },
    });
    const { stdout } = await command(["revisions", "--rules", directory]);
    expect(stdout).toContain("  clauses: new 2.3; changed 2, 3; retired 2.1\n");
    expect(stdout).toContain("  decisions: new renewal; retired lending\n");
    expect(stdout).toContain("  facts: new loan.reserved; retired reader.guardian_agrees\n");
    const gone = (await command(["clause", "2.1", "--rules", directory])).stdout;
    expect(gone).toContain("as revision 1.0 has it\nretired by revision 2.0 from 2022-07-01 on\n");
    expect(gone).toContain(
      "  2.0  approved, from 2022-07-01: retired. Children borrow like everyone else.\n       gone in 3.0\n",
    );
    const come = (await command(["clause", "2.3", "--rules", directory])).stdout;
    expect(come).toContain("  2.0  approved, from 2022-07-01: A book that somebody waits for is not lent again.\n");
  });
});

describe("a revision without a decision to open a report", () => {
  it("is refused, and one headline decision of it mends that", () => {
    const decision = {
      file: "decisions.yaml",
      find: '            when: { clause: "2.1", is: unmet }\n          - outcome: lend\n',
      replace: `            when: { clause: "2.1", is: unmet }\n          - outcome: lend\n${lendingEnds}`,
    };
    const [problem, ...others] = problemsAfter([decision]);
    expect(others.map(({ code }) => code)).toEqual(["no-headline"]);
    expect(problem?.message).toBe("no decision here is one of revision 2.0");
    expect(problem?.place?.text).toBe("headline: [lending]");
  });
});
