/** A sentence people read; same shape as the contract's, kept apart so that `--help` loads nothing. */
export interface Words {
  readonly en: string;
  readonly zh: string;
}

export type Language = keyof Words;

/** `zh-CN`, `zh_CN.UTF-8`, `zh` → zh; anything else → en. */
export const languageOf = (text: string): Language => (/^zh\b|^zh_/i.test(text) ? 'zh' : 'en');

type Environment = Readonly<Record<string, string | undefined>>;

/** As POSIX orders them; the first that is set and not empty counts. */
export const languageFrom = (env: Environment): Language =>
  languageOf(env.MYRIAD_LANG || env.LC_ALL || env.LC_MESSAGES || env.LANG || 'en');
