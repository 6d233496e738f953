/**
 * What may be sent: well-formed text within the desk's limits. Sizes are Unicode scalar values and UTF-8 bytes, as the
 * server counts them; `length` in UTF-16 units would disagree at every emoji.
 */
/** Replaces lone surrogates, which no UTF-8 can carry, by U+FFFD. @param {string} text */
export declare const wellFormed: (text: string) => string;
/** Length in Unicode scalar values. @param {string} text well-formed */
export declare function countScalars(text: string): number;
/** Length in bytes of UTF-8. @param {string} text well-formed */
export declare function countBytes(text: string): number;
/** Whether there is nothing to be seen: blanks, signs without width, fillers. @param {string} text */
export declare const isBlank: (text: string) => boolean;
