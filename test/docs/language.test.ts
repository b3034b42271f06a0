import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { loadProcedure } from "../../engine/index.ts";
import { operators } from "../../engine/language/operators/table.ts";

const script = new URL("../../scripts/language.mjs", import.meta.url).href;
const { languagePage, examples } = (await import(script)) as {
  languagePage: (table: unknown) => string;
  examples: Readonly<Record<string, string>>;
};
const page = languagePage(operators);

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
    expect(links.filter((target) => !anchors.includes(target.replace(/^#/, "")))).toEqual([]);
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

  it("are there for every condition and every value", () => {
    const members = ["Condition", "Value"].flatMap((heading) => [
      ...(section(heading).split("One of:")[1] ?? "").matchAll(/\[(\w+)\]/g),
    ]);
    const names = members.map(([, name = ""]) => name).filter((name) => name !== "Literal");
    expect(names.sort()).toEqual(Object.keys(examples).sort());
  });

  it.each(Object.entries(examples))("%s can be loaded and worked out", (name, example) => {
    const rules = join(directory, name);
    cpSync("fixtures/procedures/library", rules, { recursive: true });
    mkdirSync(join(rules, "clauses"), { recursive: true });
    writeFileSync(join(rules, "clauses", "example.yaml"), clauseWith(example));
    const key = /^\| `(\w+)` /m.exec(section(name))?.[1] ?? "";
    expect(example).toContain(`${key}:`);

    const { derived } = loadProcedure(rules).evaluate({ asOf: "2020-05-01", facts });
    expect(derived["example.value"]).not.toBeUndefined();
    expect(derived["example.value"]).not.toBeNull();
  });
});

const facts = {
  loan: { applied_on: "2020-03-02", returned_on: "2020-03-20" },
  reader: { age: 9, guardian_agrees: true, fines: [{ reason: "late", amount: 4 }] },
};

/** A file with one clause that defines a value by the example. */
function clauseWith(example: string): string {
  return `section: "4"
title: An example
clauses:
  - id: "4"
    title: An example
    kind: definition
    versions:
      - revision: "1.0"
        effective: 2020-01-01
        summary: It defines one value.
        derives:
          example.value:${example.replaceAll("\n", "\n            ")}
`;
}
