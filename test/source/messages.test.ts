import { describe, expect, it } from "vitest";
import { rendered } from "./rendered.ts";

/*
 * What a person sees for each mistake. The texts are read by people who do not program: no word of the parser, the place
 * of the mistake and not of its consequence, and something to do about it.
 */

describe("indentation", () => {
  it("a tab", () => {
    expect(rendered("a:\n\tb: 1\n")).toMatchInlineSnapshot(`
      "
      error[yaml-syntax]: this line is indented with a tab
       --> file.yaml:2:1
        |
      2 | →b: 1
        | ^
        = remedy: indent with spaces only, two for each level; most editors can turn all tabs of a file into spaces
      "
    `);
  });

  it("a tab behind spaces", () => {
    expect(rendered("a:\n  b: 1\n  \tc: 2\n")).toMatchInlineSnapshot(`
      "
      error[yaml-syntax]: this line is indented with a tab
       --> file.yaml:3:3
        |
      3 |   →c: 2
        |   ^
        = remedy: indent with spaces only, two for each level; most editors can turn all tabs of a file into spaces
      "
    `);
  });

  it("a tab inside brackets", () => {
    expect(rendered("a: [\n\tb,\n\tc\n]\n")).toMatchInlineSnapshot(`
      "
      error[yaml-syntax]: this line is indented with a tab
       --> file.yaml:2:1
        |
      2 | →b,
        | ^
        = remedy: indent with spaces only, two for each level; most editors can turn all tabs of a file into spaces
      "
    `);
  });

  it("a tab behind a dash", () => {
    expect(rendered("-\ta: 1\n")).toMatchInlineSnapshot(`
      "
      error[yaml-syntax]: this line is indented with a tab
       --> file.yaml:1:2
        |
      1 | -→a: 1
        |  ^
        = remedy: indent with spaces only, two for each level; most editors can turn all tabs of a file into spaces
      "
    `);
  });

  it("less than the lines before", () => {
    expect(rendered("a:\n    b: 1\n  c: 2\n")).toMatchInlineSnapshot(`
      "
      error[yaml-syntax]: this line is indented by 2 spaces, which fits no line above it
       --> file.yaml:3:3
        |
      3 |   c: 2
        |   ^^^^
        = remedy: indent it exactly like the lines that it belongs with
      "
    `);
  });

  it("more than the line above, which has a value", () => {
    expect(rendered("a:\n  b: 1\n    c: 2\n")).toMatchInlineSnapshot(`
      "
      error[yaml-syntax]: this line is indented further than the one above it, which has a value already
       --> file.yaml:3:5
        |
      3 |     c: 2
        |     ^^^^
       --> file.yaml:2:6
        |
      2 |   b: 1
        |      ^ the value above
        = remedy: indent it by 2 spaces, like the key above; if it continues the text above, put the whole text in quotes
      "
    `);
  });

  it("more than the first name of an item", () => {
    expect(rendered("- id: 1\n   title: x\n")).toMatchInlineSnapshot(`
      "
      error[yaml-syntax]: this line is indented further than the one above it, which has a value already
       --> file.yaml:2:4
        |
      2 |    title: x
        |    ^^^^^^^^
       --> file.yaml:1:7
        |
      1 | - id: 1
        |       ^ the value above
        = remedy: indent it by 2 spaces, like the key above; if it continues the text above, put the whole text in quotes
      "
    `);
  });

  it("more than a text in quotes", () => {
    expect(rendered('a: "x"\n  b: 2\n')).toMatchInlineSnapshot(`
      "
      error[yaml-syntax]: this line is indented by 2 spaces, which fits no line above it
       --> file.yaml:2:3
        |
      2 |   b: 2
        |   ^^^^
        = remedy: indent it exactly like the lines that it belongs with
      "
    `);
  });

  it("a dash less than the other dashes", () => {
    expect(rendered("a:\n  - x\n - y\n")).toMatchInlineSnapshot(`
      "
      error[yaml-syntax]: this line is indented by 1 space, which fits no line above it
       --> file.yaml:3:2
        |
      3 |  - y
        |  ^^^
        = remedy: indent it exactly like the lines that it belongs with
      "
    `);
  });

  it("a dash more than the other dashes", () => {
    expect(rendered("a:\n  - x\n    - y\n")).toMatchInlineSnapshot(`
      "
      error[yaml-syntax]: this dash does not start a list item: the line continues the text above it
       --> file.yaml:3:5
        |
      3 |     - y
        |     ^
       --> file.yaml:2:5
        |
      2 |   - x
        |     ^ the text above
        = remedy: indent the dash like that of the item above; if it is part of the text, put the text in quotes
      "
    `);
  });

  it("less than the name in its item", () => {
    expect(rendered("a:\n  - id: 1\n   title: x\n")).toMatchInlineSnapshot(`
      "
      error[yaml-syntax]: this line is indented by 3 spaces, which fits no line above it
       --> file.yaml:3:4
        |
      3 |    title: x
        |    ^^^^^^^^
        = remedy: indent it exactly like the lines that it belongs with
      "
    `);
  });

  it("text under a bar", () => {
    expect(rendered("a: |\nsome text\nb: 1\n")).toMatchInlineSnapshot(`
      "
      error[yaml-syntax]: the text below \`|\` or \`>\` is not indented
       --> file.yaml:2:1
        |
      2 | some text
        | ^^^^^^^^^
        = remedy: indent every line of the text further than the line with \`|\` or \`>\`
      "
    `);
  });

  it("part of the text under a bar", () => {
    expect(rendered("a: |\n    some\n  text\n")).toMatchInlineSnapshot(`
      "
      error[yaml-syntax]: this line is indented by 2 spaces, which fits no line above it
       --> file.yaml:3:3
        |
      3 |   text
        |   ^^^^
        = remedy: indent it exactly like the lines that it belongs with
      "
    `);
  });

  it("blank lines longer than the text", () => {
    expect(rendered("a: |\n      \n  text\n")).toMatchInlineSnapshot(`
      "
      error[yaml-syntax]: the blank lines above this text are longer than its indentation
       --> file.yaml:3:3
        |
      3 |   text
        |   ^^^^
        = remedy: delete the spaces in the blank lines above it
      "
    `);
  });

  it("a no-break space", () => {
    expect(rendered("a:\n\u00a0 b: 1\n")).toMatchInlineSnapshot(`
      "
      error[invisible-character]: there is a character here that can't be seen: ‹U+00A0›
       --> file.yaml:2:1
        |
      2 | ‹U+00A0› b: 1
        | ^^^^^^^^
        = remedy: delete it, and type an ordinary space or line break if one belongs there
      "
    `);
  });
});

