/**
 * Makes `packages/sql/src/keywords/words-data.ts` from what two real servers answer: `node generate-words.ts > words-data.ts`. Words that the
 * grammar names and no server lists are in more-words.ts.
 */
import { askServer } from './ask-servers.ts';

const wrap = (words: readonly string[]): string => {
  const lines: string[] = [''];
  for (const word of words) {
    const last = lines.length - 1;
    const longer = `${lines[last]}${lines[last] === '' ? '' : ' '}${word}`;
    if (longer.length > 108) lines.push(word);
    else lines[last] = longer;
  }
  return lines.map((line, at) => `  '${line}${at === lines.length - 1 ? '' : ' '}'`).join(' +\n');
};

const mysql = await askServer('mysql');
const mariadb = await askServer('mariadb');
const all = [...new Set([...Object.keys(mysql), ...Object.keys(mariadb)])].sort();
const parts = Array.from({ length: Math.ceil(all.length / 150) }, (_, at) => all.slice(at * 150, at * 150 + 150));
const reserved = (answers: Readonly<Record<string, boolean>>) => Object.keys(answers).filter((word) => answers[word]);
// One line each: TypeScript reads the words out of the literal's type, which a sum of strings has not.
const line = (name: string, words: readonly string[]) =>
  `// biome-ignore format: a literal type has to be one literal\nexport const ${name} = '${words.join(' ')}';\n`;

process.stdout.write(`// Made by generate-words.ts from the answers of MySQL 9.7 and MariaDB 10.11. Not edited by hand.

${parts.map((words, at) => line(`words${at + 1}`, words)).join('\n')}
/** Refused as a name by MySQL 9.7. */
export const mysqlReserved =
${wrap(reserved(mysql).sort())};

/** Refused as a name by MariaDB 10.11. */
export const mariadbReserved =
${wrap(reserved(mariadb).sort())};

/** Listed by MySQL 9.7 as a keyword: its digest writes these in capitals and without quotes. */
export const mysqlKeywords =
${wrap(Object.keys(mysql).sort())};
`);
