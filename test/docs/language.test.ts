import { appendFileSync, cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Ajv } from "ajv";
import { afterAll, describe, expect, it } from "vitest";
import { parse } from "yaml";
import { loadProcedure, ProblemsError, type Result } from "../../engine/index.ts";
import { operators } from "../../engine/language/operators/table.ts";
import { and, not, or } from "../../engine/language/truth.ts";

/** A question about the example case: in words, what is changed in it, what is looked at, and what that comes to. */
type Ask = readonly [string, Readonly<Record<string, unknown>>, string, string];

/** What the scripts that make the page offer. */
interface Scripts {
  readonly languagePage: (table: unknown, truth: unknown) => string;
  readonly examples: Readonly<Record<string, { readonly yaml: string; readonly comesTo: unknown }>>;
  readonly operatorExamples: Readonly<Record<string, readonly [string, boolean]>>;
  readonly exampleCase: string;
  readonly exampleFact: string;
  readonly shapes: Readonly<Record<string, string>>;
  readonly pieces: Readonly<
    Record<string, { readonly file: string; readonly yaml: string; readonly asks: readonly Ask[] }>
  >;
}

const script = (name: string) => import(new URL(`../../scripts/${name}.mjs`, import.meta.url).href);
const scripts: Scripts = {
  ...(await script("language")),
  ...(await script("language-examples")),
  ...(await script("language-shapes")),
  ...(await script("language-pieces")),
};
const { examples, operatorExamples, exampleCase, exampleFact, shapes, pieces } = scripts;
const page = scripts.languagePage(operators, { not, and, or });

/** The anchor that a heading gets where the page is shown. */
function slug(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^a-z0-9 _-]/g, "")
    .replaceAll(" ", "-");
}

/** The section of a definition. */
function section(heading: string): string {
  return page.split(/^(?=#{2,3} )/m).find((part) => part.startsWith(`### ${heading}\n`)) ?? "";
}

describe("docs/language.md", () => {
  it("is in step with the schemas and the operator table (npx vitest run test/docs -u writes it)", async () => {
    await expect(page).toMatchFileSnapshot("../../docs/language.md");
  });

  it("has a heading for every link, and no heading twice", () => {
    const anchors = [...page.matchAll(/^#+ (.*)$/gm)].map(([, heading = ""]) => slug(heading));
    expect(anchors).toEqual([...new Set(anchors)]);
    const links = [...page.matchAll(/\]\(([^)]*)\)/g)].map(([, target = ""]) => target);
    expect(links.length).toBeGreaterThan(100);
    const within = links.filter((target) => target.startsWith("#")).map((target) => target.slice(1));
    expect(within.filter((target) => !anchors.includes(target))).toEqual([]);
    const beside = links.filter((target) => !target.startsWith("#"));
    expect(beside).toEqual(["tutorial.md", "checks/README.md"]);
  });

  it("shows no type of the program", () => {
    expect(page).not.toMatch(/Record<|unknown\]|string\]/);
  });

  it("shows the keys inside expressions", () => {
    expect(section("AddMonths")).toMatch(/^\| `addMonths` › `rounding` \| \[Rounding\].* \| yes \| \S/m);
    expect(section("Sum")).toMatch(/^\| `sum` › `where` \| \[Condition\].* \| {2}\| \S/m);
    expect(section("Percentage")).toMatch(/^\| `percentage` › `whole` \| \[Value\].* \| yes \|/m);
  });

  it("shows what all facts share once, and what each type adds", () => {
    const [shared = "", added = ""] = section("FactEntry").split("What each type adds:");
    const keys = [...shared.matchAll(/^\| `(\w+)` /gm)].map(([, key]) => key);
    expect([...keys].sort()).toEqual(
      ["changeable", "id", "knownBy", "label", "orNone", "question", "retired", "revision", "type"].sort(),
    );
    expect(added).toMatch(/^\| `integer` \| `unit` \|/m);
    expect(added).not.toMatch(/\| `type` \|/);
  });
});

