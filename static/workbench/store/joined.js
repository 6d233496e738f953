/**
 * One object of two, whose getters stay getters: spreading would ask them once and keep what they said.
 * @template {object} A
 * @template {object} B
 * @param {A} one @param {B} other
 * @returns {A & B}
 */
export const joined = (one, other) => Object.defineProperties(/** @type {A & B} */ (one), Object.getOwnPropertyDescriptors(other));
