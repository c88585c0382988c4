import { BetOutcome } from '@coliseum/domain/bet';
import { Id } from '@coliseum/domain/id';
import { DecimalPrice } from '@coliseum/domain/price';
import { z } from 'zod';

// Each function makes one field of a response, with what it is, its unit and an example, as the OpenAPI document shows them.

/** Whole US cents: the exact figure behind every amount in dollars. `what` is a noun such as "The stake". */
export function describeCents(what: string, example = 500_000) {
  return z.int().meta({ description: `${what}, in whole US cents: exact`, examples: [example] });
}

/** US dollars, exact to the cent: for display, not for arithmetic. */
export function describeDollars(what: string, example = 5_000) {
  return z.number().meta({ description: `${what}, in US dollars, to the cent: for display`, examples: [example] });
}

/** An exact price, settlement value or probability, with at most six decimals. */
export function describeDecimal(what: string, example = '0.45') {
  return DecimalPrice.meta({ description: `${what}: an exact decimal from 0 to 1`, examples: [example] });
}

/** A point in time with milliseconds, in a year of four digits. */
export function describeInstant(what: string, example = '2026-11-22T14:00:00.000Z') {
  return z.iso.datetime({ precision: 3 }).meta({ description: `${what}: ISO 8601 in UTC`, examples: [example] });
}

/** A match date or any other date. */
export function describeDate(what: string, example = '2026-11-22') {
  return z.iso.date().meta({ description: `${what}: a UTC date, YYYY-MM-DD`, examples: [example] });
}

/** A count from 0. */
export function describeCount(what: string, example = 5) {
  return z
    .int()
    .nonnegative()
    .meta({ description: `${what}: a count, 0 or more`, examples: [example] });
}

/** Millionths of a US dollar, as services charge them. */
export function describeMicroDollars(what: string, example = 250_000) {
  const description = `${what}, in millionths of a US dollar, 0 or more`;
  return z
    .int()
    .nonnegative()
    .meta({ description, examples: [example] });
}

/** A number from 1. */
export function describeNumber(what: string, example = 1) {
  return z
    .int()
    .positive()
    .meta({ description: `${what}, counted from 1`, examples: [example] });
}

/** Any figure; `what` says its unit and range. */
export function describeFigure(what: string, example: number) {
  return z.number().meta({ description: what, examples: [example] });
}

/** Text. What comes from outside or from a model is text to show, never HTML. */
export function describeText(what: string, example: string) {
  return z.string().meta({ description: what, examples: [example] });
}

/** True or false. */
export function describeFlag(what: string, example = false) {
  return z.boolean().meta({ description: what, examples: [example] });
}

/** An id of ours. `what` is what it belongs to, such as "the event". */
export function describeId(what: string, example = '665f1c2e9b3a4d5e6f708192') {
  return Id.meta({ description: `Id of ${what}: 24 hexadecimal digits`, examples: [example] });
}

/** A SHA-256. */
export function describeSha256(what: string) {
  const example = '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08';
  const description = `${what}: a SHA-256 in 64 hexadecimal digits`;
  return z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .meta({ description, examples: [example] });
}

/** The colours and initials of an agent, as its crest shows them. */
export const crestFields = {
  display_color: describeText('Colour of the agent: # and six hexadecimal digits', '#ff6b35'),
  display_color_text: describeText('Colour of text on that colour: # and six hexadecimal digits', '#ffffff'),
  avatar_initials: describeText('One to three letters on the crest', 'CO'),
};

export const CategoryField = describeText('What the match is about, one word of a closed set', 'finance');

/** One settled answer in an agent's form. */
export const FormMark = z.enum(['WIN', 'LOSS', 'VOID', 'EVEN', 'PASS', 'NO_ANSWER']).meta({
  description: 'A settled answer. PASS was chosen; NO_ANSWER is a timeout, a refusal or an unusable answer',
});
export type FormMark = z.infer<typeof FormMark>;

/** How one answer ended. */
export const OutcomeField = BetOutcome.nullable().meta({
  description: 'How the answer ended; null until its event is settled. EVEN: the side was paid exactly its price',
});
