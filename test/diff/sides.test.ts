import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { openSides } from "../../engine/diff/sides/open.ts";
import { readSideName, splitRevision } from "../../engine/diff/sides/side-name.ts";
import { opened, problemsOf } from "./opening.ts";
import { draft, library, temporaryDirectory } from "./repository.ts";

const directory = temporaryDirectory();
const options = { rules: library };

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

  it("may have braces that are never closed, however many", () => {
    expect(readSideName("main{:a")).toEqual({ kind: "git", ref: "main{", path: "a" });
    expect(readSideName("a{b{c:d}e:f")).toEqual({ kind: "git", ref: "a{b{c:d}e", path: "f" });
    expect(() => readSideName("@{".repeat(2000))).toThrow("neither a revision number");
    expect(() => readSideName("main@{2020-01-01 12:00}")).toThrow("neither a revision number");
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
    expect(problemsOf("fixtures/procedures/libary", "1.0", options)).toMatchObject([
      { code: "directory-not-found", nearest: library },
    ]);
    expect(problemsOf("fixtures/procedures/libary@1.0", "1.0", options)).toMatchObject([
      { message: "there is no directory fixtures/procedures/libary", nearest: library },
    ]);
    expect(problemsOf("fixture", "1.0", options)).toMatchObject([{ code: "unknown-side", nearest: "fixtures" }]);
    expect(problemsOf(`${library}/procedure.yaml`, "1.0", options)).toMatchObject([
      { code: "not-a-directory", nearest: library },
    ]);
    expect(problemsOf("", "1.0", options)).toMatchObject([{ code: "unknown-side" }]);
    expect(problemsOf("1.1", "nonsense!", options)).toMatchObject([{ code: "unknown-side" }]);
  });
});

describe("a side", () => {
  it("is a revision of the procedure at hand", () => {
    expect(opened("1.0", "2.0", options)).toEqual([
      ["1.0", library, "1.0"],
      ["2.0", library, "2.0"],
    ]);
    const { base, head } = openSides("1.0", "2.0", options);
    expect(base.opened).toBe(head.opened);
  });

  it("is the newest revision in a directory, or the one that is named", () => {
    expect(opened(library, `${library}@1.0`, options)).toEqual([
      [library, library, "3.0"],
      [`${library}@1.0`, library, "1.0"],
    ]);
  });

  it("that has no such revision is refused with the nearest", () => {
    expect(problemsOf("1", `${library}@4.0`, options)).toMatchObject([
      {
        code: "unknown-revision",
        message: `the base side, 1, does not exist: there is no revision \`1\` in ${library}`,
        nearest: "1.0",
      },
      { code: "unknown-revision", nearest: "1.0", expected: "one of `1.0`, `2.0`, `3.0`" },
    ]);
  });

  it("of another procedure can't be compared", () => {
    expect(problemsOf("1.0", "rules/secor", options)).toMatchObject([
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
    expect(problemsOf("1.0", broken, options)).toMatchObject([
      { code: "broken-side", message: expect.stringContaining(`the head side, ${broken}, is`) },
      { code: "unknown-clause", place: { file: `${broken}/decisions.yaml` } },
    ]);
    expect(problemsOf(`${broken}@1.0`, `${broken}@2.0`, options)).toMatchObject([
      { code: "broken-side", message: expect.stringContaining("both sides are") },
      { code: "unknown-clause" },
    ]);
    const other = draft(broken, join(directory, "other"));
    expect(problemsOf(broken, other, options).map(({ code, place }) => [code, place?.file])).toEqual([
      ["broken-side", undefined],
      ["unknown-clause", `${broken}/decisions.yaml`],
      ["broken-side", undefined],
      ["unknown-clause", `${other}/decisions.yaml`],
    ]);
    mkdirSync(join(directory, "empty"));
    expect(problemsOf(join(directory, "empty"), "1.0", options).map(({ code }) => code)).toEqual([
      "broken-side",
      "no-rules",
    ]);
  });
});
