/** Slack cuts a message after some thousand characters, and then in the middle of an entity. */
const MAXIMUM_LENGTH = 3_500;

/**
 * A message in Slack's mrkdwn: the title bold, the rest as it is. The three characters Slack asks to escape are escaped,
 * so that text from outside can neither link nor call a channel.
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
