import assert from 'node:assert/strict';

/** What a server answered, its body parsed. */
export interface TestedAnswer {
  readonly status: number;
  // biome-ignore lint/suspicious/noExplicitAny: each test states what it expects of the body.
  readonly body: any;
}

interface Fault {
  readonly path: string;
  readonly words: { readonly en: string; readonly zh: string };
}

/**
 * A refusal as people need it: one problem, in both languages, with a next move, no pattern and no place left unfilled; where it
 * is about a field, a fault names it.
 */
export function refused({ status, body }: TestedAnswer, code: string, path?: string): void {
  const shown = JSON.stringify(body);
  assert.ok(status >= 400 && status < 500, `${status} ${shown}`);
  assert.equal(body.code, code, shown);
  const faults: readonly Fault[] = body.faults ?? [];
  for (const words of [body.words, body.next, ...faults.map((fault) => fault.words)]) {
    assert.ok(words.en.length > 3, shown);
    assert.match(words.zh, /\p{Script=Han}/u, shown);
    assert.doesNotMatch(words.en + words.zh, /\/\^|\[a-z|\{\w+\}|Invalid |undefined/, shown);
  }
  if (path !== undefined)
    assert.ok(faults.some((fault) => fault.path === path) && faults.length > 0, `${path}: ${shown}`);
}

/** A form, what is wrong with it, and the code and field of its refusal. */
export type WrongInput = readonly [given: object, code: string, path?: string];

const wrong = (field: string, values: readonly unknown[], under = 'body'): WrongInput[] =>
  values.map((value) => [nested(field, value), 'INPUT_INVALID', `${under}.${field}`]);

/** `a.b` → `{ a: { b: value } }`. */
const nested = (field: string, value: unknown): object => {
  const [first = '', ...rest] = field.split('.');
  return { [first]: rest.length === 0 ? value : nested(rest.join('.'), value) };
};

const unkept = ['a\u0000b', 'a\ud800b', '\udc00'];
const controls = ['a\u0007b', '\u007f.', 'a\u009bb'];

/** What no field of one line takes, of at most `most` characters. */
export const wrongLines = (field: string, most: number): WrongInput[] =>
  wrong(field, [
    '',
    ' \t ',
    'x'.repeat(most + 1),
    'a\nb',
    'a\u202eb',
    '\u200bx',
    7,
    null,
    ['x'],
    ...unkept,
    ...controls,
  ]);

/** What no field of several lines takes that must not be empty. */
export const wrongTexts = (field: string, most: number): WrongInput[] =>
  wrong(field, ['', ' \n ', 'x'.repeat(most + 1), 7, null, {}, ...unkept, ...controls]);

/** What no amount is: whole, from `least` on. */
export const wrongAmounts = (field: string, least = 0): WrongInput[] =>
  wrong(field, [least - 1, 1.5, '1', true, [], 2 ** 53, 1e300, Number.MIN_VALUE]);

/** What no moment is. The first one after the year 9999 has no date any more. */
export const wrongTimes = (field: string): WrongInput[] =>
  wrong(field, [-1, 0.5, '2026-01-01', null, 253_402_300_800_000, 2 ** 53, 1e300]);

/** What fits none of the words of a choice. */
export const wrongChoices = (field: string, given: string): WrongInput[] =>
  wrong(field, ['', `${given} `, given.toUpperCase(), 0, null, [given], `${given}\u0000`]);
