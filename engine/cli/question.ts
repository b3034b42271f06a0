import type { FactType } from "../language/fact.ts";
import { describeType } from "../language/value-type.ts";
import { valueType } from "../procedure/link/fact.ts";
import type { Fact } from "../procedure/model.ts";
import type { Problem } from "../source/problem.ts";
import { renderProblem } from "../source/render.ts";
import type { Conversation } from "./dialogue.ts";
import { readFactText } from "./fact-text.ts";
import { aligned } from "./layout.ts";

/** What a person answers: a value, `undefined` for "I don't know", the wish to go back, or nothing any more. */
export type Answer = { readonly value: unknown } | "back" | "ended";

/** Holds a value for a fact against its type and bounds. */
export type Validate = (value: unknown) => readonly Problem[];

/** What was typed: a text to read, or a word that leads elsewhere. */
type Heard = { readonly text: string } | "unknown" | "back" | "ended";

/** Asks for one fact until the answer is one that the fact can have. */
export class Question {
  readonly #fact: Fact;
  readonly #knownBy: string;
  readonly #conversation: Conversation;
  readonly #validate: Validate;

  /** @param knownBy who knows the answer, as a phrase */
  constructor(fact: Fact, knownBy: string, conversation: Conversation, validate: Validate) {
    this.#fact = fact;
    this.#knownBy = knownBy;
    this.#conversation = conversation;
    this.#validate = validate;
  }

  async ask(): Promise<Answer> {
    const { entry } = this.#fact;
    await this.#conversation.say(`\n${entry.question}\n`);
    return entry.type === "list" ? this.#list(entry.of) : this.#scalar(entry);
  }

  async #scalar(type: FactType): Promise<Answer> {
    await this.#conversation.say(this.#hint(type, this.#fact.entry.orNone === true ? "or `none`" : ""));
    for (;;) {
      const heard = await this.#hear("> ");
      if (heard === "unknown") return { value: undefined };
      if (typeof heard === "string") return heard;
      const value = read(type, heard.text);
      if (value === undefined || (await this.#accepts(value))) return { value };
    }
  }

  async #list(type: FactType): Promise<Answer> {
    await this.#conversation.say(this.#hint(type, "one after the other, then an empty line; `none` if there are none"));
    const elements: unknown[] = [];
    for (;;) {
      const element =
        type.type === "record" ? await this.#element(type.fields, elements) : await this.#items(type, elements);
      if (element === "back") {
        if (elements.length === 0) return "back";
        elements.length = 0;
        await this.#conversation.say("Once more from the first one.\n");
      } else if (element === "none") {
        return { value: this.#fact.entry.orNone === true ? null : [] };
      } else if (element === "unknown" || element === "ended") {
        if (elements.length > 0) return { value: elements };
        return element === "unknown" ? { value: undefined } : "ended";
      } else {
        elements.push(...element);
      }
    }
  }

  /** The next elements of a list of single values: one, or several with commas between them. */
  async #items(type: FactType, before: readonly unknown[]): Promise<readonly unknown[] | ListWord> {
    for (;;) {
      const heard = await this.#hear(`${before.length + 1}> `);
      if (typeof heard === "string") return heard;
      if (isNone(heard.text, before)) return "none";
      const parts = heard.text.split(",").map((part) => part.trim());
      const items = parts
        .flatMap((part) => (part === "" ? [] : [read(type, part)]))
        .filter((item) => item !== undefined);
      if (await this.#accepts([...before, ...items])) return items;
    }
  }

  /** The next element of a list of elements with fields, asked for field by field. */
  async #element(
    fields: Readonly<Record<string, FactType>>,
    before: readonly unknown[],
  ): Promise<readonly unknown[] | ListWord> {
    const element: Record<string, unknown> = {};
    for (const [at, [name, type]] of Object.entries(fields).entries()) {
      if (before.length === 0) await this.#conversation.say(this.#options(type));
      for (;;) {
        const heard = await this.#hear(`${before.length + 1} ${words(name)}> `);
        if (heard === "back" && at > 0) {
          await this.#conversation.say("Once more.\n");
          return this.#element(fields, before);
        }
        if (heard === "back" || heard === "ended") return heard;
        if (heard === "unknown" && at === 0) return heard;
        if (heard !== "unknown" && at === 0 && isNone(heard.text, before)) return "none";
        const value = heard === "unknown" ? undefined : read(type, heard.text);
        // A field that is not known is left out; the others can still matter.
        if (value === undefined) break;
        if (!(await this.#accepts([...before, { ...element, [name]: value }]))) continue;
        element[name] = value;
        break;
      }
    }
    return [element];
  }

  /** What the person typed; `?` is answered here and asked again. */
  async #hear(prompt: string): Promise<Heard> {
    for (;;) {
      const line = await this.#conversation.hear(prompt);
      if (line === undefined) return "ended";
      if (line === "") return "unknown";
      if (line === "back") return "back";
      if (line !== "?") return { text: line };
      const { label } = this.#fact.entry;
      await this.#conversation.say(`This asks for ${label} (${this.#fact.id}), which ${this.#knownBy} can tell.\n`);
    }
  }

  async #accepts(value: unknown): Promise<boolean> {
    const problems = this.#validate(value);
    for (const problem of problems) await this.#conversation.say(`${renderProblem(problem)}\n`);
    return problems.length === 0;
  }

  #hint(type: FactType, rest: string): string {
    const options = this.#options(type);
    if (options !== "") return rest === "" ? options : `${options}  (${rest})\n`;
    const form = type.type === "date" ? "YYYY-MM-DD" : "";
    const hint = [type.type === "record" ? "" : describeType(valueType(type)), form, rest].filter(
      (part) => part !== "",
    );
    return hint.length === 0 ? "" : `  (${hint.join(", ")})\n`;
  }

  #options(type: FactType): string {
    if (type.type !== "choice") return "";
    return aligned(
      Object.entries(type.options).map(([id, says], at) => [`${at + 1}`, id, says]),
      "  ",
    );
  }
}

/** What ends a list or leads out of it. */
type ListWord = Exclude<Heard, object> | "none";

/** Whether a list is known to have no elements; within one, `none` is an element like any other. */
function isNone(text: string, before: readonly unknown[]): boolean {
  return text === "none" && before.length === 0;
}

/** Reads an answer: an option by its number, and everything else as on the command line. */
function read(type: FactType, text: string): unknown {
  if (type.type === "choice" && /^\d+$/.test(text) && !Object.hasOwn(type.options, text)) {
    return Object.keys(type.options)[Number(text) - 1] ?? text;
  }
  const typed = readFactText(type, text);
  return "value" in typed ? typed.value : text;
}

function words(name: string): string {
  return name.replaceAll("_", " ");
}
