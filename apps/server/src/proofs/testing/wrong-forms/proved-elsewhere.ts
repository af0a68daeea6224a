/** Forms whose ten wrong inputs stand beside what they need: the test that gives them. */
export const provedElsewhere: Readonly<Record<string, string>> = {
  'discovery.start': 'capabilities/adoption/wrong-input.test.ts',
  'dictionary-rule.add': 'capabilities/dictionary/wrong-input.test.ts',
  'dictionary-rule.change': 'capabilities/dictionary/wrong-input.test.ts',
  'dictionary.note': 'capabilities/dictionary/wrong-input.test.ts',
  'dictionary.tag': 'capabilities/dictionary/wrong-input.test.ts',
  'standard.create': 'capabilities/standards/refusals.test.ts',
  'standard.publish': 'capabilities/standards/refusals.test.ts',
  'standard.use': 'capabilities/standards/refusals.test.ts',
  'standard-exception.add': 'capabilities/standards/refusals.test.ts',
  // Each kind of ticket has its own form.
  'ticket.submit': 'capabilities/adoption/wrong-input.test.ts',
  'ticket.preview': 'proofs/bad-input.lab.test.ts',
  'level-account.check': 'capabilities/adoption/raise-level.lab.test.ts',
};

/** The same body as another, or ids, choices and switches alone: there are no ten ways to get them wrong. */
export const fewToGetWrong: ReadonlySet<string> = new Set([
  ...['schedule.change', 'schedule.preview', 'field.change', 'auth.complete-first-run', 'auth.sign-in'],
  ...['settings.change', 'task.decide', 'host.start-check', 'host.run-action', 'compliance.check'],
]);
