import{a as e}from"./with-inbox-actions.js";import{I as t,J as n,K as a,L as s,M as o,ca as i,da as l,ea as r,fa as c,h as d,l as u,p,q as h,r as $,u as b,w as m,x as f,y as v,z as g}from"./thread.js";import{$ as k,Da as w,E as x,G as y,H as _,I,J as A,K as S,Ka as E,L as T,N as z,O as q,P as M,Q as L,R as C,S as D,T as B,U as N,W as O,X as R,_ as F,ba as K,c as P,ca as V,d as j,da as U,e as H,ea as W,k as X,m as J,r as Y,t as Z,ta as G,u as Q,ua as ee,v as te,ya as ne}from"./app.js";var ae=[1,7,30,0],se=null;function oe(e){se=null,e.touch("details"),requestAnimationFrame(()=>document.getElementById("block")?.focus())}var ie=null;async function le(e,t,n){let a=ie;if(!a||a.busy||a.name!==t)return;let s=a.text.trim();if(s===(n??""))return re(e);a.busy=!0,a.wrong=await e.changeContact({[t]:s||null}),a.busy=!1,ie===a&&(a.wrong?(e.touch("details"),requestAnimationFrame(()=>document.getElementById(`contact-${t}`)?.focus())):re(e))}function re(e,t=!1){let n=ie?.name;ie=null,e.touch("details"),t&&requestAnimationFrame(()=>document.getElementById(`edit-${n}`)?.focus())}function ce(e,t,n){ie={contact:e.contact?.id??"",name:t,text:n??"",wrong:null,busy:!1},e.touch("details"),requestAnimationFrame(()=>document.getElementById(`contact-${t}`)?.select())}function de(e,t,n){let a=A("contact.change",{what:A(`contact.field_${t}`).toLowerCase()});return Y`<button class="icon-button edit-button" id="edit-${t}" aria-label=${a} title=${a} @click=${()=>ce(e,t,n)}>
${z("pencil-line",14)}
</button>`}var ue=(e,t)=>ie?.name===t&&ie.contact===e.contact?.id;function pe(e,t,n,a,s=null,o={}){let i=e.contact?.id??"",l=A(`contact.field_${n}`),r=ie?.contact===i&&ie.name===n?ie:null,c=s=>{s.isComposing||229===s.keyCode||("Escape"===s.key?(s.stopPropagation(),re(e,!0)):"Enter"===s.key&&(t||s.metaKey||s.ctrlKey)&&(s.preventDefault(),le(e,n,a)))};if(t&&!a&&!r)return Q;let d=r?(()=>{let s=r?.wrong,o=s&&(I(`contact.wrong_${n}`)&&"invalid"===s?A(`contact.wrong_${n}`):A(I(`error.${s}`)?`error.${s}`:"error.unexpected",{seconds:0})),i=e=>r&&(r.text=e.target.value),d=()=>le(e,n,a),u=t?Y`<input id="contact-${n}" class="edit-field" aria-label=${l} aria-invalid=${!!s} aria-describedby=${s?`wrong-${n}`:Q} maxlength="254" .value=${x(r?.text??"")} @input=${i} @keydown=${c} @blur=${d} />`:Y`<textarea id="contact-${n}" class="edit-field" rows="4" aria-label=${l} aria-invalid=${!!s} aria-describedby=${s?`wrong-${n}`:Q} maxlength="2000" .value=${x(r?.text??"")} @input=${i} @keydown=${c} @blur=${d}></textarea>`;return Y`${u}${s?Y`<p class="failed edit-wrong" id="wrong-${n}" role="alert">${o}</p>`:Q}`})():a?Y`${s?Y`<a href=${s}>${a}</a>`:Y`<span class=${t?"":"note-lines"}>${a}</span>`}${o.mark??Q}${o.fixed?Q:de(e,n,a)}${o.below??Q}`:Y`<button class="text-button quiet" id="edit-${n}" @click=${()=>ce(e,n,a)}>${A("contact.add",{what:l.toLowerCase()})}</button>`;return t?Y`<div class="fact">
<dt title=${l}>${z(t,16)}<span class="hidden">${l}</span></dt>
<dd class="edit">${d}</dd>
</div>`:Y`<div class="edit-note">${d}</div>`}var he=new Intl.DisplayNames(_,{type:"language"}),$e=new Map;function be(e){try{return e?new URL(e).host:null}catch{return null}}var me=(e,t,n)=>n?Y`<div class="fact">
<dt title=${t}>${z(e,16)}<span class="hidden">${t}</span></dt>
<dd>${n}</dd>
</div>`:Q,fe=["name","email","phone"],ve=e=>A(e.verified?C(e)?"common.verified":"contact.id_verified":"contact.unverified");function ge(e,t){let{known:n}=e;return["team","said"].filter(a=>n[a][t]&&n[a][t]!==e[t]).map(e=>Y`<p class="fact-other">${A(`contact.by_${e}`,{text:n[e][t]??""})}</p>`)}function ke(e,t){let n=e.sources[t];return{fixed:"proven"===n,mark:"proven"===n?Y`<span class="verified" role="img" aria-label=${A("contact.proven")} title=${A("contact.proven")}>${z("badge-check",14)}</span>`:"said"===n&&e.verified?Y`<span class="fact-unproven">${A("contact.unproven")}</span>`:Q,below:ge(e,t)}}function we(e,t,n){e.ticks.details.value,e.ticks.thread.value;let a=t.now.value;if(e.turning)return Z;let s=e.row;if(!s)return Q;let{contact:o}=e,i=o?.data??null,l=i??s.contact,r={...s.contact,name:l.name,name_source:i?i.sources.name:s.contact.name_source},c=t.phone.value,d=i?function(e,t){let{device:n,time_zone:a}=e,s=n?[n.app,n.browser,n.os].filter(Boolean).join(" · "):"",o="";try{a&&(o=function(e){let t=$e.get(e)??new Intl.DateTimeFormat(_,{hour:"2-digit",minute:"2-digit",hourCycle:"h23",timeZone:e});return $e.set(e,t),t}(a).format(t))}catch{}return{device:s,local:o&&A("contact.local_time",{time:o})}}(i,a):{device:"",local:""},u=i?A("contact.since",{month:K(i.created_at,a)}):"";return Y`<div class="grip only-phone" aria-hidden="true"></div>
<section class="panel panel-who">
${M({id:s.contact.id,name:l.name})}
<div class="who">
<h2 class="who-name" id="details-title" tabindex="-1">
<span class="name">${q({...s.contact,name:l.name})}</span>${C(r)?D(!0):Q}${i?.name&&"proven"!==i.sources.name?de(e,"name",i.name):Q}
</h2>
<p>${[ve(r),u].filter(Boolean).join(" · ")}</p>
${i?ge(i,"name"):Q}
</div>
${t.narrow.value?Y`<button class="icon-button" aria-label=${A("common.close")} @click=${()=>t.details.set(!1)}>${z("x",20)}</button>`:Q}
${i?Y`<dl class="facts">
${ue(e,"name")?pe(e,"user","name",i.name):Q}
${pe(e,"mail","email",i.email,c?null:`mailto:${i.email}`,ke(i,"email"))}
${pe(e,"phone","phone",i.phone,c?null:`tel:${i.phone}`,ke(i,"phone"))}
${pe(e,"map-pin","city",i.city)} ${me("id-card",A("contact.user_id"),i.user_id)}
${me("languages",A("contact.language"),i.locale&&function(e){try{let{language:t,script:n}=new Intl.Locale(e).maximize();return he.of("zh"===t?`zh-${n}`:t)??e}catch{return e}}(i.locale))}
${me("monitor-smartphone",A("contact.device"),d.device)} ${me("clock",A("contact.clock"),d.local)}
</dl>`:Q}
<div class="who-labels">
${s.labels.map(t=>Y`<span class="chip"><i class="chip-dot series-${e.labels.colour(t)}"></i>${t}</span>`)}
<button
class="text-button quiet"
id="labels"
aria-haspopup="dialog"
aria-expanded="false"
title=${`${A("thread.labels")} · T`}
@click=${t=>g(e,t.currentTarget,[s.id])}
>
${z("plus",14)} ${A("thread.labels")}
</button>
${i?function(e,t){return["name","email","phone","city"].filter(n=>!t[n]&&!ue(e,n)).map(t=>Y`<button class="text-button quiet" id="edit-${t}" @click=${()=>ce(e,t,null)}>
${z("plus",14)} ${A(`contact.field_${t}`)}
</button>`)}(e,i):Q}
</div>
${((e,t)=>Y`<div class="tiles only-phone">
${t?.phone?Y`<a class="tile" href="tel:${t.phone}">${z("phone",20)}${A("contact.call")}</a>`:Q}
${t?.email?Y`<a class="tile" href="mailto:${t.email}">${z("mail",20)}${A("contact.mail")}</a>`:Q}
<button class="tile" aria-haspopup="menu" @click=${t=>m(e,t.currentTarget)}>
${z("user-plus",20)}${A("contact.hand_over")}
</button>
</div>`)(e,i)}
</section>
${"failed"===o?.phase?Y`<p class="panel-note" role="alert">
${A("contact.failed")}
<button class="text-button" @click=${()=>e.loadContact(!1)}>${A("common.retry")}</button>
</p>`:Q}
${i?Y`${((e,t,n)=>t.block?Y`<section class="panel">${function(e,t,n){let{reason:a,agent_id:s,blocked_at:o,until:i}=t.block,l=s?e.agentName(s):null,r=[l?A("contact.blocked_by",{name:l}):null,F(o,n),i?A("contact.blocked_until",{time:U(i)}):null];return Y`<div class="blocked" role="status">
${z("lock",16)}
<div>
<strong>${A("contact.blocked")}</strong>
${a?Y`<p>${a}</p>`:Q}
<p class="blocked-facts">${r.filter(Boolean).join(" · ")}</p>
</div>
${e.may("block")?Y`<button class="text-button" @click=${()=>e.unblock(t.id)}>${A("contact.unblock")}</button>`:Q}
</div>`}(e,t,n)}</section>`:Q)(e,i,a)}${function(e,t,n){if(!e.page)return Q;let{url:a,title:s,referrer:o,at:i}=e.page,l=be(o),r=[l&&l!==be(a)?A("contact.from",{host:l}):null,S("contact.visits",e.visits)];return Y`<section class="panel">
<div class="panel-head"><h3>${A(n?"contact.looking_at":"contact.looked_at")}</h3></div>
<p class="looking">
<i class="presence ${n?"on":""}"></i>
<span class="looking-title" title=${a}>${s||be(a)||a}</span>
</p>
<p class="looking-more"><span class="path" title=${a}>${function(e){try{let{pathname:t,search:n}=new URL(String(e));return t+n}catch{return e}}(a)}</span> · ${O(i??"",t)}</p>
<p class="looking-more">${r.filter(Boolean).join(" · ")}</p>
</section>`}(i,a,e.presence.customer(String(e.openId))??!!i.online)}${function(e,t,n){let a=[e.name,e.email,e.phone],s=Object.entries(e.attributes??{}).filter(([e,t])=>!(fe.includes(e.replace(/_\d+$/,""))&&a.includes(String(t)))),o=e.events??[];return Y`${s.length?Y`<section class="panel">
<div class="panel-head"><h3>${A("contact.attributes")}</h3><span>${A("contact.unproven")}</span></div>
<dl class="said">${s.map(([e,t])=>Y`<div><dt>${n[e]??(fe.includes(e)?A(`contact.field_${e}`):e)}</dt><dd>${(e=>"boolean"==typeof e?A(e?"contact.yes":"contact.no"):String(e))(((e,t)=>/^(consent|checkbox)(_\d+)?$/.test(e)&&/^(true|false)$/.test(String(t))?!0===t||"true"===t:t)(e,t))}</dd></div>`)}</dl>
</section>`:Q}${o.length?Y`<section class="panel">
<div class="panel-head"><h3>${A("contact.events")}</h3></div>
<dl class="said">
${o.map(e=>Y`<div><dt>${e.name}</dt><dd>${F(e.at,t)}</dd></div>`)}
</dl>
</section>`:Q}`}(i,a,e.formLabels)}${function(e,t,n,a){let s=t.conversations.filter(t=>t.id!==e.openId);return 0===s.length?Q:Y`<section class="panel">
<div class="panel-head"><h3>${A("contact.before")}</h3><span>${s.length}</span></div>
<ul class="earlier">
${s.map(e=>Y`<li>
<a
href="/inbox/${e.id}"
@click=${t=>{t.metaKey||t.ctrlKey||t.shiftKey||(t.preventDefault(),a(e.id))}}
>
${z(e.ticket?"ticket":"message-circle",16)}
<span class="earlier-text">${e.ticket?`${e.ticket.name} ${e.ticket.title}`:G(e.last_message?.text??null,e.last_message?.media_type,e.last_message?.sender?.kind)||A("inbox.no_message")}</span>
<span class="earlier-when">${F(e.updated_at,n)} · ${A(`common.state_${e.state}`)}</span>
</a>
</li>`)}
</ul>
</section>`}(e,i,a,n)}
<section class="panel">
<div class="panel-head"><h3>${A("contact.field_note")}</h3></div>
${pe(e,null,"note",i.note)}
</section>
<section class="panel">
<a class="text-button quiet" id="print" href="/print/${s.id}" target="_blank" rel="noopener" title=${`${A("contact.print")} · ⇧P`}>${A("contact.print")}</a>
</section>
${function(e,t){if(t.block||!e.may("block"))return Q;let n=se?.contact===t.id;return Y`<section class="panel">
${n?((e,t)=>Y`<form
class="block-form"
@submit=${n=>{n.preventDefault(),async function(e,t){let n=se;if(!n||n.busy)return;n.busy=!0;let a={reason:n.reason.trim()||null,until:n.days?new Date(Date.now()+864e5*n.days).toISOString():null},s=await e.block(t.id,{...a,addresses:n.address});n.busy=!1,s&&se===n&&oe(e)}(e,t)}}
@keydown=${t=>{"Escape"===t.key&&(t.stopPropagation(),oe(e))}}
>
<p>${A("contact.block_means")}</p>
<label for="block-reason">${A("contact.block_reason")}</label>
<input
id="block-reason"
class="edit-field"
maxlength=${200}
autocomplete="off"
.value=${x(se?.reason??"")}
@input=${e=>se&&(se.reason=e.target.value)}
/>
<label for="block-days">${A("contact.block_for")}</label>
<select id="block-days" class="edit-field" @change=${e=>se&&(se.days=Number(e.target.value))}>
${ae.map(e=>Y`<option value=${e} ?selected=${se?.days===e}>${A(`contact.block_days_${e}`)}</option>`)}
</select>
${t.address?Y`<label class="check"
><input
type="checkbox"
.checked=${x(se?.address??!1)}
@change=${e=>se&&(se.address=e.target.checked)}
/><span>${A("contact.block_address",{address:t.address})}</span></label
>`:Q}
<div class="block-does">
<button type="button" class="button quiet" @click=${()=>oe(e)}>${A("contact.block_cancel")}</button>
<button type="submit" class="button danger" aria-busy=${se?.busy??!1}>${A("contact.block")}</button>
</div>
</form>`)(e,t):Y`<button class="text-button quiet" id="block" @click=${()=>function(e,t){se={contact:t.id,days:0,reason:"",address:!1,busy:!1},e.touch("details"),requestAnimationFrame(()=>document.getElementById("block-reason")?.focus())}(e,t)}>${z("lock",14)} ${A("contact.block")}</button>`}
</section>`}(e,i)}`:Q}`}function xe(e){let t=e.cache.counts;if(!t)return Q;if(0!==t.all)return Y`<div class="empty empty-quiet">
<p>${A("inbox.choose")}</p>
<p class="keys-line"><kbd>J</kbd><kbd>K</kbd> ${A("inbox.choose_keys")} <kbd>↵</kbd> ${A("inbox.choose_open")}</p>
</div>`;let n=document.querySelector('meta[name="assets"]')?.getAttribute("content")??"";return Y`<div class="empty">
<img src="${n}/img/empty-inbox.svg" width="182" height="118" alt="" />
<h2>${A("inbox.nobody")}</h2>
<p>${A("inbox.nobody_why")}</p>
<div class="empty-actions">
<a class="button primary tall" href="/demo" target="_blank" rel="noopener">${z("store",18)}${A("inbox.try_it")}</a>
${e.firstSteps.allowed?function(e){let t="adding"===e.firstSteps.work;return Y`<button class="button tall" aria-busy=${t} @click=${e.firstSteps.addDemo}>${A(t?"inbox.demo_adding":"inbox.demo_add")}</button>`}(e):Q}
</div>
${e.firstSteps.allowed?Y`<p class="empty-hint">${A("inbox.demo_hint")}</p>`:Q}
</div>`}var ye="servicedesk.list_width",[_e,Ie,Ae]=[280,340,560],Se={shop:"/settings/shop",site:"/settings/widget#site",hours:"/settings/hours",colleague:"/settings/team",answers:"/settings/canned",first_answer:"/demo"},Ee=2*Math.PI*15;function Te({name:e,done:t}){let n=A(`inbox.step_${e}`);if(t)return Y`<li class="done">${z("circle-check",18)}<span>${n}</span><span class="hidden">${A("inbox.step_done")}</span></li>`;let a="site"===e&&E(location.origin),s=Se[e];return Y`<li>
<a href=${s} target=${"/demo"===s?"_blank":Q} rel=${"/demo"===s?"noopener":Q}>${z("circle",18)}<span>${n}${a?Y`<small class="step-trouble">${A(`inbox.step_site_${a}`)}</small>`:Q}</span>${z("chevron-right")}</a>
</li>`}function ze({clock:e,state:t,waiting_since:n},a){if(!e||"closed"===t||"solution"!==e.kind&&!n)return null;let s=((e,t)=>e?Date.parse(e):t)(e.changes_at,Number.POSITIVE_INFINITY),o=e.running||"hours"===e.paused,i=a<s?e.running:"hours"===e.paused,[l,r]=e.running?[Date.parse(e.at),Math.min(a,s)]:[s,a],c=e.spent_ms+(o?Math.max(0,r-l):0),d=i?null:o?"hours":e.paused,u=e.broken_at??(c>e.target_ms?e.due_at:null);return{kind:e.kind,level:u?"broken":d?"paused":c>=e.warn_ms?"warned":"",paused:d,share:Math.min(1,c/e.target_ms),left_ms:u?Math.max(0,a-Date.parse(u)):Math.max(0,e.target_ms-c)}}function qe({level:e,paused:t,left_ms:n}){return"broken"===e?A("clocks.over",{time:R(n)}):t?A(`clocks.paused_${t}`):A("clocks.left",{time:R(n)})}function Me(e){if(!e)return Q;let t=`${A(`clocks.${e.kind}`)} · ${qe(e)}`;return Y`<progress class="clock ${e.level}" max="1" value=${e.share.toFixed(2)} aria-label=${t} title=${t}></progress>`}var Le=(e,t)=>t-Date.parse(e)<6e4?A("thread.waited_now"):A("thread.waited",{time:O(e,t)}),Ce=["mine","unassigned","open"];var De={row:72,head:34},Be={row:76,head:38};function Ne({desk:e,unseen:t,order:n,here:a,focusRow:s,laid:o,stretch:i}){return{pill:()=>{e.ticks.list.value;let l=t(),r=new Set(n()),c=e.list.waiting+l.filter(t=>r.has(t)||!e.list.has(t)).length;if(!c)return Q;let d=l.length>0&&(o().sections.find(e=>e.key===l[0])?.top??1/0)>i.value.top;return Y`<button class="new-pill" @click=${async()=>{e.list.release();let[t]=l;return t?(await e.moreUntil(()=>e.list.has(t)),requestAnimationFrame(()=>requestAnimationFrame(()=>s(t)))):a.scroller?.scrollTo(0,0)}}>${z(d?"arrow-down":"arrow-up",14)} ${S("inbox.new",c)}</button>`}}}function Oe(e,t,a,s){let i={focused:null,scroller:null,hover:null,lastAt:0,known:{},walked:null},{stretch:c,laid:d,arrived:u,onScroll:h,unseen:b}=function({ui:e,desk:t,here:n}){let a=X({top:0,height:900}),s=new Set,o=()=>e.phone.value?Be:De,i=()=>{let[e,a,s]=[t.list.shown,"open"===t.list.view&&"waiting"===t.list.sort&&null===t.list.label,o()];return(n.known.shown!==e||n.known.grouped!==a||n.known.tall!==s)&&(n.known={shown:e,grouped:a,tall:s,...l(e,a,s)}),n.known};return{stretch:a,laid:i,arrived:s,onScroll:()=>{if(!n.scroller)return;let{scrollTop:e,clientHeight:s}=n.scroller;(Math.abs(e-a.value.top)>80||s!==a.value.height)&&(a.value={top:e,height:s}),t.list.hold("scrolled",e>8);let{height:l}=i();l-e-s<12*o().row&&t.more()},unseen:()=>{let{top:n,height:o}=a.value;for(let a of s){let l=t.cache.rows.get(a),r=i().sections.find(e=>e.key===a),c=r&&r.top+r.height/2>n&&r.top+r.height/2<n+o&&e.sees("inbox")&&"visible"===document.visibilityState;(!l?.waiting_since||a===t.openId||c||!t.list.takes(l))&&s.delete(a)}return[...s]}}}({ui:t,desk:e,here:i}),{aimAt:x,showView:y,step:_,aimed:I,focusRow:E}=function({here:e,desk:t,stretch:n,laid:a}){let s=n=>{e.focused=n,t.touch("list")},o=o=>{e.walked={id:o,open:t.openId},s(o);let i=a().sections.find(e=>e.key===o);if(e.scroller&&i){let{scrollTop:t,clientHeight:a}=e.scroller;i.top<t?e.scroller.scrollTop=i.top-40:i.top+i.height>t+a&&(e.scroller.scrollTop=i.top+i.height-a+8),n.value={top:e.scroller.scrollTop,height:a}}e.scroller?.querySelector(`.row[data-id="${CSS.escape(o)}"]`)?.focus({preventScroll:!0})};return{aimAt:s,showView:a=>{e.scroller?.scrollTo(0,0),n.value={top:0,height:e.scroller?.clientHeight||900},s(null),t.showView(a)},step:n=>{let a=t.list.shown;if(0===a.length)return;let s=a.findIndex(n=>n.id===(e.focused??t.openId)),i=s>=0?s+n:n>0?e.lastAt:e.lastAt-1,l=Math.max(0,Math.min(a.length-1,i));e.lastAt=l,o(a[l].id),l>a.length-12&&t.more()},aimed:()=>{let n=document.activeElement?.closest(".list-scroll .row")?.dataset.id;return n&&e.walked?.id===n&&e.walked.open===t.openId?n:null},focusRow:o}}({here:i,desk:e,stretch:c,laid:d}),{choosing:T,order:R,all:K,chooseAll:U,endChoosing:W,nextTo:J}=function({desk:e}){let t=X(!1),n=()=>e.list.shown.map(e=>e.id);return{choosing:t,order:n,all:()=>null===e.list.page.cursor?n().length:null===e.list.label?e.cache.counts?.[e.list.view]??null:null,chooseAll:async()=>{t.value=!0,await e.moreUntil(()=>n().length>=200),e.selection.all(n())},endChoosing:()=>{t.value=!1,e.selection.clear()},nextTo:e=>{let t=n(),a=t.indexOf(e);return a<0?null:t[a+1]??t[a-1]??null}}}({desk:e}),{pointed:Z,onClick:te,onOver:ne,onEnter:ae,onLeave:se}=function({desk:e,choosing:t,ui:n,here:a,open:s,aimAt:o,order:i}){let l=X(null);return{pointed:l,onClick:l=>{let r=l.target,c=r.closest(".place")?.dataset.id;if(!c)return;let d=r.closest("[data-action]");if(d)return((t,n)=>{let{action:a}=n.dataset;"take"===a?$(e,[t],"assign",{agent_id:e.agent.id}):"snooze"===a?f(e,n,[t]):$(e,[t],"close"===a?"close":"reopen")})(c,d);let u=r.closest(".row-check");return u||(e=>e.target.closest?.(".row"))(l)&&!l.ctrlKey&&!l.metaKey&&!l.button?(l.preventDefault(),l.shiftKey||u||t.value&&n.phone.value?(o(c),void(l.shiftKey?e.selection.range(c,i()):e.selection.toggle(c))):(a.focused=c,void s(c))):void 0},onOver:t=>{clearTimeout(a.hover);let n=t.target.closest(".place")?.dataset.id;"mouse"===t.pointerType&&(l.value=n??null),n&&(a.hover=setTimeout(()=>e.threads.prefetch(n),120))},onEnter:t=>"mouse"===t.pointerType&&e.list.hold("pointer",!0),onLeave:()=>{clearTimeout(a.hover),l.value=null,e.list.hold("pointer",!1)}}}({desk:e,choosing:T,ui:t,here:i,open:a,aimAt:x,order:R}),{viewsMenu:oe,sortMenu:ie,filterMenu:le,countOf:re,again:ce}=function({desk:e,showView:t,choosing:n,here:a,aimAt:s,edit:o}){let i=t=>e.cache.counts?.[t]??"",l=(n,a)=>({label:n,items:e.views.all.filter(e=>e.shared===a&&!w(e.filter)).map(n=>{let a=n.id;return n.filter?{label:n.name,hint:String(i(a)),checked:a===e.list.view,run:()=>t(a)}:{label:n.name,hint:A("inbox.view_broken"),mark:Y`<span class="failed">${z("circle-alert")}</span>`,run:o}})}),r=t=>{a.scroller?.scrollTo(0,0),s(null),e.arrangeBy(t)};return{viewsMenu:a=>{let s=P.filter(e=>"snoozed"!==e||Number(i("snoozed"))>0);N(a.currentTarget,A("inbox.views"),[{items:s.map(n=>({label:A(`inbox.view_${n}`),hint:String(i(n)),checked:n===e.list.view,run:()=>t(n)}))},l(A("inbox.views_team"),!0),l(A("inbox.views_own"),!1),{items:[{label:A("inbox.views_edit"),mark:z("list-filter"),run:o},{label:A("inbox.choose_many"),hint:"X",mark:z("list-checks"),run:()=>n.value=!0}]}])},sortMenu:t=>N(t.currentTarget,A("inbox.sort"),[{items:["waiting","newest","due"].map(t=>({label:A(`inbox.sort_${t}`),checked:e.list.sort===t,run:()=>r({sort:t})}))}]),filterMenu:({currentTarget:t})=>p.use(({openPicker:n})=>n(t,{label:A("inbox.filter"),placeholder:A("thread.labels_find"),nothing:A("thread.labels_none"),options:t=>e.labels.search(t).map(t=>({id:t.id,label:t.name,mark:Y`<i class="label-dot series-${e.labels.colour(t.name)}"></i>`,checked:e.list.label===t.name})),choose:t=>r({label:t.label===e.list.label?null:t.label})}),e.failed),countOf:i,again:r}}({desk:e,showView:y,choosing:T,here:i,aimAt:x,edit:s}),{body:de,emptyWords:ue}=function({desk:e,ui:t,laid:a,stretch:s,here:i,choosing:l,pointed:c}){let d=()=>Y`<div class="skeletons" aria-hidden="true">
${[0,1,2].map(e=>Y`<div class="skeleton fade-${e}"><i></i><b></b><b></b></div>`)}
</div>`;return{body:()=>{let{sections:d,height:u}=a(),{top:p,height:h}=s.value,$=r(d,p-360,p+h+360),b=t.now.value,m=e.list.page.cursor?-1:e.list.shown.length,f=i.focused??e.openId??e.list.shown[0]?.id,v=e.list.shown.some(e=>e.id===f)?f:e.list.shown[0]?.id;return Y`<div class="list-space ${l.value||e.selection.size?"choosing":""}" .style=${`height:${u}px`}>
${o($.filter(e=>"head"===e.kind),e=>e.key,t=>"head"===t.kind&&Y`<h3 class="group-head" .style=${`transform:translateY(${t.top}px)`}>
${A(`inbox.group_${t.group}`)} <span class="count">${(t=>{let n=e.cache.counts;if(!n)return"";let[a,s]=[n.open??0,n.waiting??0];return"us"===t?s:a-s})(t.group)}</span>
</h3>`)}
<div role="list" aria-label=${A("inbox.list")}>
${o($.filter(e=>"row"===e.kind),e=>e.key,t=>{let a="row"===t.kind&&e.cache.rows.get(t.id);if(!a||"row"!==t.kind)return Q;let s=e.selection.has(a.id);return Y`<div
class="place ${s?"chosen":""}"
data-id=${a.id}
role="listitem"
aria-setsize=${m}
aria-posinset=${t.index+1}
.style=${`transform:translateY(${t.top}px)`}
>
${function(e,t,a){let s=t.id===e.openId&&e.reading?0:t.unread,o=t.agent_id?{id:t.agent_id,name:e.agentName(t.agent_id)??""}:null,i=ze(t,a.now),l=e.presence.writing(t.id).find(t=>"agent"===t.member.kind&&t.member.id!==e.agent.id);return Y`<a
class="row ${s>0?"unread":""}"
href="/inbox/${t.id}"
data-id=${t.id}
aria-current=${a.open?"true":"false"}
tabindex=${a.focus?0:-1}
>
${M(t.contact,Y`<span class="channel">${n(t.channel)}</span>${t.online?Y`<i class="presence on"></i>`:Q}`)}
<span class="row-name"><span class="name">${q(t.contact)}</span>${t.online?Y`<span class="hidden">${A("agent.state_online")}</span>`:Q}${C(t.contact)?D(!0):Q}</span>
<span class="row-wait">${function(e,t,n){if("broken"===n?.level)return Y`<span class="late">${qe(n)}</span>`;if("closed"===e.state)return Y`<span>${F(e.updated_at,t)}</span>`;if(e.waiting_since){let n=O(e.waiting_since,t);return Y`<span title=${V(e.waiting_since)}><span class="hidden">${A("inbox.waits")} </span>${n}</span>`}return Y`<span title=${V(e.updated_at)}>${F(e.updated_at,t)}</span>`}(t,a.now,i)}</span>
<span class="row-last">${function(e,t){let n=e.unsentOf(t.id),a=n.find(e=>"failed"===e.state);if(a)return Y`<span class="failed" role="img" aria-label=${A("inbox.failed")}>${z("circle-alert",14)}</span> ${ee(a.content)}`;let s=e.presence.writing(t.id).find(e=>"visitor"===e.member.kind);if(s)return Y`<span class="typing">${B}</span> ${s.preview??Y`<span>${A("inbox.typing")}</span>`}`;let o=t.id===e.openId?null:e.drafts.of(t.id);if(o)return Y`<span class="draft">${A("inbox.draft")}</span> ${o}`;let i=n.at(-1);if(i)return A("inbox.you",{text:ee(i.content)??""});let l=t.last_message;if(!l)return A("inbox.no_message");let r=G(l.text,l.media_type,l.sender.kind)??A("thread.recalled");return l.note?Y`<span class="quiet">${A("inbox.note")}</span> ${r}`:"visitor"===l.sender.kind?r:l.sender.id===e.agent.id?A("inbox.you",{text:r}):A("inbox.by",{name:l.sender.name??e.agentName(l.sender.id)??"",text:r})}(e,t)}</span>
${H(t)&&t.id!==e.openId?Y`<span class="pill pill-mention" role="img" aria-label=${A("inbox.mentioned")} title=${A("inbox.mentioned")}>@</span>`:Q}
${s>0?Y`<span class="pill"><span aria-hidden="true">${s>99?"99+":s}</span
><span class="hidden">${S("inbox.unread",s)}</span></span>`:Q}
<span class="row-facts">${function(e,t,n){if(t.labels.length>0){let n=t.labels.length-2;return Y`${t.labels.slice(0,2).map(t=>Y`<span class="row-label"><i class="label-dot series-${e.labels.colour(t)}"></i>${t}</span>`)}${n>0?Y`<span>+${n}</span>`:Q}`}if("closed"===t.state)return A("inbox.state_closed");if("snoozed"===t.state){let e=t.snoozed_until?k(t.snoozed_until,n):A("thread.snooze_reply");return Y`${z("alarm-clock",12)} <span title=${A("inbox.state_snoozed")}>${e}</span>`}return t.agent_id?Q:A("inbox.unassigned")}(e,t,a.now)}</span>
<span class="row-who">
${l?Y`<span class="writing-colleague">${B}</span>`:Q}
${o?.name?Y`${L(o,"tiny")}<span class="hidden">${A("inbox.assigned_to",{name:o.name})}</span>`:Q}
${Me(i)}
</span>
</a>`}(e,a,{now:b,index:t.index,count:m,focus:v===a.id,open:e.openId===a.id})}
${s||c.value===a.id||l.value||e.selection.size?Y`<button class="row-check" role="checkbox" tabindex="-1" aria-checked=${s} aria-label=${A("inbox.choose_one",{name:q(a.contact)})}>
<i>${z("check",14)}</i>
</button>`:Q}
${c.value===a.id?function(e,t){let n=q(e.contact),a=(e,t,a)=>Y`<button class="icon-button" tabindex="-1" data-action=${e} aria-label=${`${A(a)} · ${n}`} title=${A(a)}>${z(t,16)}</button>`;return"closed"===e.state?Y`<span class="row-tools">${a("reopen","rotate-ccw","thread.reopen")}</span>`:Y`<span class="row-tools">
${e.agent_id===t?Q:a("take","user-plus","inbox.key_take")} ${a("snooze","alarm-clock","thread.snooze")}
${a("close","check","thread.close")}
</span>`}(a,e.agent.id):Q}
</div>`})}
</div>
</div>`},emptyWords:()=>{let n=e.list.page;return n.failed&&!n.loaded?Y`<p class="list-note" role="alert">
${A("inbox.list_failed")} <button class="text-button" @click=${e.retryList}>${A("common.retry")}</button>
</p>`:n.loaded?null!==e.list.label?Y`<p class="list-note">${A("inbox.empty_label",{name:e.list.label})}</p>`:0===e.cache.counts?.all?Y`<h3 class="lone-head">${A("inbox.group_us")} <span class="count">0</span></h3>${t.phone.value?xe(e):d()}`:Y`<p class="list-note">${A(`inbox.empty_${j(e.list.view)?"saved":e.list.view}`)}</p>`:d()}}}({desk:e,ui:t,laid:d,stretch:c,here:i,choosing:T,pointed:Z}),{bulk:pe,header:he}=function({desk:e,viewsMenu:t,sortMenu:n,filterMenu:a,showView:s,countOf:o,again:i,all:l,choosing:r,chooseAll:c,endChoosing:d}){let u=()=>e.selection.size>=200&&null!==e.list.page.cursor;return{bulk:()=>{let t=e.selection.size;if(0===t&&!r.value)return Q;let n=e.list.view,a=(e,n,a,s,o)=>Y`<button class="bulk-action" ?disabled=${0===t} aria-haspopup=${o?"menu":Q} @click=${s}>
${z(e,18)}<span>${A(n)} <kbd class="no-phone" aria-hidden="true">${a}</kbd></span>
</button>`;return Y`<div class="bulk" role="toolbar" aria-label=${A("inbox.bulk")}>
<p>
<b role="status">${e.selection.whole?A("inbox.whole"):S("inbox.chosen",t)}</b>
${e.selection.whole?Q:Y`<button class="text-button" @click=${()=>u()?e.selection.takeWhole():c()}>${(()=>{if(u())return A("inbox.choose_whole");let e=l();return null===e?A("inbox.choose_every"):e>200?A("inbox.choose_first",{count:200}):A("inbox.choose_all",{count:e})})()}</button>`}
<button class="text-button" @click=${d}>${A("inbox.choose_none")}</button>
</p>
<div>
${a("user-plus","inbox.bulk_assign","A",t=>m(e,t.currentTarget),!0)}
${a("tag","inbox.bulk_label","T",t=>g(e,t.currentTarget),!0)}
${"closed"===n?a("rotate-ccw","thread.reopen","E",()=>$(e,e.selection.ids,"reopen"),!1):Y`${a("alarm-clock","thread.snooze","Z",t=>f(e,t.currentTarget),!0)}
${a("flag","thread.priority","P",t=>v(e,t.currentTarget),!0)}
${a("check","thread.close","E",()=>$(e,e.selection.ids,"close"),!1)}`}
</div>
</div>`},header:()=>{let l=e.list.view,r=Ce.includes(l)?Ce:[...Ce,l];return Y`<header class="list-head">
<h2>
<button class="title-button" aria-haspopup="menu" aria-expanded="false" @click=${t}>
${A("rail.inbox")}${z("chevron-down",18)}
</button>
<span class="list-tools">
<button
class="icon-button"
aria-haspopup="menu"
aria-expanded="false"
aria-label=${`${A("inbox.sort")} · ${A(`inbox.sort_${e.list.sort}`)}`}
title=${A(`inbox.sort_${e.list.sort}`)}
@click=${n}
>
${z("arrow-up-down",18)}
</button>
<button class="icon-button" aria-haspopup="dialog" aria-expanded="false" aria-label=${A("inbox.filter")} title=${A("inbox.filter")} @click=${a}>
${z("list-filter",18)}
</button>
</span>
</h2>
<div class="pills" role="group" aria-label=${A("inbox.views")}>
${r.map(t=>Y`<button class="view-pill" aria-pressed=${t===l} @click=${()=>s(t)}>
${j(t)?e.views.get(t)?.name:A(`inbox.view_${t}`)} <span class="count">${o(t)}</span>
</button>`)}
</div>
${null===e.list.label?Q:Y`<p class="list-filter">
<span class="chip"><i class="chip-dot series-${e.labels.colour(e.list.label)}"></i>${e.list.label}</span>
<button class="text-button" @click=${()=>i({label:null})}>${A("inbox.filter_off")}</button>
</p>`}
</header>`}}}({desk:e,viewsMenu:oe,sortMenu:ie,filterMenu:le,showView:y,countOf:re,again:ce,all:K,choosing:T,chooseAll:U,endChoosing:W});return{step:_,bulk:()=>(e.ticks.list.value,pe()),choose(t){let n=i.focused??e.openId??e.list.shown[0]?.id;n&&(t?e.selection.range(n,R()):e.selection.toggle(n))},chooseAll:U,nextTo:J,get aimed(){return I()},arrived(t){u.add(t),e.touch("list")},endChoosing:()=>!(!T.value&&0===e.selection.size||(W(),0)),prefetchAfter:t=>{let n=e.list.shown.findIndex(e=>e.id===t);if(!(n<0)){i.lastAt=n;for(let t of e.list.shown.slice(n+1,n+1+2))e.threads.prefetch(t.id)}},rest:se,focusRow:E,showView:y,get focused(){return i.focused},focusOpen(){e.list.shown.some(t=>t.id===e.openId)?E(e.openId??""):document.getElementById("thread-title")?.focus()},attach(e){i.scroller=e,e.addEventListener("scroll",h,{passive:!0}),e.addEventListener("click",te),e.addEventListener("pointerover",ne),e.addEventListener("pointerenter",ae),e.addEventListener("pointerleave",se),new ResizeObserver(h).observe(e)},header:()=>(e.ticks.list.value,he()),body:()=>(e.ticks.list.value,e.list.shown.length?de():ue()),...Ne({desk:e,unseen:b,order:R,here:i,focusRow:E,laid:d,stretch:c})}}var Re=e=>e?`/inbox/${encodeURIComponent(e)}`:"/inbox";W("inbox",function(o){let l=c(o),{app:r,thread:p}=l,{desk:k,ui:w}=r,x=function({me:e,ui:t}){let n=document.createElement("main");return n.id="inbox",n.className="room",n.dataset.pane="list",te(Y`<h1 class="hidden" tabindex="-1">${A("rail.inbox")} · ${e.shop.name}</h1>
<section class="list" aria-label=${A("rail.inbox")}>
<div class="list-top"></div>
<div class="list-pill"></div>
<div class="list-scroll"></div>
<div class="list-line"></div>
<div class="list-first"></div>
<div class="list-bulk"></div>
</section>
<div class="sheet"></div>
<div class="scrim" @click=${()=>t.details.set(!1)}></div>
<section class="details" aria-label=${A("thread.details")}></section>`,n),n}(r),_=e=>x.querySelector(`.${e}`),I=function({app:e,conversation:{composer:t},list:n}){let{desk:a,ui:s,shell:o}=e;return(i,l)=>{if(t.flush(),a.show(i),s.tab.value="reply",!l){let t=()=>{y({from:"inbox"},Re(i)),e.moved()};s.narrow.value?t():(t=>{e.schedule(()=>setTimeout(()=>s.sees("inbox")&&t()))})(t)}s.narrow.value&&s.details.set(!1),i&&o.visited(i),i&&setTimeout(()=>i===a.openId&&n().prefetchAfter(i),400),i&&s.phone.value&&requestAnimationFrame(()=>document.getElementById("thread-title")?.focus())}}({app:r,conversation:l,list:()=>E}),E=Oe(k,w,e=>I(e),()=>{r.router.go("/settings/views")}),M=function({app:e,place:s,conversation:o,list:l,open:r}){let{desk:c,ui:p,shell:h,storage:$,me:b}=e,v=b.rights.includes("ticket"),g=()=>{history.state?.from?history.back():r(null)},k=t=>{let{row:n}=c;n&&N(t,A("inbox.more"),[{items:[...v?[{label:A("inbox.to_ticket"),mark:z("ticket"),run:()=>i(e,n.id)}]:[],...c.may("merge")?[{label:A("inbox.key_merge"),mark:z("git-merge"),run:()=>d(e,n.id,"more")}]:[]]}])},w={room:"inbox",place:s("sheet"),head:()=>function(e,s,o,i){let l=e.row,r="closed"===l?.state,c=r&&""!==u(e),d=l?.agent_id?{id:l.agent_id,name:e.agentName(l.agent_id)??"?"}:null,p=d?A("inbox.assigned_to",{name:d.name}):A("inbox.unassigned"),h=l?ze(l,s.now.value):null,$=l?[t(l.channel),r?A("inbox.state_closed"):l.waiting_since?Le(l.waiting_since,s.now.value):A("thread.not_waiting"),...l.priority&&"normal"!==l.priority?[A(`thread.is_${l.priority}`)]:[]]:[];return Y`<header class="thread-head">
<button class="icon-button only-phone" aria-label=${A("common.back")} @click=${o}>${z("chevron-left",24)}</button>
<div class="thread-who">
<h2 id="thread-title" tabindex="-1">
<span class="name">${l?q(l.contact):""}</span>${l&&C(l.contact)?D(!0):Q}
</h2>
<p>${l?Y`<span class="no-phone">${n(l.channel)} </span>${$.join(" · ")} ${Me(h)} ${h?Y`<span class=${"broken"===h.level?"late":""}>${qe(h)}</span>`:Q}`:Y`&nbsp;`}</p>
</div>
${l?Y`<span class="no-phone">${a(e,l.id)}</span>`:Q}
${l?Y`<button
class="assign-button no-phone"
id="assign"
aria-haspopup="menu"
aria-expanded="false"
aria-label=${A("thread.assign_now",{who:p})}
title=${`${p} · A`}
@click=${t=>m(e,t.currentTarget,[l.id])}
>
${d?L(d,"small"):z("user-plus",18)}${z("chevron-down",14)}
</button>
${r?Q:Y`<button
class="icon-button"
id="snooze"
aria-haspopup="menu"
aria-expanded="false"
aria-label=${A("thread.snooze")}
title=${`${A("thread.snooze")} · Z`}
@click=${t=>f(e,t.currentTarget,[l.id])}
>
${z("alarm-clock",s.phone.value?24:18)}
</button>`}
${c?Q:r?Y`<button class="button no-phone" @click=${()=>e.reopen(l.id)}>
${z("rotate-ccw")}<span>${A("thread.reopen")}</span>
</button>`:Y`<button class="button no-phone" aria-keyshortcuts="e" @click=${()=>e.close(l.id)}>
${z("check")}<span>${A("thread.close")}</span><kbd aria-hidden="true">E</kbd>
</button>`}
${c?Q:Y`<button
class="icon-button only-phone"
aria-label=${A(r?"thread.reopen":"thread.close")}
@click=${()=>r?e.reopen(l.id):e.close(l.id)}
>
${z(r?"rotate-ccw":"check",24)}
</button>`}
${i?Y`<button class="icon-button" id="more" aria-haspopup="menu" aria-expanded="false" aria-label=${A("inbox.more")} title=${A("inbox.more")} @click=${e=>i(e.currentTarget)}>${z("ellipsis",s.phone.value?24:18)}</button>`:Q}
<button
class="icon-button"
id="details-toggle"
aria-label=${A("thread.details")}
title=${`${A("thread.details")} · I`}
aria-expanded=${s.details.open?"true":"false"}
@click=${()=>s.details.toggle()}
>
<span class="no-phone">${z("panel-right",18)}</span><span class="only-phone">${z("info",24)}</span>
</button>`:Q}
</header>`}(c,p,g,v||c.may("merge")?k:null),empty:()=>xe(c),leave:()=>r(null)};return l.attach(s("list-scroll")),function(e,t,n){let a=Number(n?.getItem(ye))||Ie,s=document.createElement("div");s.className="list-edge no-phone",s.tabIndex=0,s.setAttribute("role","separator"),s.setAttribute("aria-orientation","vertical"),s.setAttribute("aria-label",A("inbox.edge")),s.setAttribute("aria-valuemin",String(_e)),s.setAttribute("aria-valuemax",String(Ae)),t.append(s);let o=t=>{a=Math.round(Math.max(_e,Math.min(Ae,.45*innerWidth,t))),e.style.setProperty("--list",`${a}px`),s.setAttribute("aria-valuenow",String(a))},i=()=>{try{n?.setItem(ye,String(a))}catch{}};s.addEventListener("keydown",e=>{let t={ArrowLeft:a-20,ArrowRight:a+20,Home:_e,End:Ae}[e.key];void 0!==t&&(e.preventDefault(),o(t),i())}),s.addEventListener("dblclick",()=>{o(Ie),i()}),s.addEventListener("pointerdown",e=>{e.preventDefault(),s.setPointerCapture(e.pointerId);let t=e.clientX-a,n=e=>o(e.clientX-t);s.addEventListener("pointermove",n),s.addEventListener("lostpointercapture",()=>(s.removeEventListener("pointermove",n),i()),{once:!0})}),o(a)}(s("list").parentElement,s("list"),$),T(s("list-top"),l.header),T(s("list-pill"),l.pill),T(s("list-bulk"),l.bulk),T(s("list-first"),function(e,t){let n=X(null);return()=>{e.ticks.frame.value;let{shown:a,demo:s,work:o,removeDemo:i}=e.firstSteps;return Y`${s&&!a?Y`<p class="demo-line">
${z("info")}<span>${A("inbox.demo_there")}</span
><button class="text-button" aria-busy=${"removing"===o} @click=${i}>${A("removing"===o?"inbox.demo_removing":"inbox.demo_remove")}</button>
</p>`:Q}
${a?(()=>{let{steps:a,left:s,demo:o,work:i,removeDemo:l}=e.firstSteps,r="removing"===i,c=n.value??(!t.phone.value&&0===e.cache.counts?.all);return Y`<section class="first-steps" aria-labelledby="first-steps-title">
<header>
${((e,t)=>Y`<span class="steps-ring" aria-hidden="true"
><svg viewBox="0 0 36 36" width="36" height="36"><circle cx="18" cy="18" r="15" /><circle class="steps-ring-done" cx="18" cy="18" r="15" stroke-dasharray="${Ee*e/t} ${Ee}" /></svg><b>${e}/${t}</b></span
>`)(a.length-s,a.length)}
<div>
<h2 id="first-steps-title">${S("inbox.steps_left",s)}</h2>
<button class="text-button quiet" aria-expanded=${c} aria-controls="first-steps-list" @click=${()=>n.value=!c}>
${A(c?"inbox.steps_fold":"inbox.steps_unfold")}
</button>
${o?Y` · <button class="text-button quiet" aria-busy=${r} @click=${l}>${A(r?"inbox.demo_removing":"inbox.demo_remove_all")}</button>`:Q}
</div>
<button class="icon-button" aria-label=${A("inbox.steps_dismiss")} title=${A("inbox.steps_dismiss")} @click=${e.firstSteps.dismiss}>${z("x")}</button>
</header>
<ul id="first-steps-list" ?hidden=${!c}>
${a.map(Te)}
</ul>
</section>`})():Q}`}}(c,p)),T(s("list-line"),function({desk:e,notices:t}){let n=(e,t,n)=>Y`<div class="list-notice" role="status">
${z(e,18)}<span>${t}</span><span class="list-notice-steps">${n}</span>
</div>`;return()=>(e.ticks.frame.value,"owner"!==e.agent.role&&"admin"!==e.agent.role||!ne(e.agents)?t.hint.value?n("volume-2",A("notify.blocked"),Y`<button class="text-button" @click=${()=>t.bell.wake()}>${A("notify.unblock")}</button>`):t.offer.value?n("bell",A("notify.offer"),Y`<button class="text-button" @click=${t.allow}>${A("notify.allow")}</button
><button class="text-button quiet" @click=${t.notNow}>${A("notify.not_now")}</button>`):Q:n("users",A("notify.nobody_online"),Y`<button class="text-button" @click=${()=>e.setAvailability("online")}>${A("notify.go_online")}</button>`))}({desk:c,notices:h.notices})),T(s("list-scroll"),l.body),o.lodge(w),T(s("details"),()=>o.isAt(w)?we(c,p,e=>r(e)):null),w}({app:r,place:_,conversation:l,list:E,open:I});(function({app:e,root:t,place:n}){let{desk:a,ui:s}=e,o=null;J(()=>{a.ticks.thread.value;let i="inbox"===s.room.value,l=!!a.openId&&s.details.open,r=i&&l&&s.narrow.value,c="true"===t.dataset.drawer;t.dataset.pane=a.openId?"thread":"list",t.dataset.details=String(l),t.dataset.drawer=String(r);for(let e of["list","sheet"])n(e).inert=r;n("details").inert=!l,e.rail.inert=r&&i,i&&(document.body.dataset.alone=String(!!a.openId)),r&&!c?(o=document.activeElement,history.pushState({...history.state,drawer:!0},""),requestAnimationFrame(()=>document.getElementById("details-title")?.focus())):!r&&c&&(o?.focus(),history.state?.drawer&&history.back())})})({app:r,root:x,place:_}),r.shell.addActions("inbox",function({app:t,root:n,place:a,conversation:{composer:o},list:l,open:r}){let{desk:c,ui:u,me:p}=t,k=e=>0===c.selection.size&&(l.aimed?document.activeElement:document.getElementById(e))||a("list-bulk").querySelector(".bulk")||a("list-top").querySelector(".title-button"),w=()=>0===c.selection.size&&l.aimed?[l.aimed]:h(c);return e({desk:c,ui:u,list:l,composer:o,open:r,back:()=>{if("true"===n.dataset.drawer)u.details.set(!1);else{if(l.endChoosing())return;if(document.activeElement?.closest(".composer"))l.focusOpen();else if(history.state?.from&&"inbox"!==history.state.from)history.back();else if(c.openId){let e=c.openId;r(null),requestAnimationFrame(()=>l.focusRow(e))}}},perform:(e,t)=>{let n=0===c.selection.size?l.aimed:null,a=n&&n!==c.openId&&l.nextTo(n),s=$(c,w(),e,t);return a&&requestAnimationFrame(()=>document.activeElement===document.body&&l.focusRow(a)),s},closeNext:()=>{let[e]=w(),t=l.nextTo(e);$(c,[e],"close"),r(t),t&&l.focusRow(t)},assign:()=>m(c,k("assign"),w()),handOver:()=>{b(c,k("assign"),w())},prioritize:()=>v(c,k("assign"),w()),snooze:()=>f(c,k("snooze"),w()),label:()=>g(c,k("labels"),w()),macro:()=>s(c,k("composer-text"),w()),print:()=>{window.open(`/print/${w()[0]}`,"_blank","noopener")},merge:()=>d(t,w()[0],"more"),toTicket:p.rights.includes("ticket")?()=>{i(t,w()[0])}:null})}({app:r,root:x,place:_,conversation:l,list:E,open:I})),J(()=>{k.ticks.thread.value;let e="inbox"===w.room.value&&l.isAt(M)?k.row?.ticket?.name:null;e&&queueMicrotask(()=>w.sees("inbox")&&k.row?.ticket?.name===e&&void r.router.go(`/tickets/${encodeURIComponent(e)}${location.search}`))}),document.addEventListener("visibilitychange",()=>"visible"===document.visibilityState&&w.sees("inbox")&&k.firstSteps.looked()),r.setInbox({open:I,arrived:e=>E.arrived(e),next:()=>{E.step(1),E.focused&&I(E.focused)},toTeam:e=>k.openId&&void b(k,document.getElementById("assign")??document.getElementById("thread-title"),[k.openId],{team_id:e}),showView:e=>{w.phone.value&&I(null),E.showView(e)}});let B=!1,O=!1;return{root:x,title:()=>`${A("rail.inbox")} · ${r.me.shop.name}`,heading:()=>x.querySelector("h1"),address:()=>Re(k.openId),show({inner:e,url:t}){l.lodge(M);let n=t.searchParams.get("view");("mentions"===n||j(n??""))&&(B?E.showView(n):k.list.show(n)),B?O||k.firstSteps.looked():k.startList();let a=B&&O,s=Number(t.searchParams.get("at"));e&&s>0&&p.goTo(e,s),B&&e===k.openId?a&&w.narrow.value&&w.details.set(!1):I(e,!0),e&&t.searchParams.has("who")&&w.details.set(!0),B=!0,O=!0,k.view(k.openId),p.markRead()},hide(){O=!1,l.rest(),E.rest(),w.narrow.value&&w.details.set(!1),r.rail.inert=!1}}});
