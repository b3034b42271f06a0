// The examples of the definitions of the language that are no condition and no value, or only within a list.

/** An example for each definition that is no condition and no value by itself. A test holds each to its schema. */
export const shapes = {
  RevisionEntry: `
revision: "1.1"
effective: 2022-07-01
status: draft
note: Longer loans.`,
  Approval: `
by: The library board
on: 2019-12-10`,
  FactEntry: `
id: loan.returned_on
type: date
orNone: true
label: the day the book came back
question: On which day did the book come back?
knownBy: library`,
  FactType: `
type: integer
unit: years
min: 0`,
  BooleanType: `
type: boolean`,
  DateType: `
type: date
from: 2000-01-01`,
  IntegerType: `
type: integer
unit: years
min: 0
max: 150`,
  NumberType: `
type: number
unit: euros
min: 0`,
  ChoiceType: `
type: choice
options: { late: a late return, damage: a damaged book }`,
  TextType: `
type: text`,
  ListType: `
type: list
of: { type: choice, options: { novel: a novel, atlas: an atlas } }`,
  RecordType: `
type: record
fields:
  reason: { type: choice, options: { late: a late return, damage: a damaged book } }
  amount: { type: number, unit: euros }`,
  ContradictionEntry: `
id: returned_before_loan
when: { fact: loan.returned_on, operator: before, value: { fact: loan.applied_on } }
says: A book can't come back before it was lent.`,
  ClauseEntry: `
id: "2.1"
title: Children
kind: requirement
versions:
  - revision: "1.0"
    effective: 2020-01-01
    summary: A child needs the guardian's word.
    requires: { fact: reader.guardian_agrees, operator: equal, value: true }`,
  ClauseVersion: `
revision: "1.0"
effective: 2020-01-01
summary: A child needs the guardian's word.
requires: { fact: reader.guardian_agrees, operator: equal, value: true }`,
  ObligationEntry: `
bearer: reader
duty: Bring the book back.
due: { addDays: { to: { fact: loan.applied_on }, days: 28 } }
done: { fact: loan.returned_on }`,
  DecisionEntry: `
id: lending
title: May the reader borrow?
versions:
  - revision: "1.0"
    outcomes:
      - { outcome: lend, says: The book may be lent. }
      - { outcome: refuse, says: The book can't be lent. }
    rows:
      - outcome: refuse
        when: { clause: "2.2", is: unmet }
      - outcome: lend`,
  DecisionVersion: `
revision: "1.0"
outcomes:
  - { outcome: lend, says: The book may be lent. }
  - { outcome: refuse, says: The book can't be lent. }
rows:
  - outcome: refuse
    when: { clause: "2.2", is: unmet }
  - outcome: lend`,
  OutcomeEntry: `
outcome: lend
says: The book may be lent.`,
  DecisionRow: `
outcome: refuse
when: { clause: "2.2", is: unmet }`,
  InterpretationEntry: `
id: fines-counted
question: Do fines for damage count towards the limit?
reading: All open fines count.
why: The rule speaks of fines without saying which.
alternatives:
  - id: late_only
    says: Only fines for late returns count.`,
  AlternativeEntry: `
id: late_only
says: Only fines for late returns count.`,
  Expectation: `
decisions: { lending: lend }
clauses: { "2.1": met }
obligations: { return_book: { due: 2020-03-30, status: fulfilled } }
derived: { reader.owed: 10 }`,
  ObligationExpectation: `
due: 2020-03-30
status: fulfilled`,
  ListBody: `
in: reader.fines
of: amount`,
  ListQuestion: `
in: reader.fines
where: { item: reason, operator: equal, value: damage }`,
  ItemCondition: `
item: amount
operator: greaterThan
value: 5`,
  ItemValue: `
item: amount`,
  ConditionalBranch: `
when: { fact: reader.age, operator: lessThan, value: 14 }
then: 14`,
  FinalBranch: `
otherwise: 28`,
  Branch: `
otherwise: 28`,
};
