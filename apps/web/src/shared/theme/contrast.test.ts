import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { designOf } from './design.ts';

const style = await readFile(new URL('./style.css', import.meta.url), 'utf8');

function colorsOf(selector: string): Readonly<Record<string, string>> {
  const block = style.split(`${selector} {`, 2)[1]?.split('}', 1)[0] ?? '';
  return Object.fromEntries(
    [...block.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map(([, name, color]) => [name, color]),
  );
}

/** https://www.w3.org/TR/WCAG22/#dfn-relative-luminance */
function luminanceOf(color: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(color.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrastOf(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminanceOf(one), luminanceOf(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

/** Level AA for text of any size. */
const least = 4.5;
const themes = { light: colorsOf(':root'), dark: colorsOf(':root[data-theme="dark"]') };

for (const [theme, colors] of Object.entries(themes)) {
  const color = (name: string) => {
    const value = colors[name];
    assert.ok(value, `${theme}: --${name}`);
    return value;
  };

  test(`every text can be read on every ground (${theme})`, () => {
    for (const text of ['ink', 'ink-soft', 'ink-faint', 'accent', 'good', 'bad', 'warn'])
      for (const ground of [
        'surface',
        'raised',
        'ground',
        ...(`${text}-soft` in colors && text !== 'ink' ? [`${text}-soft`] : []),
      ]) {
        const contrast = contrastOf(color(text), color(ground));
        assert.ok(contrast >= least, `${text} on ${ground}: ${contrast.toFixed(2)}`);
      }
  });

  test(`what the design system draws can be read too, and has the same colours (${theme})`, () => {
    const { token = {}, components = {} } = designOf(theme === 'dark', true);
    assert.equal(token.colorSuccess, color('good'));
    assert.equal(token.colorError, color('bad'));
    assert.equal(token.colorWarning, color('warn'));
    assert.equal(token.colorLink, color('accent'));
    assert.equal(token.colorTextPlaceholder, color('ink-faint'));
    for (const [text, ground] of [
      [components.Button?.primaryColor, token.colorPrimary],
      [components.Button?.dangerColor, token.colorError],
    ]) {
      assert.ok(text && ground);
      assert.ok(contrastOf(text, ground) >= least, `${text} on ${ground}`);
    }
  });
}
