import {
  adoptionProblems,
  authProblems,
  dictionaryProblems,
  findingProblems,
  fleetProblems,
  logProblems,
  metricProblems,
  rightProblems,
  savedFilterProblems,
  scheduleProblems,
  sqlReviewProblems,
  standardProblems,
  taskProblems,
  ticketProblems,
} from '@myriad/contract';

/** The catalogue of every slice. */
export const problems = [
  rightProblems,
  adoptionProblems,
  authProblems,
  dictionaryProblems,
  findingProblems,
  fleetProblems,
  logProblems,
  metricProblems,
  savedFilterProblems,
  scheduleProblems,
  sqlReviewProblems,
  standardProblems,
  taskProblems,
  ticketProblems,
];
