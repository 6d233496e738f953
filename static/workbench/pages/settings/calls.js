/**
 * The desk's REST calls as the settings make them: by method and place below `/api/v1`. A session that ended leads to the sign-in.
 */
import { Problem, request } from '../../api.js';

/** The settings' calls of the desk. @param {{csrf:string, signedOut:()=>void}} host */
export const createCalls =
  ({ csrf, signedOut }) =>
  /** @param {string} method @param {string} path @param {object} [body] @returns {Promise<any>} */
  async (method, path, body) => {
    try {
      return await request(method, `/api/v1${path}`, body, csrf);
    } catch (error) {
      if (error instanceof Problem && error.status === 401) signedOut();
      throw error;
    }
  };

/** What the desk takes as it is, and how small everything else is made. */
const PICTURE_TYPES = ['image/png', 'image/jpeg', 'image/webp'];
const SMALL_ENOUGH = 120 * 1024;

/**
 * A picture of somebody's disk as the desk takes it: at most `most` px on its longer side, and small.
 * @param {Blob} file @param {number} most @returns {Promise<Blob>}
 */
export async function shrunk(file, most) {
  const picture = await createImageBitmap(file);
  const scale = Math.min(1, most / Math.max(picture.width, picture.height));
  if (scale === 1 && file.size <= SMALL_ENOUGH && PICTURE_TYPES.includes(file.type)) return file;
  const canvas = document.createElement('canvas');
  for (let by = scale; ; by *= 0.8) {
    canvas.width = Math.max(1, Math.round(picture.width * by));
    canvas.height = Math.max(1, Math.round(picture.height * by));
    /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d')).drawImage(picture, 0, 0, canvas.width, canvas.height);
    /** @type {Blob|null} */
    const blob = await new Promise((resolve) => canvas.toBlob(resolve, 'image/webp', 0.85));
    if (blob && (blob.size <= SMALL_ENOUGH || by < 0.1)) return blob;
  }
}

/** Sends a file as it is. @param {{csrf:string, signedOut:()=>void}} host */
export const createSending =
  ({ csrf, signedOut }) =>
  /** @param {string} path @param {Blob} body @returns {Promise<any>} */
  async (path, body) => {
    let answer;
    try {
      answer = await fetch(`/api/v1${path}`, {
        method: 'POST',
        headers: { 'x-csrf-token': csrf, 'content-type': body.type || 'application/octet-stream' },
        credentials: 'same-origin',
        body,
      });
    } catch {
      throw new Problem(0, null, null);
    }
    if (answer.status === 401) signedOut();
    const json = await answer.json().catch(() => null);
    if (!answer.ok) throw new Problem(answer.status, json, null);
    return json;
  };

/** Sends a slice as it is. @param {{csrf:string, signedOut:()=>void}} host */
export const createSlices =
  ({ csrf, signedOut }) =>
  /** @param {string} path @param {ArrayBuffer} body @param {string} digest @returns {Promise<void>} */
  async (path, body, digest) => {
    let answer;
    try {
      answer = await fetch(`/api/v1${path}`, {
        method: 'PUT',
        headers: { 'x-csrf-token': csrf, 'content-type': 'application/octet-stream', 'content-digest': digest },
        credentials: 'same-origin',
        body,
      });
    } catch {
      throw new Problem(0, null, null);
    }
    if (answer.status === 401) signedOut();
    if (!answer.ok) throw new Problem(answer.status, await answer.json().catch(() => null), null);
  };

/**
 * Sends a picture and answers with its name. @param {{csrf:string, signedOut:()=>void}} host
 */
export const createUploads = (/** @type {{csrf:string, signedOut:()=>void}} */ host) => {
  const send = createSending(host);
  /** @param {Blob} file @param {number} most @returns {Promise<string>} */
  return async (file, most) => {
    const body = await shrunk(file, most).catch(() => {
      throw new Problem(400, { code: 'invalid' }, null);
    });
    return (await send('/pictures', body)).picture;
  };
};
