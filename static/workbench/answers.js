/**
 * Shapes of the desk's REST answers, as far as the workbench reads them; described for everybody in `/api/v1/openapi.json`. Types
 * only: this file has no code and nothing imports it at run time.
 *
 * @typedef {'online'|'away'|'offline'} Availability
 *
 * @typedef {object} Presence             how an agent stands, for colleagues
 * @property {boolean} there              a page of theirs is open, or was two minutes ago
 * @property {Availability} availability
 * @property {string|null} reason         why they are away
 * @property {string|null} until          when they are back, as they said
 * @property {string} since
 * @property {'idle'|'missed'|null} set_by   why the desk set them away by itself
 *
 * @typedef {object} Agent
 * @property {string} id
 * @property {string} name
 * @property {string} email
 * @property {string} role                admin, agent
 * @property {boolean} active
 * @property {Availability} availability
 * @property {number} capacity
 * @property {boolean} online
 * @property {Presence} presence
 * @property {string|null} [picture]
 * @property {string} [role_id]           whose rights the agent has
 * @property {string} [role_name]         owner, admin, supervisor, agent, or the desk's own
 * @property {string[]} [team_ids]
 * @property {string[]} [languages]       as tags
 * @property {string[]} [skills]
 *
 * @typedef {object} Team                 one of `GET /teams`
 * @property {string} id
 * @property {string} name
 * @property {string[]} agent_ids
 * @property {string|null} calendar_id
 * @property {boolean} offered
 * @property {boolean} only_in_hours
 *
 * @typedef {object} RoleRow              one of `GET /roles`
 * @property {string} id
 * @property {string} name
 * @property {string[]} rights
 * @property {'all'|'teams'} reading
 * @property {boolean} builtin
 *
 * @typedef {object} Me                   `GET /me`
 * @property {Agent} agent
 * @property {string[]} rights            what the agent may do
 * @property {string} csrf_token
 * @property {string} locale
 * @property {string} theme
 * @property {{name:string}} shop
 * @property {{used:number, allowed:number}} seats
 * @property {{tag:string, key:string, seen:{url:string, at:string}|null}|null} widget
 * @property {boolean} [has_faq]  something that the bot may answer with is published
 * @property {Record<string, string>} form_labels  what the widgets' forms ask for, by the names of the answers
 * @property {import('./store/first-steps.js').SetupList|null} setup
 * @property {boolean} link_previews
 *
 * @typedef {Record<string, number|null>} Counts  of the views, by their names; null = more than 999
 *
 * @typedef {object} Block
 * @property {string} id
 * @property {string|null} address
 * @property {string|null} agent_id
 * @property {string} blocked_at
 * @property {string|null} contact_id
 * @property {string|null} name
 * @property {string|null} reason
 * @property {string|null} until
 * @property {string|null} visitor_id
 *
 * @typedef {{kind:string, app:string|null, browser:string|null, os:string|null}} Device
 * @typedef {{name:string|null, email:string|null, phone:string|null}} Profile
 *
 * @typedef {object} Contact              `GET /contacts/{id}`
 * @property {string} id
 * @property {string|null} name
 * @property {string|null} email
 * @property {string|null} phone
 * @property {string|null} user_id
 * @property {boolean} verified
 * @property {{name:Source, email:Source, phone:Source}} sources  who said it
 * @property {string} created_at
 * @property {string} last_seen_at
 * @property {string|null} address
 * @property {Record<string, unknown>} attributes
 * @property {Block|null} block
 * @property {string|null} city
 * @property {import('./store/rows.js').Row[]} conversations
 * @property {Device|null} device
 * @property {{at:string, name:string, properties:Record<string, unknown>}[]} events
 * @property {{proven:Profile, said:Profile, team:Profile}} known
 * @property {string|null} locale
 * @property {string|null} note
 * @property {boolean} online
 * @property {{at:string|null, referrer:string|null, title:string|null, url:string|null}|null} page
 * @property {string|null} time_zone
 * @property {number} visits
 *
 * @typedef {'proven'|'team'|'said'|null} Source
 *
 * @typedef {{conversation_id:string, note:boolean, text:string, updated_at:string}} Draft
 * @typedef {{id:string, done:boolean, code:string|null, before:Partial<import('./store/rows.js').Row>|null}} Fate  of one among many
 * @typedef {{id:string, email:string, name:string, role:string, created_at:string, expires_at:string, invited_by:string}} Invitation
 *
 * @typedef {object} SignIn               one of `GET /agents/me/sessions`
 * @property {string} id
 * @property {string|null} address
 * @property {string} created_at
 * @property {boolean} current
 * @property {Device|null} device
 * @property {string} last_seen_at
 * @property {string|null} user_agent
 *
 * @typedef {object} Token
 * @property {string} id
 * @property {string} agent_id
 * @property {string} name
 * @property {string} created_at
 * @property {string} expires_at
 * @property {string|null} last_used_at
 * @property {string|null} revoked_at
 *
 * @typedef {{name:string, bytes:number, created_at:string}} Backup
 *
 * @typedef {object} Backups              `GET /backups`
 * @property {Backup[]} items
 * @property {{copied_bytes:number, total_bytes:number, started_at:string}|null} running
 * @property {string|null} failed_at
 * @property {{name:string, at:string, done:boolean}|null} last_restore
 *
 * @typedef {object} ImportRow            `GET /imports`
 * @property {string} id
 * @property {string} file_name
 * @property {number} byte_size
 * @property {boolean} user_ids
 * @property {'arriving'|'ready'|'running'|'done'|'stopped'|'failed'} state
 * @property {number} read_bytes
 * @property {{lines:number, conversations:number, entries:number, continued:number, known:number, refused_lines:number, refused_entries:number, refused:{line:number, entry:number|null, reason:string}[]}} report
 * @property {string} created_at
 * @property {string|null} started_at
 * @property {string|null} ended_at
 * @property {{slice_bytes:number, slice_count:number, received:number[]}} [slices]   while it arrives
 *
 * @typedef {object} ImportPreview        `GET /imports/{id}/preview`
 * @property {{line:number, external_id:string, channel:string, state:'open'|'closed', name:string|null, entries:{sender:'visitor'|'agent'|'bot', name:string|null, text:string, sent_at:string}[], entry_count:number}[]} lines
 * @property {{line:number, entry:number|null, reason:string}[]} refused
 *
 * @typedef {object} Usage                `GET /data`
 * @property {number} database_bytes
 * @property {number} wal_bytes
 * @property {number} snapshots_bytes
 * @property {number} files_bytes
 * @property {number} backups_bytes
 * @property {number} disk_free_bytes
 * @property {number} conversations
 * @property {number} messages
 * @property {number} contacts
 */

/**
 * Some of many, and where to go on.
 * @template T
 * @typedef {{items:T[], next_cursor?:string|null, partial?:boolean}} Page
 */
export {};
