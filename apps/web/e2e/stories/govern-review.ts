import assert from 'node:assert/strict';
import { createApplication, createSqlReview } from '@myriad/contract';
import { type StoryLanguage, signIn, wordsIn } from '../console-story.ts';
import type { Look, StoryBrowser } from '../open-browser.ts';
import type { OwnPlatform, StoryPlatform } from '../open-platform.ts';

/** In a year at most, and never over while the story is told. */
const inTenDays = () => new Date(Date.now() + 10 * 24 * 3_600_000).toISOString().slice(0, 10);

/**
 * What the gate refuses is let through by somebody else, a rule is written without code and proven by its cases, what is to be
 * mended has an owner and a day, and two versions of a policy are compared.
 */
export async function tellGovernReview(
  browser: StoryBrowser,
  platform: StoryPlatform,
  own: OwnPlatform,
  language: StoryLanguage,
  look: Look = {},
) {
  const words = wordsIn(language).sqlReview;
  const name = `review-${language.toLowerCase()}`;
  const application = { name, businessLine: 'retail', owner: 'li', level: 'general' } as const;
  const { id: applicationId } = await own.asAdministrator.call(createApplication, { body: application });
  const text = `select id from story_${applicationId.slice(-6)} where id = 1;\ndelete from story_${applicationId.slice(-6)};`;
  const review = await own.asRequester.call(createSqlReview, { body: { text, applicationId } });

  const page = await browser.person(language, look);
  const picture = (of: string) =>
    browser.look(page, `sql-review-${of}.${language}${look.isDark ? '-dark' : ''}${look.isPhone ? '-phone' : ''}`);
  await signIn(page, platform.url, platform.approver, language);
  await page.goto(`${platform.url}/sql-review?review=${review.id}`);
  const statements = page.locator('.review-statements > li');
  await statements.nth(1).waitFor();
  await page.getByText(words.show_refused).click();
  await page.waitForURL(/show=refused/);
  await page.getByRole('heading', { name: words.notPassed }).waitFor();
  await page.getByRole('button', { name: words.exceptions.open_one.replace('{{count}}', '1') }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(words.exceptions.owner).fill('li');
  await dialog.getByLabel(words.exceptions.reason).fill('a staging table');
  await dialog.getByLabel(words.exceptions.expires).fill(inTenDays());
  await picture('except');
  await dialog.getByRole('button', { name: words.exceptions.sign, exact: true }).click();
  await page.getByRole('heading', { name: words.exceptions.goesOn }).waitFor();
  await page.getByText('a staging table').first().waitFor();
  await picture('let-through');
  await page.goto(`${platform.url}/sql-review/exceptions?applicationId=${applicationId}`);
  await page.locator('.ant-table-row').first().waitFor();
  await picture('exceptions');

  const ruleId = `story-no-${language === 'en' ? 'one' : 'two'}-read`;
  await page.goto(`${platform.url}/sql-review/own-rules?own=new`);
  const { own: say } = words;
  await page.getByLabel(say.sample).fill('delete from audit_a');
  await page.getByRole('button', { name: say.showTree }).click();
  await page.getByRole('button', { name: 'named-table', exact: true }).click();
  await page.getByLabel(say.id, { exact: true }).fill(ruleId);
  await page.getByLabel(say.inEnglish, { exact: true }).fill('{name} is not read.');
  await page.getByLabel(say.inChinese, { exact: true }).fill('不可读取 {name}。');
  const caseOf = (label: string, at: number) => page.getByLabel(`${label} ${at}`, { exact: true });
  for (const [at, sql] of ['delete from audit_a', 'select id from audit_a', 'update audit_a set a = 1'].entries())
    await caseOf(say.hits, at + 1).fill(sql);
  for (const [at, sql] of ['select id from b', 'select 1', 'delete from audit_a'].entries())
    await caseOf(say.noHits, at + 1).fill(sql);
  // The last one is found: it stays grey.
  await page.locator('.review-trial > li').nth(5).waitFor();
  await page.locator('.review-trial .tone-bad').first().waitFor();
  const save = page.getByRole('button', { name: words.save, exact: true });
  assert.equal(await save.isDisabled(), true);
  await picture('own-rule');
  await caseOf(say.noHits, 3).fill('delete from orders where id = 1');
  // Waits until its cases are right.
  await save.click();
  await page.getByRole('link', { name: ruleId, exact: true }).waitFor();
  await picture('own-rules');

  await page.goto(`${platform.url}/sql-review/quality?applicationId=${applicationId}`);
  await page.getByText('dml-no-where').first().waitFor();
  await page.locator('.review-trend circle').first().waitFor();
  await picture('items');
  await page.goto(`${platform.url}/sql-review/policies`);
  await page.getByRole('button', { name: words.versions.show }).first().click();
  await page.locator('.review-line-new').first().waitFor();
  await picture('versions');
  const isWide = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth + 1);
  assert.equal(isWide, false, 'the page does not scroll sideways');
}
