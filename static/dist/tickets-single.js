import{a as t,b as e,c as a,d as s,e as i,g as n,h as l}from"./tickets.js";import"./with-tickets-actions.js";import{E as c,F as o,G as r,H as p,I as d,J as $,K as u,L as k,M as m,N as b,O as h,W as f,aa as v,ba as g,ea as y,n as _,o as w,q as x}from"./thread.js";import{H as T,J as j,K as D,N as K,O as q,P as E,Q as F,R as H,S as I,U as N,Z as P,_ as S,aa as A,ca as B,r as C,u as J}from"./app.js";var L=null;function M({desk:a,tickets:i,ui:c,menus:o,refused:r,wrong:p,setField:d}){let $=(t,e,a,s)=>C`<div class="prop">
<span class="prop-name" aria-hidden="true">${j(`tickets.col_${t}`)}</span>
<button type="button" class="prop-value" id="prop-${t}" aria-haspopup="menu" aria-expanded="false" title=${`${j(`tickets.col_${t}`)} · ${e}`} @click=${t=>s(t.currentTarget)}>
<span class="hidden">${j(`tickets.col_${t}`)}</span><span class="prop-shown">${a}</span>${K("chevron-down")}
</button>
</div>`;return()=>{i.ticks.open.value,i.ticks.list.value,a.ticks.details.value,a.ticks.thread.value;let{ticket:u}=i.opened;if(!u)return J;let k=c.now.value;return C`<div class="grip only-phone" aria-hidden="true"></div>
${((u,k)=>{let m=[u.id],b=i.type(u.type?.id??null);return C`<div class="panel props">
<div class="props-head only-narrow"><h2 id="details-title" tabindex="-1">${u.name}</h2><button type="button" class="icon-button" aria-label=${j("common.close")} @click=${()=>c.details.set(!1)}>${K("x",20)}</button></div>
${$("status","S",C`${t(u.status.category)}<span class="cut">${u.status.name}</span>`,t=>o.status(t,m))}
${$("agent","A",l({desk:a,tickets:i,now:k},u.agent_id),t=>o.assign(t,m))}
${$("priority","P",C`${e(u.priority)}<span>${n(u.priority)}</span>`,t=>o.priority(t,m))}
${i.types.length>0||u.type?$("type","Y",u.type?C`<span class="cut">${u.type.name}</span>`:C`<span class="faint">–</span>`,t=>o.type(t,u.id,r)):J}
${$("due","D",u.due_at?C`<span class=${Date.parse(u.due_at)<k?"late":""} title=${B(u.due_at)}>${s(u.due_at,k)}</span>`:C`<span class="faint">–</span>`,t=>o.due(t,u.id,r))}
${$("labels","T",u.labels.length?C`<span class="prop-labels">${u.labels.map(t=>C`<span class="chip"><i class="chip-dot series-${a.labels.colour(t)}"></i>${t}</span>`)}</span>`:C`<span class="faint">–</span>`,t=>o.label(t,m))}
${b?function({ticket:t,fields:e,wrong:a,set:s}){return e.map(e=>C`<div class="prop">
<label class="prop-name" for="ticket-field-${e.key}">${g(e,T)}${e.required?C`<span class="faint" title=${j("tickets.required")}> *</span>`:J}</label>
${y(e,{id:`ticket-field-${e.key}`,value:t.fields[e.key],set:t=>s(e.key,t),wrong:!!a[e.key],look:"prop-field"})} ${a[e.key]?C`<p class="field-error" role="alert">${a[e.key]}</p>`:J}
</div>`)}({ticket:u,fields:b.fields,wrong:p(),set:d}):J}
</div>`})(u,k)} ${function(t,e){let{contact:a}=e,s=t.contact?.data,i=[s?.email??s?.phone,s?j("tickets.since",{month:new Intl.DateTimeFormat(T,{year:"numeric",month:"short"}).format(new Date(s.created_at))}):null],n=(s?.conversations??[]).filter(t=>t.id!==e.id).slice(0,3);return C`<section class="panel">
<div class="panel-head"><h3>${j("tickets.col_contact")}</h3></div>
<div class="ticket-customer">
${E(a)}
<div><b>${q(a)}</b>${H(a)?I(!0):J}<p>${i.filter(Boolean).join(" · ")}</p></div>
</div>
${n.length?C`<ul class="ticket-links">
${n.map(t=>C`<li><a href=${t.ticket?`/tickets/${t.ticket.name}`:`/inbox/${t.id}`}>${K(t.ticket?"ticket":"message-circle")}<span class="cut">${t.ticket?`${t.ticket.name} ${t.ticket.title}`:j("tickets.chat_of",{when:S(t.updated_at,Date.now())})}</span><span class="faint">${j(`common.state_${t.state}`)}</span></a></li>`)}
</ul>`:J}
</section>`}(a,u)} ${function({ticket:e,tickets:a,failed:s,link:i}){let n=e.source?.conversation_id===e.id?null:e.source;return C`<section class="panel">
<div class="panel-head"><h3>${j("tickets.links")}</h3><button type="button" class="icon-button small" id="ticket-link" aria-haspopup="dialog" aria-expanded="false" aria-label=${j("tickets.add_link")} title=${`${j("tickets.add_link")} · L`} @click=${t=>i(t.currentTarget)}>${K("plus")}</button></div>
${0!==e.links.length||n?C`<ul class="ticket-links">
${n?C`<li><a href="/inbox/${n.conversation_id}">${K("message-circle")}<span class="cut">${j("tickets.source_chat")}</span><span class="faint">${j("tickets.source")}</span></a></li>`:J}
${e.links.map(i=>{let n=i.name??j("tickets.source_chat");return C`<li>
<a href=${i.name?`/tickets/${i.name}`:`/inbox/${i.id}`}>${i.name?t(i.category):K("message-circle")}<span class="cut">${n} ${i.title??""}</span><span class="faint">${j(`tickets.link_${i.kind}`)}</span></a>
<button type="button" class="icon-button small" aria-label=${j("tickets.unlink",{name:n})} title=${j("tickets.unlink",{name:n})} @click=${()=>(async({id:t})=>{a.opened.patch(e.id,{links:e.links.filter(e=>e.id!==t)});try{a.tell(await a.api.unlink(e.id,t))}catch(t){s(t),a.want(e.id)}})(i)}>${K("x",14)}</button>
</li>`})}
</ul>`:C`<p class="faint small-text">${j("tickets.no_links")}</p>`}
</section>`}({ticket:u,tickets:i,failed:a.failed,link:t=>o.link(t,u)})} ${(t=>{let e=t.followers.map(t=>a.agents.find(e=>e.id===t)??{id:t,name:a.agentName(t)??""});return C`<section class="panel">
<div class="panel-head"><h3>${j("tickets.followers")}</h3><button type="button" class="icon-button small" id="ticket-followers" aria-haspopup="dialog" aria-expanded="false" aria-label=${j("tickets.change_followers")} title=${`${j("tickets.change_followers")} · W`} @click=${e=>o.followers(e.currentTarget,t)}>${K("plus")}</button></div>
${e.length?C`<p class="ticket-followers">${e.map(t=>F(t,"small"))}<span>${e.map(t=>t.name).join(j("common.list_comma"))}</span></p>`:C`<p class="faint small-text">${j("tickets.no_followers")}</p>`}
</section>`})(u)} ${function({desk:t,tickets:e,ticket:a,now:i}){let n=L===a.id,l=e.opened.activity;return C`<section class="panel ticket-activity">
<button type="button" class="activity-head" aria-expanded=${n} @click=${()=>{(L=n?null:a.id)&&!e.opened.activity&&e.opened.loadActivity(),t.clock.touch(e.ticks.open)}}>${j("tickets.activity")}<span class="count">${l?.length??""}</span>${K(n?"chevron-down":"chevron-right")}</button>
${n?l?C`<ol class="activity">
${l.map(e=>C`<li><span>${x(t,e)}</span><time datetime=${e.at} title=${B(e.at)}>${s(e.at,i)}</time></li>`)}
</ol>
<p class="hidden" role="status">${D("tickets.activity_count",l.length)}</p>`:C`<p class="faint small-text" role="status">${j("common.loading")}</p>`:J}
</section>`}({desk:a,tickets:i,ticket:u,now:k})}`}}async function O(t){let e=t.currentTarget;await(navigator.clipboard?.writeText(location.href).catch(()=>{})),e.dataset.copied="true",setTimeout(()=>delete e.dataset.copied,1500)}function W(t,e,n){let l=v(e,n);return C`<div class="promise-box">
<p><span class="promise-name">${j(`tickets.promise_${t}`)}</span>${l?function(t,e,n){let{level:l,due_at:c}=t;return"met"===l?C`<span class="ok">${K("check")}${j("tickets.met_of",{spent:a(e.spent_ms),target:a(e.target_ms)})}</span>`:"missed"===l?C`<span class="missed">${j("tickets.missed_of",{time:a(t.left_ms),target:a(e.target_ms)})}</span>`:C`<span class=${l}><b>${i(t)}</b>${c&&"broken"!==l?C`<span class="no-phone"> · ${s(c,n)}</span>`:J}</span>`}(l,e,n):C`<span class="faint">${j("tickets.no_promise")}</span>`}</p>
<progress class="clock wide ${l?.level??""}" max="1" value=${(l?.share??0).toFixed(3)} aria-hidden="true"></progress>
</div>`}function G({desk:t,tickets:e,ui:a,where:i,does:n}){let l=t=>null!==n.merge&&!t.merged_into;return()=>{e.ticks.open.value,e.ticks.list.value;let{ticket:c}=e.opened;if(!c)return C`<header class="ticket-top"></header>`;let o=a.now.value,r=f(c.status.category),p=i();return C`<header class="ticket-top">
<button type="button" class="icon-button only-phone" aria-label=${j("common.back")} @click=${n.back}>${K("chevron-left",24)}</button>
<nav class="ticket-path" aria-label=${j("tickets.path")}>
<a class="no-phone" href="/tickets" @click=${t=>{t.ctrlKey||t.metaKey||t.shiftKey||(t.preventDefault(),n.back())}}>${K("chevron-left")}${j("rail.tickets")}</a><span class="no-phone faint" aria-hidden="true">/</span><b class="numeric">${c.name}</b>
<button type="button" class="icon-button copy-link" aria-label=${j("tickets.copy_link")} title=${j("tickets.copy_link")} @click=${O}>${K("link")}</button>
</nav>
<span class="no-phone">${h(t,c.id)}</span>
${p?C`<span class="ticket-steps no-phone"><span class="numeric" title=${j("tickets.place")}>${p.at} / ${p.count}</span>
<button type="button" class="icon-button" aria-label=${j("tickets.key_previous")} title=${`${j("tickets.key_previous")} · K`} @click=${()=>n.go(-1)}>${K("chevron-up",18)}</button>
<button type="button" class="icon-button" aria-label=${j("tickets.key_next")} title=${`${j("tickets.key_next")} · J`} @click=${()=>n.go(1)}>${K("chevron-down",18)}</button></span>`:J}
<span class="ticket-does">
${l(c)?C`<button type="button" class="button no-phone" id="merge" aria-haspopup="dialog" aria-expanded="false" title=${`${j("inbox.key_merge")} · ⇧M`} @click=${()=>n.merge?.()}>${K("git-merge")}<span>${j("merge.do")}</span></button>`:J}
${"closed"===c.status.category||c.merged_into?J:C`<button type="button" class="button" aria-keyshortcuts="e" @click=${n.solve}>${K(r?"rotate-ccw":"circle-check")}<span class="no-phone">${j(r?"thread.reopen":"tickets.solve")}</span><span class="only-phone hidden">${j(r?"thread.reopen":"tickets.solve")}</span><kbd class="no-phone" aria-hidden="true">E</kbd></button>`}
<button type="button" class="icon-button" aria-haspopup="menu" aria-expanded="false" aria-label=${j("tickets.more")} title=${j("tickets.more")} @click=${t=>((t,e)=>N(e.currentTarget,t.name,[{items:[...a.phone.value&&l(t)?[{label:j("inbox.key_merge"),mark:K("git-merge"),run:()=>n.merge?.()}]:[],{label:j("tickets.key_title"),hint:"H",mark:K("pencil-line"),run:()=>document.getElementById("ticket-title")?.focus()},...t.links.some(t=>"child"===t.kind)?[{label:j("tickets.answer_children"),mark:K("users"),run:n.children}]:[]]}]))(c,t)}>${K("ellipsis",18)}</button>
${a.narrow.value?C`<button type="button" class="icon-button" id="details-toggle" aria-label=${j("tickets.properties")} title=${`${j("tickets.properties")} · I`} aria-expanded=${a.details.open} @click=${()=>a.details.toggle()}>${K(a.phone.value?"info":"panel-right",a.phone.value?24:18)}</button>`:J}
</span>
</header>
<div class="ticket-lead">
${(t=>C`<h2 class="hidden" id="thread-title" tabindex="-1">${t.name} ${t.title}</h2>
<textarea id="ticket-title" class="ticket-title" rows="1" aria-label=${j("tickets.title_field")} title=${`${j("tickets.key_title")} · H`} maxlength=${200} .value=${t.title} @change=${async a=>{let s=a.target,i=s.value.replace(/\s+/g," ").trim();i!==t.title&&(!i||!await n.rename(i))&&(s.value=e.opened.ticket?.title??t.title)}} @keydown=${e=>{e.isComposing||229===e.keyCode||("Enter"===e.key?(e.preventDefault(),e.target.blur()):"Escape"===e.key&&(e.stopPropagation(),e.target.value=t.title,e.target.blur()))}}></textarea>`)(c)}
<p class="ticket-origin">${function(t,e,a){let i=e.row?.channel??"web",n=[j("tickets.begun_by",{name:q(t.contact),channel:m(i)}),s(t.created_at,a)];return C`${b(i)}<span title=${B(t.created_at)}>${n.join(" · ")}</span>${t.source&&t.source.conversation_id!==t.id?C`<span> · <a href="/inbox/${t.source.conversation_id}">${j("tickets.from_chat")}</a></span>`:J}`}(c,t,o)}</p>
<div class="promises" role="group" aria-label=${j("tickets.promises")}>${W("first",c.first_clock,o)}${W("solution",c.clock,o)}</div>
</div>`}}var Q={ticket:"ticket",ticket_changed:"pencil-line",linked:"link",labels:"tag",assigned:"user-plus",transferred:"user-plus",team:"users",clock:"alarm-clock",state:"circle-check",rated:"star",priority:"list-filter"};function R(t,e,a){return"failed"===e.state?r(t,e,a):$(e.item)?u(t,e):J}var U=({at:t})=>C`<time datetime=${t} title=${B(t)}>${P(t)}</time>`;function V(t,e,a,s){switch(e.type){case"day":return C`<div class="day"><span>${A(e.at,a)}</span></div>`;case"new":return C`<div class="fresh"><span>${j("thread.fresh")}</span></div>`;case"line":return C`<div class="line flat-line"><span class="flat-face">${K(Q[e.entry.kind]??"info")}</span><span>${x(t,e.entry)}</span><time datetime=${e.at} title=${B(e.at)}>${P(e.at)}</time></div>
${"source"===e.entry.link?w(t,e.entry):J}`;default:return"note"===e.tone?((t,e,a)=>C`<div class="turn flat flat-note">
${_(t,e.sequence)}
<div class="turn-body">
<div data-message=${e.id??J} class="note ${"failed"===e.state?"bubble-failed":""}">
<div class="note-head">${K("lock",14)}<strong>${j("thread.note_by",{name:e.sender.name??""})}</strong><span class="note-who">${j("thread.note_private")}</span>${U(e)}</div>
<div class="note-text">${d(t,e,a)}</div>
</div>
${k(t,e)} ${R(t,e,a)}
</div>
</div>`)(t,e,s):function(t,e,a){let s="own"===e.tone,i=s?e.sender.name??j(`thread.sender_${e.sender.kind}`):t.row?.contact.name??e.sender.name??j("thread.sender_visitor");return C`<div class="turn flat ${s?"turn-own":"turn-customer"} ${e.first?"":"flat-joined"}">
${_(t,e.sequence)}<span class="flat-face">${e.first?function(t,{sender:e,tone:a}){if("customer"===a)return t.row?E(t.row.contact):J;let s=t.agents.find(t=>t.id===e.id)??{id:e.id,name:e.name??j(`thread.sender_${e.kind}`)};return F(s)}(t,e):J}</span>
<div class="turn-body">
${e.first?C`<div class="flat-head"><strong>${i}</strong>${s?J:C`<span>${m(t.row?.channel??"web")}</span>`}${s&&e.state&&"failed"!==e.state?o(e.state):J}${U(e)}</div>`:C`<span class="hidden">${j("thread.says",{name:e.mine?j("common.you"):i})}</span>`}
${k(t,e)}
<div data-message=${e.id??J} class="bubble ${s?"bubble-own":"bubble-customer"} ${p(e)?"bubble-pictured":""} ${"failed"===e.state?"bubble-failed":""}">${d(t,e,a)}</div>
${c(t,e)}${e.edited?C`<div class="stamp">${j("thread.edited")}</div>`:J} ${R(t,e,a)}
</div>
</div>`}(t,e,s)}}var Y=t=>({head:G(t),side:M(t)});export{Y as createSingle,V as flatView};
