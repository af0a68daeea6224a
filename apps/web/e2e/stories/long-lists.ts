import assert from 'node:assert/strict';
import { listClusters, listTickets, submitTicket, withdrawTicket } from '@myriad/contract';
import { goTo, signIn, wordsIn } from '../console-story.ts';
import type { StoryBrowser } from '../open-browser.ts';
import type { OwnPlatform, StoryPlatform } from '../open-platform.ts';

const wanted = 220;

/** Hundreds of tickets are fetched page by page, and only those in view are drawn. */
export async function tellLongLists(browser: StoryBrowser, platform: StoryPlatform, own: OwnPlatform) {
  const client = own.asRequester;
  const cluster = (await client.call(listClusters, { query: { limit: 1 } })).items[0];
  assert.ok(cluster);
  const form = { clusterId: cluster.id, force: true };
  const { items } = await client.call(listTickets, { query: { limit: 500 } });
  for (let left = wanted - items.length; left > 0; left -= 10)
    await Promise.all(
      Array.from({ length: Math.min(10, left) }, async () => {
        const { id } = await client.call(submitTicket, { body: { kind: 'service.restart', form } });
        await client.call(withdrawTicket, { params: { ticketId: id } });
      }),
    );
  const words = wordsIn('en');
  const page = await browser.person('en');
  await signIn(page, platform.url, platform.requester, 'en');
  await goTo(page, words.frame.nav.tickets);
  const more = page.getByRole('button', { name: words.frame.act.more });
  await more.click();
  await more.waitFor({ state: 'detached' });
  await page.locator('.ant-table-row').nth(5).waitFor();
  const drawn = await page.locator('.ant-table-row').count();
  assert.ok(drawn > 5 && drawn < 100, `${drawn} rows are drawn of ${wanted}`);
  await page.locator('.ant-table-tbody-virtual-holder').hover();
  await page.mouse.wheel(0, 100_000);
  await page.getByRole('link', { name: items.at(-1)?.number ?? '', exact: true }).waitFor();
  await browser.look(page, 'long-list');
}
