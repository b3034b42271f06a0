import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, normalize, sep } from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";

/** The folders of the engine in the order in which data flows through them: each imports from those before it alone. */
const order = [
  "calendar",
  "language",
  "source",
  "procedure",
  "evaluate",
  "browser.ts",
  "explain",
  "prove",
  "cases",
  "check",
  "diff",
  "book",
  "testing",
  "records",
  "interop",
  "cli",
  "index.ts",
];

/** What the engine reads outside its own folder: the schemas, compiled, and what it is called. */
const outside = [join("schema", "validators.cjs"), join("schema", "quick-validators.cjs"), "package.json"];

const files = readdirSync("engine", { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".ts"))
  .map((name) => ({
    path: join("engine", name),
    folder: name.split(sep)[0] ?? "",
    text: readFileSync(join("engine", name), "utf8"),
  }));

/** What a file imports, in any of the ways in which one can. */
function importsOf(text: string): readonly string[] {
  const statement =
    /(?:^|\n)\s*(?:import|export)\b[^"';]*?\bfrom\s*"([^"]+)"|(?:^|\n)\s*import\s*"([^"]+)"|\b(?:import|require)\(\s*"([^"]+)"|\(\s*"(\.\.?\/[^"]+)"/g;
  return [...text.matchAll(statement)].map((match) => match.slice(1).find((part) => part !== undefined) ?? "");
}

/** The code without comments, texts and regular expressions, their place taken by spaces. */
function codeOf(text: string): string {
  const comment = String.raw`\/\*[\s\S]*?\*\/|\/\/[^\n]*`;
  const quoted = String.raw`"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'`;
  const expression = String.raw`(?<=[=(,:;!&|?{}[\n]\s*)\/(?![*/])(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\n[])+\/[dgimsuvy]*`;
  const plain = text.replaceAll(new RegExp(`${comment}|${expression}|${quoted}`, "g"), (part) =>
    part.replaceAll(/\S/g, " "),
  );
  // The words of a template are text, and what stands in its braces is code.
  return plain.replaceAll(/`(?:\\.|\$\{[^{}]*\}|[^`\\])*`/g, (template) =>
    [...template.matchAll(/\$\{([^{}]*)\}/g)].map(([, inside]) => ` (${inside}) `).join(" "),
  );
}

/** The text without the imports that are gone once the types are. */
function withoutTypes(text: string): string {
  return text.replaceAll(/(?:^|\n)\s*(?:import|export) type\b[^"';]*?\bfrom\s*"[^"]+"/g, "\n");
}

/** The code with its texts and without its comments. */
function withoutComments(text: string): string {
  return text.replaceAll(/\/\*[\s\S]*?\*\/|^\s*\/\/[^\n]*/gm, (part) => part.replaceAll(/\S/g, " "));
}

/** What must not be in code, and code that has it, so that the search itself is known to find it. */
const forbidden: readonly (readonly [string, RegExp, readonly string[]])[] = [
  [
    "the type `any`",
    /(?:[:<,|(]\s*|\bas\s+)any\b(?!\s*:)|\bany\[\]/,
    ["let a: any;", "f<any>()", "x as any", "g(a as any[])", "type A = Map<string, any>;"],
  ],
  [
    "the assertion that something is not null",
    /[\w)\]]!(?=[.,;)\]\s[(]|$)(?!=)/m,
    ["a!.b", "f()!;", "list[0]!.x", "(a!)", "const b = a!\n"],
  ],
];

/** What turns data into code or reaches beyond the machine; code that has it; and where it may be all the same. */
const dangers: readonly (readonly [string, RegExp, readonly string[], readonly string[]])[] = [
  [
    "making code of text",
    /\beval\s*\(|\bnew Function\b|\bFunction\s*\(|"node:vm"|\bset(?:Timeout|Interval)\(\s*["`]/,
    ['eval("1")', 'new Function("a")', 'Function("a")()', 'import vm from "node:vm";', 'setTimeout("a()", 1)'],
    [],
  ],
  [
    "loading a module whose name is data",
    /\b(?:import|require)\(\s*(?!["'\s])/,
    ["await import(name)", "require(`./a`)", "import(\n  name)"],
    [],
  ],
  [
    "the network",
    /"(?:node:)?(?:https?|http2|net|tls|dgram|dns)(?:\/[a-z]+)?"|\bfetch\(|\bXMLHttpRequest\b|\bWebSocket\b/,
    ['from "node:http"', 'from "node:dns/promises"', 'from "net"', "await fetch(url)", "new WebSocket(url)"],
    [],
  ],
  [
    "other programs, but for git, which is asked for the rules of a commit",
    /"(?:node:)?(?:child_process|cluster)"/,
    ['from "node:child_process"'],
    [join("engine", "diff", "sides", "git")],
  ],
];

const dates = /\bDate\b/;
const unfinished = /\b(?:TODO|FIXME|XXX|HACK)\b/i;

describe("the engine", () => {
  it("is there, in folders that all have their place in the order", () => {
    expect(files.length).toBeGreaterThan(50);
    expect([...new Set(files.map(({ folder }) => folder))].filter((folder) => !order.includes(folder))).toEqual([]);
  });

  it("imports in ways that this test can read", () => {
    const samples = [
      'import { a } from "../a.ts";',
      'import type {\n  A,\n} from "../a.ts";',
      'export * from "../a.ts";',
      'import "../a.ts";',
      'const { a } = await import("../a.ts");',
      'const a = require("../a.ts");',
      'const a = createRequire(import.meta.url)(\n  "../a.ts",\n);',
      'const url = new URL("../a.ts", import.meta.url);',
    ];
    for (const sample of samples) expect([sample, importsOf(sample)]).toEqual([sample, ["../a.ts"]]);
    const relative = files.flatMap(({ text }) => text.match(/"\.\.?\/[^"\n]+"/g) ?? []).length;
    expect(files.flatMap(({ text }) => importsOf(text)).filter((name) => name.startsWith("."))).toHaveLength(relative);
  });

  it.each(files.map((file) => [file.path, file] as const))(
    "imports only what comes before it: %s",
    (path, { folder, text }) => {
      for (const name of importsOf(text)) {
        if (!name.startsWith(".")) continue;
        const target = normalize(join(dirname(path), name));
        if (outside.includes(target)) continue;
        const [root, to = ""] = target.split(sep);
        expect([name, root]).toEqual([name, "engine"]);
        expect([name, order.indexOf(to) <= order.indexOf(folder) && order.includes(to)]).toEqual([name, true]);
        expect([name, files.some((file) => file.path === target)]).toEqual([name, true]);
      }
    },
  );

  it("depends on no package that is not declared", () => {
    const declared = Object.keys(parse(readFileSync("package.json", "utf8")).dependencies);
    const used = files.flatMap(({ text }) => importsOf(text)).filter((name) => !/^(?:\.|node:)/.test(name));
    const packages = used.map((name) => /^(?:@[^/]+\/)?[^/]+/.exec(name)?.[0] ?? name);
    expect([...new Set(packages)].filter((name) => !declared.includes(name))).toEqual([]);
  });

  it.each(forbidden)("does without %s", (_what, pattern, samples) => {
    for (const sample of samples) expect(codeOf(sample)).toMatch(pattern);
    expect(found(pattern, codeOf)).toEqual([]);
  });

  it("knows dates as days, and the Date of JavaScript in the calendar alone", () => {
    expect(codeOf("const now = new Date();")).toMatch(dates);
    expect(codeOf('// A Date.\nconst name = "Date"; const pattern = /Date/;')).not.toMatch(dates);
    expect(found(dates, codeOf).filter((place) => !place.startsWith(join("engine", "calendar")))).toEqual([]);
  });

  it("needs nothing of Node, and few libraries, to decide cases in a browser", () => {
    const needed = new Set<string>();
    const libraries = new Set<string>();
    const follow = (path: string): void => {
      if (needed.has(path)) return;
      needed.add(path);
      for (const name of importsOf(withoutTypes(files.find((file) => file.path === path)?.text ?? ""))) {
        if (name.startsWith(".")) follow(normalize(join(dirname(path), name)));
        else libraries.add(name);
      }
    };
    follow(join("engine", "browser.ts"));
    expect(needed.size).toBeGreaterThan(50);
    expect([...libraries].filter((name) => !/^(?:@date-fns\/utc|date-fns)(?:\/|$)/.test(name))).toEqual([]);
    const globals = /\b(?:process|Buffer|require|setImmediate|__dirname|import\.meta)\b/;
    expect(found(globals, codeOf).filter((place) => needed.has(place.split(":")[0] ?? ""))).toEqual([]);
  });

  it.each(dangers)("does without %s", (_what, pattern, samples, allowed) => {
    for (const sample of samples) expect(sample).toMatch(pattern);
    expect(found(pattern, withoutComments).filter((place) => !allowed.some((path) => place.startsWith(path)))).toEqual(
      [],
    );
  });

  it("leaves nothing to be done later", () => {
    expect(found(unfinished, (text) => text)).toEqual([]);
  });
});

/** Where in the engine a pattern is found: path, line and text. */
function found(pattern: RegExp, view: (text: string) => string): readonly string[] {
  return files.flatMap(({ path, text }) =>
    view(text)
      .split("\n")
      .flatMap((line, at) => (pattern.test(line) ? [`${path}:${at + 1}: ${line.trim()}`] : [])),
  );
}

/** Parts of words that belong to the shipped procedure wherever they stand. */
const parts = [
  "secor",
  "mecor",
  "headcount",
  "refresher",
  "binder",
  "anniversar",
  "assessor",
  "auditor",
  "consultant",
  "fieldwork",
  "certificat",
  "energy safety",
  "wcb",
];

/** Words in the ids of its facts that any program may use. */
const ordinary = new Set(
  `accurate action activities approved available by cancelled code company completed conducted corrections cycle day
   departed development elements engaged extension fees feedback for granted included information last management method
   notified of off on own paid peak plan previous program purpose received replacement report safety score signed since
   site started status submission submitted system trained until year`.split(/\s+/),
);

describe("the shipped procedure", () => {
  const facts: readonly { readonly id: string }[] = parse(readFileSync("rules/secor/facts.yaml", "utf8")).facts;
  const words = new Set(facts.flatMap(({ id }) => id.split(/[._]/)).filter((word) => !ordinary.has(word)));

  it("has words of its own", () => {
    expect([...words]).toEqual(expect.arrayContaining(["employer", "anniversary", "assessor", "wcb", "ethics"]));
    expect(words.size).toBeGreaterThan(12);
  });

  it("is not mentioned in the engine, not even in a comment", () => {
    const mentions = files.flatMap(({ path, text }) =>
      text.split("\n").flatMap((line, at) => {
        const lower = line.toLowerCase();
        const separate = line
          .replaceAll(/([a-z])([A-Z])/g, "$1 $2")
          .toLowerCase()
          .split(/[^a-z]+/);
        const hits = [...parts.filter((part) => lower.includes(part)), ...separate.filter((word) => words.has(word))];
        return hits.length === 0 ? [] : [`${path}:${at + 1}: ${hits.join(", ")}`];
      }),
    );
    expect(mentions).toEqual([]);
  });
});
