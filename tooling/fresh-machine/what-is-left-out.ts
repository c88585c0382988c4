const words = (text: string): readonly string[] => text.trim().split(/\s+/);

/** Top-level folders of a Debian. Any other one belongs to this machine alone and is left out. */
export const debianFolders: ReadonlySet<string> = new Set(
  words('bin boot dev etc home lib lib32 lib64 libx32 media mnt opt proc root run sbin srv sys tmp usr var'),
);

/** Folders that a new Debian has empty. */
export const emptiedFolders = words(`
  home media mnt opt root run srv tmp var/cache/apt/archives var/lib/apt/lists var/tmp`);

/** Debian packages that the arena could use without declaring it. */
export const removedPackages = /^(chromium|google-chrome|firefox|redis|mongodb|postgresql)/;

/** Programs installed without a package, and whatever came with Node that is not Node or npm. */
export const removedPrograms = words(`
  chromium chromium-browser google-chrome google-chrome-stable redis-server mongod postgres
  pnpm pnpx yarn yarnpkg corepack bun deno tsc tsx turbo`);