describe("names and colons", () => {
  it("no space after the colon", () => {
    expect(rendered("a: 1\nb:2\nc: 3\n")).toMatchInlineSnapshot(`
      "
      error[yaml-syntax]: there is no space after the colon of \`b\`
       --> file.yaml:2:1
        |
      2 | b:2
        | ^^^
        = remedy: write \`b: 2\`
      "
    `);
  });

  it("no space after the colon on the last line", () => {
    expect(rendered("a: 1\nb:2\n")).toMatchInlineSnapshot(`
      "
      error[yaml-syntax]: there is no space after the colon of \`b\`
       --> file.yaml:2:1
        |
      2 | b:2
        | ^^^
        = remedy: write \`b: 2\`
      "
    `);
  });

  it("no space after the colon in an item", () => {
    expect(rendered("- id:a\n  title: b\n")).toMatchInlineSnapshot(`
      "
      error[yaml-syntax]: there is no space after the colon of \`id\`
       --> file.yaml:1:3
        |
      1 | - id:a
        |   ^^^^
        = remedy: write \`id: a\`
      "
    `);
  });

  it("no space after the colon in braces", () => {
    expect(rendered("a: {b:1, c: 2}\n")).toMatchInlineSnapshot(`
      "
      error[yaml-syntax]: there is no space after the colon of \`b\`
       --> file.yaml:1:5
        |
      1 | a: {b:1, c: 2}
        |     ^^^
        = remedy: write \`b: 1\`
      "
    `);
  });

  it("no space after the colon above a list", () => {
    expect(rendered("a:\n  all:x\n    - b\n")).toMatchInlineSnapshot(`
      "
      error[yaml-syntax]: this dash does not start a list item: the line continues the text above it
       --> file.yaml:3:5
        |
      3 |     - b
        |     ^
       --> file.yaml:2:3
        |
      2 |   all:x
        |   ^^^^^ the text above
        = remedy: write a space after the colon of \`all\`
      "
    `);
  });

  it("no colon", () => {
    expect(rendered("a: 1\ntitle\nc: 3\n")).toMatchInlineSnapshot(`
      "
      error[yaml-syntax]: there is no colon after \`title\`
       --> file.yaml:2:1
        |
      2 | title
        | ^^^^^
        = remedy: write a colon and a space after a key; indent a line that continues the text above
      "
    `);
  });

  it("no colon above further names", () => {
    expect(rendered("a:\n  requires\n    fact: x\n    operator: y\n")).toMatchInlineSnapshot(`
      "
      error[yaml-syntax]: there is no colon after \`requires\`
       --> file.yaml:2:3
        |
      2 |   requires
        |   ^^^^^^^^
        = remedy: write a colon and a space after a key; indent a line that continues the text above
      "
    `);
  });

  it("no colon behind a name in braces", () => {
    expect(rendered("a: {b, c: 1}\n")).toMatchInlineSnapshot(`
      "
      error[yaml-syntax]: the key \`b\` has no value
       --> file.yaml:1:5
        |
      1 | a: {b, c: 1}
        |     ^
        = remedy: inside { }, write \`b: value\`; for a list use [ ]; a text in braces needs quotes
      "
    `);
  });

  it("no colon behind a name over several lines in braces", () => {
    expect(rendered("a: {\n  b\n  c: 1\n}\n")).toMatchInlineSnapshot(`
      "
      error[yaml-syntax]: there is no colon or comma after \`b\`
       --> file.yaml:2:3
        |
      2 |   b
        |   ^
        = remedy: separate the entries inside { } with commas
      "
    `);
  });

  it("an equals sign for a colon", () => {
    expect(rendered("a = 1\nb: 2\n")).toMatchInlineSnapshot(`
      "
      error[yaml-syntax]: there is no colon after \`a = 1\`
       --> file.yaml:1:1
        |
      1 | a = 1
        | ^^^^^
        = remedy: write a colon and a space after a key; indent a line that continues the text above; write \`key: value\`, not \`key = value\`
      "
    `);
  });

  it("a comment of another language", () => {
    expect(rendered("// note\na: 1\n")).toMatchInlineSnapshot(`
      "
      error[yaml-syntax]: this is not a comment
       --> file.yaml:1:1
        |
      1 | // note
        | ^^^^^^^
        = remedy: start a comment with # and a space
      "
    `);
  });

  it("a comment of another language in braces", () => {
    expect(rendered('{\n  // note\n  "a": 1\n}\n')).toMatchInlineSnapshot(`
      "
      error[yaml-syntax]: this is not a comment
       --> file.yaml:2:3
        |
      2 |   // note
        |   ^^^^^^^
        = remedy: start a comment with # and a space
      "
    `);
  });

  it("a second colon", () => {
    expect(rendered("title: Size: small\n")).toMatchInlineSnapshot(`
      "
      error[yaml-syntax]: there is a second colon in this line
       --> file.yaml:1:8
        |
      1 | title: Size: small
        |        ^^^^^^^^^^^
        = remedy: if the colon is part of the text, put the text in quotes: "Size: small"; otherwise start a new, further indented line after the first colon
      "
    `);
  });

  it("a second colon in braces", () => {
    expect(rendered("a: {title: Size: small}\n")).toMatchInlineSnapshot(`
      "
      error[yaml-syntax]: there is a second colon in this entry
       --> file.yaml:1:12
        |
      1 | a: {title: Size: small}
        |            ^^^^^^^^^^^
        = remedy: if a new entry starts here, write a comma before it; if the colon is part of a text, put the text in quotes
      "
    `);
  });

  it("a list on the line of its name", () => {
    expect(rendered("a: - b\n   - c\n")).toMatchInlineSnapshot(`
      "
      error[yaml-syntax]: a list can't start on the same line as its key
       --> file.yaml:1:4
        |
      1 | a: - b
        |    ^
        = remedy: start the list on the next line; if the dash is part of the text, put the text in quotes
      "
    `);
  });

  it("no name", () => {
    expect(rendered(": 1\n")).toMatchInlineSnapshot(`
      "
      error[not-a-text-key]: there is no key before the colon
       --> file.yaml:1:1
        |
      1 | : 1
        | ^
        = remedy: write a key before the colon
      "
    `);
  });

  it("a name without a dash among items", () => {
    expect(rendered("a:\n  - b\n  c: 1\n")).toMatchInlineSnapshot(`
      "
      error[yaml-syntax]: this line stands among the items of a list and does not start with a dash and a space
       --> file.yaml:3:3
        |
      3 |   c: 1
        |   ^^^^
        = remedy: write \`- \` before an item; indent what belongs to the item above further
      "
    `);
  });

  it("a name that is too long", () => {
    expect(rendered(`${"x".repeat(1100)}: 1\n`)).toMatchInlineSnapshot(`
      "
      error[yaml-syntax]: this key is longer than 1024 characters
       --> file.yaml:1:1
        |
      1 | xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx…
        | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
        = remedy: use a shorter key
      "
    `);
  });
});

