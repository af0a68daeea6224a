import assert from 'node:assert/strict';
import { generateKeyPairSync } from 'node:crypto';
import type { Page } from 'playwright-core';
import { becomes } from '../becomes.ts';
import { goTo, openDialog, signIn, wordsIn } from '../console-story.ts';
import type { StoryBrowser } from '../open-browser.ts';
import type { OwnPlatform, StoryPlatform } from '../open-platform.ts';

const language = 'en';
const words = wordsIn(language).host;
type LabHost = OwnPlatform['hosts'][number];

/** A host is forgotten and registered again: a wrong key is refused, the host's own key is confirmed by a person. */
export async function tellRegisterHost(browser: StoryBrowser, platform: StoryPlatform, own: OwnPlatform) {
  const host = own.hosts.at(-1);
  assert.ok(host);
  const page = await browser.person(language);
  await signIn(page, platform.url, platform.approver, language);
  await goTo(page, wordsIn(language).frame.nav.hosts);
  await page.getByRole('link', { name: host.name, exact: true }).click();
  await testPaths(page);
  await browser.look(page, 'host-paths');
  await forget(page, host);

  await page.getByRole('button', { name: words.register }).click();
  const dialog = await openDialog(page);
  await fillIn(page, host, wrongKey);
  await dialog.getByRole('button', { name: words.register }).click();
  await confirmKey(page, host);
  await page
    .getByRole('alert')
    .filter({ hasText: /key|refused/ })
    .waitFor();
  await browser.look(page, 'host-wrong-key');

  await dialog.getByRole('button', { name: wordsIn(language).frame.act.back }).click();
  await dialog.locator('#privateKey').fill(host.privateKey);
  await dialog.getByRole('button', { name: words.register }).click();
  await confirmKey(page, host);
  await page.getByRole('heading', { name: host.name }).waitFor();
  await page.getByRole('button', { name: words.check }).click();
  await page.locator('h1 ~ .soft [data-state="available"]').waitFor({ timeout: 120_000 });
  await browser.look(page, 'host-registered');
  await page.getByRole('row').getByText(platform.approver.name, { exact: true }).first().waitFor();
  await lookAtAccount(browser, page);
  await tellWhyNot(browser, platform, page.url());
}

/** How the account is made on the host: the script follows the key that is typed, and is copied whole. */
async function lookAtAccount(browser: StoryBrowser, page: Page): Promise<void> {
  await page.getByText(words.account.title, { exact: true }).click();
  const key = `ssh-ed25519 ${'A'.repeat(60)} myriad@platform`;
  await page.getByTestId('public-key').fill(key);
  await page
    .locator('pre')
    .filter({ hasText: `key='${key}'` })
    .waitFor();
  await page.locator('pre').filter({ hasText: 'NOPASSWD' }).last().waitFor();
  const copied = page.getByRole('button', { name: wordsIn(language).frame.act.copied });
  await page.getByRole('button', { name: words.account.copySudoers }).click();
  await copied.waitFor();
  await browser.look(page, 'host-account');
}

/** Who only asks for things sees the same buttons, grey, with the reason. */
async function tellWhyNot(browser: StoryBrowser, platform: StoryPlatform, address: string): Promise<void> {
  const requester = await browser.person(language);
  await signIn(requester, platform.url, platform.requester, language);
  await requester.goto(address);
  for (const name of [words.testPaths, words.check, words.remove]) {
    const button = requester.getByRole('button', { name, exact: true, disabled: true });
    await button.waitFor();
    assert.match((await button.getAttribute('aria-description')) ?? '', /DBA/, name);
  }
  await browser.look(requester, 'host-requester');
  await goTo(requester, wordsIn(language).frame.nav.hosts);
  await requester.getByRole('button', { name: words.register, disabled: true }).waitFor();
}

/** Nobody's key: made for this story, known to no host. */
const wrongKey = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  publicKeyEncoding: { type: 'spki', format: 'pem' },
  privateKeyEncoding: { type: 'pkcs1', format: 'pem' },
}).privateKey;

async function testPaths(page: Page): Promise<void> {
  await page.getByRole('button', { name: words.testPaths }).click();
  await page.getByText(words.pathOk, { exact: true }).waitFor();
  await page.locator('.hops li').first().waitFor();
}

async function forget(page: Page, host: LabHost): Promise<void> {
  await page.getByRole('button', { name: words.remove }).click();
  const dialog = await openDialog(page);
  const remove = dialog.getByRole('button', { name: words.remove });
  await dialog.getByTestId('type-to-confirm').fill(host.name.slice(0, -1));
  await becomes(() => remove.isDisabled(), true, 'half a name forgets nothing');
  await dialog.getByTestId('type-to-confirm').fill(host.name);
  await remove.click();
  await page.waitForURL(/\/hosts$/);
}

async function fillIn(page: Page, host: LabHost, privateKey: string): Promise<void> {
  const values = {
    name: host.name,
    zone: 'lab',
    address: host.address,
    baseDirectory: `${host.root}/myriad`,
    sshPort: String(host.sshPort),
    user: host.user,
    privateKey,
  };
  for (const [name, value] of Object.entries(values)) await page.getByRole('dialog').locator(`#${name}`).fill(value);
}

async function confirmKey(page: Page, host: LabHost): Promise<void> {
  const dialog = page.getByRole('dialog');
  await dialog.getByText(words.keySeen).waitFor();
  await dialog.getByText(host.hostKeyFingerprint).waitFor();
  await dialog.getByRole('button', { name: words.keyConfirm }).click();
}
