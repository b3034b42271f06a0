import type { ErrorObject } from "ajv";
import type { SourceDocument } from "./document.ts";
import type { Problem } from "./problem.ts";
import { expectedKeys, isObject, knownKeys, quoted, spotAt } from "./shape-spot.ts";

/** What a text that lacks the form of its place should have been. */
interface Form {
  readonly expected: string;
  readonly nearest?: string;
  readonly remedy: string;
}

/** The form that an error asks for, and the text in that form where it is clear what was meant. */
export function formOf(error: ErrorObject, text: string): Form {
  const description = String(error.parentSchema?.description ?? "the form of the language");
  const examples: readonly unknown[] = error.parentSchema?.examples ?? [];
  const expected = `${description.charAt(0).toLowerCase()}${description.slice(1).replace(/\.$/, "")}`;
  const near = inForm(text, new RegExp(String(error.params.pattern), "u"));
  if (near !== undefined) return { expected, nearest: near, remedy: `write \`${near}\`` };
  const example = examples[0] === undefined ? "" : `, for example \`${examples[0]}\``;
  return { expected, remedy: `spell it in that form${example}` };
}

/** The text in lower case, its words joined as the form asks, if that gives the form. */
function inForm(text: string, form: RegExp): string | undefined {
  const plain = text
    .trim()
    .replaceAll(/([a-z0-9])([A-Z])/g, "$1_$2")
    .toLowerCase();
  const joined = ["_", "-"].map((separator) => plain.replaceAll(/[\s_-]+/g, separator));
  return [plain, ...joined].find((candidate) => form.test(candidate));
}

/** Says that names in one object lack the form of a name. */
export function nameProblem(errors: readonly ErrorObject[], document: SourceDocument): Problem {
  const [error] = errors;
  const names = errors.map(({ propertyName }) => propertyName ?? "");
  const [name = ""] = names;
  if (error === undefined) throw new TypeError("no errors were given");
  const spot = spotAt(document.value, error.instancePath);
  const { expected, nearest, remedy } = formOf(error, name);
  const isOne = names.length === 1;
  return {
    code: "wrong-form",
    severity: "error",
    message: `${quoted(names)} ${isOne ? "does" : "do"} not have the form that belongs here`,
    ...(isObject(spot.value) ? { place: document.keyPlace(spot.value, name) } : {}),
    expected: isOne ? expected : `for each of them ${expected}`,
    ...(isOne && nearest !== undefined ? { nearest } : {}),
    remedy:
      isOne && nearest !== undefined
        ? remedy
        : `${remedy}; if it belongs to an entry, write the name of that entry above it and indent it further`,
  };
}

/** Says that the details of an entry stand where the names of entries belong. */
export function namelessProblem(error: ErrorObject, document: SourceDocument): Problem {
  const spot = spotAt(document.value, error.instancePath);
  const key = String(error.params.key);
  return {
    code: "missing-name",
    severity: "error",
    message: `\`${key}\` stands where a name belongs`,
    ...(isObject(spot.value) ? { place: document.keyPlace(spot.value, key) } : {}),
    expected: `a name, and inside it ${expectedKeys(knownKeys(error.parentSchema))}`,
    remedy: `write a name above \`${key}\`, and indent all that belongs to it further`,
  };
}
