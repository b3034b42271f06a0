import { describe, expect, it } from "vitest";
import type { Conversation } from "../../engine/cli/dialogue.ts";
import { interview } from "../../engine/cli/interview.ts";
import type { FactEntry, FactType } from "../../engine/language/fact.ts";
import { type Fixture, fixtures, flattened, outcomes, procedure } from "../support/cases.ts";

const [model] = procedure.revisions;
if (model === undefined) throw new Error("the procedure has a revision");
const entries = new Map([...model.facts.values()].map(({ entry }) => [entry.question, entry]));

/** What a person would type for a value, line by line. */
function typed(type: FactType, value: unknown): readonly string[] {
  if (value === undefined) return [""];
  if (value === null || (Array.isArray(value) && value.length === 0)) return ["none"];
  if (type.type === "list" && Array.isArray(value)) {
    const { of } = type;
    if (of.type !== "record") return [value.join(", "), ""];
    const elements = value as readonly Readonly<Record<string, unknown>>[];
    const fields = (element: Readonly<Record<string, unknown>>) =>
      Object.entries(of.fields).flatMap(([name, field]) => typed(field, element[name]));
    return [...elements.flatMap(fields), ""];
  }
  return [String(value)];
}

/** Someone who knows the facts of a fixture, and nothing else. */
class Knowing implements Conversation {
  readonly asked: string[] = [];
  readonly said: string[] = [];
  readonly #facts: Readonly<Record<string, unknown>>;
  #answers: string[] = [];

  constructor(facts: Readonly<Record<string, unknown>>) {
    this.#facts = facts;
  }

  readonly say = async (text: string): Promise<void> => {
    const entry: FactEntry | undefined = entries.get(text.trim());
    if (entry === undefined) {
      this.said.push(text);
      return;
    }
    this.asked.push(entry.id);
    this.#answers = [...typed(entry, this.#facts[entry.id])];
  };

  readonly hear = async (): Promise<string | undefined> => this.#answers.shift();
}

async function interviewed({ facts, asOf, readings }: Fixture) {
  const person = new Knowing(flattened(facts, [...(model?.facts.keys() ?? [])]));
  const { evaluation } = await interview(procedure, { asOf, readings: readings ?? {} }, person);
  return { person, result: evaluation.result };
}

describe("an interview", () => {
  const all = fixtures();

  it("has a question of its own for every fact", () => {
    expect(entries.size).toBe(model.facts.size);
  });

  it("comes to what all the facts come to, for every fixture, and asks for nothing twice", async () => {
    for (const fixture of all) {
      const { person, result } = await interviewed(fixture);
      const whole = procedure.evaluate({ facts: fixture.facts, asOf: fixture.asOf, readings: fixture.readings ?? {} });
      expect([fixture.case, outcomes(result)]).toEqual([fixture.case, outcomes(whole)]);
      expect(person.said.filter((text) => text.startsWith("error"))).toEqual([]);
      expect(person.asked).toHaveLength(new Set(person.asked).size);
    }
    expect(all.length).toBeGreaterThan(80);
  });

  it("asks only for some of the facts", async () => {
    const counts = await Promise.all(all.map(async (fixture) => (await interviewed(fixture)).person.asked.length));
    const mean = counts.reduce((sum, count) => sum + count, 0) / counts.length;
    expect(Math.max(...counts)).toBeLessThan(model.facts.size);
    expect(mean).toBeLessThan(model.facts.size * 0.75);
  });
});