describe("names that are no text", () => {
  it("a number", () => {
    expect(rendered("2.1: a\n")).toMatchInlineSnapshot(`
      "
      error[not-a-text-key]: without quotes, \`2.1\` is a number, and a key must be text
       --> file.yaml:1:1
        |
      1 | 2.1: a
        | ^^^
        = remedy: write "2.1" with quotes
      "
    `);
  });

  it("true", () => {
    expect(rendered("true: a\n")).toMatchInlineSnapshot(`
      "
      error[not-a-text-key]: without quotes, \`true\` is a truth value, and a key must be text
       --> file.yaml:1:1
        |
      1 | true: a
        | ^^^^
        = remedy: write "true" with quotes
      "
    `);
  });

  it("null", () => {
    expect(rendered("null: a\n")).toMatchInlineSnapshot(`
      "
      error[not-a-text-key]: without quotes, \`null\` is no value, and a key must be text
       --> file.yaml:1:1
        |
      1 | null: a
        | ^^^^
        = remedy: write "null" with quotes
      "
    `);
  });

  it("a list", () => {
    expect(rendered("[a]: b\n")).toMatchInlineSnapshot(`
      "
      error[not-a-text-key]: a key must be text, not a list or a block of keys
       --> file.yaml:1:1
        |
      1 | [a]: b
        | ^^^
        = remedy: write the key as text; what starts with a bracket, a brace or * and is meant as text needs quotes
      "
    `);
  });

  it("braces in braces", () => {
    expect(rendered("a: {{ b }}\n")).toMatchInlineSnapshot(`
      "
      error[not-a-text-key]: a key must be text, not a list or a block of keys
       --> file.yaml:1:5
        |
      1 | a: {{ b }}
        |     ^^^^^
        = remedy: write the key as text; what starts with a bracket, a brace or * and is meant as text needs quotes
      "
    `);
  });
});

