/** WebSocket close codes of the protocol. Used by name (`import * as CLOSE`), so that bundles carry the numbers alone. */

export const leaving = 1000;
export const goingAway = 1001;
export const lost = 1006;
export const unauthenticated = 4001;
export const sessionEnded = 4003;
export const behind = 4008;
export const frameTooLarge = 4009;
/** Never on the wire: from here on another page has the link, or this one. No fault, and no reason to wait. */
export const moved = 4900;
