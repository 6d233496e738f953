import{a as e}from"./with-tickets-actions.js";import{a as t,i as s,j as n,k as i,l as a,m as o,p as l,q as r,v as c}from"./settings.js";import{a as u,d as g,f as p,g as _}from"./with-app-push.js";import{E as d,Ea as b,H as m,J as y,ea as $,ia as h,ka as k,la as f,na as w,oa as v,pa as q,r as T,u as j,wa as x,xa as S}from"./app.js";var D=["move","conversation","write","select","view","go","desk"];function E(t,s){let n=function(){let t={desk:{},ui:{},list:{},composer:{}},s=b(t);for(let[n,i]of Object.entries(e(t)))"view"!==i.group&&!Object.values(s).some(e=>e.key===i.key)&&(s[n]??=i);return Object.assign(s,h(t)),s}(),i=null,o=[],l=null,r=null,c=e=>y(n[e].label),u=()=>{clearTimeout(l),i=null,o=[],s()},g=()=>{let e=i,a=o.join(" "),l=v(n,t.get("keys")).against(e,a);if(u(),l&&"taken"!==l.problem)return r={id:e,text:y(`settings_notices.key_${l.problem}`,{key:f(a).join(" ")})},s();r=l?.by?{id:e,text:y("settings_notices.key_taken",{action:c(l.by)})}:null,t.set("keys",q(n,t.get("keys"),e,a))},p=e=>{if(!i)return;if("Tab"===e.key||(e.preventDefault(),e.stopPropagation(),"Escape"===e.key))return u();if("Backspace"===e.key||"Delete"===e.key){let e=i;return u(),t.set("keys",q(n,t.get("keys"),e,""))}let a=k(e);if(a){if(o.push(a),clearTimeout(l),2===o.length||a.includes("+"))return g();l=setTimeout(g,900),s()}};return()=>{let e=v(n,t.get("keys")),l=t.get("keys");return T`${D.map(g=>{let _=Object.keys(n).filter(e=>n[e].group===g&&!w.has(e));return 0===_.length?j:a(y(`keys.group_${g}`),T`<ul class="key-rows">
${_.map(a=>{let g=i===a,_=e.keyOf(a);return T`<li class="key-row" data-action=${a}>
<span>${c(a)}</span>
<button
type="button"
class="key-button ${g?"waiting":""}"
aria-label=${g?y("settings_notices.press"):y("settings_notices.change_key",{action:c(a),key:f(_).join(" ")||y("settings_notices.no_key")})}
aria-pressed=${g}
@click=${()=>{i=g?null:a,o=[],r=null,s()}}
@keydown=${p}
@blur=${()=>g&&u()}
>
${g?T`<span>${o.length?f(o.join(" ")).map(e=>T`<kbd>${e}</kbd>`):y("settings_notices.press")}</span>`:_?f(_).map(e=>T`<kbd>${e}</kbd> `):T`<span class="thing-about">${y("settings_notices.no_key")}</span>`}
</button>
${a in l?T`<button type="button" class="text-button" aria-label=${y("settings_notices.reset_one",{action:c(a)})} @click=${()=>t.set("keys",q(n,l,a,null))}>${y("settings_notices.reset")}</button>`:T`<span></span>`}
${r?.id===a?T`<p class="field-hint key-said" role="status">${r.text}</p>`:j}
</li>`})}
</ul>`)})}
${Object.keys(l).length>0?T`<div class="set-section"><button type="button" class="button key-all" @click=${()=>t.set("keys",{})}>${y("settings_notices.reset_all")}</button></div>`:j}`}}var O=["new","assigned","message","mention","clock","ticket","followed"],P="followed",N=[0,5,10,15,30,60],U=[0,2,5,10,30],C=new Intl.DateTimeFormat(m,{weekday:"narrow",timeZone:"UTC"}),G=new Intl.DateTimeFormat(m,{weekday:"long",timeZone:"UTC"});function F({changed:e,form:t,kinds:s,push:l}){let r=()=>globalThis.Notification?.permission??"unsupported",c=async()=>{await(globalThis.Notification?.requestPermission?.()),e()};return()=>{let e=t.get("quiet"),u=Math.round(100*t.get("notifications.volume"));return T`${a(y("settings_notices.what"),s(),y("settings_notices.what_intro"))}
${a(y("settings_notices.volume"),"",y("settings_notices.volume_intro"),T`<span class="slider"
><input
type="range"
min="0"
max="100"
step="5"
aria-label=${y("settings_notices.volume")}
.value=${d(String(u))}
@input=${e=>t.set("notifications.volume",Number(e.target.value)/100)}
/><output>${u}%</output></span
>`)}
${a(y("settings_notices.repeat_title"),n(t,"notifications.repeat",y("settings_notices.repeat"),y("settings_notices.repeat_hint")))}
${a(y("settings_notices.permission"),"",y(`settings_notices.permission_${r()}`),"default"===r()?T`<button type="button" class="button" @click=${c}>${y("settings_notices.allow")}</button>`:j)}
${l()}
${a(y("settings_notices.quiet"),T`${n(t,"quiet.enabled",y("settings_notices.quiet_on"),y("settings_notices.quiet_hint"))}
${e.enabled?T`<div class="day-range">
${o(y("settings_notices.quiet_from"),e.from,e=>t.set("quiet.from",e))}
<span aria-hidden="true">–</span>
${o(y("settings_notices.quiet_to"),e.to,e=>t.set("quiet.to",e))}
${e.to<=e.from?T`<span class="chip">${y("settings_notices.next_day")}</span>`:j}
</div>
<div class="segments" role="group" aria-label=${y("settings_notices.quiet_days")}>
${[1,2,3,4,5,6,7].map(s=>{let n=new Date(Date.UTC(2026,0,4+s)),i=e.days.includes(s);return T`<button
type="button"
class="segment segment-day"
aria-pressed=${i}
aria-label=${G.format(n)}
@click=${()=>t.set("quiet.days",i?e.days.filter(e=>e!==s):[...e.days,s].sort())}
>
${C.format(n)}
</button>`})}
</div>
<p class="field-error" role="alert">${t.errors["quiet.days"]??""}</p>`:j}`)}
${a(y("settings_notices.away"),"",y("settings_notices.away_intro"),i(y("settings_notices.away"),[...new Set([...N,t.get("away_after_min")])].sort((e,t)=>e-t).map(e=>({value:String(e),label:e?y("settings_notices.minutes",{count:e}):y("settings_notices.never")})),String(t.get("away_after_min")),e=>t.set("away_after_min",Number(e))))}`}}function I({me:e,call:n,changed:o,say:b,failed:m}){let h={tab:"notices",problem:null},k=S({load:async()=>null,save:e=>n("PUT","/me/preferences",e),failed:e=>h.problem=e}),f=l({read:()=>n("GET","/me/preferences"),check:({quiet:e})=>c(e.from)&&c(e.to)?e.enabled&&0===e.days.length?{"quiet.days":y("settings_notices.no_days")}:{}:{"quiet.days":y("settings_notices.no_time")},async write(e){if(!await k.change(e))throw h.problem;return structuredClone(e)},changed:o}),w=x({changed:o}),v=E(f,o),q=function({me:e,call:n,changed:i,failed:o}){let l={busy:!1,trouble:null},c=r(async()=>{let[e,{items:t},s]=await Promise.all([n("GET","/push/key"),n("GET","/push/subscriptions"),g()]);return{key:e,devices:t,here:!!s}},i),d=async e=>{if(!l.busy){l.busy=!0,i();try{await e()}catch(e){o(e)}l.busy=!1,await c.load()}},b=e=>T`<li class="thing">
<span class="thing-mark">${t("smartphone")}</span>
<div class="thing-what">
<span class="thing-name">${e.device||y("settings_notices.push_this")}</span>
<span class="thing-about">${e.refused?y("settings_notices.push_refused",{status:e.refused}):e.sent_at?y("settings_notices.push_sent",{time:$(e.sent_at)}):y("settings_notices.push_new")}</span>
</div>
</li>`,m=t=>{let i=u(),o=t.key.enabled?i?l.trouble?`push_${l.trouble}`:"push_intro":"push_unsupported":"push_disabled";return a(y("settings_notices.push_title"),T`<ul class="things">${t.devices.map(b)}</ul>
${0===t.devices.length?T`<p class="nothing-yet">${y("settings_notices.push_none")}</p>`:j}
${"owner"===e.agent.role&&t.key.enabled?s(t.key.names,e=>{d(()=>n("PUT","/push/names",{names:e}))},y("settings_notices.push_names"),y("settings_notices.push_names_hint")):j}`,y(`settings_notices.${o}`),t.key.enabled&&i?T`<button type="button" class="button" aria-busy=${l.busy} @click=${()=>(({here:e,key:t})=>d(async()=>{if(l.trouble=null,e)return _(n);let s=await p(n,t.key??"");l.trouble="on"===s?null:s}))(t)}>${y(t.here?"settings_notices.push_off":"settings_notices.push_on")}</button>`:j)};return{start:()=>{c.load()},view:()=>c.view(m)}}({me:e,call:n,changed:o,failed:m}),D=F({changed:o,form:f,kinds:()=>N(),push:q.view}),N=function({bell:e,form:t,say:s}){return()=>T`<div class="grid-table" role="table" aria-label=${y("settings_notices.what")}>
<div role="row" class="grid-head">
<span role="columnheader">${y("settings_notices.news")}</span><span role="columnheader">${y("settings_notices.sound")}</span
><span role="columnheader">${y("settings_notices.browser")}</span><span role="columnheader">${y("settings_notices.push")}</span><span role="columnheader"><span class="hidden">${y("settings_notices.hear")}</span></span>
</div>
${O.map(n=>T`<div role="row">
<span role="rowheader">${y(`settings_notices.kind_${n}`)}</span>
${["sound","browser","push"].map(e=>{let s=`notifications.${n}.${e}`;return n===P&&"push"!==e?T`<span role="cell"></span>`:T`<span role="cell"
><label class="switch"
><input
type="checkbox"
role="switch"
aria-label="${y(`settings_notices.kind_${n}`)} · ${y(`settings_notices.${e}`)}"
.checked=${d(t.get(s))}
@change=${e=>t.set(s,e.target.checked)} /></label
></span>`})}
<span role="cell">${n===P?j:T`<button type="button" class="text-button" aria-label=${y("settings_notices.hear_one",{kind:y(`settings_notices.kind_${n}`)})} @click=${()=>(async n=>{await e.wake(),e.ring(n,t.get("notifications.volume"))||s(y("settings_notices.silent"),{bad:!0})})(n)}>${y("settings_notices.hear")}</button>`}</span>
</div>`)}
</div>`}({bell:w,form:f,say:b});return{form:f,start:q.start,words:{save:"settings_frame.save",changes:"settings_frame.not_saved"},tabs:[{id:"notices",label:y("settings_notices.tab_notices")},{id:"writing",label:y("settings_notices.tab_writing")},{id:"keys",label:y("settings_notices.tab_keys")}],get tab(){return h.tab},choose(e){h.tab=e,o()},body:()=>"notices"===h.tab?D():"writing"===h.tab?T`${a(y("settings_notices.send"),"",y("settings_notices.send_intro"),i(y("settings_notices.send"),[{value:"mod+enter",label:y("settings_notices.send_mod")},{value:"enter",label:y("settings_notices.send_enter")}],f.get("send_on"),e=>f.set("send_on",e)))}
${a(y("settings_notices.undo"),"",y("settings_notices.undo_intro"),i(y("settings_notices.undo"),[...new Set([...U,f.get("undo_send_s")])].sort((e,t)=>e-t).map(e=>({value:String(e),label:e?y("settings_notices.seconds",{count:e}):y("settings_notices.never")})),String(f.get("undo_send_s")),e=>f.set("undo_send_s",Number(e))))}`:T`<p class="page-intro">${y("settings_notices.keys_intro")}</p>${v()}`}}export{I as notificationsPage};
