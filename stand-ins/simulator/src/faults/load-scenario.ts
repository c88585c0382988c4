import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { AppError } from '@coliseum/domain/errors/app-error';
import { parseDocument } from 'yaml';
import { z } from 'zod';
import { Scenario } from './scenario.ts';

/**
 * Reads a scenario of YAML, or of JSON, which is YAML too.
 * @throws AppError SCENARIO_INVALID naming every mistake with its place.
 */
export async function loadScenario(path: string): Promise<Scenario> {
  const text = await readFile(path, 'utf8').catch((cause: unknown) => {
    throw createScenarioError(path, 'the file cannot be read', cause);
  });
  const document = parseDocument(text);
  const [mistake] = document.errors;
  if (mistake) throw createScenarioError(path, mistake.message, mistake);
  return parseScenario(document.toJS() ?? {}, path);
}

/**
 * Checks a scenario, wherever it comes from.
 * @throws AppError SCENARIO_INVALID naming every mistake with its place.
 */
export function parseScenario(value: unknown, source: string): Scenario {
  const scenario = Scenario.safeParse(value);
  if (!scenario.success) throw createScenarioError(source, z.prettifyError(scenario.error));
  return scenario.data;
}

function createScenarioError(source: string, what: string, cause?: unknown): AppError {
  const message = `Scenario ${basename(source)}: ${what}\nThe README of stand-ins/simulator lists what a scenario can say.`;
  return new AppError({ code: 'SCENARIO_INVALID', message, details: { source }, cause });
}
