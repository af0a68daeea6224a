/** Stands in a statement for text that is put in before the server sees it: `${…}` of MyBatis. */
export const substitutedText = 'mybatis_text';
