/** What is told of a text in JSON while it is gone through. */
export interface Seen {
  /** A key of an object, between its quotes. */
  readonly key: (start: number, end: number) => void;
  /** The start of a value. */
  readonly value: (start: number) => void;
  /** The value that was told of last is an object or a list: what comes next is in it. */
  readonly open: () => void;
  /** It has ended. */
  readonly close: () => void;
}

type Wanted = "value" | "value-or-end" | "key" | "key-or-end" | "colon" | "comma-or-end" | "nothing";

/** The end of what stands somewhere, or the place up to which it could have been right. */
interface End {
  readonly at: number;
  readonly isWrong: boolean;
}

/**
 * Goes through a text in JSON, as strictly as `JSON.parse`.
 *
 * @returns the place where it stops being JSON: the end of the text where something is still to come; nothing where all
 *   of it is JSON
 */
export function scanJson(text: string, seen: Seen): number | undefined {
  /** Whether each block around is an object, from the outermost in. */
  const around: boolean[] = [];
  let wanted: Wanted = "value";
  const close = (): void => {
    around.pop();
    seen.close();
    wanted = around.length === 0 ? "nothing" : "comma-or-end";
  };
  for (let at = skipSpace(text, 0); at < text.length; at = skipSpace(text, at)) {
    const sign = text.charAt(at);
    const isObject = around.at(-1) === true;
    if (wanted === "nothing") return at;
    if (wanted === "colon" || wanted === "comma-or-end") {
      if (wanted === "comma-or-end" && sign === (isObject ? "}" : "]")) close();
      else if (sign !== (wanted === "colon" ? ":" : ",")) return at;
      else wanted = wanted === "comma-or-end" && isObject ? "key" : "value";
      at++;
    } else if (wanted === "key" || wanted === "key-or-end") {
      if (wanted === "key-or-end" && sign === "}") {
        close();
        at++;
        continue;
      }
      if (sign !== '"') return at;
      const end = endOfText(text, at);
      if (end.isWrong) return end.at;
      seen.key(at, end.at);
      at = end.at;
      wanted = "colon";
    } else if (sign === "]" && wanted === "value-or-end") {
      close();
      at++;
    } else if (sign === "{" || sign === "[") {
      seen.value(at);
      seen.open();
      around.push(sign === "{");
      wanted = sign === "{" ? "key-or-end" : "value-or-end";
      at++;
    } else {
      const end = sign === '"' ? endOfText(text, at) : endOfWord(text, at);
      if (end.isWrong) return end.at;
      seen.value(at);
      at = end.at;
      wanted = around.length === 0 ? "nothing" : "comma-or-end";
    }
  }
  return wanted === "nothing" ? undefined : text.length;
}

function skipSpace(text: string, start: number): number {
  let at = start;
  while (" \t\n\r".includes(text.charAt(at)) && at < text.length) at++;
  return at;
}

const escaped = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;

/** The end of the text whose opening quote stands here. */
function endOfText(text: string, start: number): End {
  for (let at = start + 1; at < text.length; ) {
    const sign = text.charAt(at);
    if (sign === '"') return { at: at + 1, isWrong: false };
    if (sign < " ") return { at, isWrong: true };
    if (sign !== "\\") {
      at++;
      continue;
    }
    escaped.lastIndex = at;
    if (!escaped.test(text)) return { at, isWrong: true };
    at = escaped.lastIndex;
  }
  return { at: text.length, isWrong: true };
}

const word = /(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)/y;

/** The end of the number, `true`, `false` or `null` that stands here. */
function endOfWord(text: string, start: number): End {
  word.lastIndex = start;
  return word.test(text) ? { at: word.lastIndex, isWrong: false } : { at: start, isWrong: true };
}
