/**
 * What can be done on every page: palette, list of keys, places to go, theme, language, availability, leaving. Same form as the
 * actions of a room, so that keys, palette and the `?` dialog read one map.
 */
import { lang } from './texts.js';

/**
 * The actions of every page, by id.
 * @param {object} page
 * @param {import('../store/core.js').Core} page.desk
 * @param {import('./ui.js').Ui} page.ui
 * @param {(state:'online'|'away'|'offline') => void} page.availability
 * @param {() => void} page.palette
 * @param {() => void} page.doneForToday   hands over what is left
 * @param {() => void} page.keys       shows the list of them
 * @param {() => void} page.search
 * @param {() => void} page.inbox
 * @param {() => void} page.tickets
 * @param {() => void} page.faq
 * @param {() => void} page.settings
 * @param {(theme:string) => void} page.theme
 * @param {(locale:string) => void} page.language
 * @param {(everywhere:boolean) => void} page.signOut
 * @returns {Record<string, import('../pages/inbox/actions.js').Action>}
 */
export function createShellActions({ desk, ui, availability, palette, doneForToday, keys, search, inbox, tickets, faq, settings, theme, language, signOut }) {
  const dark = () =>
    ui.theme.value === 'auto' ? matchMedia('(prefers-color-scheme: dark)').matches : ui.theme.value === 'dark';
  /** @param {'online'|'away'|'offline'} state */
  const state = (state) => ({
    label: `palette.state_${state}`,
    key: '',
    group: /** @type {const} */ ('desk'),
    when: () => desk.agent.availability !== state,
    run: () => availability(state),
  });
  return {
    palette: { label: 'keys.palette', key: 'mod+k', group: 'go', icon: 'search', field: true, run: palette },
    // Settings and FAQ have a field of their own for this key.
    search: { label: 'rail.find', key: '/', group: 'go', icon: 'search', when: () => !ui.sees('settings') && !ui.sees('faq'), run: search },
    help: { label: 'keys.help', key: '?', group: 'go', icon: 'keyboard', when: () => !ui.phone.peek(), run: keys },
    go_inbox: { label: 'keys.go_inbox', key: 'g i', group: 'go', icon: 'inbox', run: inbox },
    go_tickets: { label: 'rail.tickets', key: 'g t', group: 'go', icon: 'ticket', run: tickets },
    go_faq: { label: 'rail.faq', key: 'g k', group: 'go', icon: 'book-open', run: faq },
    go_settings: { label: 'settings.title', key: 'g s', group: 'go', icon: 'settings', run: settings },
    theme: { label: 'keys.theme', key: 'mod+Shift+l', group: 'desk', icon: 'sun-moon', run: () => theme(dark() ? 'light' : 'dark') },
    theme_auto: {
      label: 'palette.theme_auto',
      key: '',
      group: 'desk',
      icon: 'sun-moon',
      when: () => ui.theme.value !== 'auto',
      run: () => theme('auto'),
    },
    language: {
      label: 'palette.language',
      key: '',
      group: 'desk',
      icon: 'languages',
      run: () => language(lang === 'en' ? 'zh-CN' : 'en'),
    },
    online: { ...state('online'), icon: 'circle-check' },
    away: { ...state('away'), icon: 'clock' },
    offline: { ...state('offline'), icon: 'power' },
    done_for_today: { label: 'palette.done_for_today', key: 'Shift+d', group: 'desk', icon: 'log-out', run: doneForToday },
    sign_out: { label: 'agent.sign_out', key: '', group: 'desk', icon: 'log-out', run: () => signOut(false) },
  };
}
