/** Thrown when the checkout cannot be set up. Its message says what to do, so no stack trace is shown. */
export class SetupError extends Error {
  name = 'SetupError';

  /**
   * @param {string} message
   * @param {number} [exitCode]
   */
  constructor(message, exitCode = 1) {
    super(message);
    this.exitCode = exitCode;
  }
}
