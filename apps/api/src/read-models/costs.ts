import type { Agent } from '@coliseum/domain/agent';
import { CallPurpose, PaidService, type PaidCall } from '@coliseum/domain/paid-call';
import type { CostTotal, DayCostsView } from '../views/costs-view.ts';

/** What calls cost together. */
export function sumCosts(calls: readonly PaidCall[]): CostTotal {
  let [failed, unknown, cost] = [0, 0, 0];
  for (const { errorCode, costMicroDollars } of calls) {
    failed += Number(errorCode !== null);
    unknown += Number(costMicroDollars === null);
    // No sum of real costs comes near the end of what a number holds exactly.
    cost = Math.min(cost + (costMicroDollars ?? 0), Number.MAX_SAFE_INTEGER);
  }
  return { calls: calls.length, failed_calls: failed, unknown_costs: unknown, cost_micro_dollars: cost };
}

/** What calls cost, by service, purpose and agent; groups without a call are left out. `agents` are in roster order. */
export function buildCosts(calls: readonly PaidCall[], agents: readonly Agent[]): DayCostsView {
  const services = Map.groupBy(calls, ({ service }) => service);
  const purposes = Map.groupBy(calls, ({ purpose }) => purpose);
  const byAgent = Map.groupBy(calls, ({ agentId }) => agentId);
  return {
    total: sumCosts(calls),
    services: PaidService.options.flatMap((service) => {
      const group = services.get(service);
      return group ? [{ service, ...sumCosts(group) }] : [];
    }),
    purposes: CallPurpose.options.flatMap((purpose) => {
      const group = purposes.get(purpose);
      return group ? [{ purpose, ...sumCosts(group) }] : [];
    }),
    agents: agents.flatMap(({ id, name }) => {
      const group = byAgent.get(id);
      return group ? [{ agent_id: id, agent_name: name, ...sumCosts(group) }] : [];
    }),
  };
}
