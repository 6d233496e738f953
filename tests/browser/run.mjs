/**
 * Runs test files of pages, some at a time, and a failed one a second time, alone. What passes then is flaky: it is told at the end
 * and counted, and does not fail the run; what fails twice does. A test that looked too early costs a minute, not a landing, and
 * the list says which to mend.
 *
 *   node tests/browser/run.mjs [--lanes N] FILE…
 *
 * Exit code 0 where every file passed at last, 1 where one did not, 2 without files.
 */
import { spawn } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';

const LANES = 2;

/** @typedef {{file:string, passed:boolean, seconds:number, output:string, counts:{pass:number, fail:number}}} Outcome */

/** What node's reporter says at the end of a file. @param {string} output @param {'pass'|'fail'} what */
const count = (output, what) => Number(new RegExp(`^# ${what} (\\d+)$`, 'm').exec(output)?.[1] ?? 0);

/** @param {string} file @returns {Promise<Outcome>} */
function run(file) {
  const began = performance.now();
  // A file that is itself run by node's test runner would otherwise report to that one.
  const { NODE_TEST_CONTEXT: _, ...env } = process.env;
  const child = spawn(process.execPath, ['--test', '--test-reporter=tap', file], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  child.stdout.on('data', (bytes) => (output += bytes));
  child.stderr.on('data', (bytes) => (output += bytes));
  return new Promise((resolve) => {
    child.on('close', (code) => {
      const counts = { pass: count(output, 'pass'), fail: count(output, 'fail') };
      const seconds = (performance.now() - began) / 1000;
      resolve({ file, passed: code === 0, seconds, output, counts });
    });
  });
}

/** @param {Outcome} one @param {string} [what] */
function say(one, what = one.passed ? 'ok' : 'FAILED') {
  const { pass, fail } = one.counts;
  console.log(`${what.padEnd(7)} ${one.seconds.toFixed(1).padStart(6)} s  ${String(pass).padStart(3)} passed ${fail ? `${fail} failed ` : ''} ${path.basename(one.file)}`);
}

/** Parts that failed, with what was said of them. @param {string} output */
function failures(output) {
  const lines = output.split('\n').filter((line) => !/^\s*(ok \d|# Subtest|---|\.\.\.|duration_ms|# (tests|suites|pass|cancelled|skipped|todo))/.test(line));
  return lines.map((line) => `    ${line}`).join('\n');
}

/** The largest first, so that no lane is left with a long one at the end. @param {string[]} files */
const ordered = (files) => [...files].sort((a, b) => statSync(b).size - statSync(a).size || a.localeCompare(b));

/** @param {string[]} files @param {number} lanes */
async function main(files, lanes) {
  for (const file of files) readFileSync(file);
  const waiting = ordered(files);
  /** @type {Outcome[]} */ const done = [];
  const lane = async () => {
    for (let file = waiting.shift(); file; file = waiting.shift()) {
      const one = await run(file);
      say(one);
      done.push(one);
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));

  /** @type {string[]} */ const flaky = [];
  /** @type {string[]} */ const failed = [];
  for (const first of done.filter((one) => !one.passed)) {
    console.log(`\n${path.basename(first.file)} failed; once more, alone. The first time:\n${failures(first.output)}`);
    const again = await run(first.file);
    say(again, again.passed ? 'flaky' : 'FAILED');
    if (again.passed) flaky.push(first.file);
    else {
      failed.push(first.file);
      console.log(failures(again.output));
    }
  }
  const total = done.reduce((sum, one) => sum + one.counts.pass, 0);
  console.log(`\n${done.length} files, ${total} tests passed at the first try`);
  console.log(`flaky: ${flaky.length}${flaky.map((file) => `\n  ${file}`).join('')}`);
  if (failed.length) console.log(`failed: ${failed.length}${failed.map((file) => `\n  ${file}`).join('')}`);
  return failed.length ? 1 : 0;
}

const args = process.argv.slice(2);
const at = args.indexOf('--lanes');
const lanes = at < 0 ? LANES : Number(args.splice(at, 2)[1]);
if (args.length === 0 || !(lanes > 0)) {
  console.error('usage: node tests/browser/run.mjs [--lanes N] FILE…');
  process.exitCode = 2;
} else process.exitCode = await main(args, lanes);
