import type { Figure, Section } from '../benchmark.ts';
import type { Machine } from '../machine.ts';
import { formatNumber } from './format-number.ts';
import { type Column, formatTable } from './format-table.ts';
import type { Report } from './report.ts';

const GIBIBYTE = 2 ** 30;

/** The report as a Markdown document. */
export function formatReport(report: Report): string {
  const head = [
    '# Benchmarks',
    `Written by \`pnpm bench --long\`${report.effort === 'quick' ? ' with `--quick`: too little work to mean anything' : ''}. Every figure is the minimum, the median and the maximum of as many measurements as its row says.`,
    formatMachine(report),
    ...busyNote(report),
  ];
  return `${[...head, ...report.sections.map(formatSection)].join('\n\n')}\n`;
}

function formatMachine({ startedAt, machine, loadAverageBefore, loadAverageAfter }: Report): string {
  const rows = [
    ['Measured', `${startedAt}${machine.commit === null ? '' : `, commit \`${machine.commit}\``}`],
    ['Machine', describeHardware(machine)],
    ['Load', `${loadAverageBefore.toFixed(2)} before, ${loadAverageAfter.toFixed(2)} after (average of a minute)`],
    ...Object.entries(machine.versions),
  ];
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

function busyNote({ machine, loadAverageBefore, loadAverageAfter }: Report): string[] {
  const { processorCount } = machine;
  if (loadAverageBefore < processorCount && loadAverageAfter < processorCount + OWN_LOAD) return [];
  return [
    `**The machine had other work to do** on its ${processorCount} processors, before or during the benchmarks. Rates are lower, and further apart, than on a machine at rest; the ratios suffer less, as both sides were measured in turn.`,
  ];
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

function formatSection({ title, figures, method }: Section): string {
  const table = formatTable(columns, figures.map(formatFigure));
  return [`## ${title}`, table, method.map((sentence) => `- ${sentence}`).join('\n')].join('\n\n');
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
