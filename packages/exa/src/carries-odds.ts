import { oddsDomains } from './odds-domains.ts';

const known = new Set(oddsDomains);

/** Whether the address belongs to a host of {@link oddsDomains}, or to a subdomain of one. Similar names do not count. */
export function carriesOdds(url: string): boolean {
  const host = URL.parse(url)?.hostname.replace(/\.$/, '') ?? '';
  const labels = host.split('.');
  return labels.some((_, start) => known.has(labels.slice(start).join('.')));
}
