import { extname } from "node:path";
import { type Command, Option } from "commander";
import { type Book, bookOf } from "../book/book.ts";
import { approvedBefore } from "../book/standing.ts";
import { structureOf } from "../diff/structure/structure.ts";
import { checkNewFile, writeNewFile } from "./new-file.ts";
import { addRules, type RulesOption } from "./options.ts";
import { loadRules, revisionFor } from "./rules.ts";
import type { Shell } from "./shell.ts";

type Format = "markdown" | "html";

interface BookOptions extends RulesOption {
  readonly revision?: string;
  readonly format?: Format;
  readonly output?: string;
  readonly force?: boolean;
}

/** Declares `book`. */
export function declare(command: Command, shell: Shell): void {
  command
    .description(
      "Writes a revision as a document: what it changed, every clause in words, the decisions, and the registers of facts " +
        "and of readings. A triangle (△) stands beside whatever the revision changed since the approved one before it.",
    )
    .option("--revision <number>", "this revision; the newest approved one, without it")
    .addOption(
      new Option(
        "--format <format>",
        "form of the document; without it, as the file's ending says, else markdown",
      ).choices(["markdown", "html"]),
    )
    .option("-o, --output <file>", "the file to write it to; standard output, without it or where it is `-`")
    .option("--force", "replace the file if it is there")
    .addHelpText(
      "after",
      `
Example:
  ${shell.package.name} book --output procedure.html`,
    );
  addRules(command, shell).action(async (options: BookOptions) => {
    const output = options.output === "-" ? undefined : options.output;
    const mayReplace = options.force === true;
    if (output !== undefined) checkNewFile(output, mayReplace, "--output");
    const text = await asFormat(readBook(options), options.format ?? formatOf(output));
    if (output === undefined) return shell.print(text);
    writeNewFile(output, text, mayReplace, "--output");
  });
}

function readBook({ rules: directory, revision }: BookOptions): Book {
  const rules = loadRules(directory);
  const model = revisionFor(rules, revision);
  const base = approvedBefore(model, rules.revisions);
  if (base === undefined) return bookOf(model, rules.sources);
  const side = (one: typeof model) => ({ given: one.entry.revision, opened: rules, model: one });
  return bookOf(model, rules.sources, { base, changes: structureOf(side(base), side(model)) });
}

function formatOf(output: string | undefined): Format {
  return output !== undefined && /^\.html?$/i.test(extname(output)) ? "html" : "markdown";
}

async function asFormat(book: Book, format: Format): Promise<string> {
  if (format === "html") return (await import("../book/html/page.ts")).bookHtml(book);
  return (await import("../book/markdown/page.ts")).bookMarkdown(book);
}
