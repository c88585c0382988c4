import type { Alert } from '@coliseum/domain/alert';
import { isAppError } from '@coliseum/domain/errors/app-error';
import { fromAlertRow, toAlertDocument } from '../documents/alert-document.ts';
import type { Store } from '../store.ts';
import type { Page } from './batch-repository.ts';
import { hasItemWithout } from './filters.ts';
import { collectRows, streamRows } from './map-rows.ts';
import { insertDocuments, updateDocuments } from './write-documents.ts';

export type AlertRepository = {
  /** Returns false, and writes nothing, when an alert of the same cause exists. Not for use in a transaction. */
  insert(alert: Alert): Promise<boolean>;
  update(alert: Alert): Promise<void>;
  /** Alerts that some channel has not taken yet, oldest first. */
  listUndelivered(): Promise<Alert[]>;
  /** Newest first. */
  list(page: Page): Promise<Alert[]>;
  /** Every alert, oldest id first. */
  stream(): AsyncIterable<Alert>;
};

const COLLECTION = 'alerts';

export function createAlertRepository({ read, write }: Store): AlertRepository {
  const { alerts } = read;
  return {
    insert: async (alert) => {
      try {
        await insertDocuments<'Alert'>(write, COLLECTION, [toAlertDocument(alert)]);
        return true;
      } catch (error) {
        if (isAppError(error, 'DATABASE_CONFLICT')) return false;
        throw error;
      }
    },
    update: (alert) => updateDocuments<'Alert'>(write, COLLECTION, [toAlertDocument(alert)]),
    listUndelivered: () =>
      collectRows(
        alerts.where(hasItemWithout('deliveries', 'delivered_at')).orderBy({ raised_at: 1, _id: 1 }).all(),
        fromAlertRow,
      ),
    list: ({ limit, offset }) =>
      collectRows(alerts.orderBy({ raised_at: -1, _id: -1 }).offset(offset).limit(limit).all(), fromAlertRow),
    stream: () => streamRows(alerts.orderBy({ _id: 1 }).all(), fromAlertRow),
  };
}
