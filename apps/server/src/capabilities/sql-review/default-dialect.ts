/** Of a text nobody said the server of. */
export const defaultDialect = 'mysql-8.4';
