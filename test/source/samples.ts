/** Correct YAML in the ways that people write it, as the seed of random mutations. */
export const SAMPLES: readonly string[] = [
  `# yaml-language-server: $schema=../../../schema/clauses.schema.json
section: "2.1"
title: Size
clauses:
  - id: "2.1.3"
    title: Size of a small company
    versions:
      - revision: "1.0"
        effective: 2019-01-01
        summary: Never more than 10 people at one time; owners count
          and so does everyone else.
        derives:
          company.is_large: { fact: company.people, operator: greaterThan, value: 10 }
        requires:
          all:
            - { fact: company.is_large, operator: equal, value: false }
            - any:
                - { fact: a.b, operator: in, value: [a, b, c] }
                - fact: c.d
                  operator: exists
`,
  `a: 1
b:
  - x
  - y: 2
    z: [1, "two", 'three', { k: v }]
  - - n1
    - n2
c: { a: 1,
     b: [x, y],   # comment
   }
d: |
  text one

  text two
e: >-
  folded one
  folded two

  para
f: plain text
  continued here
  and here   # end
g:
h: "quoted \\"esc\\" \\n"
# comment
i: 'it''s'
j:
- p
- q
`,
  `{"a": 1, "b": [true, false, null, 1.5e3], "c": {"d": "x\\ty", "e":[]},
 "f":{}, "g": "\\u00e9\\u20ac"}`,
  `- a
- b
-   c: 1
    d: 2
- "e"
- [x]
- >
  no
- |+
  kept

- ~
`,
  `x:
  y: &anchor
    z: text
    w:
      - 1
      - 2
  v: 2019-01-01
  again: *anchor
k.l-m_n: -5
? explicit
: value
`,
];

/** What mutations insert: everything that means something to YAML, and some that should not. */
export const SPECIALS: readonly string[] = [
  ..."\n:-#\"'[]{},|>&*!?%@`\\~=<\t\r\u0000\u00a0\u200b\ufeffé€",
  ..."  ,: ,- , #,|-,>-,>+,&a ,*a,*anchor,!x ,!!str ,\\n,null,true,1.10,a: ,- a,\n\n,\n  ,\n    ,\n- ,\n  - ,\n# c\n, # c".split(
    ",",
  ),
  "---\n",
  "\n...\n",
  "%YAML 1.1\n",
  "<<: *anchor",
  "__proto__: 1",
  "0x1f",
  ".inf",
  "9007199254740993",
  "{a: 1}",
  "[1, 2]",
  "\r\n",
  "{{",
  "]]",
  "*anchor ",
  "&anchor ",
];
