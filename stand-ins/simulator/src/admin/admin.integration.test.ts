import { request } from 'node:http';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Simulator } from '../start-simulator.ts';
import { deleteJson, getJson, readObjects, postJson, sendJson } from '../testing/json-client.ts';
import { startStoppableSimulator, startTestSimulator, testLock } from '../testing/started-simulator.ts';

let simulator: Simulator;
beforeAll(async () => {
  simulator = await startTestSimulator();
});
beforeEach(async () => {
  simulator.setNow(testLock);
  await Promise.all(['faults', 'latencies', 'requests'].map((what) => deleteJson(callAdmin(what))));
});
afterAll(() => simulator.stop());

function callAdmin(what: string): string {
  return `${simulator.url}/admin/${what}`;
}

function fetchStatus(path = '/exchange/status') {
  return getJson(simulator.kalshiBaseUrl + path);
}

const rule = { name: 'limits', service: 'kalshi', kinds: ['rate-limited'], calls: [2] };

test('a rule works from when it is put until it is deleted, and counts what it did', async () => {
  await sendJson('PUT', callAdmin('faults'), { faults: [rule] });
  const answers = [await fetchStatus(), await fetchStatus(), await fetchStatus()];
  expect(answers.map((answer) => answer.status)).toEqual([200, 429, 200]);
  expect(answers[1]?.body).toEqual({ error: 'too many requests' });
  expect((await getJson(callAdmin('faults'))).body).toEqual({ faults: [{ ...rule, seen: 3, fired: 1 }] });
  expect((await deleteJson(callAdmin('faults'))).body).toEqual({ faults: [] });
});

test('single rules are added, replaced by name and removed', async () => {
  await postJson(callAdmin('faults'), { ...rule, calls: undefined });
  await postJson(callAdmin('faults'), { ...rule, name: 'other', kinds: ['not-found'], calls: undefined });
  expect((await fetchStatus()).status).toBe(429);
  await postJson(callAdmin('faults'), rule);
  expect((await fetchStatus()).status).toBe(404);
  expect((await deleteJson(callAdmin('faults/other'))).body).toMatchObject({ faults: [{ name: 'limits' }] });
  expect(await deleteJson(callAdmin('faults/other'))).toMatchObject({ status: 404, body: { error: /other/ } });
});

test('an invalid rule is refused with its place, and changes nothing', async () => {
  await postJson(callAdmin('faults'), rule);
  const refused = await sendJson('PUT', callAdmin('faults'), { faults: [{ ...rule, kinds: ['hung'] }] });
  expect(refused).toMatchObject({ status: 400, body: { error: expect.stringContaining('faults[0].kinds[0]') } });
  expect((await postJson(callAdmin('faults'), { service: 'kalshi' })).status).toBe(400);
  expect((await getJson(callAdmin('faults'))).body).toMatchObject({ faults: [{ name: 'limits' }] });
});

test('a latency rule delays the answers it matches', async () => {
  const latencies = [{ service: 'kalshi', endpoint: '/exchange/status', latency: { kind: 'fixed', ms: 60 } }];
  expect((await sendJson('PUT', callAdmin('latencies'), { latencies })).body).toEqual({ latencies });
  const startedAt = performance.now();
  await fetchStatus();
  expect(performance.now() - startedAt).toBeGreaterThan(55);
  await fetchStatus('/series');
  expect(readObjects((await getJson(callAdmin('requests'))).body, 'requests')).toMatchObject([
    { endpoint: '/exchange/status', delayMs: 60 },
    { endpoint: '/series', delayMs: 0 },
  ]);
  const wrong = { latencies: [{ service: 'kalshi', latency: { kind: 'normal' } }] };
  expect((await sendJson('PUT', callAdmin('latencies'), wrong)).status).toBe(400);
});

