import{$ as e,F as t,K as a,L as s,N as n,O as r,a as i,b as o,s as l,t as d,v as c,w as p,wa as u}from"./app.js";var g=({csrf:e,signedOut:t})=>async(a,s,n)=>{try{return await o(a,`/api/v1${s}`,n,e)}catch(e){throw e instanceof i&&401===e.status&&t(),e}},h=["image/png","image/jpeg","image/webp"],m=122880,f=({csrf:e,signedOut:t})=>async(a,s)=>{let n,r=await async function(e,t){let a=await createImageBitmap(e),s=Math.min(1,t/Math.max(a.width,a.height));if(1===s&&e.size<=m&&h.includes(e.type))return e;let n=document.createElement("canvas");for(let e=s;;e*=.8){n.width=Math.max(1,Math.round(a.width*e)),n.height=Math.max(1,Math.round(a.height*e)),n.getContext("2d").drawImage(a,0,0,n.width,n.height);let t=await new Promise(e=>n.toBlob(e,"image/webp",.85));if(t&&(t.size<=m||e<.1))return t}}(a,s).catch(()=>{throw new i(400,{code:"invalid"},null)});try{n=await fetch("/api/v1/pictures",{method:"POST",headers:{"x-csrf-token":e,"content-type":r.type||"application/octet-stream"},credentials:"same-origin",body:r})}catch{throw new i(0,null,null)}if(401===n.status&&t(),!n.ok)throw new i(n.status,null,null);return(await n.json()).picture};n({out:d`<path d="M15 3h6v6"/><path d="M10 14 21 3"/><path d="M18 13v6a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2V8a2 2 0 0 1 2-2h6"/>`,quote:d`<path d="M22 17a2 2 0 0 1-2 2H6.828a2 2 0 0 0-1.414.586l-2.202 2.202A.71.71 0 0 1 2 21.286V5a2 2 0 0 1 2-2h16a2 2 0 0 1 2 2z"/><path d="M7 11h10"/><path d="M7 15h6"/><path d="M7 7h8"/>`,drive:d`<path d="M10 16h.01"/><path d="M2.212 11.577a2 2 0 0 0-.212.896V18a2 2 0 0 0 2 2h16a2 2 0 0 0 2-2v-5.527a2 2 0 0 0-.212-.896L18.55 5.11A2 2 0 0 0 16.76 4H7.24a2 2 0 0 0-1.79 1.11z"/><path d="M21.946 12.013H2.054"/><path d="M6 16h.01"/>`,monitor:d`<rect width="20" height="14" x="2" y="3" rx="2"/><path d="M8 21h8"/><path d="M12 17v4"/>`,smartphone:d`<rect width="14" height="20" x="5" y="2" rx="2" ry="2"/><path d="M12 18h.01"/>`,more:d`<path d="M5 12h.01M12 12h.01M19 12h.01" stroke-width="2.5"/>`,pencil:d`<path d="M21.174 6.812a1 1 0 0 0-3.986-3.987L3.842 16.174a2 2 0 0 0-.5.83l-1.321 4.352a.5.5 0 0 0 .623.622l4.353-1.32a2 2 0 0 0 .83-.497z"/><path d="m15 5 4 4"/>`,up:d`<path d="m18 15-6-6-6 6"/>`,square:d`<path d="M22 17a2 2 0 0 1-2 2H6.828a2 2 0 0 0-1.414.586l-2.202 2.202A.71.71 0 0 1 2 21.286V5a2 2 0 0 1 2-2h16a2 2 0 0 1 2 2z"/>`,headset:d`<path d="M3 11h3a2 2 0 0 1 2 2v3a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2v-5Zm0 0a9 9 0 1 1 18 0m0 0v5a2 2 0 0 1-2 2h-1a2 2 0 0 1-2-2v-3a2 2 0 0 1 2-2h3Z"/><path d="M21 16v2a4 4 0 0 1-4 4h-5"/>`,leaf:d`<path d="M11 20A7 7 0 0 1 9.8 6.1C15.5 5 17 4.48 19 2c1 2 2 4.18 2 8 0 5.5-4.78 10-10 10Z"/><path d="M2 21c0-3 1.85-5.36 5.08-6C9.5 14.52 12 13 13 12"/>`});var b={bubble:"message-circle",done:"circle-check",alert:"circle-alert",code:"code-xml",trash:"trash-2",down:"chevron-down"},$=(e,t=16)=>r(e in b?b[e]:e,t),y={0:"error.unreachable",403:"error.forbidden",404:"error.not_found",409:"error.conflict",429:"error.rate_limited",503:"error.unavailable",400:"error.invalid",422:"error.invalid"};function v({at:e,save:t,isMac:n}){function r(t){let a=e.page?.tabs??[],s=a.findIndex(t=>t.id===e.page?.tab),n={ArrowRight:s+1,ArrowLeft:s-1,Home:0,End:a.length-1}[t.key];if(void 0===n)return;t.preventDefault();let r=a[(n+a.length)%a.length];e.page?.choose?.(r.id),requestAnimationFrame(()=>document.getElementById(`tab-${r.id}`)?.focus())}return()=>{if(!e.page)return c;let i=e.page.form;return l`<section class="page" aria-labelledby="page-title">
<header class="page-head">
<a class="icon-button only-phone" href="/settings" aria-label=${a("common.back")}>${$("chevron-left",22)}</a>
<h1 id="page-title" tabindex="-1">${e.shown?a(e.shown.title):""}</h1>
${e.page.status?.()??c}
</header>
${e.page.tabs?l`<div class="page-tabs" role="tablist" aria-labelledby="page-title" @keydown=${r}>
${e.page.tabs.map(t=>l`<button
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
</div>`:c}
<div
class="page-body"
id="page-body"
role=${e.page.tabs?"tabpanel":c}
aria-labelledby=${e.page.tabs?`tab-${e.page.tab}`:c}
tabindex="0"
>
<div class="page-content">
${"failed"===i?.phase?l`<p class="page-failed" role="alert">
${a("settings_frame.load_failed")}
<button type="button" class="text-button" @click=${()=>i.load()}>${a("common.retry")}</button>
</p>`:"loading"===i?.phase?l`<p class="page-loading" role="status">${a("common.loading")}</p>`:e.page.body()}
</div>
</div>
${(()=>{let r=e.page?.form;if("ready"!==r?.phase)return c;let i=r.changes.length,o=Object.keys(r.errors).length,d=e.page?.words??{save:"settings_frame.make_live",changes:"settings_frame.not_live"};return l`<footer class="page-bar" data-changes=${i}>
<p role="status">
${o?l`<span class="bad">${s("settings_frame.wrong",o)}</span>`:i?s(d.changes,i):a("settings_frame.all_saved")}
</p>
${i?l`<button type="button" class="button quiet" @click=${()=>r.revert()}>${a("settings_frame.revert")}</button>
<button type="button" class="button primary" aria-busy=${r.busy} @click=${t}>
${a(d.save)}<kbd class="no-phone" aria-hidden="true">${n?"⌘":"Ctrl "}S</kbd>
</button>`:c}
</footer>`})()}
</section>
${e.page.aside&&"loading"!==i?.phase&&"failed"!==i?.phase?e.page.aside():c}`}}var w=e=>`f-${e.replace(/[^\w-]/g,"-")}`;function k(e,t){let a=e.errors[t];return l`<p class="field-error" id="${w(t)}-error" role="alert">${a??""}</p>`}var x=(e,t,a)=>l`<div class="set-label"><label for=${t}>${e}</label>${a?l`<span class="field-hint">${a}</span>`:c}</div>`;function _(e,a,s){let n=w(a);return l`<div class="set-field">
${x(s.label,n,s.note)}
<div class="set-box">
<input
id=${n}
class="input ${s.mono?"mono":""}"
type=${s.type??"text"}
placeholder=${s.placeholder??c}
maxlength=${s.max??c}
autocomplete=${s.autocomplete??"off"}
inputmode=${s.inputmode??c}
?disabled=${s.disabled??!1}
aria-invalid=${e.errors[a]?"true":c}
aria-describedby="${n}-hint ${n}-error"
.value=${t(e.get(a)??"")}
@input=${t=>e.set(a,t.target.value)}
/>${s.tail??c}
</div>
<p class="field-hint" id="${n}-hint">${s.hint??c}</p>
${k(e,a)}
</div>`}function M(e,a,s){let n=w(a);return l`<div class="set-field">
${x(s.label,n,s.note)}
<textarea
id=${n}
class="input area ${s.mono?"mono":""}"
rows=${s.rows??3}
placeholder=${s.placeholder??c}
maxlength=${s.max??c}
aria-invalid=${e.errors[a]?"true":c}
aria-describedby="${n}-hint ${n}-error"
.value=${t(e.get(a)??"")}
@input=${t=>e.set(a,t.target.value)}
></textarea>
<p class="field-hint" id="${n}-hint">${s.hint??c}</p>
${k(e,a)}
</div>`}var S=(e,a,s,n,r)=>l`<span class="select"
><select id=${e} aria-label=${r??c} @change=${e=>n(e.target.value)}>
${a.map(e=>l`<option value=${e.value} ?selected=${t(e.value===s)}>${e.label}</option>`)}
</select></span
>`;function j(e,t,a){let s=w(t);return l`<div class="set-field">
${x(a.label,s,a.note)}
${S(s,a.options,String(e.get(t)),a=>e.set(t,a))}
<p class="field-hint">${a.hint??c}</p>
${k(e,t)}
</div>`}var P=(e,a,s,n,r=!1)=>l`<div class="set-switch">
<label class="switch"
><input
type="checkbox"
role="switch"
.checked=${t(e)}
?disabled=${r}
@change=${e=>a(e.target.checked)}
/><span>${s}</span></label
>
${n?l`<p class="field-hint">${n}</p>`:c}
</div>`,C=(e,t,a,s)=>P(!!e.get(t),a=>e.set(t,a),a,s),T=(e,t,a,s)=>l`<div class="segments" role="group" aria-label=${e}>
${t.map(e=>l`<button
type="button"
class="segment"
aria-pressed=${e.value===a}
aria-label=${e.title??c}
title=${e.title??c}
@click=${()=>s(e.value)}
>
${e.label}
</button>`)}
</div>`,E=(e,t,a,s)=>l`<section class="set-section">
<div class="set-head">
<div>
<h2>${e}</h2>
${a?l`<p>${a}</p>`:c}
</div>
${s??c}
</div>
${t}
</section>`,O=(e,a,s)=>l`<input
class="input time"
inputmode="numeric"
maxlength="5"
placeholder="09:00"
autocomplete="off"
aria-label=${e}
.value=${t(a)}
@input=${e=>s(e.target.value)}
@change=${e=>s(function(e){let t=/^(\d{1,2})(?:\D?(\d{2}))?$/.exec(e.trim());if(!t)return e;let[a,s]=[Number(t[1]),Number(t[2]??0)];return a>24||s>59||24===a&&s>0?e:`${String(a).padStart(2,"0")}:${String(s).padStart(2,"0")}`}(e.target.value))}
/>`;function q(e,t,s){return l`<div class="code" role="group" aria-label=${s??c}
><code tabindex="0">${t??e}</code
><button type="button" class="code-copy" @click=${async t=>{let s=t.currentTarget,n=s.querySelector(".copy-label");try{await navigator.clipboard.writeText(e)}catch{let e=s.parentElement?.querySelector("code");return void(e&&getSelection()?.selectAllChildren(e))}n.textContent=a("settings_frame.copied"),setTimeout(()=>n.textContent=a("common.copy"),2e3)}}>
${$("copy",14)}<span class="copy-label" aria-live="polite">${a("common.copy")}</span>
</button></div
>`}var A=e=>/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(e)||/^[^\s@]+@localhost$/.test(e),L=e=>null!==e&&"object"==typeof e&&!Array.isArray(e);function D(e,t,a=""){return L(e)&&L(t)?[...new Set([...Object.keys(e),...Object.keys(t)])].flatMap(s=>D(e[s],t[s],a?`${a}.${s}`:s)):JSON.stringify(e??null)===JSON.stringify(t??null)?[]:[a]}var N=e=>structuredClone(e);function z({read:e,write:t,check:a,refused:s,changed:n}){let r={phase:"loading",saved:null,draft:null,busy:!1,errors:{}},i=e=>{r.saved=e,r.draft=N(e),r.errors={},r.phase="ready",n()},o={async load(){let t="ready"===r.phase;t||(r.phase="loading"),n();try{let a=await e();(!t||0===o.changes.length)&&i(a)}catch{t||(r.phase="failed"),n()}},set(e,t){let a=e.split("."),s=a.pop();a.reduce((e,t)=>e[t]??={},r.draft)[s]=t,delete r.errors[e],n()},get:e=>((e,t)=>t.split(".").reduce((e,t)=>e?.[t],e))(r.draft,e),get changes(){return"ready"===r.phase?D(r.saved,r.draft):[]},revert(){r.draft=N(r.saved),r.errors={},n()},async save(){if(r.busy||"ready"!==r.phase)return!1;if(r.errors=a?.(r.draft)??{},Object.keys(r.errors).length>0)return n(),!1;r.busy=!0,n();try{let e=await t(r.draft,D(r.saved,r.draft));return i(e),!0}catch(e){if(r.errors=s?.(e)??{},0===Object.keys(r.errors).length)throw e;return!1}finally{r.busy=!1,n()}}};return Object.defineProperties(r,Object.getOwnPropertyDescriptors(o)),r}function I(e,t){let s={phase:"loading",value:null,async load(){null===s.value&&(s.phase="loading");try{s.value=await e(),s.phase="ready"}catch{null===s.value&&(s.phase="failed")}t()},view:e=>null!==s.value?e(s.value):"loading"===s.phase?l`<p class="page-loading" role="status">${a("common.loading")}</p>`:l`<p class="page-failed" role="alert">
${a("settings_frame.load_failed")}
<button type="button" class="text-button" @click=${()=>s.load()}>${a("common.retry")}</button>
</p>`};return s}function Z(e,t,{upload:a,failed:s,most:n,choose:r,remove:i}){let o=`picture-${t}`;return l`<div class="set-actions">
<input
id=${o}
class="hidden"
type="file"
accept="image/png,image/jpeg,image/webp"
tabindex="-1"
aria-hidden="true"
@change=${async r=>{let i=r.target.files?.[0];if(r.target.value="",i)try{e.set(t,await a(i,n))}catch(e){s(e)}}}
/><button type="button" class="button" @click=${()=>document.getElementById(o)?.click()}>${r}</button>
${e.get(t)?l`<button type="button" class="button quiet" @click=${()=>e.set(t,null)}>${i}</button>`:c}
</div>`}var H=Date.UTC(2026,0,1);function B(e,t){try{let a=new Intl.DateTimeFormat(t,{timeZone:e,timeZoneName:"longGeneric"}).formatToParts(H).find(e=>"timeZoneName"===e.type)?.value??"";return/^(GMT|UTC)/.test(a)?"":a}catch{return""}}function F(e,t,a){let s=e.replaceAll("_"," "),n=B(e,t);return n?a("zone.name",{name:n===B("Asia/Shanghai",t)?a("zone.china"):n,id:s}):s}function V(e,t,a){try{return new Intl.DateTimeFormat(a,{hour:"2-digit",minute:"2-digit",hourCycle:"h23",timeZone:e}).format(t)}catch{return""}}function U(e,t){let a=new Intl.DateTimeFormat("en",{timeZone:e,year:"numeric",month:"numeric",day:"numeric"}).formatToParts(t),s=e=>Number(a.find(t=>t.type===e)?.value);return Date.UTC(s("year"),s("month")-1,s("day"))/864e5}function K(e,t,a,s,n){let r=V(e,t,s),i=U(e,t)-U(e,a);if(i<=0)return n("zone.today",{time:r});if(1===i)return n("common.moment_tomorrow",{time:r});let o=i<7?{weekday:"zh-CN"===s?"short":"long"}:{month:"long",day:"numeric"};return n("common.moment_day",{day:new Intl.DateTimeFormat(s,{...o,timeZone:e}).format(t),time:r})}async function G(e,t){let s="",n=!1;for(;;){try{return await t(s?{password:s}:{})}catch(e){let t=e?.code;if("password_required"!==t&&"wrong_password"!==t)throw e;n="wrong_password"===t}if(s="",!await e({title:a("settings_frame.password_title"),text:a("settings_frame.password_text"),confirm:a("settings_frame.password_go"),content:l`<div class="set-field dialog-type">
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
</div>`})||!s)return null}}var J=[1,2,3,4,5,6,7],R=4,X=60,Q={opens:"09:00",closes:"18:00"},W=/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/,Y=e=>({always:e.always,days:Object.fromEntries(J.map(t=>[t,e.week.filter(e=>e.day===t).map(e=>({opens:e.opens,closes:e.closes}))])),holidays:e.holidays.map(e=>({date:e.date,name:e.name??"",closed:null===e.opens,opens:e.opens??Q.opens,closes:e.closes??Q.closes}))}),ee=e=>({always:e.always,week:J.flatMap(t=>e.days[t].map(({opens:e,closes:a})=>({day:t,opens:e,closes:a}))),holidays:e.holidays.map(({date:e,name:t,closed:a,opens:s,closes:n})=>({date:e,name:t.trim(),opens:a?null:s,closes:a?null:n})).sort((e,t)=>e.date.localeCompare(t.date))}),te=e=>W.test(e),ae=({opens:e,closes:t})=>te(e)&&te(t)&&t<=e;function se(e){if(e.always)return{};let t={};for(let a of J){let s=e.days[a];if(s.some(({opens:e,closes:t})=>!te(e)||!te(t)))t[`days.${a}`]="time";else{let e=[...s].sort((e,t)=>e.opens.localeCompare(t.opens));e.some((t,a)=>a+1<e.length&&(ae(t)||t.closes>e[a+1].opens))&&(t[`days.${a}`]="overlap")}}J.every(t=>0===e.days[t].length)&&(t["days.1"]="never");let a=new Set;for(let s of e.holidays)s.date?a.has(s.date)?t.holidays="twice":!s.closed&&(!te(s.opens)||!te(s.closes))&&(t.holidays="time"):t.holidays="date",a.add(s.date);return t}var ne={"settings-widget":()=>Promise.all([import("./settings-widget.js"),e("settings-widget")]).then(([e])=>e.widgetPage),"settings-hours":()=>import("./settings-hours.js").then(e=>e.hoursPage),"settings-canned":()=>import("./settings-canned.js").then(e=>e.cannedPage),"settings-labels":()=>import("./settings-labels.js").then(e=>e.labelsPage),"settings-blocks":()=>import("./settings-blocks.js").then(e=>e.blocksPage),"settings-team":()=>import("./settings-team.js").then(e=>e.teamPage),"settings-shop":()=>import("./settings-shop.js").then(e=>e.shopPage),"settings-data":()=>import("./settings-data.js").then(e=>e.dataPage),"settings-about":()=>import("./settings-about.js").then(e=>e.aboutPage),"settings-profile":()=>import("./settings-profile.js").then(e=>e.profilePage),"settings-notifications":()=>import("./settings-notifications.js").then(e=>e.notificationsPage),"settings-sessions":()=>import("./settings-sessions.js").then(e=>e.sessionsPage),"settings-tokens":()=>import("./settings-tokens.js").then(e=>e.tokensPage)},re={labels:"settings-labels",canned:"settings-canned",members:"settings-team",blocks:"settings-blocks"};u("settings",function(e){let{table:n,ui:r,client:i}=e,o=function({app:e,pages:s}){let{desk:n,ui:r}=e,i=()=>r.phone.peek(),o=e=>requestAnimationFrame(e),d=function(){let e=document.createElement("main");return e.id="settings",e.className="room",p(l`<section class="pages" aria-label=${a("settings_frame.pages")}></section><div class="sheet page-sheet"></div>`,e),e}(),u={page:null,shown:null,named:!1,search:"",planned:!1},g=()=>{u.planned||(u.planned=!0,e.schedule(()=>{u.planned=!1,P()}))},{say:h,failed:m}=function(e){let t=(t,a={})=>e.notify({text:t,icon:a.bad?"circle-alert":"circle-check",action:a.action});return{say:t,failed:e=>{let s=y[e.status];t(a(s??"error.unexpected"),{bad:!0})}}}(n),f=()=>u.page?.form?u.page.form.changes.length:0,b=async()=>{if(u.page?.form&&0!==f())try{await u.page.form.save()?h(a("settings_frame.saved")):o(()=>d.querySelector('[aria-invalid="true"]')?.focus())}catch(e){m(e)}},w=function({root:e,schedule:t,unsaved:a,save:s}){e.addEventListener("click",e=>{let a=e.target.closest?.("[data-adds]"),s=a?.closest(".field-card, .day-ranges, section");a&&s&&t(()=>s.querySelector(a.dataset.adds??"")?.focus())}),addEventListener("beforeunload",e=>{a()>0&&e.preventDefault()});let n=/Mac|iPhone|iPad/.test(navigator.platform);return addEventListener("keydown",t=>{e.inert||t.isComposing||document.querySelector("dialog[open], .menu:popover-open")||((n?t.metaKey:t.ctrlKey)&&"s"===t.key.toLowerCase()?(t.preventDefault(),s()):"/"===t.key&&!(t.target instanceof HTMLElement&&/^(INPUT|TEXTAREA|SELECT)$/.test(t.target.tagName))&&(t.preventDefault(),document.getElementById("settings-search")?.focus()))}),n}({root:d,schedule:o,unsaved:f,save:b}),k=function({pages:e,at:s,phone:n,changed:r,root:i}){return()=>{let o=(()=>{let t=s.search.trim().toLowerCase().split(/\s+/).filter(Boolean);return e.filter(e=>{let s=`${a(e.title)} ${a(e.find)}`.toLowerCase();return t.every(e=>s.includes(e))})})(),d=s.named||!n()?s.shown:null,p=a("settings.title");return l`${d?l`<p class="pages-title">${p}</p>`:l`<h1 class="pages-title" tabindex="-1">${p}</h1>`}
<div class="pages-search" role="search">
${$("search")}
<input
id="settings-search"
type="search"
placeholder=${a("settings_frame.search")}
aria-label=${a("settings_frame.search")}
autocomplete="off"
.value=${t(s.search)}
@input=${e=>{s.search=e.target.value,r()}}
@keydown=${e=>{e.isComposing||("Enter"===e.key&&o[0]&&i.querySelector(".pages-link")?.click(),"Escape"===e.key&&s.search&&(s.search="",r()))}}
/><kbd class="no-phone" aria-hidden="true">/</kbd>
</div>
<nav class="pages-list" aria-label=${a("settings.title")}>
${[...new Set(o.map(e=>e.group))].map(e=>l`<p class="pages-group" id="group-${e}">${a(`settings.group_${e}`)}</p>
<ul aria-labelledby="group-${e}">
${o.filter(t=>t.group===e).map(e=>l`<li>
<a class="pages-link" href=${e.path} aria-current=${e===d?"page":c}
>${$(e.icon)}<span>${a(e.title)}</span>${$("chevron-right")}</a
>
</li>`)}
</ul>`)}
${0===o.length?l`<p class="pages-none" role="status">${a("settings_frame.nothing",{text:s.search})}</p>`:c}
</nav>`}}({pages:s,at:u,phone:i,changed:g,root:d}),x=v({at:u,save:b,isMac:w}),_=e=>d.querySelector(`.${e}`),M=()=>u.named||!i(),S=()=>d.querySelector(M()?"#page-title":".pages-title"),j=()=>d.querySelector(".page-body");function P(){d.dataset.pane=u.named?"page":"list",d.dataset.aside=String(!!u.page?.aside),r.sees("settings")&&(document.body.dataset.alone=String(u.named)),p(k(),_("pages")),p(M()?x():c,_("page-sheet"))}return{root:d,changed:g,say:h,failed:m,unsaved:f,heading:S,get shown(){return u.shown},get named(){return u.named},get view(){return u.page},get top(){return j()?.scrollTop??0},show(e,t,a,s){Object.assign(u,{shown:e,page:t,named:a}),t.start?.(),t.form?.load(),P(),j()?.scrollTo(0,s)},aim(e){let t=e?d.querySelector(".pages-link[aria-current]"):null;(t?.checkVisibility?.()?t:S())?.focus({preventScroll:!0})}}}({app:e,pages:n.in("settings")}),d=function(e,t){let{me:a,desk:s,ui:n,client:r,csrf:i,signedOut:o}=e;return{me:{...a,get agent(){return s.agent}},call:g({csrf:i,signedOut:o}),upload:f({csrf:i,signedOut:o}),changed:t.changed,say:t.say,failed:t.failed,ask:e.dialogs.ask,origin:e.origin,ui:n,seen:()=>"visible"===document.visibilityState&&n.sees("settings"),onSeen:e=>{r.on("presence",({member:t,online:a,availability:s})=>"agent"===t.kind&&e({id:t.id,online:a,availability:s??null}))},setTheme:e.self.wear,touched:()=>{s.touch("frame","list","thread","details"),e.moved()}}}(e,o),u=new Map,[h]=n.in("settings"),m=e=>"settings"===e.place?e:h,b=!1;return i.on("settings",({area:e})=>r.sees("settings")&&re[e]===o.shown?.name&&o.view?.start?.()),matchMedia("(max-width: 720px)").addEventListener("change",o.changed),{root:o.root,title:()=>`${a((o.shown??h).title)} · ${a("settings.title")} · ${e.me.shop.name}`,heading:o.heading,address:()=>o.named?o.shown.path:"/settings",prepare:({page:e})=>(async e=>{if(u.get(e.name))return;let[t]=await Promise.all([ne[e.name](),n.words(e)]);u.has(e.name)||u.set(e.name,{view:t(d),top:0})})(m(e)),show({page:e,back:t}){let a=m(e),s="settings"===e.place,n=o.shown&&u.get(o.shown.name);n&&(n.top=o.top);let{view:r,top:i}=u.get(a.name),l=b&&(o.shown!==a||o.named!==s);o.show(a,r,s,t?i:0),l&&o.aim(t),b=!0},hide(){b=!1;let e=o.shown&&u.get(o.shown.name);e&&(e.top=o.top)},unsaved:e=>e&&m(e.page)===o.shown?0:o.unsaved(),async mayLeave(){let t=await e.dialogs.ask({title:a("settings_frame.leave_title"),text:s("settings_frame.leave_text",o.unsaved()),confirm:a("settings_frame.leave"),cancel:a("settings_frame.stay")});return t&&o.view?.form?.revert(),t}}});export{$ as a,w as b,k as c,_ as d,M as e,S as f,j as g,P as h,C as i,T as j,E as k,O as l,q as m,A as n,z as o,I as p,Z as q,F as r,V as s,K as t,G as u,J as v,R as w,X as x,Q as y,Y as z,ee as A,te as B,ae as C,se as D};
