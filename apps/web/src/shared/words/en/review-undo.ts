export const reviewUndo = {
  name: 'What undoes it',
  capture: 'Before it, in the same transaction: keep what it overwrites',
  takeAway: 'To undo it, first: take new rows away',
  putBack: 'To undo it, for each row that was kept',
  statements: 'To undo it, in this order',
  impossible: 'It cannot be undone:',
  lost: 'Does not come back',
  remains: 'Stays, or comes back only with help',
  notes: 'Besides',
  other: 'It changes something else than rows and definitions of tables; nothing is known that undoes it.',
  nothing: 'It leaves nothing to undo.',
  copy: 'Copy',
} as const;
