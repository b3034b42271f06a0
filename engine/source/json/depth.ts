const quote = 34;
const backslash = 92;
const openBracket = 91;
const closeBracket = 93;
const openBrace = 123;
const closeBrace = 125;

/**
 * Where lists and blocks of a text in JSON are nested deeper than is allowed, if they are. It goes through the text once
 * and does not call itself.
 */
export function tooDeepAt(json: string, most: number): number | undefined {
  let depth = 0;
  for (let at = 0; at < json.length; at++) {
    const code = json.charCodeAt(at);
    if (code === quote) at = endOfText(json, at);
    else if (code === openBracket || code === openBrace) {
      depth++;
      if (depth > most) return at;
    } else if (code === closeBracket || code === closeBrace) depth--;
  }
  return undefined;
}

/** The closing quote of the text that begins at an opening one; the end, where there is none. */
function endOfText(json: string, start: number): number {
  let at = start + 1;
  while (at < json.length && json.charCodeAt(at) !== quote) at += json.charCodeAt(at) === backslash ? 2 : 1;
  return at;
}
