import { spawnSync } from 'node:child_process';

const networkVariables = /^(https?_proxy|no_proxy|node_extra_ca_certs|ssl_cert_(file|dir)|npm_config_registry)$/i;
const publicRegistry = 'https://registry.npmjs.org/';

/** Reads what this machine needs to reach the network: proxies, certificates and the npm registry's address. No secrets. */
export function readNetworkSettings(env: NodeJS.ProcessEnv): Readonly<Record<string, string>> {
  const settings: Record<string, string> = {};
  for (const [name, value] of Object.entries(env)) {
    if (networkVariables.test(name) && value !== undefined) settings[name] = value;
  }
  const registry = spawnSync('npm', ['config', 'get', 'registry'], { encoding: 'utf8', cwd: '/' }).stdout.trim();
  return registry === '' || registry === publicRegistry ? settings : { npm_config_registry: registry, ...settings };
}
