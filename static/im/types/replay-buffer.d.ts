/**
 * The last frames that moved the cursor of this page, so that it can tell another page what that one missed. Bounded in frames
 * and in letters; what has fallen out is told by the desk.
 */
/** A bounded buffer of frames, oldest first. @param {{frames?:number, letters?:number}} [most] */
export declare function createReplayBuffer({ frames: most, letters: widest }?: {
    frames?: number;
    letters?: number;
}): {
    /**
     * A link was opened: what it brings follows on what is here, or nothing before it is known.
     * @param {import('./types.js').Cursor|null} resume what `hello` said @param {import('./types.js').WelcomeFrame} welcome
     */
    begin(resume: import('./types.js').Cursor | null, welcome: import('./types.js').WelcomeFrame): void;
    /** @param {import('./types.js').OrderedFrame} frame with a position @returns {boolean} whether it is news */
    add(frame: import('./types.js').OrderedFrame): boolean;
    /** @param {import('./types.js').Cursor} cursor @returns {import('./types.js').OrderedFrame[]|null} null = more was missed than is here */
    since(cursor: import('./types.js').Cursor): import('./types.js').OrderedFrame[] | null;
    readonly end: number;
};
