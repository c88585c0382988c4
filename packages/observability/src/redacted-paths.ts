const SECRET_FIELDS = [
  'apiKey',
  'api_key',
  'authorization',
  'Authorization',
  'cookie',
  'mongodbUrl',
  'openRouterApiKey',
  'exaApiKey',
  'logfireToken',
  'password',
  'queueUrl',
  'secret',
  'token',
  'x-api-key',
] as const;

/** Fields whose values never reach the log, at the top and up to three levels down. */
export const redactedPaths: string[] = ['', '*.', '*.*.', '*.*.*.'].flatMap((prefix) =>
  SECRET_FIELDS.map((field) =>
    field.includes('-') ? `${prefix.replace(/\.$/, '')}["${field}"]` : `${prefix}${field}`,
  ),
);
