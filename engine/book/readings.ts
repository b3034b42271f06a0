import { humanise } from "../explain/names.ts";
import type { RevisionModel } from "../procedure/model.ts";
import { anchorOf } from "./anchors.ts";
import { linkProse } from "./links.ts";
import type { Triangles } from "./triangles.ts";
import { oneLine, type Span, type Words } from "./words.ts";

/** How a place that the source leaves open is read. */
export interface BookReading {
  readonly id: string;
  readonly anchor: string;
  readonly name: string;
  readonly question: string;
  readonly reading: Words;
  readonly why: Words;
  readonly alternatives: readonly BookAlternative[];
  /** The clauses that rest on it. */
  readonly clauses: readonly Span[];
  /** Whether every result rests on it. */
  readonly isThroughout: boolean;
  readonly triangle?: string;
}

/** How it could be read otherwise. */
export interface BookAlternative {
  readonly says: Words;
  /** How a caller asks for it, `reading=alternative`; nothing where nobody can. */
  readonly switch?: string;
}

/** The register of readings. */
export function readingsOf(model: RevisionModel, triangles: Triangles): readonly BookReading[] {
  return [...model.interpretations.keys()].flatMap((id) => readingOf(id, model, triangles));
}

/** A reading of the revision; none where there is none of that id. */
export function readingOf(id: string, model: RevisionModel, triangles: Triangles): readonly BookReading[] {
  const entry = model.interpretations.get(id);
  if (entry === undefined) return [];
  const switchable = model.switchable.get(id) ?? [];
  const words = (text: string) => linkProse(text, model.clauses);
  const clauses = [...model.clauses.values()].filter(({ interpretations }) => interpretations.includes(id));
  return [
    {
      id,
      anchor: anchorOf("interpretation", id),
      name: humanise(id),
      question: oneLine(entry.question),
      reading: words(entry.reading),
      why: words(entry.why),
      alternatives: entry.alternatives.map((one) => ({
        says: words(one.says),
        ...(switchable.includes(one.id) ? { switch: `${id}=${one.id}` } : {}),
      })),
      clauses: clauses.map((clause) => ({ text: clause.id, to: anchorOf("clause", clause.id) })),
      isThroughout: model.interpretationsThroughout.includes(id),
      ...triangles.beside("interpretation", id),
    },
  ];
}
