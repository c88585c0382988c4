import type { Alerts } from '../alerts/create-alerts.ts';

/** Alerts that do nothing, for tests of something else. */
export const silentAlerts: Alerts = {
  raise: () => Promise.resolve(),
  deliverPending: () => Promise.resolve(),
  noticeError: () => Promise.resolve(),
};
