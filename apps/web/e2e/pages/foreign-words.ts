export type PageLanguage = 'zh-CN' | 'en';

const han = /\p{Script=Han}/u;
/** Words of letters beside one another; what has a digit, a dot or an underscore in it is a name, not a word. */
const wordRun =
  /(?<![\w.@/:-])\p{Script=Latin}[\p{Script=Latin}’'-]*(?:[ ,]+\p{Script=Latin}[\p{Script=Latin}’'-]*)+(?![\w.@/:-]*\w)/gu;

/** Products and standards whose names are several words in every language. */
const names: readonly RegExp[] = [/\bReact Flow attribution\b/g];

/** Words that are a sentence alone, and words that are one inside another language's sentence. */
const fewest = { alone: 3, within: 4 } as const;

/**
 * Why a text does not belong on a page in this language, or undefined: any Chinese character on an English page; on a
 * Chinese one three Latin words in a row, or four within a Chinese sentence (a term in brackets is no sentence).
 */
export function foreignIn(text: string, language: PageLanguage): string | undefined {
  if (language === 'en') return han.test(text) ? 'Chinese' : undefined;
  const rest = names.reduce((left, name) => left.replace(name, '·'), text);
  const most = han.test(rest) ? fewest.within : fewest.alone;
  const run = (rest.match(wordRun) ?? []).find((words) => words.split(/[ ,]+/).length >= most);
  return run === undefined ? undefined : `Latin “${run}”`;
}
