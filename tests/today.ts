/** The day the tests take for today: what is in force must not depend on when they run. */
export const today = '2026-11-23';