test('requests are recorded with bodies and faults, and without keys', async () => {
  await postJson(callAdmin('faults'), { name: 'broke', service: 'exa', kinds: ['no-credit'] });
  await fetchStatus('/markets?limit=1');
  await postJson(`${simulator.exaBaseUrl}/answer`, { query: 'What?' }, { 'x-api-key': 'secret-1' });
  const body = { model: 'a/model', messages: [{ role: 'user', content: 'Hello' }] };
  await postJson(`${simulator.openRouterBaseUrl}/chat/completions`, body, { authorization: 'Bearer secret-2' });
  const all = await getJson(callAdmin('requests'));
  expect(readObjects(all.body, 'requests')).toMatchObject([
    { service: 'kalshi', endpoint: '/markets', method: 'GET', path: /markets\?limit=1$/, status: 200, fault: null },
    { service: 'exa', body: { query: 'What?' }, status: 402, fault: { rule: 'broke', kind: 'no-credit' } },
    { service: 'openrouter', model: 'a/model', body, at: testLock.toISOString() },
  ]);
  expect(JSON.stringify(all.body)).not.toContain('secret');
  const exa = await getJson(callAdmin('requests?service=exa&limit=1'));
  expect(readObjects(exa.body, 'requests')).toMatchObject([{ headers: { 'x-api-key': '[redacted]' } }]);
  expect((await getJson(callAdmin('requests?model=b/model'))).body).toEqual({ requests: [] });
  expect((await getJson(callAdmin('requests?service=ebay'))).status).toBe(400);
  expect((await deleteJson(callAdmin('requests'))).body).toEqual({ requests: [] });
});

test('a request that is never answered is recorded without a status', async () => {
  await postJson(callAdmin('faults'), { name: 'silence', service: 'kalshi', kinds: ['hang'] });
  await expect(
    fetch(`${simulator.kalshiBaseUrl}/exchange/status`, { signal: AbortSignal.timeout(100) }),
  ).rejects.toMatchObject({ name: 'TimeoutError' });
  expect(simulator.requests()).toMatchObject([{ status: null, fault: { rule: 'silence', kind: 'hang' } }]);
});

test('faults of one service leave the others alone, and also hit unknown paths', async () => {
  await postJson(callAdmin('faults'), { name: 'down', service: 'kalshi', kinds: ['forbidden-html'] });
  const down = await fetch(`${simulator.kalshiBaseUrl}/portfolio/balance`);
  expect([down.status, down.headers.get('content-type')]).toEqual([403, 'text/html; charset=utf-8']);
  expect((await getJson(`${simulator.openRouterBaseUrl}/models`)).status).toBe(200);
});

/** The status of a call with the Host header of a browser that was sent there. `fetch` would set its own. */
function askAs(host: string, method: string, url: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const call = request(url, { method, headers: { host } }, (response) => {
      response.resume();
      resolve(response.statusCode);
    });
    call.on('error', reject).end();
  });
}

test.each([
  ['GET', 'clock'],
  ['GET', 'requests'],
  ['DELETE', 'faults'],
  ['POST', 'clock'],
])('%s /admin/%s is refused under a foreign host', async (method, what) => {
  await postJson(callAdmin('faults'), rule);
  expect(await askAs('evil.example', method, callAdmin(what))).toBe(403);
  expect((await getJson(callAdmin('faults'))).body).toMatchObject({ faults: [{ name: 'limits' }] });
});

test('an admin call may name the machine by any loopback name, and the services take any host', async () => {
  const { port } = new URL(simulator.url);
  const names = ['localhost', `localhost:${port}`, `127.0.0.1:${port}`, `[::1]:${port}`];
  for (const name of names) expect(await askAs(name, 'GET', callAdmin('clock'))).toBe(200);
  expect(await askAs('api.kalshi.example', 'GET', `${simulator.kalshiBaseUrl}/exchange/status`)).toBe(200);
});

test('a simulator on all addresses is reached by the one the connection came to', async () => {
  await using everywhere = await startStoppableSimulator({ host: '0.0.0.0' });
  const url = `http://127.0.0.1:${new URL(everywhere.url).port}/admin/clock`;
  expect(await askAs('127.0.0.1', 'GET', url)).toBe(200);
  expect(await askAs('evil.example', 'GET', url)).toBe(403);
});
