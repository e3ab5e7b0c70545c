/** A count of the work a comparison may do. A clock would give other answers on other machines; a count does not. */
export type Effort = {
  readonly spent: number;
  readonly limit: number;
  /** What one step may take. */
  readonly most: number;
  /** Claims work about to be done; `false` where it is more than is left or than one step may take, and then nothing is claimed. */
  claim(cost: number): boolean;
  /** Begins a step of which nobody knows the cost before; it is claimed bit by bit, until what one step may take is used up. */
  begin(): Spend;
};

/** Claims more work for the same step; `false` where it may take no more. */
export type Spend = (cost: number) => boolean;

/** Makes a count that allows `limit` in all and `most` in one step. */
export function makeEffort({ limit = 60_000_000, most = 4_000_000 } = {}): Effort {
  let spent = 0;
  const claim = (cost: number) => {
    if (cost > most || spent + cost > limit) return false;
    spent += cost;
    return true;
  };
  return {
    limit,
    most,
    get spent() {
      return spent;
    },
    claim,
    begin() {
      let left = most;
      return (cost) => {
        if (cost > left || !claim(cost)) return false;
        left -= cost;
        return true;
      };
    },
  };
}
