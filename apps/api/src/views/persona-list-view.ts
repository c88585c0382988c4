import { z } from 'zod';
import { describeNumber } from './fields.ts';
import { pageFields, PageInput } from './pagination.ts';
import { PersonaView } from './persona-view.ts';

/** A page of weeks; the cursor is the number of the last one of the page before. */
export const PersonaListInput = PageInput.extend({
  cursor: z
    .int()
    .positive()
    .max(1_000_000)
    .meta({ description: 'Go on before this week, the `next_cursor` of the page before; `offset` is ignored then' })
    .optional(),
});
export type PersonaListInput = z.infer<typeof PersonaListInput>;

/** A page of persona weeks, newest first. */
export const PersonaListView = z
  .object({
    ...pageFields,
    next_cursor: describeNumber('`cursor` of the next page; null on the last', 152).nullable(),
    personas: z.array(PersonaView).meta({ description: 'The personas by week, newest first' }),
  })
  .meta({ id: 'PersonaList', description: 'A page of persona weeks, newest first' });
export type PersonaListView = z.infer<typeof PersonaListView>;
