import { findChromium } from '@coliseum/tooling/find-chromium';
import { defineConfig } from '@playwright/test';

const isContinuousIntegration = process.env['CI'] === 'true';
// Playwright's own browsers are not downloaded. A missing Chromium is reported by the global setup, because this file is
// also loaded by tools that open no browser.
const chromium = findChromium(process.env);

export default defineConfig({
  testDir: './src/specs',
  globalSetup: './src/support/global-setup.ts',
  outputDir: './test-results',
  fullyParallel: true,
  forbidOnly: isContinuousIntegration,
  workers: 2,
  // Generous, so that only a page that hangs fails: a busy machine may be ten times slower than one at rest.
  timeout: 300_000,
  expect: { timeout: 60_000 },
  reporter: process.env['PLAYWRIGHT_JSON_OUTPUT_FILE'] ? [['list'], ['json']] : [['list']],
  use: {
    screenshot: 'only-on-failure',
    contextOptions: { reducedMotion: 'reduce' },
    launchOptions: {
      ...(chromium === undefined ? {} : { executablePath: chromium }),
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
  projects: [
    { name: 'phone', use: { viewport: { width: 390, height: 844 } } },
    { name: 'desktop', use: { viewport: { width: 1280, height: 900 } } },
  ],
});
