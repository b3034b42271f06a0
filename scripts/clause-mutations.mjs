// Changes each literal, operator and date in the clauses of the shipped rules, one at a time in a copy, has `diff` compare
// the copy with the original, and counts what it says. Run it from the top of the project, after a build:
//   node scripts/clause-mutations.mjs [--only CLAUSE] [--out FILE]
import { execFile } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { isMap, isPair, isScalar, isSeq, parse, parseDocument } from "yaml";
import { loadProcedure } from "../dist/api/index.js";

const run = promisify(execFile);
const { bin, procedure } = JSON.parse(readFileSync("package.json", "utf8"));
const command = Object.values(bin)[0];
const rules = procedure.rules;
const option = (name) => {
  const at = process.argv.indexOf(name);
  return at === -1 ? undefined : process.argv[at + 1];
};

/** For each operator, those that a slip of the pen would write instead. */
const neighbours = {
  equal: ["notEqual"],
  notEqual: ["equal"],
  in: ["notIn"],
  notIn: ["in"],
  contains: ["doesNotContain"],
  doesNotContain: ["contains"],
  exists: ["isNone"],
  isNone: ["exists"],
  lessThan: ["lessThanInclusive", "greaterThanInclusive"],
  lessThanInclusive: ["lessThan", "greaterThan"],
  greaterThan: ["greaterThanInclusive", "lessThanInclusive"],
  greaterThanInclusive: ["greaterThan", "lessThan"],
  before: ["onOrBefore", "onOrAfter"],
  onOrBefore: ["before", "after"],
  after: ["onOrAfter", "onOrBefore"],
  onOrAfter: ["after", "before"],
};
const facts = parse(readFileSync(join(rules, "facts.yaml"), "utf8")).facts;
const decisions = parse(readFileSync(join(rules, "decisions.yaml"), "utf8")).decisions;
const interpretations = parse(readFileSync(join(rules, "interpretations.yaml"), "utf8")).interpretations;
const references = new Set(["fact", "item", "in", "of", "reading", "clause", "decision", "to", "part", "whole"]);

/** The options that could stand where one does: those of the fact, or of the elements of the list, compared. */
function optionsBeside(holders) {
  for (const holder of holders.toReversed()) {
    const id = holder.get?.("fact") ?? holder.get?.("in");
    const fact = facts.find((one) => one.id === id);
    const type = fact?.type === "list" ? fact.of : fact;
    if (type?.options) return Object.keys(type.options);
  }
  return [];
}

/** What could be written instead of a scalar, as text. */
function alternatives(key, value, holders) {
  const holder = holders.at(-1);
  if (key === "operator") return neighbours[value] ?? [];
  if (key === "rounding") return [value === "up" ? "down" : "up"];
  if (key === "period") return ["month", "quarter", "year"].filter((period) => period !== value);
  if (key === "is" && holder.has("clause")) return ["met", "unmet", "not_applicable"].filter((one) => one !== value);
  if (key === "is" && holder.has("reading")) {
    const { alternatives: all } = interpretations.find(({ id }) => id === holder.get("reading"));
    return all.map(({ id }) => id).filter((id) => id !== value);
  }
  if (key === "is" && holder.has("decision")) {
    const { versions } = decisions.find(({ id }) => id === holder.get("decision"));
    return [versions[0].outcomes.map(({ outcome }) => outcome).find((outcome) => outcome !== value)];
  }
  if (typeof value === "boolean") return [String(!value)];
  if (typeof value === "number") return Number.isInteger(value) ? [value + 1, value - 1] : [value + 0.1, value - 0.1];
  if (typeof value !== "string" || references.has(key)) return [];
  const used = isSeq(holder) ? holder.items.map((item) => item.value) : [value];
  return optionsBeside(holders)
    .filter((one) => !used.includes(one))
    .slice(0, 1);
}

/** Every change of one scalar in the formulas of a file of clauses. */
function mutationsOf(file) {
  const text = readFileSync(join(rules, "clauses", file), "utf8");
  const found = [];
  const add = (clause, path, node, replacement) => {
    const [start, end] = node.range;
    found.push({
      clause,
      path,
      file,
      from: text.slice(start, end),
      to: String(replacement),
      text: text.slice(0, start) + replacement + text.slice(end),
    });
  };
  const visit = (clause, path, key, node, holders) => {
    if (isScalar(node)) {
      for (const other of alternatives(key, node.value, holders)) add(clause, path, node, other);
      return;
    }
    if (isSeq(node)) {
      for (const [at, item] of node.items.entries()) visit(clause, [...path, at + 1], key, item, [...holders, node]);
    }
    if (isMap(node)) {
      for (const pair of node.items) {
        if (isPair(pair)) visit(clause, [...path, pair.key.value], pair.key.value, pair.value, [...holders, node]);
      }
    }
  };
  for (const clause of parseDocument(text).get("clauses").items) {
    for (const version of clause.get("versions").items) {
      for (const pair of version.items) {
        const key = pair.key.value;
        const id = clause.get("id");
        if (key === "effective") add(id, [key], pair.value, pair.value.value.replace(/.$/, "2"));
        if (["appliesWhen", "requires", "derives"].includes(key)) visit(id, [key], key, pair.value, [version]);
        if (key !== "obligations") continue;
        for (const { key: name, value: duty } of pair.value.items) {
          for (const part of duty.items) {
            if (["bearer", "duty"].includes(part.key.value)) continue;
            visit(id, [key, name.value, part.key.value], part.key.value, part.value, [version]);
          }
        }
      }
    }
  }
  return found;
}

