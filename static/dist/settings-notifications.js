import{a as e}from"./with-tickets-actions.js";import{a as t,h as s,i as n,j as i,k as a,n as o,o as l,t as r}from"./settings.js";import{a as c,d as u,f as g,g as p}from"./with-app-push.js";import{a as _}from"./with-inbox-actions.js";import{E as d,H as b,J as m,Ja as y,ca as h,ha as $,ja as k,ka as f,ma as w,na as v,oa as j,r as q,u as T,wa as x,xa as S}from"./app.js";var D=["move","conversation","write","select","view","go","desk"];function O(t,s){let n=function(){let t={desk:{},ui:{},list:{},composer:{}},s=_(t);for(let[n,i]of Object.entries(e(t)))"view"!==i.group&&!Object.values(s).some(e=>e.key===i.key)&&(s[n]??=i);return Object.assign(s,$(t)),s}(),a=null,o=[],l=null,r=null,c=e=>m(n[e].label),u=()=>{clearTimeout(l),a=null,o=[],s()},g=()=>{let e=a,i=o.join(" "),l=v(n,t.get("keys")).against(e,i);if(u(),l&&"taken"!==l.problem)return r={id:e,text:m(`settings_notices.key_${l.problem}`,{key:f(i).join(" ")})},s();r=l?.by?{id:e,text:m("settings_notices.key_taken",{action:c(l.by)})}:null,t.set("keys",j(n,t.get("keys"),e,i))},p=e=>{if(!a)return;if("Tab"===e.key||(e.preventDefault(),e.stopPropagation(),"Escape"===e.key))return u();if("Backspace"===e.key||"Delete"===e.key){let e=a;return u(),t.set("keys",j(n,t.get("keys"),e,""))}let i=k(e);if(i){if(o.push(i),clearTimeout(l),2===o.length||i.includes("+"))return g();l=setTimeout(g,900),s()}};return()=>{let e=v(n,t.get("keys")),l=t.get("keys");return q`${D.map(g=>{let _=Object.keys(n).filter(e=>n[e].group===g&&!w.has(e));return 0===_.length?T:i(m(`keys.group_${g}`),q`<ul class="key-rows">
${_.map(i=>{let g=a===i,_=e.keyOf(i);return q`<li class="key-row" data-action=${i}>
<span>${c(i)}</span>
<button
type="button"
class="key-button ${g?"waiting":""}"
aria-label=${g?m("settings_notices.press"):m("settings_notices.change_key",{action:c(i),key:f(_).join(" ")||m("settings_notices.no_key")})}
aria-pressed=${g}
@click=${()=>{a=g?null:i,o=[],r=null,s()}}
@keydown=${p}
@blur=${()=>g&&u()}
>
${g?q`<span>${o.length?f(o.join(" ")).map(e=>q`<kbd>${e}</kbd>`):m("settings_notices.press")}</span>`:_?f(_).map(e=>q`<kbd>${e}</kbd> `):q`<span class="thing-about">${m("settings_notices.no_key")}</span>`}
</button>
${i in l?q`<button type="button" class="text-button" aria-label=${m("settings_notices.reset_one",{action:c(i)})} @click=${()=>t.set("keys",j(n,l,i,null))}>${m("settings_notices.reset")}</button>`:q`<span></span>`}
${r?.id===i?q`<p class="field-hint key-said" role="status">${r.text}</p>`:T}
</li>`})}
</ul>`)})}
${Object.keys(l).length>0?q`<div class="set-section"><button type="button" class="button key-all" @click=${()=>t.set("keys",{})}>${m("settings_notices.reset_all")}</button></div>`:T}`}}var P=["new","assigned","message","mention","clock","ticket","followed"],E="followed",N=[0,5,10,15,30,60],U=[0,2,5,10,30],C=new Intl.DateTimeFormat(b,{weekday:"narrow",timeZone:"UTC"}),G=new Intl.DateTimeFormat(b,{weekday:"long",timeZone:"UTC"});function F({changed:e,form:t,kinds:s,push:o}){let l=()=>globalThis.Notification?.permission??"unsupported",r=async()=>{await(globalThis.Notification?.requestPermission?.()),e()};return()=>{let e=t.get("quiet"),c=Math.round(100*t.get("notifications.volume"));return q`${i(m("settings_notices.what"),s(),m("settings_notices.what_intro"))}
${i(m("settings_notices.volume"),"",m("settings_notices.volume_intro"),q`<span class="slider"
><input
type="range"
min="0"
max="100"
step="5"
aria-label=${m("settings_notices.volume")}
.value=${d(String(c))}
@input=${e=>t.set("notifications.volume",Number(e.target.value)/100)}
/><output>${c}%</output></span
>`)}
${i(m("settings_notices.repeat_title"),n(t,"notifications.repeat",m("settings_notices.repeat"),m("settings_notices.repeat_hint")))}
${i(m("settings_notices.permission"),"",m(`settings_notices.permission_${l()}`),"default"===l()?q`<button type="button" class="button" @click=${r}>${m("settings_notices.allow")}</button>`:T)}
${o()}
${i(m("settings_notices.quiet"),q`${n(t,"quiet.enabled",m("settings_notices.quiet_on"),m("settings_notices.quiet_hint"))}
${e.enabled?q`<div class="day-range">
${a(m("settings_notices.quiet_from"),e.from,e=>t.set("quiet.from",e))}
<span aria-hidden="true">–</span>
${a(m("settings_notices.quiet_to"),e.to,e=>t.set("quiet.to",e))}
${e.to<=e.from?q`<span class="chip">${m("settings_notices.next_day")}</span>`:T}
</div>
<div class="segments" role="group" aria-label=${m("settings_notices.quiet_days")}>
${[1,2,3,4,5,6,7].map(s=>{let n=new Date(Date.UTC(2026,0,4+s)),i=e.days.includes(s);return q`<button
type="button"
class="segment segment-day"
aria-pressed=${i}
aria-label=${G.format(n)}
@click=${()=>t.set("quiet.days",i?e.days.filter(e=>e!==s):[...e.days,s].sort())}
>
${C.format(n)}
</button>`})}
</div>
<p class="field-error" role="alert">${t.errors["quiet.days"]??""}</p>`:T}`)}
${i(m("settings_notices.away"),"",m("settings_notices.away_intro"),y(m("settings_notices.away"),[...new Set([...N,t.get("away_after_min")])].sort((e,t)=>e-t).map(e=>({value:String(e),label:e?m("settings_notices.minutes",{count:e}):m("settings_notices.never")})),String(t.get("away_after_min")),e=>t.set("away_after_min",Number(e))))}`}}function I({me:e,call:n,changed:a,say:_,failed:b}){let $={tab:"notices",problem:null},k=S({load:async()=>null,save:e=>n("PUT","/me/preferences",e),failed:e=>$.problem=e}),f=o({read:()=>n("GET","/me/preferences"),check:({quiet:e})=>r(e.from)&&r(e.to)?e.enabled&&0===e.days.length?{"quiet.days":m("settings_notices.no_days")}:{}:{"quiet.days":m("settings_notices.no_time")},async write(e){if(!await k.change(e))throw $.problem;return structuredClone(e)},changed:a}),w=x({changed:a}),v=O(f,a),j=function({me:e,call:n,changed:a,failed:o}){let r={busy:!1,trouble:null},_=l(async()=>{let[e,{items:t},s]=await Promise.all([n("GET","/push/key"),n("GET","/push/subscriptions"),u()]);return{key:e,devices:t,here:!!s}},a),d=async e=>{if(!r.busy){r.busy=!0,a();try{await e()}catch(e){o(e)}r.busy=!1,await _.load()}},b=e=>q`<li class="thing">
<span class="thing-mark">${t("smartphone")}</span>
<div class="thing-what">
<span class="thing-name">${e.device||m("settings_notices.push_this")}</span>
<span class="thing-about">${e.refused?m("settings_notices.push_refused",{status:e.refused}):e.sent_at?m("settings_notices.push_sent",{time:h(e.sent_at)}):m("settings_notices.push_new")}</span>
</div>
</li>`,y=t=>{let a=c(),o=t.key.enabled?a?r.trouble?`push_${r.trouble}`:"push_intro":"push_unsupported":"push_disabled";return i(m("settings_notices.push_title"),q`<ul class="things">${t.devices.map(b)}</ul>
${0===t.devices.length?q`<p class="nothing-yet">${m("settings_notices.push_none")}</p>`:T}
${"owner"===e.agent.role&&t.key.enabled?s(t.key.names,e=>{d(()=>n("PUT","/push/names",{names:e}))},m("settings_notices.push_names"),m("settings_notices.push_names_hint")):T}`,m(`settings_notices.${o}`),t.key.enabled&&a?q`<button type="button" class="button" aria-busy=${r.busy} @click=${()=>(({here:e,key:t})=>d(async()=>{if(r.trouble=null,e)return p(n);let s=await g(n,t.key??"");r.trouble="on"===s?null:s}))(t)}>${m(t.here?"settings_notices.push_off":"settings_notices.push_on")}</button>`:T)};return{start:()=>{_.load()},view:()=>_.view(y)}}({me:e,call:n,changed:a,failed:b}),D=F({changed:a,form:f,kinds:()=>N(),push:j.view}),N=function({bell:e,form:t,say:s}){return()=>q`<div class="grid-table" role="table" aria-label=${m("settings_notices.what")}>
<div role="row" class="grid-head">
<span role="columnheader">${m("settings_notices.news")}</span><span role="columnheader">${m("settings_notices.sound")}</span
><span role="columnheader">${m("settings_notices.browser")}</span><span role="columnheader">${m("settings_notices.push")}</span><span role="columnheader"><span class="hidden">${m("settings_notices.hear")}</span></span>
</div>
${P.map(n=>q`<div role="row">
<span role="rowheader">${m(`settings_notices.kind_${n}`)}</span>
${["sound","browser","push"].map(e=>{let s=`notifications.${n}.${e}`;return n===E&&"push"!==e?q`<span role="cell"></span>`:q`<span role="cell"
><label class="switch"
><input
type="checkbox"
role="switch"
aria-label="${m(`settings_notices.kind_${n}`)} · ${m(`settings_notices.${e}`)}"
.checked=${d(t.get(s))}
@change=${e=>t.set(s,e.target.checked)} /></label
></span>`})}
<span role="cell">${n===E?T:q`<button type="button" class="text-button" aria-label=${m("settings_notices.hear_one",{kind:m(`settings_notices.kind_${n}`)})} @click=${()=>(async n=>{await e.wake(),e.ring(n,t.get("notifications.volume"))||s(m("settings_notices.silent"),{bad:!0})})(n)}>${m("settings_notices.hear")}</button>`}</span>
</div>`)}
</div>`}({bell:w,form:f,say:_});return{form:f,start:j.start,words:{save:"settings_frame.save",changes:"settings_frame.not_saved"},tabs:[{id:"notices",label:m("settings_notices.tab_notices")},{id:"writing",label:m("settings_notices.tab_writing")},{id:"keys",label:m("settings_notices.tab_keys")}],get tab(){return $.tab},choose(e){$.tab=e,a()},body:()=>"notices"===$.tab?D():"writing"===$.tab?q`${i(m("settings_notices.send"),"",m("settings_notices.send_intro"),y(m("settings_notices.send"),[{value:"mod+enter",label:m("settings_notices.send_mod")},{value:"enter",label:m("settings_notices.send_enter")}],f.get("send_on"),e=>f.set("send_on",e)))}
${i(m("settings_notices.undo"),"",m("settings_notices.undo_intro"),y(m("settings_notices.undo"),[...new Set([...U,f.get("undo_send_s")])].sort((e,t)=>e-t).map(e=>({value:String(e),label:e?m("settings_notices.seconds",{count:e}):m("settings_notices.never")})),String(f.get("undo_send_s")),e=>f.set("undo_send_s",Number(e))))}`:q`<p class="page-intro">${m("settings_notices.keys_intro")}</p>${v()}`}}export{I as notificationsPage};
