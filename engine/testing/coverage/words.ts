import { sayCondition, sayOutcome } from "../../explain/condition-words.ts";
import { visible } from "../../source/visible.ts";
import type { Coverage } from "./coverage.ts";
import type { Goal, GoalKind, Part } from "./goal.ts";

/** What the goals of each kind are called together. */
export const kindNames: Readonly<Record<GoalKind, string>> = {
  status: "statuses",
  deciding: "deciding",
  condition: "conditions",
  row: "rows",
  duty: "duties",
  reading: "readings",
};

/** What the goals of each kind ask of the cases, as a phrase. */
export const kindMeanings: Readonly<Record<GoalKind, string>> = {
  status: "each clause seen in each status that it can have",
  deciding: "each clause seen to count: a decision rests on it, or a duty of it applies",
  condition: "each condition seen true and seen false",
  row: "each row of each decision seen to decide",
  duty: "each duty seen in each status that it can have",
  reading: "each alternative reading seen switched on",
};

/** A part of the rules by its name: "clause 2 (Who may borrow), of revision 1.0". */
export function sayPart({ kind, id, title, revision }: Part): string {
  if (kind === "reading") return `the reading of \`${id}\``;
  const version = revision === undefined ? "" : `, of revision ${revision}`;
  return oneLine(`${kind === "clause" ? `clause ${id}` : `decision \`${id}\``} (${title})${version}`);
}

/** What no case shows, where a goal is not reached. */
export function sayOpen(goal: Goal): string {
  const { aim } = goal;
  switch (aim.kind) {
    case "status":
      return `never ${words(aim.status)}`;
    case "deciding":
      return "never decided anything: no decision rests on it, and no duty of it applies";
    case "condition":
      return `never ${aim.truth}: ${saySubject(goal)}`;
    case "row":
      return `never decided: ${saySubject(goal)}`;
    case "duty":
      return `never ${words(aim.status)}: ${saySubject(goal)}`;
    case "reading":
      return `never switched on: ${saySubject(goal)}`;
    default:
      return aim satisfies never;
  }
}

/** What a goal is about, within its part; nothing where that is the part itself. */
export function saySubject({ aim, model, part }: Goal): string {
  switch (aim.kind) {
    case "status":
    case "deciding":
      return "";
    case "condition": {
      const { condition, list } = aim.placed;
      return oneLine(sayCondition(condition, { model, ...(list === undefined ? {} : { list }) }));
    }
    case "row": {
      const outcome = model.decisions.get(part.id)?.rows[aim.row]?.outcome ?? "";
      return `row ${aim.row + 1}, ${sayOutcome(outcome)}`;
    }
    case "duty":
      return `the duty \`${aim.obligation}\``;
    case "reading":
      return `the alternative \`${aim.alternative}\``;
    default:
      return aim satisfies never;
  }
}

/** The key under which a condition stands: `appliesWhen`, `requires`, the name of a derived value, a duty's part. */
export function sayOwner({ aim }: Goal): string {
  if (aim.kind !== "condition") return "";
  const { kind, id, part } = aim.placed.owner;
  if (kind === "derived") return id;
  if (kind === "obligation") return `${id}, ${part}`;
  return kind === "decision" ? `row ${Number(part) + 1}` : String(part);
}

/** How many goals were proved to be impossible, and of which cases that holds; nothing where there is none. */
export function sayImpossible({ goals, bounds }: Coverage): string {
  const count = goals.filter(({ impossible }) => impossible).length;
  if (count === 0 || bounds === undefined) return "";
  const { years, longestList } = bounds;
  const cases = `in the years ${years.from} to ${years.to} and with at most ${longestList} elements in a list`;
  return `${count} more proved to be impossible (${cases})`;
}

/** What there is to be seen of a goal's subject, as one word. */
export function sayShown({ aim }: Goal): string {
  switch (aim.kind) {
    case "status":
    case "duty":
      return aim.status;
    case "deciding":
    case "row":
      return "decides";
    case "condition":
      return String(aim.truth);
    case "reading":
      return "on";
    default:
      return aim satisfies never;
  }
}

function words(status: string): string {
  return status.replaceAll("_", " ");
}

/** A text on one line with nothing invisible in it. */
function oneLine(text: string): string {
  return visible(text.replace(/\s*\n\s*/g, " "));
}
