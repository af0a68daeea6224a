import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { makePeople, newPeople } from '../../../cli/src/demo/demo-people.ts';
import { type StoryLanguage, signIn, wordsIn } from '../console-story.ts';
import type { Look, StoryBrowser } from '../open-browser.ts';
import { openFreshPlatform } from '../open-platform.ts';
import { addressesOf, isAboutOne, listPatterns } from '../pages/page-addresses.ts';
import { walkPages } from '../pages/walk-pages.ts';

/** Opened without a person signed in; their own story reads them. */
const outside = new Set(['sign-in', 'first-run']);
/** What the platform brings along, or has as soon as somebody has signed in. */
const neverEmpty = new Set([
  ...['/tickets/new', '/dictionary/rules', '/tables', '/self-check', '/sql-review/rules', '/rights'],
  ...['/administration', '/administration/rights', '/administration/tokens'],
  ...['/administration/settings', '/administration/audit'],
]);

const readers: readonly (Look & { language: StoryLanguage })[] = [
  { language: 'en' },
  { language: 'zh-CN', isPhone: true, isDark: true },
];

/** The first administrator opens every page before anything is registered: each says what belongs there and how it comes. */
export async function tellEmptyPlatform(browser: StoryBrowser) {
  await using fresh = await openFreshPlatform();
  const people = newPeople();
  await makePeople(fresh.url, fresh.firstRunToken, people);
  const examples = {
    'fleet/:dimension': ['application', 'cluster', 'instance', 'host'].map((name) => `fleet/${name}`),
  };
  const patterns = (await listPatterns()).filter(
    (pattern) => !outside.has(pattern) && (!isAboutOne(pattern) || Object.hasOwn(examples, pattern)),
  );
  for (const { language, ...look } of readers) {
    const page = await browser.person(language, look);
    await signIn(page, fresh.url, people.administrator, language);
    const silent: string[] = [];
    const wrong = await walkPages(page, {
      url: fresh.url,
      language,
      addresses: addressesOf(patterns, examples),
      look: async (seen, address) => {
        await browser.look(seen, `empty${address.replace(/\W+/g, '-')}.${language}`);
        const says = await seen.locator('main .message:visible').count();
        if (says === 0 && !neverEmpty.has(address)) silent.push(address);
      },
    });
    assert.deepEqual([...wrong, ...silent.map((address) => `${address}: says nothing of being empty`)], []);
    await chooseFromNothing(page, fresh.url, language);
  }
}

/** A form about a thing, where there is none: its list says so, and leads to where one comes from. */
async function chooseFromNothing(page: Page, url: string, language: StoryLanguage) {
  const { frame, ticket } = wordsIn(language);
  await page.goto(`${url}/tickets/new/service.start`);
  await page.locator('#clusterId').click();
  const said = page.locator('.ant-select-dropdown:visible').filter({ hasText: ticket.nothingToChoose.cluster });
  await said.getByRole('link', { name: frame.nav.clusters, exact: true }).click();
  await page.getByRole('heading', { name: frame.nav.clusters, level: 1 }).waitFor();
}
