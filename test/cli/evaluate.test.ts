import { describe, expect, it } from "vitest";
import { command, file, library, temporaryDirectory } from "./support/command.ts";
import { lent, lentAs } from "./support/library.ts";

const directory = temporaryDirectory();
const path = file(directory, "lent.yaml", lent);
const rules = ["--rules", library];

const evaluate = (...args: readonly string[]) => command(["evaluate", path, ...rules, ...args]);
const decided = async (...args: readonly string[]) => {
  const { stdout } = await evaluate("--format", "json", ...args);
  return JSON.parse(stdout) as {
    readonly asOf: string;
    readonly revision: string;
    readonly decisions: { readonly lending: { readonly outcome: string | null } };
    readonly obligations: { readonly return_book: { readonly due: string | null; readonly status: string } };
    readonly readings: readonly string[];
    readonly warnings: readonly { readonly code: string }[];
    readonly derived: Readonly<Record<string, unknown>>;
  };
};

describe("the report", () => {
  it("is text unless asked otherwise, and nothing is said beside it", async () => {
    const { code, stdout, stderr } = await evaluate();
    expect(code).toBe(0);
    expect(stdout).toMatch(/^The book may be lent\.\n/);
    expect(stdout).toContain("2020-03-01");
    expect(stderr).toBe("");
  });

  it("is the result itself as JSON", async () => {
    const result = await decided();
    expect(Object.keys(result)).toEqual([
      "procedure",
      "revision",
      "digest",
      "case",
      "asOf",
      "governedBy",
      "decisions",
      "clauses",
      "obligations",
      "derived",
      "readings",
      "warnings",
    ]);
    expect(result).toMatchObject({
      procedure: "library_card",
      revision: "1.0",
      decisions: { lending: { outcome: "lend", possible: ["lend"] } },
      obligations: { return_book: { due: "2020-03-09", status: "pending" } },
    });
  });

  it("is Markdown with a heading", async () => {
    const { stdout } = await evaluate("--format", "markdown");
    expect(stdout).toMatch(/^# The book may be lent/);
  });

  it("goes through standard input for `-`, and JSON is read like YAML", async () => {
    const { code, stdout } = await command(["evaluate", "-", ...rules], { stdin: JSON.stringify(lentAs()) });
    expect(code).toBe(0);
    expect(stdout).toMatch(/^The book may be lent\.\n/);
  });
});

describe("the evaluation date", () => {
  it("is the one of the command line before that of the case", async () => {
    expect((await decided()).asOf).toBe("2020-03-01");
    const later = await decided("--as-of", "2020-04-01");
    expect(later.asOf).toBe("2020-04-01");
    expect(later.obligations.return_book.status).toBe("overdue");
  });

  it("is today without either, and that is said", async () => {
    const { asOf: _, ...undated } = lentAs();
    const { code, stdout, stderr } = await command(["evaluate", "-", "--format", "json", ...rules], {
      stdin: JSON.stringify(undated),
    });
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ asOf: "2021-03-01" });
    expect(stderr).toBe("note: evaluated as of today, 2021-03-01; --as-of or `asOf` in the case sets another date\n");
  });
});

