/** The `exports` of a package.json of this repository: subpath or subpath pattern → file. */
export type PackageExports = Readonly<Record<string, string>>;

/** The file that `@coliseum/<package>/<subpath>` leads to by the package's `exports`, or null when it exports no such thing. */
export function findEntryPointFile(exports: PackageExports, subpath: string): string | null {
  const exact = exports[`./${subpath}`];
  if (exact !== undefined) return exact;
  for (const [pattern, file] of Object.entries(exports)) {
    const [prefix = '', suffix] = pattern.split('*');
    const request = `./${subpath}`;
    if (suffix === undefined || !request.startsWith(prefix) || !request.endsWith(suffix)) continue;
    return file.replace('*', request.slice(prefix.length, request.length - suffix.length));
  }
  return null;
}
