import{a as t,b as e,c as a}from"./tickets.js";import{c as s,f as i}from"./with-tickets-words.js";import{K as l,m as n}from"./thread.js";import{l as c,n as o}from"./with-store-tickets-ticket.js";import{Aa as r,H as p,J as d,K as k,N as u,O as $,P as m,Q as f,R as h,S as b,_ as v,ca as y,r as g,u as w,za as _}from"./app.js";var x=null,j=["related","duplicate","parent","child"];function D({desk:D,tickets:T,ui:A,menus:S,refused:q,wrong:F,setField:K}){let N=(t,e,a,s)=>g`<div class="prop">
<span class="prop-name" aria-hidden="true">${d(`tickets.col_${t}`)}</span>
<button type="button" class="prop-value" id="prop-${t}" aria-haspopup="menu" aria-expanded="false" title=${`${d(`tickets.col_${t}`)} · ${e}`} @click=${t=>s(t.currentTarget)}>
<span class="hidden">${d(`tickets.col_${t}`)}</span><span class="prop-shown">${a}</span>${u("chevron-down")}
</button>
</div>`;return()=>{T.ticks.open.value,T.ticks.list.value,D.ticks.details.value,D.ticks.thread.value;let{ticket:O}=T.opened;if(!O)return w;let P=A.now.value;return g`<div class="grip only-phone" aria-hidden="true"></div>
${((n,o)=>{let r=[n.id],k=T.type(n.type?.id??null);return g`<div class="panel props">
<div class="props-head only-narrow"><h2 id="details-title" tabindex="-1">${n.name}</h2><button type="button" class="icon-button" aria-label=${d("common.close")} @click=${()=>A.details.set(!1)}>${u("x",20)}</button></div>
${N("status","S",g`${t(n.status.category)}<span class="cut">${n.status.name}</span>`,t=>S.status(t,r))}
${N("agent","A",a({desk:D,tickets:T,now:o},n.agent_id),t=>S.assign(t,r))}
${N("priority","P",g`${e(n.priority)}<span>${i(n.priority)}</span>`,t=>S.priority(t,r))}
${T.types.length>0||n.type?N("type","Y",n.type?g`<span class="cut">${n.type.name}</span>`:g`<span class="faint">–</span>`,t=>S.type(t,n.id,q)):w}
${N("due","D",n.due_at?g`<span class=${Date.parse(n.due_at)<o?"late":""} title=${y(n.due_at)}>${s(n.due_at,o)}</span>`:g`<span class="faint">–</span>`,t=>S.due(t,n.id,q))}
${N("labels","T",n.labels.length?g`<span class="prop-labels">${n.labels.map(t=>g`<span class="chip"><i class="chip-dot series-${D.labels.colour(t)}"></i>${t}</span>`)}</span>`:g`<span class="faint">–</span>`,t=>S.label(t,r))}
${k?function({ticket:t,fields:e,wrong:a,set:s}){return e.map(e=>g`<div class="prop">
<label class="prop-name" for="ticket-field-${e.key}">${c(e,p)}${e.required?g`<span class="faint" title=${d("tickets.required")}> *</span>`:w}</label>
${l(e,{id:`ticket-field-${e.key}`,value:t.fields[e.key],set:t=>s(e.key,t),wrong:!!a[e.key],look:"prop-field"})} ${a[e.key]?g`<p class="field-error" role="alert">${a[e.key]}</p>`:w}
</div>`)}({ticket:n,fields:k.fields,wrong:F(),set:K}):w}
</div>`})(O,P)} ${function(t,e){let{contact:a}=e,s=t.contact?.data,i=[s?.email??s?.phone,s?d("tickets.since",{month:new Intl.DateTimeFormat(p,{year:"numeric",month:"short"}).format(new Date(s.created_at))}):null],l=(s?.conversations??[]).filter(t=>t.id!==e.id).slice(0,3);return g`<section class="panel">
<div class="panel-head"><h3>${d("tickets.col_contact")}</h3></div>
<div class="ticket-customer">
${m(a)}
<div><b>${$(a)}</b>${h(a)?b(!0):w}<p>${i.filter(Boolean).join(" · ")}</p></div>
</div>
${l.length?g`<ul class="ticket-links">
${l.map(t=>g`<li><a href=${t.ticket?`/tickets/${t.ticket.name}`:`/inbox/${t.id}`}>${u(t.ticket?"ticket":"message-circle")}<span class="cut">${t.ticket?`${t.ticket.name} ${t.ticket.title}`:d("tickets.chat_of",{when:v(t.updated_at,Date.now())})}</span><span class="faint">${d(`common.state_${t.state}`)}</span></a></li>`)}
</ul>`:w}
</section>`}(D,O)} ${function({ticket:e,tickets:a,failed:s}){let i=e.source?.conversation_id===e.id?null:e.source;return g`<section class="panel">
<div class="panel-head"><h3>${d("tickets.links")}</h3><button type="button" class="icon-button small" id="ticket-link" aria-haspopup="dialog" aria-expanded="false" aria-label=${d("tickets.add_link")} title=${`${d("tickets.add_link")} · L`} @click=${i=>function(e,{ticket:a,tickets:s,failed:i}){let l={text:"",kind:"related",wrong:""},n=null,c=t=>{Object.assign(l,{wrong:"",...t}),n?.()},p=async t=>{try{let e=await s.api.link(a.id,t,l.kind);_(),s.tell(e)}catch(e){let{status:a,code:s}=e;"circle"===s?c({wrong:d("tickets.link_circle")}):404===a||400===a?c({wrong:d("tickets.link_missing",{name:t})}):(_(),i(e))}};n=r(e,d("tickets.add_link"),()=>g`<form
class="popup-form link-form"
@submit=${t=>{t.preventDefault();let[e]=l.text.trim()?o(s.rows.values(),l.text,a.id):[];l.text.trim()&&p(e?.id??l.text.trim())}}
>
<label for="link-kind">${d("tickets.link_how")}</label>
<select id="link-kind" class="prop-field" @change=${t=>c({kind:t.target.value})}>
${j.map(t=>g`<option value=${t} ?selected=${t===l.kind}>${d(`tickets.link_as_${t}`)}</option>`)}
</select>
<label for="link-other">${d("tickets.link_other")}</label>
<input id="link-other" autofocus autocomplete="off" placeholder=${d("tickets.link_find")} aria-describedby="link-wrong" @input=${t=>c({text:t.target.value})} />
<p class="field-error" id="link-wrong" role="alert">${l.wrong}</p>
${l.text.trim()?g`<ul class="link-found">
${o(s.rows.values(),l.text,a.id).map(e=>g`<li><button type="button" class="menu-item" @click=${()=>p(e.id)}>${t(e.category)}<span class="menu-label cut">${e.name} ${e.title}</span></button></li>`)}
</ul>`:""}
<button class="button primary">${d("tickets.link_do")}</button>
</form>`)}(i.currentTarget,{ticket:e,tickets:a,failed:s})}>${u("plus")}</button></div>
${0!==e.links.length||i?g`<ul class="ticket-links">
${i?g`<li><a href="/inbox/${i.conversation_id}">${u("message-circle")}<span class="cut">${d("tickets.source_chat")}</span><span class="faint">${d("tickets.source")}</span></a></li>`:w}
${e.links.map(i=>{let l=i.name??d("tickets.source_chat");return g`<li>
<a href=${i.name?`/tickets/${i.name}`:`/inbox/${i.id}`}>${i.name?t(i.category):u("message-circle")}<span class="cut">${l} ${i.title??""}</span><span class="faint">${d(`tickets.link_${i.kind}`)}</span></a>
<button type="button" class="icon-button small" aria-label=${d("tickets.unlink",{name:l})} title=${d("tickets.unlink",{name:l})} @click=${()=>(async t=>{a.opened.patch(e.id,{links:e.links.filter(e=>e.id!==t.id)});try{a.tell(await a.api.unlink(e.id,t.id))}catch(t){s(t),a.want(e.id)}})(i)}>${u("x",14)}</button>
</li>`})}
</ul>`:g`<p class="faint small-text">${d("tickets.no_links")}</p>`}
</section>`}({ticket:O,tickets:T,failed:D.failed})} ${(t=>{let e=t.followers.map(t=>D.agents.find(e=>e.id===t)??{id:t,name:D.agentName(t)??""});return g`<section class="panel">
<div class="panel-head"><h3>${d("tickets.followers")}</h3><button type="button" class="icon-button small" id="ticket-followers" aria-haspopup="dialog" aria-expanded="false" aria-label=${d("tickets.change_followers")} title=${`${d("tickets.change_followers")} · W`} @click=${e=>S.followers(e.currentTarget,t)}>${u("plus")}</button></div>
${e.length?g`<p class="ticket-followers">${e.map(t=>f(t,"small"))}<span>${e.map(t=>t.name).join(d("common.list_comma"))}</span></p>`:g`<p class="faint small-text">${d("tickets.no_followers")}</p>`}
</section>`})(O)} ${function({desk:t,tickets:e,ticket:a,now:i}){let l=x===a.id,c=e.opened.activity;return g`<section class="panel ticket-activity">
<button type="button" class="activity-head" aria-expanded=${l} @click=${()=>{(x=l?null:a.id)&&!e.opened.activity&&e.opened.loadActivity(),t.clock.touch(e.ticks.open)}}>${d("tickets.activity")}<span class="count">${c?.length??""}</span>${u(l?"chevron-down":"chevron-right")}</button>
${l?c?g`<ol class="activity">
${c.map(e=>g`<li><span>${n(t,e)}</span><time datetime=${e.at} title=${y(e.at)}>${s(e.at,i)}</time></li>`)}
</ol>
<p class="hidden" role="status">${k("tickets.activity_count",c.length)}</p>`:g`<p class="faint small-text" role="status">${d("common.loading")}</p>`:w}
</section>`}({desk:D,tickets:T,ticket:O,now:P})}`}}export{D as createSide};
