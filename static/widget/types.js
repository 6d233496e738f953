/**
 * Shapes shared by the parts of the widget. Types only: this file has no code and nothing imports it at run time.
 *
 * @typedef {ReturnType<typeof import('./texts.js').createTexts>} Texts
 * @typedef {ReturnType<typeof import('./session.js').createSession>} Session
 * @typedef {ReturnType<typeof import('./conversation-cache.js').createConversationCache>} ConversationCache
 * @typedef {ReturnType<typeof import('./composer.js').createComposer>} Composer
 * @typedef {ReturnType<typeof import('./timeline.js').createTimeline>} Timeline
 * @typedef {ReturnType<typeof import('./talk.js').createTalk>} Talk
 * @typedef {ReturnType<typeof import('./lazy-parts.js').createLazyParts>} LazyParts
 * @typedef {typeof import('./more.js')} More           the module that is fetched later
 * @typedef {import('./port.js').Loader} Loader
 * @typedef {import('./conversation-cache.js').Row} Row
 * @typedef {import('../im/client.js').Client} Client
 * @typedef {import('../im/types.js').Content} Content
 * @typedef {import('../im/types.js').Entry} Entry
 * @typedef {import('../im/types.js').MessageEntry} MessageEntry
 * @typedef {import('../im/types.js').EventEntry} EventEntry
 * @typedef {import('../im/types.js').Item} Item
 *
 * @typedef {{id:string, name:string, picture?:string|null}} Agent
 * @typedef {{id:string, type:string, label:string, required:boolean, options:string[]}} Field
 *
 * @typedef {object} Shop                  settings of the session, in one language; nothing is there before the first session
 * @property {string} [shop_name]
 * @property {string} [accent]
 * @property {string} [theme]
 * @property {number} [radius]
 * @property {string|null} [logo]          digests of pictures
 * @property {string|null} [header]
 * @property {Record<string, string>} [custom]  tokens of the design
 * @property {string} [greeting]
 * @property {{greeting?:string, title?:string, welcome?:string, offline?:string}} [texts]
 * @property {string[]} [questions]
 * @property {{when:string, fields:Field[]}} [form]
 * @property {boolean} [typing_preview]
 * @property {boolean} [rating]
 * @property {boolean} [sound]
 * @property {import('./hours.js').Hours} [open]
 * @property {number|null} [wait_ms]
 * @property {Agent[]} [agents]
 * @property {{id:string, name:string}[]} [teams]  that may be chosen now
 * @property {string} [availability]
 * @property {string} [locale]
 * @property {{name:string|null, email:string|null, phone:string|null, verified:boolean}|null} [profile]
 * @property {boolean} [link_previews]
 * @property {{text_chars:number}} [limits]
 * @property {boolean} [tickets]            types of tickets are offered
 * @property {boolean} [articles]           there is something to search
 * @property {{name:string, face:string|null}} [bot]   where it is on duty
 *
 * @typedef {object} Identity              said by the shop's page
 * @property {string} [id]
 * @property {string} [hash]
 * @property {string} [token]
 * @property {string} [name]
 * @property {string} [email]
 * @property {string} [phone]
 */
export {};
