import{D as e,I as t,J as a,L as s,M as n,a as r,b as i,ha as o,ia as l,q as d,r as c,t as p,u as g}from"./app.js";var u=({csrf:e,signedOut:t})=>async(a,s,n)=>{try{return await i(a,`/api/v1${s}`,n,e)}catch(e){throw e instanceof r&&401===e.status&&t(),e}},h=["image/png","image/jpeg","image/webp"],m=122880,f=({csrf:e,signedOut:t})=>async(a,s)=>{let n;try{n=await fetch(`/api/v1${a}`,{method:"POST",headers:{"x-csrf-token":e,"content-type":s.type||"application/octet-stream"},credentials:"same-origin",body:s})}catch{throw new r(0,null,null)}401===n.status&&t();let i=await n.json().catch(()=>null);if(!n.ok)throw new r(n.status,i,null);return i},b=e=>{let t=f(e);return async(e,a)=>{let s=await async function(e,t){let a=await createImageBitmap(e),s=Math.min(1,t/Math.max(a.width,a.height));if(1===s&&e.size<=m&&h.includes(e.type))return e;let n=document.createElement("canvas");for(let e=s;;e*=.8){n.width=Math.max(1,Math.round(a.width*e)),n.height=Math.max(1,Math.round(a.height*e)),n.getContext("2d").drawImage(a,0,0,n.width,n.height);let t=await new Promise(e=>n.toBlob(e,"image/webp",.85));if(t&&(t.size<=m||e<.1))return t}}(e,a).catch(()=>{throw new r(400,{code:"invalid"},null)});return(await t("/pictures",s)).picture}};s({out:c`<path d="M15 3h6v6"/><path d="M10 14 21 3"/><path d="M18 13v6a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2V8a2 2 0 0 1 2-2h6"/>`,quote:c`<path d="M22 17a2 2 0 0 1-2 2H6.828a2 2 0 0 0-1.414.586l-2.202 2.202A.71.71 0 0 1 2 21.286V5a2 2 0 0 1 2-2h16a2 2 0 0 1 2 2z"/><path d="M7 11h10"/><path d="M7 15h6"/><path d="M7 7h8"/>`,drive:c`<path d="M10 16h.01"/><path d="M2.212 11.577a2 2 0 0 0-.212.896V18a2 2 0 0 0 2 2h16a2 2 0 0 0 2-2v-5.527a2 2 0 0 0-.212-.896L18.55 5.11A2 2 0 0 0 16.76 4H7.24a2 2 0 0 0-1.79 1.11z"/><path d="M21.946 12.013H2.054"/><path d="M6 16h.01"/>`,smartphone:c`<rect width="14" height="20" x="5" y="2" rx="2" ry="2"/><path d="M12 18h.01"/>`,more:c`<path d="M5 12h.01M12 12h.01M19 12h.01" stroke-width="2.5"/>`,pencil:c`<path d="M21.174 6.812a1 1 0 0 0-3.986-3.987L3.842 16.174a2 2 0 0 0-.5.83l-1.321 4.352a.5.5 0 0 0 .623.622l4.353-1.32a2 2 0 0 0 .83-.497z"/><path d="m15 5 4 4"/>`,up:c`<path d="m18 15-6-6-6 6"/>`,square:c`<path d="M22 17a2 2 0 0 1-2 2H6.828a2 2 0 0 0-1.414.586l-2.202 2.202A.71.71 0 0 1 2 21.286V5a2 2 0 0 1 2-2h16a2 2 0 0 1 2 2z"/>`,headset:c`<path d="M3 11h3a2 2 0 0 1 2 2v3a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2v-5Zm0 0a9 9 0 1 1 18 0m0 0v5a2 2 0 0 1-2 2h-1a2 2 0 0 1-2-2v-3a2 2 0 0 1 2-2h3Z"/><path d="M21 16v2a4 4 0 0 1-4 4h-5"/>`,leaf:c`<path d="M11 20A7 7 0 0 1 9.8 6.1C15.5 5 17 4.48 19 2c1 2 2 4.18 2 8 0 5.5-4.78 10-10 10Z"/><path d="M2 21c0-3 1.85-5.36 5.08-6C9.5 14.52 12 13 13 12"/>`});var $={bubble:"message-circle",done:"circle-check",alert:"circle-alert",code:"code-xml",trash:"trash-2",down:"chevron-down"},v=(e,t=16)=>n(e in $?$[e]:e,t),y={0:"error.unreachable",403:"error.forbidden",404:"error.not_found",409:"error.conflict",429:"error.rate_limited",503:"error.unavailable",400:"error.invalid",422:"error.invalid"};function w({at:e,save:s,isMac:n}){function r(t){let a=e.page?.tabs??[],s=a.findIndex(t=>t.id===e.page?.tab),n={ArrowRight:s+1,ArrowLeft:s-1,Home:0,End:a.length-1}[t.key];if(void 0===n)return;t.preventDefault();let r=a[(n+a.length)%a.length];e.page?.choose?.(r.id),requestAnimationFrame(()=>document.getElementById(`tab-${r.id}`)?.focus())}return()=>{if(!e.page)return p;let i=e.page.form;return d`<section class="page" aria-labelledby="page-title">
<header class="page-head">
<a class="icon-button only-phone" href="/settings" aria-label=${t("common.back")}>${v("chevron-left",22)}</a>
<h1 id="page-title" tabindex="-1">${e.shown?t(e.shown.title):""}</h1>
${e.page.status?.()??p}
</header>
${e.page.tabs?d`<div class="page-tabs" role="tablist" aria-labelledby="page-title" @keydown=${r}>
${e.page.tabs.map(t=>d`<button
type="button"
role="tab"
id="tab-${t.id}"
aria-controls="page-body"
aria-selected=${t.id===e.page?.tab}
tabindex=${t.id===e.page?.tab?0:-1}
@click=${()=>e.page?.choose?.(t.id)}
>
${t.label}
</button>`)}
</div>`:p}
<div
class="page-body"
id="page-body"
role=${e.page.tabs?"tabpanel":p}
aria-labelledby=${e.page.tabs?`tab-${e.page.tab}`:p}
tabindex="0"
>
<div class="page-content">
${"failed"===i?.phase?d`<p class="page-failed" role="alert">
${t("settings_frame.load_failed")}
<button type="button" class="text-button" @click=${()=>i.load()}>${t("common.retry")}</button>
</p>`:"loading"===i?.phase?d`<p class="page-loading" role="status">${t("common.loading")}</p>`:e.page.body()}
</div>
</div>
${(()=>{let r=e.page?.form;if("ready"!==r?.phase)return p;let i=r.changes.length,o=Object.keys(r.errors).length,l=e.page?.words??{save:"settings_frame.make_live",changes:"settings_frame.not_live"};return d`<footer class="page-bar" data-changes=${i}>
<p role="status">
${o?d`<span class="bad">${a("settings_frame.wrong",o)}</span>`:i?a(l.changes,i):t("settings_frame.all_saved")}
</p>
${i?d`<button type="button" class="button quiet" @click=${()=>r.revert()}>${t("settings_frame.revert")}</button>
<button type="button" class="button primary" aria-busy=${r.busy} @click=${s}>
${t(l.save)}<kbd class="no-phone" aria-hidden="true">${n?"⌘":"Ctrl "}S</kbd>
</button>`:p}
</footer>`})()}
</section>
${e.page.aside&&"loading"!==i?.phase&&"failed"!==i?.phase?e.page.aside():p}`}}var k=e=>`f-${e.replace(/[^\w-]/g,"-")}`;function _(e,t){let a=e.errors[t];return d`<p class="field-error" id="${k(t)}-error" role="alert">${a??""}</p>`}var x=(e,t,a)=>d`<div class="set-label"><label for=${t}>${e}</label>${a?d`<span class="field-hint">${a}</span>`:p}</div>`;function M(t,a,s){let n=k(a);return d`<div class="set-field">
${x(s.label,n,s.note)}
<div class="set-box">
<input
id=${n}
class="input ${s.mono?"mono":""}"
type=${s.type??"text"}
placeholder=${s.placeholder??p}
maxlength=${s.max??p}
autocomplete=${s.autocomplete??"off"}
inputmode=${s.inputmode??p}
?disabled=${s.disabled??!1}
aria-invalid=${t.errors[a]?"true":p}
aria-describedby="${n}-hint ${n}-error"
.value=${e(t.get(a)??"")}
@input=${e=>t.set(a,e.target.value)}
/>${s.tail??p}
</div>
<p class="field-hint" id="${n}-hint">${s.hint??p}</p>
${_(t,a)}
</div>`}function S(t,a,s){let n=k(a);return d`<div class="set-field">
${x(s.label,n,s.note)}
<textarea
id=${n}
class="input area ${s.mono?"mono":""}"
rows=${s.rows??3}
placeholder=${s.placeholder??p}
maxlength=${s.max??p}
aria-invalid=${t.errors[a]?"true":p}
aria-describedby="${n}-hint ${n}-error"
.value=${e(t.get(a)??"")}
@input=${e=>t.set(a,e.target.value)}
></textarea>
<p class="field-hint" id="${n}-hint">${s.hint??p}</p>
${_(t,a)}
</div>`}var j=(t,a,s,n,r)=>d`<span class="select"
><select id=${t} aria-label=${r??p} @change=${e=>n(e.target.value)}>
${a.map(t=>d`<option value=${t.value} ?selected=${e(t.value===s)}>${t.label}</option>`)}
</select></span
>`;function P(e,t,a){let s=k(t);return d`<div class="set-field">
${x(a.label,s,a.note)}
${j(s,a.options,String(e.get(t)),a=>e.set(t,a))}
<p class="field-hint">${a.hint??p}</p>
${_(e,t)}
</div>`}var T=(t,a,s,n,r=!1)=>d`<div class="set-switch">
<label class="switch"
><input
type="checkbox"
role="switch"
.checked=${e(t)}
?disabled=${r}
@change=${e=>a(e.target.checked)}
/><span>${s}</span></label
>
${n?d`<p class="field-hint">${n}</p>`:p}
</div>`,q=(e,t,a,s)=>T(!!e.get(t),a=>e.set(t,a),a,s),C=(e,t,a,s)=>d`<div class="segments" role="group" aria-label=${e}>
${t.map(e=>d`<button
type="button"
class="segment"
aria-pressed=${e.value===a}
aria-label=${e.title??p}
title=${e.title??p}
@click=${()=>s(e.value)}
>
${e.label}
</button>`)}
</div>`,E=(e,t,a,s)=>d`<section class="set-section">
<div class="set-head">
<div>
<h2>${e}</h2>
${a?d`<p>${a}</p>`:p}
</div>
${s??p}
</div>
${t}
</section>`,O=(t,a,s)=>d`<input
class="input time"
inputmode="numeric"
maxlength="5"
placeholder="09:00"
autocomplete="off"
aria-label=${t}
.value=${e(a)}
@input=${e=>s(e.target.value)}
@change=${e=>s(function(e){let t=/^(\d{1,2})(?:\D?(\d{2}))?$/.exec(e.trim());if(!t)return e;let[a,s]=[Number(t[1]),Number(t[2]??0)];return a>24||s>59||24===a&&s>0?e:`${String(a).padStart(2,"0")}:${String(s).padStart(2,"0")}`}(e.target.value))}
/>`;function A(e,a,s){return d`<div class="code" role="group" aria-label=${s??p}
><code tabindex="0">${a??e}</code
><button type="button" class="code-copy" @click=${async a=>{let s=a.currentTarget,n=s.querySelector(".copy-label");try{await navigator.clipboard.writeText(e)}catch{let e=s.parentElement?.querySelector("code");return void(e&&getSelection()?.selectAllChildren(e))}n.textContent=t("settings_frame.copied"),setTimeout(()=>n.textContent=t("common.copy"),2e3)}}>
${v("copy",14)}<span class="copy-label" aria-live="polite">${t("common.copy")}</span>
</button></div
>`}var L=e=>/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(e)||/^[^\s@]+@localhost$/.test(e),D=e=>null!==e&&"object"==typeof e&&!Array.isArray(e);function I(e,t,a=""){return D(e)&&D(t)?[...new Set([...Object.keys(e),...Object.keys(t)])].flatMap(s=>I(e[s],t[s],a?`${a}.${s}`:s)):JSON.stringify(e??null)===JSON.stringify(t??null)?[]:[a]}var N=e=>structuredClone(e);function z({read:e,write:t,check:a,refused:s,changed:n}){let r={phase:"loading",saved:null,draft:null,busy:!1,errors:{}},i=e=>{r.saved=e,r.draft=N(e),r.errors={},r.phase="ready",n()},o={async load(){let t="ready"===r.phase;t||(r.phase="loading"),n();try{let a=await e();(!t||0===o.changes.length)&&i(a)}catch{t||(r.phase="failed"),n()}},set(e,t){let a=e.split("."),s=a.pop();a.reduce((e,t)=>e[t]??={},r.draft)[s]=t,delete r.errors[e],n()},get:e=>((e,t)=>t.split(".").reduce((e,t)=>e?.[t],e))(r.draft,e),get changes(){return"ready"===r.phase?I(r.saved,r.draft):[]},revert(){r.draft=N(r.saved),r.errors={},n()},async save(){if(r.busy||"ready"!==r.phase)return!1;if(r.errors=a?.(r.draft)??{},Object.keys(r.errors).length>0)return n(),!1;r.busy=!0,n();try{let e=await t(r.draft,I(r.saved,r.draft));return i(e),!0}catch(e){if(r.errors=s?.(e)??{},0===Object.keys(r.errors).length)throw e;return!1}finally{r.busy=!1,n()}}};return Object.defineProperties(r,Object.getOwnPropertyDescriptors(o)),r}function Z(e,a){let s={phase:"loading",value:null,async load(){null===s.value&&(s.phase="loading");try{s.value=await e(),s.phase="ready"}catch{null===s.value&&(s.phase="failed")}a()},view:e=>null!==s.value?e(s.value):"loading"===s.phase?d`<p class="page-loading" role="status">${t("common.loading")}</p>`:d`<p class="page-failed" role="alert">
${t("settings_frame.load_failed")}
<button type="button" class="text-button" @click=${()=>s.load()}>${t("common.retry")}</button>
</p>`};return s}function H(e,t,{upload:a,failed:s,most:n,choose:r,remove:i}){let o=`picture-${t}`;return d`<div class="set-actions">
<input
id=${o}
class="hidden"
type="file"
accept="image/png,image/jpeg,image/webp"
tabindex="-1"
aria-hidden="true"
@change=${async r=>{let i=r.target.files?.[0];if(r.target.value="",i)try{e.set(t,await a(i,n))}catch(e){s(e)}}}
/><button type="button" class="button" @click=${()=>document.getElementById(o)?.click()}>${r}</button>
${e.get(t)?d`<button type="button" class="button quiet" @click=${()=>e.set(t,null)}>${i}</button>`:p}
</div>`}var B=Date.UTC(2026,0,1);function F(e,t){try{let a=new Intl.DateTimeFormat(t,{timeZone:e,timeZoneName:"longGeneric"}).formatToParts(B).find(e=>"timeZoneName"===e.type)?.value??"";return/^(GMT|UTC)/.test(a)?"":a}catch{return""}}function V(e,t,a){let s=e.replaceAll("_"," "),n=F(e,t);return n?a("zone.name",{name:n===F("Asia/Shanghai",t)?a("zone.china"):n,id:s}):s}function U(e,t,a){try{return new Intl.DateTimeFormat(a,{hour:"2-digit",minute:"2-digit",hourCycle:"h23",timeZone:e}).format(t)}catch{return""}}function J(e,t){let a=new Intl.DateTimeFormat("en",{timeZone:e,year:"numeric",month:"numeric",day:"numeric"}).formatToParts(t),s=e=>Number(a.find(t=>t.type===e)?.value);return Date.UTC(s("year"),s("month")-1,s("day"))/864e5}function G(e,t,a,s,n){let r=U(e,t,s),i=J(e,t)-J(e,a);if(i<=0)return n("zone.today",{time:r});if(1===i)return n("common.moment_tomorrow",{time:r});let o=i<7?{weekday:"zh-CN"===s?"short":"long"}:{month:"long",day:"numeric"};return n("common.moment_day",{day:new Intl.DateTimeFormat(s,{...o,timeZone:e}).format(t),time:r})}var K=e=>/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/.test(e);async function R(e,a){let s="",n=!1;for(;;){try{return await a(s?{password:s}:{})}catch(e){let t=e?.code;if("password_required"!==t&&"wrong_password"!==t)throw e;n="wrong_password"===t}if(s="",!await e({title:t("settings_frame.password_title"),text:t("settings_frame.password_text"),confirm:t("settings_frame.password_go"),content:d`<div class="set-field dialog-type">
<div class="set-label"><label for="dialog-password">${t("settings_frame.password")}</label></div>
<input
id="dialog-password"
class="input"
type="password"
autocomplete="current-password"
autofocus
aria-describedby="dialog-password-wrong"
@input=${e=>s=e.target.value}
/>
<p class="field-error" id="dialog-password-wrong" role="alert">${n?t("settings_frame.password_wrong"):""}</p>
</div>`})||!s)return null}}var X={"settings-widget":()=>Promise.all([import("./settings-widget.js"),l("settings-widget")]).then(([e])=>e.widgetPage),"settings-hours":()=>Promise.all([import("./settings-hours.js"),l("settings-hours")]).then(([e])=>e.hoursPage),"settings-canned":()=>import("./settings-canned.js").then(e=>e.cannedPage),"settings-labels":()=>import("./settings-labels.js").then(e=>e.labelsPage),"settings-blocks":()=>import("./settings-blocks.js").then(e=>e.blocksPage),"settings-team":()=>import("./settings-team.js").then(e=>e.teamPage),"settings-routing":()=>Promise.all([import("./settings-routing.js"),l("settings-routing")]).then(([e])=>e.routingPage),"settings-shop":()=>import("./settings-shop.js").then(e=>e.shopPage),"settings-data":()=>import("./settings-data.js").then(e=>e.dataPage),"settings-about":()=>import("./settings-about.js").then(e=>e.aboutPage),"settings-profile":()=>import("./settings-profile.js").then(e=>e.profilePage),"settings-notifications":()=>import("./settings-notifications.js").then(e=>e.notificationsPage),"settings-sessions":()=>import("./settings-sessions.js").then(e=>e.sessionsPage),"settings-tokens":()=>import("./settings-tokens.js").then(e=>e.tokensPage)},Q={labels:"settings-labels",canned:"settings-canned",members:"settings-team",blocks:"settings-blocks",calendars:"settings-hours",hours:"settings-hours"};o("settings",function(s){let{table:n,ui:r,client:i}=s,o=function({app:a,pages:s}){let{desk:n,ui:r}=a,i=()=>r.phone.peek(),o=e=>requestAnimationFrame(e),l=function(){let e=document.createElement("main");return e.id="settings",e.className="room",g(d`<section class="pages" aria-label=${t("settings_frame.pages")}></section><div class="sheet page-sheet"></div>`,e),e}(),c={page:null,shown:null,named:!1,search:"",planned:!1},u=()=>{c.planned||(c.planned=!0,a.schedule(()=>{c.planned=!1,P()}))},{say:h,failed:m}=function(e){let a=(t,a={})=>e.notify({text:t,icon:a.bad?"circle-alert":"circle-check",action:a.action});return{say:a,failed:e=>{let s=y[e.status];a(t(s??"error.unexpected"),{bad:!0})}}}(n),f=()=>c.page?.form?c.page.form.changes.length:0,b=async()=>{if(c.page?.form&&0!==f())try{await c.page.form.save()?h(t("settings_frame.saved")):o(()=>l.querySelector('[aria-invalid="true"]')?.focus())}catch(e){m(e)}},$=function({root:e,schedule:t,unsaved:a,save:s}){e.addEventListener("click",e=>{let a=e.target.closest?.("[data-adds]"),s=a?.closest(".field-card, .day-ranges, section");a&&s&&t(()=>s.querySelector(a.dataset.adds??"")?.focus())}),addEventListener("beforeunload",e=>{a()>0&&e.preventDefault()});let n=/Mac|iPhone|iPad/.test(navigator.platform);return addEventListener("keydown",t=>{e.inert||t.isComposing||document.querySelector("dialog[open], .menu:popover-open")||((n?t.metaKey:t.ctrlKey)&&"s"===t.key.toLowerCase()?(t.preventDefault(),s()):"/"===t.key&&!(t.target instanceof HTMLElement&&/^(INPUT|TEXTAREA|SELECT)$/.test(t.target.tagName))&&(t.preventDefault(),document.getElementById("settings-search")?.focus()))}),n}({root:l,schedule:o,unsaved:f,save:b}),k=function({pages:a,at:s,phone:n,changed:r,root:i}){return()=>{let o=(()=>{let e=s.search.trim().toLowerCase().split(/\s+/).filter(Boolean);return a.filter(a=>{let s=`${t(a.title)} ${t(a.find)}`.toLowerCase();return e.every(e=>s.includes(e))})})(),l=s.named||!n()?s.shown:null,c=t("settings.title");return d`${l?d`<p class="pages-title">${c}</p>`:d`<h1 class="pages-title" tabindex="-1">${c}</h1>`}
<div class="pages-search" role="search">
${v("search")}
<input
id="settings-search"
type="search"
placeholder=${t("settings_frame.search")}
aria-label=${t("settings_frame.search")}
autocomplete="off"
.value=${e(s.search)}
@input=${e=>{s.search=e.target.value,r()}}
@keydown=${e=>{e.isComposing||("Enter"===e.key&&o[0]&&i.querySelector(".pages-link")?.click(),"Escape"===e.key&&s.search&&(s.search="",r()))}}
/><kbd class="no-phone" aria-hidden="true">/</kbd>
</div>
<nav class="pages-list" aria-label=${t("settings.title")}>
${[...new Set(o.map(e=>e.group))].map(e=>d`<p class="pages-group" id="group-${e}">${t(`settings.group_${e}`)}</p>
<ul aria-labelledby="group-${e}">
${o.filter(t=>t.group===e).map(e=>d`<li>
<a class="pages-link" href=${e.path} aria-current=${e===l?"page":p}
>${v(e.icon)}<span>${t(e.title)}</span>${v("chevron-right")}</a
>
</li>`)}
</ul>`)}
${0===o.length?d`<p class="pages-none" role="status">${t("settings_frame.nothing",{text:s.search})}</p>`:p}
</nav>`}}({pages:s,at:c,phone:i,changed:u,root:l}),_=w({at:c,save:b,isMac:$}),x=e=>l.querySelector(`.${e}`),M=()=>c.named||!i(),S=()=>l.querySelector(M()?"#page-title":".pages-title"),j=()=>l.querySelector(".page-body");function P(){l.dataset.pane=c.named?"page":"list",l.dataset.aside=String(!!c.page?.aside),r.sees("settings")&&(document.body.dataset.alone=String(c.named)),g(k(),x("pages")),g(M()?_():p,x("page-sheet"))}return{root:l,changed:u,say:h,failed:m,unsaved:f,heading:S,get shown(){return c.shown},get named(){return c.named},get view(){return c.page},get top(){return j()?.scrollTop??0},show(e,t,a,s){Object.assign(c,{shown:e,page:t,named:a}),t.start?.(),t.form?.load(),P(),j()?.scrollTo(0,s)},aim(e){let t=e?l.querySelector(".pages-link[aria-current]"):null;(t?.checkVisibility?.()?t:S())?.focus({preventScroll:!0})}}}({app:s,pages:n.in("settings")}),l=function(e,t){let{me:a,desk:s,ui:n,client:r,csrf:i,signedOut:o}=e;return{me:{...a,get agent(){return s.agent}},call:u({csrf:i,signedOut:o}),upload:b({csrf:i,signedOut:o}),send:f({csrf:i,signedOut:o}),changed:t.changed,say:t.say,failed:t.failed,ask:e.dialogs.ask,origin:e.origin,ui:n,seen:()=>"visible"===document.visibilityState&&n.sees("settings"),onSeen:e=>{r.on("presence",({member:t,online:a,availability:s,presence:n})=>"agent"===t.kind&&e({id:t.id,online:a,availability:s??null,presence:n}))},setTheme:e.self.wear,touched:()=>{s.touch("frame","list","thread","details"),e.moved()}}}(s,o),c=new Map,[h]=n.in("settings"),m=e=>"settings"===e.place?e:h,$=!1;return i.on("settings",({area:e})=>r.sees("settings")&&Q[e]===o.shown?.name&&(o.view?.start??o.view?.form?.load)?.()),matchMedia("(max-width: 720px)").addEventListener("change",o.changed),{root:o.root,title:()=>`${t((o.shown??h).title)} · ${t("settings.title")} · ${s.me.shop.name}`,heading:o.heading,address:()=>o.named?o.shown.path:"/settings",prepare:({page:e})=>(async e=>{if(c.get(e.name))return;let[t]=await Promise.all([X[e.name](),n.words(e)]);c.has(e.name)||c.set(e.name,{view:t(l),top:0})})(m(e)),show({page:e,back:t}){let a=m(e),s="settings"===e.place,n=o.shown&&c.get(o.shown.name);n&&(n.top=o.top);let{view:r,top:i}=c.get(a.name),l=$&&(o.shown!==a||o.named!==s);o.show(a,r,s,t?i:0),l&&o.aim(t),$=!0},hide(){$=!1;let e=o.shown&&c.get(o.shown.name);e&&(e.top=o.top)},unsaved:e=>e&&m(e.page)===o.shown?0:o.unsaved(),async mayLeave(){let e=await s.dialogs.ask({title:t("settings_frame.leave_title"),text:a("settings_frame.leave_text",o.unsaved()),confirm:t("settings_frame.leave"),cancel:t("settings_frame.stay")});return e&&o.view?.form?.revert(),e}}});export{v as a,k as b,_ as c,M as d,S as e,j as f,P as g,T as h,q as i,C as j,E as k,O as l,A as m,L as n,z as o,Z as p,H as q,V as r,U as s,G as t,K as u,R as v};
