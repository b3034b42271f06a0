import { readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { besideCompared } from "../../engine/diff/sides/beside.ts";
import { openSides, type SidesOptions } from "../../engine/diff/sides/open.ts";
import { openProcedure } from "../../engine/procedure/open.ts";
import * as opening from "./opening.ts";
import { draft, library, Repository, temporaryDirectory } from "./repository.ts";

const directory = temporaryDirectory();
const repository = new Repository();
const options = { rules: library, directory: repository.directory, env: repository.env };

beforeAll(() => {
  draft(library, join(repository.directory, "rules/card"));
  repository.write("rules/notes.txt", "no rules\n");
  repository.commit("First");
  repository.git("tag", "-a", "v1", "-m", "The first");
  draft(library, join(repository.directory, "rules/card"), {
    "clauses/all.yaml": [["days: 42", "days: 30"]],
    "procedure.yaml": [["First rules.", "The first rules."]],
  });
  repository.commit("Second");
  repository.git("branch", "second");
  draft(library, join(repository.directory, "rules/card"), {
    "clauses/all.yaml": [
      ["fact: reader.age", "fact: reader.aeg"],
      ["fact: reader.fines", "fact: reader.finse"],
    ],
  });
  repository.write("procedure.yaml", "procedure: at_the_top\n");
  repository.write("rules/card@2/procedure.yaml", "procedure: odd\n");
  repository.write("rules/large/procedure.yaml", `# ${"x".repeat(3 * 1024 * 1024)}\n`);
  repository.write("rules/large/clauses/all.yaml", "section: 1\n");
  draft(library, join(repository.directory, "rules/linked"));
  rmSync(join(repository.directory, "rules/linked/facts.yaml"));
  symlinkSync("../card/facts.yaml", join(repository.directory, "rules/linked/facts.yaml"));
  repository.commit("Third");
});
const problemsOf = (base: string, head: string, others: Partial<SidesOptions> = {}) =>
  opening.problemsOf(base, head, { ...options, ...others });

describe("a directory at a commit", () => {
  it("is read as the very same rules", () => {
    const { base, head } = openSides("v1:rules/card@1.0", `${library}@1.0`, options);
    expect([base.given, base.from]).toEqual(["v1:rules/card@1.0", "v1:rules/card"]);
    expect(base.model.digest).toBe(head.model.digest);
    expect(openProcedure(library).revisions.map(({ digest }) => digest)).toEqual(
      base.opened.revisions.map(({ digest }) => digest),
    );
    expect(openSides("main~1:rules/card", "second:rules/card/", options).base.model.entry.revision).toBe("3.0");
  });

  it("names its files by the commit, in places and in problems", () => {
    const { base } = openSides("v1:rules/card", "v1:rules/card", options);
    const files = [base.opened.sources.procedure, ...base.opened.sources.clauses].map(({ document }) => document.file);
    expect(new Set(files)).toEqual(new Set(["v1:rules/card/procedure.yaml", "v1:rules/card/clauses/all.yaml"]));
    expect(problemsOf("HEAD:rules/card", "1.0").map(({ place }) => place?.file)).toEqual([
      undefined,
      "HEAD:rules/card/clauses/all.yaml",
      "HEAD:rules/card/clauses/all.yaml",
    ]);
    expect(JSON.stringify(problemsOf("HEAD:rules/card", "1.0"))).not.toContain(tmpdir());
  });

  it("takes nothing from the working tree, and leaves it as it is", () => {
    const path = join(repository.directory, "rules/card/facts.yaml");
    const kept = readFileSync(path);
    writeFileSync(path, "nonsense: [\n");
    const status = repository.git("status", "--porcelain", "--ignored");
    expect(status).toBe(" M rules/card/facts.yaml\n");
    expect(opening.opened("v1:rules/card", "second:rules/card@2.0", options)).toEqual([
      ["v1:rules/card", "v1:rules/card", "3.0"],
      ["second:rules/card@2.0", "second:rules/card", "2.0"],
    ]);
    expect(repository.git("status", "--porcelain", "--ignored")).toBe(status);
    writeFileSync(path, kept);
  });

  it("may be the top of the repository, or named from the current directory", () => {
    expect(problemsOf("HEAD:", "1.0")).toMatchObject([
      { code: "broken-side" },
      { code: "directory-not-found", message: "there is no directory HEAD:clauses" },
    ]);
    const below = { ...options, directory: join(repository.directory, "rules") };
    expect(openSides("v1:./card", "v1:rules/card", below).base.from).toBe("v1:./card");
  });

  it("whose name ends like a revision is itself", () => {
    expect(problemsOf("HEAD:rules/card@2", "1.0")).toMatchObject([
      { code: "broken-side" },
      { message: "there is no directory HEAD:rules/card@2/clauses" },
    ]);
  });

  it("at no commit is refused with the nearest", () => {
    expect(problemsOf("secnod:rules/card", "1.0")).toMatchObject([{ code: "unknown-ref", nearest: "second" }]);
    expect(problemsOf("HAED~1:rules/card", "1.0")).toMatchObject([{ code: "unknown-ref", nearest: "HEAD~1" }]);
    expect(problemsOf("HEAD~99:rules/card", "1.0")[0]).not.toHaveProperty("nearest");
    expect(problemsOf("v1..HEAD:rules/card", "1.0")).toMatchObject([{ code: "unknown-ref" }]);
    expect(problemsOf("^HEAD:rules/card", "1.0")).toMatchObject([{ code: "unknown-ref" }]);
    for (const ref of ["--output=x", "-", "--help"]) {
      expect(problemsOf(`${ref}:rules/card`, "1.0")).toMatchObject([
        { code: "unknown-ref", message: expect.stringContaining("starts with `-`") },
      ]);
    }
  });

  it("that the commit does not have is refused with the nearest", () => {
    expect(problemsOf("v1:rules/crad", "1.0")).toMatchObject([
      { code: "path-not-in-commit", nearest: "v1:rules/card", expected: "one of `rules/card`" },
    ]);
    expect(problemsOf("v1:rules/card/procedure.yaml", "1.0")).toMatchObject([{ nearest: "v1:rules/card" }]);
    expect(problemsOf("v1:../card", "1.0")).toMatchObject([{ code: "path-not-in-commit" }]);
    expect(problemsOf("v1:rules/large@1.0", "1.0")).toMatchObject([
      { message: "there is no directory `rules/large` in the commit `v1`" },
    ]);
  });

  it("that has no such revision is refused", () => {
    expect(problemsOf("1.0", "v1:rules/card@3")).toMatchObject([{ code: "unknown-revision", nearest: "3.0" }]);
  });

  it("can't be read from outside a repository, or without git", () => {
    expect(problemsOf("HEAD:rules", "HEAD:rules", { directory })).toMatchObject([{ code: "not-a-repository" }]);
    expect(problemsOf("HEAD:rules", "1.0", { env: { PATH: directory } })).toMatchObject([{ code: "git-not-found" }]);
  });

  it("says so in a clone that has not all of the history", () => {
    const clone = join(directory, "shallow");
    repository.git("clone", "--quiet", "--depth=1", `file://${repository.directory}`, clone);
    expect(problemsOf("HEAD~1:rules/card", "1.0", { directory: clone })).toMatchObject([
      { code: "unknown-ref", remedy: expect.stringContaining("--unshallow") },
    ]);
  });

  it("with a file that is too large, or a link, is refused like one on disk", () => {
    expect(problemsOf("HEAD:rules/large", "1.0")).toContainEqual(
      expect.objectContaining({
        code: "file-too-large",
        message: expect.stringContaining("HEAD:rules/large/procedure.yaml is larger than 2 MiB"),
      }),
    );
    expect(problemsOf("HEAD:rules/linked", "1.0")).toContainEqual(
      expect.objectContaining({
        code: "not-a-file",
        message: "HEAD:rules/linked/facts.yaml is a symbolic link in that commit, not a file",
      }),
    );
  });
});

describe("a revision beside those that are compared", () => {
  it("is named where its content differs between the sides", () => {
    const { base, head } = openSides("v1:rules/card", "second:rules/card", options);
    expect(besideCompared(base, head)).toEqual([
      { revision: "2.0", base: "v1:rules/card@2.0", head: "second:rules/card@2.0" },
    ]);
    const compared = openSides("v1:rules/card@2.0", "second:rules/card@2.0", options);
    expect(besideCompared(compared.base, compared.head)).toEqual([]);
    const across = openSides("v1:rules/card@1.0", "second:rules/card@2.0", options);
    expect(besideCompared(across.base, across.head).map(({ revision }) => revision)).toEqual(["2.0"]);
    const same = openSides("1.0", "2.0", options);
    expect(besideCompared(same.base, same.head)).toEqual([]);
  });
});
