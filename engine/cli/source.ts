import { DEFAULT_LIMITS } from "../source/limits.ts";
import { ProblemsError } from "../source/problem.ts";
import { decodeText, readTextFile } from "../source/read.ts";
import type { CaseDocument } from "../testing/case-document.ts";
import { parseCase } from "../testing/case-document.ts";
import type { Io } from "./io.ts";

/** The name of a file that stands for standard input, and what standard input is called in messages. */
export const standardInput = { path: "-", name: "standard input" } as const;

/**
 * Reads a case from a file, or from standard input for `-`.
 *
 * @throws ProblemsError with everything that is wrong with it.
 */
export async function readCase(path: string, io: Io): Promise<CaseDocument> {
  const isStandardInput = path === standardInput.path;
  const name = isStandardInput ? standardInput.name : path;
  const text = isStandardInput ? decodeText(await readAll(io, DEFAULT_LIMITS.maxBytes), name) : readTextFile(path);
  if (typeof text !== "string") throw new ProblemsError([text]);
  const document = parseCase(text, name);
  if ("content" in document) return document;
  throw new ProblemsError(document);
}

/** All of standard input, or one byte more than is allowed. */
export async function readAll(io: Io, maxBytes: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of io.stdin as AsyncIterable<Uint8Array | string>) {
    const bytes = typeof chunk === "string" ? Buffer.from(chunk) : chunk;
    chunks.push(bytes);
    length += bytes.length;
    if (length > maxBytes) break;
  }
  return Buffer.concat(chunks, Math.min(length, maxBytes + 1));
}
