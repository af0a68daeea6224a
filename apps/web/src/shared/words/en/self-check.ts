export const selfCheck = {
  title: 'How the platform itself is',
  now: 'Look now',
  looked: 'looked',
  took: 'in {{time}}',
  every: 'by itself every {{minutes}} min',
  none: 'Nobody has looked yet',
  noneNext: 'It looks by itself half a minute after its start; or look now. Looking changes nothing.',
  onlyAmber: 'Only what needs a look',
  allGreen: 'Nothing needs a look',
  allGreenNext: 'Untick the box to see everything that was looked at.',
  columns: { about: 'Which', found: 'Found', next: 'What to do' },
} as const;
