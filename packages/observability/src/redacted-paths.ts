const SECRET_FIELDS = [
  'alertSlackWebhookUrl',
  'alertSmtpUrl',
  'apiKey',
  'api_key',
  'authorization',
  'Authorization',
  'cookie',
  'mongodbUrl',
  'openRouterApiKey',
  'exaApiKey',
  'logfireToken',
  'operatorToken',
  'password',
  'queueUrl',
  'secret',
  'smtpUrl',
  'token',
  'webhookUrl',
  'x-api-key',
] as const;

/** pino paths of the fields that are never logged, at the top level and up to three levels down. */
export const redactedPaths: string[] = ['', '*.', '*.*.', '*.*.*.'].flatMap((prefix) =>
  SECRET_FIELDS.map((field) =>
    field.includes('-') ? `${prefix.replace(/\.$/, '')}["${field}"]` : `${prefix}${field}`,
  ),
);
