import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type LabServer, startReplicationSet } from '@myriad/lab';
import { approveTicket, openDialog, type StoryLanguage, signIn, watchUntilDone, wordsIn } from '../console-story.ts';
import type { Look, StoryBrowser } from '../open-browser.ts';
import type { OwnPlatform, StoryPlatform } from '../open-platform.ts';

const password = 'Looks-0nly-7';

/** What a person pastes into a client, as the page offers it to copy. */
async function paste(server: LabServer, statements: readonly string[]): Promise<void> {
  for (const sql of statements) await server.rows(sql.replace('<password>', password));
}

/** From an empty allow-list over a replica's address to a cluster that is looked at, and its next level asked for. */
export async function tellAdoptCluster(
  browser: StoryBrowser,
  platform: StoryPlatform,
  own: OwnPlatform,
  language: StoryLanguage,
  look: Look = {},
) {
  const folder = await mkdtemp(join(tmpdir(), 'myriad-adopt-'));
  await using _ = { [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true, maxRetries: 5 }) };
  await using pair = await startReplicationSet({ flavor: 'mariadb', replicas: 1, folder });
  const [replica] = pair.replicas;
  assert.ok(replica);
  const words = wordsIn(language).adoption;
  const picture = (name: string) =>
    browser.look(page, `adopt-${name}.${language}${look.isDark ? '-dark' : ''}${look.isPhone ? '-phone' : ''}`);

  const administrator = await browser.person(language);
  await signIn(administrator, platform.url, own.administrator, language);
  await administrator.goto(`${platform.url}/fleet/adopt`);
  const network = `${pair.primary.address.replace(/\d+$/, '0')}/24`;
  await administrator.getByTestId('network').fill(network);
  await administrator.getByTestId('add-network').click();
  await administrator.getByTestId('allow-list').getByText(network).waitFor();

  const page = await browser.person(language, look);
  await signIn(page, platform.url, platform.approver, language);
  await page.goto(`${platform.url}/clusters`);
  await page.getByRole('button', { name: words.open }).first().click();
  await page.getByRole('heading', { name: words.title }).waitFor();
  await page.getByTestId('allow-list').getByText(network).waitFor();
  await page.getByRole('combobox', { name: words.version }).click();
  await page.getByText('MariaDB 10.11', { exact: true }).last().click();
  await page.getByText('SLAVE MONITOR').waitFor();
  await paste(pair.primary, await page.locator('.statements code').allTextContents());
  await pair.waitForCatchUp();
  await picture('form');

  // Only the replica is named; root is refused beside its field.
  await page.locator('#text').fill(`${replica.address}:${replica.port}`);
  await page.locator('#account_user').fill('root');
  await page.locator('#account_password').fill(password);
  await page.getByTestId('discover').click();
  await page.locator('.ant-form-item-explain-error').filter({ hasText: 'root' }).waitFor();
  await page.locator('#account_user').fill('myriad_observe');
  await page.getByTestId('discover').click();
  await page.waitForURL(/\/fleet\/adopt\/[^/]+$/);
  await page.getByTestId('found-cluster').waitFor({ timeout: 180_000 });
  await page.getByTestId('writer').waitFor();
  for (const { address, port } of [pair.primary, replica])
    await page.locator('.instance').getByText(`${address}:${port}`).waitFor();
  await page.locator('[data-code="NO_BACKUP_KNOWN"]').waitFor();
  await picture('found');
  const name = language === 'en' ? 'legacy' : 'laojiqun';
  await page.getByTestId('found-name').fill(name);
  await page.getByTestId('adopt').click();
  await page.waitForURL(/\/tickets\/R-\d+$/);
  const number = page.url().replace(/^.*\//, '');

  await approveTicket(administrator, platform.url, number);
  await watchUntilDone(page, 4);
  await page.goto(`${platform.url}/clusters`);
  await page.getByRole('link', { name, exact: true }).click();
  await page.locator('[data-level="observe"][data-state="entered"]').waitFor();
  await page.getByTestId('writer').waitFor();
  await picture('cluster');
  await page.getByTestId('raise').click();
  const dialog = await openDialog(page);
  // Right after the level above, this account may too little: it is said which grants are missing.
  await dialog.locator('#user').fill('myriad_observe');
  await dialog.locator('#password').fill(password);
  await dialog.getByRole('button', { name: words.check }).click();
  await dialog.getByTestId('compared').getByText(words.missing).first().waitFor();
  await picture('raise-missing');
  await paste(pair.primary, await dialog.locator('.statements code').allTextContents());
  await pair.waitForCatchUp();
  await dialog.locator('#user').fill('myriad_back_up');
  await dialog.getByRole('button', { name: words.check }).click();
  await dialog.getByText(words.exact).first().waitFor();
  await dialog.getByTestId('submit-raise').click();
  await page.waitForURL(/\/tickets\/A-\d+$/);
  await approveTicket(administrator, platform.url, page.url().replace(/^.*\//, ''));
  await watchUntilDone(page, 4);

  // And let go of again: its name is typed, the statements for the DBA are shown, and no list names it any more.
  await page.goto(`${platform.url}/clusters`);
  await page.getByRole('link', { name, exact: true }).click();
  await page.locator('[data-level="back-up"][data-state="entered"]').waitFor();
  await page.getByTestId('release').click();
  const leaving = await openDialog(page);
  await leaving.getByTestId('drops').getByText("DROP USER IF EXISTS 'myriad_back_up'@'%';").waitFor();
  assert.ok(await leaving.getByTestId('submit-leave').isDisabled(), 'not before its name is typed');
  await leaving.getByTestId('type-to-confirm').fill(name);
  await picture('release');
  await leaving.getByTestId('submit-leave').click();
  await page.waitForURL(/\/tickets\/R-\d+$/);
  await approveTicket(administrator, platform.url, page.url().replace(/^.*\//, ''));
  await watchUntilDone(page, 4);
  await page.goto(`${platform.url}/clusters`);
  await page.getByRole('button', { name: words.open }).first().waitFor();
  await page.getByRole('link', { name, exact: true }).waitFor({ state: 'detached' });
}
