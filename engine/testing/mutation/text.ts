import { many, number } from "../../diff/formats/words.ts";
import type { Place } from "../../source/place.ts";
import { type Paint, PLAIN } from "../../source/render.ts";
import { visible } from "../../source/visible.ts";
import type { JudgedMutant, MutationReport } from "./mutate.ts";
import { witnessLines } from "./witness.ts";

/** A report as text: the counts, every change that no case notices with the case that would, then what is proved. */
export function mutationText(report: MutationReport, paint: Paint = PLAIN): string {
  const { mutants, bounds, revision, fixtures } = report;
  const having = (verdict: JudgedMutant["verdict"]) => mutants.filter((mutant) => mutant.verdict === verdict);
  const [survived, unknown, equivalent] = [having("survived"), having("unknown"), having("equivalent")];
  const { years, longestList } = bounds;
  const parts = [
    `${many(mutants.length, "mutant")}: ${number(having("killed").length)} killed, ` +
      `${number(equivalent.length)} equivalent (proved), ${number(unknown.length)} unknown, ` +
      `${number(survived.length)} survived`,
    `Each is revision ${revision} with one small change, tried on ${many(fixtures, "case")}.`,
    ...survived.map((mutant) => survivor(mutant, paint)),
    ...(unknown.length === 0 ? [] : [unproved(unknown, paint)]),
    ...(equivalent.length === 0
      ? []
      : [
          `Equivalent: no case notices these, because nothing comes out differently. That is proved for every case of the\n` +
            `years ${years.from} to ${years.to} in which every fact is known and no list has more than ${longestList} elements.\n${equivalent
              .map((mutant) => `  ${where(mutant)}  ${changeOf(mutant)}\n`)
              .join("")}`,
        ]),
  ];
  return parts.map((part) => (part.endsWith("\n") ? part : `${part}\n`)).join("\n");
}

function survivor(mutant: JudgedMutant, paint: Paint): string {
  if (mutant.verdict !== "survived") return "";
  const lines = witnessLines(mutant.witness).map((line) => `    ${line}`.trimEnd());
  return [
    `${paint.error("survived")} ${paint.message(where(mutant))}`,
    `  ${changeOf(mutant)}`,
    "  No case notices it. This one would:",
    "",
    ...lines,
    "",
  ].join("\n");
}

function unproved(unknown: readonly JudgedMutant[], paint: Paint): string {
  return [
    "Unknown: no case notices these; none that would was found, and that there is none could not be proved.",
    ...unknown.map((mutant) => `  ${paint.warning(where(mutant))}  ${changeOf(mutant)}`),
    "",
  ].join("\n");
}

function where({ thing, clause, place }: JudgedMutant): string {
  const own = thing.kind === "derived" ? `value ${thing.id}` : `${thing.kind} ${thing.id}`;
  const within = clause === undefined || thing.kind === "clause" ? "" : `, clause ${clause}`;
  return `${own}${within}${place === undefined ? "" : ` at ${spell(place)}`}`;
}

function spell({ file, line, column }: Place): string {
  return `${file}:${line}:${column}`;
}

function changeOf({ before, after }: JudgedMutant): string {
  return visible(`${before} → ${after}`);
}
