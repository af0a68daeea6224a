import assert from 'node:assert/strict';
import { becomes } from '../becomes.ts';
import { type StoryLanguage, signIn, wordsIn } from '../console-story.ts';
import type { Look, StoryBrowser } from '../open-browser.ts';
import type { StoryPlatform } from '../open-platform.ts';

/** One search over the logs of a cluster's hosts: by form, by address, with words, and asked wrongly. */
export async function tellSearchLogs(
  browser: StoryBrowser,
  platform: StoryPlatform,
  language: StoryLanguage,
  clusterName: string,
  look: Look = {},
) {
  const words = wordsIn(language).logs;
  const page = await browser.person(language, look);
  const picture = (name: string) =>
    browser.look(page, `logs-${name}.${language}${look.isDark ? '-dark' : ''}${look.isPhone ? '-phone' : ''}`);
  await signIn(page, platform.url, platform.approver, language);
  await page.goto(`${platform.url}/logs`);
  await page.getByRole('heading', { name: words.title }).waitFor();
  await page.getByText(words.begin, { exact: true }).waitFor();
  await picture('begin');

  // The address of a search asks it again: a colleague sees the same question.
  const search = `${platform.url}/logs?clusters=${clusterName}&since=7d&kinds=error,task&asked=yes`;
  await page.goto(search);
  const entries = page.locator('.log-entries > li');
  await entries.first().waitFor();
  await page.getByText(words.readOf.replace('{{done}}', '4').replace('{{count}}', '4')).waitFor();
  await picture('found');

  await page.getByLabel(words.text, { exact: true }).fill('ready for connections');
  await page.getByRole('button', { name: words.search }).click();
  await page.waitForURL(/text=ready/);
  await entries
    .filter({ hasText: /ready for connections/i })
    .first()
    .waitFor();
  const others = entries.filter({ hasNotText: /ready for connections/i });
  await becomes(() => others.count(), 0, 'only what was sought');

  await page.getByLabel(words.text, { exact: true }).fill('<img src=x> nothing says this');
  await page.getByRole('button', { name: words.search }).click();
  await page.getByText(words.none, { exact: true }).waitFor();

  await page.goto(`${platform.url}/logs?clusters=no-such-cluster&asked=yes`);
  await page.getByRole('alert').filter({ hasText: 'no-such-cluster' }).waitFor();
  await picture('refused');
  const isWide = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth + 1);
  assert.equal(isWide, false, 'the page does not scroll sideways');
}
