import { publicProcedure, router } from '../trpc/init.ts';
import { describeRestPath } from '../trpc/rest-path.ts';
import { PersonaView } from '../views/persona-view.ts';

export const persona = router({
  current: publicProcedure
    .meta(
      describeRestPath({
        path: '/persona/current',
        tag: 'Arena',
        summary: "This week's persona, or null before the first week",
        description: 'All agents play the same persona for a week.',
      }),
    )
    .output(PersonaView.nullable())
    .query(({ ctx }) => ctx.queries.currentPersona()),
});
