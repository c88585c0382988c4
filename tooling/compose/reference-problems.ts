import { isActive, type Compose, type Service } from './compose-file.ts';

type NamedService = readonly [name: string, service: Service];

/**
 * What in a Compose file leads nowhere: dependencies, networks and volumes that are not declared, and declared ones that
 * nobody uses; a service that waits for the health of one without a check; and for each way to start the file, a service
 * that cannot do without one that does not run then.
 */
export function findReferenceProblems(compose: Compose, waysToStart: readonly (readonly string[])[]): string[] {
  const services = Object.entries(compose.services);
  return [
    ...services.flatMap((service) => findMissing(service, compose)),
    ...services.flatMap((service) => findUnchecked(service, compose)),
    ...findUnused(
      'network',
      Object.keys(compose.networks),
      services.flatMap(([, { networks }]) => networks),
    ),
    ...findUnused(
      'volume',
      Object.keys(compose.volumes),
      services.flatMap(([, service]) => listVolumes(service)),
    ),
    ...waysToStart.flatMap((profiles) => findInactive(services, compose, profiles)),
  ];
}

function findMissing([name, service]: NamedService, { services, networks, volumes }: Compose): string[] {
  const missing = (kind: string, asked: readonly string[], declared: object): string[] =>
    asked.filter((wanted) => !(wanted in declared)).map((wanted) => `${name}: there is no ${kind} ${wanted}`);
  return [
    ...missing('service', Object.keys(service.depends_on), services),
    ...missing('network', service.networks, networks),
    ...missing('volume', listVolumes(service), volumes),
  ];
}

function findUnchecked([name, { depends_on: needs }]: NamedService, { services }: Compose): string[] {
  return Object.entries(needs).flatMap(([needed, { condition }]) =>
    condition === 'service_healthy' && needed in services && services[needed]?.healthcheck === undefined
      ? [`${name} waits until ${needed} is healthy, which has no health check`]
      : [],
  );
}

function findUnused(kind: string, declared: readonly string[], used: readonly string[]): string[] {
  return declared.filter((name) => !used.includes(name)).map((name) => `nobody uses the ${kind} ${name}`);
}

function findInactive(services: readonly NamedService[], compose: Compose, profiles: readonly string[]): string[] {
  const start = profiles.length === 0 ? 'without a profile' : `with --profile ${profiles.join(' --profile ')}`;
  return services
    .filter(([, service]) => isActive(service, profiles))
    .flatMap(([name, { depends_on: needs }]) =>
      Object.entries(needs)
        .filter(([needed, { required }]) => required && !isActiveNamed(compose, needed, profiles))
        .map(([needed]) => `${start}, ${name} needs ${needed}, which does not run`),
    );
}

function isActiveNamed({ services }: Compose, name: string, profiles: readonly string[]): boolean {
  const service = services[name];
  return service === undefined || isActive(service, profiles);
}

/** The volumes of a service that have a name. What begins with a dot or a slash is a folder of the host. */
function listVolumes({ volumes }: Service): string[] {
  return volumes.map((volume) => volume.split(':', 1).join('')).filter((source) => !/^[./~]/.test(source));
}
