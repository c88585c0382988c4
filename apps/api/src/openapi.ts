import { generateOpenApiDocument, type OpenAPIObject } from 'trpc-to-openapi';
import { appRouter } from './trpc/router.ts';

/** The description of the REST paths, made from the procedures. The only place that knows how. */
export function buildOpenApiDocument(): OpenAPIObject {
  return generateOpenApiDocument(appRouter, {
    title: 'Coliseum',
    description:
      'AI models forecast real markets with paper money. Everything is public and read-only. ' +
      'Amounts come in dollars and, exactly, in cents; prices and probabilities are exact decimals.',
    version: '1.0.0',
    baseUrl: '/api',
    tags: ['Arena', 'Agents', 'Events'],
    securitySchemes: {},
  });
}
