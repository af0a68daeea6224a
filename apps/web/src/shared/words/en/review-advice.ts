export const reviewAdvice = {
  ask: 'Index advice',
  askHint: 'Indexes worth having for all these statements together; takes longer',
  title: 'Index advice',
  none: 'No index is advised',
  noneNext:
    'What these statements ask for is indexed, or no index would spare enough. Tables must be described: in the text, or by a cluster that is asked.',
  of_one: '{{count}} different statement was looked at',
  of_other: '{{count}} different statements were looked at',
  unknown:
    'Nothing can be advised for tables whose definition is not known: {{names}}. Choose a cluster to ask, or put their CREATE TABLE into the text.',
  copy: 'Copy DDL',
  rows: '{{before}} → {{after}} rows read',
  rowsHint: 'Estimated, over all executions',
  serves: 'Serves',
  servesRows: '{{before}} → {{after}}',
  times: '×{{count}}',
  size: 'About {{size}}',
  prediction: 'Making it',
  undo: 'Take it back',
  show: 'It is there, only hidden',
  redundant: 'Becomes redundant: {{names}}',
  confidence: {
    schema: 'From the definition alone: the numbers are guesses',
    statistics: 'From numbers of the server',
    proven: 'Proven on a scratch server',
  },
  remarks: 'Conditions no index can help',
} as const;
