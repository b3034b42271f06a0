// The examples of docs/language.md and of the published schemas. A test loads each of them in a copy of the procedure in
// fixtures/procedures/library, and compares what it comes to with what is said here.

/** The facts of the case on which every example is worked out, and the day from which it is looked at. */
export const exampleCase = `
asOf: 2020-05-01
facts:
  loan: { applied_on: 2020-03-02, returned_on: 2020-03-20, wishes: [novel] }
  reader:
    age: 9
    guardian_agrees: true
    fines:
      - { reason: late, amount: 4 }
      - { reason: damage, amount: 6 }`;

/** A fact that the library does not have, for the operators that ask about a list without fields. */
export const exampleFact = `
- id: loan.wishes
  type: list
  of: { type: choice, options: { novel: a novel, atlas: an atlas } }
  label: what the reader wishes for
  question: What does the reader wish for?
  knownBy: reader`;

/** A condition or a value for each definition of the language that is one, and what it comes to. */
export const examples = {
  AllCondition: {
    yaml: `
all:
  - { fact: reader.age, operator: lessThan, value: 14 }
  - { fact: reader.guardian_agrees, operator: equal, value: true }`,
    comesTo: true,
  },
  AnyCondition: {
    yaml: `
any:
  - { fact: reader.age, operator: greaterThanInclusive, value: 14 }
  - { fact: reader.guardian_agrees, operator: equal, value: true }`,
    comesTo: true,
  },
  NotCondition: {
    yaml: `
not: { fact: loan.applied_on, operator: before, value: 2020-01-01 }`,
    comesTo: true,
  },
  FactCondition: {
    yaml: `
fact: loan.returned_on
operator: onOrAfter
value: { fact: loan.applied_on }`,
    comesTo: true,
  },
  ItemCondition: {
    yaml: `
some:
  in: reader.fines
  where: { item: amount, operator: greaterThan, value: 5 }`,
    comesTo: true,
  },
  SomeCondition: {
    yaml: `
some:
  in: reader.fines
  where: { item: reason, operator: equal, value: damage }`,
    comesTo: true,
  },
  EveryCondition: {
    yaml: `
every:
  in: reader.fines
  where: { item: reason, operator: in, value: [damage] }`,
    comesTo: false,
  },
  ClauseCondition: {
    yaml: `
clause: "2.2"
is: unmet`,
    comesTo: false,
  },
  DecisionCondition: {
    yaml: `
decision: lending
is: [lend, ask_guardian]`,
    comesTo: true,
  },
  ReadingCondition: {
    yaml: `
reading: fines-counted
is: late_only`,
    comesTo: false,
  },
  FactValue: {
    yaml: `
fact: loan.applied_on`,
    comesTo: "2020-03-02",
  },
  ItemValue: {
    yaml: `
every:
  in: reader.fines
  where: { item: amount, operator: lessThan, value: { plus: [{ item: amount }, 1] } }`,
    comesTo: true,
  },
  AddDays: {
    yaml: `
addDays: { to: { fact: loan.applied_on }, days: 28 }`,
    comesTo: "2020-03-30",
  },
  AddMonths: {
    yaml: `
addMonths: { to: 2020-08-31, months: 6, rounding: down }`,
    comesTo: "2021-02-28",
  },
  AddYears: {
    yaml: `
addYears: { to: 2020-02-29, years: 1, rounding: up }`,
    comesTo: "2021-03-01",
  },
  StartOf: {
    yaml: `
startOf: { period: month, of: { fact: loan.applied_on } }`,
    comesTo: "2020-03-01",
  },
  EndOf: {
    yaml: `
endOf: { period: quarter, of: { fact: loan.applied_on } }`,
    comesTo: "2020-03-31",
  },
  Earliest: {
    yaml: `
earliest: [{ fact: loan.applied_on }, { fact: loan.returned_on }]`,
    comesTo: "2020-03-02",
  },
  Latest: {
    yaml: `
latest: [{ fact: loan.applied_on }, { fact: loan.returned_on }]`,
    comesTo: "2020-03-20",
  },
  Sum: {
    yaml: `
sum:
  in: reader.fines
  of: amount
  where: { item: reason, operator: equal, value: late }`,
    comesTo: 4,
  },
  Min: {
    yaml: `
min: { in: reader.fines, of: amount }`,
    comesTo: 4,
  },
  Max: {
    yaml: `
max: { in: reader.fines, of: amount }`,
    comesTo: 6,
  },
  Count: {
    yaml: `
count:
  in: reader.fines
  where: { item: reason, operator: equal, value: damage }`,
    comesTo: 1,
  },
  Percentage: {
    yaml: `
percentage:
  part: { max: { in: reader.fines, of: amount } }
  whole: { sum: { in: reader.fines, of: amount } }`,
    comesTo: 60,
  },
  Plus: {
    yaml: `
plus: [{ fact: reader.owed }, 2]`,
    comesTo: 12,
  },
  Minus: {
    yaml: `
minus: [{ fact: reader.owed }, 2]`,
    comesTo: 8,
  },
  Times: {
    yaml: `
times: [{ fact: reader.owed }, 0.5]`,
    comesTo: 5,
  },
  Choose: {
    yaml: `
choose:
  - when: { fact: reader.age, operator: lessThan, value: 14 }
    then: { addDays: { to: { fact: loan.applied_on }, days: 14 } }
  - otherwise: { addDays: { to: { fact: loan.applied_on }, days: 28 } }`,
    comesTo: "2020-03-16",
  },
};

/** A comparison for each operator, and what it comes to. */
export const operatorExamples = {
  equal: ["{ fact: reader.age, operator: equal, value: 9 }", true],
  notEqual: ["{ fact: reader.age, operator: notEqual, value: 9 }", false],
  in: ["{ fact: reader.age, operator: in, value: [8, 9] }", true],
  notIn: ["{ fact: reader.age, operator: notIn, value: [8, 9] }", false],
  lessThan: ["{ fact: reader.age, operator: lessThan, value: 9 }", false],
  lessThanInclusive: ["{ fact: reader.age, operator: lessThanInclusive, value: 9 }", true],
  greaterThan: ["{ fact: reader.age, operator: greaterThan, value: 9 }", false],
  greaterThanInclusive: ["{ fact: reader.age, operator: greaterThanInclusive, value: 9 }", true],
  before: ["{ fact: loan.applied_on, operator: before, value: 2020-03-02 }", false],
  onOrBefore: ["{ fact: loan.applied_on, operator: onOrBefore, value: 2020-03-02 }", true],
  after: ["{ fact: loan.applied_on, operator: after, value: 2020-03-02 }", false],
  onOrAfter: ["{ fact: loan.applied_on, operator: onOrAfter, value: 2020-03-02 }", true],
  contains: ["{ fact: loan.wishes, operator: contains, value: atlas }", false],
  doesNotContain: ["{ fact: loan.wishes, operator: doesNotContain, value: atlas }", true],
  exists: ["{ fact: loan.returned_on, operator: exists }", true],
  isNone: ["{ fact: loan.returned_on, operator: isNone }", false],
};
