import{A as e,C as t,D as n,E as a,F as s,G as o,H as l,M as i,N as r,O as c,P as d,a as u,h as p,l as h,v as $,w as b,x as m,y as f,z as v}from"./thread.js";import"./with-store-tickets-ticket.js";import{$ as g,Da as k,E as w,Fa as x,G as y,H as _,I,J as A,K as E,Ka as S,L as T,N as z,O as q,P as M,Q as L,R as C,S as D,T as N,U as B,W as O,X as F,_ as R,ba as P,c as K,ca as V,d as j,da as U,e as H,ea as W,k as X,m as Y,r as Z,t as G,ta as J,u as Q,ua as ee,v as te,ya as ne}from"./app.js";var ae=[1,7,30,0],se=null;function oe(e){se=null,e.touch("details"),requestAnimationFrame(()=>document.getElementById("block")?.focus())}var le=null;async function ie(e,t,n){let a=le;if(!a||a.busy||a.name!==t)return;let s=a.text.trim();if(s===(n??""))return re(e);a.busy=!0,a.wrong=await e.changeContact({[t]:s||null}),a.busy=!1,le===a&&(a.wrong?(e.touch("details"),requestAnimationFrame(()=>document.getElementById(`contact-${t}`)?.focus())):re(e))}function re(e,t=!1){let n=le?.name;le=null,e.touch("details"),t&&requestAnimationFrame(()=>document.getElementById(`edit-${n}`)?.focus())}function ce(e,t,n){le={contact:e.contact?.id??"",name:t,text:n??"",wrong:null,busy:!1},e.touch("details"),requestAnimationFrame(()=>document.getElementById(`contact-${t}`)?.select())}function de(e,t,n){let a=A("contact.change",{what:A(`contact.field_${t}`).toLowerCase()});return Z`<button class="icon-button edit-button" id="edit-${t}" aria-label=${a} title=${a} @click=${()=>ce(e,t,n)}>
${z("pencil-line",14)}
</button>`}var ue=(e,t)=>le?.name===t&&le.contact===e.contact?.id;function pe(e,t,n,a,s=null,o={}){let l=e.contact?.id??"",i=A(`contact.field_${n}`),r=le?.contact===l&&le.name===n?le:null,c=s=>{s.isComposing||229===s.keyCode||("Escape"===s.key?(s.stopPropagation(),re(e,!0)):"Enter"===s.key&&(t||s.metaKey||s.ctrlKey)&&(s.preventDefault(),ie(e,n,a)))};if(t&&!a&&!r)return Q;let d=r?(()=>{let s=r?.wrong,o=s&&(I(`contact.wrong_${n}`)&&"invalid"===s?A(`contact.wrong_${n}`):A(I(`error.${s}`)?`error.${s}`:"error.unexpected",{seconds:0})),l=e=>r&&(r.text=e.target.value),d=()=>ie(e,n,a),u=t?Z`<input id="contact-${n}" class="edit-field" aria-label=${i} aria-invalid=${!!s} aria-describedby=${s?`wrong-${n}`:Q} maxlength="254" .value=${w(r?.text??"")} @input=${l} @keydown=${c} @blur=${d} />`:Z`<textarea id="contact-${n}" class="edit-field" rows="4" aria-label=${i} aria-invalid=${!!s} aria-describedby=${s?`wrong-${n}`:Q} maxlength="2000" .value=${w(r?.text??"")} @input=${l} @keydown=${c} @blur=${d}></textarea>`;return Z`${u}${s?Z`<p class="failed edit-wrong" id="wrong-${n}" role="alert">${o}</p>`:Q}`})():a?Z`${s?Z`<a href=${s}>${a}</a>`:Z`<span class=${t?"":"note-lines"}>${a}</span>`}${o.mark??Q}${o.fixed?Q:de(e,n,a)}${o.below??Q}`:Z`<button class="text-button quiet" id="edit-${n}" @click=${()=>ce(e,n,a)}>${A("contact.add",{what:i.toLowerCase()})}</button>`;return t?Z`<div class="fact">
<dt title=${i}>${z(t,16)}<span class="hidden">${i}</span></dt>
<dd class="edit">${d}</dd>
</div>`:Z`<div class="edit-note">${d}</div>`}var he=new Intl.DisplayNames(_,{type:"language"}),$e=new Map;function be(e){try{return e?new URL(e).host:null}catch{return null}}var me=(e,t,n)=>n?Z`<div class="fact">
<dt title=${t}>${z(e,16)}<span class="hidden">${t}</span></dt>
<dd>${n}</dd>
</div>`:Q,fe=["name","email","phone"],ve=e=>A(e.verified?C(e)?"common.verified":"contact.id_verified":"contact.unverified");function ge(e,t){let{known:n}=e;return["team","said"].filter(a=>n[a][t]&&n[a][t]!==e[t]).map(e=>Z`<p class="fact-other">${A(`contact.by_${e}`,{text:n[e][t]??""})}</p>`)}function ke(e,t){let n=e.sources[t];return{fixed:"proven"===n,mark:"proven"===n?Z`<span class="verified" role="img" aria-label=${A("contact.proven")} title=${A("contact.proven")}>${z("badge-check",14)}</span>`:"said"===n&&e.verified?Z`<span class="fact-unproven">${A("contact.unproven")}</span>`:Q,below:ge(e,t)}}function we(e,t,a){e.ticks.details.value,e.ticks.thread.value;let s=t.now.value;if(e.turning)return G;let l=e.row;if(!l)return Q;let{contact:i}=e,r=i?.data??null,c=r??l.contact,d={...l.contact,name:c.name,name_source:r?r.sources.name:l.contact.name_source},u=t.phone.value,p=r?function(e,t){let{device:n,time_zone:a}=e,s=n?[n.app,n.browser,n.os].filter(Boolean).join(" · "):"",o="";try{a&&(o=function(e){let t=$e.get(e)??new Intl.DateTimeFormat(_,{hour:"2-digit",minute:"2-digit",hourCycle:"h23",timeZone:e});return $e.set(e,t),t}(a).format(t))}catch{}return{device:s,local:o&&A("contact.local_time",{time:o})}}(r,s):{device:"",local:""},h=r?A("contact.since",{month:P(r.created_at,s)}):"";return Z`<div class="grip only-phone" aria-hidden="true"></div>
<section class="panel panel-who">
${M({id:l.contact.id,name:c.name})}
<div class="who">
<h2 class="who-name" id="details-title" tabindex="-1">
<span class="name">${q({...l.contact,name:c.name})}</span>${C(d)?D(!0):Q}${r?.name&&"proven"!==r.sources.name?de(e,"name",r.name):Q}
</h2>
<p>${[ve(d),h].filter(Boolean).join(" · ")}</p>
${r?ge(r,"name"):Q}
</div>
${t.narrow.value?Z`<button class="icon-button" aria-label=${A("common.close")} @click=${()=>t.details.set(!1)}>${z("x",20)}</button>`:Q}
${r?Z`<dl class="facts">
${ue(e,"name")?pe(e,"user","name",r.name):Q}
${pe(e,"mail","email",r.email,u?null:`mailto:${r.email}`,ke(r,"email"))}
${pe(e,"phone","phone",r.phone,u?null:`tel:${r.phone}`,ke(r,"phone"))}
${pe(e,"map-pin","city",r.city)} ${me("id-card",A("contact.user_id"),r.user_id)}
${me("languages",A("contact.language"),r.locale&&function(e){try{let{language:t,script:n}=new Intl.Locale(e).maximize();return he.of("zh"===t?`zh-${n}`:t)??e}catch{return e}}(r.locale))}
${me("monitor-smartphone",A("contact.device"),p.device)} ${me("clock",A("contact.clock"),p.local)}
</dl>`:Q}
<div class="who-labels">
${l.labels.map(t=>Z`<span class="chip"><i class="chip-dot series-${e.labels.colour(t)}"></i>${t}</span>`)}
<button
class="text-button quiet"
id="labels"
aria-haspopup="dialog"
aria-expanded="false"
title=${`${A("thread.labels")} · T`}
@click=${t=>o(e,t.currentTarget,[l.id])}
>
${z("plus",14)} ${A("thread.labels")}
</button>
${r?function(e,t){return["name","email","phone","city"].filter(n=>!t[n]&&!ue(e,n)).map(t=>Z`<button class="text-button quiet" id="edit-${t}" @click=${()=>ce(e,t,null)}>
${z("plus",14)} ${A(`contact.field_${t}`)}
</button>`)}(e,r):Q}
</div>
${((e,t)=>Z`<div class="tiles only-phone">
${t?.phone?Z`<a class="tile" href="tel:${t.phone}">${z("phone",20)}${A("contact.call")}</a>`:Q}
${t?.email?Z`<a class="tile" href="mailto:${t.email}">${z("mail",20)}${A("contact.mail")}</a>`:Q}
<button class="tile" aria-haspopup="menu" @click=${t=>n(e,t.currentTarget)}>
${z("user-plus",20)}${A("contact.hand_over")}
</button>
</div>`)(e,r)}
</section>
${"failed"===i?.phase?Z`<p class="panel-note" role="alert">
${A("contact.failed")}
<button class="text-button" @click=${()=>e.loadContact(!1)}>${A("common.retry")}</button>
</p>`:Q}
${r?Z`${((e,t,n)=>t.block?Z`<section class="panel">${function(e,t,n){let{reason:a,agent_id:s,blocked_at:o,until:l}=t.block,i=s?e.agentName(s):null,r=[i?A("contact.blocked_by",{name:i}):null,R(o,n),l?A("contact.blocked_until",{time:U(l)}):null];return Z`<div class="blocked" role="status">
${z("lock",16)}
<div>
<strong>${A("contact.blocked")}</strong>
${a?Z`<p>${a}</p>`:Q}
<p class="blocked-facts">${r.filter(Boolean).join(" · ")}</p>
</div>
${e.may("block")?Z`<button class="text-button" @click=${()=>e.unblock(t.id)}>${A("contact.unblock")}</button>`:Q}
</div>`}(e,t,n)}</section>`:Q)(e,r,s)}${function(e,t,n){if(!e.page)return Q;let{url:a,title:s,referrer:o,at:l}=e.page,i=be(o),r=[i&&i!==be(a)?A("contact.from",{host:i}):null,E("contact.visits",e.visits)];return Z`<section class="panel">
<div class="panel-head"><h3>${A(n?"contact.looking_at":"contact.looked_at")}</h3></div>
<p class="looking">
<i class="presence ${n?"on":""}"></i>
<span class="looking-title" title=${a}>${s||be(a)||a}</span>
</p>
<p class="looking-more"><span class="path" title=${a}>${function(e){try{let{pathname:t,search:n}=new URL(String(e));return t+n}catch{return e}}(a)}</span> · ${O(l??"",t)}</p>
<p class="looking-more">${r.filter(Boolean).join(" · ")}</p>
</section>`}(r,s,e.presence.customer(String(e.openId))??!!r.online)}${function(e,t,n){let a=[e.name,e.email,e.phone],s=Object.entries(e.attributes??{}).filter(([e,t])=>!(fe.includes(e.replace(/_\d+$/,""))&&a.includes(String(t)))),o=e.events??[];return Z`${s.length?Z`<section class="panel">
<div class="panel-head"><h3>${A("contact.attributes")}</h3><span>${A("contact.unproven")}</span></div>
<dl class="said">${s.map(([e,t])=>Z`<div><dt>${n[e]??(fe.includes(e)?A(`contact.field_${e}`):e)}</dt><dd>${(e=>"boolean"==typeof e?A(e?"contact.yes":"contact.no"):String(e))(((e,t)=>/^(consent|checkbox)(_\d+)?$/.test(e)&&/^(true|false)$/.test(String(t))?!0===t||"true"===t:t)(e,t))}</dd></div>`)}</dl>
</section>`:Q}${o.length?Z`<section class="panel">
<div class="panel-head"><h3>${A("contact.events")}</h3></div>
<dl class="said">
${o.map(e=>Z`<div><dt>${e.name}</dt><dd>${R(e.at,t)}</dd></div>`)}
</dl>
</section>`:Q}`}(r,s,e.formLabels)}${function(e,t,n,a){let s=t.conversations.filter(t=>t.id!==e.openId);return 0===s.length?Q:Z`<section class="panel">
<div class="panel-head"><h3>${A("contact.before")}</h3><span>${s.length}</span></div>
<ul class="earlier">
${s.map(e=>Z`<li>
<a
href="/inbox/${e.id}"
@click=${t=>{t.metaKey||t.ctrlKey||t.shiftKey||(t.preventDefault(),a(e.id))}}
>
${z("message-circle",16)}
<span class="earlier-text">${J(e.last_message?.text??null,e.last_message?.media_type,e.last_message?.sender?.kind)||A("inbox.no_message")}</span>
<span class="earlier-when">${R(e.updated_at,n)} · ${A(`common.state_${e.state}`)}</span>
</a>
</li>`)}
</ul>
</section>`}(e,r,s,a)}
<section class="panel">
<div class="panel-head"><h3>${A("contact.field_note")}</h3></div>
${pe(e,null,"note",r.note)}
</section>
<section class="panel">
<a class="text-button quiet" id="print" href="/print/${l.id}" target="_blank" rel="noopener" title=${`${A("contact.print")} · ⇧P`}>${A("contact.print")}</a>
</section>
${function(e,t){if(t.block||!e.may("block"))return Q;let n=se?.contact===t.id;return Z`<section class="panel">
${n?((e,t)=>Z`<form
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
.value=${w(se?.reason??"")}
@input=${e=>se&&(se.reason=e.target.value)}
/>
<label for="block-days">${A("contact.block_for")}</label>
<select id="block-days" class="edit-field" @change=${e=>se&&(se.days=Number(e.target.value))}>
${ae.map(e=>Z`<option value=${e} ?selected=${se?.days===e}>${A(`contact.block_days_${e}`)}</option>`)}
</select>
${t.address?Z`<label class="check"
><input
type="checkbox"
.checked=${w(se?.address??!1)}
@change=${e=>se&&(se.address=e.target.checked)}
/><span>${A("contact.block_address",{address:t.address})}</span></label
>`:Q}
<div class="block-does">
<button type="button" class="button quiet" @click=${()=>oe(e)}>${A("contact.block_cancel")}</button>
<button type="submit" class="button danger" aria-busy=${se?.busy??!1}>${A("contact.block")}</button>
</div>
</form>`)(e,t):Z`<button class="text-button quiet" id="block" @click=${()=>function(e,t){se={contact:t.id,days:0,reason:"",address:!1,busy:!1},e.touch("details"),requestAnimationFrame(()=>document.getElementById("block-reason")?.focus())}(e,t)}>${z("lock",14)} ${A("contact.block")}</button>`}
</section>`}(e,r)}`:Q}`}function xe(e){let t=e.cache.counts;if(!t)return Q;if(0!==t.all)return Z`<div class="empty empty-quiet">
<p>${A("inbox.choose")}</p>
<p class="keys-line"><kbd>J</kbd><kbd>K</kbd> ${A("inbox.choose_keys")} <kbd>↵</kbd> ${A("inbox.choose_open")}</p>
</div>`;let n=document.querySelector('meta[name="assets"]')?.getAttribute("content")??"";return Z`<div class="empty">
<img src="${n}/img/empty-inbox.svg" width="182" height="118" alt="" />
<h2>${A("inbox.nobody")}</h2>
<p>${A("inbox.nobody_why")}</p>
<div class="empty-actions">
<a class="button primary tall" href="/demo" target="_blank" rel="noopener">${z("store",18)}${A("inbox.try_it")}</a>
${e.firstSteps.allowed?function(e){let t="adding"===e.firstSteps.work;return Z`<button class="button tall" aria-busy=${t} @click=${e.firstSteps.addDemo}>${A(t?"inbox.demo_adding":"inbox.demo_add")}</button>`}(e):Q}
</div>
${e.firstSteps.allowed?Z`<p class="empty-hint">${A("inbox.demo_hint")}</p>`:Q}
</div>`}var ye="servicedesk.list_width",[_e,Ie,Ae]=[280,340,560],Ee={shop:"/settings/shop",site:"/settings/widget#site",hours:"/settings/hours",colleague:"/settings/team",answers:"/settings/canned",first_answer:"/demo"},Se=2*Math.PI*15;function Te({name:e,done:t}){let n=A(`inbox.step_${e}`);if(t)return Z`<li class="done">${z("circle-check",18)}<span>${n}</span><span class="hidden">${A("inbox.step_done")}</span></li>`;let a="site"===e&&S(location.origin),s=Ee[e];return Z`<li>
<a href=${s} target=${"/demo"===s?"_blank":Q} rel=${"/demo"===s?"noopener":Q}>${z("circle",18)}<span>${n}${a?Z`<small class="step-trouble">${A(`inbox.step_site_${a}`)}</small>`:Q}</span>${z("chevron-right")}</a>
</li>`}function ze({clock:e,state:t,waiting_since:n},a){if(!e||"closed"===t||"solution"!==e.kind&&!n)return null;let s=((e,t)=>e?Date.parse(e):t)(e.changes_at,Number.POSITIVE_INFINITY),o=e.running||"hours"===e.paused,l=a<s?e.running:"hours"===e.paused,[i,r]=e.running?[Date.parse(e.at),Math.min(a,s)]:[s,a],c=e.spent_ms+(o?Math.max(0,r-i):0),d=l?null:o?"hours":e.paused,u=e.broken_at??(c>e.target_ms?e.due_at:null);return{kind:e.kind,level:u?"broken":d?"paused":c>=e.warn_ms?"warned":"",paused:d,share:Math.min(1,c/e.target_ms),left_ms:u?Math.max(0,a-Date.parse(u)):Math.max(0,e.target_ms-c)}}function qe({level:e,paused:t,left_ms:n}){return"broken"===e?A("clocks.over",{time:F(n)}):t?A(`clocks.paused_${t}`):A("clocks.left",{time:F(n)})}function Me(e){if(!e)return Q;let t=`${A(`clocks.${e.kind}`)} · ${qe(e)}`;return Z`<progress class="clock ${e.level}" max="1" value=${e.share.toFixed(2)} aria-label=${t} title=${t}></progress>`}var Le=(e,t)=>t-Date.parse(e)<6e4?A("thread.waited_now"):A("thread.waited",{time:O(e,t)}),Ce=["mine","unassigned","open"];var De={row:72,head:34},Ne={row:76,head:38};function Be({desk:e,unseen:t,order:n,here:a,focusRow:s,laid:o,stretch:l}){return{pill:()=>{e.ticks.list.value;let i=t(),r=new Set(n()),c=e.list.waiting+i.filter(t=>r.has(t)||!e.list.has(t)).length;if(!c)return Q;let d=i.length>0&&(o().sections.find(e=>e.key===i[0])?.top??1/0)>l.value.top;return Z`<button class="new-pill" @click=${async()=>{e.list.release();let[t]=i;return t?(await e.moreUntil(()=>e.list.has(t)),requestAnimationFrame(()=>requestAnimationFrame(()=>s(t)))):a.scroller?.scrollTo(0,0)}}>${z(d?"arrow-down":"arrow-up",14)} ${E("inbox.new",c)}</button>`}}}function Oe(t,i,d,p){let h={focused:null,scroller:null,hover:null,lastAt:0,known:{},walked:null},{stretch:$,laid:m,arrived:f,onScroll:v,unseen:w}=function({ui:e,desk:t,here:n}){let a=X({top:0,height:900}),s=new Set,o=()=>e.phone.value?Ne:De,l=()=>{let[e,a,s]=[t.list.shown,"open"===t.list.view&&"waiting"===t.list.sort&&null===t.list.label,o()];return(n.known.shown!==e||n.known.grouped!==a||n.known.tall!==s)&&(n.known={shown:e,grouped:a,tall:s,...r(e,a,s)}),n.known};return{stretch:a,laid:l,arrived:s,onScroll:()=>{if(!n.scroller)return;let{scrollTop:e,clientHeight:s}=n.scroller;(Math.abs(e-a.value.top)>80||s!==a.value.height)&&(a.value={top:e,height:s}),t.list.hold("scrolled",e>8);let{height:i}=l();i-e-s<12*o().row&&t.more()},unseen:()=>{let{top:n,height:o}=a.value;for(let a of s){let i=t.cache.rows.get(a),r=l().sections.find(e=>e.key===a),c=r&&r.top+r.height/2>n&&r.top+r.height/2<n+o&&e.sees("inbox")&&"visible"===document.visibilityState;(!i?.waiting_since||a===t.openId||c||!t.list.takes(i))&&s.delete(a)}return[...s]}}}({ui:i,desk:t,here:h}),{aimAt:x,showView:y,step:_,aimed:I,focusRow:S}=function({here:e,desk:t,stretch:n,laid:a}){let s=n=>{e.focused=n,t.touch("list")},o=o=>{e.walked={id:o,open:t.openId},s(o);let l=a().sections.find(e=>e.key===o);if(e.scroller&&l){let{scrollTop:t,clientHeight:a}=e.scroller;l.top<t?e.scroller.scrollTop=l.top-40:l.top+l.height>t+a&&(e.scroller.scrollTop=l.top+l.height-a+8),n.value={top:e.scroller.scrollTop,height:a}}e.scroller?.querySelector(`.row[data-id="${CSS.escape(o)}"]`)?.focus({preventScroll:!0})};return{aimAt:s,showView:a=>{e.scroller?.scrollTo(0,0),n.value={top:0,height:e.scroller?.clientHeight||900},s(null),t.showView(a)},step:n=>{let a=t.list.shown;if(0===a.length)return;let s=a.findIndex(n=>n.id===(e.focused??t.openId)),l=s>=0?s+n:n>0?e.lastAt:e.lastAt-1,i=Math.max(0,Math.min(a.length-1,l));e.lastAt=i,o(a[i].id),i>a.length-12&&t.more()},aimed:()=>{let n=document.activeElement?.closest(".list-scroll .row")?.dataset.id;return n&&e.walked?.id===n&&e.walked.open===t.openId?n:null},focusRow:o}}({here:h,desk:t,stretch:$,laid:m}),{choosing:T,order:F,all:P,chooseAll:U,endChoosing:W,nextTo:Y}=function({desk:e}){let t=X(!1),n=()=>e.list.shown.map(e=>e.id);return{choosing:t,order:n,all:()=>null===e.list.page.cursor?n().length:null===e.list.label?e.cache.counts?.[e.list.view]??null:null,chooseAll:async()=>{t.value=!0,await e.moreUntil(()=>n().length>=200),e.selection.all(n())},endChoosing:()=>{t.value=!1,e.selection.clear()},nextTo:e=>{let t=n(),a=t.indexOf(e);return a<0?null:t[a+1]??t[a-1]??null}}}({desk:t}),{pointed:G,onClick:te,onOver:ne,onEnter:ae,onLeave:se}=function({desk:t,choosing:n,ui:s,here:o,open:l,aimAt:i,order:r}){let c=X(null);return{pointed:c,onClick:c=>{let d=c.target,u=d.closest(".place")?.dataset.id;if(!u)return;let p=d.closest("[data-action]");if(p)return((n,s)=>{let{action:o}=s.dataset;"take"===o?e(t,[n],"assign",{agent_id:t.agent.id}):"snooze"===o?a(t,s,[n]):e(t,[n],"close"===o?"close":"reopen")})(u,p);let h=d.closest(".row-check");return h||(e=>e.target.closest?.(".row"))(c)&&!c.ctrlKey&&!c.metaKey&&!c.button?(c.preventDefault(),c.shiftKey||h||n.value&&s.phone.value?(i(u),void(c.shiftKey?t.selection.range(u,r()):t.selection.toggle(u))):(o.focused=u,void l(u))):void 0},onOver:e=>{clearTimeout(o.hover);let n=e.target.closest(".place")?.dataset.id;"mouse"===e.pointerType&&(c.value=n??null),n&&(o.hover=setTimeout(()=>t.threads.prefetch(n),120))},onEnter:e=>"mouse"===e.pointerType&&t.list.hold("pointer",!0),onLeave:()=>{clearTimeout(o.hover),c.value=null,t.list.hold("pointer",!1)}}}({desk:t,choosing:T,ui:i,here:h,open:d,aimAt:x,order:F}),{viewsMenu:oe,sortMenu:le,filterMenu:ie,countOf:re,again:ce}=function({desk:e,showView:t,choosing:n,here:a,aimAt:s,edit:o}){let l=t=>e.cache.counts?.[t]??"",i=(n,a)=>({label:n,items:e.views.all.filter(e=>e.shared===a&&!k(e.filter)).map(n=>{let a=n.id;return n.filter?{label:n.name,hint:String(l(a)),checked:a===e.list.view,run:()=>t(a)}:{label:n.name,hint:A("inbox.view_broken"),mark:Z`<span class="failed">${z("circle-alert")}</span>`,run:o}})}),r=t=>{a.scroller?.scrollTo(0,0),s(null),e.arrangeBy(t)};return{viewsMenu:a=>{let s=K.filter(e=>"snoozed"!==e||Number(l("snoozed"))>0);B(a.currentTarget,A("inbox.views"),[{items:s.map(n=>({label:A(`inbox.view_${n}`),hint:String(l(n)),checked:n===e.list.view,run:()=>t(n)}))},i(A("inbox.views_team"),!0),i(A("inbox.views_own"),!1),{items:[{label:A("inbox.views_edit"),mark:z("list-filter"),run:o},{label:A("inbox.choose_many"),hint:"X",mark:z("list-checks"),run:()=>n.value=!0}]}])},sortMenu:t=>B(t.currentTarget,A("inbox.sort"),[{items:["waiting","newest","due"].map(t=>({label:A(`inbox.sort_${t}`),checked:e.list.sort===t,run:()=>r({sort:t})}))}]),filterMenu:t=>u(t.currentTarget,{label:A("inbox.filter"),placeholder:A("thread.labels_find"),nothing:A("thread.labels_none"),options:t=>e.labels.search(t).map(t=>({id:t.id,label:t.name,mark:Z`<i class="label-dot series-${e.labels.colour(t.name)}"></i>`,checked:e.list.label===t.name})),choose:t=>r({label:t.label===e.list.label?null:t.label})}),countOf:l,again:r}}({desk:t,showView:y,choosing:T,here:h,aimAt:x,edit:p}),{body:de,emptyWords:ue}=function({desk:e,ui:t,laid:n,stretch:a,here:s,choosing:o,pointed:i}){let r=()=>Z`<div class="skeletons" aria-hidden="true">
${[0,1,2].map(e=>Z`<div class="skeleton fade-${e}"><i></i><b></b><b></b></div>`)}
</div>`;return{body:()=>{let{sections:r,height:d}=n(),{top:u,height:p}=a.value,h=c(r,u-360,u+p+360),$=t.now.value,m=e.list.page.cursor?-1:e.list.shown.length,f=s.focused??e.openId??e.list.shown[0]?.id,v=e.list.shown.some(e=>e.id===f)?f:e.list.shown[0]?.id;return Z`<div class="list-space ${o.value||e.selection.size?"choosing":""}" .style=${`height:${d}px`}>
${l(h.filter(e=>"head"===e.kind),e=>e.key,t=>"head"===t.kind&&Z`<h3 class="group-head" .style=${`transform:translateY(${t.top}px)`}>
${A(`inbox.group_${t.group}`)} <span class="count">${(t=>{let n=e.cache.counts;if(!n)return"";let[a,s]=[n.open??0,n.waiting??0];return"us"===t?s:a-s})(t.group)}</span>
</h3>`)}
<div role="list" aria-label=${A("inbox.list")}>
${l(h.filter(e=>"row"===e.kind),e=>e.key,t=>{let n="row"===t.kind&&e.cache.rows.get(t.id);if(!n||"row"!==t.kind)return Q;let a=e.selection.has(n.id);return Z`<div
class="place ${a?"chosen":""}"
data-id=${n.id}
role="listitem"
aria-setsize=${m}
aria-posinset=${t.index+1}
.style=${`transform:translateY(${t.top}px)`}
>
${function(e,t,n){let a=t.id===e.openId&&e.reading?0:t.unread,s=t.agent_id?{id:t.agent_id,name:e.agentName(t.agent_id)??""}:null,o=ze(t,n.now),l=e.presence.writing(t.id).find(t=>"agent"===t.member.kind&&t.member.id!==e.agent.id);return Z`<a
class="row ${a>0?"unread":""}"
href="/inbox/${t.id}"
data-id=${t.id}
aria-current=${n.open?"true":"false"}
tabindex=${n.focus?0:-1}
>
${M(t.contact,Z`<span class="channel">${b(t.channel)}</span>${t.online?Z`<i class="presence on"></i>`:Q}`)}
<span class="row-name"><span class="name">${q(t.contact)}</span>${t.online?Z`<span class="hidden">${A("agent.state_online")}</span>`:Q}${C(t.contact)?D(!0):Q}</span>
<span class="row-wait">${function(e,t,n){if("broken"===n?.level)return Z`<span class="late">${qe(n)}</span>`;if("closed"===e.state)return Z`<span>${R(e.updated_at,t)}</span>`;if(e.waiting_since){let n=O(e.waiting_since,t);return Z`<span title=${V(e.waiting_since)}><span class="hidden">${A("inbox.waits")} </span>${n}</span>`}return Z`<span title=${V(e.updated_at)}>${R(e.updated_at,t)}</span>`}(t,n.now,o)}</span>
<span class="row-last">${function(e,t){let n=e.unsentOf(t.id),a=n.find(e=>"failed"===e.state);if(a)return Z`<span class="failed" role="img" aria-label=${A("inbox.failed")}>${z("circle-alert",14)}</span> ${ee(a.content)}`;let s=e.presence.writing(t.id).find(e=>"visitor"===e.member.kind);if(s)return Z`<span class="typing">${N}</span> ${s.preview??Z`<span>${A("inbox.typing")}</span>`}`;let o=t.id===e.openId?null:e.drafts.of(t.id);if(o)return Z`<span class="draft">${A("inbox.draft")}</span> ${o}`;let l=n.at(-1);if(l)return A("inbox.you",{text:ee(l.content)??""});let i=t.last_message;if(!i)return A("inbox.no_message");let r=J(i.text,i.media_type,i.sender.kind)??A("thread.recalled");return i.note?Z`<span class="quiet">${A("inbox.note")}</span> ${r}`:"visitor"===i.sender.kind?r:i.sender.id===e.agent.id?A("inbox.you",{text:r}):A("inbox.by",{name:i.sender.name??e.agentName(i.sender.id)??"",text:r})}(e,t)}</span>
${H(t)&&t.id!==e.openId?Z`<span class="pill pill-mention" role="img" aria-label=${A("inbox.mentioned")} title=${A("inbox.mentioned")}>@</span>`:Q}
${a>0?Z`<span class="pill"><span aria-hidden="true">${a>99?"99+":a}</span
><span class="hidden">${E("inbox.unread",a)}</span></span>`:Q}
<span class="row-facts">${function(e,t,n){if(t.labels.length>0){let n=t.labels.length-2;return Z`${t.labels.slice(0,2).map(t=>Z`<span class="row-label"><i class="label-dot series-${e.labels.colour(t)}"></i>${t}</span>`)}${n>0?Z`<span>+${n}</span>`:Q}`}if("closed"===t.state)return A("inbox.state_closed");if("snoozed"===t.state){let e=t.snoozed_until?g(t.snoozed_until,n):A("thread.snooze_reply");return Z`${z("alarm-clock",12)} <span title=${A("inbox.state_snoozed")}>${e}</span>`}return t.agent_id?Q:A("inbox.unassigned")}(e,t,n.now)}</span>
<span class="row-who">
${l?Z`<span class="writing-colleague">${N}</span>`:Q}
${s?.name?Z`${L(s,"tiny")}<span class="hidden">${A("inbox.assigned_to",{name:s.name})}</span>`:Q}
${Me(o)}
</span>
</a>`}(e,n,{now:$,index:t.index,count:m,focus:v===n.id,open:e.openId===n.id})}
${a||i.value===n.id||o.value||e.selection.size?Z`<button class="row-check" role="checkbox" tabindex="-1" aria-checked=${a} aria-label=${A("inbox.choose_one",{name:q(n.contact)})}>
<i>${z("check",14)}</i>
</button>`:Q}
${i.value===n.id?function(e,t){let n=q(e.contact),a=(e,t,a)=>Z`<button class="icon-button" tabindex="-1" data-action=${e} aria-label=${`${A(a)} · ${n}`} title=${A(a)}>${z(t,16)}</button>`;return"closed"===e.state?Z`<span class="row-tools">${a("reopen","rotate-ccw","thread.reopen")}</span>`:Z`<span class="row-tools">
${e.agent_id===t?Q:a("take","user-plus","inbox.key_take")} ${a("snooze","alarm-clock","thread.snooze")}
${a("close","check","thread.close")}
</span>`}(n,e.agent.id):Q}
</div>`})}
</div>
</div>`},emptyWords:()=>{let n=e.list.page;return n.failed&&!n.loaded?Z`<p class="list-note" role="alert">
${A("inbox.list_failed")} <button class="text-button" @click=${e.retryList}>${A("common.retry")}</button>
</p>`:n.loaded?null!==e.list.label?Z`<p class="list-note">${A("inbox.empty_label",{name:e.list.label})}</p>`:0===e.cache.counts?.all?Z`<h3 class="lone-head">${A("inbox.group_us")} <span class="count">0</span></h3>${t.phone.value?xe(e):r()}`:Z`<p class="list-note">${A(`inbox.empty_${j(e.list.view)?"saved":e.list.view}`)}</p>`:r()}}}({desk:t,ui:i,laid:m,stretch:$,here:h,choosing:T,pointed:G}),{bulk:pe,header:he}=function({desk:t,viewsMenu:l,sortMenu:i,filterMenu:r,showView:c,countOf:d,again:u,all:p,choosing:h,chooseAll:$,endChoosing:b}){let m=()=>t.selection.size>=200&&null!==t.list.page.cursor;return{bulk:()=>{let l=t.selection.size;if(0===l&&!h.value)return Q;let i=t.list.view,r=(e,t,n,a,s)=>Z`<button class="bulk-action" ?disabled=${0===l} aria-haspopup=${s?"menu":Q} @click=${a}>
${z(e,18)}<span>${A(t)} <kbd class="no-phone" aria-hidden="true">${n}</kbd></span>
</button>`;return Z`<div class="bulk" role="toolbar" aria-label=${A("inbox.bulk")}>
<p>
<b role="status">${t.selection.whole?A("inbox.whole"):E("inbox.chosen",l)}</b>
${t.selection.whole?Q:Z`<button class="text-button" @click=${()=>m()?t.selection.takeWhole():$()}>${(()=>{if(m())return A("inbox.choose_whole");let e=p();return null===e?A("inbox.choose_every"):e>200?A("inbox.choose_first",{count:200}):A("inbox.choose_all",{count:e})})()}</button>`}
<button class="text-button" @click=${b}>${A("inbox.choose_none")}</button>
</p>
<div>
${r("user-plus","inbox.bulk_assign","A",e=>n(t,e.currentTarget),!0)}
${r("tag","inbox.bulk_label","T",e=>o(t,e.currentTarget),!0)}
${"closed"===i?r("rotate-ccw","thread.reopen","E",()=>e(t,t.selection.ids,"reopen"),!1):Z`${r("alarm-clock","thread.snooze","Z",e=>a(t,e.currentTarget),!0)}
${r("flag","thread.priority","P",e=>s(t,e.currentTarget),!0)}
${r("check","thread.close","E",()=>e(t,t.selection.ids,"close"),!1)}`}
</div>
</div>`},header:()=>{let e=t.list.view,n=Ce.includes(e)?Ce:[...Ce,e];return Z`<header class="list-head">
<h2>
<button class="title-button" aria-haspopup="menu" aria-expanded="false" @click=${l}>
${A("rail.inbox")}${z("chevron-down",18)}
</button>
<span class="list-tools">
<button
class="icon-button"
aria-haspopup="menu"
aria-expanded="false"
aria-label=${`${A("inbox.sort")} · ${A(`inbox.sort_${t.list.sort}`)}`}
title=${A(`inbox.sort_${t.list.sort}`)}
@click=${i}
>
${z("arrow-up-down",18)}
</button>
<button class="icon-button" aria-haspopup="dialog" aria-expanded="false" aria-label=${A("inbox.filter")} title=${A("inbox.filter")} @click=${r}>
${z("list-filter",18)}
</button>
</span>
</h2>
<div class="pills" role="group" aria-label=${A("inbox.views")}>
${n.map(n=>Z`<button class="view-pill" aria-pressed=${n===e} @click=${()=>c(n)}>
${j(n)?t.views.get(n)?.name:A(`inbox.view_${n}`)} <span class="count">${d(n)}</span>
</button>`)}
</div>
${null===t.list.label?Q:Z`<p class="list-filter">
<span class="chip"><i class="chip-dot series-${t.labels.colour(t.list.label)}"></i>${t.list.label}</span>
<button class="text-button" @click=${()=>u({label:null})}>${A("inbox.filter_off")}</button>
</p>`}
</header>`}}}({desk:t,viewsMenu:oe,sortMenu:le,filterMenu:ie,showView:y,countOf:re,again:ce,all:P,choosing:T,chooseAll:U,endChoosing:W});return{step:_,bulk:()=>(t.ticks.list.value,pe()),choose(e){let n=h.focused??t.openId??t.list.shown[0]?.id;n&&(e?t.selection.range(n,F()):t.selection.toggle(n))},chooseAll:U,nextTo:Y,get aimed(){return I()},arrived(e){f.add(e),t.touch("list")},endChoosing:()=>!(!T.value&&0===t.selection.size||(W(),0)),prefetchAfter:e=>{let n=t.list.shown.findIndex(t=>t.id===e);if(!(n<0)){h.lastAt=n;for(let e of t.list.shown.slice(n+1,n+1+2))t.threads.prefetch(e.id)}},rest:se,focusRow:S,showView:y,get focused(){return h.focused},focusOpen(){t.list.shown.some(e=>e.id===t.openId)?S(t.openId??""):document.getElementById("thread-title")?.focus()},attach(e){h.scroller=e,e.addEventListener("scroll",v,{passive:!0}),e.addEventListener("click",te),e.addEventListener("pointerover",ne),e.addEventListener("pointerenter",ae),e.addEventListener("pointerleave",se),new ResizeObserver(v).observe(e)},header:()=>(t.ticks.list.value,he()),body:()=>(t.ticks.list.value,t.list.shown.length?de():ue()),...Be({desk:t,unseen:w,order:F,here:h,focusRow:S,laid:m,stretch:$})}}var Fe=e=>e?`/inbox/${encodeURIComponent(e)}`:"/inbox";W("inbox",function(l){let r=d(l),{app:c,thread:u}=r,{desk:g,ui:k}=c,w=function({me:e,ui:t}){let n=document.createElement("main");return n.id="inbox",n.className="room",n.dataset.pane="list",te(Z`<h1 class="hidden" tabindex="-1">${A("rail.inbox")} · ${e.shop.name}</h1>
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
<section class="details" aria-label=${A("thread.details")}></section>`,n),n}(c),_=e=>w.querySelector(`.${e}`),I=function({app:e,conversation:{composer:t},list:n}){let{desk:a,ui:s,shell:o}=e;return(l,i)=>{if(t.flush(),a.show(l),s.tab.value="reply",!i){let t=()=>{y({from:"inbox"},Fe(l)),e.moved()};s.narrow.value?t():(t=>{e.schedule(()=>setTimeout(()=>s.sees("inbox")&&t()))})(t)}s.narrow.value&&s.details.set(!1),l&&o.visited(l),l&&setTimeout(()=>l===a.openId&&n().prefetchAfter(l),400),l&&s.phone.value&&requestAnimationFrame(()=>document.getElementById("thread-title")?.focus())}}({app:c,conversation:r,list:()=>S}),S=Oe(g,k,e=>I(e),()=>{c.router.go("/settings/views")}),M=function({app:e,place:t,conversation:s,list:o,open:l}){let{desk:r,ui:c,shell:d,storage:u,me:f}=e,v=f.rights.includes("ticket"),g=()=>{history.state?.from?history.back():l(null)},k=t=>{let{row:n}=r;n&&B(t,A("inbox.more"),[{items:[...v?[{label:A("inbox.to_ticket"),mark:z("ticket"),run:()=>i(e,n.id)}]:[],...r.may("merge")?[{label:A("inbox.key_merge"),mark:z("git-merge"),run:()=>p(e,n.id,"more")}]:[]]}])},w={room:"inbox",place:t("sheet"),head:()=>function(e,t,s,o){let l=e.row,i="closed"===l?.state,r=i&&""!==h(e),c=l?.agent_id?{id:l.agent_id,name:e.agentName(l.agent_id)??"?"}:null,d=c?A("inbox.assigned_to",{name:c.name}):A("inbox.unassigned"),u=l?ze(l,t.now.value):null,p=l?[$(l.channel),i?A("inbox.state_closed"):l.waiting_since?Le(l.waiting_since,t.now.value):A("thread.not_waiting"),...l.priority&&"normal"!==l.priority?[A(`thread.is_${l.priority}`)]:[]]:[];return Z`<header class="thread-head">
<button class="icon-button only-phone" aria-label=${A("common.back")} @click=${s}>${z("chevron-left",24)}</button>
<div class="thread-who">
<h2 id="thread-title" tabindex="-1">
<span class="name">${l?q(l.contact):""}</span>${l&&C(l.contact)?D(!0):Q}
</h2>
<p>${l?Z`<span class="no-phone">${b(l.channel)} </span>${p.join(" · ")} ${Me(u)} ${u?Z`<span class=${"broken"===u.level?"late":""}>${qe(u)}</span>`:Q}`:Z`&nbsp;`}</p>
</div>
${l?Z`<span class="no-phone">${m(e,l.id)}</span>`:Q}
${l?Z`<button
class="assign-button no-phone"
id="assign"
aria-haspopup="menu"
aria-expanded="false"
aria-label=${A("thread.assign_now",{who:d})}
title=${`${d} · A`}
@click=${t=>n(e,t.currentTarget,[l.id])}
>
${c?L(c,"small"):z("user-plus",18)}${z("chevron-down",14)}
</button>
${i?Q:Z`<button
class="icon-button"
id="snooze"
aria-haspopup="menu"
aria-expanded="false"
aria-label=${A("thread.snooze")}
title=${`${A("thread.snooze")} · Z`}
@click=${t=>a(e,t.currentTarget,[l.id])}
>
${z("alarm-clock",t.phone.value?24:18)}
</button>`}
${r?Q:i?Z`<button class="button no-phone" @click=${()=>e.reopen(l.id)}>
${z("rotate-ccw")}<span>${A("thread.reopen")}</span>
</button>`:Z`<button class="button no-phone" aria-keyshortcuts="e" @click=${()=>e.close(l.id)}>
${z("check")}<span>${A("thread.close")}</span><kbd aria-hidden="true">E</kbd>
</button>`}
${r?Q:Z`<button
class="icon-button only-phone"
aria-label=${A(i?"thread.reopen":"thread.close")}
@click=${()=>i?e.reopen(l.id):e.close(l.id)}
>
${z(i?"rotate-ccw":"check",24)}
</button>`}
${o?Z`<button class="icon-button" id="more" aria-haspopup="menu" aria-expanded="false" aria-label=${A("inbox.more")} title=${A("inbox.more")} @click=${e=>o(e.currentTarget)}>${z("ellipsis",t.phone.value?24:18)}</button>`:Q}
<button
class="icon-button"
id="details-toggle"
aria-label=${A("thread.details")}
title=${`${A("thread.details")} · I`}
aria-expanded=${t.details.open?"true":"false"}
@click=${()=>t.details.toggle()}
>
<span class="no-phone">${z("panel-right",18)}</span><span class="only-phone">${z("info",24)}</span>
</button>`:Q}
</header>`}(r,c,g,v||r.may("merge")?k:null),empty:()=>xe(r),leave:()=>l(null)};return o.attach(t("list-scroll")),function(e,t,n){let a=Number(n?.getItem(ye))||Ie,s=document.createElement("div");s.className="list-edge no-phone",s.tabIndex=0,s.setAttribute("role","separator"),s.setAttribute("aria-orientation","vertical"),s.setAttribute("aria-label",A("inbox.edge")),s.setAttribute("aria-valuemin",String(_e)),s.setAttribute("aria-valuemax",String(Ae)),t.append(s);let o=t=>{a=Math.round(Math.max(_e,Math.min(Ae,.45*innerWidth,t))),e.style.setProperty("--list",`${a}px`),s.setAttribute("aria-valuenow",String(a))},l=()=>{try{n?.setItem(ye,String(a))}catch{}};s.addEventListener("keydown",e=>{let t={ArrowLeft:a-20,ArrowRight:a+20,Home:_e,End:Ae}[e.key];void 0!==t&&(e.preventDefault(),o(t),l())}),s.addEventListener("dblclick",()=>{o(Ie),l()}),s.addEventListener("pointerdown",e=>{e.preventDefault(),s.setPointerCapture(e.pointerId);let t=e.clientX-a,n=e=>o(e.clientX-t);s.addEventListener("pointermove",n),s.addEventListener("lostpointercapture",()=>(s.removeEventListener("pointermove",n),l()),{once:!0})}),o(a)}(t("list").parentElement,t("list"),u),T(t("list-top"),o.header),T(t("list-pill"),o.pill),T(t("list-bulk"),o.bulk),T(t("list-first"),function(e,t){let n=X(null);return()=>{e.ticks.frame.value;let{shown:a,demo:s,work:o,removeDemo:l}=e.firstSteps;return Z`${s&&!a?Z`<p class="demo-line">
${z("info")}<span>${A("inbox.demo_there")}</span
><button class="text-button" aria-busy=${"removing"===o} @click=${l}>${A("removing"===o?"inbox.demo_removing":"inbox.demo_remove")}</button>
</p>`:Q}
${a?(()=>{let{steps:a,left:s,demo:o,work:l,removeDemo:i}=e.firstSteps,r="removing"===l,c=n.value??(!t.phone.value&&0===e.cache.counts?.all);return Z`<section class="first-steps" aria-labelledby="first-steps-title">
<header>
${((e,t)=>Z`<span class="steps-ring" aria-hidden="true"
><svg viewBox="0 0 36 36" width="36" height="36"><circle cx="18" cy="18" r="15" /><circle class="steps-ring-done" cx="18" cy="18" r="15" stroke-dasharray="${Se*e/t} ${Se}" /></svg><b>${e}/${t}</b></span
>`)(a.length-s,a.length)}
<div>
<h2 id="first-steps-title">${E("inbox.steps_left",s)}</h2>
<button class="text-button quiet" aria-expanded=${c} aria-controls="first-steps-list" @click=${()=>n.value=!c}>
${A(c?"inbox.steps_fold":"inbox.steps_unfold")}
</button>
${o?Z` · <button class="text-button quiet" aria-busy=${r} @click=${i}>${A(r?"inbox.demo_removing":"inbox.demo_remove_all")}</button>`:Q}
</div>
<button class="icon-button" aria-label=${A("inbox.steps_dismiss")} title=${A("inbox.steps_dismiss")} @click=${e.firstSteps.dismiss}>${z("x")}</button>
</header>
<ul id="first-steps-list" ?hidden=${!c}>
${a.map(Te)}
</ul>
</section>`})():Q}`}}(r,c)),T(t("list-line"),function({desk:e,notices:t}){let n=(e,t,n)=>Z`<div class="list-notice" role="status">
${z(e,18)}<span>${t}</span><span class="list-notice-steps">${n}</span>
</div>`;return()=>(e.ticks.frame.value,"owner"!==e.agent.role&&"admin"!==e.agent.role||!ne(e.agents)?t.hint.value?n("volume-2",A("notify.blocked"),Z`<button class="text-button" @click=${()=>t.bell.wake()}>${A("notify.unblock")}</button>`):t.offer.value?n("bell",A("notify.offer"),Z`<button class="text-button" @click=${t.allow}>${A("notify.allow")}</button
><button class="text-button quiet" @click=${t.notNow}>${A("notify.not_now")}</button>`):Q:n("users",A("notify.nobody_online"),Z`<button class="text-button" @click=${()=>e.setAvailability("online")}>${A("notify.go_online")}</button>`))}({desk:r,notices:d.notices})),T(t("list-scroll"),o.body),s.lodge(w),T(t("details"),()=>s.isAt(w)?we(r,c,e=>l(e)):null),w}({app:c,place:_,conversation:r,list:S,open:I});(function({app:e,root:t,place:n}){let{desk:a,ui:s}=e,o=null;Y(()=>{a.ticks.thread.value;let l="inbox"===s.room.value,i=!!a.openId&&s.details.open,r=l&&i&&s.narrow.value,c="true"===t.dataset.drawer;t.dataset.pane=a.openId?"thread":"list",t.dataset.details=String(i),t.dataset.drawer=String(r);for(let e of["list","sheet"])n(e).inert=r;n("details").inert=!i,e.rail.inert=r&&l,l&&(document.body.dataset.alone=String(!!a.openId)),r&&!c?(o=document.activeElement,history.pushState({...history.state,drawer:!0},""),requestAnimationFrame(()=>document.getElementById("details-title")?.focus())):!r&&c&&(o?.focus(),history.state?.drawer&&history.back())})})({app:c,root:w,place:_}),c.shell.addActions("inbox",function({app:l,root:r,place:c,conversation:{composer:d},list:u,open:h}){let{desk:$,ui:b,me:m}=l,g=e=>0===$.selection.size&&(u.aimed?document.activeElement:document.getElementById(e))||c("list-bulk").querySelector(".bulk")||c("list-top").querySelector(".title-button"),k=()=>0===$.selection.size&&u.aimed?[u.aimed]:v($);return x({desk:$,ui:b,list:u,composer:d,open:h,back:()=>{if("true"===r.dataset.drawer)b.details.set(!1);else{if(u.endChoosing())return;if(document.activeElement?.closest(".composer"))u.focusOpen();else if(history.state?.from&&"inbox"!==history.state.from)history.back();else if($.openId){let e=$.openId;h(null),requestAnimationFrame(()=>u.focusRow(e))}}},perform:(t,n)=>{let a=0===$.selection.size?u.aimed:null,s=a&&a!==$.openId&&u.nextTo(a),o=e($,k(),t,n);return s&&requestAnimationFrame(()=>document.activeElement===document.body&&u.focusRow(s)),o},closeNext:()=>{let[t]=k(),n=u.nextTo(t);e($,[t],"close"),h(n),n&&u.focusRow(n)},assign:()=>n($,g("assign"),k()),handOver:()=>{t($,g("assign"),k())},prioritize:()=>s($,g("assign"),k()),snooze:()=>a($,g("snooze"),k()),label:()=>o($,g("labels"),k()),macro:()=>f($,g("composer-text"),k()),print:()=>{window.open(`/print/${k()[0]}`,"_blank","noopener")},merge:()=>p(l,k()[0],"more"),toTicket:m.rights.includes("ticket")?()=>{i(l,k()[0])}:null})}({app:c,root:w,place:_,conversation:r,list:S,open:I})),Y(()=>{g.ticks.thread.value;let e="inbox"===k.room.value&&r.isAt(M)?g.row?.ticket?.name:null;e&&queueMicrotask(()=>k.sees("inbox")&&g.row?.ticket?.name===e&&void c.router.go(`/tickets/${encodeURIComponent(e)}${location.search}`))}),document.addEventListener("visibilitychange",()=>"visible"===document.visibilityState&&k.sees("inbox")&&g.firstSteps.looked()),c.setInbox({open:I,arrived:e=>S.arrived(e),next:()=>{S.step(1),S.focused&&I(S.focused)},toTeam:e=>g.openId&&void t(g,document.getElementById("assign")??document.getElementById("thread-title"),[g.openId],{team_id:e}),showView:e=>{k.phone.value&&I(null),S.showView(e)}});let N=!1,O=!1;return{root:w,title:()=>`${A("rail.inbox")} · ${c.me.shop.name}`,heading:()=>w.querySelector("h1"),address:()=>Fe(g.openId),show({inner:e,url:t}){r.lodge(M);let n=t.searchParams.get("view");("mentions"===n||j(n??""))&&(N?S.showView(n):g.list.show(n)),N?O||g.firstSteps.looked():g.startList();let a=N&&O,s=Number(t.searchParams.get("at"));e&&s>0&&u.goTo(e,s),N&&e===g.openId?a&&k.narrow.value&&k.details.set(!1):I(e,!0),e&&t.searchParams.has("who")&&k.details.set(!0),N=!0,O=!0,g.view(g.openId),u.markRead()},hide(){O=!1,r.rest(),S.rest(),k.narrow.value&&k.details.set(!1),c.rail.inert=!1}}});
