/** A case of the library that leaves nothing open. */
export const lent = `case: lent
asOf: 2020-03-01
facts:
  loan: { applied_on: 2020-02-10, returned_on: null }
  reader:
    age: 30
    fines: []
`;

/** The same case in JSON, changed in parts. */
export function lentAs(changes: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  return {
    case: "lent",
    asOf: "2020-03-01",
    facts: { loan: { applied_on: "2020-02-10", returned_on: null }, reader: { age: 30, fines: [] } },
    ...changes,
  };
}
