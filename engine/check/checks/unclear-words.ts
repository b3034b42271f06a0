/**
 * Words with which a text leaves something open: two readers may take them differently, so a formula that rests on them
 * has chosen one reading.
 */
export const unclearWords: RegExp = new RegExp(
  `\\b(?:${[
    // How much
    "reasonabl[ey]",
    "unreasonabl[ey]",
    "appropriate(?:ly)?",
    "adequate(?:ly)?",
    "sufficient(?:ly)?",
    "suitabl[ey]",
    "satisfactory",
    "significant(?:ly)?",
    "substantial(?:ly)?",
    "approximate(?:ly)?",
    "roughly",
    // When
    "as soon as (?:possible|practicable|feasible)",
    "next practicable",
    "in due (?:course|time)",
    "without (?:undue )?delay",
    "prompt(?:ly)?",
    "timely",
    // How often
    "normal(?:ly)?",
    "general(?:ly)?",
    "usual(?:ly)?",
    "typical(?:ly)?",
    "as a rule",
    "in principle",
    "(?:where|if|when|wherever|whenever|as far as) (?:possible|practicable|feasible|necessary)",
    // What the source does not say
    "and/or",
    "et cetera",
    "etc",
    "or similar",
    "unclear",
    "ambiguous",
    "unspecified",
    "undefined",
    "not (?:clear|stated|specified|defined|said)",
    "does not (?:say|state|specify|define)",
  ].join("|")})\\b`,
  "i",
);
