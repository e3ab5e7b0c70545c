/** Whether every case is to be tried: `npm run test:cases`. */
export const isLong = process.env.CASES === 'all';

/** How many random cases a test tries: a third of what it may, all with `npm run test:cases`. */
export function howMany(all: number): number {
  return isLong ? all : Math.ceil(all / 3);
}
