import{E as e,H as t,I as a,Ia as s,J as n,K as i,M as r,N as o,a as l,b as c,ea as d,fa as g,r as p,s as u,u as h,v as m}from"./app.js";var f=({csrf:e,signedOut:t})=>async(a,s,n)=>{try{return await c(a,`/api/v1${s}`,n,e)}catch(e){throw e instanceof l&&401===e.status&&t(),e}},b=["image/png","image/jpeg","image/webp"],$=122880,v=({csrf:e,signedOut:t})=>async(a,s)=>{let n;try{n=await fetch(`/api/v1${a}`,{method:"POST",headers:{"x-csrf-token":e,"content-type":s.type||"application/octet-stream"},credentials:"same-origin",body:s})}catch{throw new l(0,null,null)}401===n.status&&t();let i=await n.json().catch(()=>null);if(!n.ok)throw new l(n.status,i,null);return i},y=({csrf:e,signedOut:t})=>async(a,s,n)=>{let i;try{i=await fetch(`/api/v1${a}`,{method:"PUT",headers:{"x-csrf-token":e,"content-type":"application/octet-stream","content-digest":n},credentials:"same-origin",body:s})}catch{throw new l(0,null,null)}if(401===i.status&&t(),!i.ok)throw new l(i.status,await i.json().catch(()=>null),null)},w=e=>{let t=v(e);return async(e,a)=>{let s=await async function(e,t){let a=await createImageBitmap(e),s=Math.min(1,t/Math.max(a.width,a.height));if(1===s&&e.size<=$&&b.includes(e.type))return e;let n=document.createElement("canvas");for(let e=s;;e*=.8){n.width=Math.max(1,Math.round(a.width*e)),n.height=Math.max(1,Math.round(a.height*e)),n.getContext("2d").drawImage(a,0,0,n.width,n.height);let t=await new Promise(e=>n.toBlob(e,"image/webp",.85));if(t&&(t.size<=$||e<.1))return t}}(e,a).catch(()=>{throw new l(400,{code:"invalid"},null)});return(await t("/pictures",s)).picture}};r({out:u`<path d="M15 3h6v6"/><path d="M10 14 21 3"/><path d="M18 13v6a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2V8a2 2 0 0 1 2-2h6"/>`,quote:u`<path d="M22 17a2 2 0 0 1-2 2H6.828a2 2 0 0 0-1.414.586l-2.202 2.202A.71.71 0 0 1 2 21.286V5a2 2 0 0 1 2-2h16a2 2 0 0 1 2 2z"/><path d="M7 11h10"/><path d="M7 15h6"/><path d="M7 7h8"/>`,drive:u`<path d="M10 16h.01"/><path d="M2.212 11.577a2 2 0 0 0-.212.896V18a2 2 0 0 0 2 2h16a2 2 0 0 0 2-2v-5.527a2 2 0 0 0-.212-.896L18.55 5.11A2 2 0 0 0 16.76 4H7.24a2 2 0 0 0-1.79 1.11z"/><path d="M21.946 12.013H2.054"/><path d="M6 16h.01"/>`,smartphone:u`<rect width="14" height="20" x="5" y="2" rx="2" ry="2"/><path d="M12 18h.01"/>`,more:u`<path d="M5 12h.01M12 12h.01M19 12h.01" stroke-width="2.5"/>`,pencil:u`<path d="M21.174 6.812a1 1 0 0 0-3.986-3.987L3.842 16.174a2 2 0 0 0-.5.83l-1.321 4.352a.5.5 0 0 0 .623.622l4.353-1.32a2 2 0 0 0 .83-.497z"/><path d="m15 5 4 4"/>`,split:u`<path d="M16 3h5v5"/><path d="M8 3H3v5"/><path d="M12 22v-8.3a4 4 0 0 0-1.172-2.872L3 3"/><path d="m15 9 6-6"/>`,up:u`<path d="m18 15-6-6-6 6"/>`,square:u`<path d="M22 17a2 2 0 0 1-2 2H6.828a2 2 0 0 0-1.414.586l-2.202 2.202A.71.71 0 0 1 2 21.286V5a2 2 0 0 1 2-2h16a2 2 0 0 1 2 2z"/>`,headset:u`<path d="M3 11h3a2 2 0 0 1 2 2v3a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2v-5Zm0 0a9 9 0 1 1 18 0m0 0v5a2 2 0 0 1-2 2h-1a2 2 0 0 1-2-2v-3a2 2 0 0 1 2-2h3Z"/><path d="M21 16v2a4 4 0 0 1-4 4h-5"/>`,bot:u`<path d="M12 8V4H8"/><rect width="16" height="12" x="4" y="8" rx="2"/><path d="M2 14h2"/><path d="M20 14h2"/><path d="M15 13v2"/><path d="M9 13v2"/>`,leaf:u`<path d="M11 20A7 7 0 0 1 9.8 6.1C15.5 5 17 4.48 19 2c1 2 2 4.18 2 8 0 5.5-4.78 10-10 10Z"/><path d="M2 21c0-3 1.85-5.36 5.08-6C9.5 14.52 12 13 13 12"/>`});var k={bubble:"message-circle",done:"circle-check",alert:"circle-alert",code:"code-xml",trash:"trash-2",down:"chevron-down"},_=(e,t=16)=>o(e in k?k[e]:e,t),x={0:"error.unreachable",403:"error.forbidden",404:"error.not_found",409:"error.conflict",429:"error.rate_limited",503:"error.unavailable",400:"error.invalid",422:"error.invalid"};function M({at:e,save:t,isMac:a}){function s(t){let a=e.page?.tabs??[],s=a.findIndex(t=>t.id===e.page?.tab),n={ArrowRight:s+1,ArrowLeft:s-1,Home:0,End:a.length-1}[t.key];if(void 0===n)return;t.preventDefault();let i=a[(n+a.length)%a.length];e.page?.choose?.(i.id),requestAnimationFrame(()=>document.getElementById(`tab-${i.id}`)?.focus())}return()=>{if(!e.page)return h;let r=e.page.form;return p`<section class="page" aria-labelledby="page-title">
<header class="page-head">
<a class="icon-button only-phone" href="/settings" aria-label=${n("common.back")}>${_("chevron-left",22)}</a>
<h1 id="page-title" tabindex="-1">${e.shown?n(e.shown.title):""}</h1>
${e.page.status?.()??h}
</header>
${e.page.tabs?p`<div class="page-tabs" role="tablist" aria-labelledby="page-title" @keydown=${s}>
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
</div>`:h}
<div
class="page-body"
id="page-body"
role=${e.page.tabs?"tabpanel":h}
aria-labelledby=${e.page.tabs?`tab-${e.page.tab}`:h}
tabindex="0"
>
<div class="page-content">
${"failed"===r?.phase?p`<p class="page-failed" role="alert">
${n("settings_frame.load_failed")}
<button type="button" class="text-button" @click=${()=>r.load()}>${n("common.retry")}</button>
</p>`:"loading"===r?.phase?p`<p class="page-loading" role="status">${n("common.loading")}</p>`:e.page.body()}
</div>
</div>
${(()=>{let s=e.page?.form;if("ready"!==s?.phase)return h;let r=s.changes.length,o=Object.keys(s.errors).length,l=e.page?.words??{save:"settings_frame.make_live",changes:"settings_frame.not_live"};return p`<footer class="page-bar" data-changes=${r}>
<p role="status">
${o?p`<span class="bad">${i("settings_frame.wrong",o)}</span>`:r?i(l.changes,r):n("settings_frame.all_saved")}
</p>
${r?p`<button type="button" class="button quiet" @click=${()=>s.revert()}>${n("settings_frame.revert")}</button>
<button type="button" class="button primary" aria-busy=${s.busy} @click=${t}>
${n(l.save)}<kbd class="no-phone" aria-hidden="true">${a?"⌘":"Ctrl "}S</kbd>
</button>`:h}
</footer>`})()}
</section>
${e.page.aside&&"loading"!==r?.phase&&"failed"!==r?.phase?e.page.aside():h}`}}var P=["byte","kilobyte","megabyte","gigabyte","terabyte"];function j(e){let a=0,s=e;for(;s>=1e3&&a<P.length-1;)s/=1e3,a+=1;return new Intl.NumberFormat(t,{style:"unit",unit:P[a],unitDisplay:"short",maximumFractionDigits:s<10&&a>0?1:0}).format(s)}var S=e=>`f-${e.replace(/[^\w-]/g,"-")}`;function T(e,t){let a=e.errors[t];return p`<p class="field-error" id="${S(t)}-error" role="alert">${a??""}</p>`}var O=(e,t,a)=>p`<div class="set-label"><label for=${t}>${e}</label>${a?p`<span class="field-hint">${a}</span>`:h}</div>`;function C(t,a,s){let n=S(a);return p`<div class="set-field">
${O(s.label,n,s.note)}
<div class="set-box">
<input
id=${n}
class="input ${s.mono?"mono":""}"
type=${s.type??"text"}
placeholder=${s.placeholder??h}
maxlength=${s.max??h}
autocomplete=${s.autocomplete??"off"}
inputmode=${s.inputmode??h}
?disabled=${s.disabled??!1}
aria-invalid=${t.errors[a]?"true":h}
aria-describedby="${n}-hint ${n}-error"
.value=${e(t.get(a)??"")}
@input=${e=>t.set(a,e.target.value)}
/>${s.tail??h}
</div>
<p class="field-hint" id="${n}-hint">${s.hint??h}</p>
${T(t,a)}
</div>`}function E(t,a,s){let n=S(a);return p`<div class="set-field">
${O(s.label,n,s.note)}
<textarea
id=${n}
class="input area ${s.mono?"mono":""}"
rows=${s.rows??3}
placeholder=${s.placeholder??h}
maxlength=${s.max??h}
aria-invalid=${t.errors[a]?"true":h}
aria-describedby="${n}-hint ${n}-error"
.value=${e(t.get(a)??"")}
@input=${e=>t.set(a,e.target.value)}
></textarea>
<p class="field-hint" id="${n}-hint">${s.hint??h}</p>
${T(t,a)}
</div>`}function q(e,t,a){let n=S(t);return p`<div class="set-field">
${O(a.label,n,a.note)}
${s(n,a.options,String(e.get(t)),a=>e.set(t,a))}
<p class="field-hint">${a.hint??h}</p>
${T(e,t)}
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
${n?p`<p class="field-hint">${n}</p>`:h}
</div>`,D=(e,t,a,s)=>A(!!e.get(t),a=>e.set(t,a),a,s),I=(e,t,a,s)=>p`<section class="set-section">
<div class="set-head">
<div>
<h2>${e}</h2>
${a?p`<p>${a}</p>`:h}
</div>
${s??h}
</div>
${t}
</section>`,L=(t,a,s)=>p`<input
class="input time"
inputmode="numeric"
maxlength="5"
placeholder="09:00"
autocomplete="off"
aria-label=${t}
.value=${e(a)}
@input=${e=>s(e.target.value)}
@change=${e=>s(function(e){let t=/^(\d{1,2})(?:\D?(\d{2}))?$/.exec(e.trim());if(!t)return e;let[a,s]=[Number(t[1]),Number(t[2]??0)];return a>24||s>59||24===a&&s>0?e:`${String(a).padStart(2,"0")}:${String(s).padStart(2,"0")}`}(e.target.value))}
/>`;function N(e,t,a){return p`<div class="code" role="group" aria-label=${a??h}
><code tabindex="0">${t??e}</code
><button type="button" class="code-copy" @click=${async t=>{let a=t.currentTarget,s=a.querySelector(".copy-label");try{await navigator.clipboard.writeText(e)}catch{let e=a.parentElement?.querySelector("code");return void(e&&getSelection()?.selectAllChildren(e))}s.textContent=n("settings_frame.copied"),setTimeout(()=>s.textContent=n("common.copy"),2e3)}}>
${_("copy",14)}<span class="copy-label" aria-live="polite">${n("common.copy")}</span>
</button></div
>`}var z=e=>/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(e)||/^[^\s@]+@localhost$/.test(e),H=e=>null!==e&&"object"==typeof e&&!Array.isArray(e);function Z(e,t,a=""){return H(e)&&H(t)?[...new Set([...Object.keys(e),...Object.keys(t)])].flatMap(s=>Z(e[s],t[s],a?`${a}.${s}`:s)):JSON.stringify(e??null)===JSON.stringify(t??null)?[]:[a]}var F=e=>structuredClone(e);function B({read:e,write:t,check:a,refused:s,changed:n}){let i={phase:"loading",saved:null,draft:null,busy:!1,errors:{}},r=e=>{i.saved=e,i.draft=F(e),i.errors={},i.phase="ready",n()},o={async load(){let t="ready"===i.phase;t||(i.phase="loading"),n();try{let a=await e();(!t||0===o.changes.length)&&r(a)}catch{t||(i.phase="failed"),n()}},set(e,t){let a=e.split("."),s=a.pop();a.reduce((e,t)=>e[t]??={},i.draft)[s]=t,delete i.errors[e],n()},get:e=>((e,t)=>t.split(".").reduce((e,t)=>e?.[t],e))(i.draft,e),get changes(){return"ready"===i.phase?Z(i.saved,i.draft):[]},revert(){i.draft=F(i.saved),i.errors={},n()},async save(){if(i.busy||"ready"!==i.phase)return!1;if(i.errors=a?.(i.draft)??{},Object.keys(i.errors).length>0)return n(),!1;i.busy=!0,n();try{let e=await t(i.draft,Z(i.saved,i.draft));return r(e),!0}catch(e){if(i.errors=s?.(e)??{},0===Object.keys(i.errors).length)throw e;return!1}finally{i.busy=!1,n()}}};return Object.defineProperties(i,Object.getOwnPropertyDescriptors(o)),i}function V(e,t){let a={phase:"loading",value:null,async load(){null===a.value&&(a.phase="loading");try{a.value=await e(),a.phase="ready"}catch{null===a.value&&(a.phase="failed")}t()},view:e=>null!==a.value?e(a.value):"loading"===a.phase?p`<p class="page-loading" role="status">${n("common.loading")}</p>`:p`<p class="page-failed" role="alert">
${n("settings_frame.load_failed")}
<button type="button" class="text-button" @click=${()=>a.load()}>${n("common.retry")}</button>
</p>`};return a}function U(e,t,{upload:a,failed:s,most:n,choose:i,remove:r}){let o=`picture-${t}`;return p`<div class="set-actions">
<input
id=${o}
class="hidden"
type="file"
accept="image/png,image/jpeg,image/webp"
tabindex="-1"
aria-hidden="true"
@change=${async i=>{let r=i.target.files?.[0];if(i.target.value="",r)try{e.set(t,await a(r,n))}catch(e){s(e)}}}
/><button type="button" class="button" @click=${()=>document.getElementById(o)?.click()}>${i}</button>
${e.get(t)?p`<button type="button" class="button quiet" @click=${()=>e.set(t,null)}>${r}</button>`:h}
</div>`}var J=Date.UTC(2026,0,1);function K(e,t){try{let a=new Intl.DateTimeFormat(t,{timeZone:e,timeZoneName:"longGeneric"}).formatToParts(J).find(e=>"timeZoneName"===e.type)?.value??"";return/^(GMT|UTC)/.test(a)?"":a}catch{return""}}function G(e,t,a){let s=e.replaceAll("_"," "),n=K(e,t);return n?a("zone.name",{name:n===K("Asia/Shanghai",t)?a("zone.china"):n,id:s}):s}function R(e,t,a){try{return new Intl.DateTimeFormat(a,{hour:"2-digit",minute:"2-digit",hourCycle:"h23",timeZone:e}).format(t)}catch{return""}}function X(e,t){let a=new Intl.DateTimeFormat("en",{timeZone:e,year:"numeric",month:"numeric",day:"numeric"}).formatToParts(t),s=e=>Number(a.find(t=>t.type===e)?.value);return Date.UTC(s("year"),s("month")-1,s("day"))/864e5}function Q(e,t,a,s,n){let i=R(e,t,s),r=X(e,t)-X(e,a);if(r<=0)return n("zone.today",{time:i});if(1===r)return n("common.moment_tomorrow",{time:i});let o=r<7?{weekday:"zh-CN"===s?"short":"long"}:{month:"long",day:"numeric"};return n("common.moment_day",{day:new Intl.DateTimeFormat(s,{...o,timeZone:e}).format(t),time:i})}var W=e=>/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/.test(e),Y=(t,a,s)=>p`<fieldset class="checks">
<legend class="set-label"><span class="label">${t}</span></legend>
${a.map(t=>p`<label class="check"
><input
type="checkbox"
name=${t.id}
.checked=${e(t.on)}
?disabled=${t.fixed??!1}
@change=${e=>s(t.id,e.target.checked)}
/>${t.mark??h}<span>${t.label}</span></label
>`)}
</fieldset>`,ee=e=>e.named.map(e=>e.name).join(", ");async function te(e,t){let a="",s=!1;for(;;){try{return await t(a?{password:a}:{})}catch(e){let t=e?.code;if("password_required"!==t&&"wrong_password"!==t)throw e;s="wrong_password"===t}if(a="",!await e({title:n("settings_frame.password_title"),text:n("settings_frame.password_text"),confirm:n("settings_frame.password_go"),content:p`<div class="set-field dialog-type">
<div class="set-label"><label for="dialog-password">${n("settings_frame.password")}</label></div>
<input
id="dialog-password"
class="input"
type="password"
autocomplete="current-password"
autofocus
aria-describedby="dialog-password-wrong"
@input=${e=>a=e.target.value}
/>
<p class="field-error" id="dialog-password-wrong" role="alert">${s?n("settings_frame.password_wrong"):""}</p>
</div>`})||!a)return null}}var ae=({name:e,builtin:t})=>t&&a(`settings_roles.role_${e}`)?n(`settings_roles.role_${e}`):e,se=({name:e,builtin:t})=>t&&a(`settings_team.role_${e}`)?n(`settings_team.role_${e}`):e,ne={"settings-widget":()=>Promise.all([import("./settings-widget.js"),g("settings-widget")]).then(([e])=>e.widgetPage),"settings-hours":()=>Promise.all([import("./settings-hours.js"),g("settings-hours")]).then(([e])=>e.hoursPage),"settings-bot":()=>Promise.all([import("./settings-bot.js"),g("settings-bot")]).then(([e])=>e.botPage),"settings-canned":()=>import("./settings-canned.js").then(e=>e.cannedPage),"settings-macros":()=>Promise.all([import("./settings-macros.js"),g("settings-macros")]).then(([e])=>e.macrosPage),"settings-labels":()=>import("./settings-labels.js").then(e=>e.labelsPage),"settings-views":()=>Promise.all([import("./settings-views.js"),g("settings-views")]).then(([e])=>e.viewsPage),"settings-blocks":()=>import("./settings-blocks.js").then(e=>e.blocksPage),"settings-team":()=>import("./settings-team.js").then(e=>e.teamPage),"settings-teams":()=>import("./settings-teams.js").then(e=>e.teamsPage),"settings-roles":()=>import("./settings-roles.js").then(e=>e.rolesPage),"settings-routing":()=>Promise.all([import("./settings-routing.js"),g("settings-routing")]).then(([e])=>e.routingPage),"settings-sla":()=>Promise.all([import("./settings-sla.js"),g("settings-routing"),g("settings-sla")]).then(([e])=>e.slaPage),"settings-tickets":()=>Promise.all([import("./settings-tickets.js"),g("settings-tickets")]).then(([e])=>e.ticketsPage),"settings-shop":()=>import("./settings-shop.js").then(e=>e.shopPage),"settings-data":()=>import("./settings-data.js").then(e=>e.dataPage),"settings-import":()=>import("./settings-import.js").then(e=>e.importPage),"settings-about":()=>import("./settings-about.js").then(e=>e.aboutPage),"settings-profile":()=>import("./settings-profile.js").then(e=>e.profilePage),"settings-notifications":()=>import("./settings-notifications.js").then(e=>e.notificationsPage),"settings-sessions":()=>import("./settings-sessions.js").then(e=>e.sessionsPage),"settings-tokens":()=>import("./settings-tokens.js").then(e=>e.tokensPage)},ie={labels:"settings-labels",views:"settings-views",canned:"settings-canned",macros:"settings-macros",members:"settings-team",blocks:"settings-blocks",teams:"settings-teams",roles:"settings-roles",calendars:"settings-hours",hours:"settings-hours",sla:"settings-sla",tickets:"settings-tickets"};d("settings",function(t){let{table:a,ui:s,client:r}=t,o=function({app:t,pages:a}){let{desk:s,ui:i}=t,r=()=>i.phone.peek(),o=e=>requestAnimationFrame(e),l=function(){let e=document.createElement("main");return e.id="settings",e.className="room",m(p`<section class="pages" aria-label=${n("settings_frame.pages")}></section><div class="sheet page-sheet"></div>`,e),e}(),c={page:null,shown:null,named:!1,search:"",planned:!1},d=()=>{c.planned||(c.planned=!0,t.schedule(()=>{c.planned=!1,S()}))},{say:g,failed:u}=function(e){let t=(t,a={})=>e.notify({text:t,icon:a.bad?"circle-alert":"circle-check",action:a.action});return{say:t,failed:e=>{let a=x[e.status];t(n(a??"error.unexpected"),{bad:!0})}}}(s),f=()=>c.page?.form?c.page.form.changes.length:0,b=async()=>{if(c.page?.form&&0!==f())try{await c.page.form.save()?g(n("settings_frame.saved")):o(()=>l.querySelector('[aria-invalid="true"]')?.focus())}catch(e){u(e)}},$=function({root:e,schedule:t,unsaved:a,save:s}){e.addEventListener("click",e=>{let a=e.target.closest?.("[data-adds]"),s=a?.closest(".field-card, .day-ranges, section");a&&s&&t(()=>s.querySelector(a.dataset.adds??"")?.focus())}),addEventListener("beforeunload",e=>{a()>0&&e.preventDefault()});let n=/Mac|iPhone|iPad/.test(navigator.platform);return addEventListener("keydown",t=>{e.inert||t.isComposing||document.querySelector("dialog[open], .menu:popover-open")||((n?t.metaKey:t.ctrlKey)&&"s"===t.key.toLowerCase()?(t.preventDefault(),s()):"/"===t.key&&!(t.target instanceof HTMLElement&&/^(INPUT|TEXTAREA|SELECT)$/.test(t.target.tagName))&&(t.preventDefault(),document.getElementById("settings-search")?.focus()))}),n}({root:l,schedule:o,unsaved:f,save:b}),v=function({pages:t,at:a,phone:s,changed:i,root:r,words:o}){return()=>{let l=(()=>{let e=a.search.trim().toLowerCase().split(/\s+/).filter(Boolean);return t.filter(t=>{let a=`${n(t.title)} ${n(t.find)}`.toLowerCase();return e.every(e=>a.includes(e))})})(),c=a.named||!s()?a.shown:null,d=n("settings.title");return p`${c?p`<p class="pages-title">${d}</p>`:p`<h1 class="pages-title" tabindex="-1">${d}</h1>`}
<div class="pages-search" role="search">
${_("search")}
<input
id="settings-search"
type="search"
placeholder=${n("settings_frame.search")}
aria-label=${n("settings_frame.search")}
autocomplete="off"
.value=${e(a.search)}
@focus=${()=>o().then(i,()=>{})}
@input=${e=>{a.search=e.target.value,i()}}
@keydown=${e=>{e.isComposing||("Enter"===e.key&&l[0]&&r.querySelector(".pages-link")?.click(),"Escape"===e.key&&a.search&&(a.search="",i()))}}
/><kbd class="no-phone" aria-hidden="true">/</kbd>
</div>
<nav class="pages-list" aria-label=${n("settings.title")}>
${[...new Set(l.map(e=>e.group))].map(e=>p`<p class="pages-group" id="group-${e}">${n(`settings.group_${e}`)}</p>
<ul aria-labelledby="group-${e}">
${l.filter(t=>t.group===e).map(e=>p`<li>
<a class="pages-link" href=${e.path} aria-current=${e===c?"page":h}
>${_(e.icon)}<span>${n(e.title)}</span>${_("chevron-right")}</a
>
</li>`)}
</ul>`)}
${0===l.length?p`<p class="pages-none" role="status">${n("settings_frame.nothing",{text:a.search})}</p>`:h}
</nav>`}}({pages:a,at:c,phone:r,changed:d,root:l,words:()=>t.table.later("commands")}),y=M({at:c,save:b,isMac:$}),w=e=>l.querySelector(`.${e}`),k=()=>c.named||!r(),P=()=>l.querySelector(k()?"#page-title":".pages-title"),j=()=>l.querySelector(".page-body");function S(){l.dataset.pane=c.named?"page":"list",l.dataset.aside=String(!!c.page?.aside),i.sees("settings")&&(document.body.dataset.alone=String(c.named)),m(v(),w("pages")),m(k()?y():h,w("page-sheet"))}return{root:l,changed:d,say:g,failed:u,unsaved:f,heading:P,get shown(){return c.shown},get named(){return c.named},get view(){return c.page},get top(){return j()?.scrollTop??0},show(e,t,a,s,n){Object.assign(c,{shown:e,page:t,named:a});let i=t.start?.();t.form?.load(),n&&Promise.resolve(i).then(()=>t.aim?.(n)),S(),j()?.scrollTo(0,s)},aim(e){let t=e?l.querySelector(".pages-link[aria-current]"):null;(t?.checkVisibility?.()?t:P())?.focus({preventScroll:!0})}}}({app:t,pages:a.in("settings")}),l=function(e,t){let{me:a,desk:s,ui:n,client:i,csrf:r,signedOut:o}=e;return{me:{...a,get agent(){return s.agent}},call:f({csrf:r,signedOut:o}),upload:w({csrf:r,signedOut:o}),send:v({csrf:r,signedOut:o}),slice:y({csrf:r,signedOut:o}),changed:t.changed,say:t.say,failed:t.failed,ask:e.dialogs.ask,origin:e.origin,ui:n,seen:()=>"visible"===document.visibilityState&&n.sees("settings"),onSeen:e=>{i.on("presence",({member:t,online:a,availability:s,presence:n})=>"agent"===t.kind&&e({id:t.id,online:a,availability:s??null,presence:n}))},setTheme:e.self.wear,touched:()=>{s.touch("frame","list","thread","details"),e.moved()}}}(t,o),c=new Map,[d]=a.in("settings"),g=e=>"settings"===e.place?e:d,u=!1;return r.on("settings",({area:e})=>s.sees("settings")&&ie[e]===o.shown?.name&&(o.view?.start??o.view?.form?.load)?.()),matchMedia("(max-width: 720px)").addEventListener("change",o.changed),{root:o.root,title:()=>`${n((o.shown??d).title)} · ${n("settings.title")} · ${t.me.shop.name}`,heading:o.heading,address:()=>o.named?o.shown.path:"/settings",prepare:({page:e})=>(async e=>{if(c.get(e.name))return;let[t]=await Promise.all([ne[e.name](),a.words(e)]);c.has(e.name)||c.set(e.name,{view:t(l),top:0})})(g(e)),show({page:e,back:t,url:a}){let s=g(e),n="settings"===e.place,i=o.shown&&c.get(o.shown.name);i&&(i.top=o.top);let{view:r,top:l}=c.get(s.name),d=u&&(o.shown!==s||o.named!==n);o.show(s,r,n,t?l:0,t?void 0:a),d&&o.aim(t),u=!0},hide(){u=!1;let e=o.shown&&c.get(o.shown.name);e&&(e.top=o.top)},unsaved:e=>e&&g(e.page)===o.shown?0:o.unsaved(),async mayLeave(){let e=await t.dialogs.ask({title:n("settings_frame.leave_title"),text:i("settings_frame.leave_text",o.unsaved()),confirm:n("settings_frame.leave"),cancel:n("settings_frame.stay")});return e&&o.view?.form?.revert(),e}}});export{_ as a,j as b,S as c,T as d,C as e,E as f,q as g,A as h,D as i,I as j,L as k,N as l,z as m,B as n,V as o,U as p,G as q,R as r,Q as s,W as t,Y as u,ee as v,te as w,ae as x,se as y};
