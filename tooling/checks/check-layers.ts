import { findForbiddenImports } from './find-forbidden-imports.ts';

const { modules, forbidden, unseen } = await findForbiddenImports(process.cwd());
for (const line of forbidden) console.log(line);
for (const path of unseen) console.log(`${path}: not checked`);
console.log(`${modules} modules, ${forbidden.length} forbidden imports, ${unseen.length} files not checked`);
process.exitCode = modules > 0 && forbidden.length === 0 && unseen.length === 0 ? 0 : 1;
