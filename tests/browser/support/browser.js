/**
 * One headless Chromium for a test file, and people in it: each person is a context of their own, with their language, theme and
 * screen, whose console is listened to. What a page complains about (errors, refused policies, lost promises) fails the test
 * that does not expect it.
 */
import assert from 'node:assert/strict';
import { chromium } from 'playwright-core';

const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // A shop that browsers do not count as a secure context, on this machine.
  '--host-resolver-rules=MAP shop.test 127.0.0.1',
];

/** The address bar of each new window is a page of hundreds of files, which would be loaded beside every first page of a test. */
const OFF = ['WebUIOmniboxPopup', 'WebUIOmniboxFullPopup', 'WebUIOmniboxAimPopup', 'WebUIOmniboxPopupDebug'];

export const DESKTOP = { width: 1440, height: 900 };
export const PHONE = { width: 360, height: 740 };

/** @param {{flags?:string[], off?:string[]}} [how] more flags for this one, and features it goes without */
export async function openBrowser({ flags = [], off = [] } = {}) {
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM || '/usr/bin/chromium', args: [...FLAGS, ...flags, `--disable-features=${[...OFF, ...off]}`] });

  return {
    browser,
    end: () => browser.close(),
    /**
     * @param {object} [how]
     * @param {string} [how.locale]
     * @param {'light'|'dark'} [how.theme] of the system
     * @param {boolean} [how.phone]
     * @param {{width:number, height:number}} [how.screen]
     * @param {number} [how.scale]
     * @param {{cookie:any}} [how.as] a signed-in agent
     */
    async person({ locale = 'zh-CN', theme = 'light', phone = false, screen = phone ? PHONE : DESKTOP, scale = 1, as } = {}) {
      const context = await browser.newContext({
        locale,
        colorScheme: theme,
        viewport: screen,
        deviceScaleFactor: scale,
        isMobile: phone,
        hasTouch: phone,
        timezoneId: 'Asia/Shanghai',
        reducedMotion: 'reduce',
      });
      context.setDefaultTimeout(15_000);
      if (as) await context.addCookies([as.cookie]);
      /** @type {string[]} */
      const problems = [];
      context.on('weberror', (error) => problems.push(`error: ${error.error().message}`));
      context.on('console', (message) => {
        if (!['error', 'warning'].includes(message.type())) return;
        problems.push(`${message.type()}: ${message.text()} (${message.location().url.replace(/^https?:\/\/[^/]+/, '')})`);
      });
      return {
        context,
        problems,
        newPage: () => context.newPage(),
        /** What was complained about so far is expected to be this, and is forgotten. @param {RegExp[]} expected */
        quiet(...expected) {
          const left = problems.splice(0).filter((problem) => !expected.some((pattern) => pattern.test(problem)));
          assert.deepEqual(left, [], 'the console is quiet');
        },
        async leave(/** @type {RegExp[]} */ ...expected) {
          this.quiet(...expected);
          await context.close();
        },
      };
    },
  };
}

/** @typedef {Awaited<ReturnType<Awaited<ReturnType<typeof openBrowser>>['person']>>} Person */
