import { findProgram, isExecutable } from './find-program.ts';
import { CommandMissing, runCommand } from './run-command.ts';
import type { Say, Words } from './words.ts';

export interface Chromium {
  readonly executable: string;
  /** Without a font for them, Chinese pages show boxes: stories still run, pictures are not worth keeping. */
  readonly drawsChinese: boolean;
}

export interface MissingChromium {
  readonly missing: true;
  readonly words: Words;
}

const PACKAGES = ['chromium', 'fonts-noto-cjk'];

/** A Chromium for browser stories: MYRIAD_CHROMIUM, else the machine's, else (as root) installed now with a CJK font. */
export async function ensureChromium({
  say = () => {},
}: {
  readonly say?: Say;
} = {}): Promise<Chromium | MissingChromium> {
  const given = process.env.MYRIAD_CHROMIUM;
  if (given && !(await isExecutable(given))) {
    const words = {
      en: `MYRIAD_CHROMIUM points to ${given}, which is no program that can be run.`,
      zh: `MYRIAD_CHROMIUM 指向 ${given}，但它不是可运行的程序。`,
    };
    return { missing: true, words };
  }
  const found = given ?? (await findChromium());
  if (found && (await drawsChinese())) return { executable: found, drawsChinese: true };
  const why = await install(say);
  const executable = found ?? (await findChromium());
  if (executable) return { executable, drawsChinese: await drawsChinese() };
  const words = {
    en: `No Chromium for the browser stories (${why ?? 'the package holds none'}): install ${PACKAGES.join(' and ')}, or set MYRIAD_CHROMIUM to a Chromium or Chrome.`,
    zh: `没有可用于浏览器测试的 Chromium（${why ?? '软件包中没有'}）：请安装 ${PACKAGES.join(' 和 ')}，或将 MYRIAD_CHROMIUM 设为 Chromium 或 Chrome 的路径。`,
  };
  return { missing: true, words };
}

async function findChromium(): Promise<string | undefined> {
  for (const name of ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome']) {
    const file = await findProgram(name);
    if (file) return file;
  }
  return undefined;
}

async function drawsChinese(): Promise<boolean> {
  const fonts = await runCommand('fc-list', [':lang=zh', 'family']).catch(() => undefined);
  return fonts !== undefined && fonts.stdout.trim() !== '';
}

/** Installs through the package manager; returns why not, when it could not. */
async function install(say: Say): Promise<string | undefined> {
  if (process.getuid?.() !== 0) return 'installing it needs root';
  say({
    en: `Installing ${PACKAGES.join(' and ')} through the package manager (once; some 150 MB)…`,
    zh: `正在通过软件包管理器安装 ${PACKAGES.join(' 和 ')}（只需一次，约 150 MB）……`,
  });
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive', LC_ALL: 'C' };
  try {
    await runCommand('apt-get', ['-qq', 'update'], { env });
    const args = ['-qq', '-y', '--no-install-recommends', 'install', ...PACKAGES, 'fontconfig'];
    const { code, stderr } = await runCommand('apt-get', args, { env, limitMilliseconds: 1_800_000 });
    return code === 0 ? undefined : (stderr.match(/^E: .*/m)?.[0] ?? `apt-get ended with ${code}`);
  } catch (error) {
    if (error instanceof CommandMissing) return 'there is no apt-get on this machine';
    throw error;
  }
}
