/** How a shop's own server proves who its visitor is: a JWT (HS256) or an HMAC of the id, with the widget's secret. */
import { createHmac } from 'node:crypto';

/** @param {object} part */
const part = (part) => Buffer.from(JSON.stringify(part)).toString('base64url');

/** @param {string} secret @param {{sub:string, name?:string, email?:string}} claims */
export function makeJwt(secret, claims) {
  const body = `${part({ alg: 'HS256', typ: 'JWT' })}.${part({ exp: Math.floor(Date.now() / 1000) + 3600, ...claims })}`;
  return `${body}.${createHmac('sha256', secret).update(body).digest('base64url')}`;
}

/** @param {string} secret @param {string} id */
export const makeHash = (secret, id) => createHmac('sha256', secret).update(id).digest('hex');
