import { createHash } from "node:crypto";
import type { Place } from "../../source/place.ts";
import type { Problem } from "../../source/problem.ts";
import { visible } from "../../source/visible.ts";
import type { Rule } from "../check.ts";
import type { Heeded } from "../silence.ts";
import { relativePath } from "./relative.ts";

/** What a log says of the program and of the files. */
export interface SarifContext {
  readonly name: string;
  readonly version: string;
  /** What can be found; whatever else is found gets an entry of its own. */
  readonly rules: readonly Rule[];
  /** The root of the repository. */
  readonly directory: string;
}

const schema = "https://json.schemastore.org/sarif-2.1.0.json";

/** Findings as a SARIF 2.1.0 log, the silenced ones included. */
export function sarifOf({ problems, silenced }: Heeded, context: SarifContext): object {
  const { name, version, rules, directory } = context;
  const all = [
    ...problems.map((problem) => ({ problem, reason: undefined })),
    ...silenced.map(({ problem, reason }) => ({ problem, reason })),
  ];
  const known = new Set(rules.map(({ code }) => code));
  const others = new Set(all.map(({ problem }) => problem.code).filter((code) => !known.has(code)));
  const descriptors = [...rules.map(described), ...[...others].map(undescribed)];
  const order = new Map(descriptors.map(({ id }, at) => [id, at]));
  const seen = new Map<string, number>();
  const results = all.map(({ problem, reason }) => {
    const { code, severity, message, remedy, expected, place, related = [] } = problem;
    const key = identity(problem, directory);
    const nth = seen.get(key) ?? 0;
    seen.set(key, nth + 1);
    const details = [...(expected === undefined ? [] : [`expected: ${expected}`]), `remedy: ${remedy}`];
    return {
      ruleId: code,
      ruleIndex: order.get(code),
      level: severity,
      message: { text: visibleLines([message, ...details]) },
      ...(place === undefined ? {} : { locations: [{ physicalLocation: physical(place, directory) }] }),
      ...(related.length === 0
        ? {}
        : {
            relatedLocations: related.map((other, at) => ({
              id: at,
              message: { text: visible(other.message) },
              physicalLocation: physical(other.place, directory),
            })),
          }),
      partialFingerprints: { "codeAndSubject/v1": digest(`${key}\n${nth}`) },
      ...(reason === undefined ? {} : { suppressions: [{ kind: "inSource", justification: visible(reason) }] }),
    };
  });
  return {
    $schema: schema,
    version: "2.1.0",
    runs: [
      {
        tool: { driver: { name, semanticVersion: version, rules: descriptors } },
        columnKind: "utf16CodeUnits",
        results,
      },
    ],
  };
}

function described({ code, severity, finds, why }: Rule) {
  return {
    id: code,
    shortDescription: { text: sentence(finds) },
    fullDescription: { text: `${sentence(finds)} ${why}` },
    help: { text: `What it finds: ${finds}.\nWhy it matters: ${why}` },
    helpUri: `docs/checks/${code}.md`,
    defaultConfiguration: { level: severity },
  };
}

/** What is found while the rules are read has its message, and no description beside it. */
function undescribed(code: string) {
  return {
    id: code,
    helpUri: "docs/checks/README.md",
    defaultConfiguration: { level: "error" },
  };
}

function sentence(phrase: string): string {
  return `${phrase.charAt(0).toUpperCase()}${phrase.slice(1)}.`;
}

function visibleLines(lines: readonly string[]): string {
  return lines.map(visible).join("\n");
}

function physical({ file, line, column, length, text }: Place, directory: string) {
  return {
    artifactLocation: { uri: encodeURI(relativePath(file, directory)) },
    region: { startLine: line, startColumn: column, endColumn: column + length, snippet: { text } },
  };
}

/** What a finding is about, whatever its words: its code, and its subject, or else the file and what its line says. */
function identity({ code, subject, place }: Problem, directory: string): string {
  const line = place === undefined ? "" : `${relativePath(place.file, directory)}\n${place.text.trim()}`;
  return `${code}\n${subject ?? line}`;
}

function digest(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
