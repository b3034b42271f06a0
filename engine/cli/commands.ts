import type { Command } from "commander";
import type { Shell } from "./shell.ts";

/** What a command's file exports: it declares its arguments and options, and says what to do with them. */
export type Declare = (command: Command, shell: Shell) => void;

/** A command, with its file loaded only when it is the one asked for: loading all of them takes longer than any one. */
export interface CommandRow {
  readonly name: string;
  readonly summary: string;
  readonly load: () => Promise<{ readonly declare: Declare }>;
}

/** The commands, in the order in which the help lists them. */
export const commands: readonly CommandRow[] = [
  { name: "evaluate", summary: "decide a case, and say why", load: () => import("./evaluate.ts") },
  { name: "ask", summary: "ask for what matters, decide, and keep the case in a file", load: () => import("./ask.ts") },
  { name: "batch", summary: "decide many cases, one JSON line each", load: () => import("./batch.ts") },
  { name: "replay", summary: "recompute recorded decisions", load: () => import("./replay.ts") },
  {
    name: "calendar",
    summary: "write the deadlines of a case for a calendar",
    load: () => import("./calendar.ts"),
  },
  { name: "clause", summary: "show a clause: its words, its formula, its history", load: () => import("./clause.ts") },
  { name: "revisions", summary: "show which revision governs when", load: () => import("./revisions.ts") },
  { name: "diff", summary: "compare two revisions: what changes, and for whom", load: () => import("./diff.ts") },
  { name: "book", summary: "write a revision as a document for people", load: () => import("./book.ts") },
  { name: "export", summary: "give the procedure to other programs", load: () => import("./export.ts") },
  { name: "ledger", summary: "account for every clause of the source", load: () => import("./ledger.ts") },
  { name: "test", summary: "run cases that say what they expect", load: () => import("./test.ts") },
  { name: "revise", summary: "start the draft of a revision", load: () => import("./revise.ts") },
  { name: "seal", summary: "make an approved revision of a draft", load: () => import("./seal.ts") },
  { name: "check", summary: "find what is wrong in the rules", load: () => import("./check.ts") },
];
