/**
 * What somebody who waits is told, and whom they may choose before their first words: the place in the queue and how long that has
 * taken lately, where the desk knows; that they may leave, where nobody is there; the teams that the shop offers. And while a bot
 * answers: who that is, and that a person is on the way once it has handed over.
 */
import { el } from './dom.js';
import { wait } from './hours.js';
import { createTurn } from './turn.js';

/**
 * @param {object} options
 * @param {import('./types.js').Texts} options.texts
 * @param {import('./types.js').Client} options.client
 * @param {import('./types.js').Timeline} options.timeline
 * @param {ReturnType<typeof import('./head.js').createHead>} options.head
 * @param {import('./types.js').Talk} options.talk
 * @param {() => import('./types.js').Shop} options.shop settings of the session
 */
export function createQueue({ texts, client, timeline, head, talk, shop }) {
  const { t, count } = texts;
  /** The newest word on each conversation that waits. @type {Map<string, {position:number, wait_ms:number|null}>} */
  const places = new Map();
  const line = el('p', { class: 'queue', role: 'status', hidden: true });
  const teams = el('div', { class: 'teams', role: 'group', 'aria-label': t('team.choose'), hidden: true });
  timeline.end.before(teams);
  timeline.end.after(line);
  let chosen = '';
  const turn = createTurn({ texts, client, timeline, head, talk, shop });

  /** @param {{position:number, wait_ms:number|null}} place */
  const words = ({ position, wait_ms: ms }) => {
    const { open, availability } = shop();
    if (open?.now !== false && availability && availability !== 'online') return t('queue.leave');
    const ahead = position > 1 ? count('queue.ahead', position - 1) : t('queue.next');
    return ms === null ? ahead : t('queue.wait', { ahead, wait: wait(ms, texts) });
  };
  const drawLine = () => {
    const place = places.get(String(talk.current));
    const text = place ? words(place) : '';
    turn.show(Boolean(place));
    if (line.textContent === text) return;
    const follows = timeline.inSight();
    line.textContent = text;
    line.hidden = !text;
    if (follows) timeline.toEnd();
  };
  /** @param {string} id */
  const choose = (id) => {
    chosen = chosen === id ? '' : id;
    talk.choose(chosen);
    draw();
  };
  const drawTeams = () => {
    const offered = talk.empty ? (shop().teams ?? []) : [];
    teams.hidden = !offered.length;
    if (!offered.some((one) => one.id === chosen)) talk.choose((chosen = ''));
    const shown = `${chosen} ${offered.map((one) => one.id).join(' ')}`;
    if (teams.dataset.shows === shown) return;
    teams.dataset.shows = shown;
    const held = document.activeElement?.getAttribute('data-team');
    teams.replaceChildren(
      el('p', {}, t('team.choose')),
      ...offered.map(({ id, name }) => el('button', { type: 'button', class: id === chosen ? 'pill chosen' : 'pill', 'data-team': id, 'aria-pressed': String(id === chosen), onclick: () => choose(id) }, name)),
    );
    if (held) /** @type {HTMLElement|null} */ (teams.querySelector(`[data-team="${held}"]`))?.focus();
  };
  const draw = () => {
    drawLine();
    drawTeams();
  };

  client.on('entry', (/** @type {{entry:any}} */ { entry }) => {
    const news = turn.hear(entry);
    if (!news) return;
    if (news !== 'waiting') places.delete(entry.conversation_id);
    drawLine();
  });
  client.on('reset', () => places.clear());

  return {
    draw,
    /** It has said something. @param {import('./timeline.js').Bubble} bubble */
    bot(bubble) {
      turn.spoke(bubble);
      drawLine();
    },
    /** The desk's newest word. @param {{conversation_id:string, position:number, wait_ms:number|null}} frame */
    place(frame) {
      places.set(frame.conversation_id, frame);
      drawLine();
    },
  };
}
