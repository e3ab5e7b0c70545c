import { config } from 'zod';

// Loaded before any schema is made: zod otherwise tries whether it may make code from text, which the page forbids.
config({ jitless: true });
