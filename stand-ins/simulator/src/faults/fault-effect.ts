/** What a service's fault does to one call. */
export type FaultEffect =
  /** Answered in place of the route. A text is sent as a page of HTML, anything else as JSON. */
  | {
      readonly kind: 'answer';
      readonly status: number;
      readonly headers?: Readonly<Record<string, string>>;
      readonly body: unknown;
    }
  /** Nothing is ever answered, or nothing after half a body. */
  | { readonly kind: 'hang' | 'hang-in-body' }
  /** The connection is broken. */
  | { readonly kind: 'drop' }
  /** The route's own answer, altered. Errors of the route stay as they are. */
  | { readonly kind: 'change'; readonly change: AnswerChange };

/** The body of an answer before it is written out. */
export type Answer = Readonly<Record<string, unknown>>;

export type AnswerChange = (answer: Answer, call: ChangedCall) => Answer;

export type ChangedCall = {
  readonly query: unknown;
  readonly body: unknown;
  /** The simulator's time, in epoch milliseconds. */
  readonly nowMs: number;
};

/** The faults that every service can have. */
export const transportEffects = {
  hang: { kind: 'hang' },
  'hang-in-body': { kind: 'hang-in-body' },
  'connection-drop': { kind: 'drop' },
  'not-json': { kind: 'answer', status: 200, body: renderHtmlPage('Welcome') },
} as const satisfies Readonly<Record<string, FaultEffect>>;

/** A page such as a proxy or a CDN sends in place of a service's answer. */
function renderHtmlPage(title: string): string {
  return `<!DOCTYPE html>\n<html><head><title>${title}</title></head><body><h1>${title}</h1></body></html>\n`;
}

/** An answer in JSON with this status. */
export function createJsonAnswer(
  status: number,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): FaultEffect {
  return { kind: 'answer', status, body, headers };
}

/** A page of HTML with this status. */
export function createHtmlAnswer(status: number, title: string): FaultEffect {
  return { kind: 'answer', status, body: renderHtmlPage(title) };
}
