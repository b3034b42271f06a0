import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { typesOf } from "../../../engine/interop/types/export.ts";
import { openProcedure } from "../../../engine/procedure/open.ts";
import { type Fixture, fixtures } from "../../support/cases.ts";

const [shipped] = openProcedure("rules/secor").revisions;
const books = openProcedure("fixtures/procedures/library").revisions.at(-1);

/** A program that uses the types of the shipped procedure. A line that must not compile ends in `// wrong`. */
const program = `import { loadProcedure, type ProblemsError, type TypedProcedure } from "secor";
import type { Facts, Outcomes, Secor } from "./types.ts";
const procedure: TypedProcedure<Secor> = loadProcedure<Secor>();
const asOf = "2019-12-20";
const text: string = asOf;
procedure.evaluate({ asOf, facts: {} });
procedure.evaluate({ asOf, facts: { audit: { submitted_on: text } } });
procedure.evaluate({ asOf, facts: { audit: { purpose: "maintenance", submitted_on: null, started_on: undefined } } });
procedure.evaluate({ asOf, facts: { "audit.purpose": "certification", employer: { peak_headcount: 9 } } });
procedure.evaluate({ asOf, facts: { assessor: { refreshers: [{ course: "hazard_management", completed_on: asOf }] } } });
procedure.evaluate({ asOf, facts: {}, case: "mine", revision: "1.0", readings: { "day-counting": "starting_day_counted" } });
const whole: Facts = { score: { elements: null } };
procedure.evaluate({ asOf, facts: whole });
procedure.evaluate({ asOf, facts: { employer: { peak_headcont: 9 } } }); // wrong
procedure.evaluate({ asOf, facts: { emploier: { peak_headcount: 9 } } }); // wrong
procedure.evaluate({ asOf, facts: { "employer.peak_headcont": 9 } }); // wrong
procedure.evaluate({ asOf, facts: { employer: { peak_headcount: "9" } } }); // wrong
procedure.evaluate({ asOf, facts: { employer: { peak_headcount: null } } }); // wrong
procedure.evaluate({ asOf, facts: { audit: { purpose: "maintainance" } } }); // wrong
procedure.evaluate({ asOf, facts: { assessor: { refreshers: [{ course: "hazard_managment" }] } } }); // wrong
procedure.evaluate({ asOf, facts: { assessor: { refreshers: [{ finished_on: asOf }] } } }); // wrong
procedure.evaluate({ asOf, facts: {}, readings: { "day-counting": "counted" } }); // wrong
procedure.evaluate({ asOf, facts: {}, readings: { "day-countings": "starting_day_counted" } }); // wrong
procedure.evaluate({ asof: asOf, facts: {} }); // wrong
procedure.decide({ asOf, facts: { employer: { peak_headcont: 9 } } }); // wrong
procedure.evaluateWithWorkings({ asOf, facts: { employer: { peak_headcont: 9 } } }); // wrong
const result = procedure.evaluate({ asOf, facts: {} });
const outcome: Outcomes["eligibility"] | null = result.decisions.eligibility.outcome;
export const says = outcome === "eligible" ? result.clauses["2.1.3"].status : result.decisions.submission.possible[0];
export const eligible = result.decisions.eligibility.outcome === "elligible"; // wrong
export const other = result.decisions.eligability; // wrong
export const clause = result.clauses["2.1.9"]; // wrong
export const due: string | null = result.obligations.maintenance_audit.due;
export const bearer: "employer" = result.obligations.maintenance_audit.bearer;
export const duty = result.obligations.maintenance_audits; // wrong
export const late: boolean | null | undefined = result.derived["maintenance.is_late"];
export const never: string = result.derived["maintenance.is_late"] ?? ""; // wrong
export const quick = procedure.decide({ asOf, facts: {} }).decisions.submission.outcome === "acepted"; // wrong
export const open = loadProcedure().evaluate({ asOf, facts: { employer: { peak_headcont: 9 } } });
export const perhaps = open.decisions.eligibility.outcome; // wrong
export type Kept = ProblemsError;
`;

/** The lines on which the compiler finds an error, in a project that has the package installed. */
function linesWithErrors(files: Readonly<Record<string, string>>, main: string): readonly number[] {
  const project = mkdtempSync(join(tmpdir(), "typed-"));
  try {
    mkdirSync(join(project, "node_modules"));
    symlinkSync(resolve("."), join(project, "node_modules", "secor"), "dir");
    writeFileSync(join(project, "package.json"), '{ "type": "module" }');
    for (const [name, text] of Object.entries(files)) writeFileSync(join(project, name), text);
    const options = "--noEmit --strict --noUncheckedIndexedAccess --exactOptionalPropertyTypes --noUnusedLocals".split(
      " ",
    );
    const target = "--module nodenext --target es2023 --allowImportingTsExtensions --types node --typeRoots".split(" ");
    const { stdout } = spawnSync(
      resolve("node_modules/.bin/tsc"),
      [...options, ...target, resolve("node_modules/@types"), main],
      { cwd: project, encoding: "utf8" },
    );
    const found = [...stdout.matchAll(/^(\S+)\((\d+),\d+\): error/gm)];
    expect(found.filter(([, file]) => file !== main).map(([line]) => line)).toEqual([]);
    return [...new Set(found.map(([, , line]) => Number(line)))];
  } finally {
    rmSync(project, { recursive: true });
  }
}

const linesMarked = (text: string): readonly number[] =>
  text.split("\n").flatMap((line, at) => (line.endsWith("// wrong") ? [at + 1] : []));

describe("the types of a revision", () => {
  it("let right names compile, and nothing else", () => {
    expect(linesMarked(program).length).toBeGreaterThan(15);
    expect(
      linesWithErrors({ "types.ts": shipped === undefined ? "" : typesOf(shipped), "main.ts": program }, "main.ts"),
    ).toEqual(linesMarked(program));
  });

  it("are a module without errors for a procedure that has no readings", () => {
    const text = books === undefined ? "" : typesOf(books);
    const main = `import { loadProcedure } from "secor";
import type { LibraryCard } from "./types.ts";
const procedure = loadProcedure<LibraryCard>("rules");
procedure.evaluate({ asOf: "2020-01-01", facts: { reader: { fines: [{ reason: "late", amount: 2 }] } }, readings: {} });
procedure.evaluate({ asOf: "2020-01-01", facts: {}, readings: { any: "thing" } }); // wrong
`;
    expect(linesWithErrors({ "types.ts": text, "main.ts": main }, "main.ts")).toEqual(linesMarked(main));
  });

  it("accept the facts of every case that the procedure ships with", () => {
    const cases = fixtures().map(({ facts, readings }: Fixture) => ({
      asOf: "2020-01-01",
      facts,
      ...(readings && { readings }),
    }));
    expect(cases.length).toBeGreaterThan(300);
    const calls = cases.map((one) => `procedure.evaluate(${JSON.stringify(one)});\n`).join("");
    const main = `import { loadProcedure } from "secor";\nimport type { Secor } from "./types.ts";\nconst procedure = loadProcedure<Secor>();\n${calls}`;
    expect(
      linesWithErrors({ "types.ts": shipped === undefined ? "" : typesOf(shipped), "main.ts": main }, "main.ts"),
    ).toEqual([]);
  });
});
