import { nearestName } from "../procedure/reporter.ts";
import { nearest } from "../source/nearest.ts";
import { type Problem, ProblemsError } from "../source/problem.ts";

/**
 * What is wrong with a command line, from the words of the library that reads it.
 *
 * @param commands the names that a command can have
 */
export function usageProblem(words: string, helpCommand: string, commands: readonly string[]): Problem {
  const [first = "", ...rest] = words.replace(/^error: /, "").split("\n");
  const [message = "", more] = first.split(/\. (?=[A-Z])/);
  const see = `see \`${helpCommand}\``;
  const base = { code: "usage", severity: "error" } as const;
  const [, option = "", written = ""] = /^option '([^']*)' argument '(.*)' is invalid$/s.exec(message) ?? [];
  if (option !== "") {
    const choices = /^Allowed choices are (.*?)\.?$/.exec(more ?? "")?.[1]?.split(", ");
    return {
      ...base,
      message: `\`${nameOf(option)}\` can't be \`${written}\``,
      ...choice(written, choices, more, see),
    };
  }
  const unknown = /^unknown command '(.*)'$/s.exec(message)?.[1];
  if (unknown !== undefined) {
    return { ...base, message: `unknown command \`${unknown}\``, ...choice(unknown, commands, undefined, see) };
  }
  const lacking = lackOf(message);
  if (lacking !== undefined) return { ...base, message: lacking.message, remedy: `${lacking.remedy}; ${see}` };
  const near = /\(Did you mean (?:one of )?([^,?]+)/.exec(`${first} ${rest.join(" ")}`)?.[1];
  return {
    ...base,
    message: message.replaceAll(/'([^']*)'/g, "`$1`").replace(/\.$/, ""),
    ...(more === undefined ? {} : { expected: reworded(more) }),
    ...(near === undefined ? {} : { nearest: near }),
    remedy: near === undefined ? see : `write \`${near}\``,
  };
}

/** What could have been written in place of a word, and which of it was probably meant. */
function choice(
  written: string,
  choices: readonly string[] | undefined,
  more: string | undefined,
  see: string,
): Pick<Problem, "expected" | "nearest" | "remedy"> {
  if (choices === undefined) return { ...(more === undefined ? {} : { expected: reworded(more) }), remedy: see };
  const near = nearest(written, choices);
  return {
    expected: listed(choices),
    ...(near === undefined ? {} : { nearest: near }),
    remedy: near === undefined ? `write one of those; ${see}` : `write \`${near}\``,
  };
}

/** What is missing from a command line, and how to add it; nothing where something else is wrong. */
function lackOf(message: string): { readonly message: string; readonly remedy: string } | undefined {
  const argument = /^missing required argument '(.*)'$/.exec(message)?.[1];
  if (argument !== undefined) {
    return { message: `\`<${argument}>\` is missing`, remedy: "write it behind the command" };
  }
  const option = /^required option '(.*)' not specified$/.exec(message)?.[1];
  if (option !== undefined) return { message: `\`${option}\` is missing`, remedy: "add it" };
  const valueless = /^option '(.*)' argument missing$/.exec(message)?.[1];
  if (valueless === undefined) return undefined;
  return { message: `\`${nameOf(valueless)}\` has no value`, remedy: `write it as \`${valueless}\`` };
}

/** The name of an option, of its declaration: `--format` of `--format <format>`. */
function nameOf(option: string): string {
  return option.split(" ")[0] ?? option;
}

function reworded(expected: string): string {
  return expected
    .replace(/\.$/, "")
    .replace(/^Expected (.*) but got /, "$1, not ")
    .replace(/^Expected /, "");
}

function listed(names: readonly string[]): string {
  return `${names.length === 1 ? "" : "one of "}${names.map((name) => `\`${name}\``).join(", ")}`;
}

/**
 * The error for a name on the command line that stands for nothing.
 *
 * @param where in what it stands for nothing, as the end of a sentence
 */
export function unknownName(what: string, name: string, known: Iterable<string>, where = ""): ProblemsError {
  const names = [...known];
  const near = nearestName(what, name, names);
  return new ProblemsError([
    {
      code: `unknown-${what}`,
      severity: "error",
      message: `there is no ${what} \`${name}\`${where}`,
      ...(names.length > 12 ? {} : { expected: listed(names) }),
      ...(near === undefined ? {} : { nearest: near }),
      remedy:
        near === undefined ? `name ${/^[aeiou]/.test(what) ? "an" : "a"} ${what} that there is` : `write \`${near}\``,
    },
  ]);
}
