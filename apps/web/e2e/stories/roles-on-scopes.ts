import assert from 'node:assert/strict';
import { classifyCluster, createApplication, createUser, listClusters } from '@myriad/contract';
import type { Locator, Page } from 'playwright-core';
import { becomes } from '../becomes.ts';
import { openDialog, type StoryLanguage, signIn, wordsIn } from '../console-story.ts';
import type { StoryBrowser } from '../open-browser.ts';
import type { OwnPlatform, StoryPlatform } from '../open-platform.ts';

const password = 'a long enough one 7';

/**
 * Somebody without any right is granted a role on one application: they see its cluster and no other, the page of another one
 * answers as if it were not there and leads to why, and a right that is revoked holds no more. Needs two clusters.
 */
export async function tellRolesOnScopes(
  browser: StoryBrowser,
  platform: Pick<StoryPlatform, 'url'>,
  own: Pick<OwnPlatform, 'administrator' | 'asAdministrator'>,
  language: StoryLanguage,
) {
  const { url } = platform;
  const { administration, frame, rights } = wordsIn(language);
  const name = language === 'en' ? 'scoped' : 'fanwei';
  const application = language === 'en' ? 'billing' : '账务';
  const [mine, other] = await placeClusters(own, application);
  await own.asAdministrator.call(createUser, { body: { name, password } });

  const page = await browser.person(language);
  await signIn(page, url, own.administrator, language);
  await page.goto(`${url}/administration/rights`);
  await page.getByRole('button', { name: rights.grant, exact: true }).first().click();
  const dialog = await openDialog(page);
  const grant = dialog.getByRole('button', { name: rights.grant, exact: true });
  await grant.click();
  // Both fields say that they are needed, and nothing is granted.
  await dialog.locator('.ant-form-item-explain-error').nth(1).waitFor();
  await choose(page, dialog.locator('#holder'), name);
  await choose(page, dialog.locator('#scopeId'), application);
  await browser.look(page, `grant-role-${language}`);
  await grant.click();
  await dialog.waitFor({ state: 'hidden' });
  const row = page.getByRole('row').filter({ has: page.getByText(application, { exact: true }) });
  await row.waitFor();
  await browser.look(page, `rights-${language}`);
  await page.goto(`${url}/administration/groups`);
  await page.getByText(rights.noGroupNext).or(page.getByRole('table')).first().waitFor();
  await browser.look(page, `groups-${language}`);

  const person = await browser.person(language);
  await signIn(person, url, { name, password }, language);
  await person.goto(`${url}/clusters/${mine.id}`);
  await person.getByRole('heading', { name: mine.name }).first().waitFor();
  await person.goto(`${url}/clusters`);
  await person.getByText(mine.name, { exact: true }).first().waitFor();
  assert.equal(await person.getByText(other.name, { exact: true }).count(), 0, 'a cluster of somebody else');
  await person.goto(`${url}/clusters/${other.id}`);
  await person.getByRole('link', { name: rights.why }).click();
  await person.getByRole('heading', { name: rights.answer.hidden }).waitFor();
  await person.getByText(own.administrator.name).first().waitFor();
  const told = (await person.locator('main').or(person.locator('.page')).first().textContent()) ?? '';
  assert.ok(!told.includes(other.name), 'the page tells the name of what is hidden');
  await browser.look(person, `why-${language}`);
  await person.goto(`${url}/rights`);
  await person.getByText(application, { exact: true }).first().waitFor();
  await browser.look(person, `my-rights-${language}`);

  await page.goto(`${url}/administration/rights`);
  await row.getByRole('button', { name: rights.revoke }).click();
  await page.locator('.ant-modal-confirm').getByRole('button', { name: rights.revoke }).click();
  await row.waitFor({ state: 'detached' });
  await person.goto(`${url}/clusters/${mine.id}`);
  await person.getByRole('link', { name: rights.why }).waitFor();
  await becomes(() => person.getByRole('heading', { name: mine.name }).count(), 0);
  await page.goto(`${url}/administration/users`);
  await page.getByRole('link', { name, exact: true }).click();
  await page.getByText(rights.noneNext).first().waitFor();
  await page.getByRole('heading', { name: rights.ofPerson.replace('{{name}}', name) }).waitFor();
  assert.ok(frame.product !== '' && administration.rights !== '');
}

async function placeClusters({ asAdministrator }: Pick<OwnPlatform, 'asAdministrator'>, name: string) {
  const { items } = await asAdministrator.call(listClusters, { query: {} });
  const [mine, other] = items;
  assert.ok(mine && other, 'the story needs two clusters');
  const body = { name, businessLine: 'b', owner: 'o', level: 'general' as const };
  const { id: applicationId } = await asAdministrator.call(createApplication, { body });
  await asAdministrator.call(classifyCluster, { params: { clusterId: mine.id }, body: { applicationId } });
  return [mine, other] as const;
}

async function choose(page: Page, field: Locator, what: string): Promise<void> {
  await field.click();
  await field.fill(what);
  await page.locator('.ant-select-item-option:visible').filter({ hasText: what }).first().click();
}
