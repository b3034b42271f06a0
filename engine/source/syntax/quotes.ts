import { type Finding, misspelt, repairable } from "./finding.ts";
import type { SyntaxText } from "./text.ts";

/** A quote that is never closed, or only by the next one; the text from it on has been read up to `reach`. */
export function openQuote(text: SyntaxText, message: string, opening: number, reach: number): Finding {
  const quote = text.text[opening] ?? '"';
  const place = text.place(opening, text.lineEnd(opening));
  const finding = misspelt(message, place, `write ${quote} at the end of the text`, reach);
  const swallowedLines = text.lineNumber(reach) > place.line;
  const lineEnd = opening + place.text.length - place.column + 1;
  return swallowedLines ? repairable(finding, opening, lineEnd, "x") : finding;
}

/** Text behind a quote that ends at `closing`: the wrong quote closed it, or it is a key without a colon. */
export function afterQuote(text: SyntaxText, quote: string, closing: number, start: number): Finding {
  const end = text.lineEnd(start);
  const opening = text.openingQuote(closing) ?? closing;
  if (text.lineNumber(opening) !== text.lineNumber(closing)) {
    return openQuote(text, "this quote is not closed on its line", opening, end);
  }
  const inside = quote === "'" ? "write an apostrophe inside single quotes twice" : 'write \\" for a quote inside';
  return misspelt(
    "there is text after the closing quote",
    text.place(start, end),
    `put the whole text inside the quotes (${inside}); after a key, write a colon`,
    end,
  );
}

/** A backslash in double quotes, before a character that it can't stand before. */
export function badEscape(text: SyntaxText, start: number, sequence: string): Finding {
  const end = start + sequence.length;
  return misspelt(
    `\`${sequence}\` has no meaning inside double quotes`,
    text.place(start, end),
    "write the backslash twice, or use single quotes around the text",
    end,
  );
}
