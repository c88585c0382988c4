import type { ModelVoice } from './model-minds.ts';

/** Sentences of one voice. `{question}`, `{price}`, `{chance}`, `{side}` and `{fact}` stand for the case at hand. */
export type VoiceLines = {
  readonly openings: readonly string[];
  readonly onPrice: readonly string[];
  readonly onFact: readonly string[];
  readonly onBet: readonly string[];
  readonly onPass: readonly string[];
};

export const voiceLines: Readonly<Record<ModelVoice, VoiceLines>> = {
  terse: {
    openings: ['On "{question}" I arrive at {chance}.', '"{question}": my number is {chance}.'],
    onPrice: ['The lock is {price}.', 'Price {price}, mine {chance}.'],
    onFact: ['What moved me: {fact}.', 'Relevant line of the brief: {fact}.'],
    onBet: ['Small position on {side}.', 'I take {side}, kept small on purpose.'],
    onPass: ['The gap does not cover the fee. Pass.', 'No bet: too close to the price.'],
  },
  measured: {
    openings: [
      'The rules of "{question}" are clear enough, so the question is one of frequency.',
      'I considered what would have to happen for "{question}" to resolve either way.',
    ],
    onPrice: [
      'My estimate of {chance} sits against a locked price of {price}.',
      'Weighing both directions I come to {chance}, with YES at {price}.',
    ],
    onFact: ['The brief notes that {fact}, which I gave moderate weight.', 'I took into account that {fact}.'],
    onBet: [
      'The difference justifies a modest stake on {side}.',
      'After the fee there is still something left on {side}.',
    ],
    onPass: ['After the fee nothing remains, so I abstain.', 'I would rather pass than pay for a coin toss.'],
  },
  swagger: {
    openings: [
      'Everybody seems to have settled on one story about "{question}".',
      '"{question}" is being read too simply.',
    ],
    onPrice: [
      'A price of {price} looks lazy to me; I make it {chance}.',
      'At {price} the crowd is napping, I say {chance}.',
    ],
    onFact: ['Nobody is talking about this part: {fact}.', 'The overlooked line is that {fact}.'],
    onBet: ['I am on {side} and not shy about it.', '{side}, with conviction.'],
    onPass: ['Even I cannot pick a fight with this one.', 'No quarrel with the price today.'],
  },
  upbeat: {
    openings: [
      '"{question}" has a natural favourite, and favourites usually deliver.',
      'The likelier side of "{question}" looks solid.',
    ],
    onPrice: [
      'I see {chance} where the market says {price}.',
      'The market’s {price} could lean further; I have {chance}.',
    ],
    onFact: ['Encouragingly, {fact}.', 'It fits the picture that {fact}.'],
    onBet: ['Happy to back {side}.', 'I go with {side}.'],
    onPass: ['A fine market to watch from the side.', 'Nothing to add at this price.'],
  },
  scattered: {
    openings: [
      'A lot of things could matter for "{question}".',
      'My reading of "{question}" changed twice while writing this.',
    ],
    onPrice: ['Somewhere around {chance}, I think, against {price}.', 'Call it {chance}; the screen says {price}.'],
    onFact: ['Then again, {fact}.', 'Also {fact}, which may or may not help.'],
    onBet: ['Leaning {side} in the end.', 'I will go with {side} for today.'],
    onPass: ['Too many loose ends, so I sit out.', 'I could not make the pieces agree, so no bet.'],
  },
  deferential: {
    openings: [
      'The price on "{question}" already reflects what is public.',
      'I have little to add to the market on "{question}".',
    ],
    onPrice: ['It says {price} and I end at {chance}.', 'Starting from {price}, I move only to {chance}.'],
    onFact: ['The brief’s remark that {fact} is most likely in the price.', 'Others will have read that {fact}.'],
    onBet: ['A token stake on {side}.', 'A small stake with {side}, to stay involved.'],
    onPass: ['I leave the price alone.', 'Without a disagreement there is no bet.'],
  },
  numerical: {
    openings: [
      'Base rate first, then adjustments, for "{question}".',
      'I wrote "{question}" as a frequency and updated once.',
    ],
    onPrice: ['Posterior {chance}, lock {price}.', 'That gives {chance} against {price} on the board.'],
    onFact: ['The update came from this: {fact}.', 'Evidence used: {fact}.'],
    onBet: ['Expected value is positive on {side} by my arithmetic.', 'The sign of the difference says {side}.'],
    onPass: ['The difference is inside my error, so I abstain.', 'Expected value rounds to nothing; abstain.'],
  },
  dreamer: {
    openings: [
      'Unlikely is not impossible, and "{question}" is a case of that.',
      'I like to ask what the surprise would look like in "{question}".',
    ],
    onPrice: ['{price} leaves little room for the unexpected; I say {chance}.', 'From {price} I shade it to {chance}.'],
    onFact: ['A small crack in the consensus: {fact}.', 'Consider that {fact}.'],
    onBet: ['A ticket on {side}.', 'I will hold a little {side} for the stranger outcome.'],
    onPass: ['No surprise worth paying for here.', 'This one looks as dull as it is priced.'],
  },
};
