/** One line of an option file; `value` absent = a flag without value. A repeated name stays repeated (`plugin_load_add`). */
export interface OptionLine {
  readonly name: string;
  readonly value?: string;
  /** Why it is set, written as a comment above the line. */
  readonly why?: string;
}

export interface OptionSection {
  readonly name: string;
  readonly lines: readonly OptionLine[];
}

export interface OptionFile {
  readonly head: readonly string[];
  readonly sections: readonly OptionSection[];
}

/** The value as it must be written: quoted where white space, `#` or quotes would change its meaning. */
function written(value: string): string {
  if (/[\r\n\0]/.test(value)) throw new Error('an option value holds no line break');
  if (value !== '' && !/[\s#'"\\;]/.test(value)) return value;
  return `"${value.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
}

export function renderOptionFile(file: OptionFile): string {
  const out = file.head.map((line) => `# ${line}`);
  for (const section of file.sections) {
    out.push('', `[${section.name}]`);
    for (const { name, value, why } of section.lines) {
      if (why) out.push(`# ${why}`);
      out.push(value === undefined ? name : `${name} = ${written(value)}`);
    }
  }
  return `${out.join('\n')}\n`;
}

const escapes: Readonly<Record<string, string>> = { b: '\b', t: '\t', n: '\n', r: '\r', s: ' ', '\\': '\\', '"': '"' };

function readValue(raw: string): string {
  const text = raw.trim();
  const quoted = /^(["'])(.*)\1\s*(?:#.*)?$/.exec(text);
  const bare = quoted ? (quoted[2] ?? '') : text.replace(/\s+#.*$/, '');
  return bare.replaceAll(/\\(.)/g, (all, letter: string) => escapes[letter] ?? all);
}

/**
 * Reads an option file as the server's own reader does: `#` and `;` begin comments, names may use `-` or `_` (kept as written).
 * `!include` lines are returned in `includes`, not followed. Throws with the line number on text outside any section.
 */
export function parseOptionFile(text: string): { sections: OptionSection[]; includes: string[] } {
  const sections: { name: string; lines: OptionLine[] }[] = [];
  const includes: string[] = [];
  for (const [index, raw] of text.split(/\r?\n/).entries()) {
    const line = raw.trim();
    if (line === '' || line.startsWith('#') || line.startsWith(';')) continue;
    const header = /^\[([^\]]+)\]/.exec(line);
    if (header?.[1]) {
      sections.push({ name: header[1].trim(), lines: [] });
      continue;
    }
    if (/^!include(dir)?\s/.test(line)) {
      includes.push(line);
      continue;
    }
    const section = sections.at(-1);
    if (!section) throw new Error(`option file, line ${index + 1}: an option before the first section`);
    const at = line.indexOf('=');
    if (at < 0) section.lines.push({ name: line.replace(/\s+#.*$/, '') });
    else section.lines.push({ name: line.slice(0, at).trim(), value: readValue(line.slice(at + 1)) });
  }
  return { sections, includes };
}

/** The last value of an option in the given sections, `-` and `_` being the same; undefined where it is not set. */
export function optionValue(
  sections: readonly OptionSection[],
  name: string,
  inSections: readonly string[] = ['mysqld', 'server', 'mariadb', 'mariadbd'],
): string | undefined {
  const same = (a: string) => a.replaceAll('-', '_').toLowerCase();
  return sections
    .filter((section) => inSections.includes(section.name))
    .flatMap((section) => section.lines)
    .findLast((line) => same(line.name) === same(name))?.value;
}
