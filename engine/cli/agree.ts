import type { Evaluation } from "../evaluate/procedure.ts";

/**
 * Runs a case on the second engine. The library is loaded when it is first needed.
 *
 * @throws ProblemsError where the two engines disagree: then nothing of the evaluation may be shown.
 */
export async function agree(evaluation: Evaluation): Promise<void> {
  const { assertAgreement } = await import("../interop/json-rules-engine/agreement.ts");
  await assertAgreement(evaluation);
}
