/**
 * Shapes shared by the modules of the delivery core. Types only: this file has no code and nothing imports it at run time.
 *
 * @typedef {{kind:'visitor'|'agent'|'bot'|'system', id:string, name?:string|null}} Member
 * @typedef {{received:number, read:number}} Marks          highest sequence received and read, 0 = none
 * @typedef {{kind:'text', text:string}} Content            other kinds pass through untouched
 *
 * @typedef {object} Entry   a message or another entry, the same object when pushed, in a page and from REST
 * @property {'message'|'entry'} type
 * @property {string} conversation_id
 * @property {number} sequence            dense per conversation, from 1
 * @property {number} log_position
 * @property {string} [kind]              of an `entry`: assigned, state, edited, recalled, hidden, …
 * @property {string} [message_id]
 * @property {string|null} [client_message_id]
 * @property {Member} [sender]
 * @property {boolean} [note]
 * @property {string} [sent_at]
 * @property {string|null} [edited_at]
 * @property {Content|null} [content]     null = recalled
 *
 * @typedef {object} Conversation   what the core knows of one conversation
 * @property {string} conversation_id
 * @property {string} state               bot, waiting, open, snoozed, closed
 * @property {number} last_sequence       highest sequence heard of, loaded or not
 * @property {number|null} last           highest sequence applied without a hole; null = not loaded
 * @property {Marks} mine
 * @property {Marks} theirs
 *
 * @typedef {object} Item           one message of the outbox
 * @property {string} client_message_id   UUIDv7; sorting by it gives the order of writing
 * @property {string|null} conversation_id  null = the visitor's newest open one, or a new one
 * @property {boolean} note
 * @property {Content} content
 * @property {string} created_at          RFC 3339
 * @property {'queued'|'sending'|'failed'} state
 * @property {string|null} code           why it failed: id_conflict, not_found, invalid, too_large, blocked
 * @property {string|null} owner          identity it was written under, "visitor:v_1"; null = before the first session
 * @property {boolean} anonymous          written by a visitor who had not proven who he is
 * @property {string} tab                 page that wrote it
 * @property {boolean} discarded          deleted by the writer while it was on its way: it is settled first, then recalled
 * @property {string|null} message_id     set once accepted, if the recall is still to be done
 * @property {number} [hold_until]        ms since 1970; leaves no sooner, also not from another page or after a restart
 * @property {string} [then]              what its writer wants done once it is stored; the core only keeps it
 *
 * @typedef {object} OutboxStore    where unsent messages survive a reload; every call may reject
 * @property {(item:Item)=>Promise<void>} put
 * @property {()=>Promise<Item[]>} list
 * @property {(client_message_id:string)=>Promise<void>} remove
 *
 * @typedef {object} Session        answer of `options.session`
 * @property {string} token               session token for `hello`
 * @property {{kind:string,id:string}} [identity]  whose token it is, where that is known before `welcome`
 * @property {boolean} [anonymous]        visitors: identity is not proven
 *
 * @typedef {object} Clock
 * @property {()=>number} now             milliseconds since 1970
 * @property {(fn:()=>void, ms:number)=>any} after
 * @property {(timer:any)=>void} cancel
 *
 * @typedef {object} SocketHandlers
 * @property {()=>void} onopen
 * @property {(text:string)=>void} onmessage
 * @property {(code:number, reason:string)=>void} onclose   called once, also when opening failed (1006)
 * @typedef {{send:(text:string)=>void, close:(code?:number)=>void, buffered:()=>number}} Socket
 * @typedef {(handlers:SocketHandlers)=>Socket} Transport
 *
 * @typedef {object} Tabs           how pages of one identity share one outbox
 * @property {(name:string, got:()=>void, lost:()=>void, steal?:boolean)=>(()=>void)} lock  returns release; the lock is asked for, `got` may come later
 * @property {boolean} locks              false: no lock exists here, each page flushes what it wrote itself
 * @property {(name:string, asked:(held:boolean)=>void)=>Promise<boolean>} alone  whether this page is the first of that name and keeps the
 *           place; `asked` once another one asks for it, or (false) has taken it
 * @property {(message:object)=>void} post        to the other pages
 * @property {(fn:(message:any)=>void)=>void} listen
 * @property {()=>void} close
 *
 * @typedef {object} Options
 * @property {'visitor'|'agent'} role
 * @property {Transport} transport
 * @property {(ask:{renew:boolean})=>Promise<Session>} session  token for the next link; `renew` after the last one was refused.
 *           Throw an error with `final:true` to stop for good, anything else is tried again with back-off
 * @property {OutboxStore} store
 * @property {Clock} [clock]
 * @property {()=>number} [random]        0 ≤ x < 1, for jitter
 * @property {(bytes:Uint8Array)=>Uint8Array} [randomBytes]
 * @property {Tabs} [tabs]
 * @property {() => Promise<typeof import('./meeting.js')>} [meet]  brings what lets several pages use one link; left out: each has its own
 * @property {(message_id:string, item:Item)=>Promise<void>} [recall]  used for items discarded on their way; an error with `final:true` is not tried again
 * @property {{pace:() => number|null, saving:() => boolean, load:() => Promise<typeof import('./steady.js')>}} [steady]  the silence to ask for
 *           on this network, whether data is to be saved, and what looks after a link that lives long
 * @property {string|null} [owner]        identity already known at start, "visitor:v_1"
 * @property {boolean} [anonymous]        what `owner` is, until a session says otherwise
 * @property {string|null} [name]         name put on one's own messages until the server's copy arrives
 * @property {string} [version]           of this program, for `hello`
 *
 * @typedef {object} Status
 * @property {'idle'|'connecting'|'live'|'waiting'|'ended'} phase  waiting = the next try has a time
 * @property {number} since               when the last live link was lost, or start; 0 while live
 * @property {number} attempt             failed tries since then
 * @property {string|null} code           of `ended`: logged_out, replaced, blocked, erased, or the session error's code
 * @property {boolean} paused             the server takes nothing for the moment
 */
export {};
