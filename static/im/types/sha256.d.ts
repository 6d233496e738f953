/**
 * SHA-256 (FIPS 180-4, section 6.2), piece by piece: for pages that the browser gives no `crypto.subtle`, as it does over plain
 * http, and for files that are too large to be in memory at once.
 */
export declare function createSha256(): {
    update: (bytes: Uint8Array) => void;
    /** @returns {Uint8Array} the digest, once */
    finish(): Uint8Array;
};
/** The digest of a file. @param {Blob} blob @param {SubtleCrypto|undefined} [subtle] @returns {Promise<Uint8Array>} */
export declare function sha256(blob: Blob, subtle?: SubtleCrypto | undefined): Promise<Uint8Array>;
