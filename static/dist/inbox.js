import{a as e}from"./with-inbox-actions.js";import{A as t,B as n,C as a,D as s,M as o,N as i,O as l,P as r,Q as c,ga as d,ha as u,ia as p,j as b,ja as $,k as h,l as m,p as f,t as v,u as g,v as k,y as w}from"./thread.js";import{$ as x,E as y,Ea as _,G as I,H as A,I as E,J as S,K as T,L as z,La as q,N as M,O as L,P as B,Q as C,R as D,S as N,T as O,U as R,W as F,X as P,_ as V,ba as j,c as K,ca as U,d as H,da as W,e as X,ea as Y,k as Z,m as G,r as J,t as Q,u as ee,ua as te,v as ne,va as ae,za as se}from"./app.js";var oe=[1,7,30,0],ie=null;function le(e){ie=null,e.touch("details"),requestAnimationFrame(()=>document.getElementById("block")?.focus())}var re=null;async function ce(e,t,n){let a=re;if(!a||a.busy||a.name!==t)return;let s=a.text.trim();if(s===(n??""))return de(e);a.busy=!0,a.wrong=await e.changeContact({[t]:s||null}),a.busy=!1,re===a&&(a.wrong?(e.touch("details"),requestAnimationFrame(()=>document.getElementById(`contact-${t}`)?.focus())):de(e))}function de(e,t=!1){let n=re?.name;re=null,e.touch("details"),t&&requestAnimationFrame(()=>document.getElementById(`edit-${n}`)?.focus())}function ue(e,t,n){re={contact:e.contact?.id??"",name:t,text:n??"",wrong:null,busy:!1},e.touch("details"),requestAnimationFrame(()=>document.getElementById(`contact-${t}`)?.select())}function pe(e,t,n){let a=S("contact.change",{what:S(`contact.field_${t}`).toLowerCase()});return J`<button class="icon-button edit-button" id="edit-${t}" aria-label=${a} title=${a} @click=${()=>ue(e,t,n)}>
${M("pencil-line",14)}
</button>`}var be=(e,t)=>re?.name===t&&re.contact===e.contact?.id;function $e(e,t,n,a,s=null,o={}){let i=e.contact?.id??"",l=S(`contact.field_${n}`),r=re?.contact===i&&re.name===n?re:null,c=s=>{s.isComposing||229===s.keyCode||("Escape"===s.key?(s.stopPropagation(),de(e,!0)):"Enter"===s.key&&(t||s.metaKey||s.ctrlKey)&&(s.preventDefault(),ce(e,n,a)))};if(t&&!a&&!r)return ee;let d=r?(()=>{let s=r?.wrong,o=s&&(E(`contact.wrong_${n}`)&&"invalid"===s?S(`contact.wrong_${n}`):S(E(`error.${s}`)?`error.${s}`:"error.unexpected",{seconds:0})),i=e=>r&&(r.text=e.target.value),d=()=>ce(e,n,a),u=t?J`<input id="contact-${n}" class="edit-field" aria-label=${l} aria-invalid=${!!s} aria-describedby=${s?`wrong-${n}`:ee} maxlength="254" .value=${y(r?.text??"")} @input=${i} @keydown=${c} @blur=${d} />`:J`<textarea id="contact-${n}" class="edit-field" rows="4" aria-label=${l} aria-invalid=${!!s} aria-describedby=${s?`wrong-${n}`:ee} maxlength="2000" .value=${y(r?.text??"")} @input=${i} @keydown=${c} @blur=${d}></textarea>`;return J`${u}${s?J`<p class="failed edit-wrong" id="wrong-${n}" role="alert">${o}</p>`:ee}`})():a?J`${s?J`<a href=${s}>${a}</a>`:J`<span class=${t?"":"note-lines"}>${a}</span>`}${o.mark??ee}${o.fixed?ee:pe(e,n,a)}${o.below??ee}`:J`<button class="text-button quiet" id="edit-${n}" @click=${()=>ue(e,n,a)}>${S("contact.add",{what:l.toLowerCase()})}</button>`;return t?J`<div class="fact">
<dt title=${l}>${M(t,16)}<span class="hidden">${l}</span></dt>
<dd class="edit">${d}</dd>
</div>`:J`<div class="edit-note">${d}</div>`}var he=new Intl.DisplayNames(A,{type:"language"}),me=new Map;function fe(e){try{return e?new URL(e).host:null}catch{return null}}var ve=(e,t,n)=>n?J`<div class="fact">
<dt title=${t}>${M(e,16)}<span class="hidden">${t}</span></dt>
<dd>${n}</dd>
</div>`:ee,ge=["name","email","phone"],ke=e=>S(e.verified?D(e)?"common.verified":"contact.id_verified":"contact.unverified");function we(e,t){let{known:n}=e;return["team","said"].filter(a=>n[a][t]&&n[a][t]!==e[t]).map(e=>J`<p class="fact-other">${S(`contact.by_${e}`,{text:n[e][t]??""})}</p>`)}function xe(e,t){let n=e.sources[t];return{fixed:"proven"===n,mark:"proven"===n?J`<span class="verified" role="img" aria-label=${S("contact.proven")} title=${S("contact.proven")}>${M("badge-check",14)}</span>`:"said"===n&&e.verified?J`<span class="fact-unproven">${S("contact.unproven")}</span>`:ee,below:we(e,t)}}function ye(e,n,a){e.ticks.details.value,e.ticks.thread.value;let o=n.now.value;if(e.turning)return Q;let i=e.row;if(!i)return ee;let{contact:l}=e,r=l?.data??null,c=r??i.contact,d={...i.contact,name:c.name,name_source:r?r.sources.name:i.contact.name_source},u=n.phone.value,p=r?function(e,t){let{device:n,time_zone:a}=e,s=n?[n.app,n.browser,n.os].filter(Boolean).join(" · "):"",o="";try{a&&(o=function(e){let t=me.get(e)??new Intl.DateTimeFormat(A,{hour:"2-digit",minute:"2-digit",hourCycle:"h23",timeZone:e});return me.set(e,t),t}(a).format(t))}catch{}return{device:s,local:o&&S("contact.local_time",{time:o})}}(r,o):{device:"",local:""},b=r?S("contact.since",{month:j(r.created_at,o)}):"";return J`<div class="grip only-phone" aria-hidden="true"></div>
<section class="panel panel-who">
${B({id:i.contact.id,name:c.name})}
<div class="who">
<h2 class="who-name" id="details-title" tabindex="-1">
<span class="name">${L({...i.contact,name:c.name})}</span>${D(d)?N(!0):ee}${r?.name&&"proven"!==r.sources.name?pe(e,"name",r.name):ee}
</h2>
<p>${[ke(d),b].filter(Boolean).join(" · ")}</p>
${r?we(r,"name"):ee}
</div>
${n.narrow.value?J`<button class="icon-button" aria-label=${S("common.close")} @click=${()=>n.details.set(!1)}>${M("x",20)}</button>`:ee}
${r?J`<dl class="facts">
${be(e,"name")?$e(e,"user","name",r.name):ee}
${$e(e,"mail","email",r.email,u?null:`mailto:${r.email}`,xe(r,"email"))}
${$e(e,"phone","phone",r.phone,u?null:`tel:${r.phone}`,xe(r,"phone"))}
${$e(e,"map-pin","city",r.city)} ${ve("id-card",S("contact.user_id"),r.user_id)}
${ve("languages",S("contact.language"),r.locale&&function(e){try{let{language:t,script:n}=new Intl.Locale(e).maximize();return he.of("zh"===t?`zh-${n}`:t)??e}catch{return e}}(r.locale))}
${ve("monitor-smartphone",S("contact.device"),p.device)} ${ve("clock",S("contact.clock"),p.local)}
</dl>`:ee}
<div class="who-labels">
${i.labels.map(t=>J`<span class="chip"><i class="chip-dot series-${e.labels.colour(t)}"></i>${t}</span>`)}
<button
class="text-button quiet"
id="labels"
aria-haspopup="dialog"
aria-expanded="false"
title=${`${S("thread.labels")} · T`}
@click=${t=>s(e,t.currentTarget,[i.id])}
>
${M("plus",14)} ${S("thread.labels")}
</button>
${r?function(e,t){return["name","email","phone","city"].filter(n=>!t[n]&&!be(e,n)).map(t=>J`<button class="text-button quiet" id="edit-${t}" @click=${()=>ue(e,t,null)}>
${M("plus",14)} ${S(`contact.field_${t}`)}
</button>`)}(e,r):ee}
</div>
${((e,n)=>J`<div class="tiles only-phone">
${n?.phone?J`<a class="tile" href="tel:${n.phone}">${M("phone",20)}${S("contact.call")}</a>`:ee}
${n?.email?J`<a class="tile" href="mailto:${n.email}">${M("mail",20)}${S("contact.mail")}</a>`:ee}
<button class="tile" aria-haspopup="menu" @click=${n=>t(e,n.currentTarget)}>
${M("user-plus",20)}${S("contact.hand_over")}
</button>
</div>`)(e,r)}
</section>
${"failed"===l?.phase?J`<p class="panel-note" role="alert">
${S("contact.failed")}
<button class="text-button" @click=${()=>e.loadContact(!1)}>${S("common.retry")}</button>
</p>`:ee}
${r?J`${((e,t,n)=>t.block?J`<section class="panel">${function(e,t,n){let{reason:a,agent_id:s,blocked_at:o,until:i}=t.block,l=s?e.agentName(s):null,r=[l?S("contact.blocked_by",{name:l}):null,V(o,n),i?S("contact.blocked_until",{time:W(i)}):null];return J`<div class="blocked" role="status">
${M("lock",16)}
<div>
<strong>${S("contact.blocked")}</strong>
${a?J`<p>${a}</p>`:ee}
<p class="blocked-facts">${r.filter(Boolean).join(" · ")}</p>
</div>
${e.may("block")?J`<button class="text-button" @click=${()=>e.unblock(t.id)}>${S("contact.unblock")}</button>`:ee}
</div>`}(e,t,n)}</section>`:ee)(e,r,o)}${function(e,t,n){if(!e.page)return ee;let{url:a,title:s,referrer:o,at:i}=e.page,l=fe(o),r=[l&&l!==fe(a)?S("contact.from",{host:l}):null,T("contact.visits",e.visits)];return J`<section class="panel">
<div class="panel-head"><h3>${S(n?"contact.looking_at":"contact.looked_at")}</h3></div>
<p class="looking">
<i class="presence ${n?"on":""}"></i>
<span class="looking-title" title=${a}>${s||fe(a)||a}</span>
</p>
<p class="looking-more"><span class="path" title=${a}>${function(e){try{let{pathname:t,search:n}=new URL(String(e));return t+n}catch{return e}}(a)}</span> · ${F(i??"",t)}</p>
<p class="looking-more">${r.filter(Boolean).join(" · ")}</p>
</section>`}(r,o,e.presence.customer(String(e.openId))??!!r.online)}${function(e,t,n){let a=[e.name,e.email,e.phone],s=Object.entries(e.attributes??{}).filter(([e,t])=>!(ge.includes(e.replace(/_\d+$/,""))&&a.includes(String(t)))),o=e.events??[];return J`${s.length?J`<section class="panel">
<div class="panel-head"><h3>${S("contact.attributes")}</h3><span>${S("contact.unproven")}</span></div>
<dl class="said">${s.map(([e,t])=>J`<div><dt>${n[e]??(ge.includes(e)?S(`contact.field_${e}`):e)}</dt><dd>${(e=>"boolean"==typeof e?S(e?"contact.yes":"contact.no"):String(e))(((e,t)=>/^(consent|checkbox)(_\d+)?$/.test(e)&&/^(true|false)$/.test(String(t))?!0===t||"true"===t:t)(e,t))}</dd></div>`)}</dl>
</section>`:ee}${o.length?J`<section class="panel">
<div class="panel-head"><h3>${S("contact.events")}</h3></div>
<dl class="said">
${o.map(e=>J`<div><dt>${e.name}</dt><dd>${V(e.at,t)}</dd></div>`)}
</dl>
</section>`:ee}`}(r,o,e.formLabels)}${function(e,t,n,a){let s=t.conversations.filter(t=>t.id!==e.openId);return 0===s.length?ee:J`<section class="panel">
<div class="panel-head"><h3>${S("contact.before")}</h3><span>${s.length}</span></div>
<ul class="earlier">
${s.map(e=>J`<li>
<a
href="/inbox/${e.id}"
@click=${t=>{t.metaKey||t.ctrlKey||t.shiftKey||(t.preventDefault(),a(e.id))}}
>
${M(e.ticket?"ticket":"message-circle",16)}
<span class="earlier-text">${e.ticket?`${e.ticket.name} ${e.ticket.title}`:te(e.last_message?.text??null,e.last_message?.media_type,e.last_message?.sender?.kind)||S("inbox.no_message")}</span>
<span class="earlier-when">${V(e.updated_at,n)} · ${S(`common.state_${e.state}`)}</span>
</a>
</li>`)}
</ul>
</section>`}(e,r,o,a)}
<section class="panel">
<div class="panel-head"><h3>${S("contact.field_note")}</h3></div>
${$e(e,null,"note",r.note)}
</section>
<section class="panel">
<a class="text-button quiet" id="print" href="/print/${i.id}" target="_blank" rel="noopener" title=${`${S("contact.print")} · ⇧P`}>${S("contact.print")}</a>
</section>
${function(e,t){if(t.block||!e.may("block"))return ee;let n=ie?.contact===t.id;return J`<section class="panel">
${n?((e,t)=>J`<form
class="block-form"
@submit=${n=>{n.preventDefault(),async function(e,t){let n=ie;if(!n||n.busy)return;n.busy=!0;let a={reason:n.reason.trim()||null,until:n.days?new Date(Date.now()+864e5*n.days).toISOString():null},s=await e.block(t.id,{...a,addresses:n.address});n.busy=!1,s&&ie===n&&le(e)}(e,t)}}
@keydown=${t=>{"Escape"===t.key&&(t.stopPropagation(),le(e))}}
>
<p>${S("contact.block_means")}</p>
<label for="block-reason">${S("contact.block_reason")}</label>
<input
id="block-reason"
class="edit-field"
maxlength=${200}
autocomplete="off"
.value=${y(ie?.reason??"")}
@input=${e=>ie&&(ie.reason=e.target.value)}
/>
<label for="block-days">${S("contact.block_for")}</label>
<select id="block-days" class="edit-field" @change=${e=>ie&&(ie.days=Number(e.target.value))}>
${oe.map(e=>J`<option value=${e} ?selected=${ie?.days===e}>${S(`contact.block_days_${e}`)}</option>`)}
</select>
${t.address?J`<label class="check"
><input
type="checkbox"
.checked=${y(ie?.address??!1)}
@change=${e=>ie&&(ie.address=e.target.checked)}
/><span>${S("contact.block_address",{address:t.address})}</span></label
>`:ee}
<div class="block-does">
<button type="button" class="button quiet" @click=${()=>le(e)}>${S("contact.block_cancel")}</button>
<button type="submit" class="button danger" aria-busy=${ie?.busy??!1}>${S("contact.block")}</button>
</div>
</form>`)(e,t):J`<button class="text-button quiet" id="block" @click=${()=>function(e,t){ie={contact:t.id,days:0,reason:"",address:!1,busy:!1},e.touch("details"),requestAnimationFrame(()=>document.getElementById("block-reason")?.focus())}(e,t)}>${M("lock",14)} ${S("contact.block")}</button>`}
</section>`}(e,r)}`:ee}`}function _e(e){let t=e.cache.counts;if(!t)return ee;if(0!==t.all)return J`<div class="empty empty-quiet">
<p>${S("inbox.choose")}</p>
<p class="keys-line"><kbd>J</kbd><kbd>K</kbd> ${S("inbox.choose_keys")} <kbd>↵</kbd> ${S("inbox.choose_open")}</p>
</div>`;let n=document.querySelector('meta[name="assets"]')?.getAttribute("content")??"";return J`<div class="empty">
<img src="${n}/img/empty-inbox.svg" width="182" height="118" alt="" />
<h2>${S("inbox.nobody")}</h2>
<p>${S("inbox.nobody_why")}</p>
<div class="empty-actions">
<a class="button primary tall" href="/demo" target="_blank" rel="noopener">${M("store",18)}${S("inbox.try_it")}</a>
${e.firstSteps.allowed?function(e){let t="adding"===e.firstSteps.work;return J`<button class="button tall" aria-busy=${t} @click=${e.firstSteps.addDemo}>${S(t?"inbox.demo_adding":"inbox.demo_add")}</button>`}(e):ee}
</div>
${e.firstSteps.allowed?J`<p class="empty-hint">${S("inbox.demo_hint")}</p>`:ee}
</div>`}var Ie="servicedesk.list_width",[Ae,Ee,Se]=[280,340,560],Te={shop:"/settings/shop",site:"/settings/widget#site",hours:"/settings/hours",colleague:"/settings/team",answers:"/settings/canned",first_answer:"/demo"},ze=2*Math.PI*15;function qe({name:e,done:t}){let n=S(`inbox.step_${e}`);if(t)return J`<li class="done">${M("circle-check",18)}<span>${n}</span><span class="hidden">${S("inbox.step_done")}</span></li>`;let a="site"===e&&q(location.origin),s=Te[e];return J`<li>
<a href=${s} target=${"/demo"===s?"_blank":ee} rel=${"/demo"===s?"noopener":ee}>${M("circle",18)}<span>${n}${a?J`<small class="step-trouble">${S(`inbox.step_site_${a}`)}</small>`:ee}</span>${M("chevron-right")}</a>
</li>`}function Me({clock:e,state:t,waiting_since:n},a){if(!e||"closed"===t||"solution"!==e.kind&&!n)return null;let s=((e,t)=>e?Date.parse(e):t)(e.changes_at,Number.POSITIVE_INFINITY),o=e.running||"hours"===e.paused,i=a<s?e.running:"hours"===e.paused,[l,r]=e.running?[Date.parse(e.at),Math.min(a,s)]:[s,a],c=e.spent_ms+(o?Math.max(0,r-l):0),d=i?null:o?"hours":e.paused,u=e.broken_at??(c>e.target_ms?e.due_at:null);return{kind:e.kind,level:u?"broken":d?"paused":c>=e.warn_ms?"warned":"",paused:d,share:Math.min(1,c/e.target_ms),left_ms:u?Math.max(0,a-Date.parse(u)):Math.max(0,e.target_ms-c)}}function Le({level:e,paused:t,left_ms:n}){return"broken"===e?S("clocks.over",{time:P(n)}):t?S(`clocks.paused_${t}`):S("clocks.left",{time:P(n)})}function Be(e){if(!e)return ee;let t=`${S(`clocks.${e.kind}`)} · ${Le(e)}`;return J`<progress class="clock ${e.level}" max="1" value=${e.share.toFixed(2)} aria-label=${t} title=${t}></progress>`}var Ce=(e,t)=>t-Date.parse(e)<6e4?S("thread.waited_now"):S("thread.waited",{time:F(e,t)}),De=["mine","unassigned","open"];var Ne={row:72,head:34},Oe={row:76,head:38};function Re({desk:e,unseen:t,order:n,here:a,focusRow:s,laid:o,stretch:i}){return{pill:()=>{e.ticks.list.value;let l=t(),r=new Set(n()),c=e.list.waiting+l.filter(t=>r.has(t)||!e.list.has(t)).length;if(!c)return ee;let d=l.length>0&&(o().sections.find(e=>e.key===l[0])?.top??1/0)>i.value.top;return J`<button class="new-pill" @click=${async()=>{e.list.release();let[t]=l;return t?(await e.moreUntil(()=>e.list.has(t)),requestAnimationFrame(()=>requestAnimationFrame(()=>s(t)))):a.scroller?.scrollTo(0,0)}}>${M(d?"arrow-down":"arrow-up",14)} ${T("inbox.new",c)}</button>`}}}function Fe(e,o,l,r){let d={focused:null,scroller:null,hover:null,lastAt:0,known:{},walked:null},{stretch:b,laid:$,arrived:h,onScroll:m,unseen:f}=function({ui:e,desk:t,here:n}){let a=Z({top:0,height:900}),s=new Set,o=()=>e.phone.value?Oe:Ne,i=()=>{let[e,a,s]=[t.list.shown,"open"===t.list.view&&"waiting"===t.list.sort&&null===t.list.label,o()];return(n.known.shown!==e||n.known.grouped!==a||n.known.tall!==s)&&(n.known={shown:e,grouped:a,tall:s,...u(e,a,s)}),n.known};return{stretch:a,laid:i,arrived:s,onScroll:()=>{if(!n.scroller)return;let{scrollTop:e,clientHeight:s}=n.scroller;(Math.abs(e-a.value.top)>80||s!==a.value.height)&&(a.value={top:e,height:s}),t.list.hold("scrolled",e>8);let{height:l}=i();l-e-s<12*o().row&&t.more()},unseen:()=>{let{top:n,height:o}=a.value;for(let a of s){let l=t.cache.rows.get(a),r=i().sections.find(e=>e.key===a),c=r&&r.top+r.height/2>n&&r.top+r.height/2<n+o&&e.sees("inbox")&&"visible"===document.visibilityState;(!l?.waiting_since||a===t.openId||c||!t.list.takes(l))&&s.delete(a)}return[...s]}}}({ui:o,desk:e,here:d}),{aimAt:g,showView:w,step:y,aimed:I,focusRow:A}=function({here:e,desk:t,stretch:n,laid:a}){let s=n=>{e.focused=n,t.touch("list")},o=o=>{e.walked={id:o,open:t.openId},s(o);let i=a().sections.find(e=>e.key===o);if(e.scroller&&i){let{scrollTop:t,clientHeight:a}=e.scroller;i.top<t?e.scroller.scrollTop=i.top-40:i.top+i.height>t+a&&(e.scroller.scrollTop=i.top+i.height-a+8),n.value={top:e.scroller.scrollTop,height:a}}e.scroller?.querySelector(`.row[data-id="${CSS.escape(o)}"]`)?.focus({preventScroll:!0})};return{aimAt:s,showView:a=>{e.scroller?.scrollTo(0,0),n.value={top:0,height:e.scroller?.clientHeight||900},s(null),t.showView(a)},step:n=>{let a=t.list.shown;if(0===a.length)return;let s=a.findIndex(n=>n.id===(e.focused??t.openId)),i=s>=0?s+n:n>0?e.lastAt:e.lastAt-1,l=Math.max(0,Math.min(a.length-1,i));e.lastAt=l,o(a[l].id),l>a.length-12&&t.more()},aimed:()=>{let n=document.activeElement?.closest(".list-scroll .row")?.dataset.id;return n&&e.walked?.id===n&&e.walked.open===t.openId?n:null},focusRow:o}}({here:d,desk:e,stretch:b,laid:$}),{choosing:E,order:z,all:q,chooseAll:P,endChoosing:j,nextTo:W}=function({desk:e}){let t=Z(!1),n=()=>e.list.shown.map(e=>e.id);return{choosing:t,order:n,all:()=>null===e.list.page.cursor?n().length:null===e.list.label?e.cache.counts?.[e.list.view]??null:null,chooseAll:async()=>{t.value=!0,await e.moreUntil(()=>n().length>=200),e.selection.all(n())},endChoosing:()=>{t.value=!1,e.selection.clear()},nextTo:e=>{let t=n(),a=t.indexOf(e);return a<0?null:t[a+1]??t[a-1]??null}}}({desk:e}),{pointed:Y,onClick:G,onOver:Q,onEnter:ne,onLeave:se}=function({desk:e,choosing:t,ui:a,here:s,open:o,aimAt:i,order:l}){let r=Z(null);return{pointed:r,onClick:r=>{let c=r.target,d=c.closest(".place")?.dataset.id;if(!d)return;let u=c.closest("[data-action]");if(u)return((t,a)=>{let{action:s}=a.dataset;"take"===s?k(e,[t],"assign",{agent_id:e.agent.id}):"snooze"===s?n(e,a,[t]):k(e,[t],"close"===s?"close":"reopen")})(d,u);let p=c.closest(".row-check");return p||(e=>e.target.closest?.(".row"))(r)&&!r.ctrlKey&&!r.metaKey&&!r.button?(r.preventDefault(),r.shiftKey||p||t.value&&a.phone.value?(i(d),void(r.shiftKey?e.selection.range(d,l()):e.selection.toggle(d))):(s.focused=d,void o(d))):void 0},onOver:t=>{clearTimeout(s.hover);let n=t.target.closest(".place")?.dataset.id;"mouse"===t.pointerType&&(r.value=n??null),n&&(s.hover=setTimeout(()=>e.threads.prefetch(n),120))},onEnter:t=>"mouse"===t.pointerType&&e.list.hold("pointer",!0),onLeave:()=>{clearTimeout(s.hover),r.value=null,e.list.hold("pointer",!1)}}}({desk:e,choosing:E,ui:o,here:d,open:l,aimAt:g,order:z}),{viewsMenu:oe,sortMenu:ie,filterMenu:le,countOf:re,again:ce}=function({desk:e,showView:t,choosing:n,here:a,aimAt:s,edit:o}){let i=t=>e.cache.counts?.[t]??"",l=(n,a)=>({label:n,items:e.views.all.filter(e=>e.shared===a&&!_(e.filter)).map(n=>{let a=n.id;return n.filter?{label:n.name,hint:String(i(a)),checked:a===e.list.view,run:()=>t(a)}:{label:n.name,hint:S("inbox.view_broken"),mark:J`<span class="failed">${M("circle-alert")}</span>`,run:o}})}),r=t=>{a.scroller?.scrollTo(0,0),s(null),e.arrangeBy(t)};return{viewsMenu:a=>{let s=K.filter(t=>"snoozed"!==t&&"bot"!==t||t===e.list.view||i(t));R(a.currentTarget,S("inbox.views"),[{items:s.map(n=>({label:S(`inbox.view_${n}`),hint:String(i(n)),checked:n===e.list.view,run:()=>t(n)}))},l(S("inbox.views_team"),!0),l(S("inbox.views_own"),!1),{items:[{label:S("inbox.views_edit"),mark:M("list-filter"),run:o},{label:S("inbox.choose_many"),hint:"X",mark:M("list-checks"),run:()=>n.value=!0}]}])},sortMenu:t=>R(t.currentTarget,S("inbox.sort"),[{items:["waiting","newest","due"].map(t=>({label:S(`inbox.sort_${t}`),checked:e.list.sort===t,run:()=>r({sort:t})}))}]),filterMenu:({currentTarget:t})=>v.use(({openPicker:n})=>n(t,{label:S("inbox.filter"),placeholder:S("thread.labels_find"),nothing:S("thread.labels_none"),options:t=>e.labels.search(t).map(t=>({id:t.id,label:t.name,mark:J`<i class="label-dot series-${e.labels.colour(t.name)}"></i>`,checked:e.list.label===t.name})),choose:t=>r({label:t.label===e.list.label?null:t.label})}),e.failed),countOf:i,again:r}}({desk:e,showView:w,choosing:E,here:d,aimAt:g,edit:r}),{body:de,emptyWords:ue}=function({desk:e,ui:t,laid:n,stretch:a,here:s,choosing:o,pointed:l}){let r=()=>J`<div class="skeletons" aria-hidden="true">
${[0,1,2].map(e=>J`<div class="skeleton fade-${e}"><i></i><b></b><b></b></div>`)}
</div>`;return{body:()=>{let{sections:r,height:d}=n(),{top:u,height:b}=a.value,$=p(r,u-360,u+b+360),h=t.now.value,m=e.list.page.cursor?-1:e.list.shown.length,f=s.focused??e.openId??e.list.shown[0]?.id,v=e.list.shown.some(e=>e.id===f)?f:e.list.shown[0]?.id;return J`<div class="list-space ${o.value||e.selection.size?"choosing":""}" .style=${`height:${d}px`}>
${c($.filter(e=>"head"===e.kind),e=>e.key,t=>"head"===t.kind&&J`<h3 class="group-head" .style=${`transform:translateY(${t.top}px)`}>
${S(`inbox.group_${t.group}`)} <span class="count">${(t=>{let n=e.cache.counts;if(!n)return"";let[a,s]=[n.open??0,n.waiting??0];return"us"===t?s:a-s})(t.group)}</span>
</h3>`)}
<div role="list" aria-label=${S("inbox.list")}>
${c($.filter(e=>"row"===e.kind),e=>e.key,t=>{let n="row"===t.kind&&e.cache.rows.get(t.id);if(!n||"row"!==t.kind)return ee;let a=e.selection.has(n.id);return J`<div
class="place ${a?"chosen":""}"
data-id=${n.id}
role="listitem"
aria-setsize=${m}
aria-posinset=${t.index+1}
.style=${`transform:translateY(${t.top}px)`}
>
${function(e,t,n){let a=t.id===e.openId&&e.reading?0:t.unread,s=t.agent_id?{id:t.agent_id,name:e.agentName(t.agent_id)??""}:null,o=Me(t,n.now),l=e.presence.writing(t.id).find(t=>"agent"===t.member.kind&&t.member.id!==e.agent.id);return J`<a
class="row ${a>0?"unread":""}"
href="/inbox/${t.id}"
data-id=${t.id}
aria-current=${n.open?"true":"false"}
tabindex=${n.focus?0:-1}
>
${B(t.contact,J`<span class="channel">${i(t.channel)}</span>${t.online?J`<i class="presence on"></i>`:ee}`)}
<span class="row-name"><span class="name">${L(t.contact)}</span>${t.online?J`<span class="hidden">${S("agent.state_online")}</span>`:ee}${D(t.contact)?N(!0):ee}</span>
<span class="row-wait">${function(e,t,n){if("broken"===n?.level)return J`<span class="late">${Le(n)}</span>`;if("closed"===e.state)return J`<span>${V(e.updated_at,t)}</span>`;if(e.waiting_since){let n=F(e.waiting_since,t);return J`<span title=${U(e.waiting_since)}><span class="hidden">${S("inbox.waits")} </span>${n}</span>`}return J`<span title=${U(e.updated_at)}>${V(e.updated_at,t)}</span>`}(t,n.now,o)}</span>
<span class="row-last">${function(e,t){let n=e.unsentOf(t.id),a=n.find(e=>"failed"===e.state);if(a)return J`<span class="failed" role="img" aria-label=${S("inbox.failed")}>${M("circle-alert",14)}</span> ${ae(a.content)}`;let s=e.presence.writing(t.id).find(e=>"visitor"===e.member.kind);if(s)return J`<span class="typing">${O}</span> ${s.preview??J`<span>${S("inbox.typing")}</span>`}`;let o=t.id===e.openId?null:e.drafts.of(t.id);if(o)return J`<span class="draft">${S("inbox.draft")}</span> ${o}`;let i=n.at(-1);if(i)return S("inbox.you",{text:ae(i.content)??""});let l=t.last_message;if(!l)return S("inbox.no_message");let r=te(l.text,l.media_type,l.sender.kind)??S("thread.recalled");return l.note?J`<span class="quiet">${S("inbox.note")}</span> ${r}`:"visitor"===l.sender.kind?r:l.sender.id===e.agent.id?S("inbox.you",{text:r}):S("inbox.by",{name:l.sender.name??e.agentName(l.sender.id)??"",text:r})}(e,t)}</span>
${X(t)&&t.id!==e.openId?J`<span class="pill pill-mention" role="img" aria-label=${S("inbox.mentioned")} title=${S("inbox.mentioned")}>@</span>`:ee}
${a>0?J`<span class="pill"><span aria-hidden="true">${a>99?"99+":a}</span
><span class="hidden">${T("inbox.unread",a)}</span></span>`:ee}
<span class="row-facts">${function(e,t,n){if(t.labels.length>0){let n=t.labels.length-2;return J`${t.labels.slice(0,2).map(t=>J`<span class="row-label"><i class="label-dot series-${e.labels.colour(t)}"></i>${t}</span>`)}${n>0?J`<span>+${n}</span>`:ee}`}if("closed"===t.state)return S("inbox.state_closed");if("snoozed"===t.state){let e=t.snoozed_until?x(t.snoozed_until,n):S("thread.snooze_reply");return J`${M("alarm-clock",12)} <span title=${S("inbox.state_snoozed")}>${e}</span>`}return"bot"===t.state?J`${M("bot",12)} ${S("common.state_bot")}`:t.agent_id?ee:S("inbox.unassigned")}(e,t,n.now)}</span>
<span class="row-who">
${l?J`<span class="writing-colleague">${O}</span>`:ee}
${s?.name?J`${C(s,"tiny")}<span class="hidden">${S("inbox.assigned_to",{name:s.name})}</span>`:ee}
${Be(o)}
</span>
</a>`}(e,n,{now:h,index:t.index,count:m,focus:v===n.id,open:e.openId===n.id})}
${a||l.value===n.id||o.value||e.selection.size?J`<button class="row-check" role="checkbox" tabindex="-1" aria-checked=${a} aria-label=${S("inbox.choose_one",{name:L(n.contact)})}>
<i>${M("check",14)}</i>
</button>`:ee}
${l.value===n.id?function(e,t){let n=L(e.contact),a=(e,t,a)=>J`<button class="icon-button" tabindex="-1" data-action=${e} aria-label=${`${S(a)} · ${n}`} title=${S(a)}>${M(t,16)}</button>`;return"closed"===e.state?J`<span class="row-tools">${a("reopen","rotate-ccw","thread.reopen")}</span>`:J`<span class="row-tools">
${e.agent_id===t?ee:a("take","user-plus","inbox.key_take")} ${a("snooze","alarm-clock","thread.snooze")}
${a("close","check","thread.close")}
</span>`}(n,e.agent.id):ee}
</div>`})}
</div>
</div>`},emptyWords:()=>{let n=e.list.page;return n.failed&&!n.loaded?J`<p class="list-note" role="alert">
${S("inbox.list_failed")} <button class="text-button" @click=${e.retryList}>${S("common.retry")}</button>
</p>`:n.loaded?null!==e.list.label?J`<p class="list-note">${S("inbox.empty_label",{name:e.list.label})}</p>`:0===e.cache.counts?.all?J`<h3 class="lone-head">${S("inbox.group_us")} <span class="count">0</span></h3>${t.phone.value?_e(e):r()}`:J`<p class="list-note">${S(`inbox.empty_${H(e.list.view)?"saved":e.list.view}`)}</p>`:r()}}}({desk:e,ui:o,laid:$,stretch:b,here:d,choosing:E,pointed:Y}),{bulk:pe,header:be}=function({desk:e,viewsMenu:o,sortMenu:i,filterMenu:l,showView:r,countOf:c,again:d,all:u,choosing:p,chooseAll:b,endChoosing:$}){let h=()=>e.selection.size>=200&&null!==e.list.page.cursor;return{bulk:()=>{let o=e.selection.size;if(0===o&&!p.value)return ee;let i=e.list.view,l=(e,t,n,a,s)=>J`<button class="bulk-action" ?disabled=${0===o} aria-haspopup=${s?"menu":ee} @click=${a}>
${M(e,18)}<span>${S(t)} <kbd class="no-phone" aria-hidden="true">${n}</kbd></span>
</button>`;return J`<div class="bulk" role="toolbar" aria-label=${S("inbox.bulk")}>
<p>
<b role="status">${e.selection.whole?S("inbox.whole"):T("inbox.chosen",o)}</b>
${e.selection.whole?ee:J`<button class="text-button" @click=${()=>h()?e.selection.takeWhole():b()}>${(()=>{if(h())return S("inbox.choose_whole");let e=u();return null===e?S("inbox.choose_every"):e>200?S("inbox.choose_first",{count:200}):S("inbox.choose_all",{count:e})})()}</button>`}
<button class="text-button" @click=${$}>${S("inbox.choose_none")}</button>
</p>
<div>
${l("user-plus","inbox.bulk_assign","A",n=>t(e,n.currentTarget),!0)}
${l("tag","inbox.bulk_label","T",t=>s(e,t.currentTarget),!0)}
${"closed"===i?l("rotate-ccw","thread.reopen","E",()=>k(e,e.selection.ids,"reopen"),!1):J`${l("alarm-clock","thread.snooze","Z",t=>n(e,t.currentTarget),!0)}
${l("flag","thread.priority","P",t=>a(e,t.currentTarget),!0)}
${l("check","thread.close","E",()=>k(e,e.selection.ids,"close"),!1)}`}
</div>
</div>`},header:()=>{let t=e.list.view,n=c("bot")?[...De,"bot"]:[...De],a=n.includes(t)?n:[...n,t];return J`<header class="list-head">
<h2>
<button class="title-button" aria-haspopup="menu" aria-expanded="false" @click=${o}>
${S("rail.inbox")}${M("chevron-down",18)}
</button>
<span class="list-tools">
<button
class="icon-button"
aria-haspopup="menu"
aria-expanded="false"
aria-label=${`${S("inbox.sort")} · ${S(`inbox.sort_${e.list.sort}`)}`}
title=${S(`inbox.sort_${e.list.sort}`)}
@click=${i}
>
${M("arrow-up-down",18)}
</button>
<button class="icon-button" aria-haspopup="dialog" aria-expanded="false" aria-label=${S("inbox.filter")} title=${S("inbox.filter")} @click=${l}>
${M("list-filter",18)}
</button>
</span>
</h2>
<div class="pills" role="group" aria-label=${S("inbox.views")}>
${a.map(n=>J`<button class="view-pill" aria-pressed=${n===t} @click=${()=>r(n)}>
${H(n)?e.views.get(n)?.name:S(`inbox.view_${n}`)} <span class="count">${c(n)}</span>
</button>`)}
</div>
${null===e.list.label?ee:J`<p class="list-filter">
<span class="chip"><i class="chip-dot series-${e.labels.colour(e.list.label)}"></i>${e.list.label}</span>
<button class="text-button" @click=${()=>d({label:null})}>${S("inbox.filter_off")}</button>
</p>`}
</header>`}}}({desk:e,viewsMenu:oe,sortMenu:ie,filterMenu:le,showView:w,countOf:re,again:ce,all:q,choosing:E,chooseAll:P,endChoosing:j});return{step:y,bulk:()=>(e.ticks.list.value,pe()),choose(t){let n=d.focused??e.openId??e.list.shown[0]?.id;n&&(t?e.selection.range(n,z()):e.selection.toggle(n))},chooseAll:P,nextTo:W,get aimed(){return I()},arrived(t){h.add(t),e.touch("list")},endChoosing:()=>!(!E.value&&0===e.selection.size||(j(),0)),prefetchAfter:t=>{let n=e.list.shown.findIndex(e=>e.id===t);if(!(n<0)){d.lastAt=n;for(let t of e.list.shown.slice(n+1,n+1+2))e.threads.prefetch(t.id)}},rest:se,focusRow:A,showView:w,get focused(){return d.focused},focusOpen(){e.list.shown.some(t=>t.id===e.openId)?A(e.openId??""):document.getElementById("thread-title")?.focus()},attach(e){d.scroller=e,e.addEventListener("scroll",m,{passive:!0}),e.addEventListener("click",G),e.addEventListener("pointerover",Q),e.addEventListener("pointerenter",ne),e.addEventListener("pointerleave",se),new ResizeObserver(m).observe(e)},header:()=>(e.ticks.list.value,be()),body:()=>(e.ticks.list.value,e.list.shown.length?de():ue()),...Re({desk:e,unseen:f,order:z,here:d,focusRow:A,laid:$,stretch:b})}}var Pe=e=>e?`/inbox/${encodeURIComponent(e)}`:"/inbox";Y("inbox",function(c){let u=$(c),{app:p,thread:v}=u,{desk:x,ui:y}=p,_=function({me:e,ui:t}){let n=document.createElement("main");return n.id="inbox",n.className="room",n.dataset.pane="list",ne(J`<h1 class="hidden" tabindex="-1">${S("rail.inbox")} · ${e.shop.name}</h1>
<section class="list" aria-label=${S("rail.inbox")}>
<div class="list-top"></div>
<div class="list-pill"></div>
<div class="list-scroll"></div>
<div class="list-line"></div>
<div class="list-first"></div>
<div class="list-bulk"></div>
</section>
<div class="sheet"></div>
<div class="scrim" @click=${()=>t.details.set(!1)}></div>
<section class="details" aria-label=${S("thread.details")}></section>`,n),n}(p),A=e=>_.querySelector(`.${e}`),E=function({app:e,conversation:{composer:t},list:n}){let{desk:a,ui:s,shell:o}=e;return(i,l)=>{if(t.flush(),a.show(i),s.tab.value="reply",!l){let t=()=>{I({from:"inbox"},Pe(i)),e.moved()};s.narrow.value?t():(t=>{e.schedule(()=>setTimeout(()=>s.sees("inbox")&&t()))})(t)}s.narrow.value&&s.details.set(!1),i&&o.visited(i),i&&setTimeout(()=>i===a.openId&&n().prefetchAfter(i),400),i&&s.phone.value&&requestAnimationFrame(()=>document.getElementById("thread-title")?.focus())}}({app:p,conversation:u,list:()=>q}),q=Fe(x,y,e=>E(e),()=>{p.router.go("/settings/views")}),B=function({app:e,place:a,conversation:s,list:r,open:c}){let{desk:u,ui:p,shell:$,storage:v,me:g}=e,k=g.rights.includes("ticket"),w=()=>{history.state?.from?history.back():c(null)},x=t=>{let{row:n}=u;n&&R(t,S("inbox.more"),[{items:[...k?[{label:S("inbox.to_ticket"),mark:M("ticket"),run:()=>d(e,n.id)}]:[],...b(u,n)?[{label:S("inbox.key_bot"),hint:"B",mark:M("bot"),run:()=>h(e,n.id)}]:[],...u.may("merge")?[{label:S("inbox.key_merge"),mark:M("git-merge"),run:()=>m(e,n.id,"more")}]:[]]}])},y={room:"inbox",place:a("sheet"),head:()=>function(e,a,s,r){let c=e.row,d="closed"===c?.state,u=d&&""!==f(e),p=c?.agent_id?{id:c.agent_id,name:e.agentName(c.agent_id)??"?"}:null,b=p?S("inbox.assigned_to",{name:p.name}):S("inbox.unassigned"),$=c?Me(c,a.now.value):null,h=c?[o(c.channel),d?S("inbox.state_closed"):"bot"===c.state?S("common.state_bot"):c.waiting_since?Ce(c.waiting_since,a.now.value):S("thread.not_waiting"),...c.priority&&"normal"!==c.priority?[S(`thread.is_${c.priority}`)]:[]]:[];return J`<header class="thread-head">
<button class="icon-button only-phone" aria-label=${S("common.back")} @click=${s}>${M("chevron-left",24)}</button>
<div class="thread-who">
<h2 id="thread-title" tabindex="-1">
<span class="name">${c?L(c.contact):""}</span>${c&&D(c.contact)?N(!0):ee}
</h2>
<p>${c?J`<span class="no-phone">${i(c.channel)} </span>${h.join(" · ")} ${Be($)} ${$?J`<span class=${"broken"===$.level?"late":""}>${Le($)}</span>`:ee}`:J`&nbsp;`}</p>
</div>
${c?J`<span class="no-phone">${l(e,c.id)}</span>`:ee}
${c?J`<button
class="assign-button no-phone"
id="assign"
aria-haspopup="menu"
aria-expanded="false"
aria-label=${S("thread.assign_now",{who:b})}
title=${`${b} · A`}
@click=${n=>t(e,n.currentTarget,[c.id])}
>
${p?C(p,"small"):M("user-plus",18)}${M("chevron-down",14)}
</button>
${d?ee:J`<button
class="icon-button"
id="snooze"
aria-haspopup="menu"
aria-expanded="false"
aria-label=${S("thread.snooze")}
title=${`${S("thread.snooze")} · Z`}
@click=${t=>n(e,t.currentTarget,[c.id])}
>
${M("alarm-clock",a.phone.value?24:18)}
</button>`}
${u?ee:d?J`<button class="button no-phone" @click=${()=>e.reopen(c.id)}>
${M("rotate-ccw")}<span>${S("thread.reopen")}</span>
</button>`:J`<button class="button no-phone" aria-keyshortcuts="e" @click=${()=>e.close(c.id)}>
${M("check")}<span>${S("thread.close")}</span><kbd aria-hidden="true">E</kbd>
</button>`}
${u?ee:J`<button
class="icon-button only-phone"
aria-label=${S(d?"thread.reopen":"thread.close")}
@click=${()=>d?e.reopen(c.id):e.close(c.id)}
>
${M(d?"rotate-ccw":"check",24)}
</button>`}
${r?J`<button class="icon-button" id="more" aria-haspopup="menu" aria-expanded="false" aria-label=${S("inbox.more")} title=${S("inbox.more")} @click=${e=>r(e.currentTarget)}>${M("ellipsis",a.phone.value?24:18)}</button>`:ee}
<button
class="icon-button"
id="details-toggle"
aria-label=${S("thread.details")}
title=${`${S("thread.details")} · I`}
aria-expanded=${a.details.open?"true":"false"}
@click=${()=>a.details.toggle()}
>
<span class="no-phone">${M("panel-right",18)}</span><span class="only-phone">${M("info",24)}</span>
</button>`:ee}
</header>`}(u,p,w,k||u.may("merge")||b(u,u.row)?x:null),empty:()=>_e(u),leave:()=>c(null)};return r.attach(a("list-scroll")),function(e,t,n){let a=Number(n?.getItem(Ie))||Ee,s=document.createElement("div");s.className="list-edge no-phone",s.tabIndex=0,s.setAttribute("role","separator"),s.setAttribute("aria-orientation","vertical"),s.setAttribute("aria-label",S("inbox.edge")),s.setAttribute("aria-valuemin",String(Ae)),s.setAttribute("aria-valuemax",String(Se)),t.append(s);let o=t=>{a=Math.round(Math.max(Ae,Math.min(Se,.45*innerWidth,t))),e.style.setProperty("--list",`${a}px`),s.setAttribute("aria-valuenow",String(a))},i=()=>{try{n?.setItem(Ie,String(a))}catch{}};s.addEventListener("keydown",e=>{let t={ArrowLeft:a-20,ArrowRight:a+20,Home:Ae,End:Se}[e.key];void 0!==t&&(e.preventDefault(),o(t),i())}),s.addEventListener("dblclick",()=>{o(Ee),i()}),s.addEventListener("pointerdown",e=>{e.preventDefault(),s.setPointerCapture(e.pointerId);let t=e.clientX-a,n=e=>o(e.clientX-t);s.addEventListener("pointermove",n),s.addEventListener("lostpointercapture",()=>(s.removeEventListener("pointermove",n),i()),{once:!0})}),o(a)}(a("list").parentElement,a("list"),v),z(a("list-top"),r.header),z(a("list-pill"),r.pill),z(a("list-bulk"),r.bulk),z(a("list-first"),function(e,t){let n=Z(null);return()=>{e.ticks.frame.value;let{shown:a,demo:s,work:o,removeDemo:i}=e.firstSteps;return J`${s&&!a?J`<p class="demo-line">
${M("info")}<span>${S("inbox.demo_there")}</span
><button class="text-button" aria-busy=${"removing"===o} @click=${i}>${S("removing"===o?"inbox.demo_removing":"inbox.demo_remove")}</button>
</p>`:ee}
${a?(()=>{let{steps:a,left:s,demo:o,work:i,removeDemo:l}=e.firstSteps,r="removing"===i,c=n.value??(!t.phone.value&&0===e.cache.counts?.all);return J`<section class="first-steps" aria-labelledby="first-steps-title">
<header>
${((e,t)=>J`<span class="steps-ring" aria-hidden="true"
><svg viewBox="0 0 36 36" width="36" height="36"><circle cx="18" cy="18" r="15" /><circle class="steps-ring-done" cx="18" cy="18" r="15" stroke-dasharray="${ze*e/t} ${ze}" /></svg><b>${e}/${t}</b></span
>`)(a.length-s,a.length)}
<div>
<h2 id="first-steps-title">${T("inbox.steps_left",s)}</h2>
<button class="text-button quiet" aria-expanded=${c} aria-controls="first-steps-list" @click=${()=>n.value=!c}>
${S(c?"inbox.steps_fold":"inbox.steps_unfold")}
</button>
${o?J` · <button class="text-button quiet" aria-busy=${r} @click=${l}>${S(r?"inbox.demo_removing":"inbox.demo_remove_all")}</button>`:ee}
</div>
<button class="icon-button" aria-label=${S("inbox.steps_dismiss")} title=${S("inbox.steps_dismiss")} @click=${e.firstSteps.dismiss}>${M("x")}</button>
</header>
<ul id="first-steps-list" ?hidden=${!c}>
${a.map(qe)}
</ul>
</section>`})():ee}`}}(u,p)),z(a("list-line"),function({desk:e,notices:t}){let n=(e,t,n)=>J`<div class="list-notice" role="status">
${M(e,18)}<span>${t}</span><span class="list-notice-steps">${n}</span>
</div>`;return()=>(e.ticks.frame.value,"owner"!==e.agent.role&&"admin"!==e.agent.role||!se(e.agents)?t.hint.value?n("volume-2",S("notify.blocked"),J`<button class="text-button" @click=${()=>t.bell.wake()}>${S("notify.unblock")}</button>`):t.offer.value?n("bell",S("notify.offer"),J`<button class="text-button" @click=${t.allow}>${S("notify.allow")}</button
><button class="text-button quiet" @click=${t.notNow}>${S("notify.not_now")}</button>`):ee:n("users",S("notify.nobody_online"),J`<button class="text-button" @click=${()=>e.setAvailability("online")}>${S("notify.go_online")}</button>`))}({desk:u,notices:$.notices})),z(a("list-scroll"),r.body),s.lodge(y),z(a("details"),()=>s.isAt(y)?ye(u,p,e=>c(e)):null),y}({app:p,place:A,conversation:u,list:q,open:E});(function({app:e,root:t,place:n}){let{desk:a,ui:s}=e,o=null;G(()=>{a.ticks.thread.value;let i="inbox"===s.room.value,l=!!a.openId&&s.details.open,r=i&&l&&s.narrow.value,c="true"===t.dataset.drawer;t.dataset.pane=a.openId?"thread":"list",t.dataset.details=String(l),t.dataset.drawer=String(r);for(let e of["list","sheet"])n(e).inert=r;n("details").inert=!l,e.rail.inert=r&&i,i&&(document.body.dataset.alone=String(!!a.openId)),r&&!c?(o=document.activeElement,history.pushState({...history.state,drawer:!0},""),requestAnimationFrame(()=>document.getElementById("details-title")?.focus())):!r&&c&&(o?.focus(),history.state?.drawer&&history.back())})})({app:p,root:_,place:A}),p.shell.addActions("inbox",function({app:o,root:i,place:l,conversation:{composer:c},list:u,open:p}){let{desk:$,ui:f,me:v}=o,x=e=>0===$.selection.size&&(u.aimed?document.activeElement:document.getElementById(e))||l("list-bulk").querySelector(".bulk")||l("list-top").querySelector(".title-button"),y=()=>0===$.selection.size&&u.aimed?[u.aimed]:g($);return e({desk:$,ui:f,list:u,composer:c,open:p,back:()=>{if("true"===i.dataset.drawer)f.details.set(!1);else{if(u.endChoosing())return;if(document.activeElement?.closest(".composer"))u.focusOpen();else if(history.state?.from&&"inbox"!==history.state.from)history.back();else if($.openId){let e=$.openId;p(null),requestAnimationFrame(()=>u.focusRow(e))}}},perform:(e,t)=>{let n=0===$.selection.size?u.aimed:null,a=n&&n!==$.openId&&u.nextTo(n),s=k($,y(),e,t);return a&&requestAnimationFrame(()=>document.activeElement===document.body&&u.focusRow(a)),s},closeNext:()=>{let[e]=y(),t=u.nextTo(e);k($,[e],"close"),p(t),t&&u.focusRow(t)},assign:()=>t($,x("assign"),y()),handOver:()=>{w($,x("assign"),y())},prioritize:()=>a($,x("assign"),y()),snooze:()=>n($,x("snooze"),y()),label:()=>s($,x("labels"),y()),macro:()=>r($,x("composer-text"),y()),print:()=>{window.open(`/print/${y()[0]}`,"_blank","noopener")},merge:()=>m(o,y()[0],"more"),giveToBot:()=>h(o,y()[0]),mayGetBot:e=>b($,e),toTicket:v.rights.includes("ticket")?()=>{d(o,y()[0])}:null})}({app:p,root:_,place:A,conversation:u,list:q,open:E})),G(()=>{x.ticks.thread.value;let e="inbox"===y.room.value&&u.isAt(B)?x.row?.ticket?.name:null;e&&queueMicrotask(()=>y.sees("inbox")&&x.row?.ticket?.name===e&&void p.router.go(`/tickets/${encodeURIComponent(e)}${location.search}`))}),document.addEventListener("visibilitychange",()=>"visible"===document.visibilityState&&y.sees("inbox")&&x.firstSteps.looked()),p.setInbox({open:E,arrived:e=>q.arrived(e),next:()=>{q.step(1),q.focused&&E(q.focused)},toTeam:e=>x.openId&&void w(x,document.getElementById("assign")??document.getElementById("thread-title"),[x.openId],{team_id:e}),showView:e=>{y.phone.value&&E(null),q.showView(e)}});let O=!1,F=!1;return{root:_,title:()=>`${S("rail.inbox")} · ${p.me.shop.name}`,heading:()=>_.querySelector("h1"),address:()=>Pe(x.openId),show({inner:e,url:t}){u.lodge(B);let n=t.searchParams.get("view");("mentions"===n||"bot"===n||H(n??""))&&(O?q.showView(n):x.list.show(n)),O?F||x.firstSteps.looked():x.startList();let a=O&&F,s=Number(t.searchParams.get("at"));e&&s>0&&v.goTo(e,s),O&&e===x.openId?a&&y.narrow.value&&y.details.set(!1):E(e,!0),e&&t.searchParams.has("who")&&y.details.set(!0),O=!0,F=!0,x.view(x.openId),v.markRead()},hide(){F=!1,u.rest(),q.rest(),y.narrow.value&&y.details.set(!1),p.rail.inert=!1}}});
