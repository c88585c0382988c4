import type { Alert, AlertDelivery } from '@coliseum/domain/alert';
import { isAppError } from '@coliseum/domain/errors/app-error';
import type { Channel } from '@coliseum/observability/alerts/channel';
import type { AlertDependencies } from './alert-dependencies.ts';

/** Maximum delivery attempts per channel. */
const MAXIMUM_DELIVERIES = 8;
/** How long an attempt without a recorded outcome counts as under way; after that its worker is taken for dead. */
const UNDER_WAY_MS = 10 * 60_000;

type DeliveryDependencies = Pick<AlertDependencies, 'database' | 'channels' | 'clock' | 'logger'>;

/** Delivers an alert to the given channels in parallel and records the outcome of each. */
export async function recordDelivery(
  dependencies: DeliveryDependencies,
  alert: Alert,
  channels: readonly Channel[],
): Promise<void> {
  const outcomes = await Promise.all(
    channels.map(async (channel) => [channel.name, await deliver(dependencies, alert, channel)] as const),
  );
  const byChannel = new Map<string, DeliveryResult>(outcomes);
  await dependencies.database.alerts.update({
    ...alert,
    deliveries: alert.deliveries.map((delivery) => ({ ...delivery, ...byChannel.get(delivery.channel) })),
  });
}

type DeliveryResult = Pick<AlertDelivery, 'deliveredAt' | 'error'>;

async function deliver(
  { clock, logger }: DeliveryDependencies,
  alert: Alert,
  channel: Channel,
): Promise<DeliveryResult> {
  try {
    await channel.deliver(alert);
    return { deliveredAt: clock.now(), error: null };
  } catch (error) {
    if (!isAppError(error, 'ALERT_NOT_DELIVERED')) throw error;
    logger.error({ err: error, cause: alert.cause }, 'alert not delivered');
    return { deliveredAt: null, error: error.message };
  }
}

/** Retries every alert that a configured channel has not taken yet, up to the maximum number of attempts. */
export async function deliverPending(dependencies: DeliveryDependencies): Promise<void> {
  const now = dependencies.clock.now();
  for (const alert of await dependencies.database.alerts.listUndelivered()) {
    const open = dependencies.channels.filter(({ name }) =>
      alert.deliveries.some((delivery) => isOpen(delivery, name, { alert, now })),
    );
    const claimed = open.length === 0 ? null : await claim(dependencies, alert, open);
    if (claimed !== null) await recordDelivery(dependencies, claimed, open);
  }
}

type RetryCheck = { readonly alert: Alert; readonly now: Date };

function isOpen(delivery: AlertDelivery, channel: Channel['name'], { alert, now }: RetryCheck): boolean {
  const isUnderWay = delivery.error === null && now.getTime() - alert.raisedAt.getTime() < UNDER_WAY_MS;
  return (
    delivery.channel === channel &&
    delivery.deliveredAt === null &&
    delivery.attempts < MAXIMUM_DELIVERIES &&
    !isUnderWay
  );
}

/** Counts the attempt before it is made. Of two workers that read the same alert, one gets it and the other gets null. */
async function claim(
  { database }: DeliveryDependencies,
  alert: Alert,
  channels: readonly Channel[],
): Promise<Alert | null> {
  const names = new Set<string>(channels.map(({ name }) => name));
  const claimed = {
    ...alert,
    deliveries: alert.deliveries.map((delivery) =>
      names.has(delivery.channel) ? { ...delivery, attempts: delivery.attempts + 1 } : delivery,
    ),
  };
  return await database.withTransaction(async ({ alerts }) => {
    const current = (await alerts.listUndelivered()).find(({ id }) => id === alert.id);
    if (current === undefined || countAttempts(current) !== countAttempts(alert)) return null;
    await alerts.update(claimed);
    return claimed;
  });
}

function countAttempts({ deliveries }: Alert): number {
  return deliveries.reduce((sum, { attempts }) => sum + attempts, 0);
}
