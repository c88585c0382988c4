import { publicProcedure, router } from '../trpc/init.ts';
import { PersonaView } from '../views/persona-view.ts';

export const persona = router({
  current: publicProcedure
    .meta({
      openapi: {
        method: 'GET',
        path: '/persona/current',
        protect: false,
        tags: ['Arena'],
        summary: "This week's persona, or null before the first",
      },
    })
    .output(PersonaView.nullable())
    .query(({ ctx }) => ctx.queries.currentPersona()),
});
