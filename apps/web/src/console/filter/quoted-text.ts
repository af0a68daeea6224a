/** A text as it stands inside a condition of the filter language. */
export const quotedText = (text: string): string => `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
