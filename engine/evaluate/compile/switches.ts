/** Whether an alternative is switched on. */
export interface Switch {
  isOn: boolean;
}

/**
 * The alternatives that the conditions of a program ask for, each to be switched on and off between cases. Where cases
 * under many sets of readings come one after the other, one program that is switched is quicker than one for each set:
 * what a program consists of must be near at hand, and sixty of them are not.
 */
export class Switches {
  readonly #all = new Map<string, Map<string, Switch>>();
  #on: readonly Switch[] = [];

  /** The switch of an alternative. */
  of(reading: string, alternative: string): Switch {
    const ofReading = this.#all.get(reading) ?? new Map<string, Switch>();
    this.#all.set(reading, ofReading);
    const known = ofReading.get(alternative) ?? { isOn: false };
    ofReading.set(alternative, known);
    return known;
  }

  /** Switches some alternatives on, and all others off. It must not be done while a case is under way. */
  set(on: readonly Switch[]): void {
    if (on === this.#on) return;
    for (const each of this.#on) each.isOn = false;
    for (const each of on) each.isOn = true;
    this.#on = on;
  }
}
