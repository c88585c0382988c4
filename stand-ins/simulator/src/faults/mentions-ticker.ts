/** Whether a text names a market: its ticker whole, not as the beginning of a longer one. */
export function mentionsTicker(text: string, ticker: string): boolean {
  return text.split(/[^\w.-]+/).some((word) => word.startsWith(ticker) && /^[.-]*$/.test(word.slice(ticker.length)));
}
