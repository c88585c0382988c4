import { centsToDecimal } from '@coliseum/domain/money';
import { describeBoard } from '@coliseum/scoring/describe-board';
import { describeVersusCrowd } from '@coliseum/scoring/describe-claim';
import type { GetName } from '@coliseum/scoring/format-figure';
import { SCORING_METHODOLOGY } from '@coliseum/scoring/methodology';
import type { SeasonFigures } from '@coliseum/scoring/season-figures';
import { formatTable } from './format-table.ts';

const DIGITS = 4;

/** The figures of a season for reading: both boards, the baselines, and what may be said about each agent. */
export function formatScores(figures: SeasonFigures, getName: GetName): string {
  const sections = [
    `${SCORING_METHODOLOGY}, complete days: ${figures.completeDays}`,
    describeBoard(figures, getName).text,
    formatTable([SKILL_HEAD, ...figures.skillBoard.map((row) => [getName(row.id), ...formatSkillRow(figures, row)])]),
    formatTable([MONEY_HEAD, ...figures.moneyBoard.map((row) => [getName(row.id), ...formatMoneyRow(figures, row)])]),
    formatTable([BASELINE_HEAD, ...Object.entries(figures.baselines).map(formatBaselineRow)]),
    ...describeAgents(figures, getName),
  ];
  return sections.join('\n\n');
}

const SKILL_HEAD = ['skill', 'rank', 'status', 'places', 'shrunk edge', 'mean edge', 'Brier', 'forecasts', 'coverage'];

function formatSkillRow(figures: SeasonFigures, { id, rank, status }: SeasonFigures['skillBoard'][number]): string[] {
  const agent = figures.agents[id];
  const places = figures.rankSets[id];
  return [
    rank === null ? '-' : String(rank),
    status,
    places === undefined ? '-' : places.join('-'),
    formatFigure(figures.shrinkage?.agents[id]?.shrunk),
    formatFigure(agent?.score.meanEdge),
    formatFigure(agent?.score.brier),
    String(agent?.score.n ?? 0),
    formatFigure(agent?.coverage.rate),
  ];
}

const MONEY_HEAD = ['money', 'rank', 'equity', 'bets', 'open', 'ROI', 'drawdown'];

function formatMoneyRow({ agents }: SeasonFigures, { id, rank }: SeasonFigures['moneyBoard'][number]): string[] {
  const money = agents[id]?.money;
  return [
    String(rank),
    centsToDecimal(money?.equityCents ?? 0),
    String(money?.bets ?? 0),
    String(money?.openBets ?? 0),
    formatFigure(money?.roi),
    formatFigure(money?.maxDrawdown),
  ];
}

const BASELINE_HEAD = ['baseline', 'mean edge', 'Brier', 'forecasts', 'equity'];

function formatBaselineRow([id, { score, money }]: readonly [string, SeasonFigures['baselines']['crowd']]): string[] {
  const { meanEdge, brier, n } = score;
  return [id, formatFigure(meanEdge), formatFigure(brier), String(n), centsToDecimal(money.equityCents)];
}

function describeAgents({ agents, versusCrowd }: SeasonFigures, getName: GetName): string[] {
  const sentences = Object.keys(agents).flatMap((id) => {
    const figure = versusCrowd[id];
    if (figure === undefined || (figure.estimate !== null && !('claim' in figure))) return [];
    return [describeVersusCrowd(getName(id), figure)];
  });
  return sentences.length === 0 ? [] : [sentences.join('\n')];
}

function formatFigure(figure: number | null | undefined): string {
  return figure === null || figure === undefined ? '-' : figure.toFixed(DIGITS);
}
