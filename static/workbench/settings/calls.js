/**
 * The desk's REST calls as the settings make them: by method and place below `/api/v1`. A session that ended leads to the sign-in.
 */
import { Problem, request } from '../api.js';

/** @param {{csrf:string, signedOut:()=>void}} host */
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
