import{D as e,I as t,J as a,L as s,M as n,Z as r,_ as i,a as o,b as l,q as d,r as c,t as p,u}from"./app.js";var g=({csrf:e,signedOut:t})=>async(a,s,n)=>{try{return await l(a,`/api/v1${s}`,n,e)}catch(e){throw e instanceof o&&401===e.status&&t(),e}},h=["image/png","image/jpeg","image/webp"],m=122880,f=({csrf:e,signedOut:t})=>async(a,s)=>{let n,r=await async function(e,t){let a=await createImageBitmap(e),s=Math.min(1,t/Math.max(a.width,a.height));if(1===s&&e.size<=m&&h.includes(e.type))return e;let n=document.createElement("canvas");for(let e=s;;e*=.8){n.width=Math.max(1,Math.round(a.width*e)),n.height=Math.max(1,Math.round(a.height*e)),n.getContext("2d").drawImage(a,0,0,n.width,n.height);let t=await new Promise(e=>n.toBlob(e,"image/webp",.85));if(t&&(t.size<=m||e<.1))return t}}(a,s).catch(()=>{throw new o(400,{code:"invalid"},null)});try{n=await fetch("/api/v1/pictures",{method:"POST",headers:{"x-csrf-token":e,"content-type":r.type||"application/octet-stream"},credentials:"same-origin",body:r})}catch{throw new o(0,null,null)}if(401===n.status&&t(),!n.ok)throw new o(n.status,null,null);return(await n.json()).picture};s({out:c`<path d="M15 3h6v6"/><path d="M10 14 21 3"/><path d="M18 13v6a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2V8a2 2 0 0 1 2-2h6"/>`,quote:c`<path d="M22 17a2 2 0 0 1-2 2H6.828a2 2 0 0 0-1.414.586l-2.202 2.202A.71.71 0 0 1 2 21.286V5a2 2 0 0 1 2-2h16a2 2 0 0 1 2 2z"/><path d="M7 11h10"/><path d="M7 15h6"/><path d="M7 7h8"/>`,drive:c`<path d="M10 16h.01"/><path d="M2.212 11.577a2 2 0 0 0-.212.896V18a2 2 0 0 0 2 2h16a2 2 0 0 0 2-2v-5.527a2 2 0 0 0-.212-.896L18.55 5.11A2 2 0 0 0 16.76 4H7.24a2 2 0 0 0-1.79 1.11z"/><path d="M21.946 12.013H2.054"/><path d="M6 16h.01"/>`,monitor:c`<rect width="20" height="14" x="2" y="3" rx="2"/><path d="M8 21h8"/><path d="M12 17v4"/>`,smartphone:c`<rect width="14" height="20" x="5" y="2" rx="2" ry="2"/><path d="M12 18h.01"/>`,more:c`<path d="M5 12h.01M12 12h.01M19 12h.01" stroke-width="2.5"/>`,pencil:c`<path d="M21.174 6.812a1 1 0 0 0-3.986-3.987L3.842 16.174a2 2 0 0 0-.5.83l-1.321 4.352a.5.5 0 0 0 .623.622l4.353-1.32a2 2 0 0 0 .83-.497z"/><path d="m15 5 4 4"/>`,up:c`<path d="m18 15-6-6-6 6"/>`,square:c`<path d="M22 17a2 2 0 0 1-2 2H6.828a2 2 0 0 0-1.414.586l-2.202 2.202A.71.71 0 0 1 2 21.286V5a2 2 0 0 1 2-2h16a2 2 0 0 1 2 2z"/>`,headset:c`<path d="M3 11h3a2 2 0 0 1 2 2v3a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2v-5Zm0 0a9 9 0 1 1 18 0m0 0v5a2 2 0 0 1-2 2h-1a2 2 0 0 1-2-2v-3a2 2 0 0 1 2-2h3Z"/><path d="M21 16v2a4 4 0 0 1-4 4h-5"/>`,leaf:c`<path d="M11 20A7 7 0 0 1 9.8 6.1C15.5 5 17 4.48 19 2c1 2 2 4.18 2 8 0 5.5-4.78 10-10 10Z"/><path d="M2 21c0-3 1.85-5.36 5.08-6C9.5 14.52 12 13 13 12"/>`});var b={bubble:"message-circle",done:"circle-check",alert:"circle-alert",code:"code-xml",trash:"trash-2",down:"chevron-down"},$=(e,t=16)=>n(e in b?b[e]:e,t),y={0:"error.unreachable",403:"error.forbidden",404:"error.not_found",409:"error.conflict",429:"error.rate_limited",503:"error.unavailable",400:"error.invalid",422:"error.invalid"};function v({at:e,save:s,isMac:n}){function r(t){let a=e.page?.tabs??[],s=a.findIndex(t=>t.id===e.page?.tab),n={ArrowRight:s+1,ArrowLeft:s-1,Home:0,End:a.length-1}[t.key];if(void 0===n)return;t.preventDefault();let r=a[(n+a.length)%a.length];e.page?.choose?.(r.id),requestAnimationFrame(()=>document.getElementById(`tab-${r.id}`)?.focus())}return()=>{if(!e.page)return p;let i=e.page.form;return d`<section class="page" aria-labelledby="page-title">
<header class="page-head">
<a class="icon-button only-phone" href="/settings" aria-label=${t("common.back")}>${$("chevron-left",22)}</a>
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
${e.page.aside&&"loading"!==i?.phase&&"failed"!==i?.phase?e.page.aside():p}`}}var w=e=>`f-${e.replace(/[^\w-]/g,"-")}`;function k(e,t){let a=e.errors[t];return d`<p class="field-error" id="${w(t)}-error" role="alert">${a??""}</p>`}var x=(e,t,a)=>d`<div class="set-label"><label for=${t}>${e}</label>${a?d`<span class="field-hint">${a}</span>`:p}</div>`;function _(t,a,s){let n=w(a);return d`<div class="set-field">
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
${k(t,a)}
</div>`}function M(t,a,s){let n=w(a);return d`<div class="set-field">
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
${k(t,a)}
</div>`}var S=(t,a,s,n,r)=>d`<span class="select"
><select id=${t} aria-label=${r??p} @change=${e=>n(e.target.value)}>
${a.map(t=>d`<option value=${t.value} ?selected=${e(t.value===s)}>${t.label}</option>`)}
</select></span
>`;function j(e,t,a){let s=w(t);return d`<div class="set-field">
${x(a.label,s,a.note)}
${S(s,a.options,String(e.get(t)),a=>e.set(t,a))}
<p class="field-hint">${a.hint??p}</p>
${k(e,t)}
</div>`}var P=(t,a,s,n,r=!1)=>d`<div class="set-switch">
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
</div>`,C=(e,t,a,s)=>P(!!e.get(t),a=>e.set(t,a),a,s),T=(e,t,a,s)=>d`<div class="segments" role="group" aria-label=${e}>
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
</div>`,q=(e,t,a,s)=>d`<section class="set-section">
<div class="set-head">
<div>
<h2>${e}</h2>
${a?d`<p>${a}</p>`:p}
</div>
${s??p}
</div>
${t}
</section>`,E=(t,a,s)=>d`<input
class="input time"
inputmode="numeric"
maxlength="5"
placeholder="09:00"
autocomplete="off"
aria-label=${t}
.value=${e(a)}
@input=${e=>s(e.target.value)}
@change=${e=>s(function(e){let t=/^(\d{1,2})(?:\D?(\d{2}))?$/.exec(e.trim());if(!t)return e;let[a,s]=[Number(t[1]),Number(t[2]??0)];return a>24||s>59||24===a&&s>0?e:`${String(a).padStart(2,"0")}:${String(s).padStart(2,"0")}`}(e.target.value))}
/>`;function O(e,a,s){return d`<div class="code" role="group" aria-label=${s??p}
><code tabindex="0">${a??e}</code
><button type="button" class="code-copy" @click=${async a=>{let s=a.currentTarget,n=s.querySelector(".copy-label");try{await navigator.clipboard.writeText(e)}catch{let e=s.parentElement?.querySelector("code");return void(e&&getSelection()?.selectAllChildren(e))}n.textContent=t("settings_frame.copied"),setTimeout(()=>n.textContent=t("common.copy"),2e3)}}>
${$("copy",14)}<span class="copy-label" aria-live="polite">${t("common.copy")}</span>
</button></div
>`}var A=e=>/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(e)||/^[^\s@]+@localhost$/.test(e),D=e=>null!==e&&"object"==typeof e&&!Array.isArray(e);function L(e,t,a=""){return D(e)&&D(t)?[...new Set([...Object.keys(e),...Object.keys(t)])].flatMap(s=>L(e[s],t[s],a?`${a}.${s}`:s)):JSON.stringify(e??null)===JSON.stringify(t??null)?[]:[a]}var I=e=>structuredClone(e);function z({read:e,write:t,check:a,refused:s,changed:n}){let r={phase:"loading",saved:null,draft:null,busy:!1,errors:{}},i=e=>{r.saved=e,r.draft=I(e),r.errors={},r.phase="ready",n()},o={async load(){let t="ready"===r.phase;t||(r.phase="loading"),n();try{let a=await e();(!t||0===o.changes.length)&&i(a)}catch{t||(r.phase="failed"),n()}},set(e,t){let a=e.split("."),s=a.pop();a.reduce((e,t)=>e[t]??={},r.draft)[s]=t,delete r.errors[e],n()},get:e=>((e,t)=>t.split(".").reduce((e,t)=>e?.[t],e))(r.draft,e),get changes(){return"ready"===r.phase?L(r.saved,r.draft):[]},revert(){r.draft=I(r.saved),r.errors={},n()},async save(){if(r.busy||"ready"!==r.phase)return!1;if(r.errors=a?.(r.draft)??{},Object.keys(r.errors).length>0)return n(),!1;r.busy=!0,n();try{let e=await t(r.draft,L(r.saved,r.draft));return i(e),!0}catch(e){if(r.errors=s?.(e)??{},0===Object.keys(r.errors).length)throw e;return!1}finally{r.busy=!1,n()}}};return Object.defineProperties(r,Object.getOwnPropertyDescriptors(o)),r}function N(e,a){let s={phase:"loading",value:null,async load(){null===s.value&&(s.phase="loading");try{s.value=await e(),s.phase="ready"}catch{null===s.value&&(s.phase="failed")}a()},view:e=>null!==s.value?e(s.value):"loading"===s.phase?d`<p class="page-loading" role="status">${t("common.loading")}</p>`:d`<p class="page-failed" role="alert">
${t("settings_frame.load_failed")}
<button type="button" class="text-button" @click=${()=>s.load()}>${t("common.retry")}</button>
</p>`};return s}function Z(e,t,{upload:a,failed:s,most:n,choose:r,remove:i}){let o=`picture-${t}`;return d`<div class="set-actions">
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
</div>`}var H=Date.UTC(2026,0,1);function B(e,t){try{let a=new Intl.DateTimeFormat(t,{timeZone:e,timeZoneName:"longGeneric"}).formatToParts(H).find(e=>"timeZoneName"===e.type)?.value??"";return/^(GMT|UTC)/.test(a)?"":a}catch{return""}}function F(e,t,a){let s=e.replaceAll("_"," "),n=B(e,t);return n?a("zone.name",{name:n===B("Asia/Shanghai",t)?a("zone.china"):n,id:s}):s}function V(e,t,a){try{return new Intl.DateTimeFormat(a,{hour:"2-digit",minute:"2-digit",hourCycle:"h23",timeZone:e}).format(t)}catch{return""}}function U(e,t){let a=new Intl.DateTimeFormat("en",{timeZone:e,year:"numeric",month:"numeric",day:"numeric"}).formatToParts(t),s=e=>Number(a.find(t=>t.type===e)?.value);return Date.UTC(s("year"),s("month")-1,s("day"))/864e5}function J(e,t,a,s,n){let r=V(e,t,s),i=U(e,t)-U(e,a);if(i<=0)return n("zone.today",{time:r});if(1===i)return n("common.moment_tomorrow",{time:r});let o=i<7?{weekday:"zh-CN"===s?"short":"long"}:{month:"long",day:"numeric"};return n("common.moment_day",{day:new Intl.DateTimeFormat(s,{...o,timeZone:e}).format(t),time:r})}async function G(e,a){let s="",n=!1;for(;;){try{return await a(s?{password:s}:{})}catch(e){let t=e?.code;if("password_required"!==t&&"wrong_password"!==t)throw e;n="wrong_password"===t}if(s="",!await e({title:t("settings_frame.password_title"),text:t("settings_frame.password_text"),confirm:t("settings_frame.password_go"),content:d`<div class="set-field dialog-type">
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
</div>`})||!s)return null}}var K=[1,2,3,4,5,6,7],R=4,X=60,Q={opens:"09:00",closes:"18:00"},W=/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/,Y=e=>({always:e.always,days:Object.fromEntries(K.map(t=>[t,e.week.filter(e=>e.day===t).map(e=>({opens:e.opens,closes:e.closes}))])),holidays:e.holidays.map(e=>({date:e.date,name:e.name??"",closed:null===e.opens,opens:e.opens??Q.opens,closes:e.closes??Q.closes}))}),ee=e=>({always:e.always,week:K.flatMap(t=>e.days[t].map(({opens:e,closes:a})=>({day:t,opens:e,closes:a}))),holidays:e.holidays.map(({date:e,name:t,closed:a,opens:s,closes:n})=>({date:e,name:t.trim(),opens:a?null:s,closes:a?null:n})).sort((e,t)=>e.date.localeCompare(t.date))}),te=e=>W.test(e),ae=({opens:e,closes:t})=>te(e)&&te(t)&&t<=e;function se(e){if(e.always)return{};let t={};for(let a of K){let s=e.days[a];if(s.some(({opens:e,closes:t})=>!te(e)||!te(t)))t[`days.${a}`]="time";else{let e=[...s].sort((e,t)=>e.opens.localeCompare(t.opens));e.some((t,a)=>a+1<e.length&&(ae(t)||t.closes>e[a+1].opens))&&(t[`days.${a}`]="overlap")}}K.every(t=>0===e.days[t].length)&&(t["days.1"]="never");let a=new Set;for(let s of e.holidays)s.date?a.has(s.date)?t.holidays="twice":!s.closed&&(!te(s.opens)||!te(s.closes))&&(t.holidays="time"):t.holidays="date",a.add(s.date);return t}var ne={"settings-widget":()=>Promise.all([import("./settings-widget.js"),i("settings-widget")]).then(([e])=>e.widgetPage),"settings-hours":()=>import("./settings-hours.js").then(e=>e.hoursPage),"settings-canned":()=>import("./settings-canned.js").then(e=>e.cannedPage),"settings-labels":()=>import("./settings-labels.js").then(e=>e.labelsPage),"settings-blocks":()=>import("./settings-blocks.js").then(e=>e.blocksPage),"settings-team":()=>import("./settings-team.js").then(e=>e.teamPage),"settings-shop":()=>import("./settings-shop.js").then(e=>e.shopPage),"settings-data":()=>import("./settings-data.js").then(e=>e.dataPage),"settings-about":()=>import("./settings-about.js").then(e=>e.aboutPage),"settings-profile":()=>import("./settings-profile.js").then(e=>e.profilePage),"settings-notifications":()=>import("./settings-notifications.js").then(e=>e.notificationsPage),"settings-sessions":()=>import("./settings-sessions.js").then(e=>e.sessionsPage),"settings-tokens":()=>import("./settings-tokens.js").then(e=>e.tokensPage)},re={labels:"settings-labels",canned:"settings-canned",members:"settings-team",blocks:"settings-blocks"};r("settings",function(s){let{table:n,ui:r,client:i}=s,o=function({app:a,pages:s}){let{desk:n,ui:r}=a,i=()=>r.phone.peek(),o=e=>requestAnimationFrame(e),l=function(){let e=document.createElement("main");return e.id="settings",e.className="room",u(d`<section class="pages" aria-label=${t("settings_frame.pages")}></section><div class="sheet page-sheet"></div>`,e),e}(),c={page:null,shown:null,named:!1,search:"",planned:!1},g=()=>{c.planned||(c.planned=!0,a.schedule(()=>{c.planned=!1,P()}))},{say:h,failed:m}=function(e){let a=(t,a={})=>e.notify({text:t,icon:a.bad?"circle-alert":"circle-check",action:a.action});return{say:a,failed:e=>{let s=y[e.status];a(t(s??"error.unexpected"),{bad:!0})}}}(n),f=()=>c.page?.form?c.page.form.changes.length:0,b=async()=>{if(c.page?.form&&0!==f())try{await c.page.form.save()?h(t("settings_frame.saved")):o(()=>l.querySelector('[aria-invalid="true"]')?.focus())}catch(e){m(e)}},w=function({root:e,schedule:t,unsaved:a,save:s}){e.addEventListener("click",e=>{let a=e.target.closest?.("[data-adds]"),s=a?.closest(".field-card, .day-ranges, section");a&&s&&t(()=>s.querySelector(a.dataset.adds??"")?.focus())}),addEventListener("beforeunload",e=>{a()>0&&e.preventDefault()});let n=/Mac|iPhone|iPad/.test(navigator.platform);return addEventListener("keydown",t=>{e.inert||t.isComposing||document.querySelector("dialog[open], .menu:popover-open")||((n?t.metaKey:t.ctrlKey)&&"s"===t.key.toLowerCase()?(t.preventDefault(),s()):"/"===t.key&&!(t.target instanceof HTMLElement&&/^(INPUT|TEXTAREA|SELECT)$/.test(t.target.tagName))&&(t.preventDefault(),document.getElementById("settings-search")?.focus()))}),n}({root:l,schedule:o,unsaved:f,save:b}),k=function({pages:a,at:s,phone:n,changed:r,root:i}){return()=>{let o=(()=>{let e=s.search.trim().toLowerCase().split(/\s+/).filter(Boolean);return a.filter(a=>{let s=`${t(a.title)} ${t(a.find)}`.toLowerCase();return e.every(e=>s.includes(e))})})(),l=s.named||!n()?s.shown:null,c=t("settings.title");return d`${l?d`<p class="pages-title">${c}</p>`:d`<h1 class="pages-title" tabindex="-1">${c}</h1>`}
<div class="pages-search" role="search">
${$("search")}
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
>${$(e.icon)}<span>${t(e.title)}</span>${$("chevron-right")}</a
>
</li>`)}
</ul>`)}
${0===o.length?d`<p class="pages-none" role="status">${t("settings_frame.nothing",{text:s.search})}</p>`:p}
</nav>`}}({pages:s,at:c,phone:i,changed:g,root:l}),x=v({at:c,save:b,isMac:w}),_=e=>l.querySelector(`.${e}`),M=()=>c.named||!i(),S=()=>l.querySelector(M()?"#page-title":".pages-title"),j=()=>l.querySelector(".page-body");function P(){l.dataset.pane=c.named?"page":"list",l.dataset.aside=String(!!c.page?.aside),r.sees("settings")&&(document.body.dataset.alone=String(c.named)),u(k(),_("pages")),u(M()?x():p,_("page-sheet"))}return{root:l,changed:g,say:h,failed:m,unsaved:f,heading:S,get shown(){return c.shown},get named(){return c.named},get view(){return c.page},get top(){return j()?.scrollTop??0},show(e,t,a,s){Object.assign(c,{shown:e,page:t,named:a}),t.start?.(),t.form?.load(),P(),j()?.scrollTo(0,s)},aim(e){let t=e?l.querySelector(".pages-link[aria-current]"):null;(t?.checkVisibility?.()?t:S())?.focus({preventScroll:!0})}}}({app:s,pages:n.in("settings")}),l=function(e,t){let{me:a,desk:s,ui:n,client:r,csrf:i,signedOut:o}=e;return{me:{...a,get agent(){return s.agent}},call:g({csrf:i,signedOut:o}),upload:f({csrf:i,signedOut:o}),changed:t.changed,say:t.say,failed:t.failed,ask:e.dialogs.ask,origin:e.origin,ui:n,seen:()=>"visible"===document.visibilityState&&n.sees("settings"),onSeen:e=>{r.on("presence",({member:t,online:a,availability:s})=>"agent"===t.kind&&e({id:t.id,online:a,availability:s??null}))},setTheme:e.self.wear,touched:()=>{s.touch("frame","list","thread","details"),e.moved()}}}(s,o),c=new Map,[h]=n.in("settings"),m=e=>"settings"===e.place?e:h,b=!1;return i.on("settings",({area:e})=>r.sees("settings")&&re[e]===o.shown?.name&&o.view?.start?.()),matchMedia("(max-width: 720px)").addEventListener("change",o.changed),{root:o.root,title:()=>`${t((o.shown??h).title)} · ${t("settings.title")} · ${s.me.shop.name}`,heading:o.heading,address:()=>o.named?o.shown.path:"/settings",prepare:({page:e})=>(async e=>{if(c.get(e.name))return;let[t]=await Promise.all([ne[e.name](),n.words(e)]);c.has(e.name)||c.set(e.name,{view:t(l),top:0})})(m(e)),show({page:e,back:t}){let a=m(e),s="settings"===e.place,n=o.shown&&c.get(o.shown.name);n&&(n.top=o.top);let{view:r,top:i}=c.get(a.name),l=b&&(o.shown!==a||o.named!==s);o.show(a,r,s,t?i:0),l&&o.aim(t),b=!0},hide(){b=!1;let e=o.shown&&c.get(o.shown.name);e&&(e.top=o.top)},unsaved:e=>e&&m(e.page)===o.shown?0:o.unsaved(),async mayLeave(){let e=await s.dialogs.ask({title:t("settings_frame.leave_title"),text:a("settings_frame.leave_text",o.unsaved()),confirm:t("settings_frame.leave"),cancel:t("settings_frame.stay")});return e&&o.view?.form?.revert(),e}}});export{$ as a,w as b,k as c,_ as d,M as e,S as f,j as g,P as h,C as i,T as j,q as k,E as l,O as m,A as n,z as o,N as p,Z as q,F as r,V as s,J as t,G as u,K as v,R as w,X as x,Q as y,Y as z,ee as A,te as B,ae as C,se as D};
