import { mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { besideCompared } from "../../engine/diff/sides/beside.ts";
import { type OpenedSide, openSides } from "../../engine/diff/sides/open.ts";
import { readSideName, splitRevision } from "../../engine/diff/sides/side-name.ts";
import { openProcedure } from "../../engine/procedure/open.ts";
import { type Problem, ProblemsError } from "../../engine/source/problem.ts";
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

/** Both sides as they were opened. */
function opened(base: string, head: string): readonly OpenedSide[] {
  const sides = openSides(base, head, options);
  return [sides.base, sides.head];
}

/** What is wrong with naming the sides so. */
function problemsOf(base: string, head: string, others: Partial<typeof options> = {}): readonly Problem[] {
  try {
    openSides(base, head, { ...options, ...others });
  } catch (error) {
    if (error instanceof ProblemsError) return error.problems;
    throw error;
  }
  throw new Error("nothing is wrong");
}

const seen = (sides: readonly OpenedSide[]): readonly unknown[] =>
  sides.map(({ given, from, model }) => [given, from, model.entry.revision]);

describe("the name of a side", () => {
  it("is a revision, a directory, or a directory at a commit", () => {
    expect(readSideName("1.0")).toEqual({ kind: "revision", revision: "1.0" });
    expect(readSideName(library)).toEqual({ kind: "directory", directory: library });
    expect(readSideName(`${library}@2.0`)).toEqual({ kind: "directory", directory: library, revision: "2.0" });
    expect(readSideName("HEAD~1:rules/card@1.0")).toEqual({ kind: "git", ref: "HEAD~1", path: "rules/card@1.0" });
    expect(readSideName("v1:")).toEqual({ kind: "git", ref: "v1", path: "" });
    expect(readSideName("main@{2020-01-01 12:00}:a:b")).toEqual({
      kind: "git",
      ref: "main@{2020-01-01 12:00}",
      path: "a:b",
    });
  });

  it("is a directory where there is one, whatever else it could mean", () => {
    const before = process.cwd();
    for (const name of ["1.0", "v1:rules", "rules@1.0"]) mkdirSync(join(directory, name));
    try {
      process.chdir(directory);
      for (const name of ["1.0", "v1:rules", "rules@1.0"]) {
        expect(readSideName(name)).toEqual({ kind: "directory", directory: name });
      }
    } finally {
      process.chdir(before);
    }
  });

  it("with the letter of a drive is no ref", () => {
    for (const name of ["C:\\rules", "c:/rules"]) {
      expect(() => readSideName(name)).toThrow(`there is no directory ${name}`);
    }
    expect(readSideName("v:rules")).toMatchObject({ kind: "git", ref: "v" });
  });

  it("ends in a revision after the last @ that no slash follows", () => {
    expect(splitRevision("a@b@1.0")).toEqual(["a@b", "1.0"]);
    expect(splitRevision("a@1/b")).toEqual(["a@1/b", undefined]);
    expect(splitRevision("@1.0")).toEqual(["@1.0", undefined]);
  });

  it("that means nothing is refused with what is near", () => {
    expect(problemsOf("fixtures/procedures/libary", "1.0")).toMatchObject([
      { code: "directory-not-found", nearest: library },
    ]);
    expect(problemsOf("fixtures/procedures/libary@1.0", "1.0")).toMatchObject([
      { message: "there is no directory fixtures/procedures/libary", nearest: library },
    ]);
    expect(problemsOf("fixture", "1.0")).toMatchObject([{ code: "unknown-side", nearest: "fixtures" }]);
    expect(problemsOf(`${library}/procedure.yaml`, "1.0")).toMatchObject([
      { code: "not-a-directory", nearest: library },
    ]);
    expect(problemsOf("", "1.0")).toMatchObject([{ code: "unknown-side" }]);
    expect(problemsOf("1.1", "nonsense!")).toMatchObject([{ code: "unknown-side" }]);
  });
});

describe("a side", () => {
  it("is a revision of the procedure at hand", () => {
    const [base, head] = opened("1.0", "2.0");
    expect(seen(opened("1.0", "2.0"))).toEqual([
      ["1.0", library, "1.0"],
      ["2.0", library, "2.0"],
    ]);
    expect(base?.opened).toBe(head?.opened);
  });

  it("is the newest revision in a directory, or the one that is named", () => {
    expect(seen(opened(library, `${library}@1.0`))).toEqual([
      [library, library, "3.0"],
      [`${library}@1.0`, library, "1.0"],
    ]);
  });

  it("that has no such revision is refused with the nearest", () => {
    expect(problemsOf("1", `${library}@4.0`)).toMatchObject([
      {
        code: "unknown-revision",
        message: `the base side, 1, does not exist: there is no revision \`1\` in ${library}`,
      },
      { code: "unknown-revision", nearest: "1.0", expected: "one of `1.0`, `2.0`, `3.0`" },
    ]);
    expect(problemsOf("1.0", "v1:rules/card@3")).toMatchObject([{ code: "unknown-revision" }]);
  });

  it("of another procedure can't be compared", () => {
    expect(problemsOf("1.0", "rules/secor")).toMatchObject([
      {
        code: "different-procedures",
        message:
          "`library_card` (1.0) and `secor` (rules/secor) are different procedures, so there is nothing to compare",
      },
    ]);
  });

  it("with mistakes is refused with all of them, and with its name", () => {
    const broken = draft(library, join(directory, "broken"), {
      "decisions.yaml": [['clause: "2.2"', 'clause: "2.3"']],
    });
    expect(problemsOf("1.0", broken)).toMatchObject([
      { code: "broken-side", message: expect.stringContaining(`the head side, ${broken}, is`) },
      { code: "unknown-clause", place: { file: `${broken}/decisions.yaml` } },
    ]);
    expect(problemsOf(`${broken}@1.0`, `${broken}@2.0`)).toMatchObject([
      { code: "broken-side", message: expect.stringContaining("both sides are") },
      { code: "unknown-clause" },
    ]);
    expect(problemsOf(broken, "main:rules/card").map(({ code }) => code)).toEqual([
      "broken-side",
      "unknown-clause",
      "broken-side",
      "unknown-fact",
      "unknown-fact",
    ]);
    mkdirSync(join(directory, "empty"));
    expect(problemsOf(join(directory, "empty"), "1.0").map(({ code }) => code)).toEqual([
      "broken-side",
      "directory-not-found",
    ]);
  });
});

describe("a directory at a commit", () => {
  it("is read as the very same rules", () => {
    const { base, head } = openSides("v1:rules/card@1.0", `${library}@1.0`, options);
    expect(seen([base])).toEqual([["v1:rules/card@1.0", "v1:rules/card", "1.0"]]);
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
    expect(seen(opened("v1:rules/card", "second:rules/card"))).toHaveLength(2);
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
