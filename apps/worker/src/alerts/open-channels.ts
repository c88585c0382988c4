import type { Environment } from '@coliseum/config/environment';
import { AppError } from '@coliseum/domain/errors/app-error';
import type { Channel } from '@coliseum/observability/alerts/channel';
import { createEmailChannel } from '@coliseum/observability/alerts/email-channel';
import { createSlackChannel } from '@coliseum/observability/alerts/slack-channel';

type ChannelSettings = Pick<Environment, 'alertSlackWebhookUrl' | 'alertSmtpUrl' | 'alertEmailFrom' | 'alertEmailTo'>;

/** The channels that the environment configures. Throws CONFIG_INVALID for e-mail that is only partly configured. */
export function openChannels(settings: ChannelSettings): readonly Channel[] {
  const { alertSlackWebhookUrl: webhookUrl } = settings;
  const slack = webhookUrl === undefined ? [] : [createSlackChannel({ webhookUrl })];
  return [...slack, ...openEmail(settings)];
}

function openEmail(settings: ChannelSettings): readonly Channel[] {
  const { alertSmtpUrl: smtpUrl, alertEmailFrom: from, alertEmailTo: to } = settings;
  if (smtpUrl === undefined && from === undefined && to.length === 0) return [];
  if (smtpUrl !== undefined && from !== undefined && to.length > 0) return [createEmailChannel({ smtpUrl, from, to })];
  const message =
    'Alerts by e-mail need all of ALERT_SMTP_URL, ALERT_EMAIL_FROM and ALERT_EMAIL_TO. Set those that are missing, or none.';
  throw new AppError({ code: 'CONFIG_INVALID', message });
}
