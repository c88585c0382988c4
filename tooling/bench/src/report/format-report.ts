import type { Figure } from '../benchmark.ts';
import type { Machine } from '../machine.ts';
import { formatNumber } from './format-number.ts';
import { type Column, formatTable } from './format-table.ts';
import type { MeasuredSection, Report } from './report.ts';

const GIBIBYTE = 2 ** 30;

/** The report as a Markdown document. */
export function formatReport({ effort, machine, sections }: Report): string {
  const head = [
    '# Benchmarks',
    `Written by \`pnpm bench\`${effort === 'quick' ? ' with `--quick`: too little work to mean anything' : ''}, which measures only what it is asked to measure: each section says when that was. Every figure is the minimum, the median and the maximum of as many measurements as its row says.`,
    formatMachine(machine),
  ];
  return `${[...head, ...sections.map((section) => formatSection(section, machine))].join('\n\n')}\n`;
}

function formatMachine(machine: Machine): string {
  const rows = [['Machine', describeHardware(machine)], ...Object.entries(machine.versions)];
  const columns: Column[] = [
    { heading: '', align: 'left' },
    { heading: '', align: 'left' },
  ];
  return formatTable(columns, rows);
}

function describeHardware({ processor, processorCount, memoryBytes, system }: Machine): string {
  return `${processor}, ${processorCount} processors, ${formatNumber(memoryBytes / GIBIBYTE)} GiB, ${system}`;
}

/** The benchmarks keep up to two processes at work themselves, and Linux counts what waits for a disk too. */
const OWN_LOAD = 2.5;

function formatMoment(section: MeasuredSection, { commit, processorCount }: Machine): string {
  const { startedAt, loadAverageBefore, loadAverageAfter } = section;
  const state = commit === null ? '' : `, commit \`${commit}\``;
  const load = `load ${loadAverageBefore.toFixed(2)} before, ${loadAverageAfter.toFixed(2)} after (average of a minute)`;
  const moment = `Measured ${startedAt}${state}, ${load}.`;
  if (loadAverageBefore < processorCount && loadAverageAfter < processorCount + OWN_LOAD) return moment;
  return `${moment} **The machine had other work to do** on its ${processorCount} processors: rates are lower and vary more than on a machine at rest; ratios suffer less, as both sides were measured in turn.`;
}

const columns: readonly Column[] = [
  { heading: 'what', align: 'left' },
  { heading: 'where', align: 'left' },
  { heading: 'unit', align: 'left' },
  { heading: 'minimum', align: 'right' },
  { heading: 'median', align: 'right' },
  { heading: 'maximum', align: 'right' },
  { heading: 'times', align: 'right' },
  { heading: 'ratio', align: 'left' },
];

function formatSection(section: MeasuredSection, machine: Machine): string {
  const { title, figures, method } = section;
  const table = formatTable(columns, figures.map(formatFigure));
  return [
    `## ${title}`,
    formatMoment(section, machine),
    table,
    method.map((sentence) => `- ${sentence}`).join('\n'),
  ].join('\n\n');
}

function formatFigure({ what, where, unit, summary, ratio }: Figure): string[] {
  const { minimum, median, maximum, count } = summary;
  const numbers = [minimum, median, maximum].map(formatNumber);
  return [
    what,
    where,
    unit,
    ...numbers,
    String(count),
    ratio === null ? '' : `${formatNumber(ratio.value)} × ${ratio.of}`,
  ];
}
