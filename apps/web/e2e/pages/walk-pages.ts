import type { Page } from 'playwright-core';
import { foreignIn, type PageLanguage } from './foreign-words.ts';
import { hearNames } from './heard-names.ts';
import type { PageAddress } from './page-addresses.ts';
import { readFlaws } from './read-flaws.ts';
import { readNameless } from './read-nameless.ts';
import { readWords } from './read-words.ts';
import { watchPage } from './settled-page.ts';

export interface Walk {
  readonly url: string;
  readonly language: PageLanguage;
  readonly addresses: readonly PageAddress[];
  /** Called with each page as it stands there, and with its address. */
  readonly look?: (page: Page, address: string) => Promise<void>;
}

/** Opens every address and every tab of it; gives what is wrong there, a line each. */
export async function walkPages(page: Page, { url, language, addresses, look }: Walk): Promise<readonly string[]> {
  const watched = watchPage(page);
  const heard = hearNames(page);
  const wrong = new Set<string>();
  const judge = async () => {
    const address = page.url().slice(url.length);
    const said = (what: string) => wrong.add(`${address}: ${what}`);
    for (const { text, where } of await readWords(page)) {
      const foreign = foreignIn(await heard.without(text), language);
      if (foreign !== undefined) said(`${foreign} in ${where}: ${text.slice(0, 200)}`);
    }
    for (const flaw of [...(await readFlaws(page)), ...(await readNameless(page))]) said(flaw);
    for (const fault of watched.faults()) said(fault);
    await look?.(page, address);
  };
  const visit = async (address: string) => {
    await watched.open(() => page.goto(url + address));
    await judge();
  };
  for (const { address, hasParts } of addresses) {
    await visit(address);
    if (!hasParts) continue;
    const tabs = page.locator('main .ant-tabs-nav-list').first().locator('[data-node-key]');
    const keys = await tabs.evaluateAll((all) => all.map((tab) => tab.getAttribute('data-node-key')));
    for (const key of keys.slice(1)) {
      await visit(`${address}/${key}`);
      const active = await page.locator('main .ant-tabs-tab-active').first().getAttribute('data-node-key');
      if (active !== key) wrong.add(`${address}: the tab ${key} has no address of its own`);
    }
  }
  return [...wrong];
}
