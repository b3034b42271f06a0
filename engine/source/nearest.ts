/** Longer words are not typing mistakes of a name, and the comparison takes time quadratic in their length. */
const LONGEST_WORD = 200;

/** What another separator, case or prefix costs, against 1 for a wrong, missing or surplus letter. */
const SMALL = 0.25;
const OTHER_PREFIX = 0.5;

/**
 * The candidate that a person who wrote `word` probably meant, or undefined when none is near.
 *
 * Near means few typing mistakes (a letter wrong, missing, added or swapped with its neighbour) for the length of the
 * word. Upper and lower case and the separators `-`, `_`, `.` and space count little, and so does the part of a dotted id
 * before its last dot. Of equally near candidates the first wins.
 */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  if (word.length === 0 || word.length > LONGEST_WORD) return undefined;
  let best: string | undefined;
  let bestScore = Number.POSITIVE_INFINITY;
  for (const candidate of candidates) {
    const score = nearness(word, candidate);
    if (score < bestScore) {
      best = candidate;
      bestScore = score;
    }
  }
  return best;
}

/** The cost of turning one into the other; infinite when they are not alike. */
function nearness(word: string, candidate: string): number {
  const lastOfWord = lastPart(word);
  const lastOfCandidate = lastPart(candidate);
  if (lastOfWord === word && lastOfCandidate === candidate) return likeness(word, candidate);
  const last = likeness(lastOfWord, lastOfCandidate);
  // A long prefix in common must not make different words alike.
  const samePrefix = firstParts(word) === firstParts(candidate);
  return samePrefix ? last : Math.min(likeness(word, candidate), last + OTHER_PREFIX);
}

function likeness(a: string, b: string): number {
  const longer = Math.max(a.length, b.length);
  const limit = longer <= 2 ? 2 * SMALL : Math.max(1, longer / 3);
  // Every missing character costs at least SMALL, so the difference in length alone may rule a candidate out.
  if (Math.abs(a.length - b.length) * SMALL > limit) return Number.POSITIVE_INFINITY;
  const distance = editDistance(a, b);
  return distance <= limit ? distance : Number.POSITIVE_INFINITY;
}

function lastPart(id: string): string {
  return id.slice(id.lastIndexOf(".") + 1);
}

function firstParts(id: string): string {
  return id.slice(0, id.lastIndexOf(".") + 1);
}

/** Damerau-Levenshtein distance (each pair of letters swapped at most once) with the small costs above. */
function editDistance(a: string, b: string): number {
  let beforePrevious: number[] = [];
  let previous = [0];
  for (let j = 0; j < b.length; j++) previous.push(at(previous, j) + gap(b.charAt(j)));
  for (let i = 0; i < a.length; i++) {
    const x = a.charAt(i);
    const current = [at(previous, 0) + gap(x)];
    for (let j = 0; j < b.length; j++) {
      const y = b.charAt(j);
      let cost = Math.min(at(previous, j) + substitution(x, y), at(previous, j + 1) + gap(x), at(current, j) + gap(y));
      if (i > 0 && j > 0 && x === b.charAt(j - 1) && y === a.charAt(i - 1) && x !== y) {
        cost = Math.min(cost, at(beforePrevious, j - 1) + 1);
      }
      current.push(cost);
    }
    beforePrevious = previous;
    previous = current;
  }
  return at(previous, b.length);
}

function at(row: readonly number[], index: number): number {
  return row[index] ?? Number.POSITIVE_INFINITY;
}

function gap(character: string): number {
  return isSeparator(character) ? SMALL : 1;
}

function substitution(a: string, b: string): number {
  if (a === b) return 0;
  if (isSeparator(a) && isSeparator(b)) return SMALL;
  return a.toLowerCase() === b.toLowerCase() ? SMALL / 2 : 1;
}

function isSeparator(character: string): boolean {
  return character === "_" || character === "-" || character === "." || character === " ";
}
