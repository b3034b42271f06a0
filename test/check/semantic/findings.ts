import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import type { WitnessCase } from "../../../engine/cases/witness-case.ts";
import type { Check } from "../../../engine/check/check.ts";
import { Evidence } from "../../../engine/check/evidence.ts";
import { semanticChecks } from "../../../engine/check/semantic/table.ts";
import { Procedure } from "../../../engine/evaluate/procedure.ts";
import { type OpenProcedure, openProcedure } from "../../../engine/procedure/open.ts";

/** A finding in short. */
export interface Found {
  readonly revision: string;
  readonly code: string;
  /** The file and line at which it is shown, from the directory of the rules on. */
  readonly at: string;
  /** What stands there. */
  readonly text: string;
  readonly message: string;
  /** The lines of the other places. */
  readonly related: readonly string[];
  readonly example: WitnessCase | undefined;
}

/** One change of a text that a file has once. */
export type TextChange = readonly [file: string, from: string, to: string];

/** Opens a copy of some rules with changes made to it. The copy is gone afterwards. */
export function changed(rules: string, changes: readonly TextChange[]): OpenProcedure {
  const copy = mkdtempSync(join(tmpdir(), "rules-"));
  try {
    cpSync(rules, copy, { recursive: true });
    for (const [file, from, to] of changes) {
      const path = join(copy, file);
      const parts = readFileSync(path, "utf8").split(from);
      if (parts.length !== 2) throw new Error(`${file} has ${parts.length - 1} of: ${from}`);
      writeFileSync(path, parts.join(to));
    }
    return openProcedure(copy);
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}

/** Makes a draft of the shipped revision, which may then be changed. */
export const asDraft: readonly TextChange[] = [
  [
    "procedure.yaml",
    "status: approved\n    approval:\n      by: Manager, Safety Audits & Certifications\n",
    "status: draft\n",
  ],
  ["procedure.yaml", "      on: 2019-01-01\n", ""],
  ["procedure.yaml", "    digest: sha256:4fbd51e624dbadcc6c5e03e77d351a681bc4d6ca2f9bc50bd97c06830735e0d4\n", ""],
];

/** What the semantic checks, or one of them, find in each revision. */
export async function findingsIn(opened: OpenProcedure, checks: readonly Check[] = semanticChecks): Promise<Found[]> {
  const found: Found[] = [];
  const root = join(opened.sources.procedure.document.file, "..");
  for (const model of opened.revisions) {
    const evidence = new Evidence(model);
    try {
      for (const check of checks) {
        for (const { place, message, related = [], example } of await check.run({ opened, model, evidence })) {
          found.push({
            revision: model.entry.revision,
            code: check.code,
            at: `${relative(root, place?.file ?? "")}:${place?.line}`,
            text: place?.text.trim() ?? "",
            message,
            related: related.map((other) => other.place.text.trim()),
            example,
          });
        }
      }
    } finally {
      evidence.end();
    }
  }
  return found;
}

/** What an example comes to, decided as a user would have it decided. */
export function decided({ revisions }: OpenProcedure, { revision, example }: Found) {
  if (example === undefined) throw new Error("there is no example");
  return new Procedure(revisions).evaluate({ ...example, revision });
}

/** The line of a text that a file has once, in rules as they are. */
export function lineOf(rules: string, file: string, text: string): string {
  const parts = readFileSync(join(rules, file), "utf8").split(text);
  if (parts.length !== 2) throw new Error(`${file} has ${parts.length - 1} of: ${text}`);
  return `${file}:${parts[0]?.split("\n").length}`;
}
