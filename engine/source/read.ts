import { closeSync, fstatSync, openSync, readdirSync, readSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { DEFAULT_LIMITS, type SourceLimits } from "./limits.ts";
import { nearest } from "./nearest.ts";
import type { Place } from "./place.ts";
import type { Problem, SourceCode } from "./problem.ts";

const CHUNK = 64 * 1024;

/**
 * The text of a file in UTF-8, without a byte order mark, or the problem that keeps it from being read. It never throws,
 * and reads no more than one byte beyond the limit, whatever kind of file the path names.
 */
export function readTextFile(path: string, limits: Pick<SourceLimits, "maxBytes"> = DEFAULT_LIMITS): string | Problem {
  const bytes = readFileBytes(path, limits);
  return bytes instanceof Uint8Array ? decodeText(bytes, path, limits) : bytes;
}

/** The bytes of a file as they are, or the problem that keeps it from being read, under the same conditions. */
export function readFileBytes(
  path: string,
  limits: Pick<SourceLimits, "maxBytes"> = DEFAULT_LIMITS,
): Uint8Array | Problem {
  try {
    return readBytes(path, limits.maxBytes) ?? tooLarge(path, limits.maxBytes);
  } catch (error) {
    return explainFailure(path, systemCode(error));
  }
}

/**
 * Bytes from elsewhere (standard input) as text, under the same conditions as a file.
 *
 * @param name what to call the source in messages
 */
export function decodeText(
  bytes: Uint8Array,
  name: string,
  limits: Pick<SourceLimits, "maxBytes"> = DEFAULT_LIMITS,
): string | Problem {
  if (bytes.length > limits.maxBytes) return tooLarge(name, limits.maxBytes);
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) {
    return notText(name, "is saved as UTF-16", "save it as UTF-8: most editors offer the encoding when saving");
  }
  if (bytes.includes(0)) {
    return notText(name, "is not a text file", "give a YAML or JSON file, not a document, picture or archive");
  }
  const text = decode(bytes);
  if (text !== undefined) return text;
  return notText(
    name,
    "is not saved as UTF-8",
    "open it in an editor, check the character marked with � and save the file as UTF-8",
    firstUndecodable(bytes, name),
  );
}

/** The content, or undefined when there is more of it than allowed. Throws the system's errors. */
function readBytes(path: string, maxBytes: number): Uint8Array | undefined {
  const file = openSync(path, "r");
  try {
    const stats = fstatSync(file);
    if (stats.isDirectory()) throw Object.assign(new Error(path), { code: "EISDIR" });
    if (stats.size > maxBytes) return undefined;
    // Pipes and devices report no size, and a file can grow while it is read: the limit holds for what arrives.
    const expected = stats.isFile() ? stats.size : CHUNK;
    let buffer = Buffer.allocUnsafe(Math.min(expected, maxBytes) + 1);
    let length = 0;
    for (;;) {
      const count = readSync(file, buffer, length, buffer.length - length, null);
      if (count === 0) return buffer.subarray(0, length);
      length += count;
      if (length > maxBytes) return undefined;
      if (length === buffer.length) {
        buffer = Buffer.concat([buffer], Math.min(2 * length + CHUNK, maxBytes + 1));
      }
    }
  } finally {
    closeSync(file);
  }
}

function decode(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** Where the first byte stands that is no UTF-8. A line break can't be part of a longer character, so lines can be tried one by one. */
function firstUndecodable(bytes: Uint8Array, file: string): Place | undefined {
  let line = 1;
  for (let start = 0; start <= bytes.length; line++) {
    const lineBreak = bytes.indexOf(10, start);
    const end = lineBreak === -1 ? bytes.length : lineBreak;
    const content = bytes.subarray(start, end);
    if (decode(content) === undefined) {
      const text = new TextDecoder("utf-8").decode(content).replace(/\r$/, "");
      return { file, line, column: Math.max(0, text.indexOf("\ufffd")) + 1, length: 1, text };
    }
    start = end + 1;
  }
  return undefined;
}

/** The problem of a file that is larger than is read. */
export function tooLarge(name: string, maxBytes: number): Problem {
  return problem(
    "file-too-large",
    `${name} is larger than ${inWords(maxBytes)}, the most that is read`,
    "check that this is the file you mean, or split it",
  );
}

function notText(name: string, what: string, remedy: string, place?: Place): Problem {
  const found = problem("not-text", `${name} ${what}`, remedy);
  return place === undefined ? found : { ...found, place };
}

function explainFailure(path: string, code: string): Problem {
  switch (code) {
    case "ENOENT":
    case "ENOTDIR":
    case "ENAMETOOLONG":
    case "ERR_INVALID_ARG_VALUE":
      return notFound(path);
    case "EISDIR":
      return problem("not-a-file", `${path} is a folder, not a file`, "name a file in it");
    case "EACCES":
    case "EPERM":
      return problem("file-unreadable", `${path} can't be read: permission denied`, "allow yourself to read the file");
    default:
      return problem(
        "file-unreadable",
        `${path} can't be read: the system says ${code}`,
        "check that the file can be opened in an editor",
      );
  }
}

function notFound(path: string): Problem {
  const found = problem("file-not-found", `there is no file ${path}`, "check the name and the folder you are in");
  // Without its dots: what follows them in the name of a file says little.
  const dotless = new Map(neighbours(path).map((name) => [name.replaceAll(".", "-"), name]));
  const near = dotless.get(nearest(basename(path).replaceAll(".", "-"), dotless.keys()) ?? "");
  return near === undefined ? found : { ...found, nearest: join(dirname(path), near) };
}

function neighbours(path: string): readonly string[] {
  try {
    return readdirSync(dirname(path)).sort();
  } catch {
    return [];
  }
}

function systemCode(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : "an unknown error";
}

function inWords(bytes: number): string {
  const mebibytes = bytes / (1024 * 1024);
  return Number.isInteger(mebibytes) ? `${mebibytes} MiB` : `${bytes} bytes`;
}

function problem(code: SourceCode, message: string, remedy: string): Problem {
  return { code, severity: "error", message, remedy };
}
