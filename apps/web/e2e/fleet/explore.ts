import type { Page } from 'playwright-core';
import { becomes } from '../becomes.ts';
import { type StoryLanguage, signIn, wordsIn } from '../console-story.ts';
import type { StoryBrowser } from '../open-browser.ts';
import type { FleetPlatform } from '../open-fleet.ts';
import { openPerson } from './open-person.ts';

async function ask(page: Page, where: string): Promise<void> {
  await page.getByTestId('filter').fill(where);
  await page.keyboard.press('Enter');
}

/**
 * From an application to its hosts and back to its clusters; a filter that is completed, wrong, corrected, kept under a name and
 * found again by its address on another person's screen.
 */
export async function tellExplore(
  browser: StoryBrowser,
  { url, operator, requester }: FleetPlatform,
  language: StoryLanguage,
) {
  const { explore, filter, frame } = wordsIn(language);
  const page = await openPerson(browser, language);
  await signIn(page, url, operator, language);
  await page.goto(`${url}/fleet/application`);
  const row = page.getByRole('row').filter({ has: page.getByRole('link', { name: 'payments', exact: true }) });
  await row.getByTestId('reach').click();
  await page.getByRole('menuitem', { name: explore.its.host }).click();
  await page.waitForURL(/\/fleet\/host\?where=application\.id/);
  await page.getByRole('link', { name: 'db-00003', exact: true }).waitFor();
  await browser.look(page, `fleet-hosts.${language}`);

  await page.goto(`${url}/fleet/instance`);
  await page.getByTestId('filter').click();
  await page.keyboard.type('cluster.env');
  await page
    .getByRole('option', { name: 'cluster' })
    .or(page.getByRole('option', { name: 'environment' }))
    .first()
    .waitFor();
  await page.keyboard.press('Tab');
  await becomes(() => page.getByTestId('filter').inputValue(), 'cluster.environment ');
  await page.keyboard.type('= "prod" and rle = "primary"');
  await page.keyboard.press('Enter');
  const fault = page.getByRole('alert').filter({ hasText: 'role' });
  await fault.waitFor();
  await becomes(() => fault.locator('mark').textContent(), 'r', 'the wrong place is marked');
  await browser.look(page, `fleet-wrong.${language}`);
  await ask(page, 'cluster.environment = "prod" and role = "primary" and application.level = "core"');
  await page
    .getByRole('link', { name: /^db-\d+:3306$/ })
    .first()
    .waitFor();

  await page.waitForURL(/where=cluster\.environment.*level/);
  const asked = page.url();
  await page.getByTestId('saved-filters').click();
  await page.getByLabel(filter.saveAs).fill('核心 primaries');
  await page.getByLabel(filter.saveAs).press('Enter');
  await page.getByRole('link', { name: '核心 primaries' }).waitFor();
  await page.goto(`${url}/fleet/host`);
  await page.getByTestId('saved-filters').click();
  await page.getByRole('link', { name: '核心 primaries' }).click();
  await page.waitForURL(asked);
  // The page being left has a link of the same name, which leads to all of them.
  await page
    .getByRole('link', { name: /^db-\d+:3306$/ })
    .first()
    .waitFor();

  await page.getByRole('link', { name: explore.many.cluster, exact: true }).last().click();
  await page.waitForURL(/\/fleet\/cluster\?where=environment/);
  await page
    .getByRole('link', { name: /^(orders|search)-\d+$/ })
    .first()
    .waitFor();

  const colleague = await openPerson(browser, language);
  await signIn(colleague, url, requester, language);
  await colleague.goto(asked);
  const asksTheSame = async () =>
    (await colleague.getByTestId('filter').inputValue()).includes('application.level = "core"');
  await becomes(asksTheSame, true);
  await colleague.getByTestId('saved-filters').click();
  await colleague.getByText(filter.savedNone).waitFor();

  await page.goto(`${url}/fleet/application`);
  const orders = page.getByRole('row').filter({ has: page.getByRole('link', { name: 'orders', exact: true }) });
  await orders.press('Enter');
  const drawer = page.getByRole('dialog');
  await drawer.getByTestId('label-key').locator('input').fill('team');
  await drawer
    .getByTestId('label-value')
    .locator('input')
    .fill(language === 'zh-CN' ? '交易' : 'trade');
  await drawer.getByRole('button', { name: frame.act.add, exact: true }).click();
  await drawer.getByText(language === 'zh-CN' ? 'team: 交易' : 'team: trade').waitFor();
  await browser.look(page, `fleet-thing.${language}`);
}