const findings = ["worse", "better", "otherwise"];

/** What a result says of what a witness shows. */
function said(shows, result) {
  const [kind, id] = shows.split(" ");
  if (kind === "decision") return result.decisions[id].outcome;
  if (kind === "clause") return result.clauses[id].status;
  if (kind === "value") return String(result.derived[id] ?? "none");
  const { status, due } = result.obligations[id];
  return due === null ? status : `${status}, due ${due}`;
}

/** Runs one change through `diff`, and its witnesses once more through the library. */
async function judge(mutation) {
  const directory = mkdtempSync(join(tmpdir(), "clause-mutation-"));
  try {
    cpSync(rules, directory, { recursive: true });
    writeFileSync(join(directory, "clauses", mutation.file), mutation.text);
    const args = [command, "diff", rules, directory, "--format", "json"];
    const started = process.hrtime.bigint();
    const { stdout } = await run(process.execPath, args, { maxBuffer: 1e8 }).catch((error) => {
      if (error.code !== 2) throw error;
      return { stdout: "" };
    });
    const seconds = Number(process.hrtime.bigint() - started) / 1e9;
    if (stdout === "") return { ...mutation, verdict: "refused", seconds };
    const { structure, behaviour } = JSON.parse(stdout);
    const change = structure.find(({ id }) => id === mutation.clause);
    const reported = structure.length === 1 && change?.values.length === 1;
    const effects = [...behaviour.decisions, ...behaviour.clauses, behaviour.input];
    const witnesses = effects.flatMap((effect) =>
      findings.flatMap((one) =>
        effect[one].kind === "found" ? [{ subject: effect.subject, ...effect[one].witness }] : [],
      ),
    );
    const sides = [loadProcedure(rules), loadProcedure(directory)];
    const replayed = witnesses.every((witness) => {
      const [before, after] = sides.map((side) =>
        said(witness.shows, side.evaluate({ ...witness.case, revision: "1.0" })),
      );
      return before === witness.before && after === witness.after && before !== after;
    });
    const unknown = effects.filter(({ effect }) => effect === "unknown").map(({ subject, id }) => `${subject} ${id}`);
    const onDecision = witnesses.some(({ shows }) => shows.startsWith("decision "));
    const verdict =
      witnesses.length > 0 ? (onDecision ? "decision" : "clause") : unknown.length > 0 ? "unknown" : "none";
    return { ...mutation, verdict, reported, replayed, unknown, witnesses: witnesses.length, seconds };
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

const only = option("--only");
const mutations = readdirSync(join(rules, "clauses"))
  .flatMap(mutationsOf)
  .filter(({ clause }) => only === undefined || clause === only);
const results = [];
const queue = mutations.values();
await Promise.all(
  Array.from({ length: availableParallelism() }, async () => {
    for (const mutation of queue) {
      const result = await judge(mutation);
      results.push(result);
      const { clause, path, from, to, verdict, reported, replayed, unknown = [], seconds } = result;
      const flaws = [reported === false && "NOT REPORTED", replayed === false && "NOT REPLAYED"].filter(Boolean);
      process.stderr.write(
        `${results.length}/${mutations.length} ${clause} ${path.join(".")}: ${from} → ${to}: ${verdict} ${flaws.join(" ")}${unknown.join(", ")} (${seconds.toFixed(1)} s)\n`,
      );
    }
  }),
);
const count = (wanted) => results.filter(({ verdict }) => verdict === wanted).length;
const seconds = results.map((result) => result.seconds).sort((a, b) => a - b);
const summary = {
  changes: results.length,
  "a decision comes out differently, with a witness": count("decision"),
  "only a clause, a duty or a value does, with a witness": count("clause"),
  "proved to change nothing": count("none"),
  unknown: count("unknown"),
  "refused, because the rules can't be read so": count("refused"),
  "not reported as exactly one changed value": results.filter(({ reported }) => reported === false).length,
  "with a witness that does not replay": results.filter(({ replayed }) => replayed === false).length,
  witnesses: results.reduce((sum, { witnesses = 0 }) => sum + witnesses, 0),
  "with some effect unknown beside a witness": results.filter(
    ({ verdict, unknown = [] }) => verdict !== "unknown" && unknown.length > 0,
  ).length,
  "median seconds of one comparison": Number(seconds[Math.floor(seconds.length / 2)]?.toFixed(1)),
  "longest seconds of one comparison": Number(seconds.at(-1)?.toFixed(1)),
};
console.log(JSON.stringify(summary, null, 2));
const out = option("--out");
if (out !== undefined) {
  const rows = results.map(({ text: _text, ...row }) => row);
  writeFileSync(out, `${JSON.stringify(rows, null, 2)}\n`);
}
