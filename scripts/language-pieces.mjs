// The longer examples of docs/language.md. A test puts each into a copy of the procedure in fixtures/procedures/library,
// changes the example's case as it says, and compares.

/** Whole parts of rule files, to show what goes together: where each stands, and what the case then comes to. */
export const pieces = {
  versions: {
    file: "clauses",
    yaml: `
- id: "4"
  title: Length of a loan
  kind: definition
  versions:
    - revision: "1.0"
      effective: 2020-01-01
      summary: A loan lasts four weeks.
      derives:
        loan.ends_on: { addDays: { to: { fact: loan.applied_on }, days: 28 } }
    - revision: "2.0"
      effective: 2022-07-01
      summary: A loan lasts six weeks.
      derives:
        loan.ends_on: { addDays: { to: { fact: loan.applied_on }, days: 42 } }`,
    asks: [
      ["By revision 1.0", { revision: "1.0" }, "derived loan.ends_on", "2020-03-30"],
      ["By revision 2.0", { revision: "2.0" }, "derived loan.ends_on", "2020-04-13"],
    ],
  },
  decision: {
    file: "decisions",
    yaml: `
- id: reminder
  title: Is the reader reminded?
  versions:
    - revision: "1.0"
      outcomes:
        - { outcome: no_reminder, says: No reminder is sent. }
        - { outcome: by_letter, says: A letter is sent. }
        - { outcome: to_guardian, says: A letter is sent to the guardian. }
      rows:
        - outcome: no_reminder
          when: { fact: loan.returned_on, operator: exists }
        - outcome: to_guardian
          when: { fact: reader.age, operator: lessThan, value: 14 }
        - outcome: by_letter`,
    asks: [
      ["As the case stands", {}, "decision reminder", "no_reminder"],
      [
        "Where the book is not back (`returned_on: null`)",
        { "loan.returned_on": null },
        "decision reminder",
        "to_guardian",
      ],
      [
        "Where nobody knows whether it is back (the fact left out)",
        { "loan.returned_on": undefined },
        "decision reminder",
        "undetermined: no_reminder or to_guardian; missing loan.returned_on",
      ],
    ],
  },
  obligation: {
    file: "clauses",
    yaml: `
- id: "4"
  title: Bringing books back
  kind: obligation
  versions:
    - revision: "1.0"
      effective: 2020-01-01
      summary: A book is back within two weeks.
      appliesWhen: { fact: loan.applied_on, operator: exists }
      obligations:
        quick_return:
          bearer: reader
          duty: Bring the book back.
          due: { addDays: { to: { fact: loan.applied_on }, days: 14 } }
          done: { fact: loan.returned_on }`,
    asks: [
      ["As the case stands", {}, "obligation quick_return", "fulfilled_late, due 2020-03-16"],
      [
        "Where the book is not back",
        { "loan.returned_on": null },
        "obligation quick_return",
        "overdue, due 2020-03-16",
      ],
      [
        "Where it is not back, looked at from 2020-03-16",
        { "loan.returned_on": null, asOf: "2020-03-16" },
        "obligation quick_return",
        "pending, due 2020-03-16",
      ],
      ["Where nothing was asked for", { "loan.applied_on": null }, "obligation quick_return", "not_applicable"],
    ],
  },
  reading: {
    file: "clauses",
    yaml: `
- id: "4"
  title: What counts
  kind: definition
  versions:
    - revision: "1.0"
      effective: 2020-01-01
      summary: What a reader owes.
      derives:
        reader.counted:
          choose:
            - when: { reading: fines-counted, is: late_only }
              then: { sum: { in: reader.fines, of: amount, where: { item: reason, operator: equal, value: late } } }
            - otherwise: { sum: { in: reader.fines, of: amount } }
      interpretations: [fines-counted]`,
    asks: [
      ["As it is read here", {}, "derived reader.counted", "10"],
      ["With `fines-counted=late_only`", { readings: { "fines-counted": "late_only" } }, "derived reader.counted", "4"],
    ],
  },
  contradiction: {
    file: "facts",
    yaml: `
- id: guardian_of_an_adult
  when:
    all:
      - { fact: reader.age, operator: greaterThanInclusive, value: 18 }
      - { fact: reader.guardian_agrees, operator: equal, value: true }
  says: An adult has no guardian who agrees.`,
    asks: [
      ["As the case stands", {}, "case", "accepted"],
      ["For a reader of 18", { "reader.age": 18 }, "case", "refused: An adult has no guardian who agrees."],
    ],
  },
};
