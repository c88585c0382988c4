/** In characters. Slack cuts longer messages itself, possibly in the middle of an entity. */
const MAXIMUM_LENGTH = 3_500;

/**
 * Formats a message as Slack mrkdwn with a bold title. Escapes the three characters Slack requires, so that text from
 * outside cannot create links or mention a channel.
 */
export function formatSlackText({ title, text }: { readonly title: string; readonly text: string }): string {
  return `*${escapeMarkup(joinLines(title))}*\n${escapeMarkup(shorten(text))}`;
}

function escapeMarkup(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function joinLines(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}

function shorten(text: string): string {
  return text.length <= MAXIMUM_LENGTH ? text : `${text.slice(0, MAXIMUM_LENGTH)} …`;
}
