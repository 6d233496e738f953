/**
 * What a shop's server runs to say who its customer is: a JWT by HS256 with nothing but each language's own library. A test runs
 * every line whose language is installed and lets the desk read the token.
 *
 * @typedef {{id:'php'|'node'|'python'|'java', name:string, lines:string}} IdentityLines
 */

/** @type {IdentityLines[]} */
export const IDENTITY_LINES = [
  {
    id: 'php',
    name: 'PHP',
    lines: `<?php
$encode = fn ($text) => rtrim(strtr(base64_encode($text), '+/', '-_'), '=');
$claims = ['sub' => (string) $user->id, 'name' => $user->name, 'email' => $user->email, 'exp' => time() + 3600];
$head = $encode('{"alg":"HS256","typ":"JWT"}') . '.' . $encode(json_encode($claims));
$token = $head . '.' . $encode(hash_hmac('sha256', $head, getenv('SERVICEDESK_SECRET'), true));`,
  },
  {
    id: 'node',
    name: 'Node',
    lines: `import { createHmac } from 'node:crypto';
const encode = (data) => Buffer.from(data).toString('base64url');
const claims = { sub: String(user.id), name: user.name, email: user.email, exp: Math.floor(Date.now() / 1000) + 3600 };
const head = encode('{"alg":"HS256","typ":"JWT"}') + '.' + encode(JSON.stringify(claims));
const token = head + '.' + createHmac('sha256', process.env.SERVICEDESK_SECRET).update(head).digest('base64url');`,
  },
  {
    id: 'python',
    name: 'Python',
    lines: `import base64, hashlib, hmac, json, os, time
encode = lambda data: base64.urlsafe_b64encode(data).rstrip(b"=").decode()
claims = {"sub": str(user.id), "name": user.name, "email": user.email, "exp": int(time.time()) + 3600}
head = encode(b'{"alg":"HS256","typ":"JWT"}') + "." + encode(json.dumps(claims).encode())
token = head + "." + encode(hmac.new(os.environ["SERVICEDESK_SECRET"].encode(), head.encode(), hashlib.sha256).digest())`,
  },
  {
    id: 'java',
    name: 'Java',
    lines: `var encode = java.util.Base64.getUrlEncoder().withoutPadding();
var utf8 = java.nio.charset.StandardCharsets.UTF_8;
var claims = String.format("{\\"sub\\":\\"%s\\",\\"exp\\":%d}", user.id(), System.currentTimeMillis() / 1000 + 3600);
var head = encode.encodeToString("{\\"alg\\":\\"HS256\\",\\"typ\\":\\"JWT\\"}".getBytes(utf8)) + "." + encode.encodeToString(claims.getBytes(utf8));
var mac = javax.crypto.Mac.getInstance("HmacSHA256");
mac.init(new javax.crypto.spec.SecretKeySpec(System.getenv("SERVICEDESK_SECRET").getBytes(utf8), "HmacSHA256"));
var token = head + "." + encode.encodeToString(mac.doFinal(head.getBytes(utf8)));`,
  },
];

/** What the page of the shop then says, wherever the token stands in it. */
export const IDENTIFY_LINE = "servicedesk('identify', null, token);";
