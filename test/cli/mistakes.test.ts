import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { command, file, library, temporaryDirectory } from "./support/command.ts";

const directory = temporaryDirectory();
const kase = file(directory, "case.yaml", "asOf: 2020-03-01\nfacts: { loan: { applied_on: 2020-02-10 } }\n");
mkdirSync(join(directory, "empty"));

/** What a new user gets wrong: the words behind the name of the program, and what is said about them. */
const mistakes: readonly (readonly [what: string, args: readonly string[], ...said: string[]])[] = [
  ["a misspelled command", ["evalaute", kase], "unknown command `evalaute`", "nearest: `evaluate`", "write `evaluate`"],
  ["a command that is none", ["judge"], "unknown command `judge`", "one of `evaluate`", "write one of those"],
  ["a misspelled option", ["evaluate", kase, "--fromat", "json"], "nearest: `--format`", "write `--format`"],
  ["an option that is none", ["--loud"], "unknown option `--loud`", "--help`"],
  ["a misspelled format", ["evaluate", kase, "--format", "jsn"], "`--format` can't be `jsn`", "nearest: `json`"],
  ["a format that is none", ["book", "--format", "pdf"], "one of `markdown`, `html`", "write one of those"],
  ["no case", ["evaluate"], "`<case>` is missing", "write it behind the command", "evaluate --help`"],
  ["no clause", ["clause"], "`<id>` is missing"],
  ["one side of a comparison", ["diff", library], "`<head>` is missing"],
  ["no effective date", ["revise", "4.0"], "`--effective <date>` is missing", "add it"],
  ["an option without its value", ["batch", "--cross-check"], "`--cross-check` has no value", "`--cross-check <n>`"],
  ["a word for a number", ["batch", "--cross-check", "x"], "`--cross-check` can't be `x`", "a whole number"],
  ["an argument too many", ["evaluate", kase, kase], "1 argument, not 2"],
  ["a file that is not there", ["evaluate", join(directory, "cose.yaml")], "error[file-not-found]", "case.yaml`"],
  ["a folder for a file", ["evaluate", directory], "error[not-a-file]", "name a file in it"],
  ["nothing on standard input", ["evaluate", "-"], "error[empty-file]", "standard input has no content"],
  ["a folder for lines", ["batch", directory], "error[not-a-file]"],
  ["rules that are not there", ["check", "--rules", "nowhere"], "error[directory-not-found]", "and clauses/"],
  ["a file for rules", ["check", "--rules", kase], "error[directory-not-found]", "case.yaml is a file"],
  ["a folder without rules", ["check", "--rules", join(directory, "empty")], "error[no-rules]", "and clauses/"],
  ["a month that is none", ["evaluate", kase, "--as-of", "2020-13-01"], "there is no month 13", "YYYY-MM-DD"],
  ["a day first", ["evaluate", kase, "--as-of", "31.12.2020"], "nearest: `2020-12-31`", "write 2020-12-31"],
  ["a revision that is none", ["evaluate", kase, "--revision", "9"], "error[unknown-revision]", "revision 1.0"],
  ["a reading without =", ["evaluate", kase, "--reading", "x"], "has no `=`", "write `--reading name=value`"],
  ["a misspelled reading", ["evaluate", kase, "--reading", "fine-counted=x"], "nearest: `fines-counted`"],
  ["a fact without =", ["evaluate", kase, "--set", "reader.age"], "has no `=`", "write `--set name=value`"],
  ["a fact without a value", ["evaluate", kase, "--set", "reader.age="], "nothing is written", "reader.age=unknown"],
  ["rules with a name that is too long", ["check", "--rules", "a".repeat(5000)], "error[directory-not-found]"],
  ["cases with a name that is too long", ["test", "a".repeat(5000)], "error[file-not-found]"],
  ["an answer file with a name that is too long", ["ask", "--out", "a".repeat(5000)], "too long for a file"],
  ["a misspelled fact", ["evaluate", kase, "--set", "reader.aeg=3"], "nearest: `reader.age`", "write `reader.age`"],
  ["a misspelled clause", ["clause", "2.22"], "error[unknown-clause]", "nearest: `2.2`"],
  ["a revision for a clause", ["clause", "2.2", "--revision", "9"], "one of `1.0`, `2.0`, `3.0`"],
  ["cases that are not there", ["test", "nowhere"], "there is no file or directory nowhere"],
  ["a filter that fits nothing", ["test", directory, "--filter", "zzz"], "error[no-cases]"],
  ["an impossible effective date", ["revise", "4.0", "--effective", "2025-02-29"], "February 2025 has 28 days"],
  ["a revision in words", ["revise", "four", "--effective", "2025-02-28"], "error[not-a-revision-number]"],
  ["a side that is nothing", ["diff", library, "nowhere"], "error[unknown-side]", "expected: a revision number"],
  ["an effect that is none", ["diff", "1.0", "2.0", "--fail-on", "all"], "one of `tightens`, `loosens`, `any`"],
  ["help on a misspelled command", ["help", "evalaute"], "nearest: `evaluate`"],
];

/** Those that have no option for the rules, or in which it would be taken for something else. */
const withoutRules = new Set(["evalaute", "judge", "--loud", "help"]);

describe("a mistake on the command line is explained", () => {
  it.each(mistakes.map(([what, args, ...said]) => ({ what, args, said })))("$what", async ({ args, said }) => {
    const isComplete = withoutRules.has(args[0] ?? "") || args.includes("--rules") || args.at(-1)?.startsWith("--");
    const { code, stdout, stderr } = await command(isComplete ? args : [...args, "--rules", library]);
    expect([code, stdout]).toEqual([2, ""]);
    for (const words of said) expect(stderr).toContain(words);
    expect(stderr).toMatch(/^error\[[a-z-]+\]: \S/);
    expect(stderr).toMatch(/= remedy: \S/);
    expect(stderr).not.toMatch(/undefined|\[object|\bNaN\b|Error:|node_modules|\n\s+at /);
  });
});
