import { z } from 'zod';

const text = z.string().nullish();

/** A citation as Exa sends it. Only the address is sure to be there. */
export const WireCitation = z.object({ url: z.string(), title: text, author: text, publishedDate: text });
export type WireCitation = z.infer<typeof WireCitation>;

/** The answer of `POST /answer`: a text, or an object where a schema was asked for. */
export const WireAnswer = z.object({
  requestId: text,
  answer: z.union([z.string(), z.record(z.string(), z.unknown())]),
  citations: z.array(z.unknown()).nullish(),
  costDollars: z.object({ total: z.number().nonnegative().nullish() }).nullish(),
});
export type WireAnswer = z.infer<typeof WireAnswer>;
