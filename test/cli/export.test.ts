import { execFileSync } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { Ajv } from "ajv";
import { describe, expect, it } from "vitest";
import { loadProcedure } from "../../engine/browser.ts";
import { command, library, temporaryDirectory } from "./support/command.ts";

const directory = temporaryDirectory();
/** What json-rules-engine depends on itself. */
const enginesOwn: readonly string[] = Object.keys(
  JSON.parse(readFileSync("node_modules/json-rules-engine/package.json", "utf8")).dependencies,
);

describe("export schema", () => {
  it("prints one schema that holds all of them, and resolves within itself", async () => {
    const { code, stdout, stderr } = await command(["export", "schema", "--rules", library]);
    expect([code, stderr]).toEqual([0, ""]);
    const bundle = JSON.parse(stdout);
    expect(Object.keys(bundle.definitions)).toEqual(
      ["case", "clauses", "decisions", "facts", "interpretations", "procedure", "result"].sort(),
    );
    const ajv = new Ajv({ strict: false, validateFormats: false });
    ajv.addSchema(bundle, "bundle");
    const validate = ajv.getSchema("case.schema.json");
    expect(validate?.({ facts: { reader: { age: 9 } } })).toBe(true);
    expect(validate?.({ facts: { reader: { aeg: 9 } } })).toBe(false);
  });

  it("writes one file a kind, and says so beside the result", async () => {
    const out = join(directory, "deep", "schemas");
    const { code, stdout, stderr } = await command(["export", "schema", "--rules", library, "--out", out]);
    expect([code, stdout]).toEqual([0, ""]);
    expect(stderr).toContain(`Wrote 7 schemas to ${out}`);
    expect(readdirSync(out)).toContain("case.schema.json");
    const bundle = JSON.parse((await command(["export", "schema", "--rules", library])).stdout);
    const written = JSON.parse(readFileSync(join(out, "case.schema.json"), "utf8"));
    expect({ $id: "case.schema.json", ...written }).toEqual(bundle.definitions.case);
  });

  it("leaves what is there where the directory can't be one", async () => {
    const taken = join(directory, "taken");
    writeFileSync(taken, "mine");
    const { code, stderr } = await command(["export", "schema", "--rules", library, "--out", taken]);
    expect(code).toBe(2);
    expect(stderr).toContain("error[file-not-written]");
    expect(readFileSync(taken, "utf8")).toBe("mine");
  });

  it("knows one revision alone, where it is named", async () => {
    const rules = ["--rules", "fixtures/drafts/no-more-binders"];
    const all = await command(["export", "schema", ...rules]);
    const first = await command(["export", "schema", ...rules, "--revision", "1.0"]);
    const revisionsIn = (text: string) => JSON.parse(text).definitions.case.properties.revision.anyOf[0].enum;
    expect([revisionsIn(all.stdout), revisionsIn(first.stdout)]).toEqual([["1.0", "1.1"], ["1.0"]]);
    expect(all.stdout).toContain("(Only in revision 1.0.)");
    expect(first.stdout).not.toContain("(Only in revision");
    const wrong = await command(["export", "schema", ...rules, "--revision", "1.9"]);
    expect([wrong.code, wrong.stderr]).toEqual([2, expect.stringContaining("error[unknown-revision]")]);
  });

  it("writes nothing where the rules can't be read", async () => {
    const out = join(directory, "nothing");
    expect((await command(["export", "schema", "--rules", directory, "--out", out])).code).toBe(2);
    expect(existsSync(out)).toBe(false);
  });
});

describe("export types", () => {
  it("prints the types of a revision, the newest approved one where none is named", async () => {
    const { code, stdout, stderr } = await command(["export", "types", "--rules", library]);
    expect([code, stderr]).toEqual([0, ""]);
    expect(stdout).toContain('readonly lending: "lend" | "ask_guardian" | "refuse";');
    expect(stdout).toContain("export interface LibraryCard {");
    const first = await command(["export", "types", "--rules", library, "--revision", "1.0"]);
    expect([first.stdout.slice(0, 47), first.stdout === stdout]).toEqual([
      "// The types of library_card, revision 1.0 (sha",
      false,
    ]);
    expect((await command(["export", "types", "--rules", library, "--revision", "9"])).code).toBe(2);
  });

  it("makes its own file anew, and leaves any other", async () => {
    const out = join(directory, "types.ts");
    for (const revision of ["1.0", "2.0"]) {
      const args = ["export", "types", "--rules", library, "--revision", revision];
      const { code, stdout, stderr } = await command([...args, "--out", out]);
      expect([code, stdout, stderr]).toEqual([0, "", `Wrote the types to ${out}\n`]);
      expect(readFileSync(out, "utf8")).toBe((await command(args)).stdout);
    }
    writeFileSync(out, "export type Mine = 1;\n");
    const { code, stderr } = await command(["export", "types", "--rules", library, "--out", out]);
    expect([code, readFileSync(out, "utf8")]).toEqual([2, "export type Mine = 1;\n"]);
    expect(stderr).toContain("error[file-exists]");
  });
});

