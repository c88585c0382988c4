import { createRandomSource } from '../invented/random-source.ts';
import { clamp } from '../market/logit.ts';
import type { MarketUniverse } from '../market/market-universe.ts';
import { decideBet } from './decide-bet.ts';
import { getModelMind } from './model-minds.ts';
import { readBriefFacts, readNumberTag, readTag } from './prompt-reader.ts';
import { writeReasoning } from './write-reasoning.ts';

const EVEN_ODDS = 0.5;

/** The JSON text of a betting decision on the market that the prompt's `<ticker>` names. */
export function answerBet(
  deps: { readonly universe: MarketUniverse; readonly seed: string },
  slug: string,
  prompt: string,
): string {
  const ticker = readTag(prompt, 'ticker') ?? '';
  const market = deps.universe.findMarket(ticker)?.market;
  const lockedPrice = clamp(readNumberTag(prompt, 'locked_price') ?? EVEN_ODDS, 0.001, 0.999);
  const mind = getModelMind(slug);
  const decision = decideBet({
    seed: deps.seed,
    slug,
    mind,
    ticker,
    personaName: readTag(prompt, 'persona_name') ?? '',
    latentProbability: market?.latentProbability ?? lockedPrice,
    lockedPrice,
    maxStakeDollars: readNumberTag(prompt, 'max_stake_dollars') ?? 0,
  });
  const random = createRandomSource(`coliseum/simulator/${deps.seed}/words/${slug}/${ticker}`);
  const reasoning = writeReasoning(random, mind.voice, decision, {
    question: (readTag(prompt, 'question') ?? market?.title ?? 'this market').replaceAll('"', "'"),
    lockedPrice,
    // Briefs of recorded markets hold no news to reason from, only the record itself.
    briefFacts: market?.quotes.kind === 'constant' ? [] : readBriefFacts(prompt),
  });
  return JSON.stringify({ ...decision, reasoning });
}
