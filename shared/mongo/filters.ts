import mongoose from "mongoose";

/**
 * Operators in a filter are ours alone: mongoose wraps every other object in `$eq`,
 * so that nothing that came from outside can become one.
 */
const trusted = (operator: object): any => mongoose.trusted(operator);

export const above = <T>(value: T): T => trusted({ $gt: value });
export const upTo = <T>(value: T): T => trusted({ $lte: value });
export const below = <T>(value: T): T => trusted({ $lt: value });
export const not = <T>(value: T): T => trusted({ $ne: value });
export const among = <T>(values: T[]): T => trusted({ $in: values });
/** For a field that is not there. */
export const absent: any = trusted({ $exists: false });
