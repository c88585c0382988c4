import type { JsonPiece } from './find-json.ts';

/** The names that models and their servers give to what is thought aloud, and to what is only tried out. */
const NAMES =
  'think|thinking|thought|thoughts|reason|reasoning|reflection|reflect|analysis|scratchpad|draft|drafts|example|inner_monologue|begin_of_thought|end_of_thought|begin▁of▁thinking|end▁of▁thinking|start_thinking|end_thinking';

/**
 * One end of a block of reasoning: `<think>`, `</think>`, `[THINK]`, `◁think▷`, `<|START_THINKING|>`. Every part has a
 * length, so that the search stays linear.
 */
const MARK = new RegExp(
  String.raw`(?:<[|｜]?|\[|◁)\s{0,3}(\/?)\s{0,3}(?:[\w-]{1,20}:)?(${NAMES})(?:\s[^<>[\]◁▷]{0,80})?\s{0,3}(?:[|｜]?>|\]|▷)`,
  'gi',
);
/** The channels of the "harmony" format: only what follows the last `final` was meant for the reader. */
const CHANNEL = /<\|channel\|>\s{0,3}(\w{1,20})[^<]{0,80}<\|message\|>/gi;
const CHANNEL_END = /<\|(?:end|return|start)\|>/i;

/**
 * A text in which the reasoning is blanked out, so that what stays keeps its place. A block that is never closed takes
 * everything after it, and an end without a beginning everything before it. What looks like a mark inside a JSON object
 * is a part of its text.
 */
export function cutReasoning(text: string, objects: readonly JsonPiece[]): string {
  const outside = blankOut(text, objects);
  const blocks = [...findChannelBlocks(outside), ...findBlocks(outside)];
  return blankOut(text, blocks);
}

type Block = { readonly start: number; readonly end: number };

function findBlocks(text: string): readonly Block[] {
  const blocks: Block[] = [];
  let openedAt: number | null = null;
  for (const mark of text.matchAll(MARK)) {
    const isEnd = mark[1] === '/' || /^end/i.test(mark[2] ?? '');
    if (isEnd) {
      blocks.push({ start: openedAt ?? 0, end: mark.index + mark[0].length });
      openedAt = null;
    } else openedAt ??= mark.index;
  }
  return openedAt === null ? blocks : [...blocks, { start: openedAt, end: text.length }];
}

function findChannelBlocks(text: string): readonly Block[] {
  const last = [...text.matchAll(CHANNEL)].at(-1);
  if (last === undefined) return [];
  if (last[1]?.toLowerCase() !== 'final') return [{ start: 0, end: text.length }];
  const start = last.index + last[0].length;
  const length = CHANNEL_END.exec(text.slice(start))?.index ?? text.length - start;
  return [
    { start: 0, end: start },
    { start: start + length, end: text.length },
  ];
}

function blankOut(text: string, blocks: readonly Block[]): string {
  const parts: string[] = [];
  let from = 0;
  for (const { start, end } of mergeBlocks(blocks)) {
    parts.push(text.slice(from, start), ' '.repeat(end - start));
    from = end;
  }
  return [...parts, text.slice(from)].join('');
}

/** The same blocks in their order, without overlaps. */
function mergeBlocks(blocks: readonly Block[]): readonly Block[] {
  const merged: Block[] = [];
  for (const block of blocks.toSorted((a, b) => a.start - b.start)) {
    const last = merged.at(-1);
    if (last !== undefined && block.start <= last.end) {
      merged[merged.length - 1] = { start: last.start, end: Math.max(last.end, block.end) };
    } else merged.push(block);
  }
  return merged;
}
