import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Problem } from "../../engine/source/problem.ts";
import { decodeText, readTextFile } from "../../engine/source/read.ts";
import { renderProblem } from "../../engine/source/render.ts";

let folder = "";

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "source-read-"));
  mkdirSync(join(folder, "clauses"));
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

function write(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

/** The problem of reading a path, as a person sees it, with the temporary folder left out. */
function refusal(path: string, maxBytes?: number): string {
  const result = maxBytes === undefined ? readTextFile(path) : readTextFile(path, { maxBytes });
  if (typeof result === "string") throw new Error(`${path} was read`);
  return shown(result);
}

function shown(problem: Problem): string {
  return renderProblem(problem).replaceAll(`${folder}/`, "");
}

function bytes(...values: number[]): Uint8Array {
  return Uint8Array.from(values);
}

describe("a text file", () => {
  it("is read as UTF-8", () => {
    expect(readTextFile(write("a.yaml", "a: ü € 😀\r\n"))).toBe("a: ü € 😀\r\n");
    expect(readTextFile(write("empty.yaml", ""))).toBe("");
  });

  it("loses its byte order mark", () => {
    expect(readTextFile(write("bom.yaml", "\ufeffa: 1\n"))).toBe("a: 1\n");
  });

  it("may be as large as the limit and no larger", () => {
    const limit = 2 * 1024 * 1024;
    expect(readTextFile(write("large.yaml", "x".repeat(limit)))).toHaveLength(limit);
    expect(refusal(write("larger.yaml", "x".repeat(limit + 1)))).toBe(
      "error[file-too-large]: larger.yaml is larger than 2 MiB, the most that is read\n" +
        "  = remedy: check that this is the file you mean, or split it",
    );
    expect(refusal(write("small.yaml", "12345678901"), 10)).toContain("larger than 10 bytes");
    expect(readTextFile(write("small.yaml", "1234567890"), { maxBytes: 10 })).toBe("1234567890");
  });

  it.runIf(process.platform === "linux")("is not read without end from a device", () => {
    expect(refusal("/dev/zero", 100_000)).toContain("file-too-large");
    expect(readTextFile("/dev/null")).toBe("");
  });
});

describe("a file that can't be read", () => {
  it("is missing, and a near name in the same folder is offered", () => {
    write("procedure.yaml", "");
    expect(refusal(join(folder, "procedrue.yaml"))).toBe(
      "error[file-not-found]: there is no file procedrue.yaml\n" +
        "  = nearest: `procedure.yaml`\n" +
        "  = remedy: check the name and the folder you are in",
    );
    expect(refusal(join(folder, "nothing-like-it"))).not.toContain("nearest");
    expect(refusal(join(folder, "no-folder", "a.yaml"))).toContain("file-not-found");
  });

  it.each(["", "a\0b", "x".repeat(5000)])("has an impossible name (%#)", (name) => {
    const result = readTextFile(name);
    expect(result).toMatchObject({ code: "file-not-found" });
  });

  it("is a folder", () => {
    expect(refusal(join(folder, "clauses"))).toBe(
      "error[not-a-file]: clauses is a folder, not a file\n  = remedy: name a file in it",
    );
  });

  it("leads in a circle", () => {
    const path = join(folder, "circle");
    symlinkSync(path, path);
    expect(refusal(path)).toBe(
      "error[file-unreadable]: circle can't be read: the system says ELOOP\n" +
        "  = remedy: check that the file can be opened in an editor",
    );
  });

  // The superuser may read everything.
  it.skipIf(process.getuid?.() === 0)("is forbidden", () => {
    const path = write("secret.yaml", "a: 1\n");
    chmodSync(path, 0);
    expect(refusal(path)).toBe(
      "error[file-unreadable]: secret.yaml can't be read: permission denied\n" +
        "  = remedy: allow yourself to read the file",
    );
  });
});

describe("a file that is no text", () => {
  it("is binary", () => {
    expect(refusal(write("picture.png", bytes(0x89, 0x50, 0x4e, 0x47, 0, 0, 1)))).toBe(
      "error[not-text]: picture.png is not a text file\n" +
        "  = remedy: give a YAML or JSON file, not a document, picture or archive",
    );
  });

  it.each([
    ["little", bytes(0xff, 0xfe, 0x61, 0)],
    ["big", bytes(0xfe, 0xff, 0, 0x61)],
  ])("is UTF-16, %s-endian", (_name, content) => {
    expect(refusal(write("wide.yaml", content))).toBe(
      "error[not-text]: wide.yaml is saved as UTF-16\n" +
        "  = remedy: save it as UTF-8: most editors offer the encoding when saving",
    );
  });

  it("is in an old encoding, and the first such character is shown", () => {
    const content = Buffer.from("a: 1\r\nname: M\xfcller\r\nb: \xe4\r\n", "latin1");
    expect(refusal(write("old.yaml", content))).toBe(
      [
        "error[not-text]: old.yaml is not saved as UTF-8",
        " --> old.yaml:2:8",
        "  |",
        "2 | name: M�ller",
        "  |        ^",
        "  = remedy: open it in an editor, check the character marked with � and save the file as UTF-8",
      ].join("\n"),
    );
  });

  it("is cut off in the middle of a character", () => {
    expect(refusal(write("cut.yaml", bytes(0x61, 0x0a, 0xe2, 0x82)))).toContain("cut.yaml:2:1");
  });
});

describe("bytes from elsewhere", () => {
  it("are held to the same conditions, under the name they are given", () => {
    expect(decodeText(Buffer.from("\ufeffa: ü"), "standard input")).toBe("a: ü");
    expect(decodeText(bytes(0), "standard input")).toMatchObject({ message: "standard input is not a text file" });
    expect(decodeText(Buffer.alloc(11, "x"), "standard input", { maxBytes: 10 })).toMatchObject({
      code: "file-too-large",
      message: "standard input is larger than 10 bytes, the most that is read",
    });
  });
});
