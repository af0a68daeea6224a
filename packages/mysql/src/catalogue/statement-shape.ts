/**
 * A statement without its values, so that what a server received can be compared with what the catalogue lists:
 * literals and numbers become `?`, lists of them one `?`, space one blank, letters small.
 */
export const statementShape = (text: string): string =>
  text
    .replaceAll(/'(?:[^'\\]|''|\\.)*'/gs, '?')
    .replaceAll(/(?<![\w`@.])-?\d+(?:\.\d+)?\b/g, '?')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/\(\s*\?(?:\s*,\s*\?)*\s*\)/g, '(?)')
    .trim()
    .replace(/;$/, '')
    .toLowerCase();
