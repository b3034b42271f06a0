import type { Evaluation, EvaluationInput, Procedure } from "../evaluate/procedure.ts";
import { type Problem, ProblemsError } from "../source/problem.ts";
import { renderProblem } from "../source/render.ts";
import type { Conversation } from "./dialogue.ts";
import { nextQuestion } from "./next-question.ts";
import { Question } from "./question.ts";

/** What an interview is about, before anything is asked. */
export type Setting = Omit<EvaluationInput, "facts">;

/** What an interview came to. */
export interface Interviewed {
  /** The facts that were told, by id. */
  readonly facts: ReadonlyMap<string, unknown>;
  readonly evaluation: Evaluation;
}

const introduction = `Answer with a value, or with the number of an option. Leave an answer empty if you
don't know it, write \`none\` for what is not there or has not happened, \`?\` to see
who knows it, and \`back\` to correct the answer before.
`;

/**
 * Asks for the facts that can still matter, one after the other, until none can or no more answers come.
 *
 * @throws ProblemsError where the case can't be decided whatever its facts are.
 */
export async function interview(
  procedure: Procedure,
  setting: Setting,
  conversation: Conversation,
): Promise<Interviewed> {
  const decide = (facts: ReadonlyMap<string, unknown>): Evaluation =>
    procedure.evaluateWithWorkings({ ...setting, facts: Object.fromEntries(facts) });
  let facts: ReadonlyMap<string, unknown> = new Map();
  let evaluation = decide(facts);
  /** The facts asked for, in that order. */
  const asked: string[] = [];
  let next = nextQuestion(evaluation, new Set(asked));
  if (next !== undefined) await conversation.say(introduction);
  while (next !== undefined) {
    const { model } = evaluation.program;
    const fact = model.facts.get(next);
    if (fact === undefined) throw new Error(`a missing fact is not declared: ${next}`);
    const question = new Question(
      fact,
      model.parties.get(fact.entry.knownBy) ?? "someone else",
      conversation,
      (value) => procedure.readFacts(model, { [fact.id]: value }).problems,
    );
    const answer = await question.ask();
    if (answer === "ended") break;
    if (answer === "back") {
      const last = asked.pop();
      if (last === undefined) await conversation.say("This is the first question.\n");
      else {
        facts = new Map([...facts].filter(([id]) => id !== last));
        evaluation = decide(facts);
        next = last;
      }
      continue;
    }
    if (answer.value !== undefined) {
      const more = new Map([...facts, [fact.id, answer.value]]);
      const problems = problemsIn(() => {
        evaluation = decide(more);
      });
      for (const problem of problems) await conversation.say(`${renderProblem(problem)}\n`);
      if (problems.length > 0) continue;
      facts = more;
    }
    asked.push(fact.id);
    next = nextQuestion(evaluation, new Set(asked));
  }
  return { facts, evaluation };
}

function problemsIn(work: () => void): readonly Problem[] {
  try {
    work();
    return [];
  } catch (error) {
    if (error instanceof ProblemsError) return error.problems;
    throw error;
  }
}
