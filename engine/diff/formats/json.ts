import type { WitnessCase } from "../../cases/witness-case.ts";
import type { Approval } from "../../language/procedure.ts";
import { canonicalJson } from "../../procedure/digest.ts";
import type { Place } from "../../source/place.ts";
import type {
  Behaviour,
  DiffReport,
  Effect,
  Finding,
  Impact,
  ProofScope,
  SideView,
  StructureChange,
  Transition,
  UnusualFact,
  ValueChange,
  Witness,
} from "../report.ts";

/**
 * A report as JSON, as `schema/diff.schema.json` describes it. Equal reports have equal text: fields come in the order
 * in which their types list them, and the facts of a case in the order of the alphabet. It ends with a line break.
 */
export function diffJson(report: DiffReport): string {
  return `${JSON.stringify(ofReport(report), null, 2)}\n`;
}

/** All fields of a type in their order, each with what becomes of its value. The compiler misses one that is left out. */
type Fields<Type> = { readonly [Key in keyof Type]-?: (value: Exclude<Type[Key], undefined>) => unknown };

function inOrder<Type extends object>(fields: Fields<Type>): (value: Type) => unknown {
  const names = Object.keys(fields).filter((name): name is keyof Type & string => name in fields);
  return (value) => Object.fromEntries(names.flatMap((name) => field(fields, name, value)));
}

/** A field with its value; none where it is left out. */
function field<Type, Key extends keyof Type>(fields: Fields<Type>, name: Key, value: Type): readonly [Key, unknown][] {
  const part = value[name];
  return isGiven(part) ? [[name, fields[name](part)]] : [];
}

function isGiven<Part>(part: Part): part is Exclude<Part, undefined> {
  return part !== undefined;
}

const same = (value: unknown): unknown => value;
/** Keys that are names, not fields. */
const named = (value: unknown): unknown => JSON.parse(canonicalJson(value));
/** A value of a fact; JSON knows no other way to say that there is none. */
const ofFact = (value: unknown): unknown => named(value ?? null);
const each =
  <Part>(form: (part: Part) => unknown) =>
  (parts: readonly Part[]): unknown =>
    parts.map(form);
const orNull =
  <Part>(form: (part: Part) => unknown) =>
  (part: Part | null): unknown =>
    part === null ? null : form(part);

const ofPlace = inOrder<Place>({ file: same, line: same, column: same, length: same, text: same });

const ofSide = inOrder<SideView>({
  given: same,
  procedure: same,
  revision: same,
  status: same,
  effective: same,
  until: same,
  approval: orNull(inOrder<Approval>({ by: same, on: same })),
  note: same,
  digest: same,
});

const ofValueChange = inOrder<ValueChange>({
  path: same,
  before: same,
  after: same,
  wording: same,
  basePlace: ofPlace,
  headPlace: ofPlace,
});

const ofChange = inOrder<StructureChange>({
  subject: same,
  id: same,
  title: same,
  change: same,
  formerId: same,
  values: each(ofValueChange),
  basePlace: ofPlace,
  headPlace: ofPlace,
});

const ofDecision = inOrder<Witness["decisions"][number]>({ id: same, before: same, after: same });

const ofWitness = inOrder<Witness>({
  case: inOrder<WitnessCase>({ asOf: same, readings: named, facts: named }),
  unusual: each(inOrder<UnusualFact>({ fact: same, label: same, value: ofFact, ordinary: ofFact })),
  shows: same,
  before: same,
  after: same,
  responsible: same,
  decisions: each(ofDecision),
});

function ofFinding(finding: Finding): unknown {
  switch (finding.kind) {
    case "found":
      return { kind: finding.kind, witness: ofWitness(finding.witness) };
    case "ruled-out":
      return { kind: finding.kind, by: finding.by };
    case "not-found":
      return { kind: finding.kind, tried: finding.tried };
    default:
      return finding satisfies never;
  }
}

const ofEffect = inOrder<Effect>({
  subject: same,
  id: same,
  title: same,
  effect: same,
  worse: ofFinding,
  better: ofFinding,
  otherwise: ofFinding,
  fingerprint: same,
});

const ofBehaviour = inOrder<Behaviour>({
  decisions: each(ofEffect),
  clauses: each(ofEffect),
  input: ofEffect,
  scope: inOrder<ProofScope>({ fromYear: same, toYear: same, longestList: same, assumptions: same, tried: same }),
});

const ofTransition = inOrder<Transition>({
  decision: same,
  before: same,
  after: same,
  count: same,
  direction: same,
  clauses: each(inOrder<Transition["clauses"][number]>({ clause: same, count: same })),
  first: same,
});

const ofImpact = inOrder<Impact>({
  cases: same,
  refused: each(inOrder<Impact["refused"][number]>({ case: same, side: same, message: same })),
  refusedCount: same,
  transitions: each(ofTransition),
  unchanged: same,
});

const ofReport = inOrder<DiffReport>({
  base: ofSide,
  head: ofSide,
  structure: each(ofChange),
  behaviour: ofBehaviour,
  impact: ofImpact,
});
