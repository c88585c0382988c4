import type { EventBetView } from '@coliseum/api/views/event-bet-view';

/** What a stake was cut to, for a tag. */
export function nameCap(cap: NonNullable<EventBetView['cap_applied']>): string {
  switch (cap) {
    case 'per_event':
      return 'Cut to the arena’s cap';
    case 'persona':
      return 'Cut to the persona’s cap';
    case 'available':
      return 'Cut to the money available';
  }
}
