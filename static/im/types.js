/**
 * Shapes shared by the modules of the delivery core. Types only: this file has no code and nothing imports it at run time.
 *
 * @typedef {{kind:'visitor'|'agent'|'bot'|'system', id:string, name?:string|null}} Member
 * @typedef {{received:number, read:number}} Marks          highest sequence received and read, 0 = none
 *
 * @typedef {object} Content            of a message; only what its kind has is there
 * @property {string} kind                text, card, choice, form_answer, file, …
 * @property {string} [text]
 * @property {string} [quote]             message that it answers
 * @property {string[]} [mentions]
 * @property {Card} [card]
 * @property {string} [of]                message of the card that it answers
 * @property {string} [choice]
 * @property {Record<string, string>} [values]
 * @property {string} [file_id]
 * @property {string} [name]              of a file; so are the next ones
 * @property {string} [media_type]
 * @property {number} [byte_size]
 * @property {number} [width]
 * @property {number} [height]
 * @property {number} [duration_ms]
 *
 * @typedef {{id:string, label:string, url?:string}} CardButton
 * @typedef {{id:string, label:string, type:string, required?:boolean, options?:string[]}} CardField
 *
 * @typedef {object} Card                 what of it is there says its type
 * @property {string} type                buttons, product, order, form, list
 * @property {string} [text]
 * @property {boolean} [markdown]        its text is small markdown
 * @property {string} [title]
 * @property {CardButton[]} [buttons]
 * @property {string} [price]
 * @property {string} [picture]
 * @property {string} [url]
 * @property {string} [number]
 * @property {string} [status]
 * @property {{label:string, value:string}[]} [lines]
 * @property {CardField[]} [fields]
 * @property {string} [submit]
 * @property {{id:string, title:string, text?:string, url?:string}[]} [items]
 *
 * @typedef {object} MessageEntry   the same object when pushed, in a page and from REST
 * @property {'message'} type
 * @property {string} conversation_id
 * @property {number} sequence            dense per conversation, from 1
 * @property {number} log_position
 * @property {string} message_id
 * @property {string|null} client_message_id
 * @property {Member} sender
 * @property {boolean} note
 * @property {string} sent_at
 * @property {string|null} edited_at
 * @property {Content|null} content       null = recalled
 * @property {undefined} [kind]
 * @property {undefined} [by]
 * @property {undefined} [at]
 *
 * @typedef {object} EventEntry     something else that happened; what the kind does not have is absent
 * @property {'entry'} type
 * @property {string} conversation_id
 * @property {number} sequence
 * @property {number} log_position
 * @property {string} kind                assigned, state, edited, recalled, hidden, …
 * @property {string} [at]
 * @property {Member} [by]
 * @property {string|null} [agent_id]
 * @property {string|null} [agent_name]
 * @property {string|null} [note]
 * @property {string|null} [reason]
 * @property {string} [state]
 * @property {string|null} [until]
 * @property {number} [score]
 * @property {string|null} [comment]
 * @property {string[]} [labels]
 * @property {string} [message_id]        of `edited` and `recalled`
 * @property {number} [message_sequence]
 * @property {Content|null} [content]
 * @property {string} [contact_id]
 * @property {{code:string, agent_id?:string}|null} [why]  why the desk did it
 * @property {string|null} [team_id]
 * @property {string|null} [team_name]
 * @property {string} [priority]
 * @property {string} [clock]
 * @property {string} [alarm]
 * @property {string} [due_at]
 * @property {string[]} [calls]   with `clock`: whom it calls
 * @property {number} [number]    of a ticket
 * @property {string} [title]
 * @property {string} [into]      with `merged`: the conversation where it goes on
 * @property {string} [other]     with `linked`: the other end
 * @property {string} [link]      with `linked`: how, or what it came from
 * @property {number[]} [sequences] with `linked`: messages of the other end that it was split off with
 * @property {{field:string, from:any, to:any}[]} [changes]   of a ticket
 * @property {undefined} [sender]
 * @property {undefined} [sent_at]
 * @property {undefined} [client_message_id]
 *
 * @typedef {MessageEntry|EventEntry} Entry
 *
 * @typedef {{log_epoch:string, log_position:number}} Cursor
 * @typedef {{conversation_id:string, state:string, last_sequence:number, mine?:Marks, theirs?:Marks, ticket?:{number:number, name:string, title:string, status:string}|null}} KnownRow  of `welcome`
 * @typedef {{sends_in_flight:number, frame_bytes:number, text_chars:number}} Limits
 * @typedef {{ping_every_ms:number, pong_within_ms:number, dead_after_ms:number}} Heartbeat
 *
 * @typedef {object} WelcomeFrame
 * @property {'welcome'} type
 * @property {string|null} session_id     null for a page that follows another one
 * @property {string} log_epoch
 * @property {number} log_position
 * @property {'replaying'|'reload'|'fresh'} resume
 * @property {Member} identity
 * @property {KnownRow[]} [conversations]
 * @property {Heartbeat} heartbeat
 * @property {Limits} limits
 * @property {boolean} [taken]            the page that led did not answer; said among pages only
 *
 * @typedef {object} AcceptedFrame
 * @property {'accepted'} type
 * @property {string} client_message_id
 * @property {string} conversation_id
 * @property {number} sequence
 * @property {number} log_position
 * @property {string} message_id
 * @property {string} accepted_at
 *
 * @typedef {{type:'refused', client_message_id:string, code:string, message:string}} RefusedFrame
 * @typedef {{type:'paused', reason:string, retry_after_ms?:number}} PausedFrame
 * @typedef {{type:'page', request_id:string, entries:Entry[], more:boolean}} PageFrame
 * @typedef {{type:'progress', conversation_id:string, member:Member, received?:number, read?:number}} ProgressFrame
 * @typedef {{type:'typing', conversation_id:string, member:Member, name?:string|null, active:boolean, preview?:string|null}} TypingFrame
 * @typedef {{type:'presence', member:Member, online:boolean, availability:'online'|'away'|'offline'|null, viewing:string|null, look_in?:boolean, presence?:any}} PresenceFrame
 * @typedef {{type:'settings', area:string, version:number}} SettingsFrame
 * @typedef {{type:'shop', state:string, until:string|null}} ShopFrame
 * @typedef {{type:'queue', conversation_id:string, position:number, wait_ms:number|null}} QueueFrame
 * @typedef {{type:'rows', view:string, request_id?:string|null, items:object[], more:boolean, counts:Record<string, number|null>}} RowsFrame
 * @typedef {{type:'row', view:string, request_id?:string|null, row?:object, after?:string|null, id?:string, gone?:true}} RowFrame
 * @typedef {{type:'counts', request_id?:string|null} & Record<string, any>} CountsFrame
 * @typedef {{type:'erased', conversation_id:string, log_position:number}} ErasedFrame
 * @typedef {{type:'caught_up', log_position:number}} CaughtUpFrame
 * @typedef {{type:'error', code:string, message?:string, request_id?:string|null}} ErrorFrame
 * @typedef {{type:'pong', log_position:number}} PongFrame
 * @typedef {{type:'behind', reason?:string}} BehindFrame
 * @typedef {{type:'drain', reconnect_after_ms?:number, reason?:string}} DrainFrame
 * @typedef {{type:'session_ended', code:string, reconnect?:boolean}} SessionEndedFrame
 * @typedef {{type:'unreadable'}} UnreadableFrame   what was none; made here
 *
 * @typedef {Entry|ErasedFrame|CaughtUpFrame|AcceptedFrame} OrderedFrame  leave the desk in the order of `log_position`
 * @typedef {OrderedFrame|WelcomeFrame|RefusedFrame|PausedFrame|PageFrame|ProgressFrame|TypingFrame|PresenceFrame|SettingsFrame|ShopFrame|RowsFrame|RowFrame|CountsFrame
 *   |ErrorFrame|PongFrame|BehindFrame|DrainFrame|SessionEndedFrame|UnreadableFrame} Frame  what the desk says
 *
 * @typedef {object} HelloFrame
 * @property {'hello'} type
 * @property {string} protocol
 * @property {string} session_token
 * @property {{kind:string, version:string}} client
 * @property {Cursor|null} resume
 * @property {'visible'|'hidden'} client_state
 * @property {string|null} previous_session_id
 * @property {number|null} heartbeat_ms
 *
 * @typedef {object} FetchFrame
 * @property {'fetch'} type
 * @property {string} request_id
 * @property {string} conversation_id
 * @property {number} [after_sequence]
 * @property {number} [before_sequence]
 * @property {number} [limit]
 *
 * @typedef {{type:'send', client_message_id:string, conversation_id:string|null, note:boolean, content:Content, team?:string}} SendFrame
 * @typedef {{type:'progress', received:Record<string, number>, read:Record<string, number>}} MarksFrame
 * @typedef {{type:'typing', conversation_id:string, active:boolean, preview?:string}} TypesFrame
 * @typedef {{type:'viewing', conversation_id:string|null, look_in?:boolean}} ViewingFrame
 * @typedef {{type:'client_state', state:'visible'|'hidden'}} ClientStateFrame
 * @typedef {{type:'watch', view:string|null, sort?:string, label?:string|null, rows?:number, request_id?:string}} WatchFrame
 * @typedef {HelloFrame|FetchFrame|SendFrame|MarksFrame|TypesFrame|ViewingFrame|ClientStateFrame|WatchFrame|{type:'watch_wall', active:boolean}|{type:'active'}|{type:'ping'}|{type:'continue'}} ClientFrame  what a client says
 *
 * @typedef {object} Events         what a client tells whoever uses it, by name
 * @property {Status} status
 * @property {{mode:WelcomeFrame['resume'], identity:Member}} reset
 * @property {{mode:WelcomeFrame['resume'], identity:Member, conversations:KnownRow[]}} welcome
 * @property {object} caught_up
 * @property {{conversation:Conversation}} conversation
 * @property {{entry:Entry, own:boolean}} entry
 * @property {{entry:Entry, known:boolean}} notice
 * @property {{conversation_id:string, mine:Marks, theirs:Marks, member:Member|null}} progress
 * @property {{conversation_id:string, member:Member, active:boolean, preview:string|null}} typing
 * @property {PresenceFrame} presence
 * @property {any} wall
 * @property {SettingsFrame} settings
 * @property {ShopFrame} shop
 * @property {QueueFrame} queue
 * @property {RowsFrame} rows
 * @property {RowFrame} row
 * @property {CountsFrame} counts
 * @property {{item:Item, change:string, entry?:Entry}} outbox
 * @property {{items:Item[]}} unsent
 * @property {{conversation_id:string, reason:'erased'|'not_found'}} gone
 * @property {{code:string, detail?:string}} trouble
 * @property {{code:string}} ended
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
 * @property {boolean} anonymous          written by a visitor who had not proven who they are
 * @property {string} tab                 page that wrote it
 * @property {boolean} discarded          deleted by the writer while it was on its way: it is settled first, then recalled
 * @property {string|null} message_id     set once accepted, if the recall is still to be done
 * @property {number} [hold_until]        ms since 1970; leaves no sooner, also not from another page or after a restart
 * @property {string} [replaces]          the failed one that it was made from
 * @property {string} [team]              the one that its writer chose; the desk heeds it where this begins a conversation
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
 * @typedef {{code?:string, final?:boolean, after?:number|null}} Failure  what an error may say besides its words
 *
 * @typedef {object} Clock
 * @property {()=>number} now             milliseconds since 1970
 * @property {(fn:()=>void, ms:number)=>unknown} after
 * @property {(timer:unknown)=>void} cancel
 *
 * @typedef {object} SocketHandlers
 * @property {()=>void} onopen
 * @property {(text:string)=>void} onmessage
 * @property {(code:number, reason:string)=>void} onclose   called once, also when opening failed (1006)
 * @typedef {{send:(text:string)=>void, close:(code?:number)=>void, buffered:()=>number}} Socket
 * @typedef {(handlers:SocketHandlers)=>Socket} Transport
 *
 * @typedef {{lead?:string, to?:string, from?:string, but?:string[], id?:string, item?:Item}} Routed  `but`: for all pages but these
 * @typedef {Routed & ({t:'queued'|'failed', item:Item}|{t:'settled', id:string, entry:Entry}|{t:'removed'|'discarded', id:string}
 *   |{t:'busy', ms:number}|{t:'left', tab?:string}|{t:'lead'|'end', lead:string}|{t:'ack'|'there'}|{t:'say', frame:ClientFrame}
 *   |{t:'frame', lead:string, session?:string|null, frame:Frame}|{t:'hello', resume:Cursor|null, visible:boolean})} PageMessage
 *           among pages of one identity: of their outbox, and of the link that they share
 *
 * @typedef {object} Tabs           how pages of one identity share one outbox
 * @property {(name:string, got:()=>void, lost:()=>void, steal?:boolean)=>(()=>void)} lock  returns release; the lock is asked for, `got` may come later
 * @property {boolean} locks              false: no lock exists here, each page flushes what it wrote itself
 * @property {(name:string, asked:(held:boolean)=>void)=>Promise<boolean>} alone  whether this page is the first of that name and keeps the
 *           place; `asked` once another one asks for it, or (false) has taken it
 * @property {(message:PageMessage)=>void} post   to the other pages
 * @property {(fn:(message:PageMessage)=>void)=>void} listen
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
 * @property {() => Promise<typeof import('./tab-coordination.js')>} [meet]  brings what lets several pages use one link; left out: each has its own
 * @property {(message_id:string, item:Item)=>Promise<void>} [recall]  used for items discarded on their way; an error with `final:true` is not tried again
 * @property {{pace:() => number|null, saving:() => boolean, load:() => Promise<typeof import('./link-watchdog.js')>}} [steady]  the silence to ask for
 *           on this network, whether data is to be saved, and what looks after a link that lives long
 * @property {string|null} [owner]        identity already known at start, "visitor:v_1"
 * @property {boolean} [anonymous]        what `owner` is, until a session says otherwise
 * @property {string|null} [name]         name put on one's own messages until the server's copy arrives
 * @property {string} [version]           of this program, for `hello`
 *
 * @typedef {(ms:number, survived:boolean, asked:number|null) => void} Quiet  told of silences of a link
 *
 * @typedef {object} Status
 * @property {'idle'|'connecting'|'live'|'waiting'|'ended'} phase  waiting = the next try has a time
 * @property {number} since               when the last live link was lost, or start; 0 while live
 * @property {number} attempt             failed tries since then
 * @property {string|null} code           of `ended`: logged_out, replaced, blocked, erased, or the session error's code
 * @property {boolean} paused             the server takes nothing for the moment
 */
export {};
