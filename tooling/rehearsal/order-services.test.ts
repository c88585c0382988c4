import { expect, test } from 'vitest';
import { parseCompose } from '../compose/compose-file.ts';
import { orderServices } from './order-services.ts';

const compose = parseCompose(
  `
services:
  web: { depends_on: { api: { condition: service_healthy } } }
  api: { depends_on: { prepare: { condition: service_completed_successfully } } }
  prepare: { depends_on: { mongo: { condition: service_healthy, required: false } } }
  mongo: {}
  chicken: { depends_on: { egg: { condition: service_started } } }
  egg: { depends_on: { chicken: { condition: service_started } } }
`,
  {},
);

test('each service comes after those it waits for, and one that does not run is not waited for', () => {
  expect(orderServices(compose, ['web', 'api', 'prepare'])).toEqual(['prepare', 'api', 'web']);
});

test('a circle is refused', () => {
  expect(() => orderServices(compose, ['chicken', 'egg'])).toThrow('circle');
});
