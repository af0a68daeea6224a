import assert from 'node:assert/strict';
import { listApplications } from '@myriad/contract';
import type { Locator, Page } from 'playwright-core';
import { becomes } from '../becomes.ts';
import { type StoryLanguage, signIn, wordsIn } from '../console-story.ts';
import type { StoryBrowser } from '../open-browser.ts';
import type { FleetPlatform } from '../open-fleet.ts';
import { openPerson } from './open-person.ts';

/**
 * A table is found, filtered, a row followed to the row it names; a column a use case owns is changed with a reason, which the
 * audit log then holds; what nobody may see is not there.
 */
export async function tellTables(
  browser: StoryBrowser,
  { url, operator, administrator, requester, asOperator }: FleetPlatform,
  language: StoryLanguage,
) {
  const { tables, frame } = wordsIn(language);
  const page = await openPerson(browser, language);
  await signIn(page, url, operator, language);
  await page.goto(`${url}/tables`);
  await page.getByLabel(tables.find).fill('instance');
  await page.locator('a[href="/tables/application"]').waitFor({ state: 'detached' });
  await page.locator('a[href="/tables/instance"]').click();
  await page.getByTestId('filter').fill('name = "db-00004:3306"');
  await page.keyboard.press('Enter');
  const row = rowsOf(page, 'instance');
  // It also stands among all the others, before the filter is answered.
  await becomes(() => row.count(), 1);
  await row.filter({ hasText: 'db-00004:3306' }).press('Enter');
  const drawer = page.getByRole('dialog');
  await drawer.getByText(tables.readOnly).waitFor();
  await browser.look(page, `table-row.${language}`);
  await drawer.locator('a[href^="/tables/cluster?"]').click();
  await page.waitForURL(/\/tables\/cluster\?where=id/);
  await rowsOf(page, 'cluster').locator('a[href^="/tables/application?"]').click();
  await page.waitForURL(/\/tables\/application\?where=id/);

  await rowsOf(page, 'application').press('Enter');
  await drawer.getByRole('button', { name: tables.edit, exact: true }).click();
  const owner = `carol-${language.slice(0, 2)}`;
  await drawer.getByTestId('edit-owner').fill(owner);
  const save = drawer.getByRole('button', { name: frame.act.save, exact: true });
  await save.click();
  await drawer.getByText(tables.reasonMissing).waitFor();
  await drawer.getByTestId('edit-reason').fill(language === 'zh-CN' ? '负责人变更' : 'She took it over');
  await drawer.getByTestId('edit-level').fill('huge');
  await save.click();
  await drawer.locator('.ant-form-item-explain-error').first().waitFor();
  await browser.look(page, `table-edit-refused.${language}`);
  await drawer.getByTestId('edit-level').fill('core');
  await save.click();
  await drawer.getByText(owner).waitFor();
  const { items } = await asOperator.call(listApplications, { query: { limit: 500 } });
  assert.ok(items.some((each) => each.owner === owner && each.level === 'core'));

  await page.goto(`${url}/tables/secret`);
  await page.getByText(tables.unknown.replace('{{name}}', 'secret')).waitFor();
  const asker = await openPerson(browser, language);
  await signIn(asker, url, requester, language);
  await asker.goto(`${url}/tables`);
  await asker.getByText(frame.page.forbiddenNext).or(asker.locator('.message')).first().waitFor();
  await becomes(() => asker.locator('.table-list li').count(), 0);

  const auditor = await openPerson(browser, language);
  await signIn(auditor, url, administrator, language);
  await auditor.goto(
    `${url}/tables/audit?where=${encodeURIComponent('action = "table.edit" and outcome = "allowed"')}`,
  );
  await auditor.locator('.ant-table-row').first().waitFor();
}

/** Of that table: after a link to another one, the rows of the one being left are still drawn for a moment. */
const rowsOf = (page: Page, table: string): Locator =>
  page.getByRole('region', { name: table, exact: true }).locator('.ant-table-row');
