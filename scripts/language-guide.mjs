// The first part of docs/language.md: how the language works, before every key of it.
import { exampleCase, exampleFact, operatorExamples } from "./language-examples.mjs";
import { pieces } from "./language-pieces.mjs";

const block = (yaml) => ["```yaml", yaml.trim(), "```"];
const table = (head, rows) => [
  `| ${head.join(" | ")} |`,
  `|${head.map(() => "---").join("|")}|`,
  ...rows.map((row) => `| ${row.join(" | ")} |`),
];

/** A truth as a word. */
const word = (truth) => (truth === undefined ? "unknown" : String(truth));

/** What `all`, `any` and `not` come to, for every pair of truths. */
function truthTable({ not, and, or }) {
  const truths = [true, false, undefined];
  const pairs = truths.flatMap((first, at) => truths.slice(at).map((second) => [first, second]));
  return [
    ...table(
      ["one condition", "and another", "`all` of them", "`any` of them"],
      pairs.map(([a, b]) => [word(a), word(b), word(and([a, b])), word(or([a, b]))]),
    ),
    "",
    ...table(
      ["a condition", "`not`"],
      truths.map((a) => [word(a), word(not(a))]),
    ),
  ];
}

/** A value of each kind, for trying an operator. */
const samples = { boolean: true, date: 1, number: 1, choice: "a", text: "a", list: [1] };

/** What an operator comes to where a side is something in place of a value: the same whichever side it is, or both. */
function withSide({ takes, right, test }, side) {
  const left = samples[takes[0]];
  const other = { nothing: undefined, same: left, list: [left], element: 1 }[right];
  const found = right === "nothing" ? [test(side, undefined)] : [test(side, other), test(left, side)];
  return [...new Set(found.map(word))].join(" or ");
}

function operatorsTable(operators) {
  return table(
    ["operator", "reads", "left side", "right side", "opposite", "a side is none", "a side is unknown"],
    Object.values(operators).map((row) => [
      `\`${row.name}\``,
      row.phrase,
      row.takes.join(", "),
      row.right,
      `\`${row.negation}\``,
      withSide(row, null),
      withSide(row, undefined),
    ]),
  );
}

function operatorExamplesTable() {
  return table(
    ["condition", "in the example case"],
    Object.values(operatorExamples).map(([yaml, comesTo]) => [`\`${yaml}\``, `\`${comesTo}\``]),
  );
}

/** A longer example, and what the case comes to with it. */
function piece(name) {
  const { yaml, asks } = pieces[name];
  return [
    ...block(yaml),
    "",
    ...asks.map(([when, , subject, comesTo]) => {
      const [kind, id] = subject.split(" ");
      return `- ${when}: ${id === undefined ? `the ${kind} is` : `\`${id}\` is`} \`${comesTo}\``;
    }),
  ];
}

/** The lines of the first part. */
export function guide(operators, truth) {
  return [
    "## The example case",
    "",
    "The examples are worked out in a small procedure, the lending card of a library (`fixtures/procedures/library`), on this",
    "case:",
    "",
    ...block(exampleCase),
    "",
    "The library has one more fact for them:",
    "",
    ...block(exampleFact),
    "",
    "## True, false and unknown",
    "",
    "A condition is true, false or unknown. A fact that the case leaves out is **unknown**, and a condition about it is unknown",
    "too, unless the rest settles it. A fact that is `null` is **known to be none**: it has not happened. That is an answer,",
    "and a comparison with it is false; `exists` and `isNone` ask for it.",
    "",
    ...truthTable(truth),
    "",
    "A value that is worked out from something unknown is unknown, and from none it is none; over a list, an element whose field",
    "is none is left out. More facts can settle what was unknown; they never turn what was settled.",
    "",
    "## Operators",
    "",
    "What stands on both sides must fit: no date is compared with a number, nor euros with years.",
    "",
    ...operatorsTable(operators),
    "",
    "A list with an unknown element includes a value for certain only where a known element is that value.",
    "",
    ...operatorExamplesTable(),
    "",
    "## What a clause comes to",
    "",
    ...table(
      ["status", "when"],
      [
        [
          "`not_applicable`",
          "`appliesWhen` is false, nothing of it is encoded, or it demands nothing and none of its duties applies",
        ],
        ["`met`", "it applies and `requires` is true; without `requires`, none of its duties is late"],
        ["`unmet`", "it applies and `requires` is false; without `requires`, a duty is overdue or was done late"],
        ["`undetermined`", "the facts do not say"],
      ],
    ),
    "",
    "## Versions",
    "",
    "A clause has one version for each revision that changes it. A revision has, of every clause, the newest version up to its",
    "own: a clause that does not change is not written again. Decisions have versions in the same way. Facts, contradictions and",
    "interpretations have a second entry with the same `id`, which names its `revision`; an entry without one belongs to the",
    "first. `retired: true` takes a thing out from that revision on. What an approved revision holds is never edited.",
    "",
    ...piece("versions"),
    "",
    "## Decisions",
    "",
    "The rows are tried from the top, and the first that holds decides; the last has no `when` and takes what is left. A row",
    "that is unknown leaves the decision undetermined, unless every outcome that is still possible is the same. The outcomes are",
    "listed from best to worst for the applicant, which tells a comparison of two revisions who gains.",
    "",
    ...piece("decision"),
    "",
    "## Duties",
    "",
    "`due` is the last day that still counts, `done` the day on which the duty was done. Both are values, so they can be worked",
    "out. A duty is `pending` until its last day has passed and `overdue` afterwards. `keepUntil` is for a duty that lasts, and",
    "`performedWhen` for one whose performance has no date.",
    "",
    ...piece("obligation"),
    "",
    "## Readings",
    "",
    "Where the source leaves a question open, an interpretation says how it is read, and why. Where a condition asks for one of",
    "its alternatives with `reading`, a caller can switch that on and see what it would change.",
    "",
    ...piece("reading"),
    "",
    "## Contradictions",
    "",
    "Facts that can't be true together are a mistake in the case, and it is refused. Where it is only unknown whether they",
    "contradict each other, it is not.",
    "",
    ...piece("contradiction"),
    "",
    "## Findings that are meant",
    "",
    "A comment `# allow CODE: reason` in a rule file silences one finding of `check` at its place: [the checks](checks/README.md).",
  ];
}
