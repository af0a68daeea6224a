/** `body.hosts.0.port`, `form.hosts.0.port` or `/hosts/0/port` → the name a form field has. */
export const fieldPathOf = (path: string): (string | number)[] =>
  path
    .replace(/^\/|^(form|body)[./]/, '')
    .split(/[./]/)
    .filter((part) => part !== '')
    .map((part) => (/^\d+$/.test(part) ? Number(part) : part));
