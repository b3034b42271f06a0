/** A text longer than this is not quoted whole. */
const longest = 120;

/** A text fit to be quoted in a message: whole, or its beginning where it is long. No character is cut in two. */
export function excerpt(text: string): string {
  if (text.length <= longest) return text;
  const last = text.charCodeAt(longest - 1);
  const isHalf = last >= 0xd800 && last <= 0xdbff;
  return `${text.slice(0, isHalf ? longest - 1 : longest)}…`;
}
