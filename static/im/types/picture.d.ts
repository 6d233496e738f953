/**
 * A picture made ready for the way: no side longer than 1600 pixels, turned as it is looked at, and nothing in it but pixels.
 * What the camera wrote beside them (place, time, device) stays here.
 */
export declare const SIDE = 1600;
/** The size in which a picture is sent. @param {number} width @param {number} height */
export declare function fit(width: number, height: number, side?: number): {
    width: number;
    height: number;
};
/**
 * A file as it is sent: a picture without what the camera wrote, anything else as it is.
 * @param {Blob & {name?:string}} file
 * @returns {Promise<{blob:Blob, width?:number, height?:number, ending?:string}>} the file itself where the browser cannot draw it
 */
export declare function prepare(file: Blob & {
    name?: string;
}): Promise<{
    blob: Blob;
    width?: number;
    height?: number;
    ending?: string;
}>;
/** The name with the ending of what the picture has become. @param {string} name @param {string} [ending] */
export declare const renamed: (name: string, ending?: string) => string;
