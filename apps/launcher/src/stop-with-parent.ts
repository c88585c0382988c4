/**
 * Loaded into every child before its own code: a launcher that was killed cannot stop anybody, so each child notices
 * that the channel to it closed and stops as if it had been asked to.
 */
process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'));
// Listening must not keep a child alive that has nothing left to do.
process.channel?.unref();
