import type { Database } from '@coliseum/db/database';
import { anyPaidCall } from '@coliseum/db/testing/arbitrary-operations';
import { sampleModel } from '@coliseum/db/testing/sample-model';
import type { PersonaWeek } from '@coliseum/domain/persona';
import { toReceipt } from '@coliseum/receipts/to-receipt';
import { createSampleArena } from './sample-arena.ts';
import { createSampleId } from './sample-models.ts';

/**
 * Stores the sample arena with a persona and a receipt for each of its days, as the commits of a worker would. The
 * first day dropped an answer.
 */
export async function insertSampleDays(database: Database): Promise<void> {
  const { agents, batches, events, bets } = createSampleArena();
  const persona = createPersona(batches[0]?.weekNumber ?? 1);
  const dropped = sampleModel(anyPaidCall, { date: batches[0]?.date ?? '', answer: null, droppedAt: new Date(0) });
  await database.agents.insertMany(agents);
  await database.personas.activate(persona);
  await database.paidCalls.insertMany([dropped]);
  for (const batch of batches) {
    const isOfDay = ({ batchId }: { readonly batchId: string }) => batchId === batch.id;
    const [dayEvents, dayBets] = [events.filter(isOfDay), bets.filter(isOfDay)];
    await database.batches.insert(batch);
    await database.events.insertMany(dayEvents);
    await database.bets.insertMany(dayBets);
    const droppedCalls = dropped.date === batch.date ? [dropped] : [];
    const content = { batch, persona, events: dayEvents, bets: dayBets, agents, timesPlayed: 1, droppedCalls };
    const previous = await database.receipts.findLatest();
    await database.receipts.insert(toReceipt({ id: database.newId(), content, previous, at: batch.createdAt }));
  }
}

function createPersona(weekNumber: number): PersonaWeek {
  const config = {
    name: 'Momentum Trader',
    description: 'Follows “what moves”.',
    version: '1.0',
    risk_tolerance: 'medium',
    confidence_threshold: 62.5,
    max_bet_percentage: 5,
    decision_framework: 'Look at what moved.',
    evaluation_criteria: ['Momentum'],
    prompt_template: 'You follow what moves:\n\t{{ question }}',
  } as const;
  return {
    id: createSampleId('e', 900),
    weekNumber,
    startDate: '2026-03-02',
    endDate: '2026-03-08',
    personaName: config.name,
    configFile: 'personas/momentum-trader.yaml',
    description: config.description,
    config: { ...config, evaluation_criteria: [...config.evaluation_criteria] },
    active: true,
    createdAt: new Date('2026-03-02T05:00:00.000Z'),
  };
}
