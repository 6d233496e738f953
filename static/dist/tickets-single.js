import{a as t,b as e,c as a,d as s,e as i,g as n,h as l}from"./tickets.js";import"./with-tickets-actions.js";import{A as c,B as o,C as r,D as p,E as d,F as $,G as u,H as k,I as m,J as b,K as h,S as f,Y as v,Z as g,aa as y,j as _,k as w,m as x}from"./thread.js";import{H as j,J as T,K as D,N as K,O as E,P as q,Q as F,R as H,S as I,U as S,Z as A,_ as B,aa as C,ca as J,r as P,u as N}from"./app.js";var Y=null;function Z({desk:a,tickets:i,ui:c,menus:o,refused:r,wrong:p,setField:d}){let $=(t,e,a,s)=>P`<div class="prop">
<span class="prop-name" aria-hidden="true">${T(`tickets.col_${t}`)}</span>
<button type="button" class="prop-value" id="prop-${t}" aria-haspopup="menu" aria-expanded="false" title=${`${T(`tickets.col_${t}`)} · ${e}`} @click=${t=>s(t.currentTarget)}>
<span class="hidden">${T(`tickets.col_${t}`)}</span><span class="prop-shown">${a}</span>${K("chevron-down")}
</button>
</div>`;return()=>{i.ticks.open.value,i.ticks.list.value,a.ticks.details.value,a.ticks.thread.value;let{ticket:u}=i.opened;if(!u)return N;let k=c.now.value;return P`<div class="grip only-phone" aria-hidden="true"></div>
${((u,k)=>{let m=[u.id],b=i.type(u.type?.id??null);return P`<div class="panel props">
<div class="props-head only-narrow"><h2 id="details-title" tabindex="-1">${u.name}</h2><button type="button" class="icon-button" aria-label=${T("common.close")} @click=${()=>c.details.set(!1)}>${K("x",20)}</button></div>
${$("status","S",P`${t(u.status.category)}<span class="cut">${u.status.name}</span>`,t=>o.status(t,m))}
${$("agent","A",l({desk:a,tickets:i,now:k},u.agent_id),t=>o.assign(t,m))}
${$("priority","P",P`${e(u.priority)}<span>${n(u.priority)}</span>`,t=>o.priority(t,m))}
${i.types.length>0||u.type?$("type","Y",u.type?P`<span class="cut">${u.type.name}</span>`:P`<span class="faint">–</span>`,t=>o.type(t,u.id,r)):N}
${$("due","D",u.due_at?P`<span class=${Date.parse(u.due_at)<k?"late":""} title=${J(u.due_at)}>${s(u.due_at,k)}</span>`:P`<span class="faint">–</span>`,t=>o.due(t,u.id,r))}
${$("labels","T",u.labels.length?P`<span class="prop-labels">${u.labels.map(t=>P`<span class="chip"><i class="chip-dot series-${a.labels.colour(t)}"></i>${t}</span>`)}</span>`:P`<span class="faint">–</span>`,t=>o.label(t,m))}
${b?function({ticket:t,fields:e,wrong:a,set:s}){return e.map(e=>P`<div class="prop">
<label class="prop-name" for="ticket-field-${e.key}">${g(e,j)}${e.required?P`<span class="faint" title=${T("tickets.required")}> *</span>`:N}</label>
${y(e,{id:`ticket-field-${e.key}`,value:t.fields[e.key],set:t=>s(e.key,t),wrong:!!a[e.key],look:"prop-field"})} ${a[e.key]?P`<p class="field-error" role="alert">${a[e.key]}</p>`:N}
</div>`)}({ticket:u,fields:b.fields,wrong:p(),set:d}):N}
</div>`})(u,k)} ${function(t,e){let{contact:a}=e,s=t.contact?.data,i=[s?.email??s?.phone,s?T("tickets.since",{month:new Intl.DateTimeFormat(j,{year:"numeric",month:"short"}).format(new Date(s.created_at))}):null],n=(s?.conversations??[]).filter(t=>t.id!==e.id).slice(0,3);return P`<section class="panel">
<div class="panel-head"><h3>${T("tickets.col_contact")}</h3></div>
<div class="ticket-customer">
${q(a)}
<div><b>${E(a)}</b>${H(a)?I(!0):N}<p>${i.filter(Boolean).join(" · ")}</p></div>
</div>
${n.length?P`<ul class="ticket-links">
${n.map(t=>P`<li><a href=${t.ticket?`/tickets/${t.ticket.name}`:`/inbox/${t.id}`}>${K(t.ticket?"ticket":"message-circle")}<span class="cut">${t.ticket?`${t.ticket.name} ${t.ticket.title}`:T("tickets.chat_of",{when:B(t.updated_at,Date.now())})}</span><span class="faint">${T(`common.state_${t.state}`)}</span></a></li>`)}
</ul>`:N}
</section>`}(a,u)} ${function({ticket:e,tickets:a,failed:s,link:i}){let n=e.source?.conversation_id===e.id?null:e.source;return P`<section class="panel">
<div class="panel-head"><h3>${T("tickets.links")}</h3><button type="button" class="icon-button small" id="ticket-link" aria-haspopup="dialog" aria-expanded="false" aria-label=${T("tickets.add_link")} title=${`${T("tickets.add_link")} · L`} @click=${t=>i(t.currentTarget)}>${K("plus")}</button></div>
${0!==e.links.length||n?P`<ul class="ticket-links">
${n?P`<li><a href="/inbox/${n.conversation_id}">${K("message-circle")}<span class="cut">${T("tickets.source_chat")}</span><span class="faint">${T("tickets.source")}</span></a></li>`:N}
${e.links.map(i=>{let n=i.name??T("tickets.source_chat");return P`<li>
<a href=${i.name?`/tickets/${i.name}`:`/inbox/${i.id}`}>${i.name?t(i.category):K("message-circle")}<span class="cut">${n} ${i.title??""}</span><span class="faint">${T(`tickets.link_${i.kind}`)}</span></a>
<button type="button" class="icon-button small" aria-label=${T("tickets.unlink",{name:n})} title=${T("tickets.unlink",{name:n})} @click=${()=>(async({id:t})=>{a.opened.patch(e.id,{links:e.links.filter(e=>e.id!==t)});try{a.tell(await a.api.unlink(e.id,t))}catch(t){s(t),a.want(e.id)}})(i)}>${K("x",14)}</button>
</li>`})}
</ul>`:P`<p class="faint small-text">${T("tickets.no_links")}</p>`}
</section>`}({ticket:u,tickets:i,failed:a.failed,link:t=>o.link(t,u)})} ${(t=>{let e=t.followers.map(t=>a.agents.find(e=>e.id===t)??{id:t,name:a.agentName(t)??""});return P`<section class="panel">
<div class="panel-head"><h3>${T("tickets.followers")}</h3><button type="button" class="icon-button small" id="ticket-followers" aria-haspopup="dialog" aria-expanded="false" aria-label=${T("tickets.change_followers")} title=${`${T("tickets.change_followers")} · W`} @click=${e=>o.followers(e.currentTarget,t)}>${K("plus")}</button></div>
${e.length?P`<p class="ticket-followers">${e.map(t=>F(t,"small"))}<span>${e.map(t=>t.name).join(T("common.list_comma"))}</span></p>`:P`<p class="faint small-text">${T("tickets.no_followers")}</p>`}
</section>`})(u)} ${function({desk:t,tickets:e,ticket:a,now:i}){let n=Y===a.id,l=e.opened.activity;return P`<section class="panel ticket-activity">
<button type="button" class="activity-head" aria-expanded=${n} @click=${()=>{(Y=n?null:a.id)&&!e.opened.activity&&e.opened.loadActivity(),t.clock.touch(e.ticks.open)}}>${T("tickets.activity")}<span class="count">${l?.length??""}</span>${K(n?"chevron-down":"chevron-right")}</button>
${n?l?P`<ol class="activity">
${l.map(e=>P`<li><span>${x(t,e)}</span><time datetime=${e.at} title=${J(e.at)}>${s(e.at,i)}</time></li>`)}
</ol>
<p class="hidden" role="status">${D("tickets.activity_count",l.length)}</p>`:P`<p class="faint small-text" role="status">${T("common.loading")}</p>`:N}
</section>`}({desk:a,tickets:i,ticket:u,now:k})}`}}async function G(t){let e=t.currentTarget;await(navigator.clipboard?.writeText(location.href).catch(()=>{})),e.dataset.copied="true",setTimeout(()=>delete e.dataset.copied,1500)}function L(t,e,n){let l=v(e,n);return P`<div class="promise-box">
<p><span class="promise-name">${T(`tickets.promise_${t}`)}</span>${l?function(t,e,n){let{level:l,due_at:c}=t;return"met"===l?P`<span class="ok">${K("check")}${T("tickets.met_of",{spent:a(e.spent_ms),target:a(e.target_ms)})}</span>`:"missed"===l?P`<span class="missed">${T("tickets.missed_of",{time:a(t.left_ms),target:a(e.target_ms)})}</span>`:P`<span class=${l}><b>${i(t)}</b>${c&&"broken"!==l?P`<span class="no-phone"> · ${s(c,n)}</span>`:N}</span>`}(l,e,n):P`<span class="faint">${T("tickets.no_promise")}</span>`}</p>
<progress class="clock wide ${l?.level??""}" max="1" value=${(l?.share??0).toFixed(3)} aria-hidden="true"></progress>
</div>`}function M({desk:t,tickets:e,ui:a,where:i,does:n}){let l=t=>null!==n.merge&&!t.merged_into;return()=>{e.ticks.open.value,e.ticks.list.value;let{ticket:c}=e.opened;if(!c)return P`<header class="ticket-top"></header>`;let o=a.now.value,r=f(c.status.category),p=i();return P`<header class="ticket-top">
<button type="button" class="icon-button only-phone" aria-label=${T("common.back")} @click=${n.back}>${K("chevron-left",24)}</button>
<nav class="ticket-path" aria-label=${T("tickets.path")}>
<a class="no-phone" href="/tickets" @click=${t=>{t.ctrlKey||t.metaKey||t.shiftKey||(t.preventDefault(),n.back())}}>${K("chevron-left")}${T("rail.tickets")}</a><span class="no-phone faint" aria-hidden="true">/</span><b class="numeric">${c.name}</b>
<button type="button" class="icon-button copy-link" aria-label=${T("tickets.copy_link")} title=${T("tickets.copy_link")} @click=${G}>${K("link")}</button>
</nav>
<span class="no-phone">${h(t,c.id)}</span>
${p?P`<span class="ticket-steps no-phone"><span class="numeric" title=${T("tickets.place")}>${p.at} / ${p.count}</span>
<button type="button" class="icon-button" aria-label=${T("tickets.key_previous")} title=${`${T("tickets.key_previous")} · K`} @click=${()=>n.go(-1)}>${K("chevron-up",18)}</button>
<button type="button" class="icon-button" aria-label=${T("tickets.key_next")} title=${`${T("tickets.key_next")} · J`} @click=${()=>n.go(1)}>${K("chevron-down",18)}</button></span>`:N}
<span class="ticket-does">
${l(c)?P`<button type="button" class="button no-phone" id="merge" aria-haspopup="dialog" aria-expanded="false" title=${`${T("inbox.key_merge")} · ⇧M`} @click=${()=>n.merge?.()}>${K("git-merge")}<span>${T("merge.do")}</span></button>`:N}
${"closed"===c.status.category||c.merged_into?N:P`<button type="button" class="button" aria-keyshortcuts="e" @click=${n.solve}>${K(r?"rotate-ccw":"circle-check")}<span class="no-phone">${T(r?"thread.reopen":"tickets.solve")}</span><span class="only-phone hidden">${T(r?"thread.reopen":"tickets.solve")}</span><kbd class="no-phone" aria-hidden="true">E</kbd></button>`}
<button type="button" class="icon-button" aria-haspopup="menu" aria-expanded="false" aria-label=${T("tickets.more")} title=${T("tickets.more")} @click=${t=>((t,e)=>S(e.currentTarget,t.name,[{items:[...a.phone.value&&l(t)?[{label:T("inbox.key_merge"),mark:K("git-merge"),run:()=>n.merge?.()}]:[],{label:T("tickets.key_title"),hint:"H",mark:K("pencil-line"),run:()=>document.getElementById("ticket-title")?.focus()},...t.links.some(t=>"child"===t.kind)?[{label:T("tickets.answer_children"),mark:K("users"),run:n.children}]:[]]}]))(c,t)}>${K("ellipsis",18)}</button>
${a.narrow.value?P`<button type="button" class="icon-button" id="details-toggle" aria-label=${T("tickets.properties")} title=${`${T("tickets.properties")} · I`} aria-expanded=${a.details.open} @click=${()=>a.details.toggle()}>${K(a.phone.value?"info":"panel-right",a.phone.value?24:18)}</button>`:N}
</span>
</header>
<div class="ticket-lead">
${(t=>P`<h2 class="hidden" id="thread-title" tabindex="-1">${t.name} ${t.title}</h2>
<textarea id="ticket-title" class="ticket-title" rows="1" aria-label=${T("tickets.title_field")} title=${`${T("tickets.key_title")} · H`} maxlength=${200} .value=${t.title} @change=${async a=>{let s=a.target,i=s.value.replace(/\s+/g," ").trim();i!==t.title&&(!i||!await n.rename(i))&&(s.value=e.opened.ticket?.title??t.title)}} @keydown=${e=>{e.isComposing||229===e.keyCode||("Enter"===e.key?(e.preventDefault(),e.target.blur()):"Escape"===e.key&&(e.stopPropagation(),e.target.value=t.title,e.target.blur()))}}></textarea>`)(c)}
<p class="ticket-origin">${function(t,e,a){let i=e.row?.channel??"web",n=[T("tickets.begun_by",{name:E(t.contact),channel:m(i)}),s(t.created_at,a)];return P`${b(i)}<span title=${J(t.created_at)}>${n.join(" · ")}</span>${t.source&&t.source.conversation_id!==t.id?P`<span> · <a href="/inbox/${t.source.conversation_id}">${T("tickets.from_chat")}</a></span>`:N}`}(c,t,o)}</p>
<div class="promises" role="group" aria-label=${T("tickets.promises")}>${L("first",c.first_clock,o)}${L("solution",c.clock,o)}</div>
</div>`}}var O={ticket:"ticket",ticket_changed:"pencil-line",linked:"link",labels:"tag",assigned:"user-plus",transferred:"user-plus",team:"users",clock:"alarm-clock",state:"circle-check",rated:"star",priority:"list-filter"};function Q(t,e,a){return"failed"===e.state?r(t,e,a):$(e.item)?u(t,e):N}var R=({at:t})=>P`<time datetime=${t} title=${J(t)}>${A(t)}</time>`;function U(t,e,a,s){switch(e.type){case"day":return P`<div class="day"><span>${C(e.at,a)}</span></div>`;case"new":return P`<div class="fresh"><span>${T("thread.fresh")}</span></div>`;case"line":return P`<div class="line flat-line"><span class="flat-face">${K(O[e.entry.kind]??"info")}</span><span>${x(t,e.entry)}</span><time datetime=${e.at} title=${J(e.at)}>${A(e.at)}</time></div>
${"source"===e.entry.link?w(t,e.entry):N}`;default:return"note"===e.tone?((t,e,a)=>P`<div class="turn flat flat-note">
${_(t,e.sequence)}
<div class="turn-body">
<div data-message=${e.id??N} class="note ${"failed"===e.state?"bubble-failed":""}">
<div class="note-head">${K("lock",14)}<strong>${T("thread.note_by",{name:e.sender.name??""})}</strong><span class="note-who">${T("thread.note_private")}</span>${R(e)}</div>
<div class="note-text">${d(t,e,a)}</div>
</div>
${k(t,e)} ${Q(t,e,a)}
</div>
</div>`)(t,e,s):function(t,e,a){let s="own"===e.tone,i=s?e.sender.name??T(`thread.sender_${e.sender.kind}`):t.row?.contact.name??e.sender.name??T("thread.sender_visitor");return P`<div class="turn flat ${s?"turn-own":"turn-customer"} ${e.first?"":"flat-joined"}">
${_(t,e.sequence)}<span class="flat-face">${e.first?function(t,{sender:e,tone:a}){if("customer"===a)return t.row?q(t.row.contact):N;let s=t.agents.find(t=>t.id===e.id)??{id:e.id,name:e.name??T(`thread.sender_${e.kind}`)};return F(s)}(t,e):N}</span>
<div class="turn-body">
${e.first?P`<div class="flat-head"><strong>${i}</strong>${s?N:P`<span>${m(t.row?.channel??"web")}</span>`}${s&&e.state&&"failed"!==e.state?o(e.state):N}${R(e)}</div>`:P`<span class="hidden">${T("thread.says",{name:e.mine?T("common.you"):i})}</span>`}
${k(t,e)}
<div data-message=${e.id??N} class="bubble ${s?"bubble-own":"bubble-customer"} ${p(e)?"bubble-pictured":""} ${"failed"===e.state?"bubble-failed":""}">${d(t,e,a)}</div>
${c(t,e)}${e.edited?P`<div class="stamp">${T("thread.edited")}</div>`:N} ${Q(t,e,a)}
</div>
</div>`}(t,e,s)}}var V=t=>({head:M(t),side:Z(t)});export{V as createSingle,U as flatView};
