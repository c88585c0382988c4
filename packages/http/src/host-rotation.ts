import { invariant, ensurePresent } from '@coliseum/domain/assert';

export type HostRotation = {
  /** The base URL to use now, without a trailing slash. */
  readonly current: () => string;
  /** Moves on from `baseUrl`, unless another call already did. */
  readonly leave: (baseUrl: string) => void;
  readonly count: number;
};

/** The base URLs of one service in the order of preference. It stays with the one that works. */
export function createHostRotation(baseUrls: readonly string[]): HostRotation {
  invariant(baseUrls.length > 0, 'A service has at least one base URL.');
  const hosts = baseUrls.map((url) => url.replace(/\/+$/, ''));
  let index = 0;
  const current = (): string => ensurePresent(hosts[index], 'base URL');
  return {
    current,
    leave: (baseUrl) => {
      if (current() === baseUrl) index = (index + 1) % hosts.length;
    },
    count: hosts.length,
  };
}
