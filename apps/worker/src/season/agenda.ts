/** Work of a season at a simulated time. */
export type AgendaItem =
  | { readonly kind: 'settle-event'; readonly at: Date; readonly eventId: string; readonly order: string }
  | { readonly kind: 'look-up-control'; readonly at: Date; readonly order: string }
  | { readonly kind: 'run-day'; readonly at: Date; readonly date: string; readonly order: string };

/** Remaining work, earliest first. At the same time, settlements come before match days, then by `order`. */
export type Agenda = {
  readonly add: (item: AgendaItem) => void;
  /** Removes and returns the next item at or before `until`; undefined when there is none. */
  readonly takeNext: (until: Date) => AgendaItem | undefined;
};

/** Implemented as a binary heap, because a season of years has thousands of items. */
export function createAgenda(): Agenda {
  const heap: AgendaItem[] = [];
  return {
    add: (item) => {
      heap.push(item);
      siftUp(heap);
    },
    takeNext: (until) => {
      const first = heap[0];
      if (first === undefined || first.at > until) return undefined;
      const last = heap.pop();
      if (last !== undefined && heap.length > 0) {
        heap[0] = last;
        siftDown(heap);
      }
      return first;
    },
  };
}

function isBefore(a: AgendaItem | undefined, b: AgendaItem | undefined): boolean {
  if (a === undefined || b === undefined) return a !== undefined;
  const byTime = a.at.getTime() - b.at.getTime();
  if (byTime !== 0) return byTime < 0;
  if (a.kind !== b.kind) return a.kind === 'settle-event';
  return a.order < b.order;
}

function siftUp(heap: AgendaItem[]): void {
  let index = heap.length - 1;
  while (index > 0) {
    const parent = (index - 1) >> 1;
    if (!isBefore(heap[index], heap[parent])) return;
    swap(heap, index, parent);
    index = parent;
  }
}

function siftDown(heap: AgendaItem[]): void {
  let index = 0;
  for (;;) {
    const left = 2 * index + 1;
    const smaller = isBefore(heap[left + 1], heap[left]) ? left + 1 : left;
    if (!isBefore(heap[smaller], heap[index])) return;
    swap(heap, index, smaller);
    index = smaller;
  }
}

function swap(heap: AgendaItem[], a: number, b: number): void {
  const first = heap[a];
  const second = heap[b];
  if (first === undefined || second === undefined) return;
  heap[a] = second;
  heap[b] = first;
}
