/** WebSocket close codes of the protocol. Used by name (`import * as CLOSE`), so that bundles carry the numbers alone. */
export declare const leaving = 1000;
export declare const goingAway = 1001;
export declare const lost = 1006;
export declare const unauthenticated = 4001;
export declare const sessionEnded = 4003;
export declare const behind = 4008;
export declare const frameTooLarge = 4009;
/** Never on the wire: from here on another page has the link, or this one. No fault, and no reason to wait. */
export declare const moved = 4900;
