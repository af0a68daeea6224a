import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { becomes } from '../becomes.ts';
import { type StoryLanguage, signIn, wordsIn } from '../console-story.ts';
import type { Look, StoryBrowser } from '../open-browser.ts';
import type { StoryPlatform } from '../open-platform.ts';

/** SQL is written and reviewed; the findings stand in the margin; a rule is read and turned; the score is in the sums. */
export async function tellReviewSql(
  browser: StoryBrowser,
  platform: StoryPlatform,
  language: StoryLanguage,
  look: Look = {},
) {
  const words = wordsIn(language).sqlReview;
  const page = await browser.person(language, look);
  const picture = (name: string) =>
    browser.look(page, `sql-review-${name}.${language}${look.isDark ? '-dark' : ''}${look.isPhone ? '-phone' : ''}`);
  await signIn(page, platform.url, platform.approver, language);
  await page.goto(`${platform.url}/sql-review`);
  await page.getByText(words.begin, { exact: true }).waitFor();
  const editor = page.getByRole('textbox', { name: words.text });
  await editor.fill('select id from t where id = 1;\ndelete from t;\n');
  await editor.press('Control+Enter');
  await page.waitForURL(/review=/);
  await page.getByRole('heading', { name: words.notPassed }).waitFor();
  // Whoever asked by keyboard types on.
  await page.locator('.cm-focused').waitFor();
  const statements = page.locator('.review-statements > li');
  await statements.nth(1).waitFor();
  await becomes(() => statements.count(), 2);
  await statements.nth(1).getByText(words.verdicts.blocked, { exact: true }).waitFor();
  await page.locator('.cm-lint-marker-error').first().waitFor();
  await picture('found');
  // From finding to finding, also while one types; each is said below the text.
  await page.keyboard.press('F8');
  await page.locator('.review-steps').getByRole('link').waitFor();
  await statements.nth(1).getByText(wordsIn(language).reviewUndo.name, { exact: true }).click();
  await statements.nth(1).locator('.review-undo p').waitFor();

  // The address is the review: a colleague opens the same.
  await page.reload();
  await page.locator('.cm-lint-marker-error').first().waitFor();
  // What was changed since is not judged by what was found before.
  await editor.press('Control+End');
  await editor.pressSequentially('-- more');
  await page.getByText(words.changedSince).waitFor();

  await statements.nth(1).getByRole('link', { name: 'dml-no-where', exact: true }).click();
  await page.getByRole('heading', { name: words.hits, exact: true }).waitFor();
  await picture('rule');
  const setting = page.getByLabel(words.settingIn.replace('{{policy}}', words.scopes.base));
  await setting.first().waitFor();

  await reviewFiles(page, platform.url, language);
  await picture('files');

  await page.goto(`${platform.url}/sql-review/quality`);
  await page.locator('.ant-table-row').first().waitFor();
  await picture('quality');
  await page.goto(`${platform.url}/sql-review/history`);
  await page.locator('.ant-table-row').first().waitFor();
  await picture('history');
  await page.goto(`${platform.url}/sql-review/policies`);
  await page.getByText(words.policiesLead).waitFor();
  await picture('policies');
  const isWide = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth + 1);
  assert.equal(isWide, false, 'the page does not scroll sideways');
}

const mapper = (namespace: string, body: string) => `<mapper namespace="${namespace}">${body}</mapper>`;
const file = (name: string, text: string) => ({ name, mimeType: 'text/plain', buffer: Buffer.from(text) });

/** What is no text keeps files from being reviewed; a mapper includes what stands in another; the worst comes first. */
async function reviewFiles(page: Page, url: string, language: StoryLanguage): Promise<void> {
  const { files: words } = wordsIn(language).sqlReview;
  await page.goto(`${url}/sql-review`);
  await page
    .locator('input[type="file"]')
    .setInputFiles([
      file('Orders.xml', mapper('a', '<select id="x">select <include refid="b.all"/> from t where id = 1</select>')),
      file('Common.xml', mapper('b', '<sql id="all">id, name</sql>')),
      file('gone.sql', 'drop table t;'),
      { ...file('binary.sql', ''), buffer: Buffer.from([0x61, 0]) },
    ]);
  await page.getByText(words.faults.binary, { exact: true }).waitFor();
  await page.getByRole('button', { name: words.remove.replace('{{name}}', 'binary.sql') }).click();
  await page.getByRole('button', { name: words.review_other.replace('{{count}}', '3'), exact: true }).click();
  await page.waitForURL(/batch=/);
  const rows = page.locator('.ant-table-row');
  await rows.nth(2).waitFor();
  await becomes(async () => (await rows.first().textContent())?.includes('gone.sql'), true);
  assert.equal(await rows.nth(2).getByText(words.noSql, { exact: true }).count(), 1);
}
