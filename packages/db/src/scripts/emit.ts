import { mkdir, writeFile } from 'node:fs/promises';
import { emitContract } from '../contract/emit-contract.ts';

const { contractJson, contractDts } = await emitContract();
const directory = new URL('../contract/generated/', import.meta.url);
await mkdir(directory, { recursive: true });
await writeFile(new URL('contract.json', directory), contractJson);
await writeFile(new URL('contract.d.ts', directory), contractDts);
