import assert from 'node:assert/strict';
import type { Locator, Page } from 'playwright-core';
import { openDialog, signIn, wordsIn } from '../console-story.ts';
import type { StoryBrowser } from '../open-browser.ts';
import type { FleetPlatform } from '../open-fleet.ts';
import { openPerson } from './open-person.ts';

const { frame, application, catalogue, quota } = wordsIn('zh-CN');

const ok = (dialog: Locator): Locator => dialog.locator('.ant-modal-footer .ant-btn-primary');
const faults = (dialog: Locator): Locator => dialog.locator('.ant-form-item-explain-error');

/** Fills, sends, and sees the refusal: beside a field, or as a note where it is about none. */
async function refuses(dialog: Locator, fields: Readonly<Record<string, string>>): Promise<void> {
  for (const [id, value] of Object.entries(fields)) await dialog.locator(`#${id}`).fill(value);
  await ok(dialog).click();
  await faults(dialog).or(dialog.getByRole('alert')).first().waitFor();
  assert.ok(await dialog.isVisible(), `${JSON.stringify(fields)} is refused`);
}

async function open(page: Page, address: string, button: string): Promise<Locator> {
  await page.goto(address);
  await page.getByRole('button', { name: button, exact: true }).first().click();
  return openDialog(page);
}

const wrongNames = ['', '-x', '.x', 'a b', 'a/b', '“a”', 'a;b', "a'b", '_a', 'a\u202eb'];

/** Each form of catalogues and applications is given ten wrong inputs; none of them is taken. */
export async function tellForms(browser: StoryBrowser, { url, operator }: FleetPlatform) {
  const page = await openPerson(browser, 'zh-CN');
  await signIn(page, url, operator, 'zh-CN');
  for (const part of ['environments', 'zones'] as const) {
    const dialog = await open(page, `${url}/catalogues/${part}`, frame.act.add);
    for (const name of wrongNames) await refuses(dialog, { name });
  }
  const specification = await open(page, `${url}/catalogues/specifications`, frame.act.add);
  for (const name of wrongNames.slice(0, 6)) await refuses(specification, { name });
  for (const cpus of ['', 'x', '-'])
    await refuses(specification, { name: 'large', cpus, memoryBytes: '4', diskBytes: '9' });
  await refuses(specification, { name: 'large', cpus: '2', memoryBytes: '', diskBytes: '9' });
  const field = await open(page, `${url}/catalogues/fields`, frame.act.add);
  for (const name of ['', 'A', '9a', 'a b', 'a-b', '名称', 'a.b', '_a'])
    await refuses(field, { name, words_en: 'Room', words_zh: '机房' });
  await refuses(field, { name: 'room', words_en: '', words_zh: '机房' });
  await refuses(field, { name: 'room', words_en: 'Room', words_zh: ' ' });
  await browser.look(page, 'field-refused');

  const added = await open(page, `${url}/applications`, application.add);
  const right = { name: '新应用', businessLine: '零售', owner: '王芳' };
  for (const id of ['name', 'businessLine', 'owner'])
    for (const value of ['', ' ', '\u3000']) await refuses(added, { ...right, [id]: value });
  await refuses(added, { ...right, name: 'orders' });
  await browser.look(page, 'application-refused');

  const limits = await open(page, `${url}/catalogues/quotas`, quota.set);
  await ok(limits).click();
  await limits.getByText(quota.which).first().waitFor();
  await page.goto(`${url}/catalogues/environments`);
  await page.getByRole('heading', { name: catalogue.title }).waitFor();
  assert.equal(await page.getByText('a b', { exact: true }).count(), 0, 'nothing wrong was kept');
}
