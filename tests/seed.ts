import fc from 'fast-check';

// The same texts every time, so that a change is judged by what it does. FC_SEED tries others.
fc.configureGlobal({ seed: Number(process.env.FC_SEED ?? 20_261_123) });
