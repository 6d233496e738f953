import{E as e,H as t,I as a,J as s,K as n,M as i,N as r,a as l,b as o,ga as c,ha as d,r as p,s as g,u,v as h}from"./app.js";var m=({csrf:e,signedOut:t})=>async(a,s,n)=>{try{return await o(a,`/api/v1${s}`,n,e)}catch(e){throw e instanceof l&&401===e.status&&t(),e}},f=["image/png","image/jpeg","image/webp"],b=122880,$=({csrf:e,signedOut:t})=>async(a,s)=>{let n;try{n=await fetch(`/api/v1${a}`,{method:"POST",headers:{"x-csrf-token":e,"content-type":s.type||"application/octet-stream"},credentials:"same-origin",body:s})}catch{throw new l(0,null,null)}401===n.status&&t();let i=await n.json().catch(()=>null);if(!n.ok)throw new l(n.status,i,null);return i},v=({csrf:e,signedOut:t})=>async(a,s,n)=>{let i;try{i=await fetch(`/api/v1${a}`,{method:"PUT",headers:{"x-csrf-token":e,"content-type":"application/octet-stream","content-digest":n},credentials:"same-origin",body:s})}catch{throw new l(0,null,null)}if(401===i.status&&t(),!i.ok)throw new l(i.status,await i.json().catch(()=>null),null)},y=e=>{let t=$(e);return async(e,a)=>{let s=await async function(e,t){let a=await createImageBitmap(e),s=Math.min(1,t/Math.max(a.width,a.height));if(1===s&&e.size<=b&&f.includes(e.type))return e;let n=document.createElement("canvas");for(let e=s;;e*=.8){n.width=Math.max(1,Math.round(a.width*e)),n.height=Math.max(1,Math.round(a.height*e)),n.getContext("2d").drawImage(a,0,0,n.width,n.height);let t=await new Promise(e=>n.toBlob(e,"image/webp",.85));if(t&&(t.size<=b||e<.1))return t}}(e,a).catch(()=>{throw new l(400,{code:"invalid"},null)});return(await t("/pictures",s)).picture}};i({out:g`<path d="M15 3h6v6"/><path d="M10 14 21 3"/><path d="M18 13v6a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2V8a2 2 0 0 1 2-2h6"/>`,quote:g`<path d="M22 17a2 2 0 0 1-2 2H6.828a2 2 0 0 0-1.414.586l-2.202 2.202A.71.71 0 0 1 2 21.286V5a2 2 0 0 1 2-2h16a2 2 0 0 1 2 2z"/><path d="M7 11h10"/><path d="M7 15h6"/><path d="M7 7h8"/>`,drive:g`<path d="M10 16h.01"/><path d="M2.212 11.577a2 2 0 0 0-.212.896V18a2 2 0 0 0 2 2h16a2 2 0 0 0 2-2v-5.527a2 2 0 0 0-.212-.896L18.55 5.11A2 2 0 0 0 16.76 4H7.24a2 2 0 0 0-1.79 1.11z"/><path d="M21.946 12.013H2.054"/><path d="M6 16h.01"/>`,smartphone:g`<rect width="14" height="20" x="5" y="2" rx="2" ry="2"/><path d="M12 18h.01"/>`,more:g`<path d="M5 12h.01M12 12h.01M19 12h.01" stroke-width="2.5"/>`,pencil:g`<path d="M21.174 6.812a1 1 0 0 0-3.986-3.987L3.842 16.174a2 2 0 0 0-.5.83l-1.321 4.352a.5.5 0 0 0 .623.622l4.353-1.32a2 2 0 0 0 .83-.497z"/><path d="m15 5 4 4"/>`,split:g`<path d="M16 3h5v5"/><path d="M8 3H3v5"/><path d="M12 22v-8.3a4 4 0 0 0-1.172-2.872L3 3"/><path d="m15 9 6-6"/>`,up:g`<path d="m18 15-6-6-6 6"/>`,square:g`<path d="M22 17a2 2 0 0 1-2 2H6.828a2 2 0 0 0-1.414.586l-2.202 2.202A.71.71 0 0 1 2 21.286V5a2 2 0 0 1 2-2h16a2 2 0 0 1 2 2z"/>`,headset:g`<path d="M3 11h3a2 2 0 0 1 2 2v3a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2v-5Zm0 0a9 9 0 1 1 18 0m0 0v5a2 2 0 0 1-2 2h-1a2 2 0 0 1-2-2v-3a2 2 0 0 1 2-2h3Z"/><path d="M21 16v2a4 4 0 0 1-4 4h-5"/>`,leaf:g`<path d="M11 20A7 7 0 0 1 9.8 6.1C15.5 5 17 4.48 19 2c1 2 2 4.18 2 8 0 5.5-4.78 10-10 10Z"/><path d="M2 21c0-3 1.85-5.36 5.08-6C9.5 14.52 12 13 13 12"/>`});var w={bubble:"message-circle",done:"circle-check",alert:"circle-alert",code:"code-xml",trash:"trash-2",down:"chevron-down"},k=(e,t=16)=>r(e in w?w[e]:e,t),_={0:"error.unreachable",403:"error.forbidden",404:"error.not_found",409:"error.conflict",429:"error.rate_limited",503:"error.unavailable",400:"error.invalid",422:"error.invalid"};function x({at:e,save:t,isMac:a}){function i(t){let a=e.page?.tabs??[],s=a.findIndex(t=>t.id===e.page?.tab),n={ArrowRight:s+1,ArrowLeft:s-1,Home:0,End:a.length-1}[t.key];if(void 0===n)return;t.preventDefault();let i=a[(n+a.length)%a.length];e.page?.choose?.(i.id),requestAnimationFrame(()=>document.getElementById(`tab-${i.id}`)?.focus())}return()=>{if(!e.page)return u;let r=e.page.form;return p`<section class="page" aria-labelledby="page-title">
<header class="page-head">
<a class="icon-button only-phone" href="/settings" aria-label=${s("common.back")}>${k("chevron-left",22)}</a>
<h1 id="page-title" tabindex="-1">${e.shown?s(e.shown.title):""}</h1>
${e.page.status?.()??u}
</header>
${e.page.tabs?p`<div class="page-tabs" role="tablist" aria-labelledby="page-title" @keydown=${i}>
${e.page.tabs.map(t=>p`<button
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
</div>`:u}
<div
class="page-body"
id="page-body"
role=${e.page.tabs?"tabpanel":u}
aria-labelledby=${e.page.tabs?`tab-${e.page.tab}`:u}
tabindex="0"
>
<div class="page-content">
${"failed"===r?.phase?p`<p class="page-failed" role="alert">
${s("settings_frame.load_failed")}
<button type="button" class="text-button" @click=${()=>r.load()}>${s("common.retry")}</button>
</p>`:"loading"===r?.phase?p`<p class="page-loading" role="status">${s("common.loading")}</p>`:e.page.body()}
</div>
</div>
${(()=>{let i=e.page?.form;if("ready"!==i?.phase)return u;let r=i.changes.length,l=Object.keys(i.errors).length,o=e.page?.words??{save:"settings_frame.make_live",changes:"settings_frame.not_live"};return p`<footer class="page-bar" data-changes=${r}>
<p role="status">
${l?p`<span class="bad">${n("settings_frame.wrong",l)}</span>`:r?n(o.changes,r):s("settings_frame.all_saved")}
</p>
${r?p`<button type="button" class="button quiet" @click=${()=>i.revert()}>${s("settings_frame.revert")}</button>
<button type="button" class="button primary" aria-busy=${i.busy} @click=${t}>
${s(o.save)}<kbd class="no-phone" aria-hidden="true">${a?"⌘":"Ctrl "}S</kbd>
</button>`:u}
</footer>`})()}
</section>
${e.page.aside&&"loading"!==r?.phase&&"failed"!==r?.phase?e.page.aside():u}`}}var M=["byte","kilobyte","megabyte","gigabyte","terabyte"];function P(e){let a=0,s=e;for(;s>=1e3&&a<M.length-1;)s/=1e3,a+=1;return new Intl.NumberFormat(t,{style:"unit",unit:M[a],unitDisplay:"short",maximumFractionDigits:s<10&&a>0?1:0}).format(s)}var j=e=>`f-${e.replace(/[^\w-]/g,"-")}`;function S(e,t){let a=e.errors[t];return p`<p class="field-error" id="${j(t)}-error" role="alert">${a??""}</p>`}var T=(e,t,a)=>p`<div class="set-label"><label for=${t}>${e}</label>${a?p`<span class="field-hint">${a}</span>`:u}</div>`;function O(t,a,s){let n=j(a);return p`<div class="set-field">
${T(s.label,n,s.note)}
<div class="set-box">
<input
id=${n}
class="input ${s.mono?"mono":""}"
type=${s.type??"text"}
placeholder=${s.placeholder??u}
maxlength=${s.max??u}
autocomplete=${s.autocomplete??"off"}
inputmode=${s.inputmode??u}
?disabled=${s.disabled??!1}
aria-invalid=${t.errors[a]?"true":u}
aria-describedby="${n}-hint ${n}-error"
.value=${e(t.get(a)??"")}
@input=${e=>t.set(a,e.target.value)}
/>${s.tail??u}
</div>
<p class="field-hint" id="${n}-hint">${s.hint??u}</p>
${S(t,a)}
</div>`}function C(t,a,s){let n=j(a);return p`<div class="set-field">
${T(s.label,n,s.note)}
<textarea
id=${n}
class="input area ${s.mono?"mono":""}"
rows=${s.rows??3}
placeholder=${s.placeholder??u}
maxlength=${s.max??u}
aria-invalid=${t.errors[a]?"true":u}
aria-describedby="${n}-hint ${n}-error"
.value=${e(t.get(a)??"")}
@input=${e=>t.set(a,e.target.value)}
></textarea>
<p class="field-hint" id="${n}-hint">${s.hint??u}</p>
${S(t,a)}
</div>`}var E=(t,a,s,n,i)=>p`<span class="select"
><select id=${t} aria-label=${i??u} @change=${e=>n(e.target.value)}>
${a.map(t=>p`<option value=${t.value} ?selected=${e(t.value===s)}>${t.label}</option>`)}
</select></span
>`;function q(e,t,a){let s=j(t);return p`<div class="set-field">
${T(a.label,s,a.note)}
${E(s,a.options,String(e.get(t)),a=>e.set(t,a))}
<p class="field-hint">${a.hint??u}</p>
${S(e,t)}
</div>`}var A=(t,a,s,n,i=!1)=>p`<div class="set-switch">
<label class="switch"
><input
type="checkbox"
role="switch"
.checked=${e(t)}
?disabled=${i}
@change=${e=>a(e.target.checked)}
/><span>${s}</span></label
>
${n?p`<p class="field-hint">${n}</p>`:u}
</div>`,D=(e,t,a,s)=>A(!!e.get(t),a=>e.set(t,a),a,s),L=(e,t,a,s)=>p`<div class="segments" role="group" aria-label=${e}>
${t.map(e=>p`<button
type="button"
class="segment"
aria-pressed=${e.value===a}
aria-label=${e.title??u}
title=${e.title??u}
@click=${()=>s(e.value)}
>
${e.label}
</button>`)}
</div>`,I=(e,t,a,s)=>p`<section class="set-section">
<div class="set-head">
<div>
<h2>${e}</h2>
${a?p`<p>${a}</p>`:u}
</div>
${s??u}
</div>
${t}
</section>`,N=(t,a,s)=>p`<input
class="input time"
inputmode="numeric"
maxlength="5"
placeholder="09:00"
autocomplete="off"
aria-label=${t}
.value=${e(a)}
@input=${e=>s(e.target.value)}
@change=${e=>s(function(e){let t=/^(\d{1,2})(?:\D?(\d{2}))?$/.exec(e.trim());if(!t)return e;let[a,s]=[Number(t[1]),Number(t[2]??0)];return a>24||s>59||24===a&&s>0?e:`${String(a).padStart(2,"0")}:${String(s).padStart(2,"0")}`}(e.target.value))}
/>`;function z(e,t,a){return p`<div class="code" role="group" aria-label=${a??u}
><code tabindex="0">${t??e}</code
><button type="button" class="code-copy" @click=${async t=>{let a=t.currentTarget,n=a.querySelector(".copy-label");try{await navigator.clipboard.writeText(e)}catch{let e=a.parentElement?.querySelector("code");return void(e&&getSelection()?.selectAllChildren(e))}n.textContent=s("settings_frame.copied"),setTimeout(()=>n.textContent=s("common.copy"),2e3)}}>
${k("copy",14)}<span class="copy-label" aria-live="polite">${s("common.copy")}</span>
</button></div
>`}var H=e=>/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(e)||/^[^\s@]+@localhost$/.test(e),Z=e=>null!==e&&"object"==typeof e&&!Array.isArray(e);function F(e,t,a=""){return Z(e)&&Z(t)?[...new Set([...Object.keys(e),...Object.keys(t)])].flatMap(s=>F(e[s],t[s],a?`${a}.${s}`:s)):JSON.stringify(e??null)===JSON.stringify(t??null)?[]:[a]}var B=e=>structuredClone(e);function U({read:e,write:t,check:a,refused:s,changed:n}){let i={phase:"loading",saved:null,draft:null,busy:!1,errors:{}},r=e=>{i.saved=e,i.draft=B(e),i.errors={},i.phase="ready",n()},l={async load(){let t="ready"===i.phase;t||(i.phase="loading"),n();try{let a=await e();(!t||0===l.changes.length)&&r(a)}catch{t||(i.phase="failed"),n()}},set(e,t){let a=e.split("."),s=a.pop();a.reduce((e,t)=>e[t]??={},i.draft)[s]=t,delete i.errors[e],n()},get:e=>((e,t)=>t.split(".").reduce((e,t)=>e?.[t],e))(i.draft,e),get changes(){return"ready"===i.phase?F(i.saved,i.draft):[]},revert(){i.draft=B(i.saved),i.errors={},n()},async save(){if(i.busy||"ready"!==i.phase)return!1;if(i.errors=a?.(i.draft)??{},Object.keys(i.errors).length>0)return n(),!1;i.busy=!0,n();try{let e=await t(i.draft,F(i.saved,i.draft));return r(e),!0}catch(e){if(i.errors=s?.(e)??{},0===Object.keys(i.errors).length)throw e;return!1}finally{i.busy=!1,n()}}};return Object.defineProperties(i,Object.getOwnPropertyDescriptors(l)),i}function V(e,t){let a={phase:"loading",value:null,async load(){null===a.value&&(a.phase="loading");try{a.value=await e(),a.phase="ready"}catch{null===a.value&&(a.phase="failed")}t()},view:e=>null!==a.value?e(a.value):"loading"===a.phase?p`<p class="page-loading" role="status">${s("common.loading")}</p>`:p`<p class="page-failed" role="alert">
${s("settings_frame.load_failed")}
<button type="button" class="text-button" @click=${()=>a.load()}>${s("common.retry")}</button>
</p>`};return a}function J(e,t,{upload:a,failed:s,most:n,choose:i,remove:r}){let l=`picture-${t}`;return p`<div class="set-actions">
<input
id=${l}
class="hidden"
type="file"
accept="image/png,image/jpeg,image/webp"
tabindex="-1"
aria-hidden="true"
@change=${async i=>{let r=i.target.files?.[0];if(i.target.value="",r)try{e.set(t,await a(r,n))}catch(e){s(e)}}}
/><button type="button" class="button" @click=${()=>document.getElementById(l)?.click()}>${i}</button>
${e.get(t)?p`<button type="button" class="button quiet" @click=${()=>e.set(t,null)}>${r}</button>`:u}
</div>`}var K=Date.UTC(2026,0,1);function G(e,t){try{let a=new Intl.DateTimeFormat(t,{timeZone:e,timeZoneName:"longGeneric"}).formatToParts(K).find(e=>"timeZoneName"===e.type)?.value??"";return/^(GMT|UTC)/.test(a)?"":a}catch{return""}}function R(e,t,a){let s=e.replaceAll("_"," "),n=G(e,t);return n?a("zone.name",{name:n===G("Asia/Shanghai",t)?a("zone.china"):n,id:s}):s}function X(e,t,a){try{return new Intl.DateTimeFormat(a,{hour:"2-digit",minute:"2-digit",hourCycle:"h23",timeZone:e}).format(t)}catch{return""}}function Q(e,t){let a=new Intl.DateTimeFormat("en",{timeZone:e,year:"numeric",month:"numeric",day:"numeric"}).formatToParts(t),s=e=>Number(a.find(t=>t.type===e)?.value);return Date.UTC(s("year"),s("month")-1,s("day"))/864e5}function W(e,t,a,s,n){let i=X(e,t,s),r=Q(e,t)-Q(e,a);if(r<=0)return n("zone.today",{time:i});if(1===r)return n("common.moment_tomorrow",{time:i});let l=r<7?{weekday:"zh-CN"===s?"short":"long"}:{month:"long",day:"numeric"};return n("common.moment_day",{day:new Intl.DateTimeFormat(s,{...l,timeZone:e}).format(t),time:i})}var Y=e=>/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/.test(e),ee=(t,a,s)=>p`<fieldset class="checks">
<legend class="set-label"><span class="label">${t}</span></legend>
${a.map(t=>p`<label class="check"
><input
type="checkbox"
name=${t.id}
.checked=${e(t.on)}
?disabled=${t.fixed??!1}
@change=${e=>s(t.id,e.target.checked)}
/>${t.mark??u}<span>${t.label}</span></label
>`)}
</fieldset>`,te=e=>e.named.map(e=>e.name).join(", ");async function ae(e,t){let a="",n=!1;for(;;){try{return await t(a?{password:a}:{})}catch(e){let t=e?.code;if("password_required"!==t&&"wrong_password"!==t)throw e;n="wrong_password"===t}if(a="",!await e({title:s("settings_frame.password_title"),text:s("settings_frame.password_text"),confirm:s("settings_frame.password_go"),content:p`<div class="set-field dialog-type">
<div class="set-label"><label for="dialog-password">${s("settings_frame.password")}</label></div>
<input
id="dialog-password"
class="input"
type="password"
autocomplete="current-password"
autofocus
aria-describedby="dialog-password-wrong"
@input=${e=>a=e.target.value}
/>
<p class="field-error" id="dialog-password-wrong" role="alert">${n?s("settings_frame.password_wrong"):""}</p>
</div>`})||!a)return null}}var se=({name:e,builtin:t})=>t&&a(`settings_roles.role_${e}`)?s(`settings_roles.role_${e}`):e,ne=({name:e,builtin:t})=>t&&a(`settings_team.role_${e}`)?s(`settings_team.role_${e}`):e,ie={"settings-widget":()=>Promise.all([import("./settings-widget.js"),d("settings-widget")]).then(([e])=>e.widgetPage),"settings-hours":()=>Promise.all([import("./settings-hours.js"),d("settings-hours")]).then(([e])=>e.hoursPage),"settings-canned":()=>import("./settings-canned.js").then(e=>e.cannedPage),"settings-labels":()=>import("./settings-labels.js").then(e=>e.labelsPage),"settings-views":()=>Promise.all([import("./settings-views.js"),d("settings-views")]).then(([e])=>e.viewsPage),"settings-blocks":()=>import("./settings-blocks.js").then(e=>e.blocksPage),"settings-team":()=>import("./settings-team.js").then(e=>e.teamPage),"settings-teams":()=>import("./settings-teams.js").then(e=>e.teamsPage),"settings-roles":()=>import("./settings-roles.js").then(e=>e.rolesPage),"settings-routing":()=>Promise.all([import("./settings-routing.js"),d("settings-routing")]).then(([e])=>e.routingPage),"settings-sla":()=>Promise.all([import("./settings-sla.js"),d("settings-routing"),d("settings-sla")]).then(([e])=>e.slaPage),"settings-tickets":()=>Promise.all([import("./settings-tickets.js"),d("settings-tickets")]).then(([e])=>e.ticketsPage),"settings-shop":()=>import("./settings-shop.js").then(e=>e.shopPage),"settings-data":()=>import("./settings-data.js").then(e=>e.dataPage),"settings-import":()=>import("./settings-import.js").then(e=>e.importPage),"settings-about":()=>import("./settings-about.js").then(e=>e.aboutPage),"settings-profile":()=>import("./settings-profile.js").then(e=>e.profilePage),"settings-notifications":()=>import("./settings-notifications.js").then(e=>e.notificationsPage),"settings-sessions":()=>import("./settings-sessions.js").then(e=>e.sessionsPage),"settings-tokens":()=>import("./settings-tokens.js").then(e=>e.tokensPage)},re={labels:"settings-labels",views:"settings-views",canned:"settings-canned",members:"settings-team",blocks:"settings-blocks",teams:"settings-teams",roles:"settings-roles",calendars:"settings-hours",hours:"settings-hours",sla:"settings-sla",tickets:"settings-tickets"};c("settings",function(t){let{table:a,ui:i,client:r}=t,l=function({app:t,pages:a}){let{desk:n,ui:i}=t,r=()=>i.phone.peek(),l=e=>requestAnimationFrame(e),o=function(){let e=document.createElement("main");return e.id="settings",e.className="room",h(p`<section class="pages" aria-label=${s("settings_frame.pages")}></section><div class="sheet page-sheet"></div>`,e),e}(),c={page:null,shown:null,named:!1,search:"",planned:!1},d=()=>{c.planned||(c.planned=!0,t.schedule(()=>{c.planned=!1,S()}))},{say:g,failed:m}=function(e){let t=(t,a={})=>e.notify({text:t,icon:a.bad?"circle-alert":"circle-check",action:a.action});return{say:t,failed:e=>{let a=_[e.status];t(s(a??"error.unexpected"),{bad:!0})}}}(n),f=()=>c.page?.form?c.page.form.changes.length:0,b=async()=>{if(c.page?.form&&0!==f())try{await c.page.form.save()?g(s("settings_frame.saved")):l(()=>o.querySelector('[aria-invalid="true"]')?.focus())}catch(e){m(e)}},$=function({root:e,schedule:t,unsaved:a,save:s}){e.addEventListener("click",e=>{let a=e.target.closest?.("[data-adds]"),s=a?.closest(".field-card, .day-ranges, section");a&&s&&t(()=>s.querySelector(a.dataset.adds??"")?.focus())}),addEventListener("beforeunload",e=>{a()>0&&e.preventDefault()});let n=/Mac|iPhone|iPad/.test(navigator.platform);return addEventListener("keydown",t=>{e.inert||t.isComposing||document.querySelector("dialog[open], .menu:popover-open")||((n?t.metaKey:t.ctrlKey)&&"s"===t.key.toLowerCase()?(t.preventDefault(),s()):"/"===t.key&&!(t.target instanceof HTMLElement&&/^(INPUT|TEXTAREA|SELECT)$/.test(t.target.tagName))&&(t.preventDefault(),document.getElementById("settings-search")?.focus()))}),n}({root:o,schedule:l,unsaved:f,save:b}),v=function({pages:t,at:a,phone:n,changed:i,root:r,words:l}){return()=>{let o=(()=>{let e=a.search.trim().toLowerCase().split(/\s+/).filter(Boolean);return t.filter(t=>{let a=`${s(t.title)} ${s(t.find)}`.toLowerCase();return e.every(e=>a.includes(e))})})(),c=a.named||!n()?a.shown:null,d=s("settings.title");return p`${c?p`<p class="pages-title">${d}</p>`:p`<h1 class="pages-title" tabindex="-1">${d}</h1>`}
<div class="pages-search" role="search">
${k("search")}
<input
id="settings-search"
type="search"
placeholder=${s("settings_frame.search")}
aria-label=${s("settings_frame.search")}
autocomplete="off"
.value=${e(a.search)}
@focus=${()=>l().then(i,()=>{})}
@input=${e=>{a.search=e.target.value,i()}}
@keydown=${e=>{e.isComposing||("Enter"===e.key&&o[0]&&r.querySelector(".pages-link")?.click(),"Escape"===e.key&&a.search&&(a.search="",i()))}}
/><kbd class="no-phone" aria-hidden="true">/</kbd>
</div>
<nav class="pages-list" aria-label=${s("settings.title")}>
${[...new Set(o.map(e=>e.group))].map(e=>p`<p class="pages-group" id="group-${e}">${s(`settings.group_${e}`)}</p>
<ul aria-labelledby="group-${e}">
${o.filter(t=>t.group===e).map(e=>p`<li>
<a class="pages-link" href=${e.path} aria-current=${e===c?"page":u}
>${k(e.icon)}<span>${s(e.title)}</span>${k("chevron-right")}</a
>
</li>`)}
</ul>`)}
${0===o.length?p`<p class="pages-none" role="status">${s("settings_frame.nothing",{text:a.search})}</p>`:u}
</nav>`}}({pages:a,at:c,phone:r,changed:d,root:o,words:()=>t.table.later("commands")}),y=x({at:c,save:b,isMac:$}),w=e=>o.querySelector(`.${e}`),M=()=>c.named||!r(),P=()=>o.querySelector(M()?"#page-title":".pages-title"),j=()=>o.querySelector(".page-body");function S(){o.dataset.pane=c.named?"page":"list",o.dataset.aside=String(!!c.page?.aside),i.sees("settings")&&(document.body.dataset.alone=String(c.named)),h(v(),w("pages")),h(M()?y():u,w("page-sheet"))}return{root:o,changed:d,say:g,failed:m,unsaved:f,heading:P,get shown(){return c.shown},get named(){return c.named},get view(){return c.page},get top(){return j()?.scrollTop??0},show(e,t,a,s,n){Object.assign(c,{shown:e,page:t,named:a});let i=t.start?.();t.form?.load(),n&&Promise.resolve(i).then(()=>t.aim?.(n)),S(),j()?.scrollTo(0,s)},aim(e){let t=e?o.querySelector(".pages-link[aria-current]"):null;(t?.checkVisibility?.()?t:P())?.focus({preventScroll:!0})}}}({app:t,pages:a.in("settings")}),o=function(e,t){let{me:a,desk:s,ui:n,client:i,csrf:r,signedOut:l}=e;return{me:{...a,get agent(){return s.agent}},call:m({csrf:r,signedOut:l}),upload:y({csrf:r,signedOut:l}),send:$({csrf:r,signedOut:l}),slice:v({csrf:r,signedOut:l}),changed:t.changed,say:t.say,failed:t.failed,ask:e.dialogs.ask,origin:e.origin,ui:n,seen:()=>"visible"===document.visibilityState&&n.sees("settings"),onSeen:e=>{i.on("presence",({member:t,online:a,availability:s,presence:n})=>"agent"===t.kind&&e({id:t.id,online:a,availability:s??null,presence:n}))},setTheme:e.self.wear,touched:()=>{s.touch("frame","list","thread","details"),e.moved()}}}(t,l),c=new Map,[d]=a.in("settings"),g=e=>"settings"===e.place?e:d,f=!1;return r.on("settings",({area:e})=>i.sees("settings")&&re[e]===l.shown?.name&&(l.view?.start??l.view?.form?.load)?.()),matchMedia("(max-width: 720px)").addEventListener("change",l.changed),{root:l.root,title:()=>`${s((l.shown??d).title)} · ${s("settings.title")} · ${t.me.shop.name}`,heading:l.heading,address:()=>l.named?l.shown.path:"/settings",prepare:({page:e})=>(async e=>{if(c.get(e.name))return;let[t]=await Promise.all([ie[e.name](),a.words(e)]);c.has(e.name)||c.set(e.name,{view:t(o),top:0})})(g(e)),show({page:e,back:t,url:a}){let s=g(e),n="settings"===e.place,i=l.shown&&c.get(l.shown.name);i&&(i.top=l.top);let{view:r,top:o}=c.get(s.name),d=f&&(l.shown!==s||l.named!==n);l.show(s,r,n,t?o:0,t?void 0:a),d&&l.aim(t),f=!0},hide(){f=!1;let e=l.shown&&c.get(l.shown.name);e&&(e.top=l.top)},unsaved:e=>e&&g(e.page)===l.shown?0:l.unsaved(),async mayLeave(){let e=await t.dialogs.ask({title:s("settings_frame.leave_title"),text:n("settings_frame.leave_text",l.unsaved()),confirm:s("settings_frame.leave"),cancel:s("settings_frame.stay")});return e&&l.view?.form?.revert(),e}}});export{k as a,P as b,j as c,S as d,O as e,C as f,E as g,q as h,A as i,D as j,L as k,I as l,N as m,z as n,H as o,U as p,V as q,J as r,R as s,X as t,W as u,Y as v,ee as w,te as x,ae as y,se as z,ne as A};
