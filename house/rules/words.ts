import type { Rule } from '../rule.ts';
import { withoutComments } from '../rule.ts';

const han = /\p{Script=Han}/u;
const text = String.raw`('(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"|\x60(?:[^\x60\\]|\\.)*\x60)`;
const pair = new RegExp(String.raw`\ben:\s*${text},?\s*zh:\s*${text}`, 'g');

/** What a `${…}` fills in says nothing about the sentence around it. */
const inside = (literal: string): string => literal.slice(1, -1).replaceAll(/\$\{(?:[^{}]|\{[^{}]*\})*\}/g, 'X');

/** One word, a number, a sign: the same in both languages. */
const isName = (words: string): boolean => !/[A-Za-z]{2,}\s+[A-Za-z]{2,}/.test(words);

function faultsOf(en: string, zh: string): readonly string[] {
  const faults: string[] = [];
  if (han.test(en)) faults.push(`Chinese stands in the English: ${en}`);
  if (!han.test(zh) && !isName(zh)) faults.push(`the Chinese is not Chinese: ${zh}`);
  if (/\p{Script=Han}(?:[,;!?]|:(?=\s|$))|[,;!?]\p{Script=Han}/u.test(zh)) faults.push(`half-width punctuation: ${zh}`);
  return faults;
}

export const bothLanguages: Rule = {
  id: 'both-languages',
  why: 'Both languages are equal: a sentence in one of them only is half a product.',
  check: ({ path, text: source }) => {
    if (!/\.tsx?$/.test(path) || path.startsWith('house/') || /\.test\.tsx?$/.test(path)) return [];
    return [...withoutComments(source).matchAll(pair)].flatMap((match) =>
      faultsOf(inside(match[1] ?? ''), inside(match[2] ?? '')),
    );
  },
  bad: [
    { path: 'a.ts', text: "const w = { en: 'Done.', zh: 'It is done.' };" },
    { path: 'a.ts', text: "const w = {\n  en: '完成',\n  zh: '完成',\n};" },
    { path: 'a.ts', text: "const w = { en: 'No, wait.', zh: '不,等等。' };" },
    // biome-ignore lint/suspicious/noTemplateCurlyInString: code under test.
    { path: 'a.ts', text: 'const w = { en: `Disk ${a} is full`, zh: `Disk ${a} is full` };' },
  ],
  good: [
    {
      path: 'a.ts',
      text: "const w = { en: 'ID', zh: 'ID' }; const v = { en: 'It’s done.', zh: '已完成，共 3 项。' };",
    },
  ],
};

export const wordsInCatalogue: Rule = {
  id: 'words-in-catalogue',
  why: 'A sentence written into a page of the console cannot be translated.',
  check: ({ path, text: source }) => {
    if (!/^apps\/web\/src\/.*\.tsx?$/.test(path) || path.includes('/words/') || /\.test\.tsx?$/.test(path)) return [];
    return (
      withoutComments(source)
        .split('\n')
        // A language is called by its own name in every language.
        .filter((line) => han.test(line.replaceAll("'中文'", '')))
        .map((line) => `has words outside the catalogue: ${line.trim()}`)
    );
  },
  bad: [{ path: 'apps/web/src/a.tsx', text: '<b>审批</b>' }],
  good: [{ path: 'apps/web/src/shared/words/zh-CN/a.ts', text: "export const a = '审批';" }],
};
