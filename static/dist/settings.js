import{E as e,I as t,J as a,K as s,M as n,N as i,a as r,b as l,ja as o,ka as d,r as c,s as p,u as g,v as u}from"./app.js";var h=({csrf:e,signedOut:t})=>async(a,s,n)=>{try{return await l(a,`/api/v1${s}`,n,e)}catch(e){throw e instanceof r&&401===e.status&&t(),e}},m=["image/png","image/jpeg","image/webp"],f=122880,b=({csrf:e,signedOut:t})=>async(a,s)=>{let n;try{n=await fetch(`/api/v1${a}`,{method:"POST",headers:{"x-csrf-token":e,"content-type":s.type||"application/octet-stream"},credentials:"same-origin",body:s})}catch{throw new r(0,null,null)}401===n.status&&t();let i=await n.json().catch(()=>null);if(!n.ok)throw new r(n.status,i,null);return i},$=e=>{let t=b(e);return async(e,a)=>{let s=await async function(e,t){let a=await createImageBitmap(e),s=Math.min(1,t/Math.max(a.width,a.height));if(1===s&&e.size<=f&&m.includes(e.type))return e;let n=document.createElement("canvas");for(let e=s;;e*=.8){n.width=Math.max(1,Math.round(a.width*e)),n.height=Math.max(1,Math.round(a.height*e)),n.getContext("2d").drawImage(a,0,0,n.width,n.height);let t=await new Promise(e=>n.toBlob(e,"image/webp",.85));if(t&&(t.size<=f||e<.1))return t}}(e,a).catch(()=>{throw new r(400,{code:"invalid"},null)});return(await t("/pictures",s)).picture}};n({out:p`<path d="M15 3h6v6"/><path d="M10 14 21 3"/><path d="M18 13v6a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2V8a2 2 0 0 1 2-2h6"/>`,quote:p`<path d="M22 17a2 2 0 0 1-2 2H6.828a2 2 0 0 0-1.414.586l-2.202 2.202A.71.71 0 0 1 2 21.286V5a2 2 0 0 1 2-2h16a2 2 0 0 1 2 2z"/><path d="M7 11h10"/><path d="M7 15h6"/><path d="M7 7h8"/>`,drive:p`<path d="M10 16h.01"/><path d="M2.212 11.577a2 2 0 0 0-.212.896V18a2 2 0 0 0 2 2h16a2 2 0 0 0 2-2v-5.527a2 2 0 0 0-.212-.896L18.55 5.11A2 2 0 0 0 16.76 4H7.24a2 2 0 0 0-1.79 1.11z"/><path d="M21.946 12.013H2.054"/><path d="M6 16h.01"/>`,smartphone:p`<rect width="14" height="20" x="5" y="2" rx="2" ry="2"/><path d="M12 18h.01"/>`,more:p`<path d="M5 12h.01M12 12h.01M19 12h.01" stroke-width="2.5"/>`,pencil:p`<path d="M21.174 6.812a1 1 0 0 0-3.986-3.987L3.842 16.174a2 2 0 0 0-.5.83l-1.321 4.352a.5.5 0 0 0 .623.622l4.353-1.32a2 2 0 0 0 .83-.497z"/><path d="m15 5 4 4"/>`,split:p`<path d="M16 3h5v5"/><path d="M8 3H3v5"/><path d="M12 22v-8.3a4 4 0 0 0-1.172-2.872L3 3"/><path d="m15 9 6-6"/>`,up:p`<path d="m18 15-6-6-6 6"/>`,square:p`<path d="M22 17a2 2 0 0 1-2 2H6.828a2 2 0 0 0-1.414.586l-2.202 2.202A.71.71 0 0 1 2 21.286V5a2 2 0 0 1 2-2h16a2 2 0 0 1 2 2z"/>`,headset:p`<path d="M3 11h3a2 2 0 0 1 2 2v3a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2v-5Zm0 0a9 9 0 1 1 18 0m0 0v5a2 2 0 0 1-2 2h-1a2 2 0 0 1-2-2v-3a2 2 0 0 1 2-2h3Z"/><path d="M21 16v2a4 4 0 0 1-4 4h-5"/>`,leaf:p`<path d="M11 20A7 7 0 0 1 9.8 6.1C15.5 5 17 4.48 19 2c1 2 2 4.18 2 8 0 5.5-4.78 10-10 10Z"/><path d="M2 21c0-3 1.85-5.36 5.08-6C9.5 14.52 12 13 13 12"/>`});var v={bubble:"message-circle",done:"circle-check",alert:"circle-alert",code:"code-xml",trash:"trash-2",down:"chevron-down"},y=(e,t=16)=>i(e in v?v[e]:e,t),w={0:"error.unreachable",403:"error.forbidden",404:"error.not_found",409:"error.conflict",429:"error.rate_limited",503:"error.unavailable",400:"error.invalid",422:"error.invalid"};function k({at:e,save:t,isMac:n}){function i(t){let a=e.page?.tabs??[],s=a.findIndex(t=>t.id===e.page?.tab),n={ArrowRight:s+1,ArrowLeft:s-1,Home:0,End:a.length-1}[t.key];if(void 0===n)return;t.preventDefault();let i=a[(n+a.length)%a.length];e.page?.choose?.(i.id),requestAnimationFrame(()=>document.getElementById(`tab-${i.id}`)?.focus())}return()=>{if(!e.page)return g;let r=e.page.form;return c`<section class="page" aria-labelledby="page-title">
<header class="page-head">
<a class="icon-button only-phone" href="/settings" aria-label=${a("common.back")}>${y("chevron-left",22)}</a>
<h1 id="page-title" tabindex="-1">${e.shown?a(e.shown.title):""}</h1>
${e.page.status?.()??g}
</header>
${e.page.tabs?c`<div class="page-tabs" role="tablist" aria-labelledby="page-title" @keydown=${i}>
${e.page.tabs.map(t=>c`<button
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
</div>`:g}
<div
class="page-body"
id="page-body"
role=${e.page.tabs?"tabpanel":g}
aria-labelledby=${e.page.tabs?`tab-${e.page.tab}`:g}
tabindex="0"
>
<div class="page-content">
${"failed"===r?.phase?c`<p class="page-failed" role="alert">
${a("settings_frame.load_failed")}
<button type="button" class="text-button" @click=${()=>r.load()}>${a("common.retry")}</button>
</p>`:"loading"===r?.phase?c`<p class="page-loading" role="status">${a("common.loading")}</p>`:e.page.body()}
</div>
</div>
${(()=>{let i=e.page?.form;if("ready"!==i?.phase)return g;let r=i.changes.length,l=Object.keys(i.errors).length,o=e.page?.words??{save:"settings_frame.make_live",changes:"settings_frame.not_live"};return c`<footer class="page-bar" data-changes=${r}>
<p role="status">
${l?c`<span class="bad">${s("settings_frame.wrong",l)}</span>`:r?s(o.changes,r):a("settings_frame.all_saved")}
</p>
${r?c`<button type="button" class="button quiet" @click=${()=>i.revert()}>${a("settings_frame.revert")}</button>
<button type="button" class="button primary" aria-busy=${i.busy} @click=${t}>
${a(o.save)}<kbd class="no-phone" aria-hidden="true">${n?"⌘":"Ctrl "}S</kbd>
</button>`:g}
</footer>`})()}
</section>
${e.page.aside&&"loading"!==r?.phase&&"failed"!==r?.phase?e.page.aside():g}`}}var _=e=>`f-${e.replace(/[^\w-]/g,"-")}`;function x(e,t){let a=e.errors[t];return c`<p class="field-error" id="${_(t)}-error" role="alert">${a??""}</p>`}var M=(e,t,a)=>c`<div class="set-label"><label for=${t}>${e}</label>${a?c`<span class="field-hint">${a}</span>`:g}</div>`;function j(t,a,s){let n=_(a);return c`<div class="set-field">
${M(s.label,n,s.note)}
<div class="set-box">
<input
id=${n}
class="input ${s.mono?"mono":""}"
type=${s.type??"text"}
placeholder=${s.placeholder??g}
maxlength=${s.max??g}
autocomplete=${s.autocomplete??"off"}
inputmode=${s.inputmode??g}
?disabled=${s.disabled??!1}
aria-invalid=${t.errors[a]?"true":g}
aria-describedby="${n}-hint ${n}-error"
.value=${e(t.get(a)??"")}
@input=${e=>t.set(a,e.target.value)}
/>${s.tail??g}
</div>
<p class="field-hint" id="${n}-hint">${s.hint??g}</p>
${x(t,a)}
</div>`}function P(t,a,s){let n=_(a);return c`<div class="set-field">
${M(s.label,n,s.note)}
<textarea
id=${n}
class="input area ${s.mono?"mono":""}"
rows=${s.rows??3}
placeholder=${s.placeholder??g}
maxlength=${s.max??g}
aria-invalid=${t.errors[a]?"true":g}
aria-describedby="${n}-hint ${n}-error"
.value=${e(t.get(a)??"")}
@input=${e=>t.set(a,e.target.value)}
></textarea>
<p class="field-hint" id="${n}-hint">${s.hint??g}</p>
${x(t,a)}
</div>`}var S=(t,a,s,n,i)=>c`<span class="select"
><select id=${t} aria-label=${i??g} @change=${e=>n(e.target.value)}>
${a.map(t=>c`<option value=${t.value} ?selected=${e(t.value===s)}>${t.label}</option>`)}
</select></span
>`;function T(e,t,a){let s=_(t);return c`<div class="set-field">
${M(a.label,s,a.note)}
${S(s,a.options,String(e.get(t)),a=>e.set(t,a))}
<p class="field-hint">${a.hint??g}</p>
${x(e,t)}
</div>`}var C=(t,a,s,n,i=!1)=>c`<div class="set-switch">
<label class="switch"
><input
type="checkbox"
role="switch"
.checked=${e(t)}
?disabled=${i}
@change=${e=>a(e.target.checked)}
/><span>${s}</span></label
>
${n?c`<p class="field-hint">${n}</p>`:g}
</div>`,E=(e,t,a,s)=>C(!!e.get(t),a=>e.set(t,a),a,s),q=(e,t,a,s)=>c`<div class="segments" role="group" aria-label=${e}>
${t.map(e=>c`<button
type="button"
class="segment"
aria-pressed=${e.value===a}
aria-label=${e.title??g}
title=${e.title??g}
@click=${()=>s(e.value)}
>
${e.label}
</button>`)}
</div>`,O=(e,t,a,s)=>c`<section class="set-section">
<div class="set-head">
<div>
<h2>${e}</h2>
${a?c`<p>${a}</p>`:g}
</div>
${s??g}
</div>
${t}
</section>`,A=(t,a,s)=>c`<input
class="input time"
inputmode="numeric"
maxlength="5"
placeholder="09:00"
autocomplete="off"
aria-label=${t}
.value=${e(a)}
@input=${e=>s(e.target.value)}
@change=${e=>s(function(e){let t=/^(\d{1,2})(?:\D?(\d{2}))?$/.exec(e.trim());if(!t)return e;let[a,s]=[Number(t[1]),Number(t[2]??0)];return a>24||s>59||24===a&&s>0?e:`${String(a).padStart(2,"0")}:${String(s).padStart(2,"0")}`}(e.target.value))}
/>`;function L(e,t,s){return c`<div class="code" role="group" aria-label=${s??g}
><code tabindex="0">${t??e}</code
><button type="button" class="code-copy" @click=${async t=>{let s=t.currentTarget,n=s.querySelector(".copy-label");try{await navigator.clipboard.writeText(e)}catch{let e=s.parentElement?.querySelector("code");return void(e&&getSelection()?.selectAllChildren(e))}n.textContent=a("settings_frame.copied"),setTimeout(()=>n.textContent=a("common.copy"),2e3)}}>
${y("copy",14)}<span class="copy-label" aria-live="polite">${a("common.copy")}</span>
</button></div
>`}var D=e=>/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(e)||/^[^\s@]+@localhost$/.test(e),I=e=>null!==e&&"object"==typeof e&&!Array.isArray(e);function N(e,t,a=""){return I(e)&&I(t)?[...new Set([...Object.keys(e),...Object.keys(t)])].flatMap(s=>N(e[s],t[s],a?`${a}.${s}`:s)):JSON.stringify(e??null)===JSON.stringify(t??null)?[]:[a]}var z=e=>structuredClone(e);function H({read:e,write:t,check:a,refused:s,changed:n}){let i={phase:"loading",saved:null,draft:null,busy:!1,errors:{}},r=e=>{i.saved=e,i.draft=z(e),i.errors={},i.phase="ready",n()},l={async load(){let t="ready"===i.phase;t||(i.phase="loading"),n();try{let a=await e();(!t||0===l.changes.length)&&r(a)}catch{t||(i.phase="failed"),n()}},set(e,t){let a=e.split("."),s=a.pop();a.reduce((e,t)=>e[t]??={},i.draft)[s]=t,delete i.errors[e],n()},get:e=>((e,t)=>t.split(".").reduce((e,t)=>e?.[t],e))(i.draft,e),get changes(){return"ready"===i.phase?N(i.saved,i.draft):[]},revert(){i.draft=z(i.saved),i.errors={},n()},async save(){if(i.busy||"ready"!==i.phase)return!1;if(i.errors=a?.(i.draft)??{},Object.keys(i.errors).length>0)return n(),!1;i.busy=!0,n();try{let e=await t(i.draft,N(i.saved,i.draft));return r(e),!0}catch(e){if(i.errors=s?.(e)??{},0===Object.keys(i.errors).length)throw e;return!1}finally{i.busy=!1,n()}}};return Object.defineProperties(i,Object.getOwnPropertyDescriptors(l)),i}function Z(e,t){let s={phase:"loading",value:null,async load(){null===s.value&&(s.phase="loading");try{s.value=await e(),s.phase="ready"}catch{null===s.value&&(s.phase="failed")}t()},view:e=>null!==s.value?e(s.value):"loading"===s.phase?c`<p class="page-loading" role="status">${a("common.loading")}</p>`:c`<p class="page-failed" role="alert">
${a("settings_frame.load_failed")}
<button type="button" class="text-button" @click=${()=>s.load()}>${a("common.retry")}</button>
</p>`};return s}function B(e,t,{upload:a,failed:s,most:n,choose:i,remove:r}){let l=`picture-${t}`;return c`<div class="set-actions">
<input
id=${l}
class="hidden"
type="file"
accept="image/png,image/jpeg,image/webp"
tabindex="-1"
aria-hidden="true"
@change=${async i=>{let r=i.target.files?.[0];if(i.target.value="",r)try{e.set(t,await a(r,n))}catch(e){s(e)}}}
/><button type="button" class="button" @click=${()=>document.getElementById(l)?.click()}>${i}</button>
${e.get(t)?c`<button type="button" class="button quiet" @click=${()=>e.set(t,null)}>${r}</button>`:g}
</div>`}var F=Date.UTC(2026,0,1);function V(e,t){try{let a=new Intl.DateTimeFormat(t,{timeZone:e,timeZoneName:"longGeneric"}).formatToParts(F).find(e=>"timeZoneName"===e.type)?.value??"";return/^(GMT|UTC)/.test(a)?"":a}catch{return""}}function U(e,t,a){let s=e.replaceAll("_"," "),n=V(e,t);return n?a("zone.name",{name:n===V("Asia/Shanghai",t)?a("zone.china"):n,id:s}):s}function J(e,t,a){try{return new Intl.DateTimeFormat(a,{hour:"2-digit",minute:"2-digit",hourCycle:"h23",timeZone:e}).format(t)}catch{return""}}function K(e,t){let a=new Intl.DateTimeFormat("en",{timeZone:e,year:"numeric",month:"numeric",day:"numeric"}).formatToParts(t),s=e=>Number(a.find(t=>t.type===e)?.value);return Date.UTC(s("year"),s("month")-1,s("day"))/864e5}function G(e,t,a,s,n){let i=J(e,t,s),r=K(e,t)-K(e,a);if(r<=0)return n("zone.today",{time:i});if(1===r)return n("common.moment_tomorrow",{time:i});let l=r<7?{weekday:"zh-CN"===s?"short":"long"}:{month:"long",day:"numeric"};return n("common.moment_day",{day:new Intl.DateTimeFormat(s,{...l,timeZone:e}).format(t),time:i})}var R=e=>/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/.test(e),X=(t,a,s)=>c`<fieldset class="checks">
<legend class="set-label"><span class="label">${t}</span></legend>
${a.map(t=>c`<label class="check"
><input
type="checkbox"
name=${t.id}
.checked=${e(t.on)}
?disabled=${t.fixed??!1}
@change=${e=>s(t.id,e.target.checked)}
/>${t.mark??g}<span>${t.label}</span></label
>`)}
</fieldset>`,Q=e=>e.named.map(e=>e.name).join(", ");async function W(e,t){let s="",n=!1;for(;;){try{return await t(s?{password:s}:{})}catch(e){let t=e?.code;if("password_required"!==t&&"wrong_password"!==t)throw e;n="wrong_password"===t}if(s="",!await e({title:a("settings_frame.password_title"),text:a("settings_frame.password_text"),confirm:a("settings_frame.password_go"),content:c`<div class="set-field dialog-type">
<div class="set-label"><label for="dialog-password">${a("settings_frame.password")}</label></div>
<input
id="dialog-password"
class="input"
type="password"
autocomplete="current-password"
autofocus
aria-describedby="dialog-password-wrong"
@input=${e=>s=e.target.value}
/>
<p class="field-error" id="dialog-password-wrong" role="alert">${n?a("settings_frame.password_wrong"):""}</p>
</div>`})||!s)return null}}var Y=({name:e,builtin:s})=>s&&t(`settings_roles.role_${e}`)?a(`settings_roles.role_${e}`):e,ee=({name:e,builtin:s})=>s&&t(`settings_team.role_${e}`)?a(`settings_team.role_${e}`):e,te={"settings-widget":()=>Promise.all([import("./settings-widget.js"),d("settings-widget")]).then(([e])=>e.widgetPage),"settings-hours":()=>Promise.all([import("./settings-hours.js"),d("settings-hours")]).then(([e])=>e.hoursPage),"settings-canned":()=>import("./settings-canned.js").then(e=>e.cannedPage),"settings-labels":()=>import("./settings-labels.js").then(e=>e.labelsPage),"settings-views":()=>Promise.all([import("./settings-views.js"),d("settings-views")]).then(([e])=>e.viewsPage),"settings-blocks":()=>import("./settings-blocks.js").then(e=>e.blocksPage),"settings-team":()=>import("./settings-team.js").then(e=>e.teamPage),"settings-teams":()=>import("./settings-teams.js").then(e=>e.teamsPage),"settings-roles":()=>import("./settings-roles.js").then(e=>e.rolesPage),"settings-routing":()=>Promise.all([import("./settings-routing.js"),d("settings-routing")]).then(([e])=>e.routingPage),"settings-sla":()=>Promise.all([import("./settings-sla.js"),d("settings-routing"),d("settings-sla")]).then(([e])=>e.slaPage),"settings-shop":()=>import("./settings-shop.js").then(e=>e.shopPage),"settings-data":()=>import("./settings-data.js").then(e=>e.dataPage),"settings-about":()=>import("./settings-about.js").then(e=>e.aboutPage),"settings-profile":()=>import("./settings-profile.js").then(e=>e.profilePage),"settings-notifications":()=>import("./settings-notifications.js").then(e=>e.notificationsPage),"settings-sessions":()=>import("./settings-sessions.js").then(e=>e.sessionsPage),"settings-tokens":()=>import("./settings-tokens.js").then(e=>e.tokensPage)},ae={labels:"settings-labels",views:"settings-views",canned:"settings-canned",members:"settings-team",blocks:"settings-blocks",teams:"settings-teams",roles:"settings-roles",calendars:"settings-hours",hours:"settings-hours",sla:"settings-sla"};o("settings",function(t){let{table:n,ui:i,client:r}=t,l=function({app:t,pages:s}){let{desk:n,ui:i}=t,r=()=>i.phone.peek(),l=e=>requestAnimationFrame(e),o=function(){let e=document.createElement("main");return e.id="settings",e.className="room",u(c`<section class="pages" aria-label=${a("settings_frame.pages")}></section><div class="sheet page-sheet"></div>`,e),e}(),d={page:null,shown:null,named:!1,search:"",planned:!1},p=()=>{d.planned||(d.planned=!0,t.schedule(()=>{d.planned=!1,S()}))},{say:h,failed:m}=function(e){let t=(t,a={})=>e.notify({text:t,icon:a.bad?"circle-alert":"circle-check",action:a.action});return{say:t,failed:e=>{let s=w[e.status];t(a(s??"error.unexpected"),{bad:!0})}}}(n),f=()=>d.page?.form?d.page.form.changes.length:0,b=async()=>{if(d.page?.form&&0!==f())try{await d.page.form.save()?h(a("settings_frame.saved")):l(()=>o.querySelector('[aria-invalid="true"]')?.focus())}catch(e){m(e)}},$=function({root:e,schedule:t,unsaved:a,save:s}){e.addEventListener("click",e=>{let a=e.target.closest?.("[data-adds]"),s=a?.closest(".field-card, .day-ranges, section");a&&s&&t(()=>s.querySelector(a.dataset.adds??"")?.focus())}),addEventListener("beforeunload",e=>{a()>0&&e.preventDefault()});let n=/Mac|iPhone|iPad/.test(navigator.platform);return addEventListener("keydown",t=>{e.inert||t.isComposing||document.querySelector("dialog[open], .menu:popover-open")||((n?t.metaKey:t.ctrlKey)&&"s"===t.key.toLowerCase()?(t.preventDefault(),s()):"/"===t.key&&!(t.target instanceof HTMLElement&&/^(INPUT|TEXTAREA|SELECT)$/.test(t.target.tagName))&&(t.preventDefault(),document.getElementById("settings-search")?.focus()))}),n}({root:o,schedule:l,unsaved:f,save:b}),v=function({pages:t,at:s,phone:n,changed:i,root:r}){return()=>{let l=(()=>{let e=s.search.trim().toLowerCase().split(/\s+/).filter(Boolean);return t.filter(t=>{let s=`${a(t.title)} ${a(t.find)}`.toLowerCase();return e.every(e=>s.includes(e))})})(),o=s.named||!n()?s.shown:null,d=a("settings.title");return c`${o?c`<p class="pages-title">${d}</p>`:c`<h1 class="pages-title" tabindex="-1">${d}</h1>`}
<div class="pages-search" role="search">
${y("search")}
<input
id="settings-search"
type="search"
placeholder=${a("settings_frame.search")}
aria-label=${a("settings_frame.search")}
autocomplete="off"
.value=${e(s.search)}
@input=${e=>{s.search=e.target.value,i()}}
@keydown=${e=>{e.isComposing||("Enter"===e.key&&l[0]&&r.querySelector(".pages-link")?.click(),"Escape"===e.key&&s.search&&(s.search="",i()))}}
/><kbd class="no-phone" aria-hidden="true">/</kbd>
</div>
<nav class="pages-list" aria-label=${a("settings.title")}>
${[...new Set(l.map(e=>e.group))].map(e=>c`<p class="pages-group" id="group-${e}">${a(`settings.group_${e}`)}</p>
<ul aria-labelledby="group-${e}">
${l.filter(t=>t.group===e).map(e=>c`<li>
<a class="pages-link" href=${e.path} aria-current=${e===o?"page":g}
>${y(e.icon)}<span>${a(e.title)}</span>${y("chevron-right")}</a
>
</li>`)}
</ul>`)}
${0===l.length?c`<p class="pages-none" role="status">${a("settings_frame.nothing",{text:s.search})}</p>`:g}
</nav>`}}({pages:s,at:d,phone:r,changed:p,root:o}),_=k({at:d,save:b,isMac:$}),x=e=>o.querySelector(`.${e}`),M=()=>d.named||!r(),j=()=>o.querySelector(M()?"#page-title":".pages-title"),P=()=>o.querySelector(".page-body");function S(){o.dataset.pane=d.named?"page":"list",o.dataset.aside=String(!!d.page?.aside),i.sees("settings")&&(document.body.dataset.alone=String(d.named)),u(v(),x("pages")),u(M()?_():g,x("page-sheet"))}return{root:o,changed:p,say:h,failed:m,unsaved:f,heading:j,get shown(){return d.shown},get named(){return d.named},get view(){return d.page},get top(){return P()?.scrollTop??0},show(e,t,a,s){Object.assign(d,{shown:e,page:t,named:a}),t.start?.(),t.form?.load(),S(),P()?.scrollTo(0,s)},aim(e){let t=e?o.querySelector(".pages-link[aria-current]"):null;(t?.checkVisibility?.()?t:j())?.focus({preventScroll:!0})}}}({app:t,pages:n.in("settings")}),o=function(e,t){let{me:a,desk:s,ui:n,client:i,csrf:r,signedOut:l}=e;return{me:{...a,get agent(){return s.agent}},call:h({csrf:r,signedOut:l}),upload:$({csrf:r,signedOut:l}),send:b({csrf:r,signedOut:l}),changed:t.changed,say:t.say,failed:t.failed,ask:e.dialogs.ask,origin:e.origin,ui:n,seen:()=>"visible"===document.visibilityState&&n.sees("settings"),onSeen:e=>{i.on("presence",({member:t,online:a,availability:s,presence:n})=>"agent"===t.kind&&e({id:t.id,online:a,availability:s??null,presence:n}))},setTheme:e.self.wear,touched:()=>{s.touch("frame","list","thread","details"),e.moved()}}}(t,l),d=new Map,[p]=n.in("settings"),m=e=>"settings"===e.place?e:p,f=!1;return r.on("settings",({area:e})=>i.sees("settings")&&ae[e]===l.shown?.name&&(l.view?.start??l.view?.form?.load)?.()),matchMedia("(max-width: 720px)").addEventListener("change",l.changed),{root:l.root,title:()=>`${a((l.shown??p).title)} · ${a("settings.title")} · ${t.me.shop.name}`,heading:l.heading,address:()=>l.named?l.shown.path:"/settings",prepare:({page:e})=>(async e=>{if(d.get(e.name))return;let[t]=await Promise.all([te[e.name](),n.words(e)]);d.has(e.name)||d.set(e.name,{view:t(o),top:0})})(m(e)),show({page:e,back:t}){let a=m(e),s="settings"===e.place,n=l.shown&&d.get(l.shown.name);n&&(n.top=l.top);let{view:i,top:r}=d.get(a.name),o=f&&(l.shown!==a||l.named!==s);l.show(a,i,s,t?r:0),o&&l.aim(t),f=!0},hide(){f=!1;let e=l.shown&&d.get(l.shown.name);e&&(e.top=l.top)},unsaved:e=>e&&m(e.page)===l.shown?0:l.unsaved(),async mayLeave(){let e=await t.dialogs.ask({title:a("settings_frame.leave_title"),text:s("settings_frame.leave_text",l.unsaved()),confirm:a("settings_frame.leave"),cancel:a("settings_frame.stay")});return e&&l.view?.form?.revert(),e}}});export{y as a,_ as b,x as c,j as d,P as e,S as f,T as g,C as h,E as i,q as j,O as k,A as l,L as m,D as n,H as o,Z as p,B as q,U as r,J as s,G as t,R as u,X as v,Q as w,W as x,Y as y,ee as z};
