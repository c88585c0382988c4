const pollMs = 1_000;

/**
 * Calls `onGone` once when the npm or pnpm that started us is gone. If it is killed outright it forwards no signal, and
 * its children would run for ever. Started by hand, we may outlive the shell.
 * @param {() => void} onGone
 * @param {{ env?: NodeJS.ProcessEnv, parentId?: () => number }} [surroundings]
 * @returns {() => void} ends the watch
 */
export function watchParent(onGone, { env = process.env, parentId = () => process.ppid } = {}) {
  if (env.npm_lifecycle_event === undefined) return () => undefined;
  const parent = parentId();
  const timer = setInterval(() => {
    if (parentId() === parent) return;
    clearInterval(timer);
    onGone();
  }, pollMs);
  timer.unref();
  return () => clearInterval(timer);
}
