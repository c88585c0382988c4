import { AlertDelivery, type Alert } from '@coliseum/domain/alert';
import type { StoredDocument, StoredRow, StoredValueObject } from '../contract/stored-document.ts';
import { toObjectId } from './values.ts';

export function toAlertDocument(alert: Alert): StoredDocument<'Alert'> {
  return {
    _id: toObjectId(alert.id),
    cause: alert.cause,
    kind: alert.kind,
    title: alert.title,
    text: alert.text,
    raised_at: alert.raisedAt,
    deliveries: alert.deliveries.map(toDelivery),
  };
}

export function fromAlertRow(row: StoredRow<'Alert'>): Alert {
  return {
    id: row._id,
    cause: row.cause,
    kind: row.kind,
    title: row.title,
    text: row.text,
    raisedAt: row.raised_at,
    deliveries: row.deliveries.map(fromDelivery),
  };
}

function toDelivery(delivery: AlertDelivery): StoredValueObject<'AlertDelivery'> {
  return {
    channel: delivery.channel,
    attempts: delivery.attempts,
    delivered_at: delivery.deliveredAt,
    error: delivery.error,
  };
}

function fromDelivery(row: StoredRow<'Alert'>['deliveries'][number]): AlertDelivery {
  return AlertDelivery.parse({
    channel: row.channel,
    attempts: row.attempts,
    deliveredAt: row.delivered_at ?? null,
    error: row.error ?? null,
  } satisfies Record<keyof AlertDelivery, unknown>);
}
