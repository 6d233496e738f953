/**
 * A real desk: the built executable on a free port of this machine with a data folder of its own, driven from outside as an
 * operator does it. `SERVICEDESK_BIN` names the executable. Everything is gone after `end`.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { eventually } from './eventually.js';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const executable = process.env.SERVICEDESK_BIN ?? path.join(root, 'target/debug/servicedesk');

export const OWNER = { name: '林晓梅', email: 'mei@banshantea.cn', password: 'mist over nine hills' };
export const COLLEAGUE = { name: '王磊', email: 'wang@banshantea.cn', password: 'rain on the tea leaves' };

/** Conversations stay where a test puts them, unless it is about the routing. */
const STILL = { SERVICEDESK_ROUTING__ENABLED: 'false' };

/**
 * @param {{env?:Record<string,string|undefined>}} [options] settings over those of this shell; undefined = not set
 */
export async function openDesk({ env = {} } = {}) {
  const data = await mkdtemp(path.join(tmpdir(), 'servicedesk-browser-'));
  /** @type {import('node:child_process').ChildProcess|null} */ let running = null;
  let said = '';
  let port = 0;

  /** Runs the executable to its end. @param {string[]} args @param {string} [input] on stdin */
  const command = async (args, input = '') => {
    const child = spawn(executable, ['--data', data, ...args], { stdio: ['pipe', 'pipe', 'pipe'] });
    const heard = { stdout: '', stderr: '' };
    child.stdout.on('data', (chunk) => (heard.stdout += chunk));
    child.stderr.on('data', (chunk) => (heard.stderr += chunk));
    // A command that asks for nothing may have ended before it is written to.
    child.stdin.on('error', () => {});
    child.stdin.end(input);
    const [code] = await once(child, 'close');
    if (code !== 0) throw new Error(`servicedesk ${args.join(' ')}: exit ${code}: ${heard.stderr.trim()}`);
    return heard.stdout.trim();
  };

  /** Starts it, on the port it had before if there was one. */
  const start = async () => {
    said = '';
    const child = spawn(executable, ['--data', data, 'serve', '--listen', `127.0.0.1:${port}`], {
      env: Object.fromEntries(Object.entries({ ...process.env, ...STILL, ...env }).filter(([, value]) => value !== undefined)),
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    running = child;
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said += chunk));
    const demo = await eventually('the desk prints its links', () => {
      if (child.exitCode !== null) throw new Error(`it ended: ${said}`);
      return /(http:\/\/[^\s"]+)\/demo\b/.exec(said);
    });
    desk.origin = demo[1];
    port = Number(new URL(desk.origin).port);
    desk.links = {
      workbench: /http:\/\/[^\s"]+\/inbox\b/.exec(said)?.[0] ?? `${desk.origin}/inbox`,
      setup: /http:\/\/[^\s"]+\/setup#token=[\w-]+/.exec(said)?.[0] ?? null,
      demo: `${desk.origin}/demo`,
    };
  };

  /** @param {NodeJS.Signals} signal */
  const end = async (signal) => {
    const child = running;
    running = null;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    child.kill(signal);
    await once(child, 'exit');
  };

  const desk = {
    origin: '',
    /** @type {{workbench:string, setup:string|null, demo:string}} */
    links: { workbench: '', setup: null, demo: '' },
    start,
    command,
    /** As a power cut would. */
    kill: () => end('SIGKILL'),
    /** What it wrote since it was started, for a failing test. */
    get log() {
      return said;
    },
    async end() {
      await end('SIGKILL');
      await rm(data, { recursive: true, force: true });
    },
    /**
     * First run without a browser: the owner's account and the shop. Returns the owner's way in.
     * @param {{locale?:string, shop?:string, origins?:string[], owner?:typeof OWNER}} [how]
     */
    async setUp({ locale = 'zh-CN', shop = '半山茶铺', origins = [], owner = OWNER } = {}) {
      const token = new URL(/** @type {string} */ (desk.links.setup)).hash.replace('#token=', '');
      const response = await fetch(`${desk.origin}/api/v1/setup`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ token, ...owner, locale, shop_name: shop, accent: '#1f6f5c', allowed_origins: origins }),
      });
      if (response.status !== 201) throw new Error(`set-up: ${response.status} ${await response.text()}`);
      const made = await response.json();
      return { key: made.widget.key, ...way(desk, response, made) };
    },
    /** @param {{email:string, password:string}} who */
    async signIn({ email, password }) {
      const response = await fetch(`${desk.origin}/api/v1/login`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ email, password }),
      });
      if (response.status !== 200) throw new Error(`sign-in: ${response.status} ${await response.text()}`);
      return way(desk, response, await response.json());
    },
    /** @param {typeof COLLEAGUE} who @param {string} [role] */
    addAgent: ({ name, email, password }, role = 'agent') =>
      command(['agent', 'add', '--email', email, '--name', name, '--role', role, '--password-stdin'], `${password}\n`),
  };
  await start();
  return desk;
}

/**
 * A signed-in agent: cookie for a browser, calls for a test.
 * @param {{origin:string}} desk @param {Response} response @param {any} body
 */
function way(desk, response, body) {
  const session = response.headers.getSetCookie().find((line) => line.startsWith('servicedesk_session='));
  const [name, value] = String(session).split(';')[0].split('=');
  return {
    agent: body.agent,
    cookie: { name, value, url: desk.origin },
    /** @param {string} method @param {string} place below `/api/v1` @param {object} [json] @returns {Promise<any>} */
    async call(method, place, json) {
      const answer = await fetch(`${desk.origin}/api/v1${place}`, {
        method,
        headers: { cookie: `${name}=${value}`, 'x-csrf-token': body.csrf_token, 'content-type': 'application/json' },
        body: json && JSON.stringify(json),
      });
      const text = await answer.text();
      if (!answer.ok) throw new Error(`${method} ${place}: ${answer.status} ${text}`);
      return text ? JSON.parse(text) : null;
    },
  };
}

/** @typedef {Awaited<ReturnType<typeof openDesk>>} Desk */
