import { parameterName } from './parameter-book.ts';

const serverSections = new Set(['mysqld', 'server', 'mariadb', 'mariadbd']);

export interface OptionChange {
  /** As it is written, maybe with `loose_`. */
  readonly option: string;
  /** undefined: taken out. */
  readonly value: string | undefined;
}

interface Line {
  readonly text: string;
  readonly section: string;
  readonly name: string | undefined;
}

function read(text: string): Line[] {
  let section = '';
  return text.split('\n').map((line) => {
    const plain = line.trim();
    const header = /^\[([^\]]+)\]/.exec(plain)?.[1];
    if (header !== undefined) section = header.trim();
    const isOption = header === undefined && plain !== '' && !/^[#;!]/.test(plain);
    return { text: line, section, name: isOption ? parameterName(plain.split('=')[0] ?? '') : undefined };
  });
}

const written = (value: string): string =>
  value !== '' && !/[\s#'"\\;]/.test(value) ? value : `"${value.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;

/**
 * The same file with these options set; comments, order and everything else stay byte for byte. The last line of an option is
 * the one that counts, so it is the one that is changed; a new one stands at the end of `[mysqld]`. Throws on line breaks in a
 * value and where the file has no section for the server.
 */
export function changeOptionFile(text: string, changes: readonly OptionChange[]): string {
  let lines = read(text);
  for (const { option, value } of changes) {
    if (value !== undefined && /[\r\n\0]/.test(value)) throw new Error('an option value holds no line break');
    const isIt = ({ name, section }: Line) => serverSections.has(section) && name === parameterName(option);
    if (value === undefined) {
      lines = lines.filter((line) => !isIt(line));
      continue;
    }
    const line = { text: `${option} = ${written(value)}`, section: 'mysqld', name: parameterName(option) };
    const at = lines.findLastIndex(isIt);
    if (at >= 0) lines[at] = { ...line, section: lines[at]?.section ?? 'mysqld' };
    else lines.splice(endOfSection(lines), 0, line);
  }
  return lines.map((line) => line.text).join('\n');
}

/** Behind the last line of the server's section that is not blank. */
function endOfSection(lines: readonly Line[]): number {
  const last = lines.findLastIndex(({ section, text }) => section === 'mysqld' && text.trim() !== '');
  if (last < 0) throw new Error('the option file has no [mysqld] section');
  return last + 1;
}
