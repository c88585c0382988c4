import { parse } from 'yaml';
import { z } from 'zod';
import { interpolate } from './interpolate.ts';

const Dependency = z.looseObject({
  condition: z.enum(['service_started', 'service_healthy', 'service_completed_successfully']),
  required: z.boolean().default(true),
});

/** What our file says about a service. All of it is checked against Compose's own schema by `findSchemaProblems`. */
const Service = z.looseObject({
  image: z.string().optional(),
  build: z.object({ context: z.string(), target: z.string() }).optional(),
  command: z.array(z.string()).optional(),
  user: z.string().optional(),
  environment: z.record(z.string(), z.string()).default({}),
  profiles: z.array(z.string()).default([]),
  networks: z.array(z.string()).default([]),
  network_mode: z.string().optional(),
  ports: z.array(z.string()).default([]),
  volumes: z.array(z.string()).default([]),
  tmpfs: z.array(z.string()).default([]),
  depends_on: z.record(z.string(), Dependency).default({}),
  healthcheck: z.looseObject({ test: z.array(z.string()) }).optional(),
  restart: z.string().optional(),
  read_only: z.boolean().default(false),
  cap_drop: z.array(z.string()).default([]),
  cap_add: z.array(z.string()).default([]),
  security_opt: z.array(z.string()).default([]),
  mem_limit: z.string().optional(),
});
export type Service = z.infer<typeof Service>;

const Compose = z.looseObject({
  services: z.record(z.string(), Service),
  networks: z.record(z.string(), z.unknown()).default({}),
  volumes: z.record(z.string(), z.unknown()).default({}),
});
export type Compose = z.infer<typeof Compose>;

type Variables = Readonly<Record<string, string | undefined>>;

/** A Compose file as plain data, with its variables replaced. Throws an error that says what cannot be read. */
export function resolveComposeText(text: string, variables: Variables): unknown {
  return replaceVariables(parse(text, { merge: true }), variables);
}

/** The services, networks and volumes of a Compose file whose variables are replaced. */
export function parseCompose(text: string, variables: Variables): Compose {
  return Compose.parse(resolveComposeText(text, variables));
}

/** Compose replaces variables in values, never in keys. */
function replaceVariables(value: unknown, variables: Variables): unknown {
  if (typeof value === 'string') return interpolate(value, variables);
  if (Array.isArray(value)) return value.map((item) => replaceVariables(item, variables));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, replaceVariables(inner, variables)]));
}

/** Whether a service runs with these profiles. Compose takes "no profile" for the empty one. */
export function isActive({ profiles }: Service, asked: readonly string[]): boolean {
  const active = asked.length === 0 ? [''] : asked;
  return profiles.length === 0 || profiles.some((profile) => active.includes(profile));
}
