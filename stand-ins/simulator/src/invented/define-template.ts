import type { EventPlan, EventTemplate } from './event-template.ts';
import type { RandomSource } from './random-source.ts';

type TemplateOptions = {
  /** Without the KX of every series. */
  readonly series: string;
  readonly seriesTitle: string;
  readonly category: string;
  readonly source: string;
  readonly frequency?: string;
  readonly tags?: readonly string[];
  readonly listsLateClose?: boolean;
  readonly plan: (random: RandomSource, longDate: string) => EventPlan;
};

/** An event template with defaults for what is left out. */
export function defineTemplate(options: TemplateOptions): EventTemplate {
  return {
    series: {
      ticker: `KX${options.series}`,
      title: options.seriesTitle,
      category: options.category,
      frequency: options.frequency ?? 'daily',
      tags: options.tags ?? [options.category],
      sourceName: options.source,
    },
    listsLateClose: options.listsLateClose ?? false,
    plan: options.plan,
  };
}
