const ranks = { trace: 10, debug: 20, info: 30, warn: 40, error: 50, fatal: 60 } as const;

export type LogLevel = keyof typeof ranks;

/**
 * What of a service's output line is shown on the terminal: of structured logs the message, from `minimumLevel` on;
 * anything else as it is. Null for a line that stays in the log file.
 */
export function formatTerminalLine(line: string, minimumLevel: LogLevel): string | null {
  if (line.trim() === '') return null;
  const record = parseRecord(line);
  if (record === null) return line;
  if (ranks[record.level] < ranks[minimumLevel]) return null;
  return record.level === 'info' ? record.message : `${record.level}: ${record.message}`;
}

type LogRecord = { readonly level: LogLevel; readonly message: string };

function parseRecord(line: string): LogRecord | null {
  if (!line.startsWith('{')) return null;
  try {
    const parsed: unknown = JSON.parse(line);
    const level = readText(parsed, 'level');
    const message = readText(parsed, 'msg');
    if (!isLevel(level) || message === undefined) return null;
    const reason = readText(readValue(parsed, 'err'), 'message');
    return { level, message: reason === undefined ? message : `${message} (${reason})` };
  } catch {
    return null;
  }
}

function isLevel(value: string | undefined): value is LogLevel {
  return value !== undefined && Object.hasOwn(ranks, value);
}

function readText(value: unknown, key: string): string | undefined {
  const found = readValue(value, key);
  return typeof found === 'string' ? found : undefined;
}

function readValue(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
}
