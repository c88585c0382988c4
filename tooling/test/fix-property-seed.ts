import fc from 'fast-check';

// In CI every property is tried with the same cases each time: a red run says something about the change. Elsewhere the
// cases are new each time, and a failing one prints its seed.
if (process.env['CI'] === 'true') fc.configureGlobal({ seed: 20_261_122 });