describe("dashes", () => {
  it("no space behind any dash", () => {
    expect(rendered("a:\n  -b\n  -c\n")).toMatchInlineSnapshot(`
      "
      error[yaml-syntax]: this dash does not start a list item: there is no space after it
       --> file.yaml:2:3
        |
      2 |   -b
        |   ^
        = remedy: write a space after the dash of every item; if it is part of the text, put the text in quotes
      "
    `);
  });

  it("no space behind a later dash", () => {
    expect(rendered("a:\n  - b\n  -c\n")).toMatchInlineSnapshot(`
      "
      error[yaml-syntax]: this line stands among the items of a list and does not start with a dash and a space
       --> file.yaml:3:3
        |
      3 |   -c
        |   ^^
        = remedy: write \`- \` before an item; indent what belongs to the item above further
      "
    `);
  });

  it("a list under a text", () => {
    expect(rendered("a: some text\n  - b\n")).toMatchInlineSnapshot(`
      "
      error[yaml-syntax]: this dash does not start a list item: the line continues the text above it
       --> file.yaml:2:3
        |
      2 |   - b
        |   ^
       --> file.yaml:1:4
        |
      1 | a: some text
        |    ^^^^^^^^^ the text above
        = remedy: delete the text above to make this a list; if the dash is part of the text, put the text in quotes
      "
    `);
  });

  it("dashes inside brackets", () => {
    expect(rendered("a: [- b, - c]\n")).toMatchInlineSnapshot(`
      "
      error[yaml-syntax]: a list with dashes can't stand inside brackets
       --> file.yaml:1:5
        |
      1 | a: [- b, - c]
        |     ^
        = remedy: inside [ ], leave the dashes out and separate the items with commas
      "
    `);
  });
});

describe("quotes", () => {
  it("a quote that is never closed", () => {
    expect(rendered('a:\n  b: "some text\n  c: 1\n')).toMatchInlineSnapshot(`
      "
      error[yaml-syntax]: this quote is never closed
       --> file.yaml:2:6
        |
      2 |   b: "some text
        |      ^^^^^^^^^^
        = remedy: write " at the end of the text
      "
    `);
  });

  it("a quote that is never closed, up to the end", () => {
    expect(rendered("a: 'some text\nb: 2\n")).toMatchInlineSnapshot(`
      "
      error[yaml-syntax]: this quote is never closed
       --> file.yaml:1:4
        |
      1 | a: 'some text
        |    ^^^^^^^^^^
        = remedy: write ' at the end of the text
      "
    `);
  });

  it("a quote closed by the next one", () => {
    expect(rendered('a: "some\n  b: "text"\n')).toMatchInlineSnapshot(`
      "
      error[yaml-syntax]: this quote is not closed on its line
       --> file.yaml:1:4
        |
      1 | a: "some
        |    ^^^^^
        = remedy: write " at the end of the text
      error[yaml-syntax]: this line is indented further than the one above it, which has a value already
       --> file.yaml:2:3
        |
      2 |   b: "text"
        |   ^^^^^^^^^
       --> file.yaml:1:4
        |
      1 | a: "some
        |    ^^^^^ the value above
        = remedy: indent it by 0 spaces, like the key above; if it continues the text above, put the whole text in quotes
      "
    `);
  });

  it("an apostrophe in single quotes", () => {
    expect(rendered("a: 'it's here'\n")).toMatchInlineSnapshot(`
      "
      error[yaml-syntax]: there is text after the closing quote
       --> file.yaml:1:8
        |
      1 | a: 'it's here'
        |        ^^^^^^^
        = remedy: put the whole text inside the quotes (write an apostrophe inside single quotes twice); after a key, write a colon
      "
    `);
  });

  it("text behind quotes", () => {
    expect(rendered('a: "b" c\n')).toMatchInlineSnapshot(`
      "
      error[yaml-syntax]: there is text after the closing quote
       --> file.yaml:1:8
        |
      1 | a: "b" c
        |        ^
        = remedy: put the whole text inside the quotes (write \\" for a quote inside); after a key, write a colon
      "
    `);
  });

  it("no colon behind a name in quotes", () => {
    expect(rendered('"a" 1\n"b": 2\n')).toMatchInlineSnapshot(`
      "
      error[yaml-syntax]: there is text after the closing quote
       --> file.yaml:1:5
        |
      1 | "a" 1
        |     ^
        = remedy: put the whole text inside the quotes (write \\" for a quote inside); after a key, write a colon
      "
    `);
  });

  it("a backslash in double quotes", () => {
    expect(rendered('a: "C:\\path"\n')).toMatchInlineSnapshot(`
      "
      error[yaml-syntax]: \`\\p\` has no meaning inside double quotes
       --> file.yaml:1:7
        |
      1 | a: "C:\\path"
        |       ^^
        = remedy: write the backslash twice, or use single quotes around the text
      "
    `);
  });
});

