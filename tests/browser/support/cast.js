/**
 * The people of the pictures, staged through the real doors: customers by the widget's socket, answers and labels by the
 * interface, with the words of one story in either language.
 */
import { randomUUID } from 'node:crypto';
import { openVisitor } from './visitor.js';
import { makeJwt } from './identity.js';
import { COLLEAGUE } from './desk.js';

const STORY = {
  'zh-CN': {
    shop: '半山茶铺',
    owner: '林晓梅',
    colleague: '王磊',
    cart: '购物车',
    siyuan: ['陈思远', '退款申请第三天了，还没到账，麻烦看一下', '退款单号 20260301-7', '退款'],
    bob: ['Bob Stone', 'Re: Order 0987 — the tin arrived open, is the tea still fine?', '运输'],
    lina: ['李娜', '你好，订单 1042 今天收到了，盖碗口上磕掉了一块。', '太好了，谢谢！新的大概几天能到？周末要带去杭州。', '破损补发', '老客'],
    answer: '李娜您好，实在抱歉，应该是路上磕的。给您补发一只新的，今天下午就寄出，旧的不用退回。',
    note: '这批已经是第 3 单磕碰，要换厚内衬。晓梅先补发，不用等审批。',
    nobody: '想问下熟普和生普有什么区别',
    zhao: ['赵敏', '开公司发票需要提供什么信息？', '发票'],
    liu: ['刘一帆', '这个是正常的茶毫吗？', '白毫银针，今年的', '泡出来有点浑'],
    wen: ['何雯', '年底送客户，三十份能不能刻字？', '团购'],
    yue: ['孙悦', '上次那款桂花龙井还有吗？', '给您留了两罐，想好了随时叫我', '售前'],
    zhou: ['周明轩', '罐盖有点松，能换吗？', '换货地址已经发您了'],
    emma: ['Emma Clarke', 'When does my parcel leave?', 'Thanks, the parcel leaves tomorrow.'],
    before: ['白毫银针怎么泡才不涩', '水温 85 度，第一泡五秒就出汤。'],
    draft: '罐子在路上压开过，茶叶有内袋，可以放心喝',
    reply: '可以的，改寄到杭州不用加钱。您把地址发我，我在 16:00 前帮您改好',
  },
  en: {
    shop: 'Banshan Tea',
    owner: 'Mei Lin',
    colleague: 'Lei Wang',
    cart: 'Shopping cart',
    siyuan: ['Siyuan Chen', 'It’s day three and the refund isn’t here, could you have a look?', 'Refund number 20260301-7', 'Refund'],
    bob: ['Bob Stone', 'Re: Order 0987 — the tin arrived open, is the tea still fine?', 'Shipping'],
    lina: ['Li Na', 'Hi, order 1042 is here, but the rim is chipped.', 'Lovely, thank you! How long will the new one take?', 'Replacement', 'Regular'],
    answer: 'Hello Li Na, I’m so sorry! I’ll send you a new one this afternoon, no need to return this one.',
    note: 'Third chipped one in this batch. Mei, go ahead, no approval needed.',
    nobody: 'What’s the difference between ripe and raw pu’er?',
    zhao: ['Min Zhao', 'What do you need for a company invoice?', 'Invoice'],
    liu: ['Yifan Liu', 'Is this white fuzz normal?', 'Silver needle, this year’s', 'The tea is a little cloudy'],
    wen: ['Wen He', 'Thirty gift boxes for clients, can you engrave them?', 'Bulk order'],
    yue: ['Yue Sun', 'Is there any osmanthus longjing left?', 'I’ve put two tins aside for you', 'Pre-sale'],
    zhou: ['Mingxuan Zhou', 'The lid is loose, can I change it?', 'Sent you the return address'],
    emma: ['Emma Clarke', 'When does my parcel leave?', 'Thanks, the parcel leaves tomorrow.'],
    before: ['How to brew silver needle', '85 degrees, and the first infusion five seconds.'],
    draft: 'The tin was squeezed on its way; the tea has an inner bag and is fine',
    reply: 'Of course, changing it to Hangzhou is free. Send me the address and',
  },
};

