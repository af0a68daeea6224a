import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { openDialog, signIn, wordsIn } from '../console-story.ts';
import type { StoryBrowser } from '../open-browser.ts';
import type { OwnPlatform, StoryPlatform } from '../open-platform.ts';

/** Without a pointer: pages by `g` and a letter, things by `/` and their name, the keys by `?`; typing is not a command. */
export async function tellKeyboard(browser: StoryBrowser, platform: StoryPlatform, own: OwnPlatform) {
  const { frame, host, ticket } = wordsIn('en');
  const page = await browser.person('en');
  await signIn(page, platform.url, platform.approver, 'en');
  await goBy(page, 't', ticket.title);

  const name = own.hosts[0]?.name ?? '';
  const search = page.getByRole('combobox', { name: frame.search.hint });
  await page.keyboard.press('/');
  await page.locator('input[type="search"]:focus').waitFor();
  await page.keyboard.type(`${name}gt`);
  await page.getByText(frame.search.nothing).waitFor();
  assert.match(page.url(), /\/tickets$/, 'what is typed goes nowhere');
  await search.fill(name);
  await page.locator('.ant-select-item-option-active:visible').filter({ hasText: name }).waitFor();
  await browser.look(page, 'search');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name, exact: true }).waitFor();
  await page.getByRole('heading', { name: host.verdicts }).waitFor();

  await page.keyboard.press('?');
  const keys = await openDialog(page);
  await keys.getByText(frame.keys.title, { exact: true }).waitFor();
  await browser.look(page, 'keys');
  await page.keyboard.press('Escape');
  await keys.waitFor({ state: 'detached' });
  await goBy(page, 'h', host.title);
}

/** Both keys at once: on a busy machine two calls, one after the other, may lie further apart than keys that belong together. */
async function goBy(page: Page, letter: string, title: string): Promise<void> {
  await Promise.all([page.keyboard.press('g'), page.keyboard.press(letter)]);
  await page.getByRole('heading', { name: title, exact: true }).waitFor();
}
