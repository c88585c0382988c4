import type { EventTemplate } from '../event-template.ts';
import { cultureTemplates } from './culture.ts';
import { economicsTemplates } from './economics.ts';
import { marketsAndCompaniesTemplates } from './markets-and-companies.ts';
import { politicsTemplates } from './politics.ts';
import { scienceAndTransportTemplates } from './science-and-transport.ts';
import { sportsTemplates } from './sports.ts';
import { weatherTemplates } from './weather.ts';

/** Every kind of question the simulator can ask. Their order is part of what a seed means. */
export const allTemplates: readonly EventTemplate[] = [
  ...politicsTemplates,
  ...economicsTemplates,
  ...weatherTemplates,
  ...sportsTemplates,
  ...marketsAndCompaniesTemplates,
  ...cultureTemplates,
  ...scienceAndTransportTemplates,
];