describe("brackets", () => {
  it("a bracket that is never closed", () => {
    expect(rendered("a: [1, 2\nb: 3\n")).toMatchInlineSnapshot(`
      "
      error[yaml-syntax]: this \`[\` is never closed
       --> file.yaml:1:4
        |
      1 | a: [1, 2
        |    ^
        = remedy: write \`]\` after its last entry; what is inside must be indented further than the line it starts on
      "
    `);
  });

  it("a brace that is never closed", () => {
    expect(rendered("a:\n  b: {c: 1,\n  d: 2\n")).toMatchInlineSnapshot(`
      "
      error[yaml-syntax]: this \`{\` is never closed
       --> file.yaml:2:6
        |
      2 |   b: {c: 1,
        |      ^
        = remedy: write \`}\` after its last entry; what is inside must be indented further than the line it starts on
      "
    `);
  });

  it("two that are never closed", () => {
    expect(rendered('{\n  "a": [1, 2\n')).toMatchInlineSnapshot(`
      "
      error[yaml-syntax]: this \`[\` is never closed
       --> file.yaml:2:8
        |
      2 |   "a": [1, 2
        |        ^
        = remedy: write \`]\` after its last entry; what is inside must be indented further than the line it starts on
      "
    `);
  });

  it("a quote that is never closed inside", () => {
    expect(rendered('a: { b: "c, d: 1 }\ne: 2\n')).toMatchInlineSnapshot(`
      "
      error[yaml-syntax]: this quote is never closed
       --> file.yaml:1:9
        |
      1 | a: { b: "c, d: 1 }
        |         ^^^^^^^^^^
        = remedy: write " at the end of the text
      "
    `);
  });

  it("the wrong closing bracket", () => {
    expect(rendered("a: { b: [1, 2 }\nc: 1\n")).toMatchInlineSnapshot(`
      "
      error[yaml-syntax]: \`[\` is closed by \`}\`
       --> file.yaml:1:15
        |
      1 | a: { b: [1, 2 }
        |               ^
       --> file.yaml:1:9
        |
      1 | a: { b: [1, 2 }
        |         ^ opened here
        = remedy: write \`]\` here, or close the \`[\` before
      "
    `);
  });

  it("one closing bracket too many", () => {
    expect(rendered("a: [1, 2]]\nb: 1\n")).toMatchInlineSnapshot(`
      "
      error[yaml-syntax]: there is no open \`[\` for this \`]\` to close
       --> file.yaml:1:10
        |
      1 | a: [1, 2]]
        |          ^
        = remedy: delete it; if it is part of a text, put the text in quotes
      "
    `);
  });

  it("no comma between items", () => {
    expect(rendered('a: ["b" "c"]\n')).toMatchInlineSnapshot(`
      "
      error[yaml-syntax]: there is no comma before this
       --> file.yaml:1:9
        |
      1 | a: ["b" "c"]
        |         ^^^
        = remedy: separate the items inside [ ] with commas
      "
    `);
  });

  it("no comma between entries", () => {
    expect(rendered('{\n  "a": 1\n  "b": 2\n}\n')).toMatchInlineSnapshot(`
      "
      error[yaml-syntax]: there is no comma at the end of this entry
       --> file.yaml:2:8
        |
      2 |   "a": 1
        |        ^
        = remedy: separate the entries inside { } or [ ] with commas
      "
    `);
  });

  it("no comma or colon", () => {
    expect(rendered('{ "a" 1 }\n')).toMatchInlineSnapshot(`
      "
      error[yaml-syntax]: there is no comma or colon before this
       --> file.yaml:1:7
        |
      1 | { "a" 1 }
        |       ^
        = remedy: inside { }, write \`key: value\` and separate the entries with commas
      "
    `);
  });

  it("no comma between braces", () => {
    expect(rendered('[\n  {"a": 1}\n  {"b": 2}\n]\n')).toMatchInlineSnapshot(`
      "
      error[yaml-syntax]: there is no comma before this
       --> file.yaml:3:3
        |
      3 |   {"b": 2}
        |   ^
        = remedy: separate the items inside [ ] with commas
      "
    `);
  });

  it("two commas", () => {
    expect(rendered("a: [1,,2]\n")).toMatchInlineSnapshot(`
      "
      error[yaml-syntax]: there is nothing before this comma
       --> file.yaml:1:7
        |
      1 | a: [1,,2]
        |       ^
        = remedy: delete the comma
      "
    `);
  });

  it("text behind a bracket", () => {
    expect(rendered("a: [b] c\n")).toMatchInlineSnapshot(`
      "
      error[yaml-syntax]: there is something after the closing \`]\`
       --> file.yaml:1:8
        |
      1 | a: [b] c
        |        ^
        = remedy: if the brackets are part of a text, put the whole text in quotes; otherwise delete what follows \`]\`
      "
    `);
  });

  it("text behind braces of another template language", () => {
    expect(rendered("a: {b} c\n")).toMatchInlineSnapshot(`
      "
      error[yaml-syntax]: there is something after the closing \`}\`
       --> file.yaml:1:8
        |
      1 | a: {b} c
        |        ^
        = remedy: if the brackets are part of a text, put the whole text in quotes; otherwise delete what follows \`}\`
      "
    `);
  });
});

