import fc from 'fast-check';

// CI tests every property with the same cases, so that a failure points at the change. Elsewhere the cases differ from
// run to run, and a failing property prints its seed.
if (process.env['CI'] === 'true') fc.configureGlobal({ seed: 20_261_122 });
