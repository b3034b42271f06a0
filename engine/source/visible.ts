/** Controls, and characters that take no room, change direction or look like a space without being one. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Co}\p{Cs}]|(?! )\p{Zs}/gu;

/**
 * The text with everything invisible shown: a tab as `→`, other controls as their pictures (`␀`), the rest by its
 * number (`‹U+200B›`). What comes out is one line and can't move a terminal's cursor or reverse the reading direction.
 */
export function visible(text: string): string {
  return text.replace(INVISIBLE, show);
}

/** The columns that a text takes on a terminal, once it is {@link visible}. */
export function displayWidth(text: string): number {
  if (ONE_COLUMN_EACH.test(text)) return text.length;
  let width = 0;
  for (const character of text) width += /\p{M}/u.test(character) ? 0 : WIDE.test(character) ? 2 : 1;
  return width;
}

/** What nearly every text is. */
const ONE_COLUMN_EACH = /^[ -~]*$/;

const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|[\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u;

function show(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  if (code === 9) return "→";
  if (code < 32) return String.fromCodePoint(0x2400 + code);
  if (code === 127) return "␡";
  return `‹U+${code.toString(16).toUpperCase().padStart(4, "0")}›`;
}