describe("export json-rules-engine", () => {
  const page = readFileSync("docs/for-developers.md", "utf8");

  it("makes two files that run as the guide says, in a project that has the engine and nothing else", async () => {
    const project = mkdtempSync(join(directory, "project-"));
    const out = join(project, "rules-for-my-engine");
    const { code, stdout, stderr } = await command(["export", "json-rules-engine", "--out", out]);
    expect([code, stdout]).toEqual([0, ""]);
    expect(stderr).toMatch(/^Wrote \d+ rules to \S+rules\.json, and their companion \S+facts\.mjs\n$/);
    mkdirSync(join(project, "node_modules"));
    for (const name of ["json-rules-engine", ...enginesOwn]) {
      symlinkSync(realpathSync(join("node_modules", name)), join(project, "node_modules", name), "dir");
    }
    const [, program = "", prints] = /```mjs\n([\s\S]*?)```\n\n```text\n([\s\S]*?)```/.exec(page) ?? [];
    writeFileSync(join(project, "main.mjs"), program);
    expect(execFileSync(process.execPath, ["main.mjs"], { cwd: project, encoding: "utf8" })).toBe(prints);
  });

  it("prints the rules alone, of the revision that is named, and says where the companion is", async () => {
    const args = ["export", "json-rules-engine", "--rules", library];
    const { code, stdout, stderr } = await command([...args, "--revision", "1.0"]);
    expect([code, stderr]).toEqual([0, expect.stringContaining("comes with --out")]);
    expect(JSON.parse(stdout)).toMatchObject({ procedure: "library_card", revision: "1.0" });
    expect(JSON.parse((await command(args)).stdout).revision).toBe("2.0");
  });

  it("makes its own files anew, and touches neither where one is not its own", async () => {
    const out = join(directory, "rules");
    const args = ["export", "json-rules-engine", "--rules", library, "--out", out];
    expect([(await command(args)).code, (await command(args)).code]).toEqual([0, 0]);
    const rules = readFileSync(join(out, "rules.json"), "utf8");
    writeFileSync(join(out, "facts.mjs"), "// mine\n");
    const { code, stderr } = await command([...args, "--revision", "1.0"]);
    expect([code, stderr]).toEqual([2, expect.stringContaining("error[file-exists]")]);
    expect(readFileSync(join(out, "facts.mjs"), "utf8")).toBe("// mine\n");
    expect(readFileSync(join(out, "rules.json"), "utf8")).toBe(rules);
  });

  it("gives a companion that imports nothing", async () => {
    const out = join(directory, "alone");
    await command(["export", "json-rules-engine", "--rules", library, "--out", out]);
    const companion = readFileSync(join(out, "facts.mjs"), "utf8");
    expect(companion).not.toMatch(/\bimport\b|\brequire\(|\bfrom\s*["'`]|\bprocess\./);
  });

  it("gives a companion that knows which other revisions there are", async () => {
    const out = join(directory, "of-one-revision");
    await command(["export", "json-rules-engine", "--rules", library, "--out", out]);
    const { factsOf, ProblemsError } = await import(pathToFileURL(join(out, "facts.mjs")).href);
    const exported = JSON.parse(readFileSync(join(out, "rules.json"), "utf8"));
    expect(exported).toMatchObject({ revision: "2.0", status: "approved", governedBy: "loan.applied_on" });
    const refusalOf = (input: object): unknown => {
      try {
        factsOf(exported, { asOf: "2023-01-01", ...input });
        return undefined;
      } catch (error) {
        return error instanceof ProblemsError ? String(error) : error;
      }
    };
    const facts = { loan: { applied_on: "2022-06-30" } };
    expect(refusalOf({ facts })).toContain("revision 1.0 is in force on 2022-06-30");
    expect(refusalOf({ facts: {} })).toContain("revision 1.0 may govern instead");
    expect(refusalOf({ facts: { loan: { applied_on: "2022-07-01" } } })).toBeUndefined();
    expect(refusalOf({ facts, revision: "2.0" })).toBeUndefined();
  });
});

describe("export", () => {
  it("asks for a format", async () => {
    const { code, stdout, stderr } = await command(["export"]);
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toContain("no format is named");
    expect(stderr).toContain("schema");
  });

  it("knows the nearest format", async () => {
    const { code, stderr } = await command(["export", "shema"]);
    expect(code).toBe(2);
    expect(stderr).toContain("error[unknown-format]");
    expect(stderr).toContain("write `schema`");
  });

  it.each([
    [["export", "--help"], "schema"],
    [["export", "schema", "--help"], "--out <dir>"],
    [["help", "export"], "schema"],
  ])("explains itself: %s", async (args, words) => {
    const { code, stdout } = await command(args);
    expect(code).toBe(0);
    expect(stdout).toContain(words);
    expect(stdout).toContain("Example:");
  });

  it("refuses an option that a format has not", async () => {
    const { code, stderr } = await command(["export", "schema", "--revison", "1.0"]);
    expect([code, stderr]).toEqual([2, expect.stringContaining("error[usage]")]);
  });
});

describe("export bundle", () => {
  it("prints, or writes, what the evaluator for browsers loads", async () => {
    const out = join(directory, "procedure.json");
    const printed = await command(["export", "bundle", "--rules", library]);
    expect([printed.code, printed.stderr]).toEqual([0, ""]);
    const written = await command(["export", "bundle", "--rules", library, "--out", out]);
    expect([written.code, written.stdout]).toEqual([0, ""]);
    expect(written.stderr).toContain(`revisions to ${out}`);
    expect(readFileSync(out, "utf8")).toBe(printed.stdout);
    const { decisions } = loadProcedure(printed.stdout).evaluate({
      asOf: "2021-04-01",
      facts: { reader: { age: 30 } },
    });
    expect(Object.keys(decisions)).toContain("lending");
  });

  it("writes nothing where the rules are wrong", async () => {
    const out = join(directory, "none.json");
    expect((await command(["export", "bundle", "--rules", directory, "--out", out])).code).toBe(2);
    expect(existsSync(out)).toBe(false);
  });
});
