import { z } from 'zod';
import { describeText } from './fields.ts';

/** The body of every answer that is no success. It says nothing about the inside of the arena. */
export const ErrorView = z
  .object({
    code: describeText('What is wrong, one of a closed set of words', 'BAD_REQUEST'),
    message: describeText('What is wrong and what to do, in a sentence', 'limit: Too big: expected number to be <=100'),
    field: describeText('The parameter that is wrong; null where none is', 'limit').nullable(),
    request_id: describeText('Names this request in the log, as the header x-request-id does', 'proxy-12345678'),
  })
  .meta({ description: 'The body of every answer that is no success' });
export type ErrorView = z.infer<typeof ErrorView>;
