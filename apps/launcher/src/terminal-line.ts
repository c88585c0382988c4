const ranks = { trace: 10, debug: 20, info: 30, warn: 40, error: 50, fatal: 60 } as const;

export type LogLevel = keyof typeof ranks;

/**
 * Formats a line of service output for the terminal: the message of a log record of `minimumLevel` or above, any other
 * line as it is. Null for a line that is only for the log file.
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
  const text = readValue(value, key);
  return typeof text === 'string' ? text : undefined;
}

function readValue(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
}
