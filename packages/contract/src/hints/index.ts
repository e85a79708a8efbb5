/**
 * What somebody meant by a parameter that Canvas doesn't know. Runs anywhere, and without the contract's data: the
 * caller brings what an operation takes.
 */
export { type DocumentedName, documentedNames, namesIn, nodeAt } from './names.ts';
export { isTakenEverywhere, nearestName } from './nearest-name.ts';
