/** A count of the work a comparison may do. A clock would give other answers on other machines; a count does not. */
export type Effort = {
  readonly spent: number;
  readonly limit: number;
  /** Claims work about to be done; `false` where it is more than is left or than one step may take, and then nothing is claimed. */
  claim(cost: number): boolean;
};

/** Makes a count that allows `limit` in all and `most` in one step. */
export function makeEffort({ limit = 60_000_000, most = 4_000_000 } = {}): Effort {
  let spent = 0;
  return {
    limit,
    get spent() {
      return spent;
    },
    claim(cost) {
      if (cost > most || spent + cost > limit) return false;
      spent += cost;
      return true;
    },
  };
}
