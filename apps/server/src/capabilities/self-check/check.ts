import type { Health, SelfCheckLine, Words } from '@myriad/contract';

/** One thing the platform stands on. It looks and changes nothing. */
export interface Check {
  /** kebab-case, chosen slowly, never renamed. */
  readonly name: string;
  readonly title: Words;
  /** After this it is given up and said to be unknown. */
  readonly limitSeconds: number;
  run(signal: AbortSignal): Promise<readonly SelfCheckLine[]>;
}

export const defineCheck = (check: Check): Check => check;

const line =
  (health: Health) =>
  (about: string, en: string, zh: string, next?: Words): SelfCheckLine => ({
    ...{ about, health, words: { en, zh } },
    ...(next ? { next } : {}),
  });
export const green = line('green');
export const amber = line('amber');
export const grey = line('grey');

const order: readonly Health[] = ['green', 'grey', 'amber'];
export const worstOf = (healths: readonly Health[]): Health =>
  healths.reduce((worst, health) => (order.indexOf(health) > order.indexOf(worst) ? health : worst), 'green' as Health);
