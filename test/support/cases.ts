import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { loadProcedure } from "../../engine/index.ts";

/** The shipped procedure, loaded once for a test file. */
export const procedure = loadProcedure("rules/secor");

/** A fixture as its file states it. */
export interface Fixture {
  readonly case: string;
  readonly asOf: string;
  readonly facts: Record<string, unknown>;
  readonly readings?: Record<string, string>;
  readonly expect?: {
    readonly decisions?: Record<string, string | null>;
    readonly clauses?: Record<string, string>;
    readonly obligations?: Record<string, { readonly due?: string | null; readonly status?: string }>;
    readonly derived?: Record<string, unknown>;
    readonly refused?: string;
  };
}

/** Every fixture of the shipped procedure whose case is decided. */
export function fixtures(): readonly Fixture[] {
  return allFixtures().filter(({ expect }) => expect?.refused === undefined);
}

/** Every fixture of the shipped procedure, those whose case is refused among them. */
export function allFixtures(): readonly Fixture[] {
  return readdirSync("fixtures/cases", { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".yaml"))
    .sort()
    .map((name) => parse(readFileSync(join("fixtures/cases", name), "utf8")) as Fixture);
}

/** The outcome of every decision. */
export function outcomes(result: ReturnType<typeof procedure.evaluate>): Record<string, string | null> {
  return Object.fromEntries(Object.entries(result.decisions).map(([id, { outcome }]) => [id, outcome]));
}

/** Facts with their dots in the keys, nested by them. */
export function nested(flat: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const root: Record<string, unknown> = {};
  for (const [id, value] of Object.entries(flat)) {
    const path = id.split(".");
    let group = root;
    for (const part of path.slice(0, -1)) {
      group[part] ??= {};
      group = group[part] as Record<string, unknown>;
    }
    group[path.at(-1) ?? ""] = value;
  }
  return root;
}

/** Facts nested by their dots, with the dots in the keys. */
export function flattened(facts: object, ids: readonly string[]): Record<string, unknown> {
  const flat: Record<string, unknown> = {};
  for (const id of ids) {
    let value: unknown = facts;
    for (const part of id.split(".")) {
      value = typeof value === "object" && value !== null ? (value as Record<string, unknown>)[part] : undefined;
    }
    if (value !== undefined) flat[id] = value;
  }
  return flat;
}