describe("the examples of docs/language.md", () => {
  const directory = mkdtempSync(join(tmpdir(), "language-"));
  afterAll(() => rmSync(directory, { recursive: true }));

  /** A copy of the library with its one more fact, and with a clause or an entry of another file added. */
  function libraryWith(name: string, file: string, yaml: string): string {
    const rules = join(directory, name);
    cpSync("fixtures/procedures/library", rules, { recursive: true });
    const facts = readFileSync(join(rules, "facts.yaml"), "utf8");
    writeFileSync(join(rules, "facts.yaml"), facts.replace("facts:\n", `facts:${indented(exampleFact)}\n`));
    if (file === "clauses") {
      const text = `section: "4"\ntitle: An example\nclauses:${indented(yaml)}\n`;
      writeFileSync(join(rules, "clauses", "example.yaml"), text);
    } else {
      appendFileSync(join(rules, `${file}.yaml`), `${indented(yaml)}\n`);
    }
    return rules;
  }

  it("are there for every condition and every value", () => {
    const members = ["Condition", "Value"].flatMap((heading) => [
      ...(section(heading).split("One of:")[1] ?? "").matchAll(/\[(\w+)\]/g),
    ]);
    const names = members.map(([, name = ""]) => name).filter((name) => name !== "Literal");
    expect(names.sort()).toEqual(Object.keys(examples).sort());
  });

  it.each(Object.entries(examples))("%s comes to what the page says", (name, { yaml, comesTo }) => {
    const key = /^\| `(\w+)` /m.exec(section(name))?.[1] ?? "";
    expect(yaml).toContain(`${key}:`);
    expect(section(name)).toContain(`\`\`\`yaml${yaml}\n\`\`\``);
    expect(section(name)).toContain(`: \`${comesTo}\`.`);
    const { derived } = decide(libraryWith(name, "clauses", clauseWith(yaml)));
    expect(derived["example.value"]).toBe(comesTo);
  });

  it("have one for each operator, some true and some false", () => {
    expect(Object.keys(operatorExamples)).toEqual(Object.keys(operators));
    expect(new Set(Object.values(operatorExamples).map(([, comesTo]) => comesTo)).size).toBe(2);
  });

  it.each(Object.entries(operatorExamples))("the operator %s comes to what the page says", (name, [yaml, comesTo]) => {
    expect(yaml).toContain(`operator: ${name}`);
    expect(page).toContain(`| \`${yaml}\` | \`${comesTo}\` |`);
    const { derived } = decide(libraryWith(`operator-${name}`, "clauses", clauseWith(` ${yaml}`)));
    expect(derived["example.value"]).toBe(comesTo);
  });

  it.each(Object.entries(pieces))("the piece on %s comes to what the page says", (name, { file, yaml, asks }) => {
    expect(page).toContain(yaml.trim());
    const rules = libraryWith(`piece-${name}`, file, yaml);
    for (const [words, changes, subject, comesTo] of asks) {
      expect(page).toContain(`- ${words}: `);
      expect([words, said(rules, changes, subject)]).toEqual([words, comesTo]);
    }
  });
});

describe("the examples in the schemas", () => {
  const kinds = ["procedure", "facts", "clauses", "decisions", "interpretations", "case"];
  const schemas = kinds.map((kind) => JSON.parse(readFileSync(`schema/${kind}.schema.json`, "utf8")));
  const named = schemas.flatMap((schema) =>
    Object.entries<{ readonly examples?: readonly unknown[]; readonly enum?: unknown }>(schema.definitions).flatMap(
      ([name, definition]) => (name.startsWith("Record<") ? [] : [{ schema, name, definition }]),
    ),
  );
  /** What is either a choice of what has examples, or a list of words. */
  const unions = new Set(["Condition", "Value", "Expression", "Derivation", "Literal"]);

  it("are there for every definition", () => {
    const without = named.filter(({ name, definition }) => !unions.has(name) && !("enum" in definition));
    for (const { name, definition } of without) expect([name, definition.examples?.length]).toEqual([name, 1]);
    expect(Object.keys(shapes).filter((name) => !named.some((one) => one.name === name))).toEqual([]);
  });

  it("have the form of what they are examples of", () => {
    const ajv = new Ajv({ strict: false, validateFormats: false });
    for (const { schema, name, definition } of named) {
      for (const example of definition.examples ?? []) {
        const validate = ajv.compile({ ...schema, ...nothing, $ref: `#/definitions/${encodeURIComponent(name)}` });
        expect([name, validate(example) ? null : validate.errors]).toEqual([name, null]);
      }
    }
  });
});

/** The parts of a schema of files that don't apply to a definition within it. */
const nothing = { type: undefined, properties: undefined, required: undefined, additionalProperties: undefined };

/** YAML as a part of a block, two steps further in. */
function indented(yaml: string): string {
  return yaml.replaceAll("\n", "\n  ");
}

/** A clause that defines a value by an example. */
function clauseWith(example: string): string {
  return `
- id: "4"
  title: An example
  kind: definition
  versions:
    - revision: "1.0"
      effective: 2020-01-01
      summary: It defines one value.
      derives:
        example.value:${example.replaceAll("\n", "\n          ")}`;
}

/** Decides the example case, with some facts and some of its other keys changed. */
function decide(rules: string, changes: Readonly<Record<string, unknown>> = {}): Result {
  const { asOf, facts } = parse(exampleCase);
  const kase = { asOf, facts };
  for (const [path, value] of Object.entries(changes)) {
    const [group, fact] = path.split(".");
    if (group === undefined) continue;
    if (fact === undefined) Object.assign(kase, { [group]: value });
    else kase.facts[group][fact] = value;
  }
  return loadProcedure(rules).evaluate(kase);
}

/** What is said about a part of a result, as the page says it. */
function said(rules: string, changes: Readonly<Record<string, unknown>>, subject: string): string {
  const [kind, id = ""] = subject.split(" ");
  try {
    const { derived, decisions, obligations } = decide(rules, changes);
    if (kind === "case") return "accepted";
    if (kind === "derived") return String(derived[id]);
    if (kind === "obligation") {
      const { status, due } = obligations[id] ?? {};
      return due === null ? `${status}` : `${status}, due ${due}`;
    }
    const { outcome, possible, missing } = decisions[id] ?? {};
    return outcome ?? `undetermined: ${possible?.join(" or ")}; missing ${missing?.join(", ")}`;
  } catch (error) {
    if (!(error instanceof ProblemsError)) throw error;
    return `refused: ${error.problems[0]?.message.replace(/^.* contradict each other: /, "")}`;
  }
}
