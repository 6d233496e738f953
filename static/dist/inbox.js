import{D as e,E as t,F as n,G as a,H as s,I as o,K as l,L as i,M as r,N as c,O as d,a as u,h as p,l as h,v as $,w as b,x as m,y as f}from"./thread.js";import"./with-store-tickets-ticket.js";import"./with-parts-popup.js";import{Ca as v,E as g,Ea as k,G as w,Ga as x,H as y,I as _,J as I,K as A,L as E,N as S,O as T,P as z,Q as q,R as M,S as L,T as C,W as D,Y as N,Z as B,aa as O,ba as R,c as F,d as K,da as V,e as P,ea as j,fa as H,ga as U,k as W,m as Y,r as Z,t as G,u as X,ua as J,v as Q,va as ee,za as te}from"./app.js";var ne=[1,7,30,0],ae=null;function se(e){ae=null,e.touch("details"),requestAnimationFrame(()=>document.getElementById("block")?.focus())}var oe=null;async function le(e,t,n){let a=oe;if(!a||a.busy||a.name!==t)return;let s=a.text.trim();if(s===(n??""))return ie(e);a.busy=!0,a.wrong=await e.changeContact({[t]:s||null}),a.busy=!1,oe===a&&(a.wrong?(e.touch("details"),requestAnimationFrame(()=>document.getElementById(`contact-${t}`)?.focus())):ie(e))}function ie(e,t=!1){let n=oe?.name;oe=null,e.touch("details"),t&&requestAnimationFrame(()=>document.getElementById(`edit-${n}`)?.focus())}function re(e,t,n){oe={contact:e.contact?.id??"",name:t,text:n??"",wrong:null,busy:!1},e.touch("details"),requestAnimationFrame(()=>document.getElementById(`contact-${t}`)?.select())}function ce(e,t,n){let a=I("contact.change",{what:I(`contact.field_${t}`).toLowerCase()});return Z`<button class="icon-button edit-button" id="edit-${t}" aria-label=${a} title=${a} @click=${()=>re(e,t,n)}>
${S("pencil-line",14)}
</button>`}var de=(e,t)=>oe?.name===t&&oe.contact===e.contact?.id;function ue(e,t,n,a,s=null,o={}){let l=e.contact?.id??"",i=I(`contact.field_${n}`),r=oe?.contact===l&&oe.name===n?oe:null,c=s=>{s.isComposing||229===s.keyCode||("Escape"===s.key?(s.stopPropagation(),ie(e,!0)):"Enter"===s.key&&(t||s.metaKey||s.ctrlKey)&&(s.preventDefault(),le(e,n,a)))};if(t&&!a&&!r)return X;let d=r?(()=>{let s=r?.wrong,o=s&&(_(`contact.wrong_${n}`)&&"invalid"===s?I(`contact.wrong_${n}`):I(_(`error.${s}`)?`error.${s}`:"error.unexpected",{seconds:0})),l=e=>r&&(r.text=e.target.value),d=()=>le(e,n,a),u=t?Z`<input id="contact-${n}" class="edit-field" aria-label=${i} aria-invalid=${!!s} aria-describedby=${s?`wrong-${n}`:X} maxlength="254" .value=${g(r?.text??"")} @input=${l} @keydown=${c} @blur=${d} />`:Z`<textarea id="contact-${n}" class="edit-field" rows="4" aria-label=${i} aria-invalid=${!!s} aria-describedby=${s?`wrong-${n}`:X} maxlength="2000" .value=${g(r?.text??"")} @input=${l} @keydown=${c} @blur=${d}></textarea>`;return Z`${u}${s?Z`<p class="failed edit-wrong" id="wrong-${n}" role="alert">${o}</p>`:X}`})():a?Z`${s?Z`<a href=${s}>${a}</a>`:Z`<span class=${t?"":"note-lines"}>${a}</span>`}${o.mark??X}${o.fixed?X:ce(e,n,a)}${o.below??X}`:Z`<button class="text-button quiet" id="edit-${n}" @click=${()=>re(e,n,a)}>${I("contact.add",{what:i.toLowerCase()})}</button>`;return t?Z`<div class="fact">
<dt title=${i}>${S(t,16)}<span class="hidden">${i}</span></dt>
<dd class="edit">${d}</dd>
</div>`:Z`<div class="edit-note">${d}</div>`}var pe=new Intl.DisplayNames(y,{type:"language"}),he=new Map;function $e(e){try{return e?new URL(e).host:null}catch{return null}}var be=(e,t,n)=>n?Z`<div class="fact">
<dt title=${t}>${S(e,16)}<span class="hidden">${t}</span></dt>
<dd>${n}</dd>
</div>`:X,me=["name","email","phone"],fe=e=>I(e.verified?M(e)?"common.verified":"contact.id_verified":"contact.unverified");function ve(e,t){let{known:n}=e;return["team","said"].filter(a=>n[a][t]&&n[a][t]!==e[t]).map(e=>Z`<p class="fact-other">${I(`contact.by_${e}`,{text:n[e][t]??""})}</p>`)}function ge(e,t){let n=e.sources[t];return{fixed:"proven"===n,mark:"proven"===n?Z`<span class="verified" role="img" aria-label=${I("contact.proven")} title=${I("contact.proven")}>${S("badge-check",14)}</span>`:"said"===n&&e.verified?Z`<span class="fact-unproven">${I("contact.unproven")}</span>`:X,below:ve(e,t)}}function ke(e,t,n){e.ticks.details.value,e.ticks.thread.value;let a=t.now.value;if(e.turning)return G;let s=e.row;if(!s)return X;let{contact:o}=e,l=o?.data??null,r=l??s.contact,c={...s.contact,name:r.name,name_source:l?l.sources.name:s.contact.name_source},u=t.phone.value,p=l?function(e,t){let{device:n,time_zone:a}=e,s=n?[n.app,n.browser,n.os].filter(Boolean).join(" · "):"",o="";try{a&&(o=function(e){let t=he.get(e)??new Intl.DateTimeFormat(y,{hour:"2-digit",minute:"2-digit",hourCycle:"h23",timeZone:e});return he.set(e,t),t}(a).format(t))}catch{}return{device:s,local:o&&I("contact.local_time",{time:o})}}(l,a):{device:"",local:""},h=l?I("contact.since",{month:V(l.created_at,a)}):"";return Z`<div class="grip only-phone" aria-hidden="true"></div>
<section class="panel panel-who">
${z({id:s.contact.id,name:r.name})}
<div class="who">
<h2 class="who-name" id="details-title" tabindex="-1">
<span class="name">${T({...s.contact,name:r.name})}</span>${M(c)?L(!0):X}${l?.name&&"proven"!==l.sources.name?ce(e,"name",l.name):X}
</h2>
<p>${[fe(c),h].filter(Boolean).join(" · ")}</p>
${l?ve(l,"name"):X}
</div>
${t.narrow.value?Z`<button class="icon-button" aria-label=${I("common.close")} @click=${()=>t.details.set(!1)}>${S("x",20)}</button>`:X}
${l?Z`<dl class="facts">
${de(e,"name")?ue(e,"user","name",l.name):X}
${ue(e,"mail","email",l.email,u?null:`mailto:${l.email}`,ge(l,"email"))}
${ue(e,"phone","phone",l.phone,u?null:`tel:${l.phone}`,ge(l,"phone"))}
${ue(e,"map-pin","city",l.city)} ${be("id-card",I("contact.user_id"),l.user_id)}
${be("languages",I("contact.language"),l.locale&&function(e){try{let{language:t,script:n}=new Intl.Locale(e).maximize();return pe.of("zh"===t?`zh-${n}`:t)??e}catch{return e}}(l.locale))}
${be("monitor-smartphone",I("contact.device"),p.device)} ${be("clock",I("contact.clock"),p.local)}
</dl>`:X}
<div class="who-labels">
${s.labels.map(t=>Z`<span class="chip"><i class="chip-dot series-${e.labels.colour(t)}"></i>${t}</span>`)}
<button
class="text-button quiet"
id="labels"
aria-haspopup="dialog"
aria-expanded="false"
title=${`${I("thread.labels")} · T`}
@click=${t=>d(e,t.currentTarget,[s.id])}
>
${S("plus",14)} ${I("thread.labels")}
</button>
${l?function(e,t){return["name","email","phone","city"].filter(n=>!t[n]&&!de(e,n)).map(t=>Z`<button class="text-button quiet" id="edit-${t}" @click=${()=>re(e,t,null)}>
${S("plus",14)} ${I(`contact.field_${t}`)}
</button>`)}(e,l):X}
</div>
${((e,t)=>Z`<div class="tiles only-phone">
${t?.phone?Z`<a class="tile" href="tel:${t.phone}">${S("phone",20)}${I("contact.call")}</a>`:X}
${t?.email?Z`<a class="tile" href="mailto:${t.email}">${S("mail",20)}${I("contact.mail")}</a>`:X}
<button class="tile" aria-haspopup="menu" @click=${t=>i(e,t.currentTarget)}>
${S("user-plus",20)}${I("contact.hand_over")}
</button>
</div>`)(e,l)}
</section>
${"failed"===o?.phase?Z`<p class="panel-note" role="alert">
${I("contact.failed")}
<button class="text-button" @click=${()=>e.loadContact(!1)}>${I("common.retry")}</button>
</p>`:X}
${l?Z`${((e,t,n)=>t.block?Z`<section class="panel">${function(e,t,n){let{id:a,reason:s,agent_id:o,blocked_at:l,until:i}=t.block,r=o?e.agentName(o):null,c=[r?I("contact.blocked_by",{name:r}):null,O(l,n),i?I("contact.blocked_until",{time:H(i)}):null];return Z`<div class="blocked" role="status">
${S("lock",16)}
<div>
<strong>${I("contact.blocked")}</strong>
${s?Z`<p>${s}</p>`:X}
<p class="blocked-facts">${c.filter(Boolean).join(" · ")}</p>
</div>
<button class="text-button" @click=${()=>e.unblock(a)}>${I("contact.unblock")}</button>
</div>`}(e,t,n)}</section>`:X)(e,l,a)}${function(e,t,n){if(!e.page)return X;let{url:a,title:s,referrer:o,at:l}=e.page,i=$e(o),r=[i&&i!==$e(a)?I("contact.from",{host:i}):null,A("contact.visits",e.visits)];return Z`<section class="panel">
<div class="panel-head"><h3>${I(n?"contact.looking_at":"contact.looked_at")}</h3></div>
<p class="looking">
<i class="presence ${n?"on":""}"></i>
<span class="looking-title" title=${a}>${s||$e(a)||a}</span>
</p>
<p class="looking-more"><span class="path" title=${a}>${function(e){try{let{pathname:t,search:n}=new URL(String(e));return t+n}catch{return e}}(a)}</span> · ${N(l??"",t)}</p>
<p class="looking-more">${r.filter(Boolean).join(" · ")}</p>
</section>`}(l,a,e.presence.customer(String(e.openId))??!!l.online)}${function(e,t,n){let a=[e.name,e.email,e.phone],s=Object.entries(e.attributes??{}).filter(([e,t])=>!(me.includes(e.replace(/_\d+$/,""))&&a.includes(String(t)))),o=e.events??[];return Z`${s.length?Z`<section class="panel">
<div class="panel-head"><h3>${I("contact.attributes")}</h3><span>${I("contact.unproven")}</span></div>
<dl class="said">${s.map(([e,t])=>Z`<div><dt>${n[e]??(me.includes(e)?I(`contact.field_${e}`):e)}</dt><dd>${(e=>"boolean"==typeof e?I(e?"contact.yes":"contact.no"):String(e))(((e,t)=>/^(consent|checkbox)(_\d+)?$/.test(e)&&/^(true|false)$/.test(String(t))?!0===t||"true"===t:t)(e,t))}</dd></div>`)}</dl>
</section>`:X}${o.length?Z`<section class="panel">
<div class="panel-head"><h3>${I("contact.events")}</h3></div>
<dl class="said">
${o.map(e=>Z`<div><dt>${e.name}</dt><dd>${O(e.at,t)}</dd></div>`)}
</dl>
</section>`:X}`}(l,a,e.formLabels)}${function(e,t,n,a){let s=t.conversations.filter(t=>t.id!==e.openId);return 0===s.length?X:Z`<section class="panel">
<div class="panel-head"><h3>${I("contact.before")}</h3><span>${s.length}</span></div>
<ul class="earlier">
${s.map(e=>Z`<li>
<a
href="/inbox/${e.id}"
@click=${t=>{t.metaKey||t.ctrlKey||t.shiftKey||(t.preventDefault(),a(e.id))}}
>
${S("message-circle",16)}
<span class="earlier-text">${J(e.last_message?.text??null,e.last_message?.media_type,e.last_message?.sender?.kind)||I("inbox.no_message")}</span>
<span class="earlier-when">${O(e.updated_at,n)} · ${I(`common.state_${e.state}`)}</span>
</a>
</li>`)}
</ul>
</section>`}(e,l,a,n)}
<section class="panel">
<div class="panel-head"><h3>${I("contact.field_note")}</h3></div>
${ue(e,null,"note",l.note)}
</section>
${function(e,t){if(t.block)return X;let n=ae?.contact===t.id;return Z`<section class="panel">
${n?((e,t)=>Z`<form
class="block-form"
@submit=${n=>{n.preventDefault(),async function(e,t){let n=ae;if(!n||n.busy)return;n.busy=!0;let a={reason:n.reason.trim()||null,until:n.days?new Date(Date.now()+864e5*n.days).toISOString():null},s=[{contact_id:t.id},...n.address&&t.address?[{address:t.address}]:[]],o=await e.block(s.map(e=>({...e,...a})));n.busy=!1,o&&ae===n&&se(e)}(e,t)}}
@keydown=${t=>{"Escape"===t.key&&(t.stopPropagation(),se(e))}}
>
<p>${I("contact.block_means")}</p>
<label for="block-reason">${I("contact.block_reason")}</label>
<input
id="block-reason"
class="edit-field"
maxlength=${200}
autocomplete="off"
.value=${g(ae?.reason??"")}
@input=${e=>ae&&(ae.reason=e.target.value)}
/>
<label for="block-days">${I("contact.block_for")}</label>
<select id="block-days" class="edit-field" @change=${e=>ae&&(ae.days=Number(e.target.value))}>
${ne.map(e=>Z`<option value=${e} ?selected=${ae?.days===e}>${I(`contact.block_days_${e}`)}</option>`)}
</select>
${t.address?Z`<label class="check"
><input
type="checkbox"
.checked=${g(ae?.address??!1)}
@change=${e=>ae&&(ae.address=e.target.checked)}
/><span>${I("contact.block_address",{address:t.address})}</span></label
>`:X}
<div class="block-does">
<button type="button" class="button quiet" @click=${()=>se(e)}>${I("contact.block_cancel")}</button>
<button type="submit" class="button danger" aria-busy=${ae?.busy??!1}>${I("contact.block")}</button>
</div>
</form>`)(e,t):Z`<button class="text-button quiet" id="block" @click=${()=>function(e,t){ae={contact:t.id,days:0,reason:"",address:!1,busy:!1},e.touch("details"),requestAnimationFrame(()=>document.getElementById("block-reason")?.focus())}(e,t)}>${S("lock",14)} ${I("contact.block")}</button>`}
</section>`}(e,l)}`:X}`}function we(e){let t=e.cache.counts;if(!t)return X;if(0!==t.all)return Z`<div class="empty empty-quiet">
<p>${I("inbox.choose")}</p>
<p class="keys-line"><kbd>J</kbd><kbd>K</kbd> ${I("inbox.choose_keys")} <kbd>↵</kbd> ${I("inbox.choose_open")}</p>
</div>`;let n=document.querySelector('meta[name="assets"]')?.getAttribute("content")??"";return Z`<div class="empty">
<img src="${n}/img/empty-inbox.svg" width="182" height="118" alt="" />
<h2>${I("inbox.nobody")}</h2>
<p>${I("inbox.nobody_why")}</p>
<div class="empty-actions">
<a class="button primary tall" href="/demo" target="_blank" rel="noopener">${S("store",18)}${I("inbox.try_it")}</a>
${e.firstSteps.allowed?function(e){let t="adding"===e.firstSteps.work;return Z`<button class="button tall" aria-busy=${t} @click=${e.firstSteps.addDemo}>${I(t?"inbox.demo_adding":"inbox.demo_add")}</button>`}(e):X}
</div>
${e.firstSteps.allowed?Z`<p class="empty-hint">${I("inbox.demo_hint")}</p>`:X}
</div>`}var xe="servicedesk.list_width",[ye,_e,Ie]=[280,340,560],Ae={shop:"/settings/shop",site:"/settings/widget#site",hours:"/settings/hours",colleague:"/settings/team",answers:"/settings/canned",first_answer:"/demo"},Ee=2*Math.PI*15;function Se({name:e,done:t}){let n=I(`inbox.step_${e}`);if(t)return Z`<li class="done">${S("circle-check",18)}<span>${n}</span><span class="hidden">${I("inbox.step_done")}</span></li>`;let a="site"===e&&x(location.origin),s=Ae[e];return Z`<li>
<a href=${s} target=${"/demo"===s?"_blank":X} rel=${"/demo"===s?"noopener":X}>${S("circle",18)}<span>${n}${a?Z`<small class="step-trouble">${I(`inbox.step_site_${a}`)}</small>`:X}</span>${S("chevron-right")}</a>
</li>`}function Te({clock:e,state:t,waiting_since:n},a){if(!e||"closed"===t||"solution"!==e.kind&&!n)return null;let s=((e,t)=>e?Date.parse(e):t)(e.changes_at,Number.POSITIVE_INFINITY),o=e.running||"hours"===e.paused,l=a<s?e.running:"hours"===e.paused,[i,r]=e.running?[Date.parse(e.at),Math.min(a,s)]:[s,a],c=e.spent_ms+(o?Math.max(0,r-i):0),d=l?null:o?"hours":e.paused,u=e.broken_at??(c>e.target_ms?e.due_at:null);return{kind:e.kind,level:u?"broken":d?"paused":c>=e.warn_ms?"warned":"",paused:d,share:Math.min(1,c/e.target_ms),left_ms:u?Math.max(0,a-Date.parse(u)):Math.max(0,e.target_ms-c)}}function ze({level:e,paused:t,left_ms:n}){return"broken"===e?I("clocks.over",{time:B(n)}):t?I(`clocks.paused_${t}`):I("clocks.left",{time:B(n)})}function qe(e){if(!e)return X;let t=`${I(`clocks.${e.kind}`)} · ${ze(e)}`;return Z`<progress class="clock ${e.level}" max="1" value=${e.share.toFixed(2)} aria-label=${t} title=${t}></progress>`}var Me=(e,t)=>t-Date.parse(e)<6e4?I("thread.waited_now"):I("thread.waited",{time:N(e,t)}),Le=["mine","unassigned","open"];var Ce={row:72,head:34},De={row:76,head:38};function Ne({desk:e,unseen:t,order:n,here:a,focusRow:s,laid:o,stretch:l}){return{pill:()=>{e.ticks.list.value;let i=t(),r=new Set(n()),c=e.list.waiting+i.filter(t=>r.has(t)||!e.list.has(t)).length;if(!c)return X;let d=i.length>0&&(o().sections.find(e=>e.key===i[0])?.top??1/0)>l.value.top;return Z`<button class="new-pill" @click=${async()=>{e.list.release();let[t]=i;return t?(await e.moreUntil(()=>e.list.has(t)),requestAnimationFrame(()=>requestAnimationFrame(()=>s(t)))):a.scroller?.scrollTo(0,0)}}>${S(d?"arrow-down":"arrow-up",14)} ${A("inbox.new",c)}</button>`}}}function Be(e,a,s,l){let p={focused:null,scroller:null,hover:null,lastAt:0,known:{},walked:null},{stretch:h,laid:$,arrived:m,onScroll:g,unseen:k}=function({ui:e,desk:n,here:a}){let s=W({top:0,height:900}),o=new Set,l=()=>e.phone.value?De:Ce,i=()=>{let[e,s,o]=[n.list.shown,"open"===n.list.view&&"waiting"===n.list.sort&&null===n.list.label,l()];return(a.known.shown!==e||a.known.grouped!==s||a.known.tall!==o)&&(a.known={shown:e,grouped:s,tall:o,...t(e,s,o)}),a.known};return{stretch:s,laid:i,arrived:o,onScroll:()=>{if(!a.scroller)return;let{scrollTop:e,clientHeight:t}=a.scroller;(Math.abs(e-s.value.top)>80||t!==s.value.height)&&(s.value={top:e,height:t}),n.list.hold("scrolled",e>8);let{height:o}=i();o-e-t<12*l().row&&n.more()},unseen:()=>{let{top:t,height:a}=s.value;for(let s of o){let l=n.cache.rows.get(s),r=i().sections.find(e=>e.key===s),c=r&&r.top+r.height/2>t&&r.top+r.height/2<t+a&&e.sees("inbox")&&"visible"===document.visibilityState;(!l?.waiting_since||s===n.openId||c||!n.list.takes(l))&&o.delete(s)}return[...o]}}}({ui:a,desk:e,here:p}),{aimAt:w,showView:x,step:y,aimed:_,focusRow:E}=function({here:e,desk:t,stretch:n,laid:a}){let s=n=>{e.focused=n,t.touch("list")},o=o=>{e.walked={id:o,open:t.openId},s(o);let l=a().sections.find(e=>e.key===o);if(e.scroller&&l){let{scrollTop:t,clientHeight:a}=e.scroller;l.top<t?e.scroller.scrollTop=l.top-40:l.top+l.height>t+a&&(e.scroller.scrollTop=l.top+l.height-a+8),n.value={top:e.scroller.scrollTop,height:a}}e.scroller?.querySelector(`.row[data-id="${CSS.escape(o)}"]`)?.focus({preventScroll:!0})};return{aimAt:s,showView:a=>{e.scroller?.scrollTo(0,0),n.value={top:0,height:e.scroller?.clientHeight||900},s(null),t.showView(a)},step:n=>{let a=t.list.shown;if(0===a.length)return;let s=a.findIndex(n=>n.id===(e.focused??t.openId)),l=s>=0?s+n:n>0?e.lastAt:e.lastAt-1,i=Math.max(0,Math.min(a.length-1,l));e.lastAt=i,o(a[i].id),i>a.length-12&&t.more()},aimed:()=>{let n=document.activeElement?.closest(".list-scroll .row")?.dataset.id;return n&&e.walked?.id===n&&e.walked.open===t.openId?n:null},focusRow:o}}({here:p,desk:e,stretch:h,laid:$}),{choosing:B,order:V,all:H,chooseAll:U,endChoosing:Y,nextTo:G}=function({desk:e}){let t=W(!1),n=()=>e.list.shown.map(e=>e.id);return{choosing:t,order:n,all:()=>null===e.list.page.cursor?n().length:null===e.list.label?e.cache.counts?.[e.list.view]??null:null,chooseAll:async()=>{t.value=!0,await e.moreUntil(()=>n().length>=200),e.selection.all(n())},endChoosing:()=>{t.value=!1,e.selection.clear()},nextTo:e=>{let t=n(),a=t.indexOf(e);return a<0?null:t[a+1]??t[a-1]??null}}}({desk:e}),{pointed:Q,onClick:te,onOver:ne,onEnter:ae,onLeave:se}=function({desk:e,choosing:t,ui:n,here:a,open:s,aimAt:l,order:i}){let c=W(null);return{pointed:c,onClick:c=>{let d=c.target,u=d.closest(".place")?.dataset.id;if(!u)return;let p=d.closest("[data-action]");if(p)return((t,n)=>{let{action:a}=n.dataset;"take"===a?o(e,[t],"assign",{agent_id:e.agent.id}):"snooze"===a?r(e,n,[t]):o(e,[t],"close"===a?"close":"reopen")})(u,p);let h=d.closest(".row-check");return h||(e=>e.target.closest?.(".row"))(c)&&!c.ctrlKey&&!c.metaKey&&!c.button?(c.preventDefault(),c.shiftKey||h||t.value&&n.phone.value?(l(u),void(c.shiftKey?e.selection.range(u,i()):e.selection.toggle(u))):(a.focused=u,void s(u))):void 0},onOver:t=>{clearTimeout(a.hover);let n=t.target.closest(".place")?.dataset.id;"mouse"===t.pointerType&&(c.value=n??null),n&&(a.hover=setTimeout(()=>e.threads.prefetch(n),120))},onEnter:t=>"mouse"===t.pointerType&&e.list.hold("pointer",!0),onLeave:()=>{clearTimeout(a.hover),c.value=null,e.list.hold("pointer",!1)}}}({desk:e,choosing:B,ui:a,here:p,open:s,aimAt:w,order:V}),{viewsMenu:oe,sortMenu:le,filterMenu:ie,countOf:re,again:ce}=function({desk:e,showView:t,choosing:n,here:a,aimAt:s,edit:o}){let l=t=>e.cache.counts?.[t]??"",i=(n,a)=>({label:n,items:e.views.all.filter(e=>e.shared===a&&!v(e.filter)).map(n=>{let a=n.id;return n.filter?{label:n.name,hint:String(l(a)),checked:a===e.list.view,run:()=>t(a)}:{label:n.name,hint:I("inbox.view_broken"),mark:Z`<span class="failed">${S("circle-alert")}</span>`,run:o}})}),r=t=>{a.scroller?.scrollTo(0,0),s(null),e.arrangeBy(t)};return{viewsMenu:a=>{let s=F.filter(e=>"snoozed"!==e||Number(l("snoozed"))>0);D(a.currentTarget,I("inbox.views"),[{items:s.map(n=>({label:I(`inbox.view_${n}`),hint:String(l(n)),checked:n===e.list.view,run:()=>t(n)}))},i(I("inbox.views_team"),!0),i(I("inbox.views_own"),!1),{items:[{label:I("inbox.views_edit"),mark:S("list-filter"),run:o},{label:I("inbox.choose_many"),hint:"X",mark:S("list-checks"),run:()=>n.value=!0}]}])},sortMenu:t=>D(t.currentTarget,I("inbox.sort"),[{items:["waiting","newest","due"].map(t=>({label:I(`inbox.sort_${t}`),checked:e.list.sort===t,run:()=>r({sort:t})}))}]),filterMenu:t=>u(t.currentTarget,{label:I("inbox.filter"),placeholder:I("thread.labels_find"),nothing:I("thread.labels_none"),options:t=>e.labels.search(t).map(t=>({id:t.id,label:t.name,mark:Z`<i class="label-dot series-${e.labels.colour(t.name)}"></i>`,checked:e.list.label===t.name})),choose:t=>r({label:t.label===e.list.label?null:t.label})}),countOf:l,again:r}}({desk:e,showView:x,choosing:B,here:p,aimAt:w,edit:l}),{body:de,emptyWords:ue}=function({desk:e,ui:t,laid:a,stretch:s,here:o,choosing:l,pointed:i}){let r=()=>Z`<div class="skeletons" aria-hidden="true">
${[0,1,2].map(e=>Z`<div class="skeleton fade-${e}"><i></i><b></b><b></b></div>`)}
</div>`;return{body:()=>{let{sections:r,height:c}=a(),{top:d,height:u}=s.value,p=n(r,d-360,d+u+360),h=t.now.value,$=e.list.page.cursor?-1:e.list.shown.length,m=o.focused??e.openId??e.list.shown[0]?.id,v=e.list.shown.some(e=>e.id===m)?m:e.list.shown[0]?.id;return Z`<div class="list-space ${l.value||e.selection.size?"choosing":""}" .style=${`height:${c}px`}>
${f(p.filter(e=>"head"===e.kind),e=>e.key,t=>"head"===t.kind&&Z`<h3 class="group-head" .style=${`transform:translateY(${t.top}px)`}>
${I(`inbox.group_${t.group}`)} <span class="count">${(t=>{let n=e.cache.counts;if(!n)return"";let[a,s]=[n.open??0,n.waiting??0];return"us"===t?s:a-s})(t.group)}</span>
</h3>`)}
<div role="list" aria-label=${I("inbox.list")}>
${f(p.filter(e=>"row"===e.kind),e=>e.key,t=>{let n="row"===t.kind&&e.cache.rows.get(t.id);if(!n||"row"!==t.kind)return X;let a=e.selection.has(n.id);return Z`<div
class="place ${a?"chosen":""}"
data-id=${n.id}
role="listitem"
aria-setsize=${$}
aria-posinset=${t.index+1}
.style=${`transform:translateY(${t.top}px)`}
>
${function(e,t,n){let a=t.id===e.openId&&e.reading?0:t.unread,s=t.agent_id?{id:t.agent_id,name:e.agentName(t.agent_id)??""}:null,o=Te(t,n.now),l=e.presence.writing(t.id).find(t=>"agent"===t.member.kind&&t.member.id!==e.agent.id);return Z`<a
class="row ${a>0?"unread":""}"
href="/inbox/${t.id}"
data-id=${t.id}
aria-current=${n.open?"true":"false"}
tabindex=${n.focus?0:-1}
>
${z(t.contact,Z`<span class="channel">${b(t.channel)}</span>${t.online?Z`<i class="presence on"></i>`:X}`)}
<span class="row-name"><span class="name">${T(t.contact)}</span>${t.online?Z`<span class="hidden">${I("agent.state_online")}</span>`:X}${M(t.contact)?L(!0):X}</span>
<span class="row-wait">${function(e,t,n){if("broken"===n?.level)return Z`<span class="late">${ze(n)}</span>`;if("closed"===e.state)return Z`<span>${O(e.updated_at,t)}</span>`;if(e.waiting_since){let n=N(e.waiting_since,t);return Z`<span title=${j(e.waiting_since)}><span class="hidden">${I("inbox.waits")} </span>${n}</span>`}return Z`<span title=${j(e.updated_at)}>${O(e.updated_at,t)}</span>`}(t,n.now,o)}</span>
<span class="row-last">${function(e,t){let n=e.unsentOf(t.id),a=n.find(e=>"failed"===e.state);if(a)return Z`<span class="failed" role="img" aria-label=${I("inbox.failed")}>${S("circle-alert",14)}</span> ${ee(a.content)}`;let s=e.presence.writing(t.id).find(e=>"visitor"===e.member.kind);if(s)return Z`<span class="typing">${C}</span> ${s.preview??Z`<span>${I("inbox.typing")}</span>`}`;let o=t.id===e.openId?null:e.drafts.of(t.id);if(o)return Z`<span class="draft">${I("inbox.draft")}</span> ${o}`;let l=n.at(-1);if(l)return I("inbox.you",{text:ee(l.content)??""});let i=t.last_message;if(!i)return I("inbox.no_message");let r=J(i.text,i.media_type,i.sender.kind)??I("thread.recalled");return i.note?Z`<span class="quiet">${I("inbox.note")}</span> ${r}`:"visitor"===i.sender.kind?r:i.sender.id===e.agent.id?I("inbox.you",{text:r}):I("inbox.by",{name:i.sender.name??e.agentName(i.sender.id)??"",text:r})}(e,t)}</span>
${P(t)&&t.id!==e.openId?Z`<span class="pill pill-mention" role="img" aria-label=${I("inbox.mentioned")} title=${I("inbox.mentioned")}>@</span>`:X}
${a>0?Z`<span class="pill"><span aria-hidden="true">${a>99?"99+":a}</span
><span class="hidden">${A("inbox.unread",a)}</span></span>`:X}
<span class="row-facts">${function(e,t,n){if(t.labels.length>0){let n=t.labels.length-2;return Z`${t.labels.slice(0,2).map(t=>Z`<span class="row-label"><i class="label-dot series-${e.labels.colour(t)}"></i>${t}</span>`)}${n>0?Z`<span>+${n}</span>`:X}`}if("closed"===t.state)return I("inbox.state_closed");if("snoozed"===t.state){let e=t.snoozed_until?R(t.snoozed_until,n):I("thread.snooze_reply");return Z`${S("alarm-clock",12)} <span title=${I("inbox.state_snoozed")}>${e}</span>`}return t.agent_id?X:I("inbox.unassigned")}(e,t,n.now)}</span>
<span class="row-who">
${l?Z`<span class="writing-colleague">${C}</span>`:X}
${s?.name?Z`${q(s,"tiny")}<span class="hidden">${I("inbox.assigned_to",{name:s.name})}</span>`:X}
${qe(o)}
</span>
</a>`}(e,n,{now:h,index:t.index,count:$,focus:v===n.id,open:e.openId===n.id})}
${a||i.value===n.id||l.value||e.selection.size?Z`<button class="row-check" role="checkbox" tabindex="-1" aria-checked=${a} aria-label=${I("inbox.choose_one",{name:T(n.contact)})}>
<i>${S("check",14)}</i>
</button>`:X}
${i.value===n.id?function(e,t){let n=T(e.contact),a=(e,t,a)=>Z`<button class="icon-button" tabindex="-1" data-action=${e} aria-label=${`${I(a)} · ${n}`} title=${I(a)}>${S(t,16)}</button>`;return"closed"===e.state?Z`<span class="row-tools">${a("reopen","rotate-ccw","thread.reopen")}</span>`:Z`<span class="row-tools">
${e.agent_id===t?X:a("take","user-plus","inbox.key_take")} ${a("snooze","alarm-clock","thread.snooze")}
${a("close","check","thread.close")}
</span>`}(n,e.agent.id):X}
</div>`})}
</div>
</div>`},emptyWords:()=>{let n=e.list.page;return n.failed&&!n.loaded?Z`<p class="list-note" role="alert">
${I("inbox.list_failed")} <button class="text-button" @click=${e.retryList}>${I("common.retry")}</button>
</p>`:n.loaded?null!==e.list.label?Z`<p class="list-note">${I("inbox.empty_label",{name:e.list.label})}</p>`:0===e.cache.counts?.all?Z`<h3 class="lone-head">${I("inbox.group_us")} <span class="count">0</span></h3>${t.phone.value?we(e):r()}`:Z`<p class="list-note">${I(`inbox.empty_${K(e.list.view)?"saved":e.list.view}`)}</p>`:r()}}}({desk:e,ui:a,laid:$,stretch:h,here:p,choosing:B,pointed:Q}),{bulk:pe,header:he}=function({desk:e,viewsMenu:t,sortMenu:n,filterMenu:a,showView:s,countOf:l,again:u,all:p,choosing:h,chooseAll:$,endChoosing:b}){let m=()=>e.selection.size>=200&&null!==e.list.page.cursor;return{bulk:()=>{let t=e.selection.size;if(0===t&&!h.value)return X;let n=e.list.view,a=(e,n,a,s,o)=>Z`<button class="bulk-action" ?disabled=${0===t} aria-haspopup=${o?"menu":X} @click=${s}>
${S(e,18)}<span>${I(n)} <kbd class="no-phone" aria-hidden="true">${a}</kbd></span>
</button>`;return Z`<div class="bulk" role="toolbar" aria-label=${I("inbox.bulk")}>
<p>
<b role="status">${e.selection.whole?I("inbox.whole"):A("inbox.chosen",t)}</b>
${e.selection.whole?X:Z`<button class="text-button" @click=${()=>m()?e.selection.takeWhole():$()}>${(()=>{if(m())return I("inbox.choose_whole");let e=p();return null===e?I("inbox.choose_every"):e>200?I("inbox.choose_first",{count:200}):I("inbox.choose_all",{count:e})})()}</button>`}
<button class="text-button" @click=${b}>${I("inbox.choose_none")}</button>
</p>
<div>
${a("user-plus","inbox.bulk_assign","A",t=>i(e,t.currentTarget),!0)}
${a("tag","inbox.bulk_label","T",t=>d(e,t.currentTarget),!0)}
${"closed"===n?a("rotate-ccw","thread.reopen","E",()=>o(e,e.selection.ids,"reopen"),!1):Z`${a("alarm-clock","thread.snooze","Z",t=>r(e,t.currentTarget),!0)}
${a("flag","thread.priority","P",t=>c(e,t.currentTarget),!0)}
${a("check","thread.close","E",()=>o(e,e.selection.ids,"close"),!1)}`}
</div>
</div>`},header:()=>{let o=e.list.view,i=Le.includes(o)?Le:[...Le,o];return Z`<header class="list-head">
<h2>
<button class="title-button" aria-haspopup="menu" aria-expanded="false" @click=${t}>
${I("rail.inbox")}${S("chevron-down",18)}
</button>
<span class="list-tools">
<button
class="icon-button"
aria-haspopup="menu"
aria-expanded="false"
aria-label=${`${I("inbox.sort")} · ${I(`inbox.sort_${e.list.sort}`)}`}
title=${I(`inbox.sort_${e.list.sort}`)}
@click=${n}
>
${S("arrow-up-down",18)}
</button>
<button class="icon-button" aria-haspopup="dialog" aria-expanded="false" aria-label=${I("inbox.filter")} title=${I("inbox.filter")} @click=${a}>
${S("list-filter",18)}
</button>
</span>
</h2>
<div class="pills" role="group" aria-label=${I("inbox.views")}>
${i.map(t=>Z`<button class="view-pill" aria-pressed=${t===o} @click=${()=>s(t)}>
${K(t)?e.views.get(t)?.name:I(`inbox.view_${t}`)} <span class="count">${l(t)}</span>
</button>`)}
</div>
${null===e.list.label?X:Z`<p class="list-filter">
<span class="chip"><i class="chip-dot series-${e.labels.colour(e.list.label)}"></i>${e.list.label}</span>
<button class="text-button" @click=${()=>u({label:null})}>${I("inbox.filter_off")}</button>
</p>`}
</header>`}}}({desk:e,viewsMenu:oe,sortMenu:le,filterMenu:ie,showView:x,countOf:re,again:ce,all:H,choosing:B,chooseAll:U,endChoosing:Y});return{step:y,bulk:()=>(e.ticks.list.value,pe()),choose(t){let n=p.focused??e.openId??e.list.shown[0]?.id;n&&(t?e.selection.range(n,V()):e.selection.toggle(n))},chooseAll:U,nextTo:G,get aimed(){return _()},arrived(t){m.add(t),e.touch("list")},endChoosing:()=>!(!B.value&&0===e.selection.size||(Y(),0)),prefetchAfter:t=>{let n=e.list.shown.findIndex(e=>e.id===t);if(!(n<0)){p.lastAt=n;for(let t of e.list.shown.slice(n+1,n+1+2))e.threads.prefetch(t.id)}},rest:se,focusRow:E,showView:x,get focused(){return p.focused},focusOpen(){e.list.shown.some(t=>t.id===e.openId)?E(e.openId??""):document.getElementById("thread-title")?.focus()},attach(e){p.scroller=e,e.addEventListener("scroll",g,{passive:!0}),e.addEventListener("click",te),e.addEventListener("pointerover",ne),e.addEventListener("pointerenter",ae),e.addEventListener("pointerleave",se),new ResizeObserver(g).observe(e)},header:()=>(e.ticks.list.value,he()),body:()=>(e.ticks.list.value,e.list.shown.length?de():ue()),...Ne({desk:e,unseen:k,order:V,here:p,focusRow:E,laid:$,stretch:h})}}var Oe=e=>e?`/inbox/${encodeURIComponent(e)}`:"/inbox";U("inbox",function(t){let n=a(t),{app:u,thread:f}=n,{desk:v,ui:g}=u,x=function({me:e,ui:t}){let n=document.createElement("main");return n.id="inbox",n.className="room",n.dataset.pane="list",Q(Z`<h1 class="hidden" tabindex="-1">${I("rail.inbox")} · ${e.shop.name}</h1>
<section class="list" aria-label=${I("rail.inbox")}>
<div class="list-top"></div>
<div class="list-pill"></div>
<div class="list-scroll"></div>
<div class="list-line"></div>
<div class="list-first"></div>
<div class="list-bulk"></div>
</section>
<div class="sheet"></div>
<div class="scrim" @click=${()=>t.details.set(!1)}></div>
<section class="details" aria-label=${I("thread.details")}></section>`,n),n}(u),y=e=>x.querySelector(`.${e}`),_=function({app:e,conversation:{composer:t},list:n}){let{desk:a,ui:s,shell:o}=e;return(l,i)=>{if(t.flush(),a.show(l),s.tab.value="reply",!i){let t=()=>{w({from:"inbox"},Oe(l)),e.moved()};s.narrow.value?t():(t=>{e.schedule(()=>setTimeout(()=>s.sees("inbox")&&t()))})(t)}s.narrow.value&&s.details.set(!1),l&&o.visited(l),l&&setTimeout(()=>l===a.openId&&n().prefetchAfter(l),400),l&&s.phone.value&&requestAnimationFrame(()=>document.getElementById("thread-title")?.focus())}}({app:u,conversation:n,list:()=>z}),z=Be(v,g,e=>_(e),()=>{u.router.go("/settings/views")}),C=function({app:t,place:n,conversation:a,list:s,open:o}){let{desk:l,ui:c,shell:d,storage:u,me:f}=t,v=f.rights.includes("ticket"),g=()=>{history.state?.from?history.back():o(null)},k=n=>{let{row:a}=l;a&&D(n,I("inbox.more"),[{items:[...v?[{label:I("inbox.to_ticket"),mark:S("ticket"),run:()=>e(t,a.id)}]:[],...l.may("merge")?[{label:I("inbox.key_merge"),mark:S("git-merge"),run:()=>p(t,a.id,"more")}]:[]]}])},w={room:"inbox",place:n("sheet"),head:()=>function(e,t,n,a){let s=e.row,o="closed"===s?.state,l=o&&""!==h(e),c=s?.agent_id?{id:s.agent_id,name:e.agentName(s.agent_id)??"?"}:null,d=c?I("inbox.assigned_to",{name:c.name}):I("inbox.unassigned"),u=s?Te(s,t.now.value):null,p=s?[$(s.channel),o?I("inbox.state_closed"):s.waiting_since?Me(s.waiting_since,t.now.value):I("thread.not_waiting"),...s.priority&&"normal"!==s.priority?[I(`thread.is_${s.priority}`)]:[]]:[];return Z`<header class="thread-head">
<button class="icon-button only-phone" aria-label=${I("common.back")} @click=${n}>${S("chevron-left",24)}</button>
<div class="thread-who">
<h2 id="thread-title" tabindex="-1">
<span class="name">${s?T(s.contact):""}</span>${s&&M(s.contact)?L(!0):X}
</h2>
<p>${s?Z`<span class="no-phone">${b(s.channel)} </span>${p.join(" · ")} ${qe(u)} ${u?Z`<span class=${"broken"===u.level?"late":""}>${ze(u)}</span>`:X}`:Z`&nbsp;`}</p>
</div>
${s?Z`<span class="no-phone">${m(e,s.id)}</span>`:X}
${s?Z`<button
class="assign-button no-phone"
id="assign"
aria-haspopup="menu"
aria-expanded="false"
aria-label=${I("thread.assign_now",{who:d})}
title=${`${d} · A`}
@click=${t=>i(e,t.currentTarget,[s.id])}
>
${c?q(c,"small"):S("user-plus",18)}${S("chevron-down",14)}
</button>
${o?X:Z`<button
class="icon-button"
id="snooze"
aria-haspopup="menu"
aria-expanded="false"
aria-label=${I("thread.snooze")}
title=${`${I("thread.snooze")} · Z`}
@click=${t=>r(e,t.currentTarget,[s.id])}
>
${S("alarm-clock",t.phone.value?24:18)}
</button>`}
${l?X:o?Z`<button class="button no-phone" @click=${()=>e.reopen(s.id)}>
${S("rotate-ccw")}<span>${I("thread.reopen")}</span>
</button>`:Z`<button class="button no-phone" aria-keyshortcuts="e" @click=${()=>e.close(s.id)}>
${S("check")}<span>${I("thread.close")}</span><kbd aria-hidden="true">E</kbd>
</button>`}
${l?X:Z`<button
class="icon-button only-phone"
aria-label=${I(o?"thread.reopen":"thread.close")}
@click=${()=>o?e.reopen(s.id):e.close(s.id)}
>
${S(o?"rotate-ccw":"check",24)}
</button>`}
${a?Z`<button class="icon-button" id="more" aria-haspopup="menu" aria-expanded="false" aria-label=${I("inbox.more")} title=${I("inbox.more")} @click=${e=>a(e.currentTarget)}>${S("ellipsis",t.phone.value?24:18)}</button>`:X}
<button
class="icon-button"
id="details-toggle"
aria-label=${I("thread.details")}
title=${`${I("thread.details")} · I`}
aria-expanded=${t.details.open?"true":"false"}
@click=${()=>t.details.toggle()}
>
<span class="no-phone">${S("panel-right",18)}</span><span class="only-phone">${S("info",24)}</span>
</button>`:X}
</header>`}(l,c,g,v||l.may("merge")?k:null),empty:()=>we(l),leave:()=>o(null)};return s.attach(n("list-scroll")),function(e,t,n){let a=Number(n?.getItem(xe))||_e,s=document.createElement("div");s.className="list-edge no-phone",s.tabIndex=0,s.setAttribute("role","separator"),s.setAttribute("aria-orientation","vertical"),s.setAttribute("aria-label",I("inbox.edge")),s.setAttribute("aria-valuemin",String(ye)),s.setAttribute("aria-valuemax",String(Ie)),t.append(s);let o=t=>{a=Math.round(Math.max(ye,Math.min(Ie,.45*innerWidth,t))),e.style.setProperty("--list",`${a}px`),s.setAttribute("aria-valuenow",String(a))},l=()=>{try{n?.setItem(xe,String(a))}catch{}};s.addEventListener("keydown",e=>{let t={ArrowLeft:a-20,ArrowRight:a+20,Home:ye,End:Ie}[e.key];void 0!==t&&(e.preventDefault(),o(t),l())}),s.addEventListener("dblclick",()=>{o(_e),l()}),s.addEventListener("pointerdown",e=>{e.preventDefault(),s.setPointerCapture(e.pointerId);let t=e.clientX-a,n=e=>o(e.clientX-t);s.addEventListener("pointermove",n),s.addEventListener("lostpointercapture",()=>(s.removeEventListener("pointermove",n),l()),{once:!0})}),o(a)}(n("list").parentElement,n("list"),u),E(n("list-top"),s.header),E(n("list-pill"),s.pill),E(n("list-bulk"),s.bulk),E(n("list-first"),function(e,t){let n=W(null);return()=>{e.ticks.frame.value;let{shown:a,demo:s,work:o,removeDemo:l}=e.firstSteps;return Z`${s&&!a?Z`<p class="demo-line">
${S("info")}<span>${I("inbox.demo_there")}</span
><button class="text-button" aria-busy=${"removing"===o} @click=${l}>${I("removing"===o?"inbox.demo_removing":"inbox.demo_remove")}</button>
</p>`:X}
${a?(()=>{let{steps:a,left:s,demo:o,work:l,removeDemo:i}=e.firstSteps,r="removing"===l,c=n.value??(!t.phone.value&&0===e.cache.counts?.all);return Z`<section class="first-steps" aria-labelledby="first-steps-title">
<header>
${((e,t)=>Z`<span class="steps-ring" aria-hidden="true"
><svg viewBox="0 0 36 36" width="36" height="36"><circle cx="18" cy="18" r="15" /><circle class="steps-ring-done" cx="18" cy="18" r="15" stroke-dasharray="${Ee*e/t} ${Ee}" /></svg><b>${e}/${t}</b></span
>`)(a.length-s,a.length)}
<div>
<h2 id="first-steps-title">${A("inbox.steps_left",s)}</h2>
<button class="text-button quiet" aria-expanded=${c} aria-controls="first-steps-list" @click=${()=>n.value=!c}>
${I(c?"inbox.steps_fold":"inbox.steps_unfold")}
</button>
${o?Z` · <button class="text-button quiet" aria-busy=${r} @click=${i}>${I(r?"inbox.demo_removing":"inbox.demo_remove_all")}</button>`:X}
</div>
<button class="icon-button" aria-label=${I("inbox.steps_dismiss")} title=${I("inbox.steps_dismiss")} @click=${e.firstSteps.dismiss}>${S("x")}</button>
</header>
<ul id="first-steps-list" ?hidden=${!c}>
${a.map(Se)}
</ul>
</section>`})():X}`}}(l,c)),E(n("list-line"),function({desk:e,notices:t}){let n=(e,t,n)=>Z`<div class="list-notice" role="status">
${S(e,18)}<span>${t}</span><span class="list-notice-steps">${n}</span>
</div>`;return()=>(e.ticks.frame.value,"owner"!==e.agent.role&&"admin"!==e.agent.role||!te(e.agents)?t.hint.value?n("volume-2",I("notify.blocked"),Z`<button class="text-button" @click=${()=>t.bell.wake()}>${I("notify.unblock")}</button>`):t.offer.value?n("bell",I("notify.offer"),Z`<button class="text-button" @click=${t.allow}>${I("notify.allow")}</button
><button class="text-button quiet" @click=${t.notNow}>${I("notify.not_now")}</button>`):X:n("users",I("notify.nobody_online"),Z`<button class="text-button" @click=${()=>e.setAvailability("online")}>${I("notify.go_online")}</button>`))}({desk:l,notices:d.notices})),E(n("list-scroll"),s.body),a.lodge(w),E(n("details"),()=>a.isAt(w)?ke(l,c,e=>o(e)):null),w}({app:u,place:y,conversation:n,list:z,open:_});(function({app:e,root:t,place:n}){let{desk:a,ui:s}=e,o=null;Y(()=>{a.ticks.thread.value;let l="inbox"===s.room.value,i=!!a.openId&&s.details.open,r=l&&i&&s.narrow.value,c="true"===t.dataset.drawer;t.dataset.pane=a.openId?"thread":"list",t.dataset.details=String(i),t.dataset.drawer=String(r);for(let e of["list","sheet"])n(e).inert=r;n("details").inert=!i,e.rail.inert=r&&l,l&&(document.body.dataset.alone=String(!!a.openId)),r&&!c?(o=document.activeElement,history.pushState({...history.state,drawer:!0},""),requestAnimationFrame(()=>document.getElementById("details-title")?.focus())):!r&&c&&(o?.focus(),history.state?.drawer&&history.back())})})({app:u,root:x,place:y}),u.shell.addActions("inbox",function({app:t,root:n,place:a,conversation:{composer:u},list:h,open:$}){let{desk:b,ui:m,me:f}=t,v=e=>0===b.selection.size&&(h.aimed?document.activeElement:document.getElementById(e))||a("list-bulk").querySelector(".bulk")||a("list-top").querySelector(".title-button"),g=()=>0===b.selection.size&&h.aimed?[h.aimed]:s(b);return k({desk:b,ui:m,list:h,composer:u,open:$,back:()=>{if("true"===n.dataset.drawer)m.details.set(!1);else{if(h.endChoosing())return;if(document.activeElement?.closest(".composer"))h.focusOpen();else if(history.state?.from&&"inbox"!==history.state.from)history.back();else if(b.openId){let e=b.openId;$(null),requestAnimationFrame(()=>h.focusRow(e))}}},perform:(e,t)=>{let n=0===b.selection.size?h.aimed:null,a=n&&n!==b.openId&&h.nextTo(n),s=o(b,g(),e,t);return a&&requestAnimationFrame(()=>document.activeElement===document.body&&h.focusRow(a)),s},closeNext:()=>{let[e]=g(),t=h.nextTo(e);o(b,[e],"close"),$(t),t&&h.focusRow(t)},assign:()=>i(b,v("assign"),g()),handOver:()=>{l(b,v("assign"),g())},prioritize:()=>c(b,v("assign"),g()),snooze:()=>r(b,v("snooze"),g()),label:()=>d(b,v("labels"),g()),merge:()=>p(t,g()[0],"more"),toTicket:f.rights.includes("ticket")?()=>{e(t,g()[0])}:null})}({app:u,root:x,place:y,conversation:n,list:z,open:_})),Y(()=>{v.ticks.thread.value;let e="inbox"===g.room.value&&n.isAt(C)?v.row?.ticket?.name:null;e&&queueMicrotask(()=>g.sees("inbox")&&v.row?.ticket?.name===e&&void u.router.go(`/tickets/${encodeURIComponent(e)}${location.search}`))}),document.addEventListener("visibilitychange",()=>"visible"===document.visibilityState&&g.sees("inbox")&&v.firstSteps.looked()),u.setInbox({open:_,arrived:e=>z.arrived(e),next:()=>{z.step(1),z.focused&&_(z.focused)},toTeam:e=>v.openId&&void l(v,document.getElementById("assign")??document.getElementById("thread-title"),[v.openId],{team_id:e}),showView:e=>{g.phone.value&&_(null),z.showView(e)}});let N=!1,B=!1;return{root:x,title:()=>`${I("rail.inbox")} · ${u.me.shop.name}`,heading:()=>x.querySelector("h1"),address:()=>Oe(v.openId),show({inner:e,url:t}){n.lodge(C);let a=t.searchParams.get("view");("mentions"===a||K(a??""))&&(N?z.showView(a):v.list.show(a)),N?B||v.firstSteps.looked():v.startList();let s=N&&B,o=Number(t.searchParams.get("at"));e&&o>0&&f.goTo(e,o),N&&e===v.openId?s&&g.narrow.value&&g.details.set(!1):_(e,!0),e&&t.searchParams.has("who")&&g.details.set(!0),N=!0,B=!0,v.view(v.openId),f.markRead()},hide(){B=!1,n.rest(),z.rest(),g.narrow.value&&g.details.set(!1),u.rail.inert=!1}}});
