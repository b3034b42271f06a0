import { nearestName } from "../procedure/reporter.ts";
import { type Problem, ProblemsError } from "../source/problem.ts";

/** What is wrong with a command line, from the words of the library that reads it. */
export function usageProblem(words: string, helpCommand: string): Problem {
  const [first = "", ...rest] = words.replace(/^error: /, "").split("\n");
  const near = /\(Did you mean (?:one of )?([^,?]+)/.exec(`${first} ${rest.join(" ")}`)?.[1];
  const [message = "", expected] = first.replaceAll(/'([^']*)'/g, "`$1`").split(/\. (?=[A-Z])/);
  return {
    code: "usage",
    severity: "error",
    message: message.replace(/\.$/, ""),
    ...(expected === undefined ? {} : { expected: reworded(expected) }),
    ...(near === undefined ? {} : { nearest: near }),
    remedy: `see \`${helpCommand}\``,
  };
}

function reworded(expected: string): string {
  return expected
    .replace(/\.$/, "")
    .replace(/^Allowed choices are /, "one of ")
    .replace(/^Expected (.*) but got /, "$1, not ")
    .replace(/^Expected /, "");
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
      ...(names.length > 12 ? {} : { expected: `one of ${names.map((other) => `\`${other}\``).join(", ")}` }),
      ...(near === undefined ? {} : { nearest: near }),
      remedy:
        near === undefined ? `name ${/^[aeiou]/.test(what) ? "an" : "a"} ${what} that there is` : `write \`${near}\``,
    },
  ]);
}
