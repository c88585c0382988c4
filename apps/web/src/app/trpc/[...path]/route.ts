import { forwardToApi } from '#web/lib/api/forward-to-api.ts';

// The API refuses what it does not know, in its own form.
export {
  forwardToApi as DELETE,
  forwardToApi as GET,
  forwardToApi as HEAD,
  forwardToApi as OPTIONS,
  forwardToApi as PATCH,
  forwardToApi as POST,
  forwardToApi as PUT,
};
