import type { Agent } from '@coliseum/domain/agent';
import { ensurePresent } from '@coliseum/domain/assert';
import type { Bet } from '@coliseum/domain/bet';
import type { Telemetry } from '@coliseum/observability/telemetry';

/** Records the metrics of a committed day's decisions: decision, confidence and duration by agent. */
export function recordDay(
  telemetry: Pick<Telemetry, 'count' | 'record'>,
  { bets }: { readonly bets: readonly Bet[] },
  agents: readonly Agent[],
): void {
  const byId = new Map(agents.map((agent) => [agent.id, agent]));
  for (const { agentId, decision, abstainReason, confidence, latencyMs } of bets) {
    const { name, modelSlug } = ensurePresent(byId.get(agentId), `agent ${agentId}`);
    const agent = { agent: name, model: modelSlug };
    telemetry.count('coliseum.decisions', 1, { ...agent, decision, reason: abstainReason ?? 'none' });
    if (confidence !== null) telemetry.record('coliseum.decision.confidence', confidence, agent);
    if (latencyMs !== null) telemetry.record('coliseum.decision.duration', latencyMs, agent);
  }
}
