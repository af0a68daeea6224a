import assert from 'node:assert/strict';
import { getDictionaryTable, listClusters, sensitiveClasses } from '@myriad/contract';
import { clientFor } from '../../../cli/src/demo/demo-people.ts';
import { becomes } from '../becomes.ts';
import { goTo, openDialog, openPart, type StoryLanguage, signIn, wordsIn } from '../console-story.ts';
import type { StoryBrowser } from '../open-browser.ts';
import type { FleetPlatform } from '../open-fleet.ts';
import { plantDictionary } from '../plant-dictionary.ts';
import { openPerson } from './open-person.ts';

/**
 * A column is found by what is said of it; its tag is confirmed, another refused, the table gets a note and an owner; what nobody
 * uses stands on a page of its own; an administrator's rule is refused beside its field, then kept and judges at once.
 */
export async function tellDictionary(browser: StoryBrowser, platform: FleetPlatform, language: StoryLanguage) {
  const { url, operator, administrator, asOperator, storeFile } = platform;
  const { dictionary: words, frame } = wordsIn(language);
  const className = (kind: keyof typeof sensitiveClasses) => sensitiveClasses[kind][language === 'en' ? 'en' : 'zh'];
  const ruled = language === 'en' ? 'health' : 'income';
  const asAdministrator = await clientFor(url, administrator);
  const { items } = await asOperator.call(listClusters, { query: { limit: 2 } });
  const cluster = items.at(language === 'en' ? 0 : 1);
  assert.ok(cluster);
  const schema = language === 'en' ? 'shop' : '商城';
  const { tableId } = await plantDictionary({ storeFile, asAdministrator }, cluster.id, schema);
  const table = () =>
    asOperator
      .call(getDictionaryTable, { params: { clusterId: cluster.id, tableId } })
      .then(({ columns }) =>
        columns.map(({ name, tags }) => `${name} ${tags.map((tag) => `${tag.class} ${tag.state}`).join()}`.trim()),
      );

  const page = await openPerson(browser, language);
  await signIn(page, url, operator, language);
  await goTo(page, frame.nav.dictionary);
  await openPart(page, words.parts.columns);
  await page.getByRole('textbox', { name: words.search }).fill('身份证');
  await page.waitForURL(/\/dictionary\/columns\?.*search=/);
  const found = page.getByRole('link', { name: `${schema}.visit.c3`, exact: true });
  await found.waitFor();
  await page.getByRole('link', { name: `${schema}.visit.id`, exact: true }).waitFor({ state: 'detached' });
  await browser.look(page, `dictionary-columns.${language}`);
  await found.click();

  const chip = (kind: keyof typeof sensitiveClasses) =>
    page.locator('button.tag-chip').filter({ hasText: className(kind) });
  await chip('phone').click();
  await page.getByRole('menuitem', { name: words.tagConfirm, exact: true }).click();
  await chip('phone').filter({ hasText: words.tagStates.confirmed }).waitFor();
  await chip('identity-number').click();
  await page.getByRole('menuitem', { name: words.tagRefuse, exact: true }).click();
  await chip('identity-number').filter({ hasText: words.tagStates.refused }).waitFor();
  // What the other story's rule says of the fourth column is not asked here.
  await becomes(
    async () => (await table()).slice(0, 3),
    ['id', 'mobile_phone phone confirmed', 'c3 identity-number refused'],
  );
  await page.getByRole('button', { name: words.describe, exact: true }).first().click();
  const described = await openDialog(page);
  await described.locator('#note').fill('一次到访一行 <i>');
  await described.locator('#owner').fill('wang');
  await described.getByRole('button', { name: words.save, exact: true }).click();
  await described.waitFor({ state: 'hidden' });
  await page.getByText('一次到访一行 <i>').first().waitFor();
  await page.locator('.uplot canvas').waitFor();
  await page.getByText(words.uses.unused, { exact: true }).waitFor();
  assert.equal(await page.locator('main script').count(), 0, 'a comment is text');
  await browser.look(page, `dictionary-table.${language}`);

  await page.goto(`${url}/dictionary/unused?cluster=${cluster.id}`);
  await page.getByRole('link', { name: `${schema}.visit.by_card`, exact: true }).waitFor();
  await page.getByText(words.coverageKnown).waitFor();
  await browser.look(page, `dictionary-unused.${language}`);

  const ruler = await openPerson(browser, language);
  await signIn(ruler, url, administrator, language);
  await ruler.goto(`${url}/dictionary/rules`);
  await ruler.getByRole('button', { name: words.ruleAdd, exact: true }).click();
  const dialog = await openDialog(ruler);
  await dialog.locator('#name').fill(`obrien-${language}`);
  await dialog.locator('#class').click();
  await ruler
    .locator('.ant-select-item-option')
    .filter({ hasText: className(ruled) })
    .click();
  const names = dialog.locator('#names');
  const pattern = (text: string) => dialog.locator('.ant-select-selection-item').getByText(text, { exact: true });
  await names.fill('***');
  await names.press('Enter');
  await pattern('***').waitFor();
  const save = dialog.getByRole('button', { name: words.save, exact: true });
  await save.click();
  await dialog.locator('.ant-form-item-explain-error').first().waitFor();
  await browser.look(ruler, `dictionary-rule-refused.${language}`);
  // By its cross: after a word was entered the field takes no Backspace for a quarter of a second, and each press begins that anew.
  await dialog
    .locator('.ant-select-selection-item')
    .filter({ hasText: '***' })
    .locator('.ant-select-selection-item-remove')
    .click();
  await pattern('***').waitFor({ state: 'detached' });
  await names.fill('*brien*');
  await names.press('Enter');
  await pattern('*brien*').waitFor();
  await save.click();
  await dialog.waitFor({ state: 'hidden' });
  await ruler.getByText(`obrien-${language}`).waitFor();
  await browser.look(ruler, `dictionary-rules.${language}`);
  await ruler.goto(`${url}/dictionary/of/${cluster.id}/${tableId}`);
  // Judged in the background, and a page looks again when it is opened.
  for (const until = Date.now() + 60_000; ; await ruler.reload()) {
    await ruler.getByRole('heading', { name: `${schema}.visit` }).waitFor();
    await ruler.locator('.tag-chips').first().waitFor();
    if (
      (await ruler
        .locator('button.tag-chip')
        .filter({ hasText: className(ruled) })
        .count()) > 0
    )
      break;
    assert.ok(Date.now() < until, 'the rule judges within a minute');
  }
}
