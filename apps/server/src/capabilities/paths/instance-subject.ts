/** What the book of certificates calls an instance. */
export const instanceSubject = (instanceId: string): string => `instance/${instanceId}`;
