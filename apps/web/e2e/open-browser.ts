import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureChromium, LabUnavailable } from '@myriad/lab';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';

const images = fileURLToPath(new URL('../../../docs/images/', import.meta.url));

/** Nothing that calls out, nothing that asks: only the page. */
const args = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export interface StoryBrowser extends AsyncDisposable {
  /** A person of their own: nothing is shared with the others but the platform. */
  person(language: 'zh-CN' | 'en', look?: Look): Promise<Page>;
  /** Keeps a picture in docs/images when `MYRIAD_SCREENSHOTS=1`; else does nothing. */
  picture(page: Page, name: string): Promise<void>;
  /** Keeps what is on screen under `MYRIAD_E2E_LOOKS`, a folder to look through; else does nothing. */
  look(page: Page, name: string): Promise<void>;
  /**
   * Tells one story: its people's pages are closed when it is over, so that they ask the platform for nothing while the next one is told.
   * A story that fails says what each of its people saw, and what was refused or not answered.
   */
  tell(story: () => Promise<void>): Promise<void>;
}

/** For one thing to appear, on a machine that does much else besides. */
const patienceMs = 100_000;

export interface Look {
  readonly isDark?: true;
  readonly isPhone?: true;
}

/** A headless browser for a story. @throws LabUnavailable when the machine has none. */
export async function openBrowser(): Promise<StoryBrowser> {
  const found = await ensureChromium();
  if ('missing' in found) throw new LabUnavailable(found.words);
  const browser: Browser = await chromium.launch({ executablePath: found.executable, args });
  const keepsPictures = process.env.MYRIAD_SCREENSHOTS === '1' && found.drawsChinese;
  let people: Seen[] = [];
  return {
    async tell(story) {
      try {
        await story();
      } catch (error) {
        const seen = await Promise.all(people.map(describe));
        throw new Error(`${error instanceof Error ? error.message : error}\n${seen.join('\n')}`, { cause: error });
      } finally {
        await Promise.all(people.map(({ page }) => page.context().close()));
        people = [];
      }
    },
    async person(language, look = {}) {
      const context: BrowserContext = await browser.newContext({
        locale: language === 'zh-CN' ? 'zh-CN' : 'en-US',
        timezoneId: 'Asia/Shanghai',
        viewport: look.isPhone ? { width: 390, height: 844 } : { width: 1440, height: 900 },
        colorScheme: look.isDark ? 'dark' : 'light',
        // A click on a dialog that is still opening can miss its button: stories are told without movement.
        reducedMotion: 'reduce',
        deviceScaleFactor: look.isPhone ? 2 : 1,
      });
      const page = await context.newPage();
      page.setDefaultTimeout(patienceMs);
      page.setDefaultNavigationTimeout(patienceMs);
      people.push({ page, faults: faultsOf(page) });
      return page;
    },
    async picture(page, name) {
      if (!keepsPictures) return;
      await mkdir(images, { recursive: true });
      await page.screenshot({ path: join(images, `${name}.png`), animations: 'disabled' });
    },
    async look(page, name) {
      const folder = process.env.MYRIAD_E2E_LOOKS;
      if (folder) await page.screenshot({ path: join(folder, `${name}.png`), animations: 'disabled' });
    },
    async [Symbol.asyncDispose]() {
      await browser.close();
    },
  };
}

interface Seen {
  readonly page: Page;
  readonly faults: readonly string[];
}

/** The last calls that were refused or not answered, and what the page complained about. */
function faultsOf(page: Page): readonly string[] {
  const faults: string[] = [];
  const add = (fault: string) => {
    faults.push(fault);
    if (faults.length > 10) faults.shift();
  };
  page.on('response', (answer) => {
    if (answer.status() >= 400) add(`${answer.status()} ${answer.request().method()} ${answer.url()}`);
  });
  page.on('requestfailed', (request) => add(`${request.failure()?.errorText} ${request.method()} ${request.url()}`));
  page.on('pageerror', (error) => add(error.message));
  return faults;
}

async function describe({ page, faults }: Seen, at: number): Promise<string> {
  const seen = await page
    .locator('body')
    .ariaSnapshot({ timeout: 5_000 })
    .catch((error: unknown) => String(error));
  return [`— person ${at + 1}: ${page.url()}`, ...faults, seen.slice(0, 4_000)].join('\n');
}
