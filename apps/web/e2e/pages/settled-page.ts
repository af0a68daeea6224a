import { setTimeout as wait } from 'node:timers/promises';
import type { Page, Request } from 'playwright-core';

export interface SettledPage {
  /** Does something that opens a page, and waits until all of it is there. */
  open(act: () => Promise<unknown>): Promise<void>;
  /** What was refused, not answered or complained about since the last time it was asked. */
  faults(): readonly string[];
}

const deadlineMs = 60_000;
const stillMs = 150;

/** Watches what a page asks for: settled is where nothing is asked, nothing turns and a title stands. */
export function watchPage(page: Page): SettledPage {
  const asked = new Set<Request>();
  let faults: string[] = [];
  // Live events are an answer without an end, and the feed of changes answers when there is one.
  page.on('request', (request) => {
    if (!/\/events(\/stream)?(\?|$)|[?&]wait=/.test(request.url())) asked.add(request);
  });
  page.on('requestfinished', (request) => asked.delete(request));
  page.on('requestfailed', (request) => {
    asked.delete(request);
    const why = request.failure()?.errorText ?? '';
    // What was asked for by the page before is given up when the next one opens.
    if (why !== 'net::ERR_ABORTED') faults.push(`${why} ${request.method()} ${request.url()}`);
  });
  page.on('response', (answer) => {
    if (answer.status() >= 400) faults.push(`${answer.status()} ${answer.request().method()} ${answer.url()}`);
  });
  page.on('pageerror', (error) => faults.push(`error: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(`console: ${message.text()}`);
  });
  return {
    async open(act) {
      asked.clear();
      await act();
      await page.locator('h1:visible').first().waitFor({ timeout: deadlineMs });
      const turning = page.locator('.ant-skeleton-active:visible, .ant-spin-spinning:visible');
      const until = Date.now() + deadlineMs;
      for (let still = 0; still < 2; ) {
        if (Date.now() > until)
          throw new Error(
            `${page.url()} waits after ${deadlineMs / 1000} s: ${[...asked].map((one) => one.url()).join(', ')}`,
          );
        still = asked.size === 0 && (await turning.count()) === 0 ? still + 1 : 0;
        await wait(stillMs);
      }
    },
    faults() {
      const seen = faults;
      faults = [];
      return seen;
    },
  };
}
