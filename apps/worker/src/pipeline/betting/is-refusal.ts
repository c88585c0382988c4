/** Longer texts argue, and deserve a second question. */
const MAX_CHARACTERS = 1_000;
const DECLINES =
  /\b(?:can[’']?t|cannot|can not|unable to|not able to|won[’']t|will not|must decline to|decline to)\s{1,5}(?:\w{1,20}\s{1,5}){0,3}(?:help|assist|comply|participate|engage|take part|fulfil|fulfill|facilitate)\b/i;

/**
 * Whether a text without an object says that the model will not do what it is asked. Asking again would not help. Words
 * such as "I won't bet" are none: the model may pass, and is asked to say so with its probability.
 */
export function isRefusal(text: string): boolean {
  return text.length <= MAX_CHARACTERS && !text.includes('{') && DECLINES.test(text);
}