describe("--set", () => {
  it("puts a fact in place of the case's own", async () => {
    expect(
      (await decided("--set", "reader.age=8", "--set", "reader.guardian_agrees=no")).decisions.lending.outcome,
    ).toBe("ask_guardian");
    expect(
      (await decided("--set", "reader.age=8", "--set", "reader.guardian_agrees=yes")).decisions.lending.outcome,
    ).toBe("lend");
  });

  it("reads none, unknown and lists", async () => {
    expect((await decided("--set", "loan.applied_on=none")).obligations.return_book).toMatchObject({
      due: null,
      status: "not_applicable",
    });
    expect((await decided("--set", "reader.age=unknown")).decisions.lending.outcome).toBeNull();
    const fined = await decided("--set", 'reader.fines=[{"reason":"late","amount":10.01}]');
    expect(fined.decisions.lending.outcome).toBe("refuse");
    expect(fined.derived["reader.owed"]).toBe(10.01);
  });

  it("takes the last of several for one fact", async () => {
    expect((await decided("--set", "reader.age=unknown", "--set", "reader.age=40")).decisions.lending.outcome).toBe(
      "lend",
    );
  });

  it("replaces a fact whose dots are in the key", async () => {
    const { stdout } = await command(["evaluate", "-", "--format", "json", ...rules, "--set", "reader.age=8"], {
      stdin: JSON.stringify(
        lentAs({ facts: { "reader.age": 40, "reader.fines": null, "loan.applied_on": "2020-02-10" } }),
      ),
    });
    expect(JSON.parse(stdout)).toMatchObject({ decisions: { lending: { outcome: null } } });
  });

  it("leaves the case as it is for everything else: problems of the case keep their places", async () => {
    const slip = file(directory, "slip.yaml", "asOf: 2020-03-01\nfacts:\n  reader:\n    age: 30\n    fnies: []\n");
    const { stderr } = await command(["evaluate", slip, ...rules, "--set", "reader.age=8"]);
    expect(stderr).toContain(`--> ${slip}:5:5`);
    expect(stderr).toContain("nearest: `reader.fines`");
  });
});

describe("readings and revisions", () => {
  it("switches on an alternative", async () => {
    const damage = ["--set", 'reader.fines=[{"reason":"damage","amount":50}]'];
    expect((await decided(...damage)).decisions.lending.outcome).toBe("refuse");
    const other = await decided(...damage, "--reading", "fines-counted=late_only");
    expect(other.decisions.lending.outcome).toBe("lend");
    expect(other.readings).toEqual(["fines-counted=late_only"]);
  });

  it("decides by the revision named, with a warning that is seen in the text", async () => {
    const args = ["--set", "loan.applied_on=2024-01-05", "--as-of", "2024-02-01", "--revision", "1.0"];
    const result = await decided(...args);
    expect(result.revision).toBe("1.0");
    expect(result.warnings.map(({ code }) => code)).toEqual(["revision-overridden"]);
    const { stdout, stderr } = await evaluate(...args);
    expect(stdout).toContain("by revision 1.0");
    expect(stdout).toMatch(/no\s+revision\s+governs/);
    expect(stderr).toBe("");
  });

  it("says the warnings on standard error beside JSON, where a program would not look for them", async () => {
    const { stderr } = await evaluate("--format", "json", "--revision", "2.0");
    expect(stderr).toBe(
      "warning[revision-overridden]: decided by revision 2.0 because it was named; by its date, revision 1.0 governs\n",
    );
  });
});

describe("--exit-status", () => {
  it("is 0 for whatever was decided, and 3 while a decision is undetermined", async () => {
    expect((await evaluate("--exit-status")).code).toBe(0);
    expect((await evaluate("--exit-status", "--set", 'reader.fines=[{"amount": 99}]')).code).toBe(0);
    expect((await evaluate("--exit-status", "--set", "reader.age=unknown")).code).toBe(3);
    expect((await evaluate("--set", "reader.age=unknown")).code).toBe(0);
  });
});

describe("--explain", () => {
  it("shows every clause and how its conditions came out", async () => {
    const short = await evaluate();
    const { code, stdout } = await evaluate("--explain", "--set", "reader.age=8");
    expect(code).toBe(0);
    expect(stdout.length).toBeGreaterThan(short.stdout.length);
    for (const clause of ["2", "2.1", "2.2", "3"]) expect(stdout).toMatch(new RegExp(`\\b${clause}\\b`));
    expect(stdout).toContain("reader's age");
  });

  it("is a part of the other forms too", async () => {
    const result = await evaluate("--explain", "--format", "json");
    expect(JSON.parse(result.stdout)).toMatchObject({
      decisions: { lending: { outcome: "lend" } },
      trace: { clauses: {} },
    });
    expect((await evaluate("--explain", "--format", "markdown")).stdout).toMatch(/\n## Trace\n\n( {4}.*\n|\n)+$/);
  });
});
