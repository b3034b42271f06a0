import type { Day } from "../calendar/day.ts";
import type { Operand } from "../language/known.ts";
import { Frame, type Room } from "./frame.ts";

/**
 * Room for evaluations of which nobody keeps the workings, used for case after case: clearing what lies at hand is much
 * quicker than making new room.
 */
export class Workspace {
  /** The values of the facts of the case, once they were read. */
  readonly facts: Operand[] = [];
  #frame: Frame | undefined;
  #room: Room | undefined;

  /** A frame for those facts, in which nothing is worked out yet. It holds until the next one is asked for. */
  frame(asOf: Day, room: Room): Frame {
    if (this.#frame === undefined || this.#room !== room) {
      this.#frame = new Frame(this.facts, asOf, room);
      this.#room = room;
      return this.#frame;
    }
    this.#frame.startOver(asOf);
    return this.#frame;
  }
}
