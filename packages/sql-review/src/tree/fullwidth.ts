const signs: ReadonlySet<string> = new Set('，；：（）“”‘’＝＜＞！＊．、｀＂＇');

/** The first sign of full width that an input method writes for one of SQL's own. */
export const fullwidthSignIn = (text: string): string | undefined => [...text].find((sign) => signs.has(sign));