describe("characters with a meaning", () => {
  it("an at sign", () => {
    expect(rendered("a: @b\n")).toMatchInlineSnapshot(`
      "
      error[yaml-syntax]: a text can't start with \`@\`
       --> file.yaml:1:4
        |
      1 | a: @b
        |    ^^
        = remedy: put the text in quotes
      "
    `);
  });

  it("a backtick", () => {
    expect(rendered("a: `b`\n")).toMatchInlineSnapshot(`
      "
      error[yaml-syntax]: a text can't start with a backtick
       --> file.yaml:1:4
        |
      1 | a: \`b\`
        |    ^^^
        = remedy: put the text in quotes
      "
    `);
  });

  it("a percent sign", () => {
    expect(rendered("a: %b\n")).toMatchInlineSnapshot(`
      "
      error[yaml-syntax]: a text can't start with \`%\`
       --> file.yaml:1:4
        |
      1 | a: %b
        |    ^^
        = remedy: put the text in quotes
      "
    `);
  });

  it("a comma", () => {
    expect(rendered("a: ,b\n")).toMatchInlineSnapshot(`
      "
      error[yaml-syntax]: a text can't start with \`,\`
       --> file.yaml:1:4
        |
      1 | a: ,b
        |    ^^
        = remedy: put the text in quotes
      "
    `);
  });

  it("a greater-than sign", () => {
    expect(rendered("a: > 10\n")).toMatchInlineSnapshot(`
      "
      error[yaml-syntax]: nothing may follow \`|\` or \`>\` on the same line
       --> file.yaml:1:6
        |
      1 | a: > 10
        |      ^^
        = remedy: start the text on the next line, indented; if \`|\` or \`>\` is part of the text, put the text in quotes
      "
    `);
  });

  it("greater than or equal", () => {
    expect(rendered("a: >= 10\n")).toMatchInlineSnapshot(`
      "
      error[yaml-syntax]: nothing may follow \`|\` or \`>\` on the same line
       --> file.yaml:1:5
        |
      1 | a: >= 10
        |     ^
        = remedy: start the text on the next line, indented; if \`|\` or \`>\` is part of the text, put the text in quotes
      "
    `);
  });

  it("text behind a bar", () => {
    expect(rendered("a: | b\n  c\n")).toMatchInlineSnapshot(`
      "
      error[yaml-syntax]: nothing may follow \`|\` or \`>\` on the same line
       --> file.yaml:1:6
        |
      1 | a: | b
        |      ^
        = remedy: start the text on the next line, indented; if \`|\` or \`>\` is part of the text, put the text in quotes
      "
    `);
  });

  it("no space before a comment", () => {
    expect(rendered('a: "b"#c\n')).toMatchInlineSnapshot(`
      "
      error[yaml-syntax]: there is no space before \`#\`
       --> file.yaml:1:7
        |
      1 | a: "b"#c
        |       ^
        = remedy: write a space before the # of a comment; if the # is part of the text, put the whole text in quotes
      "
    `);
  });

  it("asterisks around a word", () => {
    expect(rendered("a: *important* thing\n")).toMatchInlineSnapshot(`
      "
      error[yaml-syntax]: a text can't start with \`*\`
       --> file.yaml:1:4
        |
      1 | a: *important* thing
        |    ^^^^^^^^^^^^^^^^^
        = remedy: put the text in quotes
      "
    `);
  });

  it("two anchors", () => {
    expect(rendered("a: &b &c d\n")).toMatchInlineSnapshot(`
      "
      error[yaml-syntax]: \`&\`, \`*\` and \`!\` have a meaning of their own at the start of a value
       --> file.yaml:1:7
        |
      1 | a: &b &c d
        |       ^^
        = remedy: if it is part of the text, put the text in quotes; otherwise write one such mark only, followed by a space
      "
    `);
  });

  it("text behind three dashes", () => {
    expect(rendered("--- a: b\n")).toMatchInlineSnapshot(`
      "
      error[yaml-syntax]: nothing may stand on the line of \`---\`
       --> file.yaml:1:1
        |
      1 | --- a: b
        | ^^^^^^^^
        = remedy: start on the line below, or delete the \`---\`
      "
    `);
  });
});

describe("tags", () => {
  it("an exclamation mark", () => {
    expect(rendered("a: !important\n")).toMatchInlineSnapshot(`
      "
      error[unknown-tag]: the tag \`!important\` is not supported here
       --> file.yaml:1:4
        |
      1 | a: !important
        |    ^^^^^^^^^^
        = remedy: if it is part of the text, put the text in quotes; otherwise delete it
      "
    `);
  });

  it("a tag of another schema", () => {
    expect(rendered("a: !!binary aGk=\nb: !!set {c: 1}\n")).toMatchInlineSnapshot(`
      "
      error[unknown-tag]: the tag \`!!binary\` is not supported here
       --> file.yaml:1:4
        |
      1 | a: !!binary aGk=
        |    ^^^^^^^^
        = remedy: if it is part of the text, put the text in quotes; otherwise delete it
      error[unknown-tag]: the tag \`!!set\` is not supported here
       --> file.yaml:2:4
        |
      2 | b: !!set {c: 1}
        |    ^^^^^
        = remedy: if it is part of the text, put the text in quotes; otherwise delete it
      "
    `);
  });

  it("a tag that does not fit", () => {
    expect(rendered("a: !!int b\n")).toMatchInlineSnapshot(`
      "
      error[unknown-tag]: the tag \`!!int\` is not supported here
       --> file.yaml:1:4
        |
      1 | a: !!int b
        |    ^^^^^
        = remedy: if it is part of the text, put the text in quotes; otherwise delete it
      "
    `);
  });

  it("an exclamation mark on its own", () => {
    expect(rendered("a: ! b\n")).toMatchInlineSnapshot(`
      "
      error[unknown-tag]: a value can't start with \`!\`
       --> file.yaml:1:4
        |
      1 | a: ! b
        |    ^
        = remedy: if it is part of the text, put the text in quotes; otherwise delete it
      "
    `);
  });
});

