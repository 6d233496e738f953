/**
 * Copies the library files that the front end uses into this folder, unpatched, and records them in vendor.lock.
 *   node static/vendor/vendor.mjs           fetch with npm, copy, write the lock
 *   node static/vendor/vendor.mjs --check   compare the files here with the lock; needs no network
 * Never edit the copies: a change belongs upstream or in a module of our own.
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const here = path.dirname(fileURLToPath(import.meta.url));
const lockFile = path.join(here, 'vendor.lock');

const libraries = [
  {
    name: 'lit-html',
    version: '3.3.3',
    licence: 'BSD-3-Clause',
    files: [
      'LICENSE',
      'lit-html.js',
      'lit-html.d.ts',
      'directive.js',
      'directive.d.ts',
      'directive-helpers.js',
      'directive-helpers.d.ts',
      'directives/repeat.js',
      'directives/repeat.d.ts',
      'directives/live.js',
      'directives/live.d.ts',
      'directives/if-defined.js',
      'directives/if-defined.d.ts',
    ],
  },
  {
    name: '@preact/signals-core',
    folder: 'signals-core',
    version: '1.14.5',
    licence: 'MIT',
    files: ['LICENSE', 'dist/signals-core.mjs', 'dist/signals-core.d.ts'],
  },
  {
    // Drawn into static/workbench/icons.js and the templates by hand; the licence travels with the drawings.
    name: 'lucide-static',
    version: '1.62.0',
    licence: 'ISC',
    files: ['LICENSE'],
  },
];

/** @param {string} file */
const sha256 = (file) => createHash('sha256').update(readFileSync(file)).digest('hex');
/** @param {{name:string, folder?:string, version:string}} library */
const folderOf = (library) => `${library.folder ?? library.name}@${library.version}`;

function check() {
  const locked = JSON.parse(readFileSync(lockFile, 'utf8'));
  let wrong = 0;
  for (const [folder, entry] of Object.entries(locked)) {
    for (const [file, digest] of Object.entries(/** @type {any} */ (entry).sha256)) {
      const place = path.join(here, folder, file);
      if (existsSync(place) && sha256(place) === digest) continue;
      console.error(`${folder}/${file} is missing or was changed`);
      wrong += 1;
    }
  }
  process.exitCode = wrong ? 1 : 0;
}

function fetchAll() {
  /** @type {Record<string, object>} */
  const lock = {};
  for (const library of libraries) {
    const work = mkdtempSync(path.join(tmpdir(), 'vendor-'));
    const packed = execFileSync('npm', ['pack', '--json', `${library.name}@${library.version}`], { cwd: work });
    const [{ filename, integrity }] = Object.values(JSON.parse(packed.toString()));
    const bytes = readFileSync(path.join(work, filename));
    const computed = `sha512-${createHash('sha512').update(bytes).digest('base64')}`;
    if (computed !== integrity) throw new Error(`${library.name}: the package does not match its integrity`);
    execFileSync('tar', ['xzf', filename], { cwd: work });
    const folder = folderOf(library);
    rmSync(path.join(here, folder), { recursive: true, force: true });
    /** @type {Record<string, string>} */
    const digests = {};
    for (const file of library.files) {
      const place = path.join(here, folder, file);
      mkdirSync(path.dirname(place), { recursive: true });
      cpSync(path.join(work, 'package', file), place);
      digests[file] = sha256(place);
    }
    lock[folder] = { name: library.name, version: library.version, licence: library.licence, integrity, sha256: digests };
    rmSync(work, { recursive: true });
  }
  writeFileSync(lockFile, `${JSON.stringify(lock, null, 2)}\n`);
}

if (process.argv.includes('--check')) check();
else fetchAll();
