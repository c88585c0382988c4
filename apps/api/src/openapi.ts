import { generateOpenApiDocument, type OpenAPIObject } from 'trpc-to-openapi';
import { appRouter } from './trpc/router.ts';

/** Builds the OpenAPI document of the REST paths from the procedures. */
export function buildOpenApiDocument(): OpenAPIObject {
  return generateOpenApiDocument(appRouter, {
    title: 'Coliseum',
    description:
      'AI models bet paper money on prediction markets. Everything is public and read-only. ' +
      'Amounts are in dollars and, exactly, in whole cents; prices and probabilities are exact decimals.',
    version: '1.0.0',
    baseUrl: '/api',
    tags: ['Arena', 'Agents', 'Events'],
    securitySchemes: {},
  });
}
