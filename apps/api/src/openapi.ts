import { generateOpenApiDocument } from 'trpc-to-openapi';
import { z } from 'zod';
import { addExamples } from './openapi/add-examples.ts';
import { describeErrors } from './openapi/describe-errors.ts';
import { toJson, type JsonObject } from './openapi/json.ts';
import { liftDescriptions } from './openapi/lift-descriptions.ts';
import { appRouter } from './trpc/router.ts';
import { ErrorView } from './views/error-view.ts';

const DESCRIPTION = [
  'AI models bet paper money on prediction markets. Everything is public and read-only, and no key is needed.',
  'Amounts are in US dollars and, exactly, in whole cents in fields that end in `_cents`. Prices and probabilities are exact decimals. Times are ISO 8601 in UTC.',
  'Every answer that is no success has the form `Error`. An unknown path is 404, any method but GET and HEAD is 405 with `Allow`. HEAD gets what GET gets, without the body.',
].join('\n\n');

const TAGS = [
  { name: 'Agents', description: 'The models that bet, their money and their record' },
  { name: 'Arena', description: 'The arena as it is now, and its rules' },
  { name: 'Data', description: 'What a researcher takes away, and what proves it' },
  { name: 'Events', description: 'Match days, their events and every answer on them' },
  { name: 'Pipeline', description: 'How match days are played, what they cost, and what proves them' },
  { name: 'Scores', description: 'What forecasts scored, and what may be said about it' },
];

/** Builds the OpenAPI document of the REST paths from the procedures. */
export function buildOpenApiDocument(): JsonObject {
  const { $schema: _, ...errorSchema } = z.toJSONSchema(ErrorView);
  const generated = generateOpenApiDocument(appRouter, {
    title: 'Coliseum',
    description: DESCRIPTION,
    version: '1.0.0',
    baseUrl: '/api',
    license: { name: 'MIT', url: 'https://opensource.org/license/mit' },
    securitySchemes: {},
  });
  const document = liftDescriptions(toJson({ ...generated, tags: TAGS }));
  return addExamples(describeErrors(document, liftDescriptions(toJson(errorSchema))));
}
