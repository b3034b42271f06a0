import fc from "fast-check";

/** A value with one of the many ways to write it. */
export interface Written {
  readonly value: unknown;
  readonly text: string;
}

/** How a node is laid out; what a number changes depends on the node. */
type Layout = number;

type Node =
  | { readonly kind: "scalar"; readonly source: string; readonly value: unknown }
  | { readonly kind: "text"; readonly lines: readonly string[]; readonly layout: Layout }
  | { readonly kind: "list"; readonly items: readonly Node[]; readonly layout: Layout }
  | { readonly kind: "mapping"; readonly entries: readonly (readonly [string, Node])[]; readonly layout: Layout };

const SCALARS: readonly (readonly [string, unknown])[] = [
  ["text", "text"],
  ["two words", "two words"],
  ["x:y a#b it's", "x:y a#b it's"],
  ['"q: # x"', "q: # x"],
  ['"\\"\\n\\u00e9"', '"\né'],
  ["'it''s [not] {a} list'", "it's [not] {a} list"],
  ["''", ""],
  ["1", 1],
  ["-2.5", -2.5],
  ["007", 7],
  ["1e3", 1000],
  ["true", true],
  ["False", false],
  ["null", null],
  ["~", null],
  ["yes", "yes"],
  ["2019-01-01", "2019-01-01"],
  ['"1.10"', "1.10"],
  ["-x", "-x"],
  ["Größe €", "Größe €"],
];

const KEYS: readonly (readonly [string, string])[] = [
  ["a", "a"],
  ["b.c-d_e1", "b.c-d_e1"],
  ['"f g"', "f g"],
  ["'1'", "1"],
  ["no", "no"],
  ["toString", "toString"],
];

const layout = fc.nat(11);

const node = fc.letrec<{ node: Node }>((tie) => {
  const inner = { minLength: 0, maxLength: 4, size: "max" as const };
  return {
    node: fc.oneof(
      { maxDepth: 4, depthSize: "max" },
      {
        weight: 2,
        arbitrary: fc.constantFrom(...SCALARS).map(([source, value]): Node => ({ kind: "scalar", source, value })),
      },
      {
        weight: 1,
        arbitrary: fc.record({
          kind: fc.constant("text" as const),
          lines: fc.array(fc.constantFrom("some words", "# no comment", "a: b", "- c", "[d"), {
            minLength: 1,
            maxLength: 3,
          }),
          layout,
        }),
      },
      {
        weight: 2,
        arbitrary: fc.record({ kind: fc.constant("list" as const), items: fc.array(tie("node"), inner), layout }),
      },
      {
        weight: 3,
        arbitrary: fc.record({
          kind: fc.constant("mapping" as const),
          entries: fc.uniqueArray(fc.tuple(fc.constantFrom(...KEYS.map(([source]) => source)), tie("node")), {
            ...inner,
            selector: ([key]) => key,
          }),
          layout,
        }),
      },
    ),
  };
}).node;

/** Lists and mappings of all kinds, written in all the plain ways, with the value that they must have. */
export const writtenYaml: fc.Arbitrary<Written> = node
  .filter(({ kind }) => kind === "list" || kind === "mapping")
  .map((root) => ({ value: meant(root), text: `${block(root, 0).join("\n")}\n` }));

function meant(of: Node): unknown {
  switch (of.kind) {
    case "scalar":
      return of.value;
    case "text":
      return isFlow(of.layout) ? of.lines.join(" ") : `${of.lines.join("\n")}\n`;
    case "list":
      return of.items.map(meant);
    case "mapping":
      return Object.fromEntries(
        of.entries.map(([source, entry]) => [KEYS.find(([key]) => key === source)?.[1], meant(entry)]),
      );
  }
}

/** The lines of a list or mapping at an indentation. */
function block(of: Node, indent: number): readonly string[] {
  const pad = " ".repeat(indent);
  if ((of.kind !== "list" && of.kind !== "mapping") || isInline(of)) return [`${pad}${inline(of)}`];
  const lines: string[] = [];
  if (of.kind === "list") {
    for (const item of of.items) {
      if (hasOwnLines(item)) {
        // The first line of what is inside goes behind the dash.
        const inner = block(item, indent + 2);
        lines.push(`${pad}- ${inner[0]?.trimStart()}`, ...inner.slice(1));
      } else {
        lines.push(...value(`${pad}-`, item, indent, of.layout));
      }
    }
    return lines;
  }
  for (const [key, entry] of of.entries) {
    if (of.layout % 5 === 4) lines.push("", `${pad}# a comment: [ "`);
    if (hasOwnLines(entry)) {
      const sameColumn = entry.kind === "list" && of.layout % 2 === 0;
      lines.push(`${pad}${key}:${comment(of.layout)}`, ...block(entry, sameColumn ? indent : indent + 2));
    } else {
      lines.push(...value(`${pad}${key}:`, entry, indent, of.layout));
    }
  }
  return lines;
}

/** What needs no lines of its own, behind a dash or colon. */
function value(head: string, of: Node, indent: number, layout: Layout): readonly string[] {
  if (of.kind !== "text") return [`${head} ${inline(of)}${comment(layout)}`];
  const inner = of.lines.map((line) => `${" ".repeat(indent + 3)}${line}`);
  return [`${head} ${isFlow(of.layout) ? ">-" : "|"}`, ...inner];
}

function inline(of: Node): string {
  switch (of.kind) {
    case "scalar":
      return of.source;
    case "text":
      return JSON.stringify(meant(of));
    case "list":
      return `[${of.items.map(inline).join(of.layout % 2 === 0 ? ", " : " ,")}]`;
    case "mapping": {
      const entries = of.entries.map(([key, entry]) => `${key}: ${inline(entry)}`);
      return of.layout % 2 === 0 ? `{ ${entries.join(", ")} }` : `{${entries.join(",")}}`;
    }
  }
}

function hasOwnLines(of: Node): boolean {
  return (of.kind === "list" || of.kind === "mapping") && !isInline(of);
}

function isInline(of: Node): boolean {
  if (of.kind === "list") return of.items.length === 0 || isFlow(of.layout);
  return of.kind === "mapping" ? of.entries.length === 0 || isFlow(of.layout) : true;
}

function isFlow(layout: Layout): boolean {
  return layout % 4 === 0;
}

function comment(layout: Layout): string {
  return layout % 4 === 3 ? "  # and so on" : "";
}