describe("aliases and anchors", () => {
  it("an alias of nothing", () => {
    expect(rendered("a: &one 1\nb: *won\nc: *one\n")).toMatchInlineSnapshot(`
      "
      error[unknown-alias]: \`*won\` refers to a value that is not named \`&won\` before it
       --> file.yaml:2:4
        |
      2 | b: *won
        |    ^^^^
        = remedy: if it is text, put it in quotes: "*won"
      "
    `);
  });

  it("an alias inside its own value", () => {
    expect(rendered("a: &a [1, *a]\n")).toMatchInlineSnapshot(`
      "
      error[alias-loop]: \`*a\` stands inside the value that it refers to
       --> file.yaml:1:11
        |
      1 | a: &a [1, *a]
        |           ^^
       --> file.yaml:1:4
        |
      1 | a: &a [1, *a]
        |    ^^ the value begins here
        = remedy: write the value out here, or move the alias
      "
    `);
  });

  it("an anchor that nothing uses", () => {
    expect(rendered("a: &b c\n")).toMatchInlineSnapshot(`
      "
      error[unused-anchor]: \`&b\` names a value for reuse, but nothing reuses it
       --> file.yaml:1:4
        |
      1 | a: &b c
        |    ^^
        = remedy: if it is text, put the whole text in quotes; otherwise delete it
      "
    `);
  });

  it("merging", () => {
    expect(rendered("a: &a {b: 1}\nc:\n  <<: *a\n  d: 2\n")).toMatchInlineSnapshot(`
      "
      error[merge-key]: keys can't be merged in with \`<<\`
       --> file.yaml:3:3
        |
      3 |   <<: *a
        |   ^^
        = remedy: write out the keys and values that were to be merged in
      "
    `);
  });
});

describe("names", () => {
  it("the same name twice", () => {
    expect(rendered("a: 1\nb: 2\na: 3\n")).toMatchInlineSnapshot(`
      "
      error[duplicate-key]: the key \`a\` is given twice here
       --> file.yaml:3:1
        |
      3 | a: 3
        | ^
       --> file.yaml:1:1
        |
      1 | a: 1
        | ^ first defined here
        = remedy: keep one of the two
      "
    `);
  });

  it("the same name twice in braces", () => {
    expect(rendered('{"a": 1, "a": 2}\n')).toMatchInlineSnapshot(`
      "
      error[duplicate-key]: the key \`a\` is given twice here
       --> file.yaml:1:10
        |
      1 | {"a": 1, "a": 2}
        |          ^^^
       --> file.yaml:1:2
        |
      1 | {"a": 1, "a": 2}
        |  ^^^ first defined here
        = remedy: keep one of the two
      "
    `);
  });

  it("a reserved name", () => {
    expect(rendered('__proto__: 1\n"constructor": 2\na.prototype.b: 3\n')).toMatchInlineSnapshot(`
      "
      error[hostile-key]: the key \`__proto__\` is reserved and can't be used
       --> file.yaml:1:1
        |
      1 | __proto__: 1
        | ^^^^^^^^^
        = remedy: choose another key
      error[hostile-key]: the key \`constructor\` is reserved and can't be used
       --> file.yaml:2:1
        |
      2 | "constructor": 2
        | ^^^^^^^^^^^^^
        = remedy: choose another key
      error[hostile-key]: the key \`a.prototype.b\` is reserved and can't be used
       --> file.yaml:3:1
        |
      3 | a.prototype.b: 3
        | ^^^^^^^^^^^^^
        = remedy: choose another key
      "
    `);
  });

  it("an invisible character in a name", () => {
    expect(rendered("a\u00a0b: 1\n")).toMatchInlineSnapshot(`
      "
      error[invisible-character]: the key \`a‹U+00A0›b\` contains a character that can't be seen
       --> file.yaml:1:1
        |
      1 | a‹U+00A0›b: 1
        | ^^^^^^^^^^
        = remedy: type the key anew, with ordinary spaces if any
      "
    `);
  });
});

describe("numbers", () => {
  it("infinity and not a number", () => {
    expect(rendered("- .inf\n- -.INF\n- .nan\n- 1e999\n")).toMatchInlineSnapshot(`
      "
      error[number-out-of-range]: \`.inf\` is not a number that can be counted with
       --> file.yaml:1:3
        |
      1 | - .inf
        |   ^^^^
        = remedy: write a number in digits
      error[number-out-of-range]: \`-.INF\` is not a number that can be counted with
       --> file.yaml:2:3
        |
      2 | - -.INF
        |   ^^^^^
        = remedy: write a number in digits
      error[number-out-of-range]: \`.nan\` is not a number that can be counted with
       --> file.yaml:3:3
        |
      3 | - .nan
        |   ^^^^
        = remedy: write a number in digits
      error[number-out-of-range]: \`1e999\` is not a number that can be counted with
       --> file.yaml:4:3
        |
      4 | - 1e999
        |   ^^^^^
        = remedy: write a number in digits
      "
    `);
  });

  it("too many digits", () => {
    expect(rendered("- 12345678901234567890\n")).toMatchInlineSnapshot(`
      "
      error[number-out-of-range]: \`12345678901234567890\` has more digits than a number can hold: it would become 12345678901234567000
       --> file.yaml:1:3
        |
      1 | - 12345678901234567890
        |   ^^^^^^^^^^^^^^^^^^^^
        = remedy: round it; if it is a name or an identifier, write "12345678901234567890" with quotes
      "
    `);
  });
});

