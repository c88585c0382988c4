/**
 * Loaded into every child before its own code. A launcher that was killed cannot stop its children, so each child stops
 * when its channel to the launcher closes.
 */
process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'));
// Listening alone must not keep a child alive that has nothing left to do.
process.channel?.unref();
