import type { Command } from "commander";
import { type Ledger, type LedgerEntry, ledgerOf } from "../testing/ledger.ts";
import { defaultCases, runCases } from "./cases.ts";
import { aligned, counted, json } from "./layout.ts";
import { addFormat, addRules, type RulesOption } from "./options.ts";
import { loadRules, revisionFor } from "./rules.ts";
import { exitCodes, type Shell } from "./shell.ts";

interface LedgerOptions extends RulesOption {
  readonly cases?: readonly string[];
  readonly revision?: string;
  readonly format: "text" | "json";
}

/** Declares `ledger`. */
export function declare(command: Command, shell: Shell): void {
  command
    .description(
      "Accounts for every clause that the source numbers and every other that the rules have: encoded and reached by n " +
        "cases that pass, encoded and untested, informative and why nothing of it is encoded, or missing.",
    )
    .option("--cases <paths...>", "case files and directories of them; those that `test` runs, without it")
    .option("--revision <number>", "account for this revision; the newest approved one, without it")
    .addHelpText(
      "after",
      `
Exits with 1 if a clause is missing.

Example:
  ${shell.package.name} ledger --format json`,
    );
  addFormat(addRules(command, shell), ["text", "json"]).action(async (options: LedgerOptions) => {
    const rules = loadRules(options.rules);
    const model = revisionFor(rules, options.revision);
    const runs = runCases(rules.procedure, options.cases ?? [defaultCases(options.rules, shell)]);
    const ledger = ledgerOf(model, rules.sources, runs);
    await shell.print(options.format === "json" ? asJson(ledger) : asText(ledger));
    shell.exitCode = ledger.accounted < ledger.entries.length ? exitCodes.findings : exitCodes.done;
  });
}

function asText(ledger: Ledger): string {
  const numbered = ledger.entries.filter(({ inSource }) => inSource);
  const others = ledger.entries.filter(({ inSource }) => !inSource);
  const beyond = others.length === 0 ? "" : `\nWithout a number in the source\n${aligned(others.map(row))}`;
  return `${aligned(numbered.map(row))}${beyond}\n${summary(ledger)}`;
}

function row(entry: LedgerEntry): readonly string[] {
  const words = [entry.title, entry.reason].filter((part) => part !== undefined);
  return [entry.clause, describe(entry), words.join(": ")];
}

function describe({ state, fixtures }: LedgerEntry): string {
  if (state === "missing") return "MISSING";
  if (state === "retired") return "not in this revision";
  if (state === "informative") return "informative";
  return fixtures === 0 ? "encoded, UNTESTED" : `encoded, tested by ${counted(fixtures, "case")}`;
}

function summary({ revision, entries, accounted }: Ledger): string {
  const count = (is: (entry: LedgerEntry) => boolean) => entries.filter(is).length;
  const tested = count(({ state, fixtures }) => state === "encoded" && fixtures > 0);
  const untested = count(({ state, fixtures }) => state === "encoded" && fixtures === 0);
  const informative = count(({ state }) => state === "informative");
  const retired = count(({ state }) => state === "retired");
  const parts = [
    `${tested} encoded and tested`,
    `${untested} encoded and untested`,
    `${informative} informative`,
    ...(retired > 0 ? [`${retired} not in this revision`] : []),
    `${entries.length - accounted} missing`,
  ];
  return `${counted(entries.length, "clause")} of revision ${revision}: ${parts.join(", ")}
${percentage(accounted, entries.length)} % accounted for
`;
}

/** Rounded down, so that 100 means all of them. */
function percentage(part: number, whole: number): number {
  return whole === 0 ? 100 : Math.floor((100 * part) / whole);
}

function asJson({ revision, entries, accounted }: Ledger): string {
  return json({
    revision,
    clauses: entries.length,
    accounted,
    percentage: percentage(accounted, entries.length),
    entries: entries.map(({ clause, title, kind, state, inSource, reason, fixtures }) => ({
      clause,
      title: title ?? null,
      kind: kind ?? null,
      state,
      inSource,
      reason: reason ?? null,
      tested: fixtures > 0,
      cases: fixtures,
    })),
  });
}
