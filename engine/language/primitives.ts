/**
 * The id of a clause: a quoted string, as the procedure numbers it. `1.10` without quotes would be the number 1.1.
 * @pattern ^[0-9A-Za-z]+([.\-][0-9A-Za-z]+)*$
 * @examples ["2.1.3"]
 */
export type ClauseId = string;

/**
 * The number of a revision: a quoted string.
 * @pattern ^[0-9]+(\.[0-9]+)*$
 * @examples ["1.0"]
 */
export type RevisionNumber = string;

/**
 * The id of a fact or of a derived value: lower-case words, joined by `_`, in groups joined by dots.
 * @pattern ^[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*)+$
 * @examples ["applicant.age"]
 */
export type FactId = string;

/**
 * A name in lower case, words joined by `_`.
 * @examples ["by_post"]
 * @pattern ^[a-z][a-z0-9_]*$
 */
export type Name = string;

/**
 * A name in lower case, words joined by `-`.
 * @examples ["day-counting"]
 * @pattern ^[a-z0-9]+(-[a-z0-9]+)*$
 */
export type DashedName = string;

/**
 * A calendar date, `YYYY-MM-DD`, without time or zone.
 * @format date
 * @examples ["2019-01-01"]
 */
export type IsoDate = string;

/**
 * Words for people to read.
 * @examples ["The book may be lent."]
 * @minLength 1
 */
export type Text = string;

/**
 * A SHA-256 digest: `sha256:` and 64 hexadecimal digits.
 * @examples ["sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"]
 * @pattern ^sha256:[0-9a-f]{64}$
 */
export type Digest = string;
