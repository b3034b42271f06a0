/** The kinds of file that a program holds against their schema, `schema/KIND.schema.json`. */
export const kinds = ["procedure", "facts", "decisions", "interpretations", "clauses", "case", "seal", "record"];

/** What `"format": "date"` means: a date of the calendar, the 29th of February in leap years alone, and no year 0000. */
export const datePattern =
  /^(?!0000)(?:\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|02-(?:0[1-9]|1\d|2[0-8]))|(?:\d\d(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)-02-29)$/;
