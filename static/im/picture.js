/**
 * A picture made ready for the way: no side longer than 1600 pixels, turned as it is looked at, and nothing in it but pixels.
 * What the camera wrote beside them (place, time, device) stays here.
 */

export const SIDE = 1600;
const QUALITY = 0.82;
/** Types that are drawn anew. Moving pictures stay as they are; the format has no place for what a camera knows. */
const DRAWN = ['image/jpeg', 'image/png', 'image/webp', 'image/bmp', 'image/avif', 'image/heic', 'image/heif'];

/** The size in which a picture is sent. @param {number} width @param {number} height */
export function fit(width, height, side = SIDE) {
  const scale = Math.min(1, side / Math.max(width, height));
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
}

/** @param {HTMLCanvasElement} canvas @param {string} type @returns {Promise<Blob|null>} */
const encode = (canvas, type) => new Promise((resolve) => canvas.toBlob(resolve, type, QUALITY));

/** Whether something shows through. @param {CanvasRenderingContext2D} context @param {number} width @param {number} height */
const showsThrough = (context, width, height) => {
  const { data } = context.getImageData(0, 0, width, height);
  for (let at = 3; at < data.length; at += 4) if (data[at] < 255) return true;
  return false;
};

/**
 * A file as it is sent: a picture without what the camera wrote, anything else as it is.
 * @param {Blob & {name?:string}} file
 * @returns {Promise<{blob:Blob, width?:number, height?:number, ending?:string}>} the file itself where the browser cannot draw it
 */
export async function prepare(file) {
  if (!DRAWN.includes(file.type)) return { blob: file };
  let bitmap;
  try {
    bitmap = await createImageBitmap(file, { imageOrientation: 'from-image' });
  } catch {
    return { blob: file };
  }
  const { width, height } = fit(bitmap.width, bitmap.height);
  const canvas = document.createElement('canvas');
  Object.assign(canvas, { width, height });
  const context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d'));
  context.drawImage(bitmap, 0, 0, width, height);
  bitmap.close();
  const glass = file.type !== 'image/jpeg' && showsThrough(context, width, height);
  const jpeg = glass ? null : await encode(canvas, 'image/jpeg');
  // Screenshots of text are smaller, and sharper, as PNG.
  const png = file.type === 'image/png' || glass ? await encode(canvas, 'image/png') : null;
  const blob = png && (!jpeg || png.size <= jpeg.size) ? png : jpeg;
  if (!blob) return { blob: file };
  return { blob, width, height, ending: blob.type === 'image/png' ? 'png' : 'jpg' };
}

/** The name with the ending of what the picture has become. @param {string} name @param {string} [ending] */
export const renamed = (name, ending) => (ending ? `${name.replace(/\.\w{1,5}$/, '') || name}.${ending}` : name);
