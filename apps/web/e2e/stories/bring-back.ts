import assert from 'node:assert/strict';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { listClusters } from '@myriad/contract';
import { becomes } from '../becomes.ts';
import { approveTicket, goTo, type StoryLanguage, signIn, watchUntilDone, wordsIn } from '../console-story.ts';
import type { StoryBrowser } from '../open-browser.ts';
import type { OwnPlatform, StoryPlatform } from '../open-platform.ts';

const parameter = 'long_query_time';

/** Somebody edits the option file of the primary by hand; gives where it lies. */
async function editByHand({ asAdministrator, storeFile }: OwnPlatform, cluster: string) {
  const { items } = await asAdministrator.call(listClusters, { query: { limit: 100 } });
  const found = items.find(({ name }) => name === cluster);
  const primary = found?.instances.find(({ role }) => role === 'primary');
  assert.ok(found && primary, `${cluster} has a primary`);
  const file = await optionFileOf(dirname(dirname(storeFile)), primary.port);
  const text = await readFile(file, 'utf8');
  assert.match(text, new RegExp(`^${parameter} = 1$`, 'm'));
  await writeFile(file, text.replace(new RegExp(`^${parameter} = 1$`, 'm'), `${parameter} = 7`));
  return { clusterId: found.id, name: primary.name, file };
}

/** Below the lab's hosts, each with a root of its own. */
async function optionFileOf(folder: string, port: number, depth = 8): Promise<string> {
  const wanted = join('instances', String(port), 'my.cnf');
  const search = async (at: string, left: number): Promise<string | undefined> => {
    const entries = await readdir(at, { withFileTypes: true }).catch(() => []);
    if (at.endsWith(dirname(wanted)))
      return entries.some(({ name }) => name === 'my.cnf') ? join(at, 'my.cnf') : undefined;
    if (left === 0) return undefined;
    for (const entry of entries) {
      const found = entry.isDirectory() ? await search(join(at, entry.name), left - 1) : undefined;
      if (found) return found;
    }
    return undefined;
  };
  const found = await search(folder, depth);
  assert.ok(found, `no ${wanted} below ${folder}`);
  return found;
}

/** What drifted is found by a look, its way back opens the ticket's form filled in, and after its task nothing has drifted. */
export async function tellBringBack(
  browser: StoryBrowser,
  platform: StoryPlatform,
  own: OwnPlatform,
  { language, cluster }: { readonly language: StoryLanguage; readonly cluster: string },
) {
  const { standard, frame, plan } = wordsIn(language);
  const { clusterId, name, file } = await editByHand(own, cluster);
  const page = await browser.person(language);
  await signIn(page, platform.url, platform.approver, language);
  await goTo(page, frame.nav.standards);
  await page.getByRole('link', { name: cluster, exact: true }).waitFor();
  await browser.look(page, `standards.${language}`);
  await page.getByRole('link', { name: cluster, exact: true }).click();
  await page.waitForURL(new RegExp(`/standards/clusters/${clusterId}$`));
  await page.getByTestId('check-now').click();
  const drifted = page.getByRole('row').filter({ hasText: parameter });
  await drifted.waitFor();
  await drifted.getByText(standard.where['option-file']).waitFor();
  await browser.look(page, `standards-cluster.${language}`);

  await page.getByTestId('bring-back').filter({ hasText: name }).click();
  await page.waitForURL(/\/tickets\/new\/service\.change-parameters/);
  await page
    .getByText(new RegExp(`^${parameter} = 1`))
    .first()
    .waitFor();
  await page
    .getByTestId('reason')
    .fill(language === 'zh-CN' ? '配置文件被手工修改。' : 'Somebody edited the option file.');
  await page.getByTestId('preview').click();
  await page.getByRole('heading', { name: plan.title, exact: true }).or(page.getByRole('alert')).first().waitFor();
  const refusals = await page.locator('[role="alert"], .ant-form-item-explain-error').allTextContents();
  assert.deepEqual(refusals, [], 'the form is refused');
  await browser.look(page, `change-parameters.${language}`);
  await page.getByTestId('submit').click();
  await page.waitForURL(/\/tickets\/[A-Z]-\d+$/);
  const number = page.url().replace(/^.*\//, '');

  const approver = await browser.person(language);
  await signIn(approver, platform.url, own.administrator, language);
  await approveTicket(approver, platform.url, number);
  await watchUntilDone(page, 5);
  assert.match(await readFile(file, 'utf8'), new RegExp(`^${parameter} = 1$`, 'm'));
  await page.goto(`${platform.url}/standards/clusters/${clusterId}`);
  await page.getByRole('heading', { name: standard.history }).waitFor();
  await becomes(() => page.getByRole('row').filter({ hasText: parameter }).count(), 0, 'nothing has drifted');
  await browser.look(page, `standards-after.${language}`);

  const phone = await browser.person(language, { isPhone: true, isDark: true });
  await signIn(phone, platform.url, platform.approver, language);
  await phone.goto(`${platform.url}/standards`);
  await phone.getByRole('link', { name: cluster, exact: true }).waitFor();
  await browser.look(phone, `standards-phone.${language}`);
  await page.goto(`${platform.url}/standards/standards`);
  await page.getByRole('link', { name: standard.versionNumber.replace('{{version}}', '1') }).click();
  await page.getByRole('heading', { name: standard.rulesTitle }).waitFor();
  await browser.look(page, `standard-rules.${language}`);
}
