// An old Node reads this file first, so it may use nothing newer than Node 14. Every other file needs Node 20.
const oldestMajor = 20;

if (Number(process.versions.node.split('.')[0]) < oldestMajor) {
  process.stderr.write(
    `Coliseum needs Node ${oldestMajor} or newer to set itself up, and this is Node ${process.versions.node}. ` +
      'Install a newer one from https://nodejs.org and try again.\n',
  );
  process.exitCode = 1;
} else {
  void import('./main.mjs').then(({ main }) => main(process.argv.slice(2))).then((exitCode) => process.exit(exitCode));
}
