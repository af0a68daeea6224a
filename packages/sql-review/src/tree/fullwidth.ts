const signs: ReadonlySet<number> = new Set([...'，；：（）“”‘’＝＜＞！＊．、｀＂＇'].map((sign) => sign.charCodeAt(0)));

/** The first sign of full width that an input method writes for one of SQL's own. */
export function fullwidthSignIn(text: string): string | undefined {
  // Looked for in place: a statement may be ten megabytes long, and a list of its signs takes ten times that.
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code > 127 && signs.has(code)) return text[at];
  }
  return undefined;
}
