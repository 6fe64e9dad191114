import { configureGlobal } from 'fast-check';

/** What random tests begin with, so that a run can be had again; another one tries other cases: `SEED=1 npx jest`. */
export const seed = Number(process.env.SEED ?? 20_251_125);

// Jest loads this before each file of tests.
configureGlobal({ seed });