/** @param {'zh-CN'|'en'} locale */
export const storyOf = (locale) => STORY[locale];

/**
 * A desk where the story has been going on for some minutes.
 * @param {import('./desk.js').Desk} desk @param {Awaited<ReturnType<import('./desk.js').Desk['setUp']>>} owner @param {'zh-CN'|'en'} locale
 */
export async function stageStory(desk, owner, locale) {
  const story = STORY[locale];
  await desk.addAgent({ ...COLLEAGUE, name: story.colleague });
  const colleague = await desk.signIn(COLLEAGUE);
  const secret = await desk.command(['widget', 'secret', 'default']);
  const page = { url: 'https://www.banshantea.cn/cart', title: story.cart, referrer: 'https://mp.weixin.qq.com/s/tea' };
  /** @param {string} name @param {object} [more] */
  const proven = (name, more) => ({ token: makeJwt(secret, { sub: `u${[...name].reduce((sum, letter) => sum + Number(letter.codePointAt(0)), 0)}`, name, ...more }) });
  /** @param {object|null} identity */
  const comes = (identity) => openVisitor(desk, owner.key, { identity, page, locale });
  /** @param {{call:Function}} who @param {string|null} id @param {string} text @param {boolean} [note] */
  const says = (who, id, text, note = false) => who.call('POST', `/conversations/${id}/messages`, { client_message_id: randomUUID(), content: { kind: 'text', text }, note });
  /** @param {string|null} id @param {...string} labels */
  const label = (id, ...labels) => owner.call('POST', `/conversations/${id}/labels`, { labels });

  const emma = await comes({ name: story.emma[0], email: 'emma@example.com' });
  await emma.say(story.emma[1]);
  await says(owner, emma.conversation, story.emma[2]);
  const zhou = await comes(proven(story.zhou[0]));
  await zhou.say(story.zhou[1]);
  await says(colleague, zhou.conversation, story.zhou[2]);
  const yue = await comes({ name: story.yue[0] });
  await yue.say(story.yue[1]);
  await says(owner, yue.conversation, story.yue[2]);
  await label(yue.conversation, story.yue[3]);

  const siyuan = await comes({ name: story.siyuan[0] });
  await siyuan.say(story.siyuan[1]);
  await owner.call('POST', `/conversations/${siyuan.conversation}/assign`, { agent_id: colleague.agent.id });
  await siyuan.say(story.siyuan[2]);
  await label(siyuan.conversation, story.siyuan[3]);
  const bob = await comes({ name: story.bob[0], email: 'bob@example.com' });
  await bob.say(story.bob[1]);
  await owner.call('POST', `/conversations/${bob.conversation}/assign`, { agent_id: owner.agent.id });
  await label(bob.conversation, story.bob[2]);

  const earlier = await comes(proven(story.lina[0], { email: 'lina@163.com' }));
  await earlier.say(story.before[0]);
  await says(owner, earlier.conversation, story.before[1]);
  await owner.call('POST', `/conversations/${earlier.conversation}/resolve`, {});
  earlier.leave();
  const lina = await comes(proven(story.lina[0], { email: 'lina@163.com', phone: '138 1642 0042' }));
  await lina.begin(story.lina[1]);
  await says(owner, lina.conversation, story.answer);
  await lina.hears(story.answer);
  lina.read(2);
  await says(colleague, lina.conversation, story.note, true);
  await label(lina.conversation, story.lina[3], story.lina[4]);

  const nobody = await comes(null);
  await nobody.say(story.nobody);
  const zhao = await comes(proven(story.zhao[0]));
  await zhao.say(story.zhao[1]);
  await label(zhao.conversation, story.zhao[2]);
  const liu = await comes({ name: story.liu[0] });
  for (const text of story.liu.slice(1)) await liu.say(text);
  const wen = await comes(proven(story.wen[0]));
  await wen.say(story.wen[1]);
  await label(wen.conversation, story.wen[2]);
  return { story, colleague, people: { emma, zhou, yue, siyuan, bob, lina, nobody, zhao, liu, wen } };
}
