import { readEnvironment, type Environment } from '@coliseum/config/environment';
import { fitCommands } from '@coliseum/config/fit-commands';
import type { Alert } from '@coliseum/domain/alert';
import { AppError } from '@coliseum/domain/errors/app-error';
import { openChannels } from '../../alerts/open-channels.ts';
import { runCheck } from '../check.ts';
import type { CommandResult } from '../command-result.ts';
import { formatTable } from '../format-table.ts';
import type { ProcessEnvironment } from '../process-environment.ts';
import { withSession } from '../with-session.ts';

const SHOWN = 20;

/**
 * `arena alerts`: lists the latest alerts and their deliveries. With `--test`, sends a test message to every channel.
 */
export async function showAlerts(
  processEnvironment: ProcessEnvironment,
  { test }: { readonly test?: boolean },
): Promise<CommandResult> {
  if (test === true) return await testChannels(readEnvironment(processEnvironment.env));
  return await withSession(processEnvironment, async ({ database }) => {
    const latest = await database.alerts.list({ limit: SHOWN, offset: 0 });
    const text = latest.length === 0 ? 'No alerts.' : formatTable(latest.map(toRow));
    return { data: { alerts: latest }, text };
  });
}

function toRow({ raisedAt, title, deliveries }: Alert): string[] {
  const states = deliveries.map(({ channel, deliveredAt, attempts }) =>
    deliveredAt === null ? `${channel}: not delivered (attempts: ${attempts})` : `${channel}: delivered`,
  );
  return [raisedAt.toISOString(), title, states.length === 0 ? 'no channel configured' : states.join(', ')];
}

async function testChannels(environment: Environment): Promise<CommandResult> {
  const channels = openChannels(environment);
  if (channels.length === 0) {
    const message =
      'No channel is configured. Set ALERT_SLACK_WEBHOOK_URL, or ALERT_SMTP_URL, ALERT_EMAIL_FROM and ALERT_EMAIL_TO.';
    throw new AppError({ code: 'CONFIG_INVALID', message });
  }
  const message = {
    title: 'Test alert',
    text: fitCommands('Nothing is wrong. An operator ran "npm run arena -- alerts --test".', environment.arenaCommand),
  };
  const checks = await Promise.all(
    channels.map(async (channel) => {
      return await runCheck(channel.name, async () => {
        await channel.deliver(message);
        return 'test message delivered';
      });
    }),
  );
  const rows = checks.map(({ name, ok, detail }) => `${ok ? 'ok  ' : 'FAIL'}  ${name}: ${detail}`);
  return { data: { channels: checks }, text: rows.join('\n'), isInOrder: checks.every(({ ok }) => ok) };
}