describe("documents", () => {
  it("nothing", () => {
    expect(rendered("")).toMatchInlineSnapshot(`
      "
      error[empty-file]: file.yaml has no content
       --> file.yaml:1:1
        |
      1 |
        | ^
        = remedy: write its content; an empty list is [], an empty block of keys {}
      "
    `);
  });

  it("comments only", () => {
    expect(rendered("# a\n\n# b\n")).toMatchInlineSnapshot(`
      "
      error[empty-file]: file.yaml has no content
       --> file.yaml:1:1
        |
      1 | # a
        | ^
        = remedy: write its content; an empty list is [], an empty block of keys {}
      "
    `);
  });

  it("three dashes only", () => {
    expect(rendered("---\n")).toMatchInlineSnapshot(`
      "
      error[empty-file]: file.yaml has no content
       --> file.yaml:1:1
        |
      1 | ---
        | ^
        = remedy: write its content; an empty list is [], an empty block of keys {}
      "
    `);
  });

  it("two documents", () => {
    expect(rendered("a: 1\n---\nb: 2\n")).toMatchInlineSnapshot(`
      "
      error[several-documents]: a second document starts here
       --> file.yaml:2:1
        |
      2 | ---
        | ^^^
        = remedy: keep one document in a file: delete the \`---\` or \`...\`, or move the second into a file of its own
      "
    `);
  });

  it("something behind three dots", () => {
    expect(rendered("a: 1\n...\nb: 2\n")).toMatchInlineSnapshot(`
      "
      error[several-documents]: a second document starts here
       --> file.yaml:3:1
        |
      3 | b: 2
        | ^^^
        = remedy: keep one document in a file: delete the \`---\` or \`...\`, or move the second into a file of its own
      "
    `);
  });

  it("a directive", () => {
    expect(rendered("%YAML 1.1\n---\na: yes\n")).toMatchInlineSnapshot(`
      "
      error[yaml-directive]: a line that starts with % changes the rules of YAML
       --> file.yaml:1:1
        |
      1 | %YAML 1.1
        | ^^^^^^^^^
        = remedy: delete the line; if it is part of a text, indent it
      "
    `);
  });

  it("a control character", () => {
    expect(rendered("a: b\u0007c\n")).toMatchInlineSnapshot(`
      "
      error[invisible-character]: there is a character here that can't be seen: ␇
       --> file.yaml:1:5
        |
      1 | a: b␇c
        |     ^
        = remedy: delete it, and type an ordinary space or line break if one belongs there
      "
    `);
  });

  it("a lone carriage return", () => {
    expect(rendered("a: 1\rb: 2\n")).toMatchInlineSnapshot(`
      "
      error[invisible-character]: there is a character here that can't be seen: ␍
       --> file.yaml:1:5
        |
      1 | a: 1␍b: 2
        |     ^
        = remedy: delete it, and type an ordinary space or line break if one belongs there
      "
    `);
  });

  it("two values", () => {
    expect(rendered('{"a": 1}\n{"b": 2}\n')).toMatchInlineSnapshot(`
      "
      error[yaml-syntax]: there is something after the closing \`}\`
       --> file.yaml:2:1
        |
      2 | {"b": 2}
        | ^^^^^^^^
        = remedy: if the brackets are part of a text, put the whole text in quotes; otherwise delete what follows \`}\`
      "
    `);
  });
});

describe("several problems at once", () => {
  it("all of them, in the order of their lines", () => {
    expect(rendered('a: 1\nb:2\nc: "open\nd: [1, 2}\ne: @f\na: 3\n1: 2\ng: !h i\n')).toMatchInlineSnapshot(`
      "
      error[yaml-syntax]: there is no space after the colon of \`b\`
       --> file.yaml:2:1
        |
      2 | b:2
        | ^^^
        = remedy: write \`b: 2\`
      error[yaml-syntax]: this quote is never closed
       --> file.yaml:3:4
        |
      3 | c: "open
        |    ^^^^^
        = remedy: write " at the end of the text
      error[yaml-syntax]: \`[\` is closed by \`}\`
       --> file.yaml:4:9
        |
      4 | d: [1, 2}
        |         ^
       --> file.yaml:4:4
        |
      4 | d: [1, 2}
        |    ^ opened here
        = remedy: write \`]\` here, or close the \`[\` before
      error[yaml-syntax]: a text can't start with \`@\`
       --> file.yaml:5:4
        |
      5 | e: @f
        |    ^^
        = remedy: put the text in quotes
      error[duplicate-key]: the key \`a\` is given twice here
       --> file.yaml:6:1
        |
      6 | a: 3
        | ^
       --> file.yaml:1:1
        |
      1 | a: 1
        | ^ first defined here
        = remedy: keep one of the two
      error[not-a-text-key]: without quotes, \`1\` is a number, and a key must be text
       --> file.yaml:7:1
        |
      7 | 1: 2
        | ^
        = remedy: write "1" with quotes
      error[unknown-tag]: the tag \`!h\` is not supported here
       --> file.yaml:8:4
        |
      8 | g: !h i
        |    ^^
        = remedy: if it is part of the text, put the text in quotes; otherwise delete it
      "
    `);
  });
});
