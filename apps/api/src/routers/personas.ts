import { publicProcedure, router } from '../trpc/init.ts';
import { describeRestPath } from '../trpc/rest-path.ts';
import { PersonaListInput, PersonaListView } from '../views/persona-list-view.ts';
import { PersonaView } from '../views/persona-view.ts';

export const personas = router({
  list: publicProcedure
    .meta(
      describeRestPath({
        path: '/personas',
        tag: 'Arena',
        summary: 'A page of persona weeks, newest first',
        description: 'Which persona all agents played in which week.',
        errors: [400],
      }),
    )
    .input(PersonaListInput.prefault({}))
    .output(PersonaListView)
    .query(({ ctx, input }) => ctx.queries.listPersonas(input)),
  current: publicProcedure
    .meta(
      describeRestPath({
        path: '/personas/current',
        tag: 'Arena',
        summary: "This week's persona, or null before the first week",
        description: 'All agents play the same persona for a week.',
      }),
    )
    .output(PersonaView.nullable())
    .query(({ ctx }) => ctx.queries.currentPersona()),
});
